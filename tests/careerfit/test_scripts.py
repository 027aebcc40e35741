"""The scripts on a bare machine: what they make, what they keep, what they say is missing."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from careerfit.postgres.embedded import EmbeddedPostgres
from careerfit.postgres.file_lock import FileLock, held_alone

ROOT = Path(__file__).resolve().parents[2]
SHELL = shutil.which("sh") or "/bin/sh"


@pytest.fixture
def prepare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """script/prepare.py for a copy of the project that was just cloned, with pip replaced."""
    module = _load(ROOT / "script" / "prepare.py")
    (tmp_path / "tests").mkdir()
    (tmp_path / "requirements.txt").write_text("one\n")
    (tmp_path / "tests" / "requirements.txt").write_text("two\n")
    venv = tmp_path / ".venv"
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VAR", tmp_path / "var")
    monkeypatch.setattr(module, "VENV", venv)
    monkeypatch.setattr(module, "PYTHON", venv / "bin" / "python")
    monkeypatch.setattr(module, "STAMP", venv / "careerfit.json")
    done: list[str] = []

    def run(command: list[str], complaint: str) -> None:
        if "venv" in command:
            done.append("venv")
            shutil.rmtree(venv, ignore_errors=True)
            (venv / "bin").mkdir(parents=True)
            (venv / "bin" / "python").touch()
        else:
            assert "--require-hashes" in command
            files = [word for word in command if word.endswith(".txt")]
            done.extend(str(Path(file).relative_to(tmp_path)) for file in files)

    monkeypatch.setattr(module, "run", run)
    monkeypatch.setattr("signal.signal", lambda number, handler: None)
    module.__dict__["done"] = done
    return module


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("prepare", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_fresh_clone_gets_an_environment_and_a_key(prepare: Any, tmp_path: Path) -> None:
    assert prepare.main([]) == 0
    assert prepare.done == ["venv", "requirements.txt"]
    key = tmp_path / "var" / "secret-key"
    assert len(key.read_text()) >= 50
    assert key.stat().st_mode & 0o777 == 0o600


def test_a_second_run_does_nothing_and_says_nothing(
    prepare: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    prepare.main([])
    key = (tmp_path / "var" / "secret-key").read_text()
    capsys.readouterr()
    prepare.done.clear()
    assert prepare.main([]) == 0
    assert prepare.done == []
    assert (tmp_path / "var" / "secret-key").read_text() == key
    assert capsys.readouterr() == ("", "")


def test_only_changed_pins_are_installed_anew(prepare: Any, tmp_path: Path) -> None:
    prepare.main([])
    prepare.done.clear()
    (tmp_path / "requirements.txt").write_text("newer\n")
    assert prepare.main([]) == 0
    assert prepare.done == ["requirements.txt"]


def test_the_tests_packages_come_on_top_and_stay(prepare: Any) -> None:
    prepare.main([])
    prepare.done.clear()
    assert prepare.main(["--tests"]) == 0
    assert prepare.done == ["requirements.txt", "tests/requirements.txt"]
    assert prepare.main([]) == 0
    assert prepare.main(["--tests"]) == 0
    assert len(prepare.done) == 2


@pytest.mark.parametrize("stamp", ["", '{"python": "3.9.0"}', "[1"])
def test_an_environment_of_another_python_or_half_made_is_made_anew(
    prepare: Any, stamp: str
) -> None:
    prepare.main([])
    prepare.STAMP.write_text(stamp)
    prepare.done.clear()
    assert prepare.main([]) == 0
    assert prepare.done == ["venv", "requirements.txt"]


def test_an_environment_that_was_copied_from_elsewhere_is_made_anew(prepare: Any) -> None:
    prepare.main([])
    stamp = json.loads(prepare.STAMP.read_text())
    prepare.STAMP.write_text(json.dumps(stamp | {"folder": "/elsewhere/.venv"}))
    prepare.done.clear()
    prepare.main([])
    assert prepare.done == ["venv", "requirements.txt"]


def test_a_failed_installation_is_tried_again(
    prepare: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(names: list[str]) -> None:
        raise prepare.CannotPrepare("Tidak ada jaringan.")

    with monkeypatch.context() as patched:
        patched.setattr(prepare, "install", fail)
        assert prepare.main([]) == 1
    assert capsys.readouterr().err.endswith("Tidak ada jaringan.\n")
    prepare.done.clear()
    assert prepare.main([]) == 0
    assert "requirements.txt" in prepare.done


def test_nothing_is_installed_under_a_database_that_is_in_use(
    prepare: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    prepare.main([])
    postgres = tmp_path / "var" / "postgres"
    postgres.mkdir()
    user = FileLock(postgres / "users.lock")
    user.share()
    (tmp_path / "requirements.txt").write_text("newer\n")
    prepare.done.clear()
    capsys.readouterr()
    assert prepare.main([]) == 1
    assert prepare.done == []
    assert "hentikan script/server" in capsys.readouterr().err
    user.close()
    assert prepare.main([]) == 0


def test_a_database_that_nobody_uses_any_more_is_stopped_before_installing(
    prepare: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped: list[Path] = []

    def leave(embedded: EmbeddedPostgres) -> bool:
        stopped.append(embedded.folder)
        return True

    monkeypatch.setattr(EmbeddedPostgres, "leave", leave)
    prepare.main([])
    assert stopped == [tmp_path / "var" / "postgres"]


def test_another_script_that_installs_is_waited_for_only_so_long(
    prepare: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(prepare, "WAIT_SECONDS", 0)
    prepare.VAR.mkdir()
    with held_alone(prepare.VAR / "prepare.lock", timeout=0):
        assert prepare.main([]) == 1
    assert "tunggu sampai selesai" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_named(
    prepare: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "var").write_text("in the way")
    assert prepare.main([]) == 1
    said = capsys.readouterr().err
    assert f"{tmp_path}/var tidak bisa ditulis" in said
    assert said.count("\n") == 1


def test_an_interruption_is_no_error_message(
    prepare: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(prepare, "make_environment", interrupt)
    assert prepare.main([]) == 1
    assert capsys.readouterr().err.endswith("jalankan lagi untuk melanjutkan.\n")


def test_it_becomes_the_command_only_after_all_is_ready(
    prepare: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    became: list[list[str]] = []

    def become(program: Path, command: list[str]) -> None:
        assert "requirements.txt" in prepare.done
        became.append(command)

    monkeypatch.setattr(os, "execv", become)
    prepare.main(["manage.py", "check", "--tests"])
    assert became == [[str(prepare.PYTHON), "manage.py", "check", "--tests"]]
    assert "tests/requirements.txt" not in prepare.done


def test_a_program_that_fails_is_quoted() -> None:
    prepare = _load(ROOT / "script" / "prepare.py")
    program = "import sys; print('first', file=sys.stderr); sys.exit('the reason')"
    with pytest.raises(prepare.CannotPrepare, match=r"^Gagal \(the reason\)\.$"):
        prepare.run([sys.executable, "-c", program], "Gagal")
    prepare.run([sys.executable, "-c", "print('noise')"], "Gagal")


def test_what_a_failed_program_said_before_is_shown_as_well(
    capsys: pytest.CaptureFixture[str],
) -> None:
    prepare = _load(ROOT / "script" / "prepare.py")
    pip = "import sys; sys.exit('WARNING: Connection refused\\nERROR: No matching distribution')"
    with pytest.raises(prepare.CannotPrepare, match="No matching"):
        prepare.run([sys.executable, "-c", pip], "Gagal")
    assert capsys.readouterr().err == "  WARNING: Connection refused\n"
    talkative = "import sys; sys.exit('\\n'.join(map(str, range(99))))"
    with pytest.raises(prepare.CannotPrepare, match=r"\(98\)"):
        prepare.run([sys.executable, "-c", talkative], "Gagal")
    assert capsys.readouterr().err.split() == [str(n) for n in range(87, 98)]


def python_that(folder: Path, name: str, answers: str) -> None:
    """Put a pretended Python there; ``answers`` is what its shell does with the question $2."""
    file = folder / name
    file.write_text(f'#!{SHELL}\ncase "$2" in\n{answers}\nesac\n')
    file.chmod(0o755)


def find_python(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run find_python with nothing but ``folder`` to find programs in."""
    return subprocess.run(
        [SHELL, "-c", f'. "{ROOT}/script/environment.sh"; find_python'],
        env={"PATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


TOO_OLD = "*version_info*) exit 1 ;;"
WITHOUT_VENV = "*version_info*) exit 0 ;; *venv*) exit 1 ;;"
FINE = "*) exit 0 ;;"


def test_without_python_it_says_what_to_install(tmp_path: Path) -> None:
    for machine in ("nothing", "too old"):
        if machine == "too old":
            python_that(tmp_path, "python3", TOO_OLD)
        result = find_python(tmp_path)
        assert result.returncode == 1
        assert result.stdout == ""
        assert "memerlukan Python 3.11" in result.stderr
        assert result.stderr.count("\n") == 1


def test_without_venv_it_names_the_package(tmp_path: Path) -> None:
    python_that(tmp_path, "python3", TOO_OLD)
    python_that(tmp_path, "python3.12", WITHOUT_VENV)
    result = find_python(tmp_path)
    assert result.returncode == 1
    assert "apt install python3.12-venv" in result.stderr


def test_the_first_python_that_can_do_it_is_taken(tmp_path: Path) -> None:
    python_that(tmp_path, "python3", TOO_OLD)
    python_that(tmp_path, "python3.13", WITHOUT_VENV)
    python_that(tmp_path, "python3.11", FINE)
    result = find_python(tmp_path)
    assert (result.returncode, result.stdout) == (0, f"{tmp_path}/python3.11\n")


@pytest.mark.parametrize("script", ["server", "manage", "test", "lock"])
def test_every_script_can_be_run_and_says_what_it_is_for(script: str) -> None:
    path = ROOT / "script" / script
    assert os.access(path, os.X_OK)
    first, second, *_ = path.read_text().splitlines()
    assert first == "#!/bin/sh"
    assert second.startswith("# ")
    assert subprocess.run([SHELL, "-n", path], check=False).returncode == 0
