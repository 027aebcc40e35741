"""Every string that a page or a message shows has its English, and none is left over."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from django.template import engines
from django.template.base import Node, NodeList
from django.templatetags.i18n import BlockTranslateNode, TranslateNode

ROOT = Path(__file__).parent.parent
CATALOGUE = ROOT / "careerfit/locale/en/LC_MESSAGES/django.po"
FUNCTIONS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"}


def in_python(path: Path) -> Iterator[str]:
    """The source strings of a module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id in FUNCTIONS and isinstance(node.args[0], ast.Constant):
            yield str(node.args[0].value)


def in_template(name: str) -> Iterator[str]:
    """The source strings of a template."""
    nodes: NodeList = engines["django"].get_template(name).template.nodelist  # type: ignore[attr-defined]
    yield from (_translated(node) for node in nodes.get_nodes_by_type(TranslateNode))
    yield from (_translated(node) for node in nodes.get_nodes_by_type(BlockTranslateNode))


def _translated(node: Node) -> str:
    if isinstance(node, TranslateNode):
        return str(node.filter_expression.var.literal)
    assert isinstance(node, BlockTranslateNode)
    return str(node.render_token_list(node.singular)[0])


@pytest.fixture(scope="module")
def source_strings() -> set[str]:
    """Every string in the site's code and pages that is meant to be translated."""
    folder = ROOT / "templates"
    templates = [path for ending in ("html", "svg", "js") for path in folder.rglob(f"*.{ending}")]
    modules = [
        path
        for app in ("careerfit", "profiles", "quiz", "desk")
        for path in (ROOT / app).rglob("*.py")
    ]
    found = {text for path in templates for text in in_template(str(path.relative_to(folder)))}
    return found | {
        text for path in modules if "migrations" not in path.parts for text in in_python(path)
    }


def test_the_search_for_strings_finds_them(source_strings: set[str]) -> None:
    assert "Cukup sejalan" in source_strings  # in Python
    assert "Langsung ke isi" in source_strings  # in a template
    assert any("%(total)s" in text for text in source_strings)  # in a block of one


def test_every_string_is_translated(source_strings: set[str]) -> None:
    translated = {
        entry.msgid
        for entry in polib.pofile(str(CATALOGUE))
        if entry.translated() and not entry.fuzzy
    }
    assert sorted(source_strings - translated) == []


def test_no_translation_is_left_over_or_unsure(source_strings: set[str]) -> None:
    catalogue = polib.pofile(str(CATALOGUE))
    assert [entry.msgid for entry in catalogue if entry.fuzzy or entry.obsolete] == []
    assert sorted({entry.msgid for entry in catalogue} - source_strings) == []
