"""What keeps a page from being saved, said at its top with the way to each field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms.models import BaseInlineFormSet


class Mistake(NamedTuple):
    """A sentence about a field; `anchor` is the id to go to, or "" where it is about no field."""

    label: str
    sentence: str
    anchor: str


def mistakes(
    form: forms.BaseForm, formsets: Iterable[BaseInlineFormSet[Any, Any, Any]]
) -> list[Mistake]:
    """The mistakes of a page in the order in which its fields stand."""
    if not form.is_bound:
        return []
    return [*_of_form(form), *(one for formset in formsets for one in _of_rows(formset))]


def _of_rows(formset: BaseInlineFormSet[Any, Any, Any]) -> Iterator[Mistake]:
    names = formset.fk.model._meta
    group = f"{formset.prefix}-group"
    for sentence in formset.non_form_errors():
        yield Mistake(str(names.verbose_name_plural), str(sentence), group)
    for number, row in enumerate(formset.forms, start=1):
        yield from _of_form(row, row=f"{names.verbose_name} {number}", around=group)


def _of_form(form: forms.BaseForm, *, row: str = "", around: str = "") -> Iterator[Mistake]:
    for name, sentences in form.errors.items():
        label, anchor = row, around
        if name != NON_FIELD_ERRORS and not form[name].is_hidden:
            label = f"{row} · {form[name].label}" if row else str(form[name].label)
            anchor = form[name].id_for_label or around
        yield from (Mistake(label, str(sentence), anchor) for sentence in sentences)
