"""Tells what one line of a profession document says by its own words, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from profiles.documents import wording

MAX_NAME_LENGTH: Final = 120
_MAX_SHORT_LINE: Final = 200  # characters of a heading or an item

# Invisible characters, which word processors leave behind.
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_MARKS = " #*_=~>|-\u2013\u2014\u2022\u00b7\u25aa\u25cf\u25e6\"'\u201c\u201d\u2018\u2019"
_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})?[.)]?|[a-z][.)]|[ivx]{1,4}[.)])\s+")


def fold(line: str) -> str:
    """The line as the wording has it: lower case, single spaces, without list mark and number."""
    visible = line if line.isascii() else line.translate(_INVISIBLE)
    text = " ".join(visible.split()).casefold().lstrip(_MARKS)
    if number := _NUMBER.match(text):
        text = text[number.end() :].lstrip(_MARKS)
    return text


class _Cues:
    """A table of (section, pattern), asked as one pattern because lines are many."""

    def __init__(self, table: Sequence[tuple[str, str]]) -> None:
        self._sections = [section for section, _ in table]
        self._pattern = _phrases("|".join(f"({pattern})" for _, pattern in table))

    def at_start(self, folded: str) -> str | None:
        return self._section(self._pattern.match(folded))

    def anywhere(self, folded: str) -> str | None:
        """The section whose wording comes first in the text."""
        return self._section(self._pattern.search(folded))

    def _section(self, match: re.Match[str] | None) -> str | None:
        return self._sections[match.lastindex - 1] if match and match.lastindex else None


def _phrases(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b")


# --- Headings ---


@dataclass(frozen=True)
class Heading:
    """The sections that a heading announces; text goes to the first unless its wording differs."""

    sections: tuple[str, ...]
    is_canonical: bool = False


_HEADINGS = [
    *(Heading(sections, is_canonical=True) for sections, _ in wording.CANONICAL_HEADINGS),
    *(Heading(sections) for sections, _ in wording.VARIANT_HEADINGS),
]
_HEADING = re.compile(
    "|".join(
        f"({pattern})" for _, pattern in (*wording.CANONICAL_HEADINGS, *wording.VARIANT_HEADINGS)
    )
)


def _heading_of(folded: str) -> Heading | None:
    """The heading that the line is, if it is one."""
    if len(folded) > _MAX_SHORT_LINE:
        return None
    match = _HEADING.fullmatch(folded.rstrip(_MARKS + ":"))
    return _HEADINGS[match.lastindex - 1] if match and match.lastindex else None


def _label_of(folded: str) -> Heading | None:
    """The heading that stands in the same line as its text: "Gambaran umum: …"."""
    label, colon, text = folded.partition(":")
    return _heading_of(label) if colon and text.strip() else None


# --- Paragraphs ---

_STRONG_STARTS = _Cues(wording.STRONG_STARTS)
_WEAK_STARTS = _Cues(wording.WEAK_STARTS)
_WEAK_WORDING = _Cues(wording.WEAK_WORDING)
_WEAK_ITEMS = _Cues(wording.WEAK_ITEMS)
_CONTINUATION = _phrases(wording.CONTINUATION_STARTS)
_UNSUITED = _phrases(wording.UNSUITED)
_SUITED = _phrases(wording.SUITED)
_OVERVIEW_OPENING = _phrases(wording.OVERVIEW_OPENING)
_OVERVIEW_VERB = _phrases(wording.OVERVIEW_VERB)
_ABILITY = _phrases(wording.ABILITY)
_IS_IMPORTANT = _phrases(wording.IS_IMPORTANT)
_INSTITUTION = _phrases(wording.INSTITUTION_STARTS)
_NAMES = _Cues(
    (
        ("majors", wording.MAJOR_STARTS_IN_NAMES),
        ("institutions", wording.INSTITUTION_STARTS_IN_NAMES),
    )
)


class Line(NamedTuple):
    """A line, the heading it could be, and the section that its words ask for, if any.

    Strong wording may also be `wording.ANSWER`: it belongs where the paragraph before it does.
    """

    text: str
    folded: str
    heading: Heading | None
    is_item: bool
    strong: str | None
    weak: str | None

    @property
    def goes_on(self) -> bool:
        """Does it go on from the paragraph before it: "Padahal …"?"""
        return _CONTINUATION.match(self.folded) is not None


def read_line(text: str, opening: re.Pattern[str] | None) -> Line:
    """Read one line; `opening` is how this document would begin to tell of its profession."""
    folded = fold(text)
    is_item = _is_item(folded)
    strong = (_strong_item(text, folded) if is_item else None) or _strong_prose(folded, opening)
    weak = None
    if strong is None:
        weak = (_WEAK_ITEMS.at_start(folded) if is_item else None) or _weak_prose(folded)
    return Line(text, folded, _heading_of(folded), is_item, strong, weak)


def opening_with(names: Sequence[str]) -> re.Pattern[str] | None:
    """A paragraph's start that names the profession and goes on to its work: "Akuntan bertugas"."""
    known = [re.escape(fold(name)) for name in names if len(name) <= MAX_NAME_LENGTH]
    alternatives = "|".join(name for name in known if name)
    if not alternatives:
        return None
    return _phrases(rf"(?:seorang )?(?:{alternatives}) (?:{wording.VERB_AFTER_NAME})")


def _is_item(folded: str) -> bool:
    """Is this short enough for an item of a list, and without the marks of a sentence?"""
    if len(folded) > _MAX_SHORT_LINE:
        return False
    words = folded.rstrip(",; ").split()
    return len(words) <= wording.MAX_ITEM_WORDS and not any(map(_is_of_sentence, words))


def _is_of_sentence(word: str) -> bool:
    if word[-1] in ".!?:\u2026":
        return word[:-1] not in wording.ABBREVIATIONS
    return word in wording.SENTENCE_WORDS


def _strong_item(text: str, folded: str) -> str | None:
    if _INSTITUTION.match(folded):
        return "institutions"
    if folded.rstrip(",; ") in wording.FIELDS:
        return "majors"
    section = _NAMES.at_start(folded)
    return section if section and _has_capitals(text) else None


def _has_capitals(text: str) -> bool:
    """Is this written as a name: "Teknik Sipil", unlike "teknik mencatat"?"""
    return not any(word[0].islower() and word not in wording.SMALL_WORDS for word in text.split())


def _strong_prose(folded: str, opening: re.Pattern[str] | None) -> str | None:
    if section := _STRONG_STARTS.at_start(folded):
        return section
    if label := _label_of(folded):
        return label.sections[0]
    if _UNSUITED.search(folded):
        return "unsuited"
    if _SUITED.search(folded):
        return "suited"
    if _OVERVIEW_OPENING.match(folded) and _OVERVIEW_VERB.search(folded):
        return "overview"
    return "overview" if opening and opening.match(folded) else None


def _weak_prose(folded: str) -> str | None:
    if section := _WEAK_STARTS.at_start(folded) or _WEAK_WORDING.anywhere(folded):
        return section
    ability = _ABILITY.search(folded)
    return "suited" if ability and _IS_IMPORTANT.search(folded, ability.end()) else None
