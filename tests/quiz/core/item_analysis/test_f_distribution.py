from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from quiz.core.item_analysis.f_distribution import f_quantile, regularised_beta


@pytest.mark.parametrize("probability", [0.005, 0.025, 0.5, 0.975, 0.995])
@pytest.mark.parametrize("degrees", [(1, 1), (2, 3), (49, 49), (99, 495), (99_999, 2_299_977)])
def test_quantiles_are_those_of_another_implementation(
    probability: float, degrees: tuple[int, int]
) -> None:
    expected = stats.f.ppf(probability, *degrees)
    assert f_quantile(probability, *degrees) == pytest.approx(expected, rel=1e-9)


@given(st.floats(0.001, 0.999), st.integers(1, 5_000), st.integers(1, 50_000))
def test_a_quantile_is_where_the_distribution_has_its_probability(
    probability: float, between: int, within: int
) -> None:
    value = f_quantile(probability, between, within)
    x = between * value / (between * value + within)
    assert regularised_beta(x, between / 2, within / 2) == pytest.approx(probability, abs=1e-9)


@pytest.mark.parametrize("asked", [(0, 1, 1), (1, 1, 1), (0.5, 0, 1), (0.5, 1, -1)])
def test_what_has_no_quantile_is_refused(asked: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="no quantile"):
        f_quantile(*asked)
