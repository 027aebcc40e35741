"""Scripts stay small, and lose only what is there for readers on the way to a phone."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from careerfit.static_files import as_it_works

FOLDER = Path(__file__).resolve().parents[2] / "careerfit/static/careerfit"


def compressed(name: str) -> int:
    return len(gzip.compress(as_it_works((FOLDER / name).read_bytes()), 9))


def test_the_scripts_of_the_quiz_are_small() -> None:
    assert compressed("quiz.js") < 4_000
    assert compressed("quiz.js") + compressed("phone.js") < 5_000


def test_only_indentation_and_lines_that_are_comments_go() -> None:
    script = b'// What.\nlet a = "//"; // here\n  // Why.\n\n  let b = a  + "  "; /* x */\n'
    assert as_it_works(script) == b'let a = "//"; // here\n\nlet b = a  + "  "; /* x */\n'


@pytest.mark.parametrize("script", sorted(FOLDER.glob("*.js")), ids=lambda script: script.name)
def test_no_text_in_a_script_runs_over_several_lines(script: Path) -> None:
    assert all(line.count("`") % 2 == 0 for line in script.read_text().splitlines())


def test_styles_lose_their_comments_too() -> None:
    style = b"/* Why. */\na { color: red; }\n/* Two\nlines. */\nb { top: 0; } /* end */\n"
    assert as_it_works(style, ".css") == b"a { color: red; }\nb { top: 0; } "
