"""How far a score may be from what the same student would score on average: errors and ranges.

Pure. Errors are exact as squares; only the half-width of a range, a square root, is a decimal.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from profiles.editions.content import FrozenRule

_DECIMALS: Final = Context(prec=28, rounding=ROUND_HALF_UP)
_STORED_PLACES: Final = Decimal("0.000001")
_LOWEST, _HIGHEST = Decimal(0), Decimal(100)


class Range(NamedTuple):
    """From where to where a score may lie, both within 0–100."""

    low: Decimal
    high: Decimal


def squared_error(rule: FrozenRule, answered: int) -> Fraction:
    """SE_T² of a trait's score, in points²: that of one answer, divided by their number."""
    return rule.item_standard_error**2 / answered


def squared_error_of_mean(rule: FrozenRule, weighed: Sequence[tuple[int, int]]) -> Fraction:
    """SE_C² of the weighted mean of traits, `Σ (w/Σw)²·SE_T²`, of their weights and answers."""
    total = sum(weight for weight, _ in weighed)
    parts = [
        Fraction(weight, total) ** 2 * squared_error(rule, answered) for weight, answered in weighed
    ]
    return sum(parts, Fraction(0))


def range_around(rule: FrozenRule, score: Fraction, squared: Fraction) -> Range:
    """The range `score ± z·SE`, clipped to 0–100, where `squared` is SE²."""
    half_width = _DECIMALS.multiply(_decimal(rule.z), _DECIMALS.sqrt(_decimal(squared)))
    middle = _decimal(score)
    return Range(_clip(middle - half_width), _clip(middle + half_width))


def _decimal(value: Fraction) -> Decimal:
    return _DECIMALS.divide(Decimal(value.numerator), Decimal(value.denominator))


def _clip(value: Decimal) -> Decimal:
    return min(max(value, _LOWEST), _HIGHEST).quantize(_STORED_PLACES)
