"""Answers → trait scores → match, range and reasons. The arithmetic of CareerFit, and nothing else.

Pure and exact: scores are fractions, so that a result never depends on how a machine rounds.
Only the half-width of the range, a square root, is a decimal. The rules are explained for
readers in the README ("How it scores") and fixed by the table in
tests/quiz/core/scoring_examples.py.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from typing import Any, Final

from profiles.editions.content import EditionContent, FrozenDemand, FrozenStatement, Level

LOWEST, HIGHEST = 1, 5
ANSWERS: Final = tuple(range(LOWEST, HIGHEST + 1))

STEP: Final = Fraction(100, HIGHEST - LOWEST)
"""What one answer step is worth, in points: 25."""

CAP_ABOVE_WEAKEST: Final = STEP
"""How far a match may stand above the weakest essential trait: one answer step."""

ITEM_STANDARD_ERROR: Final = 25
"""Taken standard error of one answered statement, in points: one answer step."""

Z_80: Final = Fraction(128, 100)
"""Half-width of a central 80 % range of a normal distribution, in standard errors."""

_DECIMALS: Final = Context(prec=28, rounding=ROUND_HALF_UP)
_STORED_PLACES: Final = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class TraitScore:
    """One trait of an outcome.

    `score` is 0–100, or None when fewer than `required` of the `asked` statements were answered.
    `contribution` is the part of the composite that this trait gives, `w·T/Σw`, or None where
    there is no composite.
    """

    code: str
    weight: int
    essential: bool
    asked: int
    answered: int
    score: Fraction | None
    contribution: Fraction | None

    @property
    def required(self) -> int:
        """How many answers this trait needs before it is scored."""
        return required_answers(self.asked)


@dataclass(frozen=True, slots=True)
class Match:
    """How well the answers match the profession, 0–100, and how the number came about.

    `composite − reduction = value`. `capped_by` is the code of the essential trait that holds the
    match down, or None when nothing does. `low` and `high` bound the 80 % range, clipped to 0–100.
    """

    value: Fraction
    composite: Fraction
    cap: Fraction | None
    capped_by: str | None
    low: Decimal
    high: Decimal

    @property
    def reduction(self) -> Fraction:
        """How many points the cap takes from the composite; 0 when it does not bind."""
        return self.composite - self.value


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that scoring says of one set of answers. `match` is None when a trait is not scored."""

    traits: tuple[TraitScore, ...]
    match: Match | None

    def to_json(self) -> dict[str, Any]:
        """This outcome as a JSON value; fractions are written as "475/8", so nothing is lost."""
        return {
            "traits": [
                {
                    "code": trait.code,
                    "weight": trait.weight,
                    "essential": trait.essential,
                    "asked": trait.asked,
                    "answered": trait.answered,
                    "score": _fraction_to_json(trait.score),
                    "contribution": _fraction_to_json(trait.contribution),
                }
                for trait in self.traits
            ],
            "match": None
            if self.match is None
            else {
                "value": _fraction_to_json(self.match.value),
                "composite": _fraction_to_json(self.match.composite),
                "cap": _fraction_to_json(self.match.cap),
                "capped_by": self.match.capped_by,
                "low": str(self.match.low),
                "high": str(self.match.high),
            },
        }

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Outcome:
        """Read what `to_json` wrote."""
        match = value["match"]
        return cls(
            traits=tuple(
                TraitScore(
                    **{
                        **trait,
                        "score": _fraction_from_json(trait["score"]),
                        "contribution": _fraction_from_json(trait["contribution"]),
                    }
                )
                for trait in value["traits"]
            ),
            match=None
            if match is None
            else Match(
                value=Fraction(match["value"]),
                composite=Fraction(match["composite"]),
                cap=_fraction_from_json(match["cap"]),
                capped_by=match["capped_by"],
                low=Decimal(match["low"]),
                high=Decimal(match["high"]),
            ),
        )


