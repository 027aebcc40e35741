"""What stands between a match and 100, and where a student may begin."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given

from quiz.core import scoring
from quiz.core.beginning import place_to_begin
from quiz.core.distance import measure
from tests.factories import CAMPAIGN, answer_all, make_content, row_scoring
from tests.quiz.core.scoring_examples import EXAMPLES, Example, scores
from tests.quiz.core.test_scoring import answer_sets


def test_each_trait_lacks_its_weight_s_part_of_what_its_score_lacks() -> None:
    distance = measure(scoring.score(CAMPAIGN, scores(75, 50, 25, 100)))
    # 3·25/10, 3·50/10, 2·75/10, 2·0/10
    assert dict(distance.traits) == {"C": Fraction(15, 2), "O": 15, "L": 15, "D": 0}
    assert distance.cap == 0
    assert distance.total == Fraction(75, 2)


def test_what_the_cap_takes_is_a_part_of_its_own() -> None:
    distance = measure(scoring.score(CAMPAIGN, scores(25, 100, 100, 100)))
    assert dict(distance.traits) == {"C": Fraction(45, 2), "O": 0, "L": 0, "D": 0}
    assert distance.cap == Fraction(55, 2)
    assert distance.total == 50


def test_a_trait_that_does_not_count_has_no_part() -> None:
    content = make_content({"C": (2, False), "O": (0, False)})
    outcome = scoring.score(content, answer_all(C=row_scoring(75), O=row_scoring(0)))
    assert dict(measure(outcome).traits) == {"C": 25}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_match_and_parts_are_100(example: Example) -> None:
    outcome = scoring.score(CAMPAIGN, example.answers)
    assert measure(outcome).total == 100 - example.match


@given(answer_sets)
def test_match_and_parts_are_100_whatever_was_answered(answers: dict[str, int]) -> None:
    outcome = scoring.score(CAMPAIGN, answers)
    if outcome.match:
        distance = measure(outcome)
        assert outcome.match.value + distance.total == 100
        assert all(part >= 0 for _code, part in distance.traits)
        assert distance.cap >= 0


def test_without_a_match_there_is_no_way() -> None:
    with pytest.raises(ValueError, match="no match"):
        measure(scoring.score(CAMPAIGN, {}))


# Of six answers, one step in one of them is 25/6 = 4.2 points; near is what lies 6.84 above.
ROW_54 = [4, 3, 3, 3, 3, 3]
ROW_58 = [4, 4, 3, 3, 3, 3]


@pytest.mark.parametrize(
    ("answers", "begin"),
    [
        (scores(75, 50, 25, 100), "L"),  # the lowest, though lighter
        (scores(75, 75, 75, 25), "D"),
        (scores(50, 75, 75, 75), "C"),
        (scores(50, 50, 50, 50), "C"),  # all alike: the heaviest, the first of these
        (scores(25, 100, 100, 100), "C"),  # it caps
        (scores(25, 100, 100, 0), "C"),  # it caps: 57.5 is held at 50; though another is lower
        (scores(100, 100, 100, 75), "D"),
    ],
)
def test_the_place_to_begin(answers: dict[str, int], begin: str) -> None:
    assert place_to_begin(CAMPAIGN, scoring.score(CAMPAIGN, answers)) == begin


@pytest.mark.parametrize(("row", "begin"), [(ROW_54, "O"), (ROW_58, "D")])
def test_a_heavier_trait_counts_before_a_lower_one_that_is_near(row: list[int], begin: str) -> None:
    full = row_scoring(100)
    answers = answer_all(C=full, O=row, L=full, D=row_scoring(50))
    assert place_to_begin(CAMPAIGN, scoring.score(CAMPAIGN, answers)) == begin


def test_where_nothing_is_near_the_lowest_is_the_beginning() -> None:
    content = replace(CAMPAIGN, levels=replace(CAMPAIGN.levels, near=Fraction(0)))
    full = row_scoring(100)
    answers = answer_all(C=full, O=ROW_54, L=full, D=row_scoring(50))
    assert place_to_begin(content, scoring.score(content, answers)) == "D"


def test_of_equally_heavy_traits_the_lower_one_is_taken() -> None:
    full = row_scoring(100)
    answers = answer_all(C=ROW_54, O=row_scoring(50), L=full, D=full)
    assert place_to_begin(CAMPAIGN, scoring.score(CAMPAIGN, answers)) == "O"


def test_a_trait_that_does_not_count_is_no_beginning() -> None:
    content = make_content({"C": (2, False), "O": (0, False)})
    outcome = scoring.score(content, answer_all(C=row_scoring(75), O=row_scoring(0)))
    assert place_to_begin(content, outcome) == "C"


def test_where_all_is_100_there_is_nothing_to_begin_with() -> None:
    answers = scores(100, 100, 100, 100)
    assert place_to_begin(CAMPAIGN, scoring.score(CAMPAIGN, answers)) is None


@given(answer_sets)
def test_it_is_near_the_lowest_or_caps(answers: dict[str, int]) -> None:
    outcome = scoring.score(CAMPAIGN, answers)
    begin = place_to_begin(CAMPAIGN, outcome)
    if outcome.match is None or begin is None:
        return
    if outcome.match.capped_by:
        assert begin == outcome.match.capped_by
        return
    found = {trait.code: trait.score for trait in outcome.traits if trait.score is not None}
    assert found[begin] - min(found.values()) <= 9  # .67 · 25/√4, with the fewest answers
