"""What may be told of how many there are, so that nobody is recognised. Pure.

A group of fewer than ten is not told of: in a class of thirty, three are known by their neighbours.
Sums are rounded, so that what is not told does not follow from what is.
"""

from __future__ import annotations

from typing import Final

LEAST: Final = 10
"""The smallest group of which something is told."""


def told(count: int) -> int | None:
    """The count, or None for one to nine."""
    return count if count == 0 or count >= LEAST else None


def about(count: int) -> int:
    """The count to the nearest ten."""
    return round(count, -1)


def share(part: int, count: int) -> int | None:
    """The part's share of 100, to the nearest 5; None for a part of one to nine."""
    return None if told(part) is None else 5 * round(20 * part / count)
