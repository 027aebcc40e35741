"""A score → the level it has, and the levels that the words name.

Pure and exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from profiles.editions.content import FrozenBorder
from quiz.core.scoring import display

_HALF: Final = Fraction(1, 2)


def level(borders: Sequence[FrozenBorder], shown: int) -> str:
    """The code of the level of a *displayed* score: the last that begins at it or below.

    It is taken from the shown integer so that a page never says "63" beside the level of 62.4.
    """
    return next(border.code for border in reversed(borders) if border.lowest <= shown)


def named_levels(
    borders: Sequence[FrozenBorder], near: Fraction, score: Fraction, squared_error: Fraction
) -> tuple[str, ...]:
    """The codes of the levels that the words name, from the lower up: the score's own, or two.

    Two, where a border lies within `near` standard errors of the score: where errors are normal
    and `near` is .67, the neighbour then has a chance of over a quarter. `squared_error` is SE².
    Of several borders as near as that, the nearest one counts.
    """
    reach = near**2 * squared_error
    # The level that is shown from 38 on begins at 37.5.
    distances = [
        ((score - upper.lowest + _HALF) ** 2, (lower.code, upper.code))
        for lower, upper in pairwise(borders)
    ]
    nearest = min(distances, default=None)
    if near and nearest and nearest[0] <= reach:
        return nearest[1]
    return (level(borders, display(score)),)
