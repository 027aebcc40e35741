"""Against pingouin, another implementation, on the real answers that come with it."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pingouin
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from quiz.core.item_analysis import analyse
from quiz.core.item_analysis.reliability import (
    alphas_if_deleted,
    cronbach_alpha,
    feldt_interval,
    item_totals,
)

CLOSE = 1e-6
KEYS = (-1, 1, 1, 1, 1)
Row = list[float | None]


@pytest.fixture(scope="module")
def personality() -> Any:
    """500 people's means on five scales of a personality questionnaire, from 1 to 5."""
    return pingouin.read_dataset("pairwise_corr").iloc[:, 1:]


@pytest.fixture(scope="module")
def keyed(personality: Any) -> Any:
    table = personality.copy()
    table["Neuroticism"] = 6 - table["Neuroticism"]
    return table


def test_real_answers_give_the_figures_of_another_implementation(
    personality: Any, keyed: Any
) -> None:
    found = analyse(personality.to_numpy().tolist(), KEYS, 5)
    alpha, _ = pingouin.cronbach_alpha(data=keyed)
    assert found.n == found.complete == 500
    assert found.alpha == pytest.approx(alpha, abs=CLOSE)
    assert found.alpha_interval is not None
    for tail, bound in zip((0.025, 0.975), found.alpha_interval, strict=True):
        expected = 1 - (1 - alpha) * stats.f.isf(tail, 499, 499 * 4)
        assert bound == pytest.approx(expected, abs=CLOSE)
    sd = keyed.mean(axis=1).std() * 25
    assert found.sem == pytest.approx(sd * np.sqrt(1 - alpha), abs=CLOSE)


def test_each_statement_of_real_answers_too(personality: Any, keyed: Any) -> None:
    found = analyse(personality.to_numpy().tolist(), KEYS, 5)
    for name, statement in zip(personality.columns, found.statements, strict=True):
        others = keyed.drop(columns=name)
        r = pingouin.corr(keyed[name], others.sum(axis=1))["r"].iloc[0]
        assert statement.item_total == pytest.approx(r, abs=CLOSE)
        deleted, _ = pingouin.cronbach_alpha(data=others)
        assert statement.alpha_if_deleted == pytest.approx(deleted, abs=CLOSE)
        assert statement.mean == pytest.approx(personality[name].mean(), abs=CLOSE)
        assert statement.sd == pytest.approx(personality[name].std(), abs=CLOSE)


def test_rows_that_are_not_complete_are_left_out_as_elsewhere() -> None:
    table = pingouin.read_dataset("cronbach_wide_missing")
    complete = table.dropna().to_numpy(dtype=float)
    # Told to drop the rows itself, pingouin counts them all the same for its interval.
    alpha, (low, high) = pingouin.cronbach_alpha(data=table.dropna())
    ours = cronbach_alpha(complete)
    assert ours == pytest.approx(alpha, abs=CLOSE)
    assert ours is not None
    # pingouin rounds its interval.
    assert feldt_interval(ours, *complete.shape) == pytest.approx((low, high), abs=5e-4)
    # The same people twenty times over are enough to be told of.
    rows = [[None if np.isnan(x) else x + 1 for x in row] for row in table.to_numpy(dtype=float)]
    found = analyse(rows * 20, [1] * table.shape[1], 2)
    assert found.alpha is not None
    assert found.complete == 20 * len(complete)
    assert found.n == 20 * len(table)


STEADY = [[1.0, 2.0, 5.0], [2.0, 2.0, 4.0], [3.0, 4.0, 3.0], [4.0, 4.0, 2.0], [5.0, 5.0, 1.0]]


@pytest.mark.parametrize(
    ("n", "told"),
    [(25, ()), (30, ("mean",)), (95, ("mean",)), (100, ("mean", "item_total", "alpha"))],
)
def test_nothing_is_told_below_the_number_that_carries_it(n: int, told: tuple[str, ...]) -> None:
    found = analyse((STEADY * n)[:n], (1, 1, -1), 5)
    first = found.statements[0]
    figures = {
        "mean": (first.mean, first.sd, first.distribution, first.skip_rate),
        "item_total": (first.item_total, first.alpha_if_deleted),
        "alpha": (found.alpha, found.alpha_interval, found.sem),
    }
    for name, values in figures.items():
        assert all((value is not None) == (name in told) for value in values), name


@pytest.mark.parametrize(("n", "flags"), [(45, ()), (50, ("reversed", "weak"))])
def test_a_direction_that_may_be_wrong_is_told_earlier(n: int, flags: tuple[str, ...]) -> None:
    last = analyse((STEADY * n)[:n], (1, 1, 1), 5).statements[2]
    assert last.flags == flags
    assert (last.item_total is not None) == bool(flags)


def column(*counts: int) -> list[Row]:
    """Rows of one statement, so many of each answer from 1 on."""
    return [[float(answer)] for answer, n in enumerate(counts, start=1) for _ in range(n)]


