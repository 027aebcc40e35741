"""Rows as they come in from a file: numbered, each value checked against its column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from django.utils.translation import gettext as _

from profiles.exchange.cells import Unreadable, from_cell
from profiles.exchange.columns import Column, Row, Table
from profiles.exchange.faults import Faults, FileRefused

MOST_ROWS: Final = 30_000
"""Of all tables together: a thousand professions with all that belongs to them have half of it."""


class Line(NamedTuple):
    """A row of a file: its number there, and what it says. A column that is absent says nothing."""

    number: int
    row: Row


Lines = dict[str, list[Line]]


def read_lines(
    table: Table, rows: Iterable[tuple[int, Mapping[str, Any]]], faults: Faults, *, sheet: str
) -> list[Line]:
    """Read rows that are given by the columns' names."""
    columns = {column.name: column for column in table.columns}
    lines = []
    for number, cells in rows:
        row: Row = {}
        for name, cell in cells.items():
            column = columns.get(name)
            if column is None:
                faults.add(sheet, number, str(name)[:80], _("Kolom ini tidak dikenal."))
                continue
            try:
                value = from_cell(column, cell)
                if value is not None or _may_be_empty(table, column):
                    row[name] = value
            except Unreadable as fault:
                faults.add(sheet, number, column.head, str(fault))
        lines.append(Line(number, row))
    return lines


def read_table(
    table: Table, rows: Iterable[tuple[int, tuple[Any, ...]]], faults: Faults, *, sheet: str
) -> list[Line]:
    """Read rows of a spreadsheet: the first that holds something names the columns.

    Rows that hold nothing are passed over.
    """
    filled = ((number, cells) for number, cells in rows if any(_says(cell) for cell in cells))
    number, heads = next(filled, (1, ()))
    columns = [_column(table, head) for head in heads]
    for head, column in zip(heads, columns, strict=True):
        if column is None and _says(head):
            faults.add(sheet, number, str(head)[:80], _("Judul kolom ini tidak dikenal."))
    named = [column.name for column in columns if column is not None]
    for name in sorted({name for name in named if named.count(name) > 1}):
        faults.add(sheet, number, table.column(name).head, _("Judul kolom ini ada dua kali."))
    by_name = (
        (
            number,
            {
                column.name: cell
                for column, cell in zip(columns, (*cells, *[None] * len(columns)), strict=False)
                if column is not None
            },
        )
        for number, cells in filled
    )
    return read_lines(table, by_name, faults, sheet=sheet)


def count_rows(lines: Lines) -> None:
    """Raise FileRefused where there are more rows than a workbench can have."""
    if sum(map(len, lines.values())) > MOST_ROWS:
        raise FileRefused(_("Terlalu banyak baris: paling banyak 30.000 dalam satu berkas."))


def _says(cell: Any) -> bool:
    return cell is not None and bool(str(cell).strip())


def _may_be_empty(table: Table, column: Column) -> bool:
    """Whether an empty cell says that there is nothing, and not that nothing is said."""
    return column.kind == "whole" and table.model._meta.get_field(column.name).null


def _column(table: Table, head: Any) -> Column | None:
    said = " ".join(str(head or "").split()).casefold()
    return next(
        (one for one in table.columns if said in (one.head.casefold(), one.name.casefold())), None
    )
