from __future__ import annotations

from fractions import Fraction

import pytest

from quiz.core.levels import level, named_levels
from tests.factories import CAMPAIGN

LEVELS = CAMPAIGN.levels
SIX_ANSWERS = Fraction(625, 6)  # SE_T 10.21: near is 6.84 points
FOUR_ANSWERS = Fraction(625, 4)  # SE_T 12.5: 8.38 points
WHOLE_QUIZ = Fraction(325, 12)  # SE_C 5.204: 3.49 points


@pytest.mark.parametrize(
    ("shown", "trait", "match"),
    [
        (0, "rarely", "little"),
        (37, "rarely", "little"),
        (38, "sometimes", "partly"),
        (62, "sometimes", "partly"),
        (63, "often", "largely"),
        (87, "often", "largely"),
        (88, "often", "nearly"),
        (100, "often", "nearly"),
    ],
)
def test_a_level_is_the_answer_that_the_shown_score_is_nearest_to(
    shown: int, trait: str, match: str
) -> None:
    assert level(LEVELS.trait, shown) == trait
    assert level(LEVELS.match, shown) == match


@pytest.mark.parametrize(
    ("score", "squared_error", "named"),
    [
        # 37.5 lies 6.84 points or less away
        (Fraction(125, 6), SIX_ANSWERS, ("rarely",)),  # 20.8
        (Fraction(30), SIX_ANSWERS, ("rarely",)),
        (Fraction(307, 10), SIX_ANSWERS, ("rarely", "sometimes")),
        (Fraction(100, 3), SIX_ANSWERS, ("rarely", "sometimes")),
        (Fraction(75, 2), SIX_ANSWERS, ("rarely", "sometimes")),
        (Fraction(443, 10), SIX_ANSWERS, ("rarely", "sometimes")),
        (Fraction(444, 10), SIX_ANSWERS, ("sometimes",)),
        (Fraction(50), SIX_ANSWERS, ("sometimes",)),
        (Fraction(175, 3), SIX_ANSWERS, ("sometimes", "often")),  # 58.3
        (Fraction(125, 2), SIX_ANSWERS, ("sometimes", "often")),
        (Fraction(200, 3), SIX_ANSWERS, ("sometimes", "often")),
        (Fraction(425, 6), SIX_ANSWERS, ("often",)),  # 70.8
        # with fewer answers a border is near from further off
        (Fraction(425, 6), FOUR_ANSWERS, ("sometimes", "often")),
        (Fraction(100), SIX_ANSWERS, ("often",)),
    ],
)
def test_both_levels_of_a_trait_are_named_near_their_border(
    score: Fraction, squared_error: Fraction, named: tuple[str, ...]
) -> None:
    assert named_levels(LEVELS.trait, LEVELS.near, score, squared_error) == named


@pytest.mark.parametrize(
    ("score", "named"),
    [
        (Fraction(34), ("little",)),
        (Fraction(341, 10), ("little", "partly")),
        (Fraction(50), ("partly",)),
        (Fraction(66), ("largely",)),
        (Fraction(659, 10), ("partly", "largely")),
        (Fraction(84), ("largely",)),
        (Fraction(841, 10), ("largely", "nearly")),
        (Fraction(91), ("nearly",)),
    ],
)
def test_both_levels_of_a_match_are_named_near_their_border(
    score: Fraction, named: tuple[str, ...]
) -> None:
    assert named_levels(LEVELS.match, LEVELS.near, score, WHOLE_QUIZ) == named


def test_of_two_near_borders_the_nearest_counts() -> None:
    single_answer = Fraction(625)  # near is 16.75 points, the borders are 25 apart
    near = LEVELS.near
    assert named_levels(LEVELS.trait, near, Fraction(49), single_answer) == ("rarely", "sometimes")
    assert named_levels(LEVELS.trait, near, Fraction(51), single_answer) == ("sometimes", "often")
