"""Quantiles of the F distribution, for the interval around alpha.

Pure. NumPy has none, and SciPy would be 100 MB on every site for this one number.
"""

from __future__ import annotations

import math
from typing import Final

_TINY: Final = 1e-300
_CLOSE: Final = 1e-15
_MOST_TERMS: Final = 100_000
_MOST_STEPS: Final = 200


def f_quantile(probability: float, between: float, within: float) -> float:
    """The value that F with these degrees of freedom stays under with this probability (0–1).

    Where `x = d1·F/(d1·F + d2)`, the distribution of F is the regularised incomplete beta function
    (Abramowitz & Stegun 26.6.2), which is inverted by Newton's method between bounds that close in.
    Raises ValueError for a probability or degrees of freedom that are out of range.
    """
    if not 0 < probability < 1 or between <= 0 or within <= 0:
        raise ValueError(f"no quantile {probability} of F({between}, {within})")
    a, b = between / 2, within / 2
    low, high, x = 0.0, 1.0, a / (a + b)
    for _ in range(_MOST_STEPS):
        error = regularised_beta(x, a, b) - probability
        low, high = (low, x) if error > 0 else (x, high)
        density = math.exp(_log_power(x, a, b) - math.log(x) - math.log1p(-x))
        step = x - error / density if density > 0 else low
        following = step if low < step < high else (low + high) / 2
        if abs(following - x) <= _CLOSE * x:
            break
        x = following
    return within * x / (between * (1 - x))


def regularised_beta(x: float, a: float, b: float) -> float:
    """I_x(a, b), the share of a beta distribution that lies under x: 0–1.

    By the continued fraction in Abramowitz & Stegun 26.5.8, evaluated from the front by the
    modified method of Lentz (Thompson & Barnett 1986, Journal of Computational Physics 64).
    """
    if x <= 0 or x >= 1:
        return float(x >= 1)
    # The fraction converges fast on this side of the mean; on the other the mirrored one does.
    if x > (a + 1) / (a + b + 2):
        return 1 - regularised_beta(1 - x, b, a)
    return math.exp(_log_power(x, a, b)) / a / _fraction(x, a, b)


def _fraction(x: float, a: float, b: float) -> float:
    value, c, d = 1.0, 1.0, 0.0
    for m in range(1, _MOST_TERMS):
        half, odd = divmod(m, 2)
        term = (
            -(a + half) * (a + b + half) * x / ((a + 2 * half) * (a + 2 * half + 1))
            if odd
            else half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half))
        )
        d = 1 / (1 + term * d or _TINY)
        c = 1 + term / c or _TINY
        value *= c * d
        if abs(c * d - 1) < _CLOSE:
            break
    return value


def _log_power(x: float, a: float, b: float) -> float:
    """The logarithm of x^a · (1 − x)^b / B(a, b)."""
    beta = math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)
    return a * math.log(x) + b * math.log1p(-x) - beta
