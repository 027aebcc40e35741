"""A study as lines of a page: figures, bars, and in words what they mean."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from desk.analysis.words import Advice, advice, alpha_meaning, sem_meaning
from profiles.editions import today
from profiles.editions.content import FrozenScale, FrozenStatement
from quiz.analysis.studies import Study, TraitStudy
from quiz.core.item_analysis import ItemAnalysis, StatementAnalysis
from quiz.core.item_analysis.analysing import CORRELATED_FROM, DESCRIBED_FROM


@dataclass(frozen=True, slots=True)
class Bar:
    """How many chose one answer: `share` of 100, which is the length of the bar, too."""

    label: str
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One statement: what it asks, what was answered, and what to do."""

    text: str
    is_reversed: bool
    found: StatementAnalysis
    bars: list[Bar]
    skipped: float | None
    advice: list[Advice]


@dataclass(frozen=True, slots=True)
class TraitPart:
    """One trait: `assumed` is the standard error that a result's range takes it to have."""

    name: str
    found: ItemAnalysis
    carried: int
    assumed: float
    alpha_meaning: str
    sem_meaning: str
    statements: list[StatementLine]


@dataclass(frozen=True, slots=True)
class Report:
    """A page: what was looked at, from how many on figures are told, and the traits."""

    study: Study
    counted: int
    described_from: int
    correlated_from: int
    traits: list[TraitPart]


def present(found: Study, scale: FrozenScale, names: Mapping[str, str]) -> Report:
    """The study as a page; `names` are those of its traits by their codes."""
    return Report(
        study=found,
        counted=found.attempts - found.signed,
        described_from=DESCRIBED_FROM,
        correlated_from=CORRELATED_FROM,
        traits=[_part(trait, scale, names[trait.code]) for trait in found.traits],
    )


def _part(trait: TraitStudy, scale: FrozenScale, name: str) -> TraitPart:
    found = trait.analysis
    assumed = float(today.RULE.item_standard_error) / math.sqrt(len(trait.statements))
    lines = zip(trait.statements, found.statements, strict=True)
    return TraitPart(
        name=name,
        found=found,
        carried=trait.carried,
        assumed=assumed,
        alpha_meaning="" if found.alpha is None else alpha_meaning(found.alpha),
        sem_meaning="" if found.sem is None else sem_meaning(found.sem, assumed),
        statements=[_line(statement, one, scale) for statement, one in lines],
    )


def _line(
    statement: FrozenStatement, found: StatementAnalysis, scale: FrozenScale
) -> StatementLine:
    counts = found.distribution or ()
    return StatementLine(
        text=statement.text.id,
        is_reversed=statement.keying < 0,
        found=found,
        bars=[
            Bar(answer.text.id, count, 100 * count / found.n)
            for answer, count in zip(scale.answers, counts, strict=False)
        ],
        skipped=None if found.skip_rate is None else 100 * found.skip_rate,
        advice=advice(found.flags),
    )
