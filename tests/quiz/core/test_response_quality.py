from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from profiles.editions.content import FrozenAnswer, Text
from quiz.core.response_quality import find_signs, furthest_apart, is_scattered, spread
from tests.factories import CAMPAIGN, answer_all, make_content

VARIED = answer_all(
    C=[5, 4, 2, 4, 2, 3], O=[3, 4, 5, 2, 1, 4], L=[4, 2, 3, 5, 3, 2], D=[2, 5, 4, 3, 4, 1]
)


def in_quiz_order(answers: list[int]) -> dict[str, int]:
    return {s.code: a for s, a in zip(CAMPAIGN.statements, answers, strict=False)}


def test_varied_answers_at_an_easy_pace_show_no_sign() -> None:
    assert find_signs(CAMPAIGN, VARIED, seconds=240) == ()


@pytest.mark.parametrize(
    ("seconds", "signs"), [(47.9, ("fast",)), (48, ()), (0, ("fast",)), (-5, ("fast",)), (None, ())]
)
def test_under_two_seconds_a_statement_is_fast(
    seconds: float | None, signs: tuple[str, ...]
) -> None:
    assert find_signs(CAMPAIGN, VARIED, seconds=seconds) == signs


def test_skipping_makes_less_to_answer_and_needs_less_time() -> None:
    answered = dict(list(VARIED.items())[:20])
    assert find_signs(CAMPAIGN, answered, seconds=40) == ()


def test_answers_from_an_earlier_quiz_took_no_time_in_this_one() -> None:
    carried = [s.code for s in CAMPAIGN.statements if s.trait in "CO"]
    assert find_signs(CAMPAIGN, VARIED, seconds=24, carried=carried) == ()
    assert find_signs(CAMPAIGN, VARIED, seconds=23, carried=carried) == ("fast",)
    assert find_signs(CAMPAIGN, VARIED, seconds=0, carried=VARIED.keys()) == ()


def test_a_run_is_of_answers_that_were_given_in_this_quiz() -> None:
    answers = in_quiz_order([3] * 13 + [2, 4, 2, 4, 2, 4, 2, 4, 2, 4, 2])
    carried = [CAMPAIGN.statements[0].code, CAMPAIGN.statements[1].code]
    assert find_signs(CAMPAIGN, answers, seconds=240, carried=carried) == ()
    between = [s.code for s in CAMPAIGN.statements[1::2]]
    alternating = in_quiz_order([3, 2, 3, 4] * 6)
    assert find_signs(CAMPAIGN, alternating, seconds=240, carried=between) == ("same",)


@pytest.mark.parametrize(("run", "signs"), [(11, ()), (12, ("same",)), (20, ("same",))])
def test_one_answer_over_half_of_the_statements_in_a_row(run: int, signs: tuple[str, ...]) -> None:
    rest = [2, 4] * 12
    answers = in_quiz_order(rest[:2] + [3] * run + rest[: 22 - run])
    assert find_signs(CAMPAIGN, answers, seconds=240) == signs


def test_a_skipped_statement_does_not_hide_a_run() -> None:
    answers = in_quiz_order([3] * 13 + [2, 4, 2, 4, 2, 4, 2, 4, 2, 4, 2])
    del answers[CAMPAIGN.statements[6].code]
    assert find_signs(CAMPAIGN, answers, seconds=240) == ("same",)


@pytest.mark.parametrize("row", [[5, 4, 4, 5, 4, 5], [1, 2, 2, 1, 2, 2]])
@pytest.mark.parametrize(("traits", "mixed"), [("CO", False), ("COL", True)])
def test_agreeing_or_disagreeing_with_both_directions_in_three_of_four_traits(
    row: list[int], traits: str, mixed: bool
) -> None:
    answers = {**VARIED, **answer_all(**dict.fromkeys(traits, row))}
    assert ("mixed" in find_signs(CAMPAIGN, answers, seconds=240)) == mixed


def test_averages_decide_not_single_answers() -> None:
    almost = [4, 5, 4, 5, 4, 3]  # forward 4.5, reversed 3.5
    answers = answer_all(C=almost, O=almost, L=almost, D=almost)
    assert find_signs(CAMPAIGN, answers, seconds=240) == ()


