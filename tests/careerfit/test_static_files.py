"""Scripts stay small, and lose only their comments on the way to a phone."""

from __future__ import annotations

import gzip
from pathlib import Path

from careerfit.static_files import without_comments

FOLDER = Path(__file__).resolve().parents[2] / "careerfit/static/careerfit"


def compressed(name: str) -> int:
    return len(gzip.compress(without_comments((FOLDER / name).read_bytes()), 9))


def test_the_scripts_of_the_quiz_are_small() -> None:
    assert compressed("quiz.js") < 4_000
    assert compressed("quiz.js") + compressed("phone.js") < 5_000


def test_only_lines_that_are_comments_go() -> None:
    script = b'// What.\nlet a = "//"; // here\n  // Why.\n\nlet b = a; /* x */\n'
    assert without_comments(script) == b'let a = "//"; // here\n\nlet b = a; /* x */\n'


def test_styles_lose_their_comments_too() -> None:
    style = b"/* Why. */\na { color: red; }\n/* Two\nlines. */\nb { top: 0; } /* end */\n"
    assert without_comments(style, ".css") == b"a { color: red; }\nb { top: 0; } "
