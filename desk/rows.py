"""Rows on a page of the desk: how an editor orders them, and how large their fields are."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from django.forms.models import BaseInlineFormSet

SMALL_TEXT: dict[Any, Any] = {
    models.TextField: {"widget": forms.Textarea(attrs={"rows": 2, "cols": 50})}
}
ONE_LINE: dict[Any, Any] = {models.TextField: {"widget": forms.TextInput(attrs={"size": 50})}}


class OrderedFormSet(BaseInlineFormSet):
    """Rows with an order; a row whose order is left empty goes to the end."""

    def clean(self) -> None:
        super().clean()
        rows = [
            form
            for form in self.forms
            if (form.has_changed() or form.instance.pk) and not form.cleaned_data.get("DELETE")
        ]
        last = max((form.instance.position or 0 for form in rows), default=0)
        for form in rows:
            if form.instance.position is None:
                last += 1
                form.instance.position = last
