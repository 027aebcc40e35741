"""Scripts stay small, and lose only what is there for readers on the way to a phone."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from careerfit.serving.static_files import minified

FOLDER = Path(__file__).resolve().parents[3] / "careerfit/static/careerfit"


def compressed(name: str) -> int:
    return len(gzip.compress(minified((FOLDER / name).read_bytes(), ".js"), 9))


def test_the_scripts_of_the_quiz_are_small() -> None:
    assert compressed("quiz.js") < 4_000
    assert compressed("quiz.js") + compressed("phone.js") < 5_000


def test_comments_and_space_go_and_texts_stay() -> None:
    script = '// What.\nlet a = "// é";\n  // Why.\n\n  let b = `${a}  /* x */`;\n'
    assert minified(script.encode(), ".js").decode() == 'let a="// é";let b=`${a}  /* x */`;'
    style = b"/* Why. */\na :is(b, c) > d { color: red; }\n"
    assert minified(style, ".css") == b"a :is(b,c)>d{color:red}"


def test_pictures_stay_as_they_are() -> None:
    picture = b"\x89PNG\r\n /* not a comment */ "
    assert minified(picture, ".png") == picture


@pytest.mark.parametrize("script", sorted(FOLDER.glob("*.js")), ids=lambda script: script.name)
def test_no_template_in_a_script_holds_another(script: Path) -> None:
    """The minifier would not see where such a one ends."""
    assert all(line.count("`") in (0, 2) for line in script.read_text().splitlines())
