from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from profiles.editions.content import EditionContent, FrozenDemand, Paragraphs, Text
from profiles.editions.faults import find_faults
from tests.factories import CAMPAIGN, make_content


def faults(content: EditionContent) -> list[tuple[str, str]]:
    return [(f.code, f.trait.code if f.trait else "") for f in find_faults(content)]


def with_demand(**changes: Any) -> EditionContent:
    content = make_content({"C": (3, True), "O": (2, False)})
    first, second = content.demands
    return dataclasses.replace(content, demands=(dataclasses.replace(first, **changes), second))


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
    silent = dataclasses.replace(first.levels["often"], step=Text(""))
    trait = dataclasses.replace(first, levels={**first.levels, "often": silent})
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
