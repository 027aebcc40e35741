from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core import scoring
from quiz.core.breakdown import DoesNotAddUp, break_down
from tests.factories import CAMPAIGN, answer_all, make_content, row_scoring
from tests.quiz.core.scoring_examples import scores

ROW = row_scoring(50)


def test_table() -> None:
    # Communication 100 + 75 + 75 + 75 over four answers, weight 3 of 10; two are reversed.
    answers = answer_all(C=[5, 4, None, 4, 2, None], O=ROW, L=ROW, D=ROW)
    first, second, *_ = break_down(CAMPAIGN, answers, scoring.score(CAMPAIGN, answers))
    parts = [(p.statement.code, p.answer, p.points, p.contribution) for p in first.answers]
    assert parts == [
        ("C1", 5, 100, Fraction(15, 2)),  # 100·3/(4·10)
        ("C2", 4, 75, Fraction(45, 8)),
        ("C3", None, None, None),
        ("C4", 4, 75, Fraction(45, 8)),
        ("C5", 2, 75, Fraction(45, 8)),
        ("C6", None, None, None),
    ]
    assert first.trait.contribution == Fraction(195, 8)
    assert {part.contribution for part in second.answers} == {Fraction(5, 2)}  # 50·3/(6·10)


answer_sets = st.fixed_dictionaries(
    {f"{trait}{n}": st.integers(1, 5) for trait in "COLD" for n in (1, 2, 5, 6)},
    optional={f"{trait}{n}": st.integers(1, 5) for trait in "COLD" for n in (3, 4)},
)


@given(answer_sets)
def test_the_parts_add_up_to_the_stored_match(answers: dict[str, int]) -> None:
    outcome = scoring.score(CAMPAIGN, answers)
    parts = break_down(CAMPAIGN, answers, outcome)
    assert outcome.match is not None
    given_parts = [p.contribution for part in parts for p in part.answers if p.contribution]
    assert sum(given_parts) - outcome.match.reduction == outcome.match.value
    assert sum(len(part.answers) for part in parts) == 24


@pytest.mark.parametrize(
    ("path", "value"), [("contribution", "14"), ("score", None)], ids=["contribution", "score"]
)
def test_parts_that_are_not_those_of_the_outcome_are_not_given(
    path: str, value: str | None
) -> None:
    answers = scores(50, 50, 50, 50)
    stored = scoring.score(CAMPAIGN, answers).to_json()
    stored["traits"][0][path] = value
    with pytest.raises(DoesNotAddUp):
        break_down(CAMPAIGN, answers, scoring.Outcome.from_json(stored))


def test_a_match_of_other_rules_is_not_explained() -> None:
    answers = scores(50, 50, 50, 50)
    stored = scoring.score(CAMPAIGN, answers).to_json()
    stored["match"]["composite"] = "49"
    with pytest.raises(DoesNotAddUp):
        break_down(CAMPAIGN, answers, scoring.Outcome.from_json(stored))


def test_a_trait_without_weight_gives_nothing_and_needs_no_answers() -> None:
    content = make_content({"C": (2, False), "O": (0, False)})
    for answers in (
        answer_all(C=row_scoring(75)),
        answer_all(C=row_scoring(75), O=row_scoring(50)),
    ):
        parts = break_down(content, answers, scoring.score(content, answers))
        assert sum(p.contribution or 0 for part in parts for p in part.answers) == 75
