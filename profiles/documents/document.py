"""Reads a profession document (plain text) into a `ProfileDocument`.

Pure. `layout` takes marks and line breaks off, `lines` tells what each line says by itself, `parts`
finds the headings, `naming` the title, and `placing` gives every paragraph its section. Nothing
is dropped but the title, the headings that are known, and lines without a letter or digit.
`asking` then says which traits the document asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from profiles.documents.headings.finding import UNPLACED
from profiles.documents.kind import Kind, kind_of
from profiles.documents.layout import Block, read_blocks
from profiles.documents.lines import (
    Line,
    begins_part,
    fold,
    is_page_word,
    is_short,
    openings_with,
    read_line,
)
from profiles.documents.naming import as_name, named_by, title_index
from profiles.documents.parts import find_headings
from profiles.documents.placing import LISTS, SECTIONS, Placement, place


@dataclass(frozen=True)
class ProfileDocument:
    """A document's name, and every paragraph of it in exactly one of the lists."""

    name: str
    overview: tuple[str, ...]
    suited: tuple[str, ...]
    unsuited: tuple[str, ...]
    misconception: tuple[str, ...]
    expectation: tuple[str, ...]
    difference: tuple[str, ...]
    majors: tuple[str, ...]
    institutions: tuple[str, ...]
    unplaced: tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    """A document as it was read: its parts, how each paragraph got there, and what it is at all."""

    document: ProfileDocument
    placements: tuple[Placement, ...]
    kind: Kind

    @property
    def doubts(self) -> tuple[Placement, ...]:
        """The paragraphs whose place is unsure, in their order: what an editor looks at first."""
        return tuple(placement for placement in self.placements if not placement.is_sure)


# Among so many lines is the title, also below a web page's menu.
_FIRST_LINES = 8


def parse(text: str, *, fallback_name: str) -> ProfileDocument:
    """The parts of a document, where nobody asks how they were found."""
    return read_document(text, fallback_name=fallback_name).document


def read_document(text: str, *, fallback_name: str) -> Reading:
    """Place every paragraph; `fallback_name` is the name if the document has no title."""
    blocks = read_blocks(text, begins_part=begins_part)
    first = [named_by(block.text) for block in blocks[:_FIRST_LINES]]
    openings = openings_with([fallback_name, *filter(is_short, first)])
    # What a line says does not depend on its place, so that equal lines are read once.
    read = {text: read_line(text, openings) for text in {block.text for block in blocks}}
    lines = _with_menus([(block, read[block.text]) for block in blocks])
    title = title_index(lines, expected=fold(fallback_name))
    headings = find_headings(lines, title)
    body = (
        (block, line, heading)
        for index, ((block, line), heading) in enumerate(zip(lines, headings, strict=True))
        if index != title
    )
    placements = tuple(entry for placed in place(body) for entry in _entries(placed))
    heading_text = "" if title is None else lines[title][1].text
    document = ProfileDocument(
        name=fallback_name if title is None else named_by(heading_text),
        **{
            section: tuple(placed.text for placed in placements if placed.section == section)
            for section in (*SECTIONS, *LISTS, UNPLACED)
        },
    )
    return Reading(document, placements, kind_of(headings, placements, (line for _, line in lines)))


def _with_menus(lines: list[tuple[Block, Line]]) -> list[tuple[Block, Line]]:
    """The lines, with those told apart that only beside others of their kind are a menu's."""
    words = [False, *(is_page_word(line) for _, line in lines), False]
    return [
        (block, line._replace(is_of_page=True) if is_word and (before or after) else line)
        for (block, line), before, is_word, after in zip(
            lines, words, words[1:], words[2:], strict=False
        )
    ]


# --- Lists within a line ---

_BETWEEN = re.compile(r"\s*[,;]\s*(?:(?:dan|serta|atau|maupun)\s+)?")
_SIGN = re.compile(r"\s+[/\u2022\u00b7|]\s+")
_GOES_ON = re.compile(r"(?:lalu|kemudian|setelah|atau|baik|untuk|yang|juga|misalnya)\b")
_MAX_ENTRY_WORDS = 8
_MAX_LABEL_WORDS = 6


def _entries(placed: Placement) -> Iterator[Placement]:
    """The entries of a list, as names: "Program studi: Farmasi, Kimia" holds two."""
    if placed.section not in LISTS:
        yield placed
        return
    label, _, after = placed.text.partition(":")
    is_labelled = bool(after) and len(label.split()) <= _MAX_LABEL_WORDS
    text = after.strip() if is_labelled else placed.text
    # A single slash stands for "or", several signs stand between entries.
    between = _SIGN if len(_SIGN.findall(text)) > 1 else _BETWEEN
    names = [name.rstrip(" .") for name in between.split(text.rstrip(";, "))]
    are_capital = len(names) > 1 and not any(name[:1].islower() for name in names)
    is_headed = (placed.reason == "heading" and len(names) > 1) or (
        placed.is_sure and len(names) > 2
    )
    is_list = (is_labelled or is_headed or are_capital) and not any(map(_GOES_ON.match, names))
    if is_list and all(map(_is_name, names)):
        yield from (placed._replace(text=as_name(name)) for name in names)
    else:
        is_name = placed.is_sure and _is_name(placed.text)
        yield placed._replace(text=as_name(placed.text)) if is_name else placed


def _is_name(text: str) -> bool:
    return bool(text) and is_short(text) and len(text.split()) <= _MAX_ENTRY_WORDS
