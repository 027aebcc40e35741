"""Remembers for a moment that the database is silent, so that not every reader waits for it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar
from weakref import WeakSet

from django.db import InterfaceError, OperationalError

Answer = TypeVar("Answer")

# A lost connection, a time limit, a lock that stays, a full disk: nothing wrong with the question.
DATABASE_TROUBLES = (OperationalError, InterfaceError)

PAUSE = 2.0  # seconds


class StillSilent(OperationalError):
    """The database did not answer a moment ago and was not asked again."""


_all: WeakSet[Questions] = WeakSet()


def expect_answers() -> None:
    """Begin anew, as a process does: ask again at once, whatever became of the last questions."""
    for one in _all:
        one._next = 0.0


class Questions:
    """Questions that share what became of the last one: while it had no answer, one asks for all.

    Whoever has another answer at hand then gives that one at once. The moments are those of a
    clock that only goes forward; `clock` is another one in tests.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._next = 0.0
        _all.add(self)

    def ask(self, question: Callable[[], Answer]) -> Answer:
        """The answer to a question; raises StillSilent where the last one had none until now."""
        if self._next:
            if self._clock() < self._next:
                raise StillSilent("the database did not answer a moment ago")
            self._next = self._clock() + PAUSE  # the others wait for what comes of this one
        try:
            answer = question()
        except DATABASE_TROUBLES:
            self._next = self._clock() + PAUSE
            raise
        self._next = 0.0
        return answer