@pytest.mark.parametrize(
    ("rows", "flags"),
    [
        (column(10, 10, 10, 10, 10), ()),
        (column(0, 0, 0, 50, 50), ()),
        (column(0, 0, 0, 49, 51), ("extreme",)),
        (column(51, 49), ("extreme",)),
        (column(5, 5, 80, 5, 5), ()),
        (column(5, 5, 81, 5, 4), ("one_answer",)),
        (column(19, 19, 19, 19, 19) + [[None]] * 5, ()),
        (column(19, 19, 19, 19, 18) + [[None]] * 6, ("skipped",)),
    ],
)
def test_flags_begin_where_they_are_said_to(rows: list[Row], flags: tuple[str, ...]) -> None:
    assert analyse(rows, (1,), 5).statements[0].flags == flags


@pytest.mark.parametrize(
    ("noise", "flag"), [(9, "weak"), (2.65, "low"), (0, None)], ids=["weak", "low", "fine"]
)
def test_a_correlation_is_marked_by_how_low_it_is(noise: float, flag: str | None) -> None:
    # Every combination as often as every other: a, b and c are uncorrelated.
    rows: list[Row] = [
        [a, b, (a + noise * c) / (1 + noise)]
        for a, b, c in product((1.0, 2.0, 3.0, 4.0, 5.0), repeat=3)
    ]
    last = analyse(rows, (1, 1, 1), 5).statements[2]
    assert last.item_total is not None
    assert (flag in last.flags) if flag else not {"weak", "low"} & set(last.flags)


def test_statements_that_do_not_belong_together_are_no_reliable_trait() -> None:
    rows: list[Row] = [list(map(float, row)) for row in product(range(1, 6), repeat=3)]
    found = analyse(rows, (1, 1, 1), 5)
    assert found.alpha == pytest.approx(0, abs=1e-9)
    assert found.flags == ("unreliable",)
    assert analyse(STEADY * 20, (1, 1, -1), 5).flags == ()


def test_what_was_not_asked_is_not_skipped() -> None:
    rows: list[Row] = [[3.0, 3.0] for _ in range(40)]
    rows += [[3.0, None] for _ in range(10)]
    asked = np.array([[True, True]] * 40 + [[True, False]] * 10)
    assert analyse(rows, (1, 1), 5).statements[1].skip_rate == pytest.approx(0.2)
    last = analyse(rows, (1, 1), 5, asked=asked).statements[1]
    assert (last.n, last.asked, last.skip_rate) == (40, 40, 0)


@pytest.mark.parametrize(
    ("rows", "keys", "points"),
    [([[1.0]], (1, 1), 5), ([[1.0]], (0,), 5), ([[6.0]], (1,), 5), ([[0.0]], (1,), 5), ([], (), 1)],
)
def test_what_cannot_be_is_refused(rows: list[Row], keys: tuple[int, ...], points: int) -> None:
    with pytest.raises(ValueError, match=r"answer|key|scale"):
        analyse(rows, keys, points)


def test_nobody_at_all_is_no_error() -> None:
    found = analyse([], (1, -1), 5)
    assert (found.n, found.complete, found.alpha) == (0, 0, None)


answers = st.lists(
    st.lists(st.sampled_from([None, 1.0, 2.0, 3.0, 4.0, 5.0]), min_size=4, max_size=4), max_size=20
)


@given(answers, st.lists(st.sampled_from([1, -1]), min_size=4, max_size=4))
def test_turning_a_scale_over_changes_nothing_but_the_means(
    rows: list[Row], keys: list[int]
) -> None:
    rows = rows * 20
    turned: list[Row] = [[x and 6 - x for x in row] for row in rows]
    one, other = analyse(rows, keys, 5), analyse(turned, [-key for key in keys], 5)
    assert one.complete == other.complete
    assert one.alpha == pytest.approx(other.alpha)
    assert one.sem == pytest.approx(other.sem)
    for ours, theirs in zip(one.statements, other.statements, strict=True):
        assert ours.item_total == pytest.approx(theirs.item_total, abs=1e-9)
        assert (ours.distribution or ()) == (theirs.distribution or ())[::-1]
        assert ours.n <= ours.asked == len(rows)
        assert ours.distribution is None or sum(ours.distribution) == ours.n
        assert ours.item_total is None or -1 <= round(ours.item_total, 9) <= 1
    if one.alpha is not None and one.alpha_interval is not None:
        assert one.alpha_interval.low <= one.alpha <= one.alpha_interval.high <= 1


def test_a_statement_alone_has_nothing_to_be_compared_with() -> None:
    alone = np.array([[1.0], [2.0]])
    assert cronbach_alpha(alone) is None
    assert item_totals(alone) == [None]
    assert alphas_if_deleted(np.hstack([alone, alone])) == [None, None]
