from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from quiz.core.rounding import apportion, tenths
from quiz.core.scoring import display

fractions = st.fractions(min_value=0, max_value=100, max_denominator=2400)
groups = st.lists(st.lists(fractions, min_size=1, max_size=6), min_size=1, max_size=8)


@given(st.lists(fractions, min_size=1, max_size=6))
def test_shown_parts_add_up_to_the_shown_sum(parts: list[Fraction]) -> None:
    shown = apportion(parts)
    assert sum(shown) == tenths(sum(parts, Fraction(0)))
    assert all(abs(Fraction(s) - p) < Fraction(1, 10) for s, p in zip(shown, parts, strict=True))


@given(groups)
def test_parts_of_shown_parts_add_up_as_well(groups: list[list[Fraction]]) -> None:
    totals = apportion([sum(parts, Fraction(0)) for parts in groups])
    for parts, total in zip(groups, totals, strict=True):
        shown = apportion(parts, total)
        assert sum(shown) == total
        for one, part in zip(shown, parts, strict=True):
            assert abs(Fraction(one) - part) <= Fraction(1, 10)
            assert one == 0 or part > 0


@given(fractions)
def test_the_shown_tenths_round_to_the_shown_whole_number(value: Fraction) -> None:
    assert display(tenths(value)) == display(value)


def test_a_tenth_is_shown_even_where_it_is_0() -> None:
    assert [str(tenths(Fraction(n))) for n in (0, 10, 100)] == ["0.0", "10.0", "100.0"]
    assert apportion([]) == []
    assert apportion([Fraction(10)]) == [Decimal("10.0")]
