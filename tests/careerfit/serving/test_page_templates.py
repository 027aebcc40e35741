"""Pages go out without the indentation of their templates, and say the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template import engines
from django.test import Client

from profiles.models import Edition

FOLDER = Path(__file__).resolve().parents[3] / "templates"


@pytest.mark.parametrize("path", ["/", "/profesi/pengurus-kampanye-politik/", "/privasi/"])
def test_lines_of_a_page_begin_at_the_margin(path: str, client: Client, edition: Edition) -> None:
    text = client.get(path).content.decode()
    assert text.count("\n") > 20
    assert re.search(r"\n[ \t]", text) is None


def test_what_is_no_page_keeps_its_indentation() -> None:
    template = engines["django"].get_template("sw.js").template  # type: ignore[attr-defined]
    assert template.source == (FOLDER / "sw.js").read_text(encoding="utf-8")


def test_no_template_holds_what_shows_its_spaces() -> None:
    pages = {path: path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.html")}
    assert [path for path, text in pages.items() if re.search(r"<(pre|textarea)\b", text)] == []
