from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest

from profiles.editions.content import (
    EditionContent,
    FrozenDemand,
    Paragraphs,
    Text,
    find_faults,
    interleave,
)
from tests.quiz.core.contents import CAMPAIGN, make_content


def faults(content: EditionContent) -> list[tuple[str, str]]:
    return [(f.code, f.trait.code if f.trait else "") for f in find_faults(content)]


def with_demand(**changes: Any) -> EditionContent:
    content = make_content({"C": (3, True), "O": (2, False)})
    first, second = content.demands
    return dataclasses.replace(content, demands=(dataclasses.replace(first, **changes), second))


def test_content_survives_its_json() -> None:
    assert EditionContent.from_json(json.loads(json.dumps(CAMPAIGN.to_json()))) == CAMPAIGN


def test_a_shape_from_another_time_is_refused() -> None:
    with pytest.raises(ValueError, match="schema"):
        EditionContent.from_json({**CAMPAIGN.to_json(), "schema": 2})


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


def test_good_content_has_no_faults() -> None:
    assert faults(CAMPAIGN) == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (make_content({}), [("no_demand", "")]),
        (make_content({"C": (0, False), "O": (0, False)}), [("all_weights_zero", "")]),
        (with_demand(weight=0), [("essential_without_weight", "C")]),
        (
            make_content({"C": (1, False)}, keyings=[1, 1, -1]),
            [("too_few_statements", "C")],
        ),
        (
            make_content({"C": (1, False)}, keyings=[1, 1, 1, 1]),
            [("no_reversed_statement", "C")],
        ),
        (with_demand(evidence=Text("")), [("evidence_missing", "C")]),
        (with_demand(evidence=Text("Tidak ada di teks.")), [("evidence_not_in_texts", "C")]),
        (
            with_demand(evidence=Text("Pekerjaan ini meminta C.", "Not in the texts.")),
            [("evidence_not_in_texts", "C")],
        ),
        (
            dataclasses.replace(CAMPAIGN, overview=Paragraphs(), suited=CAMPAIGN.overview),
            [("no_overview", "")],
        ),
        (
            make_content({"C": (0, True)}, keyings=[1]),
            [
                ("all_weights_zero", ""),
                ("essential_without_weight", "C"),
                ("too_few_statements", "C"),
                ("no_reversed_statement", "C"),
            ],
        ),
    ],
)
def test_faults(content: EditionContent, expected: list[tuple[str, str]]) -> None:
    assert faults(content) == expected


def test_a_level_without_text_is_a_fault() -> None:
    first, *rest = CAMPAIGN.traits
    silent = dataclasses.replace(first.levels["strong"], step=Text(""))
    trait = dataclasses.replace(first, levels={**first.levels, "strong": silent})
    content = dataclasses.replace(CAMPAIGN, traits=(trait, *rest))
    assert faults(content) == [("level_text_missing", "C")]


def test_evidence_may_stand_in_any_text_and_differ_in_white_space() -> None:
    content = make_content({"C": (3, True)})
    content = dataclasses.replace(
        content,
        difference=Paragraphs(id=("Awal. Orang\u00a0yang  teliti. Akhir.",)),
        demands=(FrozenDemand("C", 3, True, Text("Orang yang teliti.")),),
    )
    assert faults(content) == []
