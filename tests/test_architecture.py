"""The promises about structure that `lint-imports` does not look at."""

from __future__ import annotations

import ast
import os
import re
from fnmatch import fnmatch
from pathlib import Path

import pytest
from django.db import connection

from profiles.models import Edition
from tests.attempts_guard import WrittenElsewhere
from tests.factories import make_attempt

ROOT = Path(__file__).parent.parent
APPS = ("careerfit", "profiles", "quiz", "desk")
# Here files are numbered pages of one book: each is found by its number or the index.
BOOKS = {"docs/decisions", "profiles/migrations"}
LONGEST_MODULE = 350
WRITERS = {
    *("create", "bulk_create", "get_or_create", "update_or_create", "insert_unless_taken", "save"),
    *("update", "bulk_update", "delete", "abulk_create", "acreate", "asave", "aupdate", "adelete"),
}
MOST_FILES = 12


def modules(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


@pytest.fixture(scope="module")
def files() -> list[Path]:
    """Every file that belongs to the project."""
    # Not asked of git: who has downloaded an archive has none.
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    ignored = [".git", *(line.strip("/") for line in lines if not line.startswith("#"))]
    found: list[Path] = []
    for folder, folders, names in os.walk(ROOT):
        ours = [
            name
            for name in (*folders, *names)
            if not any(fnmatch(name, pattern) for pattern in ignored)
        ]
        folders[:] = [name for name in folders if name in ours]
        found += [Path(folder, name).relative_to(ROOT) for name in names if name in ours]
    return found


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


def writes_to_attempts(code: str) -> list[int]:
    """The lines that call what writes on something that is named after attempts."""
    calls = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call)]
    return [
        call.lineno
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in WRITERS
        and re.search(r"\b(Attempt|attempts?)\b", ast.unparse(call.func.value))
    ]


@pytest.mark.parametrize(
    "code",
    [
        "Attempt.objects.create(key=key)",
        "Attempt.objects.filter(\n  key=key\n).delete()",
        "edition.attempts.all().update(answers={})",
        "found = attempt.save()",
        "models.Attempt(key=key).save()",
    ],
)
def test_the_search_for_writes_finds_them(code: str) -> None:
    assert writes_to_attempts(code) == [1]


def test_only_actions_write_attempts() -> None:
    writing = {
        str(path.relative_to(ROOT)): writes_to_attempts(path.read_text(encoding="utf-8"))
        for folder in APPS
        for path in modules(folder)
    }
    assert [path for path, lines in writing.items() if lines] == ["quiz/actions.py"]


@pytest.mark.parametrize(
    "write",
    [
        "type(attempt).objects.filter(pk=attempt.pk).delete()",
        "attempt.edition.attempts.update(signs=[])",
        "type(attempt).objects.bulk_create([attempt])",
        "connection.cursor().execute('UPDATE quiz_attempt SET signs = answers')",
    ],
)
def test_a_write_elsewhere_fails_the_test_that_meets_it(write: str, edition: Edition) -> None:
    code = compile(write, str(ROOT / "desk/elsewhere.py"), "exec")
    with pytest.raises(WrittenElsewhere, match=r"desk/elsewhere\.py"):
        exec(code, {"attempt": make_attempt(edition), "connection": connection})  # noqa: S102
