from __future__ import annotations

import pytest
from django.db import InterfaceError, OperationalError

from careerfit.postgres.silence import PAUSE, Questions, StillSilent


class Database:
    """Something to ask that answers or not, and counts how often it was asked."""

    def __init__(self) -> None:
        self.error: Exception | None = None
        self.asked = 0

    def __call__(self) -> str:
        self.asked += 1
        if self.error:
            raise self.error
        return "answer"


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def database() -> Database:
    return Database()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.mark.parametrize("error", [OperationalError("locked"), InterfaceError("closed")])
def test_silence_is_remembered_for_a_while(
    error: Exception, database: Database, clock: Clock
) -> None:
    questions = Questions(clock)
    database.error = error
    with pytest.raises(type(error)):
        questions.ask(database)
    clock.now += PAUSE - 0.1
    with pytest.raises(StillSilent):
        questions.ask(database)
    assert database.asked == 1
    clock.now += 0.2
    database.error = None
    assert [questions.ask(database), questions.ask(database)] == ["answer", "answer"]


def test_after_the_pause_one_asks_for_all(database: Database, clock: Clock) -> None:
    questions = Questions(clock)
    database.error = OperationalError("locked")
    with pytest.raises(OperationalError):
        questions.ask(database)
    clock.now += PAUSE + 0.1

    def slow() -> str:
        with pytest.raises(StillSilent):  # another reader, while this one waits
            questions.ask(database)
        return database()

    with pytest.raises(OperationalError):
        questions.ask(slow)
    assert database.asked == 2
    with pytest.raises(StillSilent):
        questions.ask(database)


def test_other_errors_are_no_silence(database: Database) -> None:
    questions = Questions()
    database.error = ValueError("x")
    for _ in range(2):
        with pytest.raises(ValueError, match="x"):
            questions.ask(database)
    assert database.asked == 2
