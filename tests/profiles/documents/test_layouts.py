"""Documents in a dozen layouts: every paragraph in its place, and none lost."""

from __future__ import annotations

import re

import pytest

from profiles.documents.decoding import decode
from tests.profiles.documents.document_fixtures import words_in, words_of
from tests.profiles.documents.expected import HERE, LAYOUTS, compare, read_file

FOLDER = HERE / "layouts"
LONGEST_HEADING = 10  # words


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_paragraph_is_in_its_place(name: str) -> None:
    reading = read_file(FOLDER / name)
    found, unexpected = compare(reading, LAYOUTS[name]["sections"])
    assert [one for one in found if not one.is_right] == []
    assert unexpected == []
    assert (reading.document.name, reading.kind) == (LAYOUTS[name]["name"], "one")


@pytest.mark.parametrize("name", LAYOUTS)
def test_no_word_is_lost_but_those_of_headings_and_the_title(name: str) -> None:
    text = decode((FOLDER / name).read_bytes()).replace("\N{SOFT HYPHEN}", "")
    text = re.sub(r"(?m)^(?:Tanya|Jawab): |^\*\*([^*\n]+)\*\* ", r"\1\n", text)
    reading = read_file(FOLDER / name)
    found = words_in(reading.document)
    assert found <= words_of(text)
    # What is missing stands in a short line of its own: a heading, a label, the title.
    kept = {placed.text.casefold() for placed in reading.placements}
    lines = (" ".join(line.strip(" #*>\t").casefold().split()) for line in text.splitlines())
    aside = [line for line in lines if line not in kept and len(line.split()) <= LONGEST_HEADING]
    assert words_of(text) - found <= words_of(*aside)


def test_every_document_is_told_of() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(LAYOUTS)
