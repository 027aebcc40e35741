"""Saving that stops for a question: nothing is written before the answer, nothing typed is lost.

The page of a question holds everything that was sent, and sends it again together with the answer.
So it works without script, and there is no half-saved state to keep anywhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from django import forms
from django.contrib import admin
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from desk.saving.mistakes import mistakes

EDIT_AGAIN = "_edit_again"
"""The button of a question's page that leads back to the form, with all that was typed."""

NEVER_CARRIED = ("csrfmiddlewaretoken", EDIT_AGAIN)


class Question(Exception):
    """The editor is asked before anything is written.

    `answered` are the names that the page's own fields send: of what was sent, all others go along
    unseen.
    """

    def __init__(
        self, template: str, context: Mapping[str, Any], *, answered: Collection[str] = ()
    ) -> None:
        super().__init__(template)
        self.template = template
        self.context = context
        self.answered = answered


class HeldForm(forms.ModelForm):
    """A form that shows what was typed once more, without saving it and without finding fault."""

    def is_valid(self) -> bool:
        """Never: whatever it holds, it is only shown."""
        return False


class AskingAdmin(admin.ModelAdmin):
    """A page whose saving may raise a Question: in `before_saving`, or wherever else it writes."""

    def before_saving(self, request: HttpRequest, object_id: str | None) -> None:
        """What is looked at before the form is; it may ask, or change what was sent."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        if request.method != "POST" or EDIT_AGAIN in request.POST:
            return super().changeform_view(request, object_id, form_url, extra_context)
        try:
            with transaction.atomic():
                self.before_saving(request, object_id)
                return super().changeform_view(request, object_id, form_url, extra_context)
        except Question as question:
            return self._ask(request, question)

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        if EDIT_AGAIN in request.POST:
            kwargs["form"] = type("Held", (HeldForm, self.form), {})
        return super().get_form(request, obj, change, **kwargs)

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        context["is_held"] = EDIT_AGAIN in request.POST
        formsets = [inline.formset for inline in context["inline_admin_formsets"]]
        context["mistakes"] = mistakes(context["adminform"].form, formsets)
        # Django's own note says no more than that something "below" is wrong.
        context["errors"] = []
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _ask(self, request: HttpRequest, question: Question) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "carried": list(_carried(request.POST, besides=question.answered)),
            "edit_again": EDIT_AGAIN,
            **question.context,
        }
        return render(request, question.template, context)


def _carried(sent: QueryDict, *, besides: Collection[str]) -> Iterator[tuple[str, str]]:
    """Every name and value that was sent, but for those that are asked for anew."""
    for name, values in sent.lists():
        if name not in NEVER_CARRIED and name not in besides:
            yield from ((name, str(value)) for value in values)
