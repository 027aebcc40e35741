"""Signs that a set of answers may say little: too fast, all alike, or far apart where like.

Pure. A sign never blocks anyone and never changes a score: the result page adds one kind
sentence, and the attempt is left out of the statistics about statements.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from fractions import Fraction
from itertools import combinations, groupby
from operator import itemgetter
from typing import Final, Literal, get_args

from profiles.editions.content import EditionContent, FrozenStatement
from quiz.core.scoring import keyed, points, step

Sign = Literal["fast", "same", "mixed", "scattered"]
SIGNS: Final[tuple[Sign, ...]] = get_args(Sign)

SECONDS_A_STATEMENT: Final = 2
SAME_ANSWER_SHARE: Final = Fraction(1, 2)
MIXED_TRAIT_SHARE: Final = Fraction(3, 4)
# Of 100, as the answers are worth before they are keyed: from "Sesuai", and up to "Tidak sesuai".
AGREES_FROM, DISAGREES_TO = 75, 25

SCATTERED_ABOVE: Final = Fraction(3, 2)
"""Above which spread answers to like statements lie far apart: chosen with benchmarks/students."""

SCATTER_NEEDS: Final = 18
"""Answers, less one a trait, that this takes. Of fewer, too many honest ones would look alike."""

SCATTER_SCALE: Final = 5
"""How many answers the scale has for which both were chosen; on others, steps mean other things."""


def find_signs(
    content: EditionContent,
    answers: Mapping[str, int],
    *,
    seconds: float | None,
    carried: Collection[str] = (),
) -> tuple[Sign, ...]:
    """The signs these answers show; `seconds` from opening to sending, None when not known.

    `carried` are the codes of those that were given in an earlier quiz: they took no time in this
    one, and were not tapped in a row with the others.
    """
    given_now = {code: answer for code, answer in answers.items() if code not in carried}
    checks: tuple[tuple[Sign, bool], ...] = (
        ("fast", _is_fast(given_now, seconds)),
        ("same", _is_same(content, given_now)),
        ("mixed", _is_mixed(content, answers)),
        ("scattered", is_scattered(content, answers)),
    )
    return tuple(sign for sign, shows in checks if shows)


def _is_fast(answers: Mapping[str, int], seconds: float | None) -> bool:
    return seconds is not None and seconds < SECONDS_A_STATEMENT * len(answers)


def _is_same(content: EditionContent, answers: Mapping[str, int]) -> bool:
    # A skipped statement does not break a run: whoever taps "3" throughout also skips.
    given = [answers[s.code] for s in content.statements if s.code in answers]
    longest = max((len(list(run)) for _, run in groupby(given)), default=0)
    return longest > 0 and longest >= SAME_ANSWER_SHARE * len(content.statements)


def _is_mixed(content: EditionContent, answers: Mapping[str, int]) -> bool:
    needed = math.ceil(MIXED_TRAIT_SHARE * len(content.traits))
    worth = points(content.scale)
    given = {code: worth[answer] for code, answer in answers.items()}
    mixed = sum(_contradicts(content, trait.code, given) for trait in content.traits)
    return needed > 0 and mixed >= needed


def _contradicts(content: EditionContent, trait: str, given: Mapping[str, Fraction]) -> bool:
    """Whether someone agrees with a trait's forward and reversed statements alike, or with none."""
    forward, backward = (
        [
            given[statement.code]
            for statement in content.statements_of(trait)
            if statement.keying == keying and statement.code in given
        ]
        for keying in (1, -1)
    )
    if not forward or not backward:
        return False
    means = [sum(side, Fraction(0)) / len(side) for side in (forward, backward)]
    return min(means) >= AGREES_FROM or max(means) <= DISAGREES_TO


def is_scattered(content: EditionContent, answers: Mapping[str, int]) -> bool:
    """Whether answers to like statements lie so far apart as those of people who do not read."""
    squares, free = _within_traits(content, answers)
    judged = free >= SCATTER_NEEDS and len(content.scale.answers) == SCATTER_SCALE
    return judged and squares > SCATTERED_ABOVE * free


def spread(content: EditionContent, answers: Mapping[str, int]) -> Fraction | None:
    """How far answers to like statements lie apart: their variance within traits, in answer steps.

    Taken of keyed answers, so that it needs no norm: 0 where all statements of a trait are answered
    alike, 2 on average for one of five answers at random. None where no trait has two answers.
    """
    squares, free = _within_traits(content, answers)
    return squares / free if free else None


def furthest_apart(
    content: EditionContent, answers: Mapping[str, int]
) -> tuple[FrozenStatement, FrozenStatement] | None:
    """Two statements of one trait whose keyed answers lie furthest apart, as an example.

    In the order in which they are asked; of equal ones, the first. None where all of a trait's
    answers say the same of it.
    """
    worth = points(content.scale)
    said = {s: keyed(s, worth[answers[s.code]]) for s in content.statements if s.code in answers}
    apart = [
        (abs(said[one] - said[other]), (one, other))
        for one, other in combinations(said, 2)
        if one.trait == other.trait and said[one] != said[other]
    ]
    return max(apart, key=itemgetter(0))[1] if apart else None


def _within_traits(content: EditionContent, answers: Mapping[str, int]) -> tuple[Fraction, int]:
    """Squared distances of keyed answers from their trait's mean, and how many are free to vary."""
    worth = points(content.scale)
    squares, free = Fraction(0), 0
    for trait in content.traits:
        alike = [
            keyed(statement, worth[answers[statement.code]])
            for statement in content.statements_of(trait.code)
            if statement.code in answers
        ]
        if alike:
            mean = sum(alike, Fraction(0)) / len(alike)
            squares += sum((one - mean) ** 2 for one in alike)
            free += len(alike) - 1
    return squares / step(content.scale) ** 2, free
