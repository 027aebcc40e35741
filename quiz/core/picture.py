"""Where everything lies in the pictures of a result, which templates/quiz/result/pictures draws.

Pure geometry. A score of 0–100 lies on a line of 300 units, three for a point, so that the places
of the levels are the same in every picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

LEFT: Final = 10
UNITS: Final = 3
RIGHT: Final = LEFT + 100 * UNITS
STEP: Final = 34
LONGEST_NAME: Final = 20

SHORTEST_PETAL, LONGEST_PETAL = 16, 48
WIDEST_PETAL: Final = 13
FULL_TURN: Final = 360


@dataclass(frozen=True, slots=True)
class Zone:
    """The part of the line that belongs to one level: from where to where, and its words."""

    code: str
    name: str
    lowest: int
    start: int
    end: int

    @property
    def width(self) -> int:
        return self.end - self.start

    @property
    def middle(self) -> int:
        return (self.start + self.end) // 2


@dataclass(frozen=True, slots=True)
class Bar:
    """A score on the line, and the range around it."""

    score: int
    low: int
    high: int

    @property
    def start(self) -> int:
        return LEFT + UNITS * self.low

    @property
    def length(self) -> int:
        """At least a point, so that it is seen."""
        return UNITS * max(self.high - self.low, 1)

    @property
    def dot(self) -> int:
        return LEFT + UNITS * self.score


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the way from 0 to 100: its words, how it is worked out, and where it lies.

    What is counted exactly is drawn exactly: `start` and `length` have a decimal place.
    """

    name: str
    sum: str
    points: Decimal
    start: Decimal
    top: int

    @property
    def short_name(self) -> str:
        """The name, cut to what fits beside a sum; a list above has it in full."""
        fits = not self.sum or len(self.name) <= LONGEST_NAME
        return self.name if fits else f"{self.name[: LONGEST_NAME - 1]}…"

    @property
    def length(self) -> Decimal:
        return UNITS * self.points

    @property
    def text_line(self) -> int:
        return self.top + 15

    @property
    def bar(self) -> int:
        return self.top + 21


@dataclass(frozen=True, slots=True)
class Petal:
    """A trait in the flower of a result: an ellipse that begins at the heart, turned by `angle`."""

    angle: int
    length: int
    width: int

    @property
    def half(self) -> int:
        """The longer radius of the ellipse, and how far its middle is from the heart's."""
        return self.length // 2


def divide(levels: Sequence[tuple[str, str, int]]) -> tuple[Zone, ...]:
    """The line, divided among levels, each given as code, name and lowest score."""
    starts = [LEFT + UNITS * lowest for _code, _name, lowest in levels]
    ends = [*starts[1:], RIGHT]
    return tuple(
        Zone(*level, start=start, end=end)
        for level, start, end in zip(levels, starts, ends, strict=True)
    )


def lay_out(parts: Sequence[tuple[str, str, Decimal]]) -> tuple[Stretch, ...]:
    """The parts of the way from 0 to 100 one after the other: name, sum in words, points."""
    stretches = []
    gone = Decimal(0)
    for place, (name, worked_out, points) in enumerate(parts):
        start = LEFT + UNITS * gone
        stretches.append(Stretch(name, worked_out, points, start=start, top=STEP * place))
        gone += points
    return tuple(stretches)


def bloom(scores: Sequence[int]) -> tuple[Petal, ...]:
    """A flower with a petal for each trait, the longer the higher its shown score."""
    grown = LONGEST_PETAL - SHORTEST_PETAL
    return tuple(
        Petal(
            angle=FULL_TURN * place // len(scores),
            length=SHORTEST_PETAL + grown * score // 100,
            width=min(WIDEST_PETAL, LONGEST_PETAL // len(scores)),
        )
        for place, score in enumerate(scores)
    )
