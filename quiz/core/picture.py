"""Where everything lies in the picture of the traits; templates/quiz/result/_picture.svg draws it.

Pure geometry. A score of 0–100 lies on a line of 300 units, three for a point, so that the places
of the levels are the same in every picture; each trait has a row of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

LEFT: Final = 10
UNITS: Final = 3
RIGHT: Final = LEFT + 100 * UNITS
HEAD: Final = 26
ROW: Final = 44
LONGEST_NAME: Final = 28


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
class Row:
    """One trait: its words, and how far down and how far along it lies."""

    name: str
    score: int
    level_name: str
    essential: bool
    top: int

    @property
    def short_name(self) -> str:
        """The name, cut to what fits beside the score; the list below has it in full."""
        return self.name if len(self.name) <= LONGEST_NAME else f"{self.name[: LONGEST_NAME - 1]}…"

    @property
    def text_line(self) -> int:
        return self.top + 16

    @property
    def bar(self) -> int:
        return self.top + 23

    @property
    def middle(self) -> int:
        return self.top + 28

    @property
    def length(self) -> int:
        return UNITS * self.score

    @property
    def end(self) -> int:
        return LEFT + self.length


@dataclass(frozen=True, slots=True)
class Picture:
    """Rows from top to bottom, and how tall they are together."""

    rows: tuple[Row, ...]

    @property
    def field(self) -> int:
        """The height of the rows without the names of the levels above them."""
        return ROW * len(self.rows)

    @property
    def height(self) -> int:
        return HEAD + self.field + 4


def divide(levels: Sequence[tuple[str, str, int]]) -> tuple[Zone, ...]:
    """The line, divided among levels, each given as code, name and lowest score."""
    starts = [LEFT + UNITS * lowest for _code, _name, lowest in levels]
    ends = [*starts[1:], RIGHT]
    return tuple(
        Zone(*level, start=start, end=end)
        for level, start, end in zip(levels, starts, ends, strict=True)
    )


def draw(traits: Sequence[tuple[str, int, str, bool]]) -> Picture:
    """The picture of traits, each given as name, shown score, name of its level, essential."""
    return Picture(tuple(Row(*trait, top=HEAD + ROW * n) for n, trait in enumerate(traits)))
