"""The traits, statements and professions that come with the program, as workbench rows."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from profiles.models import LevelText, Profession, Statement, Trait
from profiles.workbench import parts
from profiles.workbench.publishing import publish

FOLDER = Path(__file__).parents[1] / "content"


@transaction.atomic
def load(*, now: datetime) -> list[Profession]:
    """Load and publish what ships, once: nothing happens where there is a trait or profession.

    So that what a school has deleted or rewritten never comes back by itself.
    """
    if Trait.objects.exists() or Profession.objects.exists():
        return []
    for position, trait in enumerate(_read(FOLDER / "traits.json"), start=1):
        _load_trait(trait, position)
    return [
        _load_profession(_read(path), now=now)
        for path in sorted((FOLDER / "professions").glob("*.json"))
    ]


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _load_trait(value: dict[str, Any], position: int) -> None:
    trait = Trait.objects.create(
        code=value["code"],
        name=value["name"]["id"],
        name_en=value["name"]["en"],
        description=value["description"]["id"],
        description_en=value["description"]["en"],
        keywords="\n".join(value["keywords"]),
        position=position,
    )
    LevelText.objects.bulk_create(
        LevelText(
            trait=trait,
            level=level,
            feedback=texts["feedback"]["id"],
            feedback_en=texts["feedback"]["en"],
            step=texts["step"]["id"],
            step_en=texts["step"]["en"],
        )
        for level, texts in value["levels"].items()
    )
    Statement.objects.bulk_create(
        Statement(
            trait=trait,
            code=statement["code"],
            keying=statement["keying"],
            text=statement["text"]["id"],
            text_en=statement["text"]["en"],
            position=place,
        )
        for place, statement in enumerate(value["statements"], start=1)
    )


def _load_profession(value: dict[str, Any], *, now: datetime) -> Profession:
    profession = Profession(slug=value["slug"])
    parts.write(profession, {part: value[part] for part in parts.PARTS if part in value})
    publish(profession=profession, now=now)
    return profession
