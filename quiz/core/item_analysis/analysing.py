"""Answers to the statements of one trait → what is known of each statement, and of the trait.

Pure. Figures are None where too few students have answered for them to mean anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

from quiz.core.item_analysis.reliability import (
    Interval,
    Table,
    alphas_if_deleted,
    cronbach_alpha,
    feldt_interval,
    item_totals,
    standard_error,
)

StatementFlag = Literal["reversed", "weak", "low", "skipped", "one_answer", "extreme"]
TraitFlag = Literal["unreliable"]
Responses = Sequence[Sequence[float | None]] | Table
"""A row a student, a column a statement; None (in an array NaN) where it was not answered."""

DESCRIBED_FROM: Final = 30
"""Students from whom on a mean, a spread, a distribution and a skip rate are told."""
CORRELATED_FROM: Final = 100
"""Complete rows from which on correlations, alpha and the standard error are told."""
REVERSED_FROM: Final = 50
"""Complete rows from which on a correlation below zero is told: the direction may be wrong."""

WEAK_UNDER, LOW_UNDER = 0.20, 0.30
SKIPPED_OVER, ONE_ANSWER_OVER = 0.05, 0.80
NEAR_AN_END: Final = 0.5
UNRELIABLE_UNDER: Final = 0.60


@dataclass(frozen=True, slots=True)
class StatementAnalysis:
    """One statement.

    `n` answered it of the `asked`. `distribution` counts the answers from the lowest to the highest
    of the scale; `mean` and `sd` (ddof 1) are in answers as given, not keyed; `skip_rate` is 0–1.
    `item_total` is the keyed correlation with the sum of the others, and `alpha_if_deleted` the
    alpha of the others, both over complete rows.
    """

    n: int
    asked: int
    mean: float | None
    sd: float | None
    distribution: tuple[int, ...] | None
    skip_rate: float | None
    item_total: float | None
    alpha_if_deleted: float | None
    flags: tuple[StatementFlag, ...]


@dataclass(frozen=True, slots=True)
class ItemAnalysis:
    """A trait, and its statements in the order of the columns.

    `n` counts the students who answered any of them, `complete` those who answered all: `alpha`,
    its 95 % interval and `sem` (points of a score, 0–100) are over these.
    """

    n: int
    complete: int
    alpha: float | None
    alpha_interval: Interval | None
    sem: float | None
    statements: tuple[StatementAnalysis, ...]
    flags: tuple[TraitFlag, ...]


def analyse(
    responses: Responses,
    keys: Sequence[int],
    scale_points: int,
    *,
    asked: npt.NDArray[np.bool_] | None = None,
) -> ItemAnalysis:
    """Analyse answers from 1 to `scale_points`; `keys` are 1 or −1 for a reversed statement.

    `asked` says, cell by cell, whether the statement was put to the student at all: what was not is
    not skipped. Left out, everything was. Raises ValueError for rows of another length than `keys`,
    other keys, and answers off the scale.
    """
    table = _table(responses, keys, scale_points)
    given = ~np.isnan(table)
    put = np.ones(table.shape, dtype=np.bool_) if asked is None else asked
    complete = table[given.all(axis=1)]
    keyed = np.where(np.asarray(keys) == 1, complete, scale_points + 1 - complete)
    alpha, interval, sem = _reliability(keyed, scale_points)
    totals = [_told(total, len(keyed)) for total in item_totals(keyed)]
    deleted = alphas_if_deleted(keyed) if len(keyed) >= CORRELATED_FROM else [None] * len(keys)
    return ItemAnalysis(
        n=int(given.any(axis=1).sum()),
        complete=len(complete),
        alpha=alpha,
        alpha_interval=interval,
        sem=sem,
        statements=tuple(
            _statement(
                table[given[:, place], place],
                int(put[:, place].sum()),
                scale_points,
                totals[place],
                deleted[place],
            )
            for place in range(len(keys))
        ),
        flags=("unreliable",) if alpha is not None and alpha < UNRELIABLE_UNDER else (),
    )


def _table(responses: Responses, keys: Sequence[int], scale_points: int) -> Table:
    if scale_points < 2 or any(key not in (1, -1) for key in keys):
        raise ValueError("a scale has two answers or more, and a key is 1 or −1")
    if any(len(row) != len(keys) for row in responses):
        raise ValueError("a row has an answer, or None, for each key")
    table = np.array(responses, dtype=np.float64).reshape(len(responses), len(keys))
    if bool(((table < 1) | (table > scale_points)).any()):
        raise ValueError(f"an answer is not from 1 to {scale_points}")
    return table


def _reliability(
    keyed: Table, scale_points: int
) -> tuple[float | None, Interval | None, float | None]:
    rows, count = keyed.shape
    alpha = cronbach_alpha(keyed) if rows >= CORRELATED_FROM else None
    if alpha is None:
        return None, None, None
    return alpha, feldt_interval(alpha, rows, count), standard_error(keyed, alpha, scale_points)


def _told(item_total: float | None, rows: int) -> float | None:
    """The correlation, where so many rows carry it."""
    if item_total is None or rows >= CORRELATED_FROM:
        return item_total
    return item_total if rows >= REVERSED_FROM and item_total < 0 else None


def _statement(
    answers: Table,
    asked: int,
    scale_points: int,
    item_total: float | None,
    alpha_if_deleted: float | None,
) -> StatementAnalysis:
    n = len(answers)
    described = n >= DESCRIBED_FROM
    mean = float(answers.mean()) if described else None
    nearest = np.floor(answers + 0.5).astype(np.int64)
    counts = np.bincount(nearest, minlength=scale_points + 1)[1:]
    distribution = tuple(int(count) for count in counts) if described else None
    skip_rate = (asked - n) / asked if asked >= DESCRIBED_FROM else None
    return StatementAnalysis(
        n=n,
        asked=asked,
        mean=mean,
        sd=float(answers.std(ddof=1)) if described else None,
        distribution=distribution,
        skip_rate=skip_rate,
        item_total=item_total,
        alpha_if_deleted=alpha_if_deleted,
        flags=(
            *_flags_of_total(item_total),
            *_flags_of_answers(mean, distribution, skip_rate, scale_points),
        ),
    )


def _flags_of_total(item_total: float | None) -> tuple[StatementFlag, ...]:
    if item_total is None or item_total >= LOW_UNDER:
        return ()
    if item_total >= WEAK_UNDER:
        return ("low",)
    return ("reversed", "weak") if item_total < 0 else ("weak",)


def _flags_of_answers(
    mean: float | None,
    distribution: tuple[int, ...] | None,
    skip_rate: float | None,
    scale_points: int,
) -> tuple[StatementFlag, ...]:
    flags: list[StatementFlag] = []
    if skip_rate is not None and skip_rate > SKIPPED_OVER:
        flags.append("skipped")
    if distribution and max(distribution) > ONE_ANSWER_OVER * sum(distribution):
        flags.append("one_answer")
    if mean is not None and not 1 + NEAR_AN_END <= mean <= scale_points - NEAR_AN_END:
        flags.append("extreme")
    return tuple(flags)
