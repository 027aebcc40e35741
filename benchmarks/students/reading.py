"""What a result says of scores: the level's name, both names near a border, where to begin.

Fast, as the scores are; a test compares what is said here with what `quiz.core` says.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from benchmarks.students.quiz_shape import Quiz, Score, Scores
from profiles.editions import today

NEAR_A_BORDER: Final = float(today.LEVELS.near)
"""Within so many standard errors of a border the neighbour has a chance of over a quarter."""

HALF: Final = 0.5
"""A number is shown rounded, so that the border shown as 38 lies at 37.5."""

BEGIN_WITHIN: Final = (NEAR_A_BORDER, 1.0, 1.28)
"""So many standard errors above the lowest trait a heavier one may be the place to begin: tried."""

HIGHEST_POINTS: Final = 100


@dataclass(frozen=True, slots=True)
class Rule:
    """Where levels begin, for the match and for a trait."""

    name: str
    match: tuple[int, ...]
    trait: tuple[int, ...]


def _today() -> Rule:
    match, trait = (
        tuple(border.lowest for border in borders if border.lowest)
        for borders in (today.LEVELS.match, today.LEVELS.trait)
    )
    return Rule("2", match, trait)


RULES: Final = (Rule("1", (50, 75), (50, 75)), _today())
"""That of the first version, and today's."""


def level(shown: int, borders: tuple[int, ...]) -> int:
    """The level of a number that is shown, counted from 0."""
    return bisect_right(borders, shown)


def true_level(points: float, borders: tuple[int, ...]) -> int:
    """The level of an exact score, which is rounded as one that is shown."""
    return bisect_right(borders, points + HALF)


def named(score: Score, borders: tuple[int, ...]) -> frozenset[int]:
    """The levels that the words name: two near a border, else one."""
    for above, border in enumerate(borders, start=1):
        if abs(score.points - (border - HALF)) <= NEAR_A_BORDER * score.error:
            return frozenset({above - 1, above})
    return frozenset({level(score.shown, borders)})


def apart(one: Score, other: Score) -> bool:
    """Whether two ranges have no point in common, which a page takes for a change."""
    return one.high < other.low or other.high < one.low


def largest_part(quiz: Quiz, scores: Scores) -> int:
    """The trait with the largest part `w·(100 − T)/Σw` of what lies between a result and 100."""
    full = HIGHEST_POINTS * quiz.point
    parts = [
        weight * (full - trait.units)
        for weight, trait in zip(quiz.weights, scores.traits, strict=True)
    ]
    return parts.index(max(parts))


def place_to_begin(quiz: Quiz, scores: Scores, within: float) -> int:
    """The trait that caps the match, else the heaviest of those so near to the lowest.

    Of equally heavy ones the lower, and of equal ones the first.
    """
    if scores.capped_by is not None:
        return scores.capped_by
    traits = range(len(scores.traits))
    lowest = min(scores.traits)
    reach = lowest.points + within * lowest.error
    near = [trait for trait in traits if scores.traits[trait].points <= reach]
    return min(near, key=lambda trait: (-quiz.weights[trait], scores.traits[trait].units))
