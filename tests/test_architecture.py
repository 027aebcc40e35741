"""The promises about structure that `lint-imports` does not look at."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
APPS = ("careerfit", "profiles", "quiz", "desk")
# Here files are numbered pages of one book: each is found by its number or the index.
BOOKS = {"docs/decisions"}
LONGEST_MODULE = 350
MOST_FILES = 12


def modules(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


@pytest.fixture(scope="module")
def files() -> list[Path]:
    """Every file that belongs to the project."""
    listed = subprocess.check_output(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, text=True
    )
    return [Path(name) for name in listed.splitlines() if (ROOT / name).is_file()]


def test_no_module_is_longer_than_one_reads_in_one_go(files: list[Path]) -> None:
    code = [file for file in files if file.suffix in {".py", ".js", ".css", ".html"}]
    lengths = {file: (ROOT / file).read_text(encoding="utf-8").count("\n") for file in code}
    assert code
    assert {file: n for file, n in lengths.items() if n > LONGEST_MODULE} == {}


def test_no_room_is_too_full_to_find_something_in_it(files: list[Path]) -> None:
    rooms: dict[str, int] = {}
    for file in files:
        if file.name != "__init__.py":
            rooms[str(file.parent)] = rooms.get(str(file.parent), 0) + 1
    assert {room: n for room, n in rooms.items() if n > MOST_FILES and room not in BOOKS} == {}


def test_only_actions_write_attempts() -> None:
    writers = ("objects.create", "bulk_create", "insert_unless_taken", "update_or_create")
    for folder in APPS:
        for path in modules(folder):
            text = path.read_text(encoding="utf-8")
            if path != ROOT / "quiz/actions.py":
                for writer in writers:
                    assert f"Attempt.{writer}" not in text, path
                    assert f"Attempt.objects.{writer}(" not in text, path


def test_only_actions_delete_attempts() -> None:
    for path in modules("quiz"):
        deletes = ".delete(" in path.read_text(encoding="utf-8")
        assert deletes == (path == ROOT / "quiz/actions.py"), path
