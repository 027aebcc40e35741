from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from profiles.editions.content import EditionContent, FrozenDemand, Paragraphs, Text
from profiles.editions.faults import Fault, find_faults
from tests.factories import CAMPAIGN, Demands, make_content


def faults(content: EditionContent) -> list[tuple[str, str]]:
    """What is refused, with the trait that it is about."""
    return [(f.code, f.trait.code if f.trait else "") for f in of(content, "refuse")]


def of(content: EditionContent, severity: str) -> list[Fault]:
    return [fault for fault in find_faults(content) if fault.severity == severity]


def with_demand(**changes: Any) -> EditionContent:
    content = make_content({"C": (3, True), "O": (2, False)})
    first, second = content.demands
    return dataclasses.replace(content, demands=(dataclasses.replace(first, **changes), second))


def test_good_content_has_no_faults() -> None:
    assert find_faults(CAMPAIGN) == ()


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
        (make_content({"C": (1, False)}, keyings=[1, -1] * 60), []),
        (make_content({"C": (1, False)}, keyings=[1, -1] * 61), [("too_many_statements", "")]),
        (
            make_content({"C": (1, False), "O": (1, False)}, keyings=[1, -1] * 125),
            [("too_many_statements", "")],
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
            dataclasses.replace(CAMPAIGN, not_measured=Text(" ", "Interest is not asked about.")),
            [("nothing_not_measured", "")],
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


def test_text_that_has_no_place_yet_is_refused() -> None:
    (fault,) = find_faults(CAMPAIGN, unplaced="Paragraf yang belum jelas.")
    assert (fault.code, fault.field, fault.severity) == ("text_unplaced", "unplaced", "refuse")
    assert find_faults(CAMPAIGN, unplaced=" \n") == ()


VERDICT = "Kalau ceroboh, kamu tidak cocok."
VERDICT_EN = "If you are careless, you are not suited."


def with_texts_of_trait(**changes: Any) -> EditionContent:
    first, *rest = CAMPAIGN.traits
    return dataclasses.replace(CAMPAIGN, traits=(dataclasses.replace(first, **changes), *rest))


def with_step(step: Text) -> EditionContent:
    levels = CAMPAIGN.traits[0].levels
    often = dataclasses.replace(levels["often"], step=step)
    return with_texts_of_trait(levels={**levels, "often": often})


@pytest.mark.parametrize(
    ("content", "field", "trait", "quote"),
    [
        (
            dataclasses.replace(CAMPAIGN, unsuited=Paragraphs(id=(f"Ada. {VERDICT} Ada.",))),
            *("unsuited", "", VERDICT),
        ),
        (
            dataclasses.replace(CAMPAIGN, misconception=Paragraphs(en=(VERDICT_EN,))),
            *("misconception_en", "", VERDICT_EN),
        ),
        (
            dataclasses.replace(CAMPAIGN, not_measured=Text("Minat.", VERDICT_EN)),
            *("not_measured_en", "", VERDICT_EN),
        ),
        (with_texts_of_trait(description=Text(VERDICT)), "description", "C", VERDICT),
        (with_step(Text("Langkah.", VERDICT_EN)), "levels", "C", VERDICT_EN),
    ],
)
def test_a_sentence_that_tells_its_reader_that_they_do_not_fit_is_refused_in_its_field(
    content: EditionContent, field: str, trait: str, quote: str
) -> None:
    (fault,) = find_faults(content)
    assert (fault.code, fault.severity) == ("tells_reader_unfit", "refuse")
    assert (fault.field, fault.quote) == (field, quote)
    assert (fault.trait.code if fault.trait else "") == trait


def test_evidence_that_does_so_is_refused_beside_the_text_that_it_stands_in() -> None:
    content = with_demand(evidence=Text(VERDICT))
    content = dataclasses.replace(content, suited=Paragraphs(id=(VERDICT,)))
    assert [(f.field, f.quote) for f in of(content, "refuse")] == [
        ("suited", VERDICT),
        ("evidence", VERDICT),
    ]


@pytest.mark.parametrize(
    ("demands", "codes"),
    [
        ({"C": (3, True), "O": (2, False), "L": (2, False)}, []),
        ({"C": (3, True), "O": (2, False), "L": (0, False)}, ["few_demands"]),
        ({"C": (3, True)}, ["few_demands"]),
        ({"C": (0, False)}, []),
        ({}, []),
    ],
)
def test_fewer_than_three_demands_with_weight_are_a_warning(
    demands: Demands, codes: list[str]
) -> None:
    assert [fault.code for fault in of(make_content(demands), "warn")] == codes


def test_every_fault_names_its_field() -> None:
    content = make_content({"C": (0, True)}, keyings=[1])
    assert [(f.code, f.field) for f in find_faults(content)] == [
        ("all_weights_zero", "demands"),
        ("essential_without_weight", "weight"),
        ("too_few_statements", "statements"),
        ("no_reversed_statement", "statements"),
    ]
    content = with_demand(evidence=Text("Pekerjaan ini meminta C.", "Not in the texts."))
    assert [f.field for f in of(content, "refuse")] == ["evidence_en"]
