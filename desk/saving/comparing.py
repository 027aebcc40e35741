"""What two editors made of the same page, field by field, and the form that a choice leads to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from django import forms
from django.forms.formsets import DELETION_FIELD_NAME
from django.http import QueryDict
from django.utils.translation import gettext

from desk.saving.fields import Held, Seen, SentRow, row_of

MOST_LINES: Final = 20
LETTERS_A_LINE: Final = 55

Choice = Literal["mine", "theirs", ""]
"""Whose version of a difference holds; "" where only the editor can say."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field, or a whole row, that somebody else has changed and that was sent otherwise.

    `suggested` is the other's version where the sender had not touched it, and "" where both had.
    """

    key: str
    label: str
    mine: str
    theirs: str
    suggested: Choice
    name: str = ""
    """The field's name where what was sent can be edited beside what is stored."""

    @property
    def box(self) -> str:
        """A box to go on writing in one's own version, with room for the longer one, about."""
        longest = max(self.mine, self.theirs, key=len)
        lines = min(MOST_LINES, 2 + longest.count("\n") + len(longest) // LETTERS_A_LINE)
        named = f"{gettext('Punyaku')}: {self.label}"
        box = forms.Textarea({"rows": lines, "aria-label": named})
        return box.render(self.name, self.mine)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that somebody else did to a page while it was being edited."""

    differences: list[Difference] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    """Rows that are new; they stay whatever is chosen."""

    removed: frozenset[str] = frozenset()
    """Keys of the rows that are no longer there and that were sent."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.differences or self.added or self.removed)


def compare(
    seen: Seen,
    sent: Mapping[str, Held],
    rows: Mapping[str, SentRow],
    stored: Mapping[str, Held],
) -> Comparison:
    """What has been changed since it was seen, and is not what was sent."""
    there = {row_of(key): one.row for key, one in stored.items()}
    known = {row_of(key) for key in seen.marks}
    removed = frozenset(rows) - set(there)
    deleted = {key for key, row in rows.items() if row.is_deleted}
    differences = [
        _of_field(key, one, sent[key], seen)
        for key, one in stored.items()
        if key in sent
        and row_of(key) not in deleted
        and one.mark != seen.marks.get(key)
        and one.value != sent[key].value
    ]
    for row in sorted(removed - deleted):
        differences.append(_of_removed(row, sent, seen))
    for row in sorted(deleted & set(there)):
        theirs = {key: one for key, one in stored.items() if row_of(key) == row}
        if any(one.mark != seen.marks.get(key) for key, one in theirs.items()):
            differences.append(_of_deleted(row, theirs, there[row]))
    added = [name for row, name in there.items() if row not in known]
    return Comparison(differences, added, removed)


def _of_field(key: str, stored: Held, sent: Held, seen: Seen) -> Difference:
    is_text = isinstance(stored.field.widget, forms.Textarea | forms.TextInput)
    return Difference(
        key=key,
        label=f"{stored.row} · {stored.label}" if stored.row else stored.label,
        mine=sent.words,
        theirs=stored.words,
        suggested="theirs" if sent.mark == seen.marks.get(key) else "",
        name=sent.name if is_text else "",
    )


def _of_removed(row: str, sent: Mapping[str, Held], seen: Seen) -> Difference:
    """A row that somebody else has deleted: it may be all the same to who sent it."""
    mine = {key: one for key, one in sent.items() if row_of(key) == row}
    is_touched = any(one.mark != seen.marks.get(key) for key, one in mine.items())
    (kind,) = {one.row for one in mine.values()}
    return Difference(
        key=row,
        label=kind,
        mine=_as_text(mine.values()),
        theirs="",
        suggested="" if is_touched else "theirs",
    )


def _of_deleted(row: str, theirs: Mapping[str, Held], name: str) -> Difference:
    """A row that was to be deleted, and that somebody else has changed."""
    return Difference(key=row, label=name, mine="", theirs=_as_text(theirs.values()), suggested="")


def _as_text(fields: Iterable[Held]) -> str:
    """A row as lines, each with what it tells."""
    return "\n".join(f"{one.label}: {one.words}" for one in fields if one.value)


def merge(
    data: QueryDict,
    choices: Mapping[str, Choice],
    comparison: Comparison,
    rows: Mapping[str, SentRow],
    sent: Mapping[str, Held],
    stored: Mapping[str, Held],
) -> QueryDict:
    """What would have been sent by somebody who had all the chosen versions before them."""
    merged = data.copy()
    for difference in comparison.differences:
        key = difference.key
        if choices[key] != "theirs" or key in comparison.removed:
            continue
        if key in stored:
            _put(merged, sent[key].name, stored[key])
        else:
            merged.pop(f"{rows[key].start}{DELETION_FIELD_NAME}", None)
            for one in stored:
                if row_of(one) == key:
                    _put(merged, sent[one].name, stored[one])
    dropped = {key for key in comparison.removed if choices.get(key) != "mine"}
    for prefix in {rows[key].prefix for key in comparison.removed}:
        _renumber(
            merged,
            prefix,
            dropped={rows[key].number for key in dropped if rows[key].prefix == prefix},
            renewed={rows[key].number for key in comparison.removed - dropped},
        )
    return merged


def _put(data: QueryDict, name: str, stored: Held) -> None:
    """Send a field as it is stored."""
    is_absent = isinstance(stored.field.widget, forms.CheckboxInput | forms.SelectMultiple)
    if stored.value or not is_absent:
        data.setlist(name, list(stored.value) or [""])
    else:
        data.pop(name, None)


def as_new(data: QueryDict, parents: Mapping[str, str]) -> QueryDict:
    """The same page as it would be sent for something that is not there yet.

    `parents` names, for each prefix of rows, the field by which they belong to it.
    """
    merged = data.copy()
    for prefix, parent in parents.items():
        for name, _, of_row in list(_names_of_rows(merged, prefix)):
            if of_row == parent:
                del merged[name]
        _renumber(merged, prefix, dropped=set(), renewed=None)
    return merged


def _renumber(
    data: QueryDict, prefix: str, *, dropped: Collection[int], renewed: Collection[int] | None
) -> None:
    """Leave rows out, and let others (None: all of them) be new ones: those come last."""
    rows: dict[int, dict[str, list[str]]] = {}
    for name, number, field_name in list(_names_of_rows(data, prefix)):
        rows.setdefault(number, {})[field_name] = [str(one) for one in data.pop(name)]
    there: list[dict[str, list[str]]] = []
    new: list[dict[str, list[str]]] = []
    for number, row in sorted(rows.items()):
        if number in dropped:
            continue
        if renewed is None or number in renewed:
            row.pop("id", None)
        (there if any(row.get("id", [])) else new).append(row)
    for number, row in enumerate([*there, *new]):
        for field_name, values in row.items():
            data.setlist(f"{prefix}-{number}-{field_name}", values)
    data[f"{prefix}-INITIAL_FORMS"] = str(len(there))
    data[f"{prefix}-TOTAL_FORMS"] = str(len(there) + len(new))


def _names_of_rows(data: QueryDict, prefix: str) -> Iterator[tuple[str, int, str]]:
    pattern = re.compile(rf"{re.escape(prefix)}-([0-9]+)-(.+)")
    for name in data:
        if match := pattern.fullmatch(name):
            yield name, int(match[1]), match[2]
