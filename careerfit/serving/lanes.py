"""Lanes: the threads that a request may wait for, so that one trouble stops one kind of page.

Where sending waits for a locked table, reading goes on; where the staff import a large document,
students notice nothing. Each lane has threads of its own, and whoever finds them all busy waits in
the event loop, where waiting costs no thread and ends.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from careerfit.postgres.time_limits import TimeLimits, limit_this_thread

Result = TypeVar("Result")

KILOBYTE = 1024
MEGABYTE = 1024 * KILOBYTE
READING_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class LaneBusy(Exception):
    """Too many are waiting, or the wait was too long."""


@dataclass(frozen=True)
class LanePlan:
    """How much one lane of one process may take."""

    threads: int
    longest_queue: int = 1000
    patience: float = 20.0  # seconds that a request waits for a thread
    largest_body: int = 64 * KILOBYTE  # a completed quiz has 2
    seconds_for_a_body: float = 15.0
    time_limits: TimeLimits | None = None  # None: its threads ask no database


def plan_lanes(*, reading: int, answering: int, staff: int) -> dict[str, LanePlan]:
    """The lanes of one process; the threads of these three each keep a database connection."""
    return {
        # Files and the pages that an installed site needs: never behind a database.
        "files": LanePlan(threads=1),
        "health": LanePlan(threads=1, longest_queue=4),
        "reading": LanePlan(reading, time_limits=TimeLimits(statement=5.0, lock=1.0)),
        "answering": LanePlan(answering, time_limits=TimeLimits(statement=5.0, lock=2.0)),
        "staff": LanePlan(
            staff,
            longest_queue=30,
            patience=30.0,
            largest_body=20 * MEGABYTE,
            seconds_for_a_body=120.0,
            time_limits=TimeLimits(statement=60.0, lock=5.0),
        ),
    }


class LaneChoice:
    """Says which lane a request takes, by what it will need."""

    def __init__(self, answer_paths: str) -> None:
        """`answer_paths` matches the pages that read what students sent.

        They wait together with the sending, not with the reading.
        """
        self._rules = (
            ("health", re.compile(r"/readyz$")),
            ("files", re.compile(r"/static/|/(sw\.js|favicon\.ico|robots\.txt)$")),
            ("staff", re.compile(r"/admin/")),
            ("answering", re.compile(answer_paths)),
        )

    def __call__(self, method: str, path: str) -> str:
        """The name of the lane: every write that is not the staff's answers something."""
        for lane, paths in self._rules:
            if paths.match(path):
                return lane
        return "reading" if method in READING_METHODS else "answering"


class Lane:
    """One lane at work; lives in one event loop."""

    def __init__(self, name: str, plan: LanePlan) -> None:
        self.plan = plan
        self._waiting = 0
        self._free = asyncio.Semaphore(plan.threads)
        limits = plan.time_limits
        self._threads = ThreadPoolExecutor(
            plan.threads,
            thread_name_prefix=name,
            initializer=(lambda: limit_this_thread(limits)) if limits else None,
        )

    async def run(self, work: Callable[[], Result]) -> Result:
        """Do the work in one of the lane's threads; LaneBusy if none gets free in time."""
        if self._free.locked():
            await self._wait()
        else:
            await self._free.acquire()  # at once
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        finally:
            self._free.release()

    async def _wait(self) -> None:
        if self._waiting >= self.plan.longest_queue:
            raise LaneBusy
        self._waiting += 1
        try:
            async with asyncio.timeout(self.plan.patience):
                await self._free.acquire()
        except TimeoutError as error:
            raise LaneBusy from error
        finally:
            self._waiting -= 1

    def close(self) -> None:
        """Begin nothing more; what is under way ends by itself."""
        self._threads.shutdown(wait=False, cancel_futures=True)
