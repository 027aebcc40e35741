"""The technical sheet of an edition: what its quiz measures, and how well that has been tested."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from careerfit.web.languages import page_language
from profiles.editions.content import EditionContent, FrozenBorder
from quiz.analysis.remembered import studies_of_traits
from quiz.core.item_analysis import ItemAnalysis
from quiz.core.item_analysis.analysing import CORRELATED_FROM, DESCRIBED_FROM
from quiz.core.item_analysis.reliability import Interval

_SIMULATED_TRAIT, _SIMULATED_MATCH = (0, 38, 63), (0, 38, 63, 88)
_SIMULATED_NEAR = Fraction(67, 100)


@dataclass(frozen=True, slots=True)
class SheetStatement:
    """A sentence of the quiz, and whether agreeing with it lowers the score."""

    text: str
    is_reversed: bool


@dataclass(frozen=True, slots=True)
class SheetTrait:
    """One trait: its statements, and what the answers show.

    `students` answered all of its statements; None while they are too few to be told. `sem` and
    `assumed` are standard errors in points of a score, found and taken for granted by the range.
    """

    name: str
    description: str
    statements: list[SheetStatement]
    students: int | None
    alpha: float | None
    interval: Interval | None
    sem: float | None
    assumed: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """All traits, from how many students on there are figures, and whether levels were tried out.

    `has_figures`: some trait has enough answers. `is_simulated`: its levels are those whose
    agreement was simulated (docs/decisions/0054).
    """

    traits: list[SheetTrait]
    needed: int
    has_figures: bool
    is_simulated: bool


def draw_up(content: EditionContent) -> Sheet:
    """The sheet in the language of the page. Costs two queries, once an hour."""
    studies = studies_of_traits(content)
    traits = [
        _trait(content, demand.trait, studies[demand.trait].analysis)
        for demand in content.demands
        if demand.trait in studies
    ]
    return Sheet(
        traits=traits,
        needed=CORRELATED_FROM,
        has_figures=any(trait.alpha is not None for trait in traits),
        is_simulated=content.levels.near == _SIMULATED_NEAR
        and _begins(content.levels.trait) == _SIMULATED_TRAIT
        and _begins(content.levels.match) == _SIMULATED_MATCH,
    )


def _trait(content: EditionContent, code: str, found: ItemAnalysis) -> SheetTrait:
    language = page_language()
    trait, statements = content.trait(code), content.statements_of(code)
    return SheetTrait(
        name=trait.name.in_language(language),
        description=trait.description.in_language(language),
        statements=[
            SheetStatement(one.text.in_language(language), one.keying < 0) for one in statements
        ],
        students=found.complete if found.complete >= DESCRIBED_FROM else None,
        alpha=found.alpha,
        interval=found.alpha_interval,
        sem=found.sem,
        assumed=float(content.rule.item_standard_error) / math.sqrt(len(statements)),
    )


def _begins(borders: tuple[FrozenBorder, ...]) -> tuple[int, ...]:
    return tuple(border.lowest for border in borders)
