"""The desk's pages of attempts: anonymous, read-only, and never with the key of the result."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from quiz import actions
from quiz.core.scoring import display, level
from quiz.models import Attempt
from quiz.result.words import level_name


@admin.register(Attempt)
class AttemptAdmin(admin.ModelAdmin):
    list_display = ["submitted_at", "edition", "match", "signs"]
    list_filter = ["edition__profession", "submitted_at"]
    list_select_related = ["edition"]
    date_hierarchy = "submitted_at"
    fields = ["edition", "submitted_at", "started_at", "match", "answers", "signs"]

    @admin.display(description=_("kesesuaian"))
    def match(self, attempt: Attempt) -> str:
        found = attempt.outcome.match
        if found is None:
            return "–"
        shown = display(found.value)
        borders = attempt.edition.content.levels.match
        return f"{shown} ({level_name(level(borders, shown))})"

    def delete_model(self, request: HttpRequest, obj: Attempt) -> None:
        actions.delete_attempt(key=obj.key)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Attempt]) -> None:
        actions.delete_attempts(queryset)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Attempt | None = None) -> bool:
        return False
