"""The table that scoring must reproduce. Every number here was worked out by hand.

Rows are scores of communication, organization, leadership and data analysis (weights 3 essential,
3 essential, 2, 2) or the answers behind them. With six answers a trait, the standard errors are
SE_C² = (0.09 + 0.09 + 0.04 + 0.04)·625/6 = 27.0833, so ± 1.28·5.2042 = 6.6613, and where a cap
binds SE_T = 25/√6 = 10.2062, so ± 13.0639.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from tests.factories import answer_all, row_scoring


@dataclass(frozen=True)
class Example:
    name: str
    answers: dict[str, int]
    composite: Fraction
    cap: Fraction
    match: Fraction
    shown: int
    level: str
    low: int
    high: int
    capped_by: str | None = None


def scores(c: int, o: int, le: int, d: int) -> dict[str, int]:
    return answer_all(C=row_scoring(c), O=row_scoring(o), L=row_scoring(le), D=row_scoring(d))


ROW = row_scoring(50)

EXAMPLES = [
    Example(
        "every answer in the middle",
        scores(50, 50, 50, 50),
        composite=Fraction(50),
        cap=Fraction(75),
        match=Fraction(50),
        shown=50,
        level="partly",
        low=43,
        high=57,
    ),
    Example(
        "a half is rounded up",
        scores(75, 50, 25, 100),  # 22.5 + 15 + 5 + 20
        composite=Fraction(125, 2),
        cap=Fraction(75),
        match=Fraction(125, 2),
        shown=63,
        level="largely",
        low=56,  # 55.84
        high=69,  # 69.16
    ),
    Example(
        "a weak essential trait holds the match down",
        scores(25, 100, 100, 100),  # 7.5 + 30 + 20 + 20
        composite=Fraction(155, 2),
        cap=Fraction(50),
        match=Fraction(50),
        shown=50,
        level="partly",
        low=37,  # 36.94
        high=63,  # 63.06
        capped_by="C",
    ),
    Example(
        "the weakest essential trait possible",
        scores(0, 100, 100, 100),
        composite=Fraction(70),
        cap=Fraction(25),
        match=Fraction(25),
        shown=25,
        level="little",
        low=12,  # 11.94
        high=38,  # 38.06
        capped_by="C",
    ),
    Example(
        "a weak trait that is not essential only weighs",
        scores(100, 100, 100, 0),
        composite=Fraction(80),
        cap=Fraction(125),
        match=Fraction(80),
        shown=80,
        level="largely",
        low=73,  # 73.34
        high=87,  # 86.66
    ),
    Example(
        "skipped statements count neither way",
        # (100 + 75 + 75 + 75)/4 = 81.25; 24.375 + 15 + 10 + 10
        answer_all(C=[5, 4, None, 4, 2, None], O=ROW, L=ROW, D=ROW),
        composite=Fraction(475, 8),
        cap=Fraction(75),
        match=Fraction(475, 8),
        shown=59,
        level="partly",
        # SE_C² = 0.09·625/4 + 0.17·625/6 = 31.7708; ± 7.2148
        low=52,  # 52.16
        high=67,  # 66.59
    ),
    Example(
        "the same lowest tap throughout: two reversed statements of six still count",
        answer_all(C=[1] * 6, O=[1] * 6, L=[1] * 6, D=[1] * 6),  # T = 200/6
        composite=Fraction(100, 3),
        cap=Fraction(175, 3),
        match=Fraction(100, 3),
        shown=33,
        level="little",
        low=27,  # 26.67
        high=40,  # 39.99
    ),
    Example(
        "the best answers: the range stops at 100",
        scores(100, 100, 100, 100),
        composite=Fraction(100),
        cap=Fraction(125),
        match=Fraction(100),
        shown=100,
        level="nearly",
        low=93,  # 93.34
        high=100,
    ),
    Example(
        "the lowest answers: the range stops at 0",
        scores(0, 0, 0, 0),
        composite=Fraction(0),
        cap=Fraction(25),
        match=Fraction(0),
        shown=0,
        level="little",
        low=0,
        high=7,  # 6.66
    ),
    Example(
        "a cap that equals the composite takes nothing away",
        scores(50, 100, 75, 75),  # 15 + 30 + 15 + 15
        composite=Fraction(75),
        cap=Fraction(75),
        match=Fraction(75),
        shown=75,
        level="largely",
        low=68,  # 68.34
        high=82,  # 81.66
    ),
    Example(
        "of two equally weak traits the one with fewer answers gives the range",
        # Organization from four answers: SE_T = 12.5, ± 16
        answer_all(
            C=row_scoring(0),
            O=[1, 1, None, None, 5, 5],
            L=row_scoring(100),
            D=row_scoring(100),
        ),
        composite=Fraction(40),
        cap=Fraction(25),
        match=Fraction(25),
        shown=25,
        level="little",
        low=9,
        high=41,
        capped_by="O",
    ),
    Example(
        "49.58 is shown as 50, and the level is that of what is shown",
        # C = 325/6, D = 250/6: 16.25 + 15 + 10 + 8.3333
        answer_all(C=[3, 3, 3, 3, 3, 2], O=ROW, L=ROW, D=[3, 3, 3, 3, 4, 4]),
        composite=Fraction(595, 12),
        cap=Fraction(75),
        match=Fraction(595, 12),
        shown=50,
        level="partly",
        low=43,  # 42.92
        high=56,  # 56.24
    ),
    Example(
        "48.33 is shown as 48",
        answer_all(C=ROW, O=ROW, L=ROW, D=[3, 3, 3, 3, 4, 4]),  # D = 250/6: 40 + 8.3333
        composite=Fraction(145, 3),
        cap=Fraction(75),
        match=Fraction(145, 3),
        shown=48,
        level="partly",
        low=42,  # 41.67
        high=55,  # 54.99
    ),
]
