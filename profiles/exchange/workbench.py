"""The whole workbench as one plain value: the same rows give the same value, in a fixed order."""

from __future__ import annotations

from typing import Any

from profiles.exchange.cells import plain
from profiles.exchange.columns import LEVELS, TABLES, Row, Sheets, Table
from profiles.models import Profession

_LEVEL_ORDER = [code for code, _word in LEVELS]


def collect() -> Sheets:
    """Everything that editors have written, in one query a table and one for what is related."""
    sheets = {table.name: _rows(table) for table in TABLES}
    related: dict[str, list[str]] = {}
    pairs = Profession.related.through._default_manager.values_list(
        "from_profession__slug", "to_profession__slug"
    )
    for slug, other in pairs:
        related.setdefault(slug, []).append(other)
    for row in sheets["professions"]:
        row["related"] = sorted(related.get(row["slug"], []))
    places = {row["code"]: place for place, row in enumerate(sheets["traits"])}
    sheets["levels"].sort(
        key=lambda row: (places[row["trait"]], _LEVEL_ORDER.index(row["level"])),
    )
    return sheets


def _rows(table: Table) -> list[Row]:
    columns = [column for column in table.columns if column.kind != "addresses"]
    paths = [column.path or column.name for column in columns]
    found = table.model._default_manager.order_by(*table.order).values_list(*paths)
    # In the order of the columns, so that what is written from it has the same order, too.
    empty: dict[str, Any] = {column.name: [] for column in table.columns}
    return [
        empty
        | {
            column.name: plain(value) if isinstance(value, str) else value
            for column, value in zip(columns, values, strict=True)
        }
        for values in found
    ]
