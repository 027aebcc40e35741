from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiles.editions.content import EditionContent, Paragraphs, Text, interleave
from profiles.editions.upgrade import SCHEMA
from tests.factories import CAMPAIGN


def test_content_survives_its_json() -> None:
    assert EditionContent.from_json(json.loads(json.dumps(CAMPAIGN.to_json()))) == CAMPAIGN


@given(st.from_type(EditionContent))
def test_whatever_an_edition_holds_survives_its_json(content: EditionContent) -> None:
    assert EditionContent.from_json(json.loads(json.dumps(content.to_json()))) == content


def test_a_shape_from_another_time_is_refused() -> None:
    with pytest.raises(ValueError, match="schema"):
        EditionContent.from_json({**CAMPAIGN.to_json(), "schema": SCHEMA + 1})


@pytest.mark.parametrize(
    ("text", "language", "read"),
    [
        (Text("satu", "one"), "id", "satu"),
        (Text("satu", "one"), "en", "one"),
        (Text("satu"), "en", "satu"),
        (Paragraphs(("satu",), ("one", "two")), "en", ("one", "two")),
        (Paragraphs(("satu",)), "en", ("satu",)),
    ],
)
def test_english_where_there_is_some(text: Text | Paragraphs, language: str, read: object) -> None:
    assert text.in_language(language) == read


def test_statements_are_dealt_out_by_trait() -> None:
    codes = [statement.code for statement in CAMPAIGN.statements]
    assert codes[:6] == ["C1", "O1", "L1", "D1", "C2", "O2"]
    assert len(codes) == 24


def test_traits_with_unequal_numbers_of_statements_are_dealt_out_to_the_end() -> None:
    long, short = CAMPAIGN.statements_of("C"), CAMPAIGN.statements_of("O")[:1]
    codes = [statement.code for statement in interleave([short, long])]
    assert codes == ["O1", "C1", "C2", "C3", "C4", "C5", "C6"]


def test_a_trait_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        CAMPAIGN.trait("X")


@pytest.mark.parametrize(
    ("value", "words"), [(1, "Sangat tidak sesuai"), (4, "Sesuai"), (None, "Dilewati")]
)
def test_the_words_of_an_answer(value: int | None, words: str) -> None:
    assert CAMPAIGN.scale.text(value).id == words


def test_an_answer_off_the_scale_has_no_words() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        CAMPAIGN.scale.text(6)
