"""The real server, started and ended as a person and an operating system do it."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import pytest

from careerfit.postgres.embedded import EmbeddedPostgres
from careerfit.postgres.server import running_pid
from careerfit.serving.addresses import local_addresses
from tests.careerfit import waiting

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 60

wait_until = partial(waiting.wait_until, patience=PATIENCE)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


port = pytest.fixture(free_port)


@pytest.fixture(autouse=True)
def _signals_as_in_a_terminal() -> Iterator[None]:
    """Under nohup, or in the background, a shell has its programs ignore these, and theirs as well.

    What a program does not ignore but handles, those that it starts neither ignore nor handle.
    """
    ignored = [n for n in (signal.SIGHUP, signal.SIGINT) if signal.getsignal(n) is signal.SIG_IGN]
    for number in ignored:
        signal.signal(number, lambda number, frame: None)
    yield
    for number in ignored:
        signal.signal(number, signal.SIG_IGN)


@pytest.fixture(scope="module")
def first_start(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The var folder of a site that was started once, and what it said then."""
    folder = tmp_path_factory.mktemp("site")
    with starting(folder, free_port()) as process:
        said = until_ready(process)
        process.terminate()
        process.wait(PATIENCE)
    return folder, said


@pytest.fixture
def site(first_start: tuple[Path, list[str]]) -> Iterator[Path]:
    """The var folder of a site that does not run."""
    folder, _ = first_start
    yield folder
    EmbeddedPostgres(folder / "postgres").leave()  # whatever a failed test left


@contextmanager
def starting(site: Path, port: int, **more: str) -> Iterator[subprocess.Popen[str]]:
    """A server as the head of its own group of processes, as under a terminal."""
    environment = {"VAR_DIR": str(site), "PORT": str(port), "ALLOWED_HOSTS": "", "DATABASE_URL": ""}
    with subprocess.Popen(
        [sys.executable, str(ROOT / "manage.py"), "serve"],
        env={**os.environ, **environment, **more},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def until_ready(process: subprocess.Popen[str]) -> list[str]:
    """What the server says up to the line that tells where to look."""
    assert process.stdout is not None
    lines = []
    for line in process.stdout:
        lines.append(line.strip())
        if "CareerFit siap" in line:
            return lines
    raise AssertionError(f"never ready: {lines}")


def status(port: int, path: str) -> int:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as response:
        return int(response.status)


def postgres_runs(site: Path) -> bool:
    folder = site / "postgres"
    return any(running_pid(path) for path in folder.iterdir() if path.name.isdecimal())


def group(process: subprocess.Popen[str]) -> set[int]:
    """The server's process and all that descend from it."""
    family = {process.pid}
    while True:
        children = {
            int(path.name) for path in Path("/proc").glob("[0-9]*") if _parent(path) in family
        }
        if children <= family:
            return family
        family |= children


def _parent(path: Path) -> int | None:
    try:
        return int((path / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return None


def alive(pid: int) -> bool:
    """Whether a process still runs; one that ended and waits to be collected does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_the_first_start_makes_an_admin_and_says_how_to_get_in(
    first_start: tuple[Path, list[str]],
) -> None:
    _, said = first_start
    assert re.search(r"/admin/: nama admin, kata sandi [a-z2-9]{16} ", said[-2])
    assert len(said) <= 3  # before that, at most a line on what was loaded


def test_every_later_start_says_where_to_look_and_nothing_else(site: Path, port: int) -> None:
    with starting(site, port) as process:
        assert until_ready(process) == [
            f"CareerFit siap: http://127.0.0.1:{port} (Ctrl+C untuk berhenti)"
        ]
        assert status(port, "/readyz") == 200
        assert status(port, "/admin/login/") == 200
        process.terminate()
        process.wait(PATIENCE)


@pytest.mark.parametrize("request_to_end", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_stopping_it_stops_all_that_it_started(
    site: Path, port: int, request_to_end: signal.Signals
) -> None:
    with starting(site, port) as process:
        until_ready(process)
        family = group(process)
        assert len(family) > 3  # itself, its two workers, PostgreSQL
        assert postgres_runs(site)
        process.send_signal(request_to_end)
        assert process.wait(PATIENCE) == 0
        assert process.stdout is not None
        assert process.stdout.read() == ""
    assert not any(map(alive, family))
    assert not postgres_runs(site)


def test_ctrl_c_in_the_terminal_reaches_all_and_still_ends_in_good_order(
    site: Path, port: int
) -> None:
    with starting(site, port) as process:
        until_ready(process)
        family = group(process)
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(PATIENCE) == 0
        assert process.stdout is not None
        assert process.stdout.read() == ""
    assert not any(map(alive, family))


def test_stopping_it_while_it_starts_leaves_nothing_behind(site: Path, port: int) -> None:
    with starting(site, port) as process:
        wait_until(lambda: postgres_runs(site))
        process.terminate()
        assert process.wait(PATIENCE) in {0, 128 + signal.SIGTERM}
    wait_until(lambda: not postgres_runs(site))


def test_after_a_kill_the_next_start_works(site: Path, port: int) -> None:
    with starting(site, port) as process:
        until_ready(process)
        workers = group(process) - {process.pid}
        process.kill()
        process.wait(PATIENCE)
    assert postgres_runs(site)
    wait_until(lambda: sum(map(alive, workers)) < len(workers))
    with starting(site, port) as process:
        until_ready(process)
        assert status(port, "/readyz") == 200
        process.terminate()
        process.wait(PATIENCE)
    assert not postgres_runs(site)


def test_a_port_in_use_is_said_in_one_sentence(site: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = int(other.getsockname()[1])
        with starting(site, port) as process:
            said, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert said.count("\n") == 1
    assert said.startswith(f"Port {port} sudah dipakai")
    assert not postgres_runs(site)


def test_an_address_that_is_not_this_machines_is_said_in_one_sentence(
    site: Path, port: int
) -> None:
    with starting(site, port, HOST="192.0.2.7") as process:
        said, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert said.count("\n") == 1
    assert "periksa HOST dan PORT" in said


def test_an_open_server_names_the_address_for_phones(site: Path, port: int) -> None:
    addresses = local_addresses()  # none where this machine is on no network
    with starting(site, port, HOST="0.0.0.0") as process:
        said = until_ready(process)[-1]
        named = re.findall(rf"http://([\d.]+):{port} \(dari HP\)", said)
        assert named == addresses[:1]
        for address in named:
            with socket.create_connection((address, port), timeout=10):
                pass
        assert status_under("sekolah-lain.example", port) == 400
        for name in (socket.gethostname(), *addresses):
            assert status_under(f"{name}:{port}", port) == 200
        process.terminate()
        process.wait(PATIENCE)


def status_under(name: str, port: int) -> int:
    """What the server answers to who calls it by this name."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", "/robots.txt", headers={"Host": name})
        return connection.getresponse().status
