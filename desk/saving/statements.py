"""What saving a trait would do to its statements, asked before it is done.

A flipped direction turns every score of a trait around, and no page looks different for it. So
whoever writes a statement, rewrites it or turns it reads what the strongest answer to it will mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.forms import ModelForm
from django.forms.models import BaseModelFormSet
from django.http import HttpRequest
from django.utils.translation import gettext

from desk.saving.asking import AskingAdmin, Question
from profiles.editions import today
from profiles.models import Statement
from profiles.models.traits import Keying

CONFIRMED = "_statements_confirmed"
"""What the page of the question sends along: that its sentences were read."""

MEANING = ("text", "text_en", "keying")
"""The fields of a statement that decide what an answer to it means."""


@dataclass(frozen=True, slots=True)
class ChangedStatement:
    """A statement as it would be saved, and how it read before, where it read differently."""

    keying_name: str
    keying: int
    text: str
    text_en: str
    before: str
    before_en: str

    @property
    def raises(self) -> bool:
        """Whether the strongest answer makes the trait's score go up."""
        return self.keying == Keying.FORWARD

    @property
    def opposite(self) -> int:
        """The other direction."""
        return -self.keying


@dataclass(frozen=True, slots=True)
class DeletedStatement:
    """A statement that is about to be deleted, and the name of the field that says so."""

    delete_name: str
    text: str


class StatementsAdmin(AskingAdmin):
    """A page of rows of statements that asks about those that change their meaning or go."""

    def save_related(
        self,
        request: HttpRequest,
        form: ModelForm[Any],
        formsets: Iterable[BaseModelFormSet[Any, Any]],
        change: bool,
    ) -> None:
        rows = list(formsets)
        if CONFIRMED not in request.POST:
            for formset in rows:
                if formset.model is Statement:
                    self._ask_about(form.instance, formset)
        super().save_related(request, form, rows, change)

    def _ask_about(self, trait: Model, formset: BaseModelFormSet[Any, Any]) -> None:
        changed, deleted = changed_statements(formset), deleted_statements(formset)
        if not changed and not deleted:
            return
        names = [one.keying_name for one in changed] + [one.delete_name for one in deleted]
        strongest = today.SCALE.answers[-1].text
        raise Question(
            "desk/saving/statements.html",
            {
                "title": gettext("Periksa dulu: pernyataan %(trait)s") % {"trait": trait},
                "trait": trait,
                "changed": changed,
                "deleted": deleted,
                "strongest": strongest.id,
                "strongest_en": strongest.en,
                "confirmed": CONFIRMED,
            },
            answered=names,
        )


def changed_statements(formset: BaseModelFormSet[Any, Any]) -> Sequence[ChangedStatement]:
    """Those of valid rows whose words or direction are new; not those that are to be deleted."""
    return [
        ChangedStatement(
            keying_name=form.add_prefix("keying"),
            keying=form.cleaned_data["keying"],
            text=form.cleaned_data["text"],
            text_en=form.cleaned_data["text_en"],
            before=_before(form, "text"),
            before_en=_before(form, "text_en"),
        )
        for form in formset.forms
        if form not in formset.deleted_forms and set(MEANING) & set(form.changed_data)
    ]


def deleted_statements(formset: BaseModelFormSet[Any, Any]) -> Sequence[DeletedStatement]:
    """Those that are there and that a tick would delete."""
    return [
        DeletedStatement(form.add_prefix("DELETE"), form.initial["text"])
        for form in formset.deleted_forms
        if form.instance.pk
    ]


def _before(form: ModelForm[Any], field: str) -> str:
    """How a text read, where it was another one."""
    return str(form.initial.get(field) or "") if field in form.changed_data else ""
