"""The rows of majors on the desk's page of a profession, each with its group of programmes."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from desk.rows import ONE_LINE, OrderedFormSet
from profiles.models import Major
from profiles.subjects import GROUPS, suggested_group

CHOICES: list[Any] = [
    ("", "–"),
    *(
        (field, [(group.key, group.name) for group in groups])
        for field, groups in groupby(GROUPS.values(), key=lambda group: group.field)
    ),
]


class MajorForm(forms.ModelForm):
    """A major whose group follows its name, for as long as no editor has chosen another one."""

    group = forms.ChoiceField(
        label=_("kelompok program studi"),
        required=False,
        choices=CHOICES,
        help_text=_(
            "Dari sini halaman profesi tahu mata pelajaran pendukungnya. Kalau kosong, terisi "
            "menurut nama jurusan yang sudah pasti kelompoknya."
        ),
    )

    def clean(self) -> dict[str, Any]:
        """Suggest a group where the name is new and the group is not the editor's own choice."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        before = self.instance.name if self.instance.pk else ""
        chosen = self.initial.get("group", "") != suggested_group(before)
        if "name" in self.changed_data and "group" not in self.changed_data and not chosen:
            cleaned["group"] = suggested_group(cleaned.get("name", ""))
        return cleaned


class MajorInline(admin.TabularInline):
    model = Major
    form = MajorForm
    formset = OrderedFormSet
    extra = 1
    fields = ["position", "name", "name_en", "group"]
    formfield_overrides = ONE_LINE
