"""Reads a profession document (plain text) into a `ProfileDocument`.

Each paragraph, a line that is not blank, is placed by the first of these that speaks: strong
wording ("Miskonsepsi …"), the heading above it, weak wording ("perlu memiliki"), the paragraph
before it. What none of them can place is listed as unplaced: nothing is dropped but the title and
the headings. `document_lines` reads each line by itself; its tables are in `document_wording`.
`document_demands` then says which traits the document asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final, Literal

from profiles.documents import wording
from profiles.documents.lines import (
    MAX_NAME_LENGTH,
    Heading,
    Line,
    fold,
    opening_with,
    read_line,
)

SECTIONS = ("overview", "suited", "unsuited", "misconception", "expectation", "difference")
LISTS: Final = ("majors", "institutions")
UNPLACED: Final = "unplaced"

MAX_BYTES = 1_000_000
MAX_NAME_WORDS: Final = 8


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


class NotAProfile(ValueError):
    """These bytes are no text that could be a profile; `code` says why."""

    Code = Literal["empty", "too_large", "binary", "not_utf8"]

    def __init__(self, code: Code) -> None:
        super().__init__(code)
        self.code: NotAProfile.Code = code


# --- Bytes and file names ---

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CONTROL_BYTES = bytes(set(range(32)) - set(b"\t\n\v\f\r")) + b"\x7f"
_MAX_CONTROL_SHARE = 0.1


def decode(raw: bytes) -> str:
    """The text of a file, or `NotAProfile`."""
    if len(raw) > MAX_BYTES:
        raise NotAProfile("too_large")
    if raw.startswith(_UTF16_MARKS):
        raise NotAProfile("not_utf8")
    controls = len(raw) - len(raw.translate(None, _CONTROL_BYTES))
    if b"\0" in raw or controls > len(raw) * _MAX_CONTROL_SHARE:
        raise NotAProfile("binary")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotAProfile("not_utf8") from None
    if not text.strip():
        raise NotAProfile("empty")
    return text


def name_from_filename(filename: str) -> str:
    """The profession that a file is called after: "ahli-gizi.txt" → "Ahli Gizi"."""
    stem = PurePath(filename).stem
    words = re.split(r"[\s_-]+", stem)
    name = " ".join(word[:1].upper() + word[1:] for word in words if word)
    return (name or stem)[:MAX_NAME_LENGTH].strip()


# --- Placing paragraphs ---

_TALK = ("misconception", "expectation", "difference")


def parse(text: str, *, fallback_name: str) -> ProfileDocument:
    """Place every paragraph; `fallback_name` is the name if the document has no title."""
    texts = [stripped for line in text.splitlines() if (stripped := line.strip())]
    opening = opening_with([fallback_name, *texts[:1]])
    # What a line says does not depend on its place, so that equal lines are read once.
    read = {text: read_line(text, opening) for text in set(texts)}
    lines = [read[text] for text in texts]
    headings = _headings(lines)
    title = _title_index(lines, headings, expected=fold(fallback_name))
    placed: dict[str, list[str]] = {name: [] for name in (*SECTIONS, *LISTS, UNPLACED)}
    for line, section in _place(
        (line, heading)
        for index, (line, heading) in enumerate(zip(lines, headings, strict=True))
        if index != title
    ):
        placed[section].append(line.text)
    return ProfileDocument(
        name=fallback_name if title is None else _name(lines[title]),
        **{name: tuple(paragraphs) for name, paragraphs in placed.items()},
    )


def _headings(lines: Sequence[Line]) -> list[Heading | None]:
    """The heading that each line is, if it is one; a variant heading needs text after it."""
    headings = []
    text_follows = False
    for line in reversed(lines):
        counts = line.heading is not None and (line.heading.is_canonical or text_follows)
        headings.append(line.heading if counts else None)
        text_follows = text_follows or not counts
    return headings[::-1]


def _place(lines: Iterable[tuple[Line, Heading | None]]) -> Iterator[tuple[Line, str]]:
    """Each paragraph with its section, in order."""
    holding: Heading | None = None
    lead: Heading | None = None  # what a paragraph that ends in a colon is to the items after it
    previous: str | None = None
    for line, heading in lines:
        if heading:
            holding, lead, previous = heading, None, None
            continue
        if not line.is_item:
            lead = None
        previous = _section(line, lead or holding, previous)
        yield line, previous
        # Text of another section means that its own heading is missing.
        if holding and previous not in holding.sections:
            holding = None
        if lead and previous not in lead.sections:
            lead = None
        if line.text.endswith(":") and previous != UNPLACED:
            lead = Heading((previous,))


def _section(line: Line, heading: Heading | None, previous: str | None) -> str:
    if line.strong == wording.ANSWER:
        return previous if previous in ("misconception", "expectation") else "expectation"
    if line.strong:
        return line.strong
    if heading:
        if line.weak and (line.weak in heading.sections or _is_foreign(line, heading)):
            return line.weak
        return previous if previous in heading.sections else heading.sections[0]
    if line.goes_on and previous in SECTIONS:
        return previous
    if line.weak:
        return line.weak
    # Prose does not go on from a list.
    if previous in LISTS and not line.is_item:
        return UNPLACED
    return previous or UNPLACED


def _is_foreign(line: Line, heading: Heading) -> bool:
    """Is this another kind of text than the heading announces: prose in a list, or an item in talk?

    Tasks and abilities are often listed, so that the headings of those take items as they come.
    """
    return heading.sections[0] in (_TALK if line.is_item else LISTS)


# --- The title ---

_NAME_MARKS = " #*_=~"
_BULLET = re.compile(r"[-\u2013\u2014\u2022\u00b7\u25aa\u25cf\u25e6>]|\*\s|\d+[.)]")


def _name(line: Line) -> str:
    return " ".join(line.text.strip(_NAME_MARKS).split())


def _title_index(
    lines: Sequence[Line], headings: Sequence[Heading | None], *, expected: str
) -> int | None:
    """Where the title is: the first line if it looks like one, or the first that is as expected."""
    for index, line in enumerate(lines):
        if index and line.folded != expected:
            continue
        if headings[index] or not _could_be_name(line):
            continue
        # "Hukum" among the majors is none, even in hukum.txt; in the first line it is.
        if line.folded == expected and not (index and line.strong):
            return index
        if index == 0 and _is_title(lines, headings):
            return index
    return None


def _could_be_name(line: Line) -> bool:
    name = _name(line)
    return (
        line.is_item
        and len(name) <= MAX_NAME_LENGTH
        and len(name.split()) <= MAX_NAME_WORDS
        and any(map(str.isalpha, name))
    )


def _is_title(lines: Sequence[Line], headings: Sequence[Heading | None]) -> bool:
    """Is the first line a title by what it says, and by what follows?"""
    title, *body = lines
    if not body or title.strong or title.weak in SECTIONS or _BULLET.match(title.text):
        return False
    if headings[1]:
        return True
    # "Manajemen Seni" is a major, not what a person is.
    if title.weak == "majors":
        return False
    if not body[0].is_item:
        return True
    words = re.compile(rf"\b{re.escape(title.folded)}\b")
    return any(words.search(line.folded) for line in body)
