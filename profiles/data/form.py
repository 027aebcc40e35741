"""Version 1 of the public form of an edition: fields may be added to it, never taken or changed.

Made from the content field by field, so that what editions look like inside may go on changing.
docs/api.md describes it, docs/edition-v1.schema.json defines it.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from profiles.editions.content import SECTIONS, EditionContent

Value = dict[str, Any]


def moment(when: datetime) -> str:
    """A moment in UTC, to the second."""
    return f"{when.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def edition_value(content: EditionContent, *, number: int, published_at: datetime) -> Value:
    """One edition, with everything that students read and by which they are scored."""
    return {
        "version": 1,
        "slug": content.slug,
        "number": number,
        "published_at": moment(published_at),
        "name": asdict(content.name),
        "field": content.field,
        "isco08": content.isco08,
        "kbji": content.kbji,
        "related": list(content.related),
        "texts": {section: asdict(content.section(section)) for section in SECTIONS},
        "not_measured": asdict(content.not_measured),
        "majors": [{"name": asdict(major.name), "group": major.group} for major in content.majors],
        "institutions": [asdict(name) for name in content.institutions],
        "traits": _traits(content),
        "statements": [
            {
                "code": statement.code,
                "trait": statement.trait,
                "keying": statement.keying,
                "text": asdict(statement.text),
            }
            for statement in content.statements
        ],
        "answers": [
            {"value": answer.value, "text": asdict(answer.text)} for answer in content.scale.answers
        ],
        "scoring": _scoring(content),
    }


def _traits(content: EditionContent) -> list[Value]:
    """What is demanded, from each trait's place in the edition."""
    demands = {demand.trait: demand for demand in content.demands}
    return [
        {
            "code": trait.code,
            "name": asdict(trait.name),
            "description": asdict(trait.description),
            "weight": demands[trait.code].weight,
            "essential": demands[trait.code].essential,
            "evidence": asdict(demands[trait.code].evidence),
            "levels": [
                {
                    "code": code,
                    "feedback": asdict(texts.feedback),
                    "step": asdict(texts.step),
                }
                for code, texts in trait.levels.items()
            ],
        }
        for trait in content.traits
        if trait.code in demands
    ]


def _scoring(content: EditionContent) -> Value:
    """The rule's name and numbers, as exact fractions, and where the levels begin."""
    levels = content.levels
    return {
        "rule": content.rule.to_json(),
        "trait_levels": [asdict(border) for border in levels.trait],
        "match_levels": [asdict(border) for border in levels.match],
        "near": str(levels.near),
    }
