from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quiz.core import scoring
from quiz.core.shortages import Shortage, find_shortages
from tests.factories import CAMPAIGN, make_content


def test_each_trait_says_what_it_has_and_needs() -> None:
    answered = ["C1", "C2", "C3", "O1", "O2", "O3", "O4", "L1"]
    assert find_shortages(CAMPAIGN, answered) == (
        Shortage("C", 3, 4),
        Shortage("L", 1, 4),
        Shortage("D", 0, 4),
    )


def test_a_trait_without_weight_needs_nothing() -> None:
    content = make_content({"C": (2, False), "O": (0, False)})
    assert find_shortages(content, ["C1", "C2", "C3", "C4"]) == ()


@given(st.sets(st.sampled_from([statement.code for statement in CAMPAIGN.statements])))
def test_a_trait_is_short_exactly_when_it_is_not_scored(answered: set[str]) -> None:
    outcome = scoring.score(CAMPAIGN, dict.fromkeys(answered, 3))
    short = [shortage.trait for shortage in find_shortages(CAMPAIGN, answered)]
    assert short == [trait.code for trait in outcome.traits if trait.score is None]
