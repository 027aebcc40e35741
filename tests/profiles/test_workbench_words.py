"""What the desk tells editors of scores is what editions are scored by today."""

from __future__ import annotations

from itertools import pairwise

from profiles.editions import today
from profiles.models import Demand
from profiles.models.traits import LevelChoice


def test_the_names_of_the_levels_say_where_they_begin_and_end() -> None:
    borders = today.LEVELS.trait
    assert [border.code for border in borders] == LevelChoice.values
    labels = [str(label) for label in LevelChoice.labels]
    assert str(borders[1].lowest) in labels[0]
    for label, (border, above) in zip(labels[1:], pairwise(borders[1:]), strict=False):
        assert f"{border.lowest}–{above.lowest - 1}" in label
    assert str(borders[-1].lowest) in labels[-1]


def test_the_help_for_key_skills_names_the_cap() -> None:
    help_text = str(Demand._meta.get_field("essential").help_text)
    assert f"{today.RULE.cap_above_weakest} poin" in help_text
