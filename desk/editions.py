"""The desk's pages of editions: what was published, and when."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest

from profiles.models import Edition


@admin.register(Edition)
class EditionAdmin(admin.ModelAdmin):
    """The history of what was published; editions are only ever read."""

    list_display = ["__str__", "published_at"]
    list_filter = ["profession"]
    fields = ["profession", "number", "published_at"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Edition | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Edition | None = None) -> bool:
        return False
