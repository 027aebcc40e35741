"""What is wrong with a file, with its place, in sentences for editors."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

MOST: Final = 100
"""So many are told; who has mended them is told the rest."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong. `row` is counted as the file's program counts it, 0 for none."""

    sheet: str
    row: int
    column: str
    sentence: str


@dataclass
class Faults:
    """What has been found so far; beyond the most that are told, only their number grows."""

    told: list[Fault] = field(default_factory=list)
    count: int = 0

    def add(self, sheet: str, row: int, column: str, sentence: str) -> None:
        """Note one more."""
        self.count += 1
        if self.count <= MOST:
            self.told.append(Fault(sheet, row, column, sentence))


class FileRefused(Exception):
    """A file cannot be read as a whole; the message is a sentence for editors."""
