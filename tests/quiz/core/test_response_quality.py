from __future__ import annotations

import pytest

from quiz.core.response_quality import find_signs
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
@pytest.mark.parametrize(("traits", "signs"), [("CO", ()), ("COL", ("mixed",))])
def test_agreeing_or_disagreeing_with_both_directions_in_three_of_four_traits(
    row: list[int], traits: str, signs: tuple[str, ...]
) -> None:
    answers = {**VARIED, **answer_all(**dict.fromkeys(traits, row))}
    assert find_signs(CAMPAIGN, answers, seconds=240) == signs


def test_averages_decide_not_single_answers() -> None:
    almost = [4, 5, 4, 5, 4, 3]  # forward 4.5, reversed 3.5
    answers = answer_all(C=almost, O=almost, L=almost, D=almost)
    assert find_signs(CAMPAIGN, answers, seconds=240) == ()


def test_a_trait_without_reversed_answers_cannot_contradict_itself() -> None:
    content = make_content({"C": (1, False)}, keyings=[1, 1, 1, 1, 1])
    assert find_signs(content, answer_all(C=[5, 4, 5, 4, 5]), seconds=240) == ()


def test_no_answers_show_no_sign() -> None:
    assert find_signs(CAMPAIGN, {}, seconds=0) == ()
