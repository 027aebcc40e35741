"""The figures among the words of a page, and whether they are those of an outcome."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

_FIGURE = re.compile(r"\d+(?:[.,]\d+)?")


def figures(words: str) -> list[Decimal]:
    """The figures in the words, whichever language wrote them; signs are left out."""
    return [Decimal(figure.replace(",", ".")) for figure in _FIGURE.findall(words)]


def shows(figure: Decimal, exact: Fraction | str) -> bool:
    """Whether the figure is the outcome's number, to the last digit that it has.

    Whether it is cut or rounded there, or made to add up, is the page's affair.
    """
    places = -int(figure.as_tuple().exponent)
    return abs(Fraction(figure) - Fraction(exact)) < Fraction(1, 10**places)
