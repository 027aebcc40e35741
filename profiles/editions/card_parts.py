"""What of an edition's content goes on its profession's card.

Pure: no Django, no database, no clock.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any, Final

from profiles.editions.content import SECTIONS, EditionContent, Paragraphs, Text

LAST: Final = 99_999


def opening(content: EditionContent) -> Text:
    """The first paragraph of the overview, in each language that has one."""
    return Text(*("".join(text[:1]) for text in (content.overview.id, content.overview.en)))


def searchable(content: EditionContent) -> Paragraphs:
    """All that is written about the profession, except for the names of institutions."""
    names = [content.name, content.not_measured, *(major.name for major in content.majors)]
    names += [trait.name for trait in content.traits]
    sections = [content.section(section) for section in SECTIONS]
    return Paragraphs(
        id=(*(name.id for name in names), *(text for part in sections for text in part.id)),
        en=(*(name.en for name in names), *(text for part in sections for text in part.en)),
    )


def quiz_alone(content: EditionContent) -> EditionContent:
    """The content with its name and its quiz alone: what scoring needs of it."""
    no_sections: dict[str, Any] = dict.fromkeys(SECTIONS, Paragraphs())
    return replace(
        content,
        **no_sections,
        not_measured=Text(""),
        majors=(),
        institutions=(),
        demands=tuple(replace(demand, evidence=Text("")) for demand in content.demands),
        traits=(),
        position=None,
        field="",
        isco08="",
        kbji="",
        related=(),
    )


def place(content: EditionContent, language: str) -> str:
    """By what a list in this language is ordered: those with a position first, then by name."""
    position = LAST if content.position is None else content.position
    return f"{position:0{len(str(LAST))}} {content.name.in_language(language).casefold()}"


def digest(content: EditionContent) -> str:
    """The same for equal contents, and for no others."""
    text = json.dumps(content.to_json(), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
