"""manage.py: one sentence when something is missing, and the database only where it is needed."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import ProgrammingError

import manage

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), *arguments],
        env={**os.environ, "DATABASE_URL": "", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_a_secret_key_it_says_so_in_one_line() -> None:
    result = run("migrate", SECRET_KEY="", SECRET_KEY_FILE="")
    assert result.returncode == 1
    assert result.stderr.startswith("SECRET_KEY belum diisi")
    assert result.stderr.count("\n") == 1


def test_without_postgresql_it_says_so_in_one_line(tmp_path: Path) -> None:
    result = run("migrate", PG_BIN=str(tmp_path), VAR_DIR=str(tmp_path))
    assert result.returncode == 1
    assert result.stderr.startswith("PG_BIN menunjuk ke")
    assert result.stderr.count("\n") == 1


def test_a_setting_that_is_nonsense_is_said_in_one_line(tmp_path: Path) -> None:
    result = run("serve", PORT="delapan", VAR_DIR=str(tmp_path))
    assert result.returncode == 1
    assert result.stderr == "PORT harus angka dari 1 sampai 65535, bukan “delapan”.\n"


def test_a_command_that_reads_no_database_starts_none(tmp_path: Path) -> None:
    result = run("findstatic", "admin/css/base.css", VAR_DIR=str(tmp_path))
    assert result.returncode == 0
    assert not (tmp_path / "postgres").exists()


def test_a_command_that_reads_the_database_finds_it(tmp_path: Path) -> None:
    result = run("inspectdb", VAR_DIR=str(tmp_path))
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "postgres").is_dir()


def test_a_database_without_tables_is_said_in_one_line(tmp_path: Path) -> None:
    profile = tmp_path / "pemandu.txt"
    profile.write_text("Pekerjaan sebagai pemandu museum melibatkan bercerita.")
    result = run("import_profession", str(profile), VAR_DIR=str(tmp_path))
    assert result.returncode == 1
    assert result.stderr.startswith("Basis data belum disiapkan untuk CareerFit versi ini")
    assert result.stderr.count("\n") == 1


def test_a_database_that_is_away_is_said_in_one_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"postgres://a:b@127.0.0.1:{server.getsockname()[1]}/c"
    result = run("migrate", DATABASE_URL=url, VAR_DIR=str(tmp_path))
    assert result.returncode == 1
    assert result.stderr == "Tidak ada PostgreSQL yang menjawab di alamatnya.\n"
    result = run("migrate", "--traceback", DATABASE_URL=url, VAR_DIR=str(tmp_path))
    assert result.returncode == 1
    assert "Connection refused" in result.stderr


def test_a_fault_of_ours_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(arguments: list[str]) -> None:
        raise ProgrammingError("syntax error")

    monkeypatch.setattr(manage, "_exit_on_signals", lambda: None)
    monkeypatch.setattr("django.core.management.execute_from_command_line", fail)
    with pytest.raises(ProgrammingError, match="syntax error"):
        manage.main(["manage.py", "help"])


def test_a_file_of_another_owner_is_named_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(arguments: list[str]) -> None:
        raise PermissionError(13, "Permission denied", "/var/lib/static")

    monkeypatch.setattr(manage, "_exit_on_signals", lambda: None)
    monkeypatch.setattr("django.core.management.execute_from_command_line", refuse)
    assert manage.main(["manage.py", "help"]) == 1
    assert capsys.readouterr().err.startswith("/var/lib/static: tidak diizinkan")


def test_an_interrupted_command_says_so_by_its_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(arguments: list[str]) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(manage, "_exit_on_signals", lambda: None)
    monkeypatch.setattr("django.core.management.execute_from_command_line", interrupt)
    assert manage.main(["manage.py", "help"]) == 130
