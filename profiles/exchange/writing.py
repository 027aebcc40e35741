"""Writing what an import changes onto the workbench: all of it or nothing."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Max, Model

from profiles.exchange.changes import Change, Changes, compare
from profiles.exchange.columns import BY_NAME, Row, Table
from profiles.exchange.faults import Faults
from profiles.exchange.lines import Lines
from profiles.exchange.workbench import collect
from profiles.models import Profession, Statement, Trait

# What others belong to comes first.
ORDER = ("traits", "levels", "statements", "professions", "demands", "majors", "institutions")


class WorkbenchMoved(Exception):
    """The import would change something else by now than what was shown and agreed to."""


@transaction.atomic
def write(lines: Lines, *, agreed: str) -> Changes:
    """Import these rows if they change what was agreed to, which the changes' digest tells.

    Raises WorkbenchMoved where they would change anything else; then nothing is written.
    """
    # Who saves one of them meanwhile waits, or has saved it before it is compared.
    for model in (Trait, Profession):
        list(model._default_manager.select_for_update().order_by("pk").values_list("pk"))
    faults = Faults()
    changes = compare(lines, collect(), faults)
    if faults.count or changes.digest != agreed:
        raise WorkbenchMoved
    by_table: dict[str, list[Change]] = {}
    for change in changes.changes:
        by_table.setdefault(change.table, []).append(change)
    for name in ORDER:
        table = BY_NAME[name]
        (_write_rows if table.key else _write_lists)(table, by_table.get(name, []))
    _relate(by_table.get("professions", []))
    return changes


def _write_rows(table: Table, changes: list[Change]) -> None:
    if not changes:
        return
    parents = _parents(table)
    there = _there(table, changes)
    new = []
    for change in changes:
        (row,) = change.after
        instance = there[_key(table, row)] if change.before else table.model()
        for name, value in _values(table, row, parents).items():
            if change.before is None or name in change.fields:
                setattr(instance, name, value)
        if change.before:
            instance.save()
        else:
            new.append(instance)
    _place_last(new)
    table.model._default_manager.bulk_create(new)


def _write_lists(table: Table, changes: list[Change]) -> None:
    if not changes:
        return
    parents = _parents(table)
    manager = table.model._default_manager
    manager.filter(profession__slug__in=[change.owner for change in changes]).delete()
    manager.bulk_create(
        table.model(**_values(table, row, parents), position=position)
        for change in changes
        for position, row in enumerate(change.after, start=1)
    )


def _relate(changes: list[Change]) -> None:
    said = {
        change.owner: change.after[0]["related"] for change in changes if "related" in change.fields
    }
    if not said:
        return
    slugs = {*said, *(slug for others in said.values() for slug in others)}
    professions = {one.slug: one for one in Profession.objects.filter(slug__in=slugs)}
    for slug, others in said.items():
        professions[slug].related.set([professions[other] for other in others])


def _key(table: Table, row: Row) -> tuple[Any, ...]:
    return tuple(row[name] for name in table.key)


def _there(table: Table, changes: list[Change]) -> dict[tuple[Any, ...], Model]:
    """The rows that are changed, by their keys."""
    paths = [table.column(name).path or name for name in table.key]
    wanted = {change.after[0][table.key[0]] for change in changes if change.before}
    found = table.model._default_manager.filter(**{f"{paths[0]}__in": wanted})
    keys = found.values_list("pk", *paths)
    instances = found.in_bulk()
    return {tuple(key): instances[pk] for pk, *key in keys}


def _parents(table: Table) -> dict[str, dict[str, Model]]:
    """The professions or traits that rows of a table point to, by what files call them."""
    return {
        column.name: {
            getattr(one, column.path.partition("__")[2]): one
            for one in _model_of(column.name)._default_manager.all()
        }
        for column in table.columns
        if column.path
    }


def _model_of(name: str) -> type[Model]:
    return Profession if name == "profession" else Trait


def _values(table: Table, row: Row, parents: dict[str, dict[str, Model]]) -> dict[str, Any]:
    return {
        column.name: parents[column.name][row[column.name]] if column.path else row[column.name]
        for column in table.columns
        if column.kind != "addresses"
    }


def _place_last(new: list[Any]) -> None:
    """Give traits and statements without an order a place after those that are there."""
    places: dict[Any, int] = {}
    for one in new:
        if isinstance(one, Trait | Statement) and not one.position:
            beside = one.trait.statements if isinstance(one, Statement) else Trait.objects
            home = one.trait if isinstance(one, Statement) else None
            if home not in places:
                places[home] = beside.aggregate(last=Max("position"))["last"] or 0
            places[home] += 1
            one.position = places[home]
