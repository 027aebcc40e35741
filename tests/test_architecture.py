"""The promises about structure: which way imports run, and which modules are pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
APPS = ("profiles", "quiz", "schools")
PURE = (
    "profiles/document.py",
    "profiles/document_demands.py",
    "profiles/document_lines.py",
    "profiles/document_wording.py",
    "profiles/edition.py",
    "quiz/breakdown.py",
    "quiz/elsewhere.py",
    "quiz/growth.py",
    "quiz/picture.py",
    "quiz/response_quality.py",
    "quiz/rounding.py",
    "quiz/scoring.py",
)


def imports(path: Path) -> Iterator[str]:
    """The full names of the modules that a module imports."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(filter(None, [base, node.module]))
            yield from (f"{module}.{alias.name}" for alias in node.names)


def modules(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def test_the_reader_of_imports_sees_relative_ones() -> None:
    assert "profiles.edition.find_faults" in list(imports(ROOT / "profiles/publishing.py"))


@pytest.mark.parametrize(
    ("app", "above"), [(app, APPS[n + 1 :]) for n, app in enumerate(APPS[:-1])]
)
def test_imports_run_one_way(app: str, above: tuple[str, ...]) -> None:
    for path in modules(app):
        assert not [name for name in imports(path) if name.split(".")[0] in above], path


@pytest.mark.parametrize("name", PURE)
def test_pure_modules_know_neither_django_nor_the_rest_of_the_site(name: str) -> None:
    allowed = {f"{Path(pure).parent}.{Path(pure).stem}" for pure in PURE}
    for imported in imports(ROOT / name):
        root = imported.split(".")[0]
        assert root not in ("django", "careerfit", "crispy_forms"), imported
        if root in APPS:
            assert any((imported + ".").startswith(f"{module}.") for module in allowed), imported


def test_only_actions_write_attempts() -> None:
    writers = ("objects.create", "bulk_create", "insert_unless_taken", "update_or_create")
    for folder in ("quiz", "profiles", "careerfit"):
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
