"""The desk's pages of editions: what was published, when, by whom and why."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from desk.filters import ProfessionFilter
from profiles.models import Edition


class EditionList(ChangeList):
    """Editions without their content, which is large."""

    def get_queryset(self, request: HttpRequest, *args: Any) -> Any:
        editions = super().get_queryset(request, *args)
        return editions.select_related("profession", "publisher").only(
            *("number", "published_at", "note", "publisher__username", "profession__name")
        )


@admin.register(Edition)
class EditionAdmin(admin.ModelAdmin):
    """The history of what was published; editions are only ever read."""

    list_display = ["name", "published_at", "publisher", "note"]
    list_filter = [ProfessionFilter]
    list_select_related = ()
    search_fields = ["profession__name"]
    fields = ["profession", "number", "published_at", "publisher", "note"]

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return EditionList

    @admin.display(description=_("edisi"))
    def name(self, edition: Edition) -> str:
        """The edition's number under the name that editors know the profession by."""
        return gettext("%(profession)s, edisi %(number)s") % {
            "profession": edition.profession.name,
            "number": edition.number,
        }

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Edition | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Edition | None = None) -> bool:
        return False
