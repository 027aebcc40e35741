"""The embedded PostgreSQL: one server for many processes, and up again after every accident."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg2
import pytest

from careerfit.postgres import embedded as embedded_postgres
from careerfit.postgres import server as postgres_server
from careerfit.postgres.embedded import DATABASE, PORT, USER, EmbeddedPostgres, socket_folder
from careerfit.postgres.file_lock import held_alone
from careerfit.postgres.programs import PostgresUnavailable, find_all
from careerfit.postgres.server import running_pid, stop_all
from tests.careerfit.waiting import wait_until

# A user of the database that says so, and stays until its standard input ends.
OTHER_USER = """
import sys
from pathlib import Path
from careerfit.postgres.embedded import EmbeddedPostgres
with EmbeddedPostgres(Path(sys.argv[1])).running():
    print("running", flush=True)
    sys.stdin.read()
"""

needs_processes = pytest.mark.skipif(
    not Path("/proc/self/cwd").exists(), reason="needs Linux's /proc"
)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a database in it, which no test leaves running: making one takes a second."""
    folder = tmp_path_factory.mktemp("pg")
    with EmbeddedPostgres(folder).running():
        pass
    return folder


@pytest.fixture
def folder(cluster: Path) -> Iterator[Path]:
    yield cluster
    stop_all(cluster)  # whatever a failed test left


def ask(folder: Path, question: str) -> object:
    """Ask the database that runs in ``folder``."""
    connection = psycopg2.connect(
        host=str(socket_folder(folder)), port=PORT, user=USER, dbname=DATABASE
    )
    try:
        with connection.cursor() as cursor:
            cursor.execute(question)
            row = cursor.fetchone()
            return row[0] if row else None
    finally:
        connection.close()


