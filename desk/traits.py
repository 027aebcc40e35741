"""The desk's page of a trait: its statements and the texts of its levels."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from desk.rows import SMALL_TEXT, OrderedFormSet
from desk.saving.statements import StatementsAdmin
from desk.saving.together import TogetherAdmin
from profiles.models import LevelText, Statement, Trait
from profiles.models.traits import Keying

MOST_STATEMENTS = 40
"""Of one trait: a page with more would be refused as a whole, since it holds too many fields."""

# Short enough for a column; what it means for a score is asked in a sentence when it is saved.
KEYINGS = [(Keying.FORWARD, _("+ naik")), (Keying.REVERSED, _("− turun"))]


class LevelTextInline(admin.StackedInline):
    model = LevelText
    extra = 0
    min_num = max_num = 3
    can_delete = False
    formfield_overrides = SMALL_TEXT


class StatementFormSet(OrderedFormSet):
    """Statements, no more than can be edited on one page."""

    default_error_messages = {
        **OrderedFormSet.default_error_messages,
        "too_many_forms": _(
            "Sebuah keterampilan bisa punya paling banyak %(num)d pernyataan. Hapus yang tidak "
            "diperlukan, lalu simpan lagi."
        ),
    }


class StatementInline(admin.TabularInline):
    model = Statement
    formset = StatementFormSet
    extra = 1
    max_num = MOST_STATEMENTS
    fields = ["position", "code", "keying", "text", "text_en", "is_used"]
    formfield_overrides = SMALL_TEXT

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        return super().get_formset(request, obj, validate_max=True, **kwargs)

    def formfield_for_choice_field(
        self, db_field: models.Field[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> forms.TypedChoiceField | None:
        if db_field.name == "keying":
            kwargs["choices"] = KEYINGS
        return super().formfield_for_choice_field(db_field, request, **kwargs)


@admin.register(Trait)
class TraitAdmin(TogetherAdmin, StatementsAdmin):
    list_display = ["name", "code", "position"]
    search_fields = ["name", "code", "statements__text"]
    inlines = [StatementInline, LevelTextInline]
    formfield_overrides = SMALL_TEXT
