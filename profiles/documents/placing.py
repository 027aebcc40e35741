"""Places each paragraph of a document in a section, with the reason and whether it is sure.

Pure. The first of these that speaks decides: strong wording ("Miskonsepsi …"), the heading above,
weak wording ("perlu memiliki"), the paragraph before. What none of them can place is unplaced.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal, NamedTuple

from profiles.documents import wording
from profiles.documents.headings.finding import UNPLACED, Heading
from profiles.documents.layout import Block
from profiles.documents.lines import Cue, Line

SECTIONS = ("overview", "suited", "unsuited", "misconception", "expectation", "difference")
LISTS: Final = ("majors", "institutions")
_TALK = ("misconception", "expectation", "difference")

Reason = Literal["heading", "wording", "before", "page", "unknown_heading", "nothing"]


class Placement(NamedTuple):
    """A paragraph, where it was placed, and why; `words` are those of the document that said so."""

    text: str
    section: str
    reason: Reason
    words: str
    is_sure: bool


class _Choice(NamedTuple):
    section: str
    reason: Reason
    words: str = ""
    is_sure: bool = False


def place(lines: Iterable[tuple[Block, Line, Heading | None]]) -> Iterator[Placement]:
    """Each paragraph with its section, in order."""
    holding: Heading | None = None
    lead: Heading | None = None  # what a paragraph that ends in a colon is to the items after it
    previous: str | None = None
    for block, line, heading in lines:
        if heading:
            if not heading.is_known:
                yield Placement(line.text, UNPLACED, "unknown_heading", heading.text, False)
            holding, lead = _answering(heading, line, previous), None
            previous = None if heading.is_known else UNPLACED
            continue
        if line.is_of_page:
            yield Placement(line.text, UNPLACED, "page", "", True)
            continue
        if not line.is_item and not block.mark:
            lead = None
        choice = _choose(block, line, lead or holding, previous)
        previous = choice.section
        yield Placement(line.text, *choice)
        holding = _still_holding(holding, previous)
        lead = _lead(line, previous) or _still_holding(lead, previous)


def _still_holding(heading: Heading | None, section: str) -> Heading | None:
    """The heading, until text of another section means that its own heading is missing."""
    is_left = heading and heading.is_known and section not in heading.sections
    return None if is_left else heading


def _lead(line: Line, section: str) -> Heading | None:
    """A line that ends in a colon, as what heads the items after it."""
    leads = line.text.endswith(":") and section != UNPLACED
    return Heading((section,), line.text) if leads else None


def _answering(heading: Heading, line: Line, previous: str | None) -> Heading:
    """The heading, or what it means below a myth: "Fakta" after "Mitos"."""
    is_answer = line.strong is not None and line.strong.section == wording.ANSWER
    if is_answer and previous in ("misconception", "expectation"):
        return Heading((previous,), heading.text)
    return heading


def _choose(block: Block, line: Line, heading: Heading | None, previous: str | None) -> _Choice:
    if line.strong and line.strong.section == wording.ANSWER:
        return _answer(line.strong, previous)
    if heading:
        return _under(heading, block, line, previous)
    if line.strong:
        return _Choice(line.strong.section, "wording", line.strong.words, is_sure=True)
    if line.goes_on and previous in SECTIONS:
        return _Choice(previous, "before", is_sure=True)
    if line.weak:
        section = line.weak.section
        is_expected = previous == section or (previous is None and not line.is_item)
        is_sure = is_expected and not line.is_torn
        return _Choice(section, "wording", line.weak.words, is_sure)
    if line.tells_of_job and previous not in ("suited", "unsuited"):
        return _Choice("overview", "wording", is_sure=previous in (None, "overview"))
    # Prose does not go on from a list.
    if previous is None or (previous in LISTS and not line.is_item):
        return _Choice(UNPLACED, "nothing")
    return _Choice(previous, "before")


def _answer(cue: Cue, previous: str | None) -> _Choice:
    is_known = previous in ("misconception", "expectation")
    section = previous if previous and is_known else "expectation"
    return _Choice(section, "wording", cue.words, is_sure=True)


def _under(heading: Heading, block: Block, line: Line, previous: str | None) -> _Choice:
    is_expected = line.strong is not None and line.strong.section in heading.sections
    if line.strong and (is_expected or not _is_item_of(heading, block, line)):
        return _Choice(
            line.strong.section,
            "wording",
            line.strong.words,
            is_expected or line.text.endswith(":"),
        )
    if not heading.is_known:
        if line.weak and not line.is_torn:
            return _Choice(line.weak.section, "wording", line.weak.words)
        return _Choice(UNPLACED, "unknown_heading", heading.text)
    if line.weak and line.weak.section in heading.sections:
        return _Choice(line.weak.section, "wording", line.weak.words, is_sure=True)
    if line.weak and _is_foreign(line, heading) and not block.mark:
        return _Choice(line.weak.section, "wording", line.weak.words)
    section = previous if previous in heading.sections else heading.sections[0]
    is_alone = len(heading.sections) == 1 or previous == section or bool(block.mark)
    is_sure = is_alone and not _is_foreign(line, heading) and line.weak is None
    return _Choice(section, "heading", heading.text, is_sure)


def _is_item_of(heading: Heading, block: Block, line: Line) -> bool:
    """Is this an item of what the heading announces, whatever its words would say elsewhere?"""
    return bool(block.mark) and line.is_item and heading.is_known


def _is_foreign(line: Line, heading: Heading) -> bool:
    """Is this another kind of text than the heading announces: prose in a list, or an item in talk?

    Tasks and abilities are often listed, so that the headings of those take items as they come.
    """
    return heading.sections[0] in (_TALK if line.is_item else LISTS)
