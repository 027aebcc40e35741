"""Fields and rows on a page of the desk: how large they are, how an editor orders them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from django.forms.models import BaseInlineFormSet


class Text(forms.CharField):
    """A text of several lines, whichever line ends it is stored or sent with.

    Browsers send others than most texts are stored with. Nobody has changed those, and a history
    that says so names fields that nobody has touched.
    """

    def to_python(self, value: Any) -> Any:
        """The text with the line ends of the database, None for none."""
        text = super().to_python(value)
        return text.replace("\r\n", "\n").replace("\r", "\n") if text else text

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.to_python(initial), data)


def text_boxes(*, rows: int, cols: int) -> dict[Any, Any]:
    """How the texts of a page are shown: in boxes of this size."""
    box = forms.Textarea(attrs={"rows": rows, "cols": cols})
    return {models.TextField: {"form_class": Text, "widget": box}}


SMALL_TEXT = text_boxes(rows=3, cols=50)
ONE_LINE: dict[Any, Any] = {models.TextField: {"widget": forms.TextInput(attrs={"size": 50})}}


class NamedFormSet(BaseInlineFormSet):
    """Rows of a table, each field named by its column for those who do not see the table.

    What can be chosen from is looked up once, not once a row.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._choices: dict[str, list[Any]] = {}
        super().__init__(*args, **kwargs)

    def add_fields(self, form: Any, index: int | None) -> None:
        for name, field in form.fields.items():
            if isinstance(field, forms.ModelChoiceField):
                if name not in self._choices:
                    choices: Any = field.choices
                    self._choices[name] = list(choices)
                field.choices = self._choices[name]
        super().add_fields(form, index)
        number = "" if index is None else f" {index + 1}"
        for bound in form:
            # The attributes of what Django wraps around a choice of rows are shared by all rows.
            widget = getattr(bound.field.widget, "widget", bound.field.widget)
            widget.attrs.setdefault("aria-label", f"{bound.label}{number}")


class OrderedFormSet(NamedFormSet):
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
