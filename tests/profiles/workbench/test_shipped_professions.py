"""The professions that ship: each is complete, says why it asks for what, and is like no other."""

from __future__ import annotations

import re

import pytest

from profiles.editions.content import SECTIONS
from profiles.models import Field
from profiles.models.professions import CODE_OF_UNIT_GROUP
from profiles.workbench.shipped_content import (
    FIRST_PROFESSION,
    FOLDER,
    Value,
    shipped_professions,
    shipped_traits,
)

PROFESSIONS = shipped_professions()
SLUGS = {profession["slug"] for profession in PROFESSIONS}
TRAITS = {trait["code"] for trait in shipped_traits()}

each = pytest.mark.parametrize("profession", PROFESSIONS, ids=lambda value: value["slug"])


def test_there_are_twenty_of_all_fields_and_no_two_ask_for_the_same() -> None:
    assert len(SLUGS) == len(PROFESSIONS) == 20
    assert {profession["field"] for profession in PROFESSIONS} == set(Field.values)
    asked = [
        frozenset((one["trait"], one["weight"]) for one in profession["demands"])
        for profession in PROFESSIONS
    ]
    assert len(set(asked)) == 20
    assert {trait for demands in asked for trait, _weight in demands} == TRAITS


@each
def test_it_lies_where_one_looks_for_it(profession: Value) -> None:
    assert (FOLDER / "professions" / profession["field"] / f"{profession['slug']}.json").is_file()


@each
def test_what_it_asks_for_stands_in_its_texts_where_the_weight_says(profession: Value) -> None:
    assert 3 <= len(profession["demands"]) <= 5
    for demand in profession["demands"]:
        assert (demand["weight"], demand["essential"]) in {(3, True), (2, False)}
        section = "unsuited" if demand["essential"] else "suited"
        for language in ("id", "en"):
            sentence = demand["evidence"][language]
            assert any(sentence in text for text in profession[section][language]), sentence
            assert re.fullmatch(r"[^.!?]+\.", sentence)


@each
def test_all_of_it_is_there_in_both_languages(profession: Value) -> None:
    for section in SECTIONS:
        texts = profession[section]
        assert len(texts["id"]) == len(texts["en"]) > 0
    named = [profession["name"], profession["not_measured"], *profession["majors"]]
    if profession["slug"] != FIRST_PROFESSION:  # its workplaces have names of their own
        named += profession["institutions"]
    assert all(list(name) == ["id", "en"] and all(name.values()) for name in named)
    assert 5 <= len(profession["majors"]) <= 10


@each
def test_it_speaks_of_the_work_and_never_says_that_the_reader_does_not_fit(
    profession: Value,
) -> None:
    assert "tidak cocok" not in str(profession)
    assert not any(re.search(r"\bkamu\b", text) for text in profession["unsuited"]["id"])
    assert not any(re.search(r"\byou\b", text) for text in profession["unsuited"]["en"])


@each
def test_it_leads_to_others_that_ship(profession: Value) -> None:
    related = profession["related"]
    assert 2 <= len(set(related)) == len(related) <= 4
    assert set(related) <= SLUGS - {profession["slug"]}
    for name in ("isco08", "kbji"):
        assert re.fullmatch(CODE_OF_UNIT_GROUP, profession.get(name, "0000"))
