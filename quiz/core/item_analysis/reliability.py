"""How far statements that belong together agree: alpha, its interval, item-total correlations.

Pure. Each function takes a table of complete rows, a column for each statement, keyed so that more
always means more of the trait. Where a figure is undefined (fewer than two rows or statements,
nobody differs from anybody) it is None.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from quiz.core.item_analysis.f_distribution import f_quantile

Table = npt.NDArray[np.float64]


class Interval(NamedTuple):
    """From where to where a figure may lie."""

    low: float
    high: float


def cronbach_alpha(keyed: Table) -> float | None:
    """Cronbach's alpha, `k/(k−1) · (1 − Σ var(item) / var(sum))`: at most 1, and below 0 at times.

    Cronbach (1951), Psychometrika 16, 297–334.
    """
    rows, count = keyed.shape
    if rows < 2 or count < 2:
        return None
    of_sum = float(keyed.sum(axis=1).var(ddof=1))
    if of_sum <= 0:
        return None
    of_items = float(keyed.var(axis=0, ddof=1).sum())
    return float(count / (count - 1) * (1 - of_items / of_sum))


def feldt_interval(alpha: float, rows: int, count: int, *, confidence: float = 0.95) -> Interval:
    """Where alpha lies in all such students, given what so many of them answered.

    `1 − (1 − alpha)·F` with F's outer quantiles at n − 1 and (n − 1)(k − 1) degrees of freedom:
    Feldt, Woodruff & Salih (1987), Applied Psychological Measurement 11, 93–103.
    """
    between = rows - 1
    within = between * (count - 1)
    outer = (1 - confidence) / 2
    low, high = (1 - (1 - alpha) * f_quantile(tail, between, within) for tail in (1 - outer, outer))
    return Interval(low, high)


def standard_error(keyed: Table, alpha: float, scale_points: int) -> float | None:
    """The standard error of measurement of the mean, in points of a score from 0 to 100.

    `SD · √(1 − alpha)` (Lord & Novick 1968, 3.5), with the SD of the students' mean answers.
    """
    if len(keyed) < 2:
        return None
    deviation = float(keyed.mean(axis=1).std(ddof=1)) * 100 / (scale_points - 1)
    return deviation * math.sqrt(max(0.0, 1 - alpha))


def item_totals(keyed: Table) -> list[float | None]:
    """For each statement its correlation with the sum of the others, −1 to 1.

    The statement itself is left out of the sum, or it would correlate with itself: Nunnally &
    Bernstein (1994), Psychometric Theory, chapter 8.
    """
    rest = keyed.sum(axis=1, keepdims=True) - keyed
    return [_correlation(keyed[:, n], rest[:, n]) for n in range(keyed.shape[1])]


def alphas_if_deleted(keyed: Table) -> list[float | None]:
    """For each statement the alpha of the others; None where fewer than two are left."""
    return [cronbach_alpha(np.delete(keyed, n, axis=1)) for n in range(keyed.shape[1])]


def _correlation(one: Table, other: Table) -> float | None:
    if len(one) < 2:
        return None
    one, other = one - one.mean(), other - other.mean()
    size = math.sqrt(float(one @ one) * float(other @ other))
    return float(one @ other) / size if size > 1e-12 * len(one) else None