def test_a_trait_without_reversed_answers_cannot_contradict_itself() -> None:
    content = make_content({"C": (1, False)}, keyings=[1, 1, 1, 1, 1])
    assert find_signs(content, answer_all(C=[5, 4, 5, 4, 5]), seconds=240) == ()


def test_no_answers_show_no_sign() -> None:
    assert find_signs(CAMPAIGN, {}, seconds=0) == ()


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ([4, 4, 4, 4, 2, 2], 0),  # the same of the trait throughout, reversed statements turned
        ([3, 3, 3, 3, 3, 3], 0),
        ([5, 4, 4, 5, 2, 1], Fraction(3, 10)),
        ([5, 1, 5, 1, 1, 5], Fraction(24, 5)),
    ],
)
def test_spread_is_the_variance_of_keyed_answers_within_traits(
    row: list[int], expected: Fraction
) -> None:
    assert spread(CAMPAIGN, answer_all(C=row)) == expected


def test_spread_knows_no_distance_between_traits() -> None:
    answers = answer_all(C=[5, 5, 5, 5, 1, 1], O=[1, 1, 1, 1, 5, 5])
    assert spread(CAMPAIGN, answers) == 0


def test_spread_weighs_traits_by_the_answers_that_are_free_to_vary() -> None:
    answers = answer_all(C=[1, 5], O=[3, 3, 3], L=[2])
    assert spread(CAMPAIGN, answers) == Fraction(8, 3)


@pytest.mark.parametrize("given", [{}, {"C1": 5, "O1": 1}])
def test_single_answers_have_no_spread(given: dict[str, int]) -> None:
    assert spread(CAMPAIGN, given) is None
    assert not is_scattered(CAMPAIGN, given)


# Keyed answers that lie 30 squared steps apart in all: 30/20 is the border, and not above it.
AT_THE_BORDER = answer_all(
    C=[5, 1, 3, 3, 3, 3], O=[5, 1, 3, 3, 3, 3], L=[5, 1, 3, 3, 3, 3], D=[4, 2, 4, 2, 4, 2]
)


def test_answers_are_scattered_above_the_border() -> None:
    assert spread(CAMPAIGN, AT_THE_BORDER) == Fraction(3, 2)
    assert not is_scattered(CAMPAIGN, AT_THE_BORDER)
    assert is_scattered(CAMPAIGN, {**AT_THE_BORDER, "C3": 5})
    assert not is_scattered(CAMPAIGN, VARIED)


def test_scattered_answers_are_a_sign() -> None:
    assert find_signs(CAMPAIGN, AT_THE_BORDER, seconds=240) == ()
    assert find_signs(CAMPAIGN, {**AT_THE_BORDER, "C3": 5}, seconds=240) == ("scattered",)


def test_the_example_of_answers_far_apart_is_the_first_of_those_furthest_apart() -> None:
    # keyed: O 3 1 3 …, then D 5 … 1 in its third statement
    answers = answer_all(C=[4, 4, 4, 4, 2, 2], O=[3, 1, 3, 3, 3, 3], D=[5, 3, 1, 3, 3, 5])
    pair = furthest_apart(CAMPAIGN, answers)
    assert pair is not None
    assert [statement.code for statement in pair] == ["D1", "D3"]


@pytest.mark.parametrize("given", [{}, {"C1": 5, "O1": 1}, {"C1": 4, "C2": 4, "C5": 2}])
def test_there_is_no_example_where_no_answers_are_apart(given: dict[str, int]) -> None:
    assert furthest_apart(CAMPAIGN, given) is None


@pytest.mark.parametrize(("skipped", "scattered"), [(2, True), (3, False)])
def test_too_few_answers_are_never_scattered(skipped: int, scattered: bool) -> None:
    wild = answer_all(**{trait: [1, 5, 1, 5, 1, 5] for trait in "COLD"})
    answered = dict(list(wild.items())[skipped:])
    assert is_scattered(CAMPAIGN, answered) == scattered


def test_a_scale_that_the_border_was_not_chosen_for_has_no_scattered_answers() -> None:
    longer = tuple(FrozenAnswer(value, Text(str(value))) for value in range(1, 8))
    content = replace(CAMPAIGN, scale=replace(CAMPAIGN.scale, answers=longer))
    wild = answer_all(**{trait: [1, 7, 1, 7, 1, 7] for trait in "COLD"})
    assert spread(content, wild) == Fraction(54, 5)
    assert not is_scattered(content, wild)
