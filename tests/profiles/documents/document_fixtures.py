"""Profession documents for the tests, and what is asked of them again and again."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from pathlib import Path

from profiles.documents.decoding import decode
from profiles.documents.document import ProfileDocument, parse
from profiles.documents.placing import SECTIONS

DOCUMENTS = Path(__file__).parent
LISTS = (*SECTIONS, "majors", "institutions", "unplaced")
FESTIVAL = "koordinator-festival-seni.txt"
ARCHIVE = "petugas-arsip.txt"
GUIDE = "pemandu-museum-kota.txt"


def read(name: str) -> str:
    return decode((DOCUMENTS / name).read_bytes())


def lines_of(text: str) -> list[str]:
    """The lines that say something, with single spaces, as paragraphs are given back."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return [line for line in lines if any(map(str.isalnum, line))]


def words_of(*texts: str) -> Counter[str]:
    """The words that no list mark or number could be."""
    return Counter(re.findall(r"[^\W\d_]{5,}|\d{3,}", " ".join(texts).casefold()))


def words_in(document: ProfileDocument) -> Counter[str]:
    return words_of(*chain.from_iterable(placed(document).values()))


def parsed(*lines: str, name: str = "Cadangan") -> ProfileDocument:
    return parse("\n".join(lines), fallback_name=name)


def place_of(document: ProfileDocument, paragraph: str) -> str:
    (place,) = [name for name in LISTS if paragraph in getattr(document, name)]
    return place


def placed(document: ProfileDocument) -> dict[str, list[str]]:
    return {name: list(getattr(document, name)) for name in LISTS if getattr(document, name)}
