"""Templates load what they use, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template import TemplateSyntaxError, engines

FOLDER = Path(__file__).parent.parent / "templates"
TEMPLATES = sorted(path for path in FOLDER.rglob("*") if path.is_file())
LOAD = re.compile(r"{% load ([^%]*) %}")


def unused(source: str) -> Iterator[str]:
    """The libraries without which the template could be read just as well."""
    for load in LOAD.finditer(source):
        names = load[1].split()
        for name in names:
            others = " ".join(other for other in names if other != name)
            without = f"{{% load {others} %}}" if others else ""
            try:
                engines["django"].from_string(
                    source[: load.start()] + without + source[load.end() :]
                )
            except TemplateSyntaxError:
                continue
            yield name


def test_a_library_that_nothing_needs_is_found() -> None:
    source = "{% load i18n static %}{% load l10n %}{% translate 'a' %}{{ 1|localize }}"
    assert list(unused(source)) == ["static"]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_a_template_loads_no_library_in_vain(path: Path) -> None:
    assert list(unused(path.read_text(encoding="utf-8"))) == []
