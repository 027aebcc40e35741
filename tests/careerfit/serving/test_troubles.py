"""The real server among phones that stall, connections that idle, and things that are killed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from careerfit.postgres.server import running_pid
from tests.careerfit.serving.test_serve import (
    PATIENCE,
    free_port,
    group,
    starting,
    status,
    until_ready,
    wait_until,
)


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a site that runs."""
    port = free_port()
    with starting(tmp_path_factory.mktemp("site"), port) as process:
        until_ready(process)
        yield port
        process.terminate()
        process.wait(PATIENCE)


def test_unfinished_bodies_and_idle_connections_keep_nobody_out(port: int) -> None:
    unfinished = b"POST /profesi/x/kuis/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\na"
    with ExitStack() as stack:
        for start in [unfinished] * 64 + [b"GET / HTTP/1.1\r\nHo"] * 64 + [b""] * 400:
            phone = stack.enter_context(socket.create_connection(("127.0.0.1", port)))
            phone.sendall(start)
        assert status(port, "/profesi/") == 200
        assert status(port, "/healthz") == 200
        assert status(port, "/admin/login/") == 200


def test_a_body_that_is_too_large_is_refused_before_it_is_sent(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as phone:
        phone.sendall(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000000\r\n\r\n")
        answer = phone.recv(65536)
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert b"connection: close" in answer


def test_answers_that_break_off_on_their_way_are_not_taken(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as phone:
        phone.sendall(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 20\r\n\r\na=1")
        phone.shutdown(socket.SHUT_WR)
        answer = phone.recv(65536)
    assert not answer or answer.startswith(b"HTTP/1.1 400 ")


def test_a_page_has_the_length_it_says_also_where_only_its_head_is_asked(port: int) -> None:
    address = f"http://127.0.0.1:{port}/"
    with urllib.request.urlopen(address, timeout=10) as page:
        assert len(page.read()) == int(page.headers["Content-Length"])
    head = urllib.request.Request(address, method="HEAD")
    with urllib.request.urlopen(head, timeout=10) as page:  # noqa: S310
        assert int(page.headers["Content-Length"]) > 0
        assert page.read() == b""


def children(process: subprocess.Popen[str], name: str) -> set[int]:
    """The processes that the server started and that bear this name."""
    found = set()
    for pid in group(process) - {process.pid}:
        with suppress(OSError):
            if Path(f"/proc/{pid}/comm").read_text().startswith(name):
                found.add(pid)
    return found


def kill_database(folder: Path) -> None:
    """Kill the database's main process, and wait until there is another one."""
    pid = running_pid(folder)
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: running_pid(folder) not in {None, pid})


def kill_own_processes(process: subprocess.Popen[str]) -> None:
    """Kill all that the server runs of itself, and wait until there are as many others."""
    own = children(process, "python")
    for pid in own:
        os.kill(pid, signal.SIGKILL)
    wait_until(lambda: len(children(process, "python") - own) == len(own))


def answers(port: int, path: str) -> bool:
    try:
        return status(port, path) == 200
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs Linux's /proc")
def test_whatever_is_killed_comes_back_each_time(tmp_path: Path) -> None:
    port = free_port()
    with starting(tmp_path, port) as process:
        until_ready(process)
        folder = next(path for path in (tmp_path / "postgres").iterdir() if path.name.isdecimal())
        for _ in range(3):
            kill_database(folder)
            wait_until(lambda: answers(port, "/readyz"))
        for _ in range(3):
            kill_own_processes(process)
            wait_until(lambda: answers(port, "/readyz"))
        process.terminate()
        assert process.wait(PATIENCE) in {0, 1}
    assert running_pid(folder) is None


def test_two_first_starts_at_once_both_come_up(tmp_path: Path) -> None:
    with starting(tmp_path, free_port()) as one, starting(tmp_path, free_port()) as other:
        said = [*until_ready(one), *until_ready(other)]
        assert sum("kata sandi" in line for line in said) == 1
        for process in (one, other):
            process.terminate()
            process.wait(PATIENCE)


def test_a_database_that_is_away_is_waited_for(tmp_path: Path) -> None:
    address = f"postgres://x:y@127.0.0.1:{free_port()}/x"
    with starting(tmp_path, free_port(), DATABASE_URL=address) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == (
            "Tidak ada PostgreSQL yang menjawab di alamatnya. CareerFit menunggu.\n"
        )
        process.terminate()
        assert process.wait(PATIENCE) == 128 + signal.SIGTERM
        assert process.stdout.read() == ""
