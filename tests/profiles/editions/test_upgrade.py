from __future__ import annotations

import copy
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from profiles.editions.content import EditionContent, Text
from profiles.editions.upgrade import SCHEMA, upgrade
from tests.factories import CAMPAIGN

# The shipped profession, as version ef79f96 published it.
SCHEMA_1 = json.loads((Path(__file__).parent / "schema-1.json").read_text(encoding="utf-8"))


def test_an_edition_of_schema_1_keeps_what_it_said() -> None:
    content = EditionContent.from_json(SCHEMA_1)
    assert content.name == Text("Pengurus Kampanye Politik", "Political Campaign Manager")
    assert [(d.trait, d.weight, d.essential) for d in content.demands] == [
        ("communication", 3, True),
        ("organization", 3, True),
        ("leadership", 2, False),
        ("data_analysis", 2, False),
    ]
    assert {statement.code: statement.text.id for statement in content.statements} == {
        statement["code"]: statement["text"]["id"] for statement in SCHEMA_1["statements"]
    }
    for trait, stored in zip(content.traits, SCHEMA_1["traits"], strict=True):
        assert {code: level.step.id for code, level in trait.levels.items()} == {
            code: level["step"]["id"] for code, level in stored["levels"].items()
        }
    assert [major.name.id for major in content.majors] == [one["id"] for one in SCHEMA_1["majors"]]
    assert [place.id for place in content.institutions] == SCHEMA_1["institutions"]
    assert {place.en for place in content.institutions} == {""}
    assert {major.group for major in content.majors} == {content.field, content.kbji} == {""}


def test_an_edition_of_schema_1_is_scored_as_it_was() -> None:
    content = EditionContent.from_json(SCHEMA_1)
    assert [(a.value, a.text.id, a.text.en) for a in content.scale.answers] == [
        (1, "Sangat tidak sesuai", "Not like me at all"),
        (2, "Tidak sesuai", "Not like me"),
        (3, "Netral", "Neutral"),
        (4, "Sesuai", "Like me"),
        (5, "Sangat sesuai", "Very much like me"),
    ]
    assert (content.scale.skip, content.scale.skipped) == (
        Text("Lewati", "Skip"),
        Text("Dilewati", "Skipped"),
    )
    for borders in (content.levels.trait, content.levels.match):
        assert [(border.code, border.lowest) for border in borders] == [
            ("developing", 0),
            ("capable", 50),
            ("strong", 75),
        ]
    rule = content.rule
    assert rule.name == "mean-capped-1"
    assert (rule.share_needed, rule.z) == (Fraction(2, 3), Fraction(128, 100))
    assert rule.cap_above_weakest == rule.item_standard_error == 25


def test_upgrading_leaves_the_stored_value_as_it_is() -> None:
    before = copy.deepcopy(SCHEMA_1)
    assert upgrade(SCHEMA_1)["schema"] == SCHEMA
    assert before == SCHEMA_1


def test_the_newest_shape_needs_no_upgrade() -> None:
    newest = CAMPAIGN.to_json()
    assert upgrade(newest) is newest


@pytest.mark.parametrize("schema", [0, SCHEMA + 1, "1", None])
def test_a_shape_that_is_not_known_is_refused(schema: Any) -> None:
    with pytest.raises(ValueError, match="unknown edition schema"):
        upgrade({**SCHEMA_1, "schema": schema})
