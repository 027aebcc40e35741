"""Names as names: of professions, majors and institutions, and the title that names a document.

Pure. Names keep the capitals that their writer gave them, but small words ("dan", "untuk") are
small, and what stands all in capitals or all in small letters is written as a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import Final

from profiles.documents import wording
from profiles.documents.layout import Block
from profiles.documents.lines import MAX_NAME_LENGTH, Line, fold, is_short
from profiles.documents.placing import SECTIONS

_MAX_NAME_WORDS: Final = 8
_EDGES = " #*_=~:;,."
_WORD = re.compile(r"[^\s/&()-]+")
_TITLE = re.compile(rf"^{wording.TITLE_STARTS}", re.IGNORECASE)
_OF_SITE = re.compile(r"\s+[|\u00bb\u2013\u2014]\s+")
_KIND_OF_TEXT = re.compile(wording.KINDS_OF_TEXT, re.IGNORECASE)
_SUBTITLE = re.compile(wording.SUBTITLE, re.IGNORECASE)


def as_name(text: str, *, longest_abbreviation: int = 5) -> str:
    """The text written as a name: "ILMU DAN TEKNOLOGI PANGAN" → "Ilmu dan Teknologi Pangan"."""
    words = " ".join(text.split())
    letters = [letter for letter in words if letter.isalpha()]
    # A short one in capitals is an abbreviation: "BPS".
    shouts = words.isupper() and (" " in words or len(letters) > longest_abbreviation)
    return _WORD.sub(lambda word: _cased(word[0], word.start() == 0, shouts=shouts), words)


def _cased(word: str, is_first: bool, *, shouts: bool) -> str:
    lower = word.lower()
    if not is_first and lower in wording.SMALL_WORDS:
        return lower
    if shouts and not (lower in wording.CAPITALS or not set(lower) & set("aeiou")):
        word = lower
    # "iOS" has its capitals; one letter between hyphens or marks has none to get.
    return word if any(map(str.isupper, word)) else word[:1].upper() + word[1:]


def name_from_filename(filename: str) -> str:
    """The profession that a file is called after: "ahli-gizi.txt" → "Ahli Gizi"."""
    stem = PurePath(filename).stem
    words = [word for word in re.split(r"[\s_-]+", stem) if word]
    return (as_name(" ".join(words)) or stem)[:MAX_NAME_LENGTH].strip()


# --- The title ---


def named_by(text: str) -> str:
    """The profession that a title names: "Mengenal Profesi Perawat" → "Perawat"."""
    text = " ".join(text.split()).strip(_EDGES)
    text = _OF_SITE.split(text)[0]
    if opening := _TITLE.match(text):
        text = text[opening.end() :]
    if subtitle := _SUBTITLE.search(text):
        text = text[: subtitle.start()]
    return as_name(text.strip(_EDGES), longest_abbreviation=3)


def title_index(lines: Sequence[tuple[Block, Line]], *, expected: str) -> int | None:
    """Where the title is: the first line if it looks like one, or the first that is as expected."""
    first = next((i for i, (_, line) in enumerate(lines) if not line.is_of_page), None)
    for index, (block, line) in enumerate(lines):
        is_expected = fold(named_by(line.text)) == expected
        if (index != first and not is_expected) or not _could_be_name(block, line):
            continue
        # "Hukum" among the majors is none, even in hukum.txt; in the first line it is.
        if is_expected and not (index != first and line.strong):
            return index
        if index == first and _is_title(lines[index:]):
            return index
    return None


def _could_be_name(block: Block, line: Line) -> bool:
    name = named_by(line.text)
    return (
        line.heading is None
        and not line.is_of_page
        and not _KIND_OF_TEXT.match(name)
        and block.mark != "-"
        and (line.is_item or _says_more_than_name(line.text))
        and is_short(name)
        and len(name) <= MAX_NAME_LENGTH
        and len(name.split()) <= _MAX_NAME_WORDS
        and any(map(str.isalpha, name))
    )


def _says_more_than_name(text: str) -> bool:
    """Is there something around the name: "Profil profesi: …", "… | a site"?"""
    return any(pattern.search(text) for pattern in (_TITLE, _SUBTITLE, _OF_SITE))


def _is_title(lines: Sequence[tuple[Block, Line]]) -> bool:
    """Is the first line a title by what it says, and by what follows?"""
    (block, title), *after = lines
    body = [read for read in after if not read[1].is_of_page]
    if not body or block.mark:
        return False
    says_so = _TITLE.match(title.text) is not None
    if not says_so and (title.strong or (title.weak and title.weak.section in SECTIONS)):
        return False
    if body[0][1].heading or says_so:
        return True
    # "Manajemen Seni" is a major, not what a person is.
    if title.weak and title.weak.section == "majors":
        return False
    if not body[0][1].is_item or block.is_head or body[0][0].is_head:
        return True
    words = re.compile(rf"\b{re.escape(fold(named_by(title.text)))}\b")
    return any(words.search(line.folded) for _, line in body)
