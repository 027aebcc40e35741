"""The desk's page of a trait: its statements and the texts of its levels."""

from __future__ import annotations

from django.contrib import admin

from desk.rows import SMALL_TEXT, OrderedFormSet
from desk.saving.statements import StatementsAdmin
from desk.saving.together import TogetherAdmin
from profiles.models import LevelText, Statement, Trait


class LevelTextInline(admin.StackedInline):
    model = LevelText
    extra = 0
    min_num = max_num = 3
    can_delete = False
    formfield_overrides = SMALL_TEXT


class StatementInline(admin.TabularInline):
    model = Statement
    formset = OrderedFormSet
    extra = 1
    fields = ["position", "code", "keying", "text", "text_en", "is_used"]
    formfield_overrides = SMALL_TEXT


@admin.register(Trait)
class TraitAdmin(TogetherAdmin, StatementsAdmin):
    list_display = ["name", "code", "position"]
    search_fields = ["name", "code", "statements__text"]
    inlines = [StatementInline, LevelTextInline]
    formfield_overrides = SMALL_TEXT
