"""What an import changes, as its preview tells it: by profession and trait, field by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from django.utils.translation import gettext as _

from profiles.exchange.cells import to_cell
from profiles.exchange.changes import Change
from profiles.exchange.columns import BY_NAME, Row, Table

MOST: Final = 50
"""So many professions and traits are shown in full; the rest is counted."""

_AROUND = 60
_SHOWN = 400


class FieldLine(NamedTuple):
    """One field: what it says now, what it will say, and what the editor should know of it."""

    label: str
    before: str
    after: str
    remark: str = ""


@dataclass
class Told:
    """A profession or a trait, its place among those that change, and what changes in it."""

    name: str
    kind: str
    place: int
    is_new: bool = False
    fields: list[FieldLine] = field(default_factory=list)


def tell(changes: Iterable[Change], names: dict[tuple[str, str], str]) -> list[Told]:
    """The changes by what they belong to, of all beyond the most shown without their fields.

    `names` are the names of what is on the workbench, by kind and key.
    """
    told: dict[tuple[str, str], Told] = {}
    for change in changes:
        place = (change.owner_kind, change.owner)
        if place not in told:
            kind = _("Profesi") if change.owner_kind == "profession" else _("Keterampilan")
            told[place] = Told(names.get(place, change.owner), kind, len(told))
        one = told[place]
        table = BY_NAME[change.table]
        if change.table in ("professions", "traits"):
            one.is_new = change.before is None
            one.name = change.after[0]["name"]
        if one.place < MOST:
            one.fields += _lines(table, change)
    return list(told.values())


def _lines(table: Table, change: Change) -> Iterator[FieldLine]:
    if not table.key:
        before, after = (_listed(table, rows) for rows in (change.before or [], change.after))
        yield FieldLine(table.sheet, *_near_difference(before, after))
        return
    (row,) = change.after
    before_row = (change.before or [{}])[0]
    for name in change.fields:
        column = table.column(name)
        before = "" if change.before is None else _said(table, before_row, name)
        after = _said(table, row, name)
        if name in table.key and change.before is None and table.name in ("professions", "traits"):
            continue
        if before == after:
            continue
        label = " · ".join([*_place(table, row), column.head])
        yield FieldLine(label, *_near_difference(before, after), _remark(change, name, row))


def _place(table: Table, row: Row) -> list[str]:
    """What tells a row from the others of its owner."""
    if table.name in ("professions", "traits"):
        return []
    return [table.sheet, *(_said(table, row, name) for name in table.key if name != table.owner)]


def _remark(change: Change, name: str, row: Row) -> str:
    if name != "keying" or change.before is None:
        return ""
    return (
        _("Arahnya berbalik: “Sangat sesuai” nanti berarti keterampilan ini lebih kuat.")
        if row["keying"] == 1
        else _("Arahnya berbalik: “Sangat sesuai” nanti berarti keterampilan ini lebih lemah.")
    )


def _said(table: Table, row: Row, name: str) -> str:
    value = to_cell(table.column(name), row[name])
    return "" if value is None else str(value)


def _listed(table: Table, rows: list[Row]) -> str:
    names = [name.name for name in table.columns if name.name != table.owner]
    return "\n".join(
        " | ".join(said for said in (_said(table, row, name) for name in names) if said)
        for row in rows
    )


def _near_difference(before: str, after: str) -> tuple[str, str]:
    """Both texts, or where they are long what stands around their first difference."""
    same = next(
        (
            place
            for place, pair in enumerate(zip(before, after, strict=False))
            if pair[0] != pair[1]
        ),
        min(len(before), len(after)),
    )
    start = 0 if max(len(before), len(after)) <= _SHOWN else max(0, same - _AROUND)
    return _excerpt(before, start), _excerpt(after, start)


def _excerpt(text: str, start: int) -> str:
    end = start + _SHOWN
    return f"{'…' if start else ''}{text[start:end]}{'…' if len(text) > end else ''}"
