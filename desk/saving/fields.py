"""The fields of a page, three times over: as they were shown, as they were sent, as they are now.

What was shown travels with the page itself, as a short mark of each field. So it costs the server
no memory, and a page that was open for a week still knows what its editor has changed on it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, TypeAlias

from django import forms
from django.forms.formsets import DELETION_FIELD_NAME, ORDERING_FIELD_NAME
from django.forms.models import BaseInlineFormSet
from django.http import QueryDict
from django.utils.choices import flatten_choices
from django.utils.datastructures import MultiValueDict
from django.utils.dateparse import parse_datetime
from django.utils.text import Truncator
from django.utils.translation import gettext

Value = tuple[str, ...]
"""What a field holds, as a browser sends it: nothing, a text, or some choices."""

FormSets: TypeAlias = "Sequence[BaseInlineFormSet[Any, Any, Any]]"

LETTERS_OF_MARK: Final = 12
LONGEST_ROW: Final = 60
BESIDE_THE_ROW: Final = (DELETION_FIELD_NAME, ORDERING_FIELD_NAME)


@dataclass(frozen=True, slots=True)
class Held:
    """A field and what it holds: as the browser sent it under its name, or as it is stored.

    `row` says which row it belongs to, and nothing for a field of the page itself.
    """

    name: str
    label: str
    field: forms.Field
    value: Value
    row: str = ""

    @property
    def mark(self) -> str:
        """A few letters that are others for another value."""
        return hashlib.sha256("\0".join(self.value).encode()).hexdigest()[:LETTERS_OF_MARK]

    @property
    def words(self) -> str:
        """The value as somebody reads it."""
        return in_words(self.field, self.value)


@dataclass(frozen=True, slots=True)
class SentRow:
    """A row as the browser sent it: where it stood, and whether it was to be deleted."""

    prefix: str
    number: int
    is_deleted: bool

    @property
    def start(self) -> str:
        """What the names of its fields begin with."""
        return f"{self.prefix}-{self.number}-"


@dataclass(frozen=True, slots=True)
class Seen:
    """What the editor was shown: a mark of each field, and when that was."""

    at: datetime | None
    marks: Mapping[str, str]

    @classmethod
    def read(cls, text: str) -> Seen:
        """What `write` wrote. Raises ValueError for anything else."""
        found = json.loads(text)
        if not isinstance(found, dict) or not isinstance(found.get("marks"), dict):
            raise ValueError("these are no marks")
        return cls(parse_datetime(str(found.get("at"))), found["marks"])

    def write(self) -> str:
        """As JSON, for a hidden field."""
        at = self.at.isoformat() if self.at else ""
        return json.dumps({"at": at, "marks": dict(self.marks)}, separators=(",", ":"))


def plain(value: Any) -> Value:
    """A value of a form as a browser would send it, whatever kinds of line ends there are."""
    if value is None or value is False:
        return ()
    if value is True:
        return ("on",)
    if isinstance(value, str):
        text = "\n".join(value.splitlines()).strip()
        return (text,) if text else ()
    if isinstance(value, Iterable):
        return tuple(sorted(str(getattr(one, "pk", one)) for one in value))
    return (str(value),)


def row_of(key: str) -> str:
    """The row that a field's key belongs to; nothing for a field of the page itself."""
    return key.rpartition("/")[0]


def stored_fields(form: forms.BaseForm, formsets: FormSets) -> dict[str, Held]:
    """What unbound forms show, by a key that stays the same when rows change their places."""
    found = {bound.name: _held(bound) for bound in form if not bound.is_hidden}
    for formset in formsets:
        for row in formset.initial_forms:
            name = Truncator(str(row.instance)).chars(LONGEST_ROW)
            for bound in row:
                if not bound.is_hidden and bound.name not in BESIDE_THE_ROW:
                    key = f"{formset.prefix}/{row.instance.pk}/{bound.name}"
                    found[key] = _held(bound, row=name)
    return found


def sent_fields(
    data: QueryDict, form: forms.BaseForm, formsets: FormSets
) -> tuple[dict[str, Held], dict[str, SentRow]]:
    """What was sent, by the same keys, and the rows that were there before it was."""
    found = _read(data, form, start="", key="")
    rows: dict[str, SentRow] = {}
    for formset in formsets:
        prefix = str(formset.prefix)
        empty = formset.empty_form
        kind = str(empty.instance._meta.verbose_name)
        for number in range(number_of_rows(data, prefix)):
            is_deleted = f"{prefix}-{number}-{DELETION_FIELD_NAME}" in data
            row = SentRow(prefix, number, is_deleted)
            if pk := data.get(f"{row.start}id"):
                key = f"{prefix}/{pk}"
                rows[key] = row
                found |= _read(data, empty, start=row.start, key=f"{key}/", row=kind)
    return found, rows


def number_of_rows(data: QueryDict, prefix: str) -> int:
    """How many rows were sent, as the browser says; the form itself refuses too many."""
    said = data.get(f"{prefix}-TOTAL_FORMS", "")
    return min(int(said), len(data)) if said.isdecimal() else 0


def _held(bound: forms.BoundField, row: str = "") -> Held:
    return Held(bound.html_name, str(bound.label), bound.field, plain(bound.value()), row)


def _read(
    data: QueryDict, form: forms.BaseForm, *, start: str, key: str, row: str = ""
) -> dict[str, Held]:
    nothing: MultiValueDict[str, Any] = MultiValueDict()
    found = {}
    for bound in form:
        if not bound.is_hidden and bound.name not in BESIDE_THE_ROW:
            name = f"{start}{bound.name}"
            value = plain(bound.field.widget.value_from_datadict(data, nothing, name))
            found[f"{key}{bound.name}"] = Held(name, str(bound.label), bound.field, value, row)
    return found


def in_words(field: forms.Field, value: Value) -> str:
    """A value as somebody reads it."""
    if isinstance(field, forms.BooleanField):
        return gettext("ya") if value else gettext("tidak")
    if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
        rows = field.queryset.filter(pk__in=[pk for pk in value if pk.isdecimal()])
        return ", ".join(str(row) for row in rows)
    if isinstance(field, forms.ChoiceField):
        choices: Any = field.choices
        labels: dict[Any, Any] = dict(flatten_choices(choices))
        names = {str(choice): str(label) for choice, label in labels.items()}
        return ", ".join(names.get(one, one) for one in value)
    return "\n".join(value)
