"""Answers → trait scores → match, range and reasons. The arithmetic of CareerFit, and nothing else.

Pure and exact: scores are fractions, so that a result never depends on how a machine rounds. Every
number that the arithmetic works with is the edition's own. It is explained for readers in the
README ("How it scores") and fixed by the table in tests/quiz/core/scoring_examples.py.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from profiles.editions.content import (
    EditionContent,
    FrozenDemand,
    FrozenRule,
    FrozenScale,
    FrozenStatement,
)
from quiz.core.ranges import range_around, squared_error, squared_error_of_mean

MEAN_CAPPED: Final = "mean-capped-1"
"""The rule that this module carries out: weighted means, capped above the weakest key skill."""

HIGHEST_SCORE: Final = Fraction(100)


class UnknownRule(ValueError):
    """An edition is scored by a rule that this program does not have."""


@dataclass(frozen=True, slots=True)
class TraitScore:
    """One trait of an outcome.

    `score` is 0–100, or None when too few of the `asked` statements were answered.
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
    """All that scoring says of one set of answers, and the name of the rule by which it does.

    `match` is None when a trait is not scored.
    """

    rule: str
    traits: tuple[TraitScore, ...]
    match: Match | None

    def to_json(self) -> dict[str, Any]:
        """This outcome as a JSON value; fractions are written as "475/8", so nothing is lost."""
        return {
            "rule": self.rule,
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
        """Read what `to_json` wrote; outcomes that name no rule are from when there was but one."""
        match = value["match"]
        return cls(
            rule=value.get("rule", MEAN_CAPPED),
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


def required_answers(rule: FrozenRule, asked: int) -> int:
    """How many of a trait's `asked` statements must be answered, rounded up: two thirds, say."""
    return max(1, math.ceil(rule.share_needed * asked))


def display(value: Fraction | Decimal) -> int:
    """The whole number that is shown for a score; halves go up (62.5 → 63)."""
    return math.floor(Fraction(value) + Fraction(1, 2))


def step(scale: FrozenScale) -> Fraction:
    """What one answer step is worth, in points: 25 of 100 between five answers."""
    return Fraction(100, len(scale.answers) - 1)


def points(scale: FrozenScale) -> dict[int, Fraction]:
    """What each answer is worth, 0–100, where agreeing shows more of the trait."""
    return {value: step(scale) * place for place, value in enumerate(scale.values)}


def keyed(statement: FrozenStatement, worth: Fraction) -> Fraction:
    """What an answer of this worth says of the statement's trait; the contrary if reversed."""
    return worth if statement.keying == 1 else 100 - worth


def score(content: EditionContent, answers: Mapping[str, int]) -> Outcome:
    """Score answers (statement code → value; a skipped statement is absent) against an edition.

    Raises ValueError for an answer off the edition's scale or to a statement that it does not
    ask, UnknownRule for an edition whose rule is another one.
    """
    _refuse_foreign_answers(content, answers)
    worth = points(content.scale)
    traits = tuple(score_trait(content, demand, answers, worth) for demand in content.demands)
    return combine(content.rule, traits)


def combine(rule: FrozenRule, traits: tuple[TraitScore, ...]) -> Outcome:
    """Weigh scored traits into an outcome; what they contributed to another one is forgotten."""
    _refuse_other_rules(rule)
    total_weight = sum(trait.weight for trait in traits)
    counted = [trait for trait in traits if trait.weight]
    if not counted or any(trait.score is None for trait in counted):
        return Outcome(rule=rule.name, traits=traits, match=None)
    traits = tuple(_with_contribution(trait, total_weight) for trait in traits)
    return Outcome(rule=rule.name, traits=traits, match=_match(rule, traits))


def whole_match(
    rule: FrozenRule, weighed: Sequence[tuple[int, bool, int]], unit: int
) -> tuple[int, int]:
    """`Match.value` as numerator and denominator, for finding the best of many without fractions.

    `weighed` holds a weight, whether it is essential, and a score for each trait. `unit` is what
    makes the scores, and the points of the cap, whole numbers.
    """
    _refuse_other_rules(rule)
    total = sum(weight for weight, _, _ in weighed)
    value = sum(weight * score for weight, _, score in weighed)
    essential = [score for _, essential, score in weighed if essential]
    if essential:
        value = min(value, (min(essential) + int(rule.cap_above_weakest * unit)) * total)
    return value, total * unit


def _refuse_other_rules(rule: FrozenRule) -> None:
    if rule.name != MEAN_CAPPED:
        raise UnknownRule(rule.name)


def _refuse_foreign_answers(content: EditionContent, answers: Mapping[str, int]) -> None:
    foreign = answers.keys() - {statement.code for statement in content.statements}
    if foreign:
        raise ValueError(f"answers to statements that are not asked: {sorted(foreign)}")
    values = content.scale.values
    if any(type(answer) is not int or answer not in values for answer in answers.values()):
        raise ValueError(f"an answer is not a whole number from {values[0]} to {values[-1]}")


def score_trait(
    content: EditionContent,
    demand: FrozenDemand,
    answers: Mapping[str, int],
    worth: Mapping[int, Fraction],
) -> TraitScore:
    """The score of one trait, where the answers are `worth` these points each.

    Answers to the statements of other traits are left out of account.
    """
    statements = content.statements_of(demand.trait)
    earned = [
        keyed(statement, worth[answers[statement.code]])
        for statement in statements
        if statement.code in answers
    ]
    enough = len(earned) >= required_answers(content.rule, len(statements))
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


def match_squared_error(rule: FrozenRule, outcome: Outcome) -> Fraction:
    """SE², the squared standard error of an outcome's match, in points².

    That of the weighted mean, or of the trait that holds the match down. Raises ValueError where
    there is no match.
    """
    if outcome.match is None:
        raise ValueError("there is no match")
    return _squared_error(rule, outcome.traits, outcome.match.capped_by)


def _squared_error(
    rule: FrozenRule, traits: Sequence[TraitScore], capped_by: str | None
) -> Fraction:
    if capped_by is not None:
        (weakest,) = (trait for trait in traits if trait.code == capped_by)
        return squared_error(rule, weakest.answered)
    return squared_error_of_mean(rule, [(t.weight, t.answered) for t in traits if t.weight])


def _match(rule: FrozenRule, traits: tuple[TraitScore, ...]) -> Match:
    composite = sum((t.contribution for t in traits if t.contribution), Fraction(0))
    cap, weakest = _cap(rule, traits)
    binds = cap is not None and cap < composite
    value = cap if cap is not None and binds else composite
    capped_by = weakest.code if weakest is not None and binds else None
    low, high = range_around(rule, value, _squared_error(rule, traits, capped_by))
    return Match(
        value=value,
        composite=composite,
        cap=cap,
        capped_by=capped_by,
        low=low,
        high=high,
    )


def _cap(
    rule: FrozenRule, traits: tuple[TraitScore, ...]
) -> tuple[Fraction | None, TraitScore | None]:
    essential = [(t.score, t) for t in traits if t.essential and t.score is not None]
    if not essential:
        return None, None
    # Of two equally weak traits the one with fewer answers decides: its range is the wider one.
    lowest, weakest = min(essential, key=lambda pair: (pair[0], pair[1].answered))
    return lowest + rule.cap_above_weakest, weakest
