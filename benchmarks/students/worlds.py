"""Students who answer under a graded-response model, and the worlds that they come from.

A student has a place θ on each trait: standard normal,
with one correlation between traits. Statement j of a trait draws a latent answer
`a_j·θ + lift + keying·agreeing + e`, with logistic e; the keyed answer is the number of the four
borders below it, plus one. For the bold, borders lie closer together. That is Samejima's model,
in which P(answer > k) = 1 / (1 + exp(border_k − a_j·θ − …)).
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Final

from benchmarks.students.quiz_shape import HIGHEST, LOWEST, STEP, Quiz

SLOPES: Final = (0.75, 1.25, 0.9, 1.1, 1.0, 1.0)
"""How much the statements of a trait say of it, as parts of the world's slope."""

SHIFTS: Final = (0.4, -0.4, -0.2, 0.2, 0.3, -0.3)
"""How much harder or easier to agree with they are, in SD of the latent answer."""

BORDERS: Final = (-1.7, -0.8, 0.2, 1.3)
"""Between the five answers, in SD of the latent answer. Chosen so that keyed answers of one
student to one trait vary by .80 in the usual world; real ones to the bfi vary by .85."""

STABILITY: Final = 0.85
"""Correlation of θ with itself some weeks later. At once it is 1, and chance is drawn anew."""


@dataclass(frozen=True, slots=True)
class World:
    """One kind of class. `lift` and `agreeing` are in SD of the latent answer.

    `slope` is how much an average statement says of its trait, `kinship` how far traits go
    together, `lift` how much kinder to themselves all students are, `agreeing` the SD of a tendency
    to agree with whatever is said, and `boldness` the SD of the logarithm of how readily somebody
    takes the ends of the scale.
    """

    name: str
    about: str
    slope: float
    kinship: float = 0.3
    lift: float = 0.0
    agreeing: float = 0.0
    boldness: float = 0.0

    @property
    def latent_sd(self) -> float:
        """SD of a latent answer to an average statement: that of θ's part and the logistic's."""
        return math.hypot(self.slope, math.pi / math.sqrt(3))


WORLDS: Final = (
    World("usual", "reliability about .7", slope=1.18),
    World("loose", "reliability about .6: statements say little of their trait", slope=0.93),
    World("tight", "reliability about .8", slope=1.6),
    World("agreeing", "some agree with whatever is said", slope=1.2, agreeing=0.25),
    World("kind", "answers lean towards the good ones", slope=1.2, lift=0.6),
    World("alike", "traits go together: correlation .6 instead of .3", slope=1.18, kinship=0.6),
    World("bold", "some take the ends of the scale, some the middle", slope=1.2, boldness=0.4),
)


def describe() -> Iterator[str]:
    """The model and its worlds, for whoever reads the figures."""
    yield "P(answer > k) = 1 / (1 + exp(border_k − a·θ − lift − keying·agreeing)), θ normal"
    yield f"a: {SLOPES} × slope; borders: {BORDERS} + one of {SHIFTS},"
    yield f"in SD of the latent answer; θ after weeks correlates {STABILITY} with θ"
    for world in WORLDS:
        yield (
            f"  {world.name:9} slope {world.slope}, kinship {world.kinship}, lift {world.lift}, "
            f"agreeing {world.agreeing}, boldness {world.boldness}: {world.about}"
        )


@dataclass(frozen=True, slots=True)
class Student:
    """A place on each trait, a tendency to agree, and how readily the ends are taken (1: usual)."""

    places: tuple[float, ...]
    agreeing: float
    boldness: float


@dataclass(frozen=True, slots=True)
class _Statement:
    trait: int
    keying: int
    slope: float
    borders: tuple[float, ...]


class Classroom:
    """Students of one world who take one quiz."""

    def __init__(self, world: World, quiz: Quiz, chance: Random) -> None:
        self.world, self.quiz, self._chance = world, quiz, chance
        self._statements = list(self._statements_of(world, quiz))

    @staticmethod
    def _statements_of(world: World, quiz: Quiz) -> Sequence[_Statement]:
        traits = {demand.trait: place for place, demand in enumerate(quiz.demands)}
        asked = [0] * len(traits)
        made = []
        for statement in quiz.content.statements:
            trait = traits[statement.trait]
            kind = asked[trait] % len(SLOPES)
            asked[trait] += 1
            borders = tuple((b + SHIFTS[kind] - world.lift) * world.latent_sd for b in BORDERS)
            made.append(_Statement(trait, statement.keying, world.slope * SLOPES[kind], borders))
        return made

    def student(self) -> Student:
        """A new student."""
        agreeing = self._chance.gauss(0, 1) * self.world.agreeing * self.world.latent_sd
        boldness = math.exp(self._chance.gauss(0, 1) * self.world.boldness)
        return Student(self._places(), agreeing, boldness)

    def later(self, student: Student) -> Student:
        """The same student after some weeks: θ has moved, the ways of answering have not."""
        moved = math.sqrt(1 - STABILITY**2)
        pairs = zip(student.places, self._places(), strict=True)
        return replace(student, places=tuple(STABILITY * old + moved * new for old, new in pairs))

    def _places(self) -> tuple[float, ...]:
        gauss, kinship = self._chance.gauss, self.world.kinship
        common, own = math.sqrt(kinship) * gauss(0, 1), math.sqrt(1 - kinship)
        return tuple(common + own * gauss(0, 1) for _ in self.quiz.demands)

    def answers(self, student: Student) -> list[int]:
        """What the student answers this time, in the order in which it is asked."""
        given = []
        for statement in self._statements:
            chance = self._chance.random()
            latent = self._leaning(student, statement) + math.log(chance / (1 - chance))
            keyed = LOWEST + bisect_right(statement.borders, latent * student.boldness)
            given.append(keyed if statement.keying == 1 else LOWEST + HIGHEST - keyed)
        return given

    def true_traits(self, student: Student) -> list[float]:
        """The scores that the student's answers would have on average, in points."""
        sums = [0.0] * len(self.quiz.demands)
        for statement in self._statements:
            leaning = self._leaning(student, statement)
            sums[statement.trait] += sum(
                1 / (1 + math.exp(border / student.boldness - leaning))
                for border in statement.borders
            )
        return [
            STEP * total / len(demand.keyings)
            for total, demand in zip(sums, self.quiz.demands, strict=True)
        ]

    @staticmethod
    def _leaning(student: Student, statement: _Statement) -> float:
        place = student.places[statement.trait]
        return statement.slope * place + statement.keying * student.agreeing
