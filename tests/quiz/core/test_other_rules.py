"""Editions with other answers, levels and numbers than today's are scored by what they hold."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiles.editions import today
from profiles.editions.content import (
    FrozenAnswer,
    FrozenBorder,
    FrozenLevels,
    FrozenScale,
    Text,
)
from quiz.core import scoring
from quiz.core.breakdown import break_down
from quiz.core.elsewhere import score_elsewhere
from quiz.core.levels import level, named_levels
from quiz.core.response_quality import find_signs
from tests.factories import CAMPAIGN, answer_all, make_content
from tests.quiz.core.scoring_examples import scores

SIX_ANSWERS = FrozenScale(
    answers=tuple(FrozenAnswer(value, Text(f"Jawaban {value}")) for value in range(1, 7)),
    skip=Text("Lewati"),
    skipped=Text("Dilewati"),
)
OTHER_WORDS = FrozenAnswer(5, Text("Persis aku"))
SIX = replace(CAMPAIGN, scale=SIX_ANSWERS)
THIRDS = FrozenLevels(
    trait=(FrozenBorder("developing", 0), FrozenBorder("capable", 50), FrozenBorder("strong", 75)),
    match=(FrozenBorder("far", 0), FrozenBorder("between", 34), FrozenBorder("close", 67)),
    near=Fraction(0),
)


def row(forward: int) -> list[int]:
    """Six answers of one of six kinds that all say the same of a trait, two of them reversed."""
    return [forward] * 4 + [7 - forward] * 2


@pytest.mark.parametrize(
    ("keying", "answer", "points"),
    [(1, 1, 0), (1, 2, 20), (1, 4, 60), (1, 6, 100), (-1, 1, 100), (-1, 4, 40), (-1, 6, 0)],
)
def test_points_of_one_of_six_answers(keying: int, answer: int, points: int) -> None:
    (statement,) = make_content({"T": (1, False)}, keyings=[keying]).statements
    assert scoring.keyed(statement, scoring.points(SIX_ANSWERS)[answer]) == points


def test_a_match_from_six_answers() -> None:
    # C 60, O 80, L 20, D 100: 18 + 24 + 4 + 20; the cap is 60 + 25
    match = scoring.score(SIX, answer_all(C=row(4), O=row(5), L=row(2), D=row(6))).match
    assert match is not None
    assert match.value == 66
    assert match.cap == 85
    assert match.capped_by is None


def test_a_seventh_answer_is_off_a_scale_of_six() -> None:
    with pytest.raises(ValueError, match="1 to 6"):
        scoring.score(SIX, {"C1": 7})


answers_of_six = st.fixed_dictionaries(
    {statement.code: st.integers(1, 6) for statement in SIX.statements}
)


@given(answers_of_six)
def test_the_parts_of_six_answers_add_up(answers: dict[str, int]) -> None:
    assert len(break_down(SIX, answers, scoring.score(SIX, answers))) == 4


@pytest.mark.parametrize(
    ("answers", "signs"), [([5, 6, 5, 6, 5, 6], ("mixed",)), ([4, 5, 4, 5, 4, 5], ())]
)
def test_agreeing_both_ways_is_told_by_where_answers_lie_among_six(
    answers: list[int], signs: tuple[str, ...]
) -> None:
    given_answers = answer_all(C=answers, O=answers, L=answers, D=answers)
    assert find_signs(SIX, given_answers, seconds=240) == signs


@pytest.mark.parametrize(
    "scale",
    [SIX_ANSWERS, replace(today.SCALE, answers=(*today.SCALE.answers[:-1], OTHER_WORDS))],
    ids=["six answers", "other words"],
)
def test_answers_say_nothing_of_a_profession_with_other_answers(scale: FrozenScale) -> None:
    same = replace(CAMPAIGN, slug="lain")
    assert score_elsewhere(CAMPAIGN, scores(50, 50, 50, 50), [same])
    other = replace(same, scale=scale)
    assert not score_elsewhere(CAMPAIGN, scores(50, 50, 50, 50), [other])


@pytest.mark.parametrize(
    ("shown", "trait", "match"),
    [
        (0, "developing", "far"),
        (33, "developing", "far"),
        (34, "developing", "between"),
        (49, "developing", "between"),
        (50, "capable", "between"),
        (66, "capable", "between"),
        (67, "capable", "close"),
        (74, "capable", "close"),
        (75, "strong", "close"),
        (100, "strong", "close"),
    ],
)
def test_levels_begin_where_the_edition_says(shown: int, trait: str, match: str) -> None:
    assert level(THIRDS.trait, shown) == trait
    assert level(THIRDS.match, shown) == match


@pytest.mark.parametrize("score", [Fraction(99, 2), Fraction(50), Fraction(149, 2), Fraction(75)])
def test_an_edition_for_which_nothing_is_near_names_one_level(score: Fraction) -> None:
    assert len(named_levels(THIRDS.trait, THIRDS.near, score, Fraction(625, 6))) == 1