def other_user(folder: Path) -> subprocess.Popen[str]:
    """Another process that uses the database, and already does."""
    other = subprocess.Popen(
        [sys.executable, "-c", OTHER_USER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "running\n"
    return other


def data_of(folder: Path) -> Path:
    return next(path for path in folder.iterdir() if path.name.isdecimal())


def pid_of(folder: Path) -> int:
    pid = running_pid(data_of(folder))
    assert pid is not None
    return pid


def test_it_answers_while_it_is_used_and_not_after(folder: Path) -> None:
    with EmbeddedPostgres(folder).running():
        assert ask(folder, "SELECT 1") == 1
        assert running_pid(data_of(folder)) is not None
    assert running_pid(data_of(folder)) is None
    with pytest.raises(psycopg2.OperationalError):
        ask(folder, "SELECT 1")


def test_it_survives_a_power_cut_and_sorts_the_same_everywhere(folder: Path) -> None:
    with EmbeddedPostgres(folder).running():
        assert ask(folder, "SHOW fsync") == "on"
        assert ask(folder, "SHOW server_encoding") == "UTF8"
        assert (
            ask(
                folder,
                "SELECT string_agg(x, '' ORDER BY x) FROM unnest(ARRAY['é','b','B','a']) AS x",
            )
            == "Babé"
        )


def test_it_listens_on_no_network_and_lets_nobody_else_near_its_socket(folder: Path) -> None:
    with EmbeddedPostgres(folder).running():
        assert ask(folder, "SHOW listen_addresses") == ""
        assert socket_folder(folder).stat().st_mode & 0o777 == 0o700
        assert data_of(folder).stat().st_mode & 0o077 == 0


def test_it_runs_until_the_last_user_leaves(folder: Path) -> None:
    with other_user(folder) as other:
        first = EmbeddedPostgres(folder)
        first.start()
        assert first.leave() is False
        assert ask(folder, "SELECT 1") == 1
        other.communicate()  # ends its standard input
    assert other.returncode == 0
    assert running_pid(data_of(folder)) is None


def test_leaving_twice_or_without_having_started_is_harmless(folder: Path, tmp_path: Path) -> None:
    assert EmbeddedPostgres(tmp_path / "never").leave() is True
    assert not (tmp_path / "never").exists()
    embedded = EmbeddedPostgres(folder)
    embedded.start()
    assert embedded.leave() is True
    assert embedded.leave() is True


def test_the_next_user_takes_over_from_one_that_was_killed(folder: Path) -> None:
    with other_user(folder) as other:
        other.kill()
    pid = pid_of(folder)
    with EmbeddedPostgres(folder).running():
        assert pid_of(folder) == pid
    assert running_pid(data_of(folder)) is None


@needs_processes
def test_it_starts_again_after_the_server_itself_was_killed(folder: Path) -> None:
    embedded = EmbeddedPostgres(folder)
    embedded.start()
    killed = pid_of(folder)
    os.kill(killed, signal.SIGKILL)
    wait_until(lambda: running_pid(data_of(folder)) is None)
    assert (data_of(folder) / "postmaster.pid").exists()
    with EmbeddedPostgres(folder).running():
        assert ask(folder, "SELECT 1") == 1
        assert pid_of(folder) != killed
    embedded.leave()


@needs_processes
def test_a_pid_file_whose_number_another_program_has_now_is_ignored(folder: Path) -> None:
    lock = socket_folder(folder) / f".s.PGSQL.{PORT}.lock"
    for leftover in (data_of(folder) / "postmaster.pid", lock):
        leftover.write_text(f"{os.getpid()}\n{data_of(folder)}\n0\n{PORT}\n\n\n\n")
    with EmbeddedPostgres(folder).running():
        assert pid_of(folder) != os.getpid()


def test_a_database_that_was_left_half_made_is_made_anew(tmp_path: Path) -> None:
    unfinished = tmp_path / f"{find_all()[0].major}.new"
    unfinished.mkdir()
    (unfinished / "PG_VERSION").write_text("half")
    with EmbeddedPostgres(tmp_path).running():
        assert ask(tmp_path, "SELECT 1") == 1
        assert not unfinished.exists()


@pytest.mark.parametrize("name", ["sekolah-menengah-" * 6, "kelas 10,11"])
def test_a_path_that_libpq_cannot_take_gets_its_socket_elsewhere(tmp_path: Path, name: str) -> None:
    difficult = tmp_path / name
    sockets = socket_folder(difficult)
    assert not sockets.is_relative_to(difficult)
    try:
        with EmbeddedPostgres(difficult).running():
            assert ask(difficult, "SELECT 1") == 1
            assert sockets.stat().st_mode & 0o777 == 0o700
    finally:
        sockets.rmdir()


def test_a_path_with_unusual_characters_works() -> None:
    # pytest's own folders may be too long for a socket, which then lies elsewhere.
    with tempfile.TemporaryDirectory() as short:
        odd = Path(short) / "a b'\"c$(d)\\é"
        assert socket_folder(odd).is_relative_to(odd)
        with EmbeddedPostgres(odd).running():
            assert ask(odd, "SELECT 1") == 1


@pytest.mark.skipif(len(find_all()) < 2, reason="needs a second PostgreSQL on this machine")
def test_data_of_an_older_version_keeps_its_version(tmp_path: Path) -> None:
    older = find_all()[1]
    with EmbeddedPostgres(tmp_path, str(older.folder)).running():
        ask(tmp_path, "SELECT 1")
    with EmbeddedPostgres(tmp_path).running():
        assert str(ask(tmp_path, "SHOW server_version")).startswith(str(older.major))


def test_data_of_a_version_that_is_gone_is_not_replaced_by_an_empty_database(
    tmp_path: Path,
) -> None:
    (tmp_path / "9").mkdir()
    with (
        pytest.raises(PostgresUnavailable, match="PostgreSQL 9"),
        EmbeddedPostgres(tmp_path).running(),
    ):
        pass
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["9"]


def test_a_server_that_cannot_start_is_reported_with_its_own_words(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres_server, "LAUNCH_ATTEMPTS", 1)
    configuration = data_of(folder) / "postgresql.conf"
    good = configuration.read_text()
    configuration.write_text("no_such_setting = on\n")
    try:
        with (
            pytest.raises(PostgresUnavailable, match=r"tidak mau menyala: .*contains errors"),
            EmbeddedPostgres(folder).running(),
        ):
            pass
    finally:
        configuration.write_text(good)
    with EmbeddedPostgres(folder).running():
        assert ask(folder, "SELECT 1") == 1


def test_a_log_that_grew_too_large_starts_over(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = folder / f"{data_of(folder).name}.log"
    log.write_text("an old line\n" * 10)
    monkeypatch.setattr(postgres_server, "LARGEST_LOG", 50)
    with EmbeddedPostgres(folder).running():
        pass
    assert "an old line" not in log.read_text()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with (
        pytest.raises(PostgresUnavailable, match="file/postgres tidak bisa dibuat"),
        EmbeddedPostgres(tmp_path / "file" / "postgres").running(),
    ):
        pass


def test_a_process_that_stays_busy_with_it_is_waited_for_only_so_long(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded_postgres, "TURN_SECONDS", 0)
    with (
        held_alone(folder / "start.lock", timeout=0),
        pytest.raises(PostgresUnavailable, match="masih sibuk"),
    ):
        EmbeddedPostgres(folder).start()


def test_a_start_that_is_interrupted_leaves_nothing_running(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(server: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(postgres_server.PostgresServer, "_create_database", interrupt)
    with pytest.raises(KeyboardInterrupt), EmbeddedPostgres(folder).running():
        pass
    assert running_pid(data_of(folder)) is None


def test_a_server_that_does_not_heed_a_polite_request_is_stopped_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres_server, "STOP_SECONDS", 0.3)
    with EmbeddedPostgres(folder).running():
        pid = pid_of(folder)
        os.kill(pid, signal.SIGSTOP)
    assert running_pid(data_of(folder)) is None
    with EmbeddedPostgres(folder).running():
        assert ask(folder, "SELECT 1") == 1
