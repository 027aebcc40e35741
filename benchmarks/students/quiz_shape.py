"""A quiz's shape without its words, and fast scores that equal those of `quiz.core`.

Scoring is exact and therefore slow: a million fractions take minutes. Here a point is cut into as
many units as make every score whole; a test compares the two. All statements are answered.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from profiles.editions import today
from profiles.editions.content import (
    EditionContent,
    FrozenDemand,
    FrozenStatement,
    FrozenTrait,
    Paragraphs,
    Text,
    interleave,
)
from quiz.core.scoring import step

SHIPPED: Final = Path(__file__).parents[2] / "profiles/content"

ANSWERS: Final = today.SCALE.values
LOWEST, HIGHEST = ANSWERS[0], ANSWERS[-1]
STEP: Final = int(step(today.SCALE))
CAP_ABOVE_WEAKEST: Final = int(today.RULE.cap_above_weakest)
ITEM_STANDARD_ERROR: Final = float(today.RULE.item_standard_error)
Z: Final = float(today.RULE.z)


Keyings = tuple[Literal[1, -1], ...]


@dataclass(frozen=True, slots=True)
class Demand:
    """A trait that a profession asks for, and how its statements are keyed."""

    trait: str
    weight: int
    essential: bool
    keyings: Keyings


class Score(NamedTuple):
    """One score in units and in points, the whole number that is shown, its error and range."""

    units: int
    points: float
    shown: int
    error: float
    low: float
    high: float


class Scores(NamedTuple):
    """All scores of one set of answers. `capped_by` is a trait's place among the demands."""

    traits: tuple[Score, ...]
    match: Score
    composite: int
    capped_by: int | None


def traits_that_ship() -> dict[str, Keyings]:
    """How each trait's statements are keyed, in the order in which they are asked about."""
    return {
        trait["code"]: tuple(statement["keying"] for statement in trait["statements"])
        for trait in _read_json(SHIPPED / "traits.json")
    }


def professions_that_ship() -> dict[str, tuple[Demand, ...]]:
    """What each profession that ships asks for, by its address, in the order of their names."""
    professions = [_read_json(path) for path in (SHIPPED / "professions").glob("*/*.json")]
    by_name = sorted(professions, key=lambda one: (one["name"]["id"].casefold(), one["slug"]))
    keyings = traits_that_ship()
    return {
        profession["slug"]: tuple(
            Demand(demand["trait"], demand["weight"], demand["essential"], keyings[demand["trait"]])
            for demand in profession["demands"]
        )
        for profession in by_name
    }


def shipped_demands() -> tuple[Demand, ...]:
    """What the campaign manager's profession asks for."""
    return professions_that_ship()["pengurus-kampanye-politik"]


def _read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def content_of(demands: Sequence[Demand]) -> EditionContent:
    """An edition with these demands and no words, for the pure functions that want one."""
    nothing = Paragraphs()
    return EditionContent(
        slug="simulated",
        name=Text("simulated"),
        overview=nothing,
        suited=nothing,
        unsuited=nothing,
        misconception=nothing,
        expectation=nothing,
        difference=nothing,
        not_measured=Text(""),
        majors=(),
        institutions=(),
        demands=tuple(FrozenDemand(d.trait, d.weight, d.essential, Text("")) for d in demands),
        traits=tuple(FrozenTrait(d.trait, Text(d.trait), Text(""), {}) for d in demands),
        statements=interleave(
            [
                [
                    FrozenStatement(f"{demand.trait}-{number}", demand.trait, keying, Text(""))
                    for number, keying in enumerate(demand.keyings, start=1)
                ]
                for demand in demands
            ]
        ),
        scale=today.SCALE,
        levels=today.LEVELS,
        rule=today.RULE,
    )


class Quiz:
    """A quiz as a simulation uses it: answers are a list, in the order in which they are asked."""

    def __init__(self, demands: Sequence[Demand]) -> None:
        self.demands = tuple(demands)
        self.content = content_of(demands)
        self.codes = tuple(statement.code for statement in self.content.statements)
        self.weights = tuple(demand.weight for demand in demands)
        self.total_weight = sum(self.weights)
        sizes = [len(demand.keyings) for demand in demands]
        self.point = math.lcm(*sizes) * self.total_weight
        self._scale = [STEP * self.point // size for size in sizes]
        self._forward = [self._places(demand.trait, keying=1) for demand in demands]
        self._reversed = [self._places(demand.trait, keying=-1) for demand in demands]
        self.errors = [ITEM_STANDARD_ERROR / math.sqrt(size) for size in sizes]
        self.composite_error = math.hypot(
            *(w / self.total_weight * e for w, e in zip(self.weights, self.errors, strict=True))
        )

    def _places(self, trait: str, keying: int) -> list[int]:
        return [
            place
            for place, statement in enumerate(self.content.statements)
            if statement.trait == trait and statement.keying == keying
        ]

    def by_code(self, answers: Sequence[int]) -> dict[str, int]:
        """These answers as an attempt holds them."""
        return dict(zip(self.codes, answers, strict=True))

    def keyed(self, answers: Sequence[int], trait: int) -> list[int]:
        """A trait's answers, each turned so that more of them shows more of the trait."""
        return [answers[place] for place in self._forward[trait]] + [
            LOWEST + HIGHEST - answers[place] for place in self._reversed[trait]
        ]

    def spread(self, answers: Sequence[int]) -> float:
        """What `quiz.core.response_quality.spread` says of these answers."""
        parts, free = 0, 0
        for trait in range(len(self.demands)):
            keyed = self.keyed(answers, trait)
            n = len(keyed)
            squares = n * sum(one * one for one in keyed) - sum(keyed) ** 2
            parts += squares * (self.point // n)
            free += n - 1
        return parts / (self.point * free)

    def score(self, answers: Sequence[int]) -> Scores:
        """What `quiz.core.scoring.score` says of these answers."""
        places = range(len(self.demands))
        units = [
            self._scale[t] * sum(keyed - LOWEST for keyed in self.keyed(answers, t)) for t in places
        ]
        weighed = sum(w * u for w, u in zip(self.weights, units, strict=True))
        composite = weighed // self.total_weight
        value, error, capped_by = composite, self.composite_error, None
        weakest = self._weakest(units)
        if weakest is not None:
            cap = units[weakest] + CAP_ABOVE_WEAKEST * self.point
            if cap < composite:
                value, error, capped_by = cap, self.errors[weakest], weakest
        return Scores(
            tuple(self._score(units[t], self.errors[t]) for t in places),
            self._score(value, error),
            composite,
            capped_by,
        )

    def _weakest(self, units: Sequence[int]) -> int | None:
        essential = [t for t, demand in enumerate(self.demands) if demand.essential]
        if not essential:
            return None
        return min(essential, key=lambda t: (units[t], len(self.demands[t].keyings)))

    def _score(self, units: int, error: float) -> Score:
        points, half = units / self.point, Z * error
        shown = (2 * units + self.point) // (2 * self.point)
        return Score(
            units, points, shown, error, max(points - half, 0.0), min(points + half, 100.0)
        )

    def true_match(self, traits: Sequence[float]) -> float:
        """The match, in points, of exact trait scores."""
        composite = sum(w * t for w, t in zip(self.weights, traits, strict=True))
        essential = [t for t, demand in zip(traits, self.demands, strict=True) if demand.essential]
        caps = [t + CAP_ABOVE_WEAKEST for t in essential]
        return min([composite / self.total_weight, *caps])
