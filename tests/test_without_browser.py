"""What a run of the tests does about a browser: gets one, or says what it could not test."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.site import browser

ROOT = Path(__file__).parent.parent
ONE_TEST = (
    "tests/journeys/test_accessible.py::test_the_letters_are_wide_and_the_same_on_every_machine"
)


def run_without_browser(folder: Path, ci: str) -> subprocess.CompletedProcess[str]:
    """Run one test in a browser on a machine where no program can be found."""
    nothing = {"PATH": str(folder), "PLAYWRIGHT_BROWSERS_PATH": str(folder), "CI": ci}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", ONE_TEST],
        env={**os.environ, **nothing},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_needs_a_browser_is_left_out_and_that_is_said(tmp_path: Path) -> None:
    said = run_without_browser(tmp_path, ci="").stdout
    assert "1 deselected" in said
    assert f"Tidak diuji: semua yang memerlukan peramban. {browser.MISSING}" in said


@pytest.mark.parametrize(
    ("ci", "must"), [("true", True), ("1", True), ("false", False), ("", False)]
)
def test_only_continuous_integration_must_have_one(
    ci: str, must: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", ci)
    assert browser.must_have_browser() is must


def test_on_ci_it_fails(tmp_path: Path) -> None:
    result = run_without_browser(tmp_path, "true")
    assert result.returncode == 1
    assert browser.MISSING in result.stdout
    assert "Tidak diuji" not in result.stdout


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of all programs on a machine, and of the one that Playwright fetches."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setattr(browser, "_fetched_browser", lambda: _existing(tmp_path / "fetched"))
    return tmp_path


def _existing(path: Path) -> str | None:
    return str(path) if path.exists() else None


def program(path: Path, script: str = "exit 0") -> Path:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def test_a_browser_that_is_there_is_taken(
    machine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chromium = program(machine / "chromium")
    assert browser.main() == 0
    assert browser.find_browser() == str(chromium)
    assert capsys.readouterr().err == ""


def test_root_gets_one_from_the_package_manager(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    program(machine / "true")
    program(machine / "apt-get")
    chromium = machine / "chromium"
    program(machine / "env", f"echo '#!/bin/sh' > {chromium}; /bin/chmod +x {chromium}")
    assert browser.main() == 0
    assert browser.find_browser() == str(chromium)


@pytest.mark.parametrize("system", ["no sudo", "sudo asks", "apt-get fails"])
def test_who_may_not_install_gets_playwrights_own(
    system: str, machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    program(machine / "apt-get")
    if system != "no sudo":
        program(machine / "sudo", "[ $2 = true ]" if system == "apt-get fails" else "exit 1")
    fetch = "-m playwright install --no-shell chromium"
    program(machine / "python", f'[ "$*" = "{fetch}" ] && echo > {machine}/fetched')
    assert browser.main() == 0
    assert browser.find_browser() == str(machine / "fetched")


def test_where_nothing_helps_it_says_what_to_do(
    machine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program(machine / "python", "exit 1")
    assert browser.main() == 1
    assert capsys.readouterr().err.endswith(f"{browser.MISSING}\n")
