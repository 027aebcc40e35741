"""Tells what one line of a profession document says by its own words, wherever it stands.

Pure. Its tables are in `wording`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from profiles.documents import wording
from profiles.documents.headings.finding import (
    MAX_SHORT_LINE,
    Heading,
    heading_of,
    label_of,
    list_label_of,
)
from profiles.documents.layout import INVISIBLE

MAX_NAME_LENGTH: Final = 120

_MARKS = " #*_=~>|-\u2013\u2014\u2022\u00b7\u25aa\u25cf\u25e6\"'\u201c\u201d\u2018\u2019"
_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})?[.)]?|[a-z][.)]|[ivx]{1,4}[.)])\s+")


def fold(line: str) -> str:
    """The line as the wording has it: lower case, single spaces, without list mark and number."""
    visible = line if line.isascii() else line.translate(INVISIBLE)
    text = " ".join(visible.split()).casefold().lstrip(_MARKS)
    if number := _NUMBER.match(text):
        text = text[number.end() :].lstrip(_MARKS)
    return text


class Cue(NamedTuple):
    """A section, and the words of the text that ask for it."""

    section: str
    words: str


class _Cues:
    """A table of (section, pattern), asked as one pattern because lines are many."""

    def __init__(self, table: Sequence[tuple[str, str]]) -> None:
        self._sections = [section for section, _ in table]
        self._pattern = _phrases("|".join(f"({pattern})" for _, pattern in table))

    def at_start(self, folded: str) -> Cue | None:
        return self._cue(self._pattern.match(folded))

    def anywhere(self, folded: str) -> Cue | None:
        """The section whose wording comes first in the text."""
        return self._cue(self._pattern.search(folded))

    def _cue(self, match: re.Match[str] | None) -> Cue | None:
        if not match or not match.lastindex:
            return None
        return Cue(self._sections[match.lastindex - 1], match[0])


def _phrases(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b")


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
_PAGE_START = re.compile(wording.PAGE_STARTS)
_PAGE_SEPARATOR = re.compile(wording.PAGE_SEPARATORS)
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
    is_of_page: bool
    tells_of_job: bool
    strong: Cue | None
    weak: Cue | None
    is_torn: bool  # between the sections of two weak cues

    @property
    def goes_on(self) -> bool:
        """Does it go on from the paragraph before it: "Padahal …"?"""
        return _CONTINUATION.match(self.folded) is not None


def read_line(text: str, openings: Openings | None) -> Line:
    """Read one line; `openings` are how this document would begin to tell of its profession."""
    folded = fold(text)
    is_item = _is_item(folded)
    strong = (_strong_item(text, folded) if is_item else None) or _strong_prose(folded, openings)
    tells_of_job = openings is not None and openings.weak.match(folded) is not None
    cues = [] if strong else list(_weak_cues(folded, is_item=is_item))
    return Line(
        text,
        folded,
        heading=heading_of(folded) or (openings.comparing(folded) if openings else None),
        is_item=is_item,
        is_of_page=_is_of_page(folded),
        tells_of_job=tells_of_job and not is_item,
        strong=strong,
        weak=cues[0] if cues else None,
        is_torn=len({cue.section for cue in cues}) > 1,
    )


def begins_part(text: str) -> bool:
    """Does a part of a profile begin here: is this a heading, or wording that opens a section?"""
    folded = fold(text)
    return heading_of(folded) is not None or _STRONG_STARTS.at_start(folded) is not None


def _is_of_page(folded: str) -> bool:
    """Is this a page's menu, button or footer?"""
    if len(folded) > MAX_SHORT_LINE:
        return False
    if _PAGE_START.match(folded):
        return True
    words = folded.split()
    if len(words) > 2 and all(word in wording.PAGE_WORDS for word in words):
        return True
    parts = _PAGE_SEPARATOR.split(folded)
    return len(parts) > 1 and all(part in wording.PAGE_WORDS for part in parts[:2])


