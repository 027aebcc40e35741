"""Tells which parts of a profile a heading announces: known headings, likely ones, unknown ones.

Pure. A known heading counts wherever it stands alone in a line. Another line is a heading only if
it looks like one; then single words ("tugas", "kuliah") tell what it announces, or nothing does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from profiles.documents.headings import wording

UNPLACED: Final = "unplaced"
MAX_SHORT_LINE: Final = 200  # characters of a heading or an item
_ENDS = " #*_=~:"
_MAX_LABEL_WORDS: Final = 5
_LISTS: Final = ("majors", "institutions")


@dataclass(frozen=True)
class Heading:
    """The sections that a heading announces; text goes to the first unless its wording differs."""

    sections: tuple[str, ...]
    text: str = ""
    is_canonical: bool = False

    @property
    def is_known(self) -> bool:
        return self.sections != (UNPLACED,)


_TABLES = (*wording.CANONICAL_HEADINGS, *wording.VARIANT_HEADINGS)
_SECTIONS = [sections for sections, _ in _TABLES]
_HEADING = re.compile("|".join(f"({pattern})" for _, pattern in _TABLES))
_CUES = [
    (sections, re.compile(rf"\b(?:{pattern})\b")) for sections, pattern in wording.HEADING_CUES
]


def heading_of(folded: str) -> Heading | None:
    """The known heading that the line is, if it is one."""
    if len(folded) > MAX_SHORT_LINE:
        return None
    match = _HEADING.fullmatch(folded.rstrip(_ENDS))
    if not match or not match.lastindex:
        return None
    is_canonical = match.lastindex <= len(wording.CANONICAL_HEADINGS)
    return Heading(_SECTIONS[match.lastindex - 1], folded, is_canonical)


def label_of(folded: str) -> Heading | None:
    """The heading that stands in the same line as its text: "Gambaran umum: …"."""
    label, colon, text = folded.partition(":")
    return heading_of(label) if colon and text.strip() else None


def list_label_of(folded: str) -> Heading | None:
    """What stands before a list in the same line: "Nilai plus untuk lulusan: Tata Boga, …"."""
    label, colon, text = folded.partition(":")
    if not colon or "," not in text or len(label.split()) > _MAX_LABEL_WORDS:
        return None
    heading = likely_heading(label)
    return heading if heading.sections[0] in _LISTS else None


def likely_heading(folded: str) -> Heading:
    """What a line that looks like a heading announces; nothing if no word of it says so."""
    sections = (sections for sections, cue in _CUES if cue.search(folded))
    return Heading(next(sections, (UNPLACED,)), folded)
