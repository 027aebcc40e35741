"""A PostgreSQL that fell is brought back, each time, however it fell."""

from __future__ import annotations

import logging
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from careerfit.postgres.embedded import EmbeddedPostgres
from careerfit.postgres.programs import PostgresUnavailable
from careerfit.postgres.server import Condition, running_pid, stop_all
from careerfit.postgres.watch import LONGEST_PAUSE, SECONDS_OF_SILENCE, Watch
from tests.careerfit.waiting import wait_until

needs_processes = pytest.mark.skipif(
    not Path("/proc/self/cwd").exists(), reason="needs Linux's /proc"
)


class Pretended(EmbeddedPostgres):
    """One that is how it is told to be."""

    def __init__(self) -> None:
        super().__init__(Path("/nonexistent"))
        self.now = Condition.WELL
        self.done: list[str] = []
        self.reason = ""

    def condition(self, *, ask: bool) -> Condition:
        silent = self.now is Condition.SILENT and not ask
        return Condition.WELL if silent else self.now

    def resume(self) -> None:
        self.done.append("resumed")

    def revive(self, *, by_force: bool) -> None:
        if self.reason:
            raise PostgresUnavailable(self.reason)
        self.done.append("ended and started" if by_force else "started")
        self.now = Condition.WELL


def test_one_that_is_well_is_left_alone() -> None:
    postgres = Pretended()
    watch = Watch(postgres)
    for now in range(60):
        watch.look(float(now))
    assert postgres.done == []


def test_a_look_that_fails_is_not_the_last(caplog: pytest.LogCaptureFixture) -> None:
    class Unasked(Pretended):
        able = False

        def condition(self, *, ask: bool) -> Condition:
            if not self.able:
                raise PostgresUnavailable("PostgreSQL tidak ditemukan.")
            return super().condition(ask=ask)

    postgres = Unasked()
    watch = Watch(postgres)
    watch.look(0.0)
    watch.look(1.0)
    assert [record.getMessage() for record in caplog.records] == [
        "PostgreSQL belum bisa dinyalakan, dicoba terus: PostgreSQL tidak ditemukan."
    ]
    postgres.able = True
    postgres.now = Condition.GONE
    watch.look(2.0)
    assert postgres.done == ["started"]


def test_one_that_went_is_started_however_often() -> None:
    postgres = Pretended()
    watch = Watch(postgres)
    for now in range(4):
        postgres.now = Condition.GONE
        watch.look(float(now))
    assert postgres.done == ["started"] * 4


def test_one_that_says_nothing_for_long_is_ended_first() -> None:
    postgres = Pretended()
    postgres.now = Condition.SILENT
    watch = Watch(postgres)
    watch.look(0.0)
    watch.look(SECONDS_OF_SILENCE - 0.1)
    assert postgres.done == []
    watch.look(SECONDS_OF_SILENCE)
    assert postgres.done == ["ended and started"]


def test_one_that_said_nothing_for_a_moment_is_forgiven() -> None:
    postgres = Pretended()
    watch = Watch(postgres)
    for now in (0.0, SECONDS_OF_SILENCE, 2 * SECONDS_OF_SILENCE):
        postgres.now = Condition.SILENT
        watch.look(now)
        postgres.now = Condition.WELL
        watch.look(now + 1)
    assert postgres.done == []


def test_what_keeps_it_down_is_said_once_and_it_comes_back_when_it_can(
    caplog: pytest.LogCaptureFixture,
) -> None:
    postgres = Pretended()
    postgres.now, postgres.reason = Condition.GONE, "No space left"
    watch = Watch(postgres)
    with caplog.at_level(logging.WARNING):
        for now in range(20):
            watch.look(float(now))
        assert watch.pause == LONGEST_PAUSE
        postgres.reason = ""
        watch.look(20.0)
    assert postgres.done == ["started"]
    assert caplog.text.count("No space left") == 1
    assert caplog.messages[-1] == "PostgreSQL menyala lagi."
    assert watch.pause < LONGEST_PAUSE


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[EmbeddedPostgres]:
    with EmbeddedPostgres(tmp_path).running():
        yield EmbeddedPostgres(tmp_path)
    stop_all(tmp_path)


def pid_of(embedded: EmbeddedPostgres) -> int:
    data = next(path for path in embedded.folder.iterdir() if path.name.isdecimal())
    pid = running_pid(data)
    assert pid is not None
    return pid


@needs_processes
def test_a_real_one_comes_back_after_kill_after_kill(embedded: EmbeddedPostgres) -> None:
    watch = Watch(embedded)
    for _ in range(3):
        os.kill(pid_of(embedded), signal.SIGKILL)
        wait_until(lambda: embedded.condition(ask=False) is Condition.GONE)
        watch.look(time.monotonic())
        assert embedded.condition(ask=True) is Condition.WELL


@needs_processes
def test_a_real_one_that_is_suspended_goes_on(embedded: EmbeddedPostgres) -> None:
    pid = pid_of(embedded)
    os.kill(pid, signal.SIGSTOP)
    wait_until(lambda: embedded.condition(ask=False) is Condition.SUSPENDED)
    Watch(embedded).look(time.monotonic())
    wait_until(lambda: embedded.condition(ask=True) is Condition.WELL)
    assert pid_of(embedded) == pid


@needs_processes
def test_a_real_one_that_hangs_is_replaced(embedded: EmbeddedPostgres) -> None:
    pid = pid_of(embedded)
    os.kill(pid, signal.SIGSTOP)
    embedded.revive(by_force=True)
    assert pid_of(embedded) != pid
    assert embedded.condition(ask=True) is Condition.WELL
