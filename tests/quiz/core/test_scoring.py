from __future__ import annotations

import random
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core import scoring
from quiz.core.levels import level
from tests.factories import CAMPAIGN, answer_all, make_content, row_scoring
from tests.quiz.core.scoring_examples import EXAMPLES, Example

CODES = [statement.code for statement in CAMPAIGN.statements]
answer_sets = st.fixed_dictionaries(
    {}, optional={code: st.integers(min_value=1, max_value=5) for code in CODES}
)
complete_answers = st.fixed_dictionaries({code: st.integers(1, 5) for code in CODES})


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_table(example: Example) -> None:
    match = scoring.score(CAMPAIGN, example.answers).match
    assert match is not None
    assert (match.composite, match.cap, match.value) == (
        example.composite,
        example.cap,
        example.match,
    )
    assert match.capped_by == example.capped_by
    assert scoring.display(match.value) == example.shown
    assert level(CAMPAIGN.levels.match, example.shown) == example.level
    assert (scoring.display(match.low), scoring.display(match.high)) == (example.low, example.high)


def test_a_trait_with_too_few_answers_is_not_scored_and_leaves_no_match() -> None:
    row = row_scoring(50)
    outcome = scoring.score(
        CAMPAIGN, answer_all(C=[5, 4, None, 4, None, None], O=row, L=row, D=row)
    )
    communication, organization, *_ = outcome.traits
    assert outcome.match is None
    assert (communication.score, communication.answered, communication.asked) == (None, 3, 6)
    assert scoring.required_answers(CAMPAIGN.rule, communication.asked) == 4
    assert organization.score == 50
    assert organization.contribution is None


@pytest.mark.parametrize(
    ("asked", "required"), [(1, 1), (2, 2), (3, 2), (4, 3), (5, 4), (6, 4), (7, 5), (9, 6)]
)
def test_two_thirds_of_the_statements_rounded_up_are_required(asked: int, required: int) -> None:
    assert scoring.required_answers(CAMPAIGN.rule, asked) == required


@pytest.mark.parametrize(
    ("keying", "answer", "points"),
    [(1, 1, 0), (1, 2, 25), (1, 3, 50), (1, 5, 100), (-1, 1, 100), (-1, 4, 25), (-1, 5, 0)],
)
def test_points_of_one_answer(keying: int, answer: int, points: int) -> None:
    content = make_content({"T": (1, False)}, keyings=[keying])
    assert scoring.keyed(content.statements[0], scoring.points(content.scale)[answer]) == points


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(125, 2), 63),
        (Fraction(6249999, 100000), 62),
        (Fraction(1, 2), 1),
        (Fraction(0), 0),
        (Fraction(100), 100),
        (Decimal("49.500000"), 50),
        (Decimal("49.499999"), 49),
    ],
)
def test_display_rounds_halves_up(value: Fraction | Decimal, shown: int) -> None:
    assert scoring.display(value) == shown


def test_without_an_essential_trait_nothing_caps() -> None:
    content = make_content({"C": (2, False), "O": (1, False)})
    match = scoring.score(content, answer_all(C=row_scoring(0), O=row_scoring(100))).match
    assert match is not None
    assert (match.cap, match.capped_by, match.value) == (None, None, Fraction(100, 3))


def test_a_trait_of_weight_0_is_shown_but_neither_counts_nor_is_required() -> None:
    content = make_content({"C": (2, False), "O": (0, False)})
    without = scoring.score(content, answer_all(C=row_scoring(75)))
    answered = scoring.score(content, answer_all(C=row_scoring(75), O=row_scoring(0)))
    assert without.match is not None
    assert answered.match is not None
    assert without.match.value == answered.match.value == 75
    assert answered.traits[1].score == 0
    assert answered.traits[1].contribution == 0


def test_only_weights_of_0_give_no_match() -> None:
    content = make_content({"C": (0, False)})
    assert scoring.score(content, answer_all(C=row_scoring(75))).match is None


@pytest.mark.parametrize("answer", [0, 6, -1, 2**63, True, 3.0, "3", None])
def test_answers_off_the_scale_are_refused(answer: object) -> None:
    with pytest.raises(ValueError, match="1 to 5"):
        scoring.score(CAMPAIGN, {"C1": answer})  # type: ignore[dict-item]  # what is refused


def test_answers_to_other_statements_are_refused() -> None:
    with pytest.raises(ValueError, match="X1"):
        scoring.score(CAMPAIGN, {"X1": 3})


@given(answer_sets)
def test_scores_stay_between_0_and_100_and_the_range_holds_the_match(
    answers: dict[str, int],
) -> None:
    outcome = scoring.score(CAMPAIGN, answers)
    assert all(0 <= trait.score <= 100 for trait in outcome.traits if trait.score is not None)
    if outcome.match:
        assert 0 <= outcome.match.low <= outcome.match.value + Fraction(1, 10**6)
        assert outcome.match.value - Fraction(1, 10**6) <= outcome.match.high <= 100


@given(answer_sets)
def test_there_is_a_match_exactly_when_every_trait_has_four_answers(
    answers: dict[str, int],
) -> None:
    counts = [sum(code.startswith(trait) for code in answers) for trait in "COLD"]
    assert (scoring.score(CAMPAIGN, answers).match is not None) == (min(counts) >= 4)


@given(complete_answers, st.sampled_from(CODES))
def test_a_better_answer_never_lowers_the_match(answers: dict[str, int], code: str) -> None:
    statement = next(s for s in CAMPAIGN.statements if s.code == code)
    matches = []
    for x in (1, 2, 3, 4, 5) if statement.keying == 1 else (5, 4, 3, 2, 1):
        match = scoring.score(CAMPAIGN, {**answers, code: x}).match
        assert match is not None
        matches.append(match.value)
    assert matches == sorted(matches)


@given(complete_answers)
def test_the_explanation_adds_up(answers: dict[str, int]) -> None:
    outcome = scoring.score(CAMPAIGN, answers)
    assert outcome.match is not None
    contributions = [trait.contribution for trait in outcome.traits]
    assert None not in contributions
    assert sum(c for c in contributions if c is not None) == outcome.match.composite
    assert outcome.match.composite - outcome.match.reduction == outcome.match.value
    assert (outcome.match.reduction > 0) == (outcome.match.capped_by is not None)


@given(answer_sets, st.randoms(use_true_random=False))
def test_the_order_of_answers_does_not_matter(
    answers: dict[str, int], shuffler: random.Random
) -> None:
    shuffled = list(answers.items())
    shuffler.shuffle(shuffled)
    assert scoring.score(CAMPAIGN, dict(shuffled)) == scoring.score(CAMPAIGN, answers)


@given(answer_sets)
def test_an_outcome_survives_its_json(answers: dict[str, int]) -> None:
    outcome = scoring.score(CAMPAIGN, answers)
    assert scoring.Outcome.from_json(outcome.to_json()) == outcome
