"""Reading editions that earlier versions of the program published: their JSON in today's shape.

Pure. An edition is never written again, so every shape that was ever published is read for ever.
What a step adds is what the program of that time did, whatever today's does: it must not be taken
from anywhere that changes, and stands here in full.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

SCHEMA: Final = 4

_RULES_OF_SCHEMA_1: Final[dict[str, Any]] = {
    "scale": {
        "answers": [
            {"value": 1, "text": {"id": "Sangat tidak sesuai", "en": "Not like me at all"}},
            {"value": 2, "text": {"id": "Tidak sesuai", "en": "Not like me"}},
            {"value": 3, "text": {"id": "Netral", "en": "Neutral"}},
            {"value": 4, "text": {"id": "Sesuai", "en": "Like me"}},
            {"value": 5, "text": {"id": "Sangat sesuai", "en": "Very much like me"}},
        ],
        "skip": {"id": "Lewati", "en": "Skip"},
        "skipped": {"id": "Dilewati", "en": "Skipped"},
    },
    "levels": {
        "trait": [
            {"code": "developing", "lowest": 0},
            {"code": "capable", "lowest": 50},
            {"code": "strong", "lowest": 75},
        ],
        "match": [
            {"code": "developing", "lowest": 0},
            {"code": "capable", "lowest": 50},
            {"code": "strong", "lowest": 75},
        ],
    },
    "rule": {
        "name": "mean-capped-1",
        "share_needed": "2/3",
        "cap_above_weakest": "25",
        "item_standard_error": "25",
        "z": "32/25",
    },
}


def _from_1_to_2(value: dict[str, Any]) -> dict[str, Any]:
    """Add the answers, level borders and scoring rule, which were the program's own until then."""
    return {**value, **_RULES_OF_SCHEMA_1, "schema": 2}


def _from_2_to_3(value: dict[str, Any]) -> dict[str, Any]:
    """Say that no score is near to a border: until then one level was named, whatever the range."""
    return {**value, "levels": {**value["levels"], "near": "0"}, "schema": 3}


def _from_3_to_4(value: dict[str, Any]) -> dict[str, Any]:
    """Say of no major to which group it belongs, and of the profession nothing that came later.

    Institutions had one name for both languages, and professions stood in lists by their names.
    """
    return {
        **value,
        "majors": [{"name": name, "group": ""} for name in value["majors"]],
        "institutions": [{"id": name, "en": ""} for name in value["institutions"]],
        "position": None,
        "field": "",
        "isco08": "",
        "kbji": "",
        "related": [],
        "schema": 4,
    }


_STEPS: Final[Mapping[Any, Callable[[dict[str, Any]], dict[str, Any]]]] = {
    1: _from_1_to_2,
    2: _from_2_to_3,
    3: _from_3_to_4,
}


def upgrade(value: dict[str, Any]) -> dict[str, Any]:
    """An edition's JSON in today's shape, whichever version of the program stored it.

    Raises ValueError for a shape that this program does not know.
    """
    while value.get("schema") in _STEPS:
        value = _STEPS[value["schema"]](value)
    if value.get("schema") != SCHEMA:
        raise ValueError(f"unknown edition schema: {value.get('schema')!r}")
    return value
