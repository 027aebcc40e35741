"""The pages of docs/decisions/ can be found, say when they were taken, and name what there is."""

from __future__ import annotations

import re
from pathlib import Path
from pkgutil import resolve_name

import pytest

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs/decisions"
DECISIONS = sorted(FOLDER.glob("[0-9]*.md"))
HEAD = re.compile(r"# .+\n\nDate: 20\d\d-\d\d-\d\d\nStatus: (accepted|replaced)\b.*(\n.+)*\n\n")
OURS = "|".join(sorted(path.name for path in ROOT.iterdir() if (path / "__init__.py").is_file()))


@pytest.fixture(params=DECISIONS, ids=lambda path: path.stem)
def decision(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_every_decision_is_in_the_index_under_its_title() -> None:
    titles = {path.name: path.read_text(encoding="utf-8").split("\n", 1)[0] for path in DECISIONS}
    listed = re.findall(r"^- .*$", (FOLDER / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert listed == [
        f"- [{name[:4]}]({name}) {title.removeprefix('# ')}" for name, title in titles.items()
    ]


def test_no_two_decisions_have_one_number() -> None:
    numbers = [path.name[:4] for path in DECISIONS]
    assert len(numbers) == len(set(numbers)) >= 20


def test_it_says_when_it_was_taken_and_whether_it_stands(decision: Path) -> None:
    text = decision.read_text(encoding="utf-8")
    assert HEAD.match(text)
    assert text.count("\nStatus: ") == 1


def test_every_page_that_it_leads_to_is_there(decision: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", decision.read_text(encoding="utf-8")):
        assert "://" in target or (FOLDER / target).is_file(), target


def test_every_path_that_it_names_is_there(decision: Path) -> None:
    for named in names_of_files(decision.read_text(encoding="utf-8")):
        assert (ROOT / named).exists(), named


def test_every_module_that_it_names_is_there(decision: Path) -> None:
    for named in re.findall(rf"`((?:{OURS})(?:\.\w+)+)`", decision.read_text(encoding="utf-8")):
        assert resolve_name(named)


def names_of_files(text: str) -> list[str]:
    """What stands in backticks, alone or after a command, and looks like a path from the root."""
    words = [word for code in re.findall(r"`([^`\n]+)`", text) for word in code.split()]
    folders = {path.name for path in ROOT.iterdir() if path.is_dir()} - {"var"}
    return [word for word in words if "/" in word and word.split("/")[0] in folders]


def test_the_search_for_paths_finds_them() -> None:
    text = "`careerfit/web/x.py` and `script/test tests/y`, not `/admin/`, `a/b` or `careerfit`"
    assert names_of_files(text) == ["careerfit/web/x.py", "script/test", "tests/y"]
