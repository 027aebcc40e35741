"""The three questions of a pilot, as a form."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careerfit.web.languages import page_language
from profiles.editions.content import EditionContent
from quiz.pilot.models import Accuracy, Interest


class PilotForm(forms.Form):
    """Each question may be left alone, but not all three."""

    accuracy = forms.TypedChoiceField(
        label=gettext_lazy("Seberapa tepat hasil ini menurutmu?"),
        choices=Accuracy.choices,
        widget=forms.RadioSelect,
        required=False,
        coerce=int,
        empty_value=None,
    )
    interest = forms.TypedChoiceField(
        label=gettext_lazy("Tertarik pada pekerjaan ini?"),
        choices=Interest.choices,
        widget=forms.RadioSelect,
        required=False,
        coerce=int,
        empty_value=None,
    )

    def __init__(self, data: QueryDict | None = None, *, content: EditionContent) -> None:
        super().__init__(data, label_suffix="")
        language = page_language()
        self.fields["unclear"] = forms.MultipleChoiceField(
            label=_("Pernyataan mana yang kurang jelas?"),
            choices=[(one.code, one.text.in_language(language)) for one in content.statements],
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )
        self.helper = FormHelper(self)
        # The key in the address is the only authority, and no cookie goes along.
        self.helper.disable_csrf = True
        self.helper.add_input(Submit("", _("Kirim")))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not any(cleaned.values()):
            raise ValidationError(_("Jawab paling sedikit satu, atau kembali saja ke hasilmu."))
        return cleaned
