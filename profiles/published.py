"""What a process keeps in memory of the current editions, for as long as they are the same.

The database names the state of the set along with whatever else it is asked, so that knowing
whether something has been published, taken off the site or put back costs no query of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Raw = TypeVar("Raw")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Snapshot(Generic[Made]):
    """What was made of the set of current editions, and the state that the set was in."""

    state: str
    made: Made


class Kept(Generic[Raw, Made]):
    """One thing that is made of the current editions, as it was when a process last looked."""

    def __init__(self, make: Callable[[Raw], Made], nothing: Raw) -> None:
        self._make = make
        self._newest = Snapshot("", make(nothing))

    @property
    def newest(self) -> Snapshot[Made]:
        """The newest snapshot: ask the database for what differs from it."""
        return self._newest

    def follow(self, known: Snapshot[Made], state: str, raw: Raw | None) -> Made:
        """What holds now: `known`, or what is made of the answer if there is one.

        Threads may ask at once, each with the snapshot that it held when it asked.
        """
        if raw is None:
            return known.made
        self._newest = snapshot = Snapshot(state, self._make(raw))
        return snapshot.made