def _fraction_to_json(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


def _fraction_from_json(value: str | None) -> Fraction | None:
    return None if value is None else Fraction(value)


def required_answers(asked: int) -> int:
    """How many of a trait's `asked` statements must be answered: two thirds, rounded up."""
    return math.ceil(Fraction(2 * asked, 3))


def display(value: Fraction | Decimal) -> int:
    """The whole number that is shown for a score; halves go up (62.5 → 63)."""
    return math.floor(Fraction(value) + Fraction(1, 2))


def level(shown: int) -> Level:
    """The level of a *displayed* score: under 50 developing, 50–74 capable, from 75 strong.

    It is taken from the shown integer so that a page never says "75" beside the level of 74.6.
    """
    if shown < 50:
        return "developing"
    return "capable" if shown < 75 else "strong"


def points(statement: FrozenStatement, answer: int) -> Fraction:
    """What one answer is worth, 0–100: `100·(y − 1)/4`, with `y = 6 − x` for a reversed one."""
    keyed = answer if statement.keying == 1 else LOWEST + HIGHEST - answer
    return STEP * (keyed - LOWEST)


def score(content: EditionContent, answers: Mapping[str, int]) -> Outcome:
    """Score answers (statement code → 1–5; a skipped statement is absent) against an edition.

    Raises ValueError for an answer outside 1–5 or to a statement that the edition does not ask.
    """
    _refuse_foreign_answers(content, answers)
    return combine(tuple(_score_trait(content, demand, answers) for demand in content.demands))


def combine(traits: tuple[TraitScore, ...]) -> Outcome:
    """Weigh scored traits into an outcome; what they contributed to another one is forgotten."""
    total_weight = sum(trait.weight for trait in traits)
    counted = [trait for trait in traits if trait.weight]
    if not counted or any(trait.score is None for trait in counted):
        return Outcome(traits=traits, match=None)
    traits = tuple(_with_contribution(trait, total_weight) for trait in traits)
    return Outcome(traits=traits, match=_match(traits, total_weight))


def _refuse_foreign_answers(content: EditionContent, answers: Mapping[str, int]) -> None:
    foreign = answers.keys() - {statement.code for statement in content.statements}
    if foreign:
        raise ValueError(f"answers to statements that are not asked: {sorted(foreign)}")
    if any(type(answer) is not int or answer not in ANSWERS for answer in answers.values()):
        raise ValueError("an answer is not a whole number from 1 to 5")


def _score_trait(
    content: EditionContent, demand: FrozenDemand, answers: Mapping[str, int]
) -> TraitScore:
    statements = content.statements_of(demand.trait)
    earned = [
        points(statement, answers[statement.code])
        for statement in statements
        if statement.code in answers
    ]
    enough = len(earned) >= max(1, required_answers(len(statements)))
    return TraitScore(
        code=demand.trait,
        weight=demand.weight,
        essential=demand.essential,
        asked=len(statements),
        answered=len(earned),
        score=sum(earned, Fraction(0)) / len(earned) if enough else None,
        contribution=None,
    )


def _with_contribution(trait: TraitScore, total_weight: int) -> TraitScore:
    if trait.score is None:
        return trait
    return replace(trait, contribution=trait.weight * trait.score / total_weight)


def _match(traits: tuple[TraitScore, ...], total_weight: int) -> Match:
    composite = sum((t.contribution for t in traits if t.contribution), Fraction(0))
    variance = sum(
        (Fraction(t.weight, total_weight) ** 2 * _variance(t) for t in traits if t.weight),
        Fraction(0),
    )
    cap, weakest = _cap(traits)
    binds = cap is not None and cap < composite
    value = cap if cap is not None and binds else composite
    if weakest is not None and binds:
        variance = _variance(weakest)
    half_width = _half_width(variance)
    return Match(
        value=value,
        composite=composite,
        cap=cap,
        capped_by=weakest.code if weakest is not None and binds else None,
        low=_clip(_decimal(value) - half_width),
        high=_clip(_decimal(value) + half_width),
    )


def _cap(traits: tuple[TraitScore, ...]) -> tuple[Fraction | None, TraitScore | None]:
    essential = [(t.score, t) for t in traits if t.essential and t.score is not None]
    if not essential:
        return None, None
    # Of two equally weak traits the one with fewer answers decides: its range is the wider one.
    lowest, weakest = min(essential, key=lambda pair: (pair[0], pair[1].answered))
    return lowest + CAP_ABOVE_WEAKEST, weakest


def _variance(trait: TraitScore) -> Fraction:
    """SE_T² = 25²/n, the squared standard error of a trait's score."""
    return Fraction(ITEM_STANDARD_ERROR**2, trait.answered)


def _half_width(variance: Fraction) -> Decimal:
    return _DECIMALS.multiply(_decimal(Z_80), _DECIMALS.sqrt(_decimal(variance)))


def _decimal(value: Fraction) -> Decimal:
    return _DECIMALS.divide(Decimal(value.numerator), Decimal(value.denominator))


def _clip(value: Decimal) -> Decimal:
    return min(max(value, Decimal(0)), Decimal(100)).quantize(_STORED_PLACES)
