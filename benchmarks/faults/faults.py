"""The faults: each does its harm to a site that runs, and cleans up after itself."""

from __future__ import annotations

import asyncio
import signal
import socket
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial

from benchmarks.faults.site import HOST, QUIZ, Site, kill, wait_until

UNFINISHED = f"POST {QUIZ} HTTP/1.1\r\nHost: {HOST}\r\nContent-Length: 2000\r\n\r\nkey="
STUDENTS, CONNECTIONS_EACH = 500, 3


@dataclass(frozen=True)
class Options:
    """What can be chosen."""

    lock_seconds: float


def kill_postmaster(site: Site, options: Options) -> None:
    """The database's main process dies."""
    kill(site.postmaster())


def kill_postmaster_thrice(site: Site, options: Options) -> None:
    """It dies again as soon as it is back."""
    for _ in range(3):
        pid = site.postmaster()
        kill(pid)
        wait_until(lambda pid=pid: _is_another(site, pid))  # type: ignore[misc]


def suspend_postmaster(site: Site, options: Options) -> None:
    """It is stopped, as by a debugger."""
    kill(site.postmaster(), signal.SIGSTOP)


def kill_backend(site: Site, options: Options) -> None:
    """One of its processes dies, whereupon it ends all the others."""
    kill(site.backend())


def kill_worker(site: Site, options: Options, *, number: int) -> None:
    """A process that answers requests dies."""
    # One that has died often is started again after a pause.
    wait_until(lambda: len(site.workers()) > number)
    kill(site.workers()[number])


def kill_worker_thrice(site: Site, options: Options) -> None:
    """The same worker dies as soon as it is back."""
    stays, dies = site.workers()[:2]
    for _ in range(3):
        kill(dies)
        wait_until(lambda dies=dies: len(set(site.workers()) - {stays, dies}) == 1)  # type: ignore[misc]
        [dies] = set(site.workers()) - {stays}


def kill_all_workers(site: Site, options: Options) -> None:
    """All workers die."""
    for pid in site.workers():
        kill(pid)


def kill_watcher(site: Site, options: Options) -> None:
    """The database's watcher dies, and then the database."""
    kill(site.watcher())
    kill(site.postmaster())


def kill_parent(site: Site, options: Options) -> None:
    """The server itself dies, and is started again as systemd would."""
    kill(site.parent)
    site.collect()
    site.start()


def unfinished_bodies(site: Site, options: Options) -> None:
    """64 phones lose their network in the middle of sending."""
    _hold_connections(site, [UNFINISHED.encode()] * 64)


def idle_connections(site: Site, options: Options) -> None:
    """2,000 connections are opened, and nothing is asked."""
    _hold_connections(site, [b""] * 2000)


def lock_table(site: Site, options: Options, *, table: str) -> None:
    """Somebody locks a table."""
    with site.database() as connection, connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
        time.sleep(options.lock_seconds)
    connection.close()


FAULTS: dict[str, Callable[[Site, Options], None]] = {
    "kill postmaster": kill_postmaster,
    "kill postmaster thrice": kill_postmaster_thrice,
    "suspend postmaster": suspend_postmaster,
    "kill backend": kill_backend,
    "kill worker 1": partial(kill_worker, number=0),
    "kill worker 2": partial(kill_worker, number=1),
    "kill the same worker thrice": kill_worker_thrice,
    "kill all workers": kill_all_workers,
    "kill watcher, then postmaster": kill_watcher,
    "kill server, start it again": kill_parent,
    "64 unfinished bodies": unfinished_bodies,
    "2,000 idle connections": idle_connections,
    "lock quiz_attempt": partial(lock_table, table="quiz_attempt"),
    "lock profiles_edition": partial(lock_table, table="profiles_edition"),
    "lock profiles_profession": partial(lock_table, table="profiles_profession"),
}


async def crowd(port: int) -> str:
    """500 students open three connections each at once and ask for the quiz on all of them."""

    async def ask() -> tuple[float, bytes]:
        began = time.monotonic()
        reader, writer = await asyncio.open_connection(HOST, port)
        writer.write(f"GET {QUIZ} HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode())
        head = await reader.readuntil(b"\r\n")
        took = time.monotonic() - began
        await asyncio.sleep(1)  # kept alive
        writer.close()
        return took, head[9:12]

    asked = [ask() for _ in range(STUDENTS * CONNECTIONS_EACH)]
    answers = await asyncio.gather(*asked, return_exceptions=True)
    times = sorted(answer[0] for answer in answers if isinstance(answer, tuple))
    well = sum(isinstance(answer, tuple) and answer[1] == b"200" for answer in answers)
    return (
        f"crowd of {STUDENTS} × {CONNECTIONS_EACH}: {well} of {len(answers)} answered with 200, "
        f"median {times[len(times) // 2]:.2f} s, slowest {times[-1]:.2f} s"
    )


def _hold_connections(site: Site, openings: list[bytes]) -> None:
    with ExitStack() as stack:
        for opening in openings:
            phone = stack.enter_context(socket.create_connection((HOST, site.port), timeout=10))
            phone.sendall(opening)
        time.sleep(5)


def _is_another(site: Site, pid: int) -> bool:
    try:
        return site.postmaster() != pid
    except ProcessLookupError:
        return False
