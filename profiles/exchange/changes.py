"""What an import would change: the rows of a file compared with the workbench, and checked.

Professions, traits, level texts, statements and demands are told apart by their keys; one that a
file does not name stays. Majors and workplaces are lists: that of a profession which a file names
there is replaced. A column or a sheet that is absent changes nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _

from profiles.exchange.columns import TABLES, Column, Row, Sheets, Table
from profiles.exchange.faults import Faults
from profiles.exchange.lines import Line, Lines
from profiles.models.professions import MOST_RELATED
from profiles.subjects import suggested_group

Key = tuple[Any, ...]
OwnerKind = Literal["profession", "trait"]


@dataclass(frozen=True, slots=True)
class Change:
    """A row that is new or says something else, or the list of a profession that does.

    `before` is None for a new row. `after` holds whole rows: one, or all of the list.
    """

    table: str
    owner_kind: OwnerKind
    owner: str
    before: list[Row] | None
    after: list[Row]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """All that an import would change, and how many rows it leaves as they are."""

    changes: tuple[Change, ...]
    unchanged: int

    @property
    def digest(self) -> str:
        """The same for the same changes to the same workbench."""
        said = [(one.table, one.owner, one.before, one.after) for one in self.changes]
        value = json.dumps(said, sort_keys=True)
        return hashlib.sha256(value.encode()).hexdigest()


def compare(lines: Lines, current: Sheets, faults: Faults) -> Changes:
    """What these rows would change. What must not be stored is added to `faults`."""
    known = _Known.of(lines, current)
    changes: list[Change] = []
    unchanged = 0
    for table in TABLES:
        given = _checked(table, lines.get(table.name, []), known, faults)
        found = list((_keyed if table.key else _lists)(table, given, current[table.name], faults))
        changes += [change for change in found if change is not None]
        unchanged += found.count(None)
    return Changes(tuple(changes), unchanged)


@dataclass(frozen=True, slots=True)
class _Known:
    """The professions and traits that there will be after the import."""

    profession: frozenset[str]
    trait: frozenset[str]

    @classmethod
    def of(cls, lines: Lines, current: Sheets) -> _Known:
        def both(table: str, key: str) -> frozenset[str]:
            incoming = {line.row.get(key, "") for line in lines.get(table, [])}
            return frozenset(incoming | {row[key] for row in current[table]}) - {""}

        return cls(both("professions", "slug"), both("traits", "code"))


def _checked(table: Table, lines: list[Line], known: _Known, faults: Faults) -> list[Line]:
    """The rows that name all that they belong to."""
    needed = table.key or (table.owner, "name")
    good = []
    for line in lines:
        missing = [name for name in needed if line.row.get(name, "") == ""]
        for name in missing:
            faults.add(table.sheet, line.number, table.column(name).head, _("Belum diisi."))
        strange = [
            (name, value)
            for name, value in _references(line.row, table)
            if value not in (known.profession if name in ("profession", "related") else known.trait)
        ]
        for name, value in strange:
            sentence = _("“%s” tidak ada di berkas ini maupun di meja kerja.") % value[:80]
            faults.add(table.sheet, line.number, table.column(name).head, sentence)
        if not missing and not strange:
            good.append(line)
    return good


def _references(row: Row, table: Table) -> Iterator[tuple[str, str]]:
    for column in table.columns:
        if column.path and row.get(column.name):
            yield column.name, row[column.name]
    for slug in row.get("related", []):
        yield "related", slug


def _keyed(
    table: Table, lines: list[Line], rows: list[Row], faults: Faults
) -> Iterator[Change | None]:
    there = {_key(table, row): row for row in rows}
    empty = _empty(table)
    seen: dict[Key, int] = {}
    for line in lines:
        key = _key(table, line.row)
        if key in seen:
            sentence = _("Sama dengan baris %s: setiap isian hanya boleh ada sekali.") % seen[key]
            faults.add(table.sheet, line.number, table.column(table.key[-1]).head, sentence)
            continue
        seen[key] = line.number
        before = there.get(key)
        if before is None:
            new = _new(table, line.row, empty)
            _check(table, line.number, new, faults)
            yield _change(table, None, [new], tuple(line.row))
            continue
        fields = tuple(name for name, value in line.row.items() if value != before[name])
        if not fields:
            yield None
            continue
        after = before | line.row
        _check(table, line.number, after, faults)
        yield _change(table, [before], [after], fields)


def _lists(
    table: Table, lines: list[Line], rows: list[Row], faults: Faults
) -> Iterator[Change | None]:
    there: dict[str, list[Row]] = {}
    empty = _empty(table)
    for row in rows:
        there.setdefault(row[table.owner], []).append(row)
    given: dict[str, list[Line]] = {}
    for line in lines:
        given.setdefault(line.row[table.owner], []).append(line)
    for owner, named in given.items():
        before = there.get(owner, [])
        by_name = {row["name"]: row for row in before}
        after = []
        for line in named:
            as_before = by_name.get(line.row["name"]) or _new(table, line.row, empty)
            after.append(as_before | line.row)
            _check(table, line.number, after[-1], faults)
        if after == before:
            yield from [None] * len(after)
        else:
            yield _change(table, before or None, after, ("name",))


def _key(table: Table, row: Row) -> Key:
    return tuple(row[name] for name in table.key)


def _change(
    table: Table, before: list[Row] | None, after: list[Row], fields: tuple[str, ...]
) -> Change:
    kind: OwnerKind = "profession" if table.owner in ("slug", "profession") else "trait"
    return Change(table.name, kind, after[0][table.owner], before, after, fields)


def _new(table: Table, row: Row, empty: Row) -> Row:
    """A row that was not there before, with what its columns hold as long as nothing is said."""
    new = empty | row
    if table.name == "majors" and "group" not in row:
        new["group"] = suggested_group(row["name"])
    return new


def _empty(table: Table) -> Row:
    """What the columns of a new row hold."""
    blank = table.model()
    return {column.name: _default(blank, column) for column in table.columns}


def _default(blank: Model, column: Column) -> Any:
    if column.kind == "addresses":
        return []
    # Which way a statement points must be said.
    if column.path or column.kind == "choice":
        return ""
    default = getattr(blank, column.name)
    return "" if default is None and column.kind != "whole" else default


def _check(table: Table, number: int, row: Row, faults: Faults) -> None:
    """Hold a row to what its model takes, and a profession to what its page takes besides."""
    own = {
        column.name: row[column.name]
        for column in table.columns
        if not column.path and column.kind != "addresses"
    }
    fields = {field.name: field for field in table.model._meta.fields}
    empty = {name for name, value in own.items() if value in ("", None) and not fields[name].blank}
    for name in sorted(empty):
        faults.add(table.sheet, number, table.column(name).head, _("Belum diisi."))
    try:
        table.model(**own).clean_fields(exclude=fields.keys() - own.keys() | empty)
    except ValidationError as error:
        for name, sentences in error.message_dict.items():
            for sentence in sentences:
                faults.add(table.sheet, number, table.column(name).head, sentence)
    related = row.get("related", [])
    if len(related) > MOST_RELATED:
        faults.add(
            table.sheet, number, "Profesi mirip", _("Pilih paling banyak enam profesi mirip.")
        )
    if row.get("slug") in related:
        sentence = _("Sebuah profesi tidak mirip dengan dirinya.")
        faults.add(table.sheet, number, "Profesi mirip", sentence)