def is_page_word(line: Line) -> bool:
    """Could this be an entry of a menu? Only other entries beside it make it one: "Jurusan"."""
    return line.folded in wording.PAGE_WORDS


class Openings(NamedTuple):
    """A paragraph's start that names the profession and goes on to its work."""

    strong: re.Pattern[str]  # "Akuntan bertugas"
    weak: re.Pattern[str]  # "Akuntan mencatat"
    compared: re.Pattern[str]  # "Akuntan dan auditor"

    def comparing(self, folded: str) -> Heading | None:
        """The heading that sets the profession beside another one, if the line is such a one."""
        found = self.compared.fullmatch(folded.rstrip(" #*_=~:"))
        return Heading(("difference",), folded) if found else None


def openings_with(names: Sequence[str]) -> Openings | None:
    """How paragraphs open that tell of the profession with one of these names."""
    known = [re.escape(fold(name)) for name in names if len(name) <= MAX_NAME_LENGTH]
    alternatives = "|".join(name for name in known if name)
    if not alternatives:
        return None
    name = rf"(?:seorang )?(?:{alternatives})"
    return Openings(
        _phrases(rf"{name} (?:{wording.VERB_AFTER_NAME})"),
        _phrases(rf"{name} {wording.ACTS_AFTER_NAME}"),
        re.compile(rf"(?:{wording.OTHER_THAN}){name}\??|{name}{wording.BESIDE_ANOTHER}"),
    )


def is_short(text: str) -> bool:
    """Is this short enough for a name or an item, and without the marks of a sentence?"""
    return _is_item(fold(text))


def _is_item(folded: str) -> bool:
    """Is this short enough for an item of a list, and without the marks of a sentence?"""
    if len(folded) > MAX_SHORT_LINE:
        return False
    words = folded.rstrip(",; ").split()
    return len(words) <= wording.MAX_ITEM_WORDS and not any(map(_is_of_sentence, words))


def _is_of_sentence(word: str) -> bool:
    if word[-1] in ".!?:\u2026":
        return word[:-1] not in wording.ABBREVIATIONS
    return word in wording.SENTENCE_WORDS


def _strong_item(text: str, folded: str) -> Cue | None:
    if institution := _INSTITUTION.match(folded):
        return Cue("institutions", institution[0])
    field = folded.rstrip(",; ")
    if field in wording.FIELDS:
        return Cue("majors", field)
    name = _NAMES.at_start(folded)
    return name if name and _has_capitals(text) else None


def _has_capitals(text: str) -> bool:
    """Is this written as a name: "Teknik Sipil", unlike "teknik mencatat"?"""
    return not any(word[0].islower() and word not in wording.SMALL_WORDS for word in text.split())


def _strong_prose(folded: str, openings: Openings | None) -> Cue | None:
    if cue := _STRONG_STARTS.at_start(folded):
        return cue
    if label := label_of(folded) or list_label_of(folded):
        return Cue(label.sections[0], label.text)
    if found := _UNSUITED.search(folded):
        return Cue("unsuited", found[0])
    if found := _SUITED.search(folded):
        return Cue("suited", found[0])
    found = _OVERVIEW_OPENING.match(folded)
    if found and _OVERVIEW_VERB.search(folded):
        return Cue("overview", found[0])
    found = openings.strong.match(folded) if openings else None
    return Cue("overview", found[0]) if found else None


def _weak_cues(folded: str, *, is_item: bool) -> Iterator[Cue]:
    """What the wording hints at, the clearest first."""
    cues = [
        _WEAK_ITEMS.at_start(folded) if is_item else None,
        _WEAK_STARTS.at_start(folded),
        _WEAK_WORDING.anywhere(folded),
    ]
    yield from filter(None, cues)
    ability = _ABILITY.search(folded)
    if ability and _IS_IMPORTANT.search(folded, ability.end()):
        yield Cue("suited", ability[0])
