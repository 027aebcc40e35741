"""Profession documents for the tests, and what is asked of them again and again."""

from __future__ import annotations

from pathlib import Path

from profiles.documents.document import SECTIONS, ProfileDocument, decode, parse

DOCUMENTS = Path(__file__).parent
LISTS = (*SECTIONS, "majors", "institutions", "unplaced")
FESTIVAL = "koordinator-festival-seni.txt"
ARCHIVE = "petugas-arsip.txt"
GUIDE = "pemandu-museum-kota.txt"


def read(name: str) -> str:
    return decode((DOCUMENTS / name).read_bytes())


def parsed(*lines: str, name: str = "Cadangan") -> ProfileDocument:
    return parse("\n".join(lines), fallback_name=name)


def place_of(document: ProfileDocument, paragraph: str) -> str:
    (place,) = [name for name in LISTS if paragraph in getattr(document, name)]
    return place


def placed(document: ProfileDocument) -> dict[str, list[str]]:
    return {name: list(getattr(document, name)) for name in LISTS if getattr(document, name)}
