from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given

from quiz.core import scoring
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
