"""Exact scores → the decimals that are shown, so that what a reader adds up comes out.

Pure.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction


def tenths(value: Fraction) -> Decimal:
    """A score cut to one decimal place.

    Cut, not rounded: 62.47 shown as 62.5 would contradict the whole number 62 that is shown for it.
    """
    return Decimal(math.floor(value * 10)).scaleb(-1)


def apportion(parts: Sequence[Fraction], total: Decimal | None = None) -> list[Decimal]:
    """Parts with one decimal place that add up to `total`, or to the cut sum of the exact parts.

    The tenths that cutting each part loses go to the parts that lost most (largest remainder).
    A `total` may differ from the exact sum by less than a tenth, as one that was itself
    apportioned does.
    """
    wanted = tenths(sum(parts, Fraction(0))) if total is None else total
    cut = [math.floor(part * 10) for part in parts]
    lost = int(wanted * 10) - sum(cut)
    by_loss = sorted(range(len(parts)), key=lambda i: parts[i] * 10 - cut[i], reverse=True)
    for index in by_loss[:lost]:
        cut[index] += 1
    return [Decimal(tenth).scaleb(-1) for tenth in cut]
