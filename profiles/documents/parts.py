"""Finds the headings among a document's lines: known ones, likely ones, and those nobody knows.

Pure. An unknown heading counts as one as well: its text must not fall into the part before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from profiles.documents import wording
from profiles.documents.headings.finding import Heading, likely_heading
from profiles.documents.layout import Block
from profiles.documents.lines import Line
from profiles.documents.placing import LISTS

_MAX_QUESTION_WORDS: Final = 14
_MAX_HEADING_WORDS: Final = 8
_ENDS = re.compile(r"[.,;!\u2026]$")

Read = tuple[Block, Line]


def find_headings(lines: Sequence[Read], title: int | None) -> list[Heading | None]:
    """The heading that each line is, if it is one. What ends a document heads nothing."""
    last_text = max((i for i, (_, line) in enumerate(lines) if line.heading is None), default=-1)
    known = [
        # A title heads all, so none of the parts.
        _known(lines, index, text_follows=index < last_text) if index != title else None
        for index in range(len(lines))
    ]
    has_headings = any(known) or any(block.is_head for block, _ in lines)
    headings: list[Heading | None] = []
    last: Heading | None = None
    mark_of_last = ""
    for index, heading in enumerate(known):
        block = lines[index][0]
        # Where headings are numbered, a line without a number is none by its looks.
        if not heading and index != title and (block.mark or block.is_head or not mark_of_last):
            after = known[index + 1] if index + 1 < len(known) else None
            heading = _likely(lines, index, last, after, has_headings=has_headings)
        headings.append(heading)
        if heading:
            last, mark_of_last = heading, block.mark
    return headings


def _known(lines: Sequence[Read], index: int, *, text_follows: bool) -> Heading | None:
    block, line = lines[index]
    if line.heading is None or line.heading.is_canonical:
        return line.heading
    if not text_follows:
        return None
    if block.mark and index + 1 < len(lines) and lines[index + 1][0].mark == block.mark:
        return None  # an item among others: "Pendidikan"
    return line.heading


def _likely(
    lines: Sequence[Read],
    index: int,
    above: Heading | None,
    next_heading: Heading | None,
    *,
    has_headings: bool,
) -> Heading | None:
    """The heading that a line is by its looks, and by what stands around it."""
    block, line = lines[index]
    if index + 1 == len(lines) or block.mark == "-" or line.is_of_page:
        return None
    heading = _announcing(line)
    if heading is None or block.is_head or _is_question(block):
        return heading
    after, line_after = lines[index + 1]
    if next_heading or after.is_head or len(line.folded.split()) > _MAX_HEADING_WORDS:
        return None
    if block.text.endswith(":"):
        return heading if _heads_items(line, heading, after) else None
    if not _is_set_as_heading(line, heading):
        return None
    heads_items = heading.is_known and " " in line.text and not _is_entry(line, heading, above)
    heads_prose = bool(after.mark) or not line_after.is_item or heads_items
    before = lines[index - 1][0] if index else Block("")
    if block.mark:
        return heading if heads_prose and block.mark not in (before.mark, after.mark) else None
    is_apart = block.is_apart or (
        (before.mark or _ENDS.search(before.text)) and not _is_list(above)
    )
    return heading if is_apart and heads_prose and has_headings else None


def _announcing(line: Line) -> Heading | None:
    """What the line announces if it is a heading; None where its words say that it is text."""
    heading = replace(likely_heading(line.folded), text=line.text)
    if not line.strong or line.strong.section in (*heading.sections, wording.ANSWER):
        return heading
    if line.strong.section in LISTS or heading.is_known:
        return None  # a major, an institution
    return replace(heading, sections=(line.strong.section,))


def _heads_items(line: Line, heading: Heading, after: Block) -> bool:
    """Is a line that ends in a colon a heading, and not the first half of its items?"""
    # "Kamu kurang cocok kalau:" belongs to what follows, or its items would say the contrary.
    is_half = line.strong is not None and line.strong.section in ("suited", "unsuited")
    return not is_half and (heading.is_known or after.mark == "-")


def _is_set_as_heading(line: Line, heading: Heading) -> bool:
    """Is this written as headings are: a capital first, no stop at the end, not a sentence?"""
    first = line.text[0]
    is_written_so = first.isalpha() and not first.islower() and not _ENDS.search(line.text)
    return is_written_so and (line.is_item or heading.is_known)


def _is_entry(line: Line, heading: Heading, above: Heading | None) -> bool:
    """Could this be an entry of the list above: "Sekolah Luar Biasa", "Pendidikan Seni"?"""
    if above is None or not _is_list(above):
        return False
    is_like_others = line.weak is not None and line.weak.section in above.sections
    return is_like_others or heading.sections[0] in above.sections


def _is_list(heading: Heading | None) -> bool:
    """Does this heading announce a list, so that a short line below it is an entry?"""
    return heading is not None and heading.sections[0] in LISTS


def _is_question(block: Block) -> bool:
    text = block.text
    return (
        text.endswith("?")
        and block.mark != "-"
        and len(text.split()) <= _MAX_QUESTION_WORDS
        and not re.search(r"[.!?:]\s", text)
    )
