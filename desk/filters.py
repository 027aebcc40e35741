"""Filters that are typed or chosen in a form: drawing them looks at no row of the list."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from profiles.models import Profession


class FormFilter(admin.ListFilter):
    """A filter with fields of its own; whatever else the list was asked for goes along."""

    parameters: tuple[str, ...]

    def __init__(
        self,
        request: HttpRequest,
        params: dict[str, Any],
        model: type[Model],
        model_admin: admin.ModelAdmin[Any],
    ) -> None:
        super().__init__(request, params, model, model_admin)
        self.asked = {name: params.pop(name)[-1] for name in self.parameters if name in params}
        self.kept: list[tuple[str, str]] = []

    def has_output(self) -> bool:
        return True

    def expected_parameters(self) -> list[str | None]:
        return list(self.parameters)

    def choices(self, changelist: ChangeList) -> Any:
        asked = changelist.params.items()
        self.kept = [(name, value) for name, value in asked if name not in self.parameters]
        return self.links(changelist)

    def links(self, changelist: ChangeList) -> list[dict[str, Any]]:
        """What is offered to be chosen with one press."""
        return []


class ProfessionFilter(FormFilter):
    """Rows of one profession; the query set says how to find them."""

    title = _("profesi")
    template = "desk/profession_filter.html"
    parameters = ("profesi",)

    @property
    def chosen(self) -> str:
        """The address of the profession that was asked for."""
        return self.asked.get("profesi", "")

    def options(self) -> list[tuple[str, str]]:
        """The address and the name of each profession."""
        return list(Profession.objects.order_by("name").values_list("slug", "name"))

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet[Any]:
        found: QuerySet[Any] = queryset.of_profession(self.chosen) if self.chosen else queryset
        return found


class PeriodFilter(FormFilter):
    """Rows of some days, both included, on the clock of the site; what is no date asks nothing."""

    title = _("waktu dikirim")
    template = "desk/period_filter.html"
    parameters = ("sejak", "sampai")

    @property
    def since(self) -> date | None:
        """The first day that was asked for."""
        return _date(self.asked.get("sejak", ""))

    @property
    def until(self) -> date | None:
        """The last day that was asked for."""
        return _date(self.asked.get("sampai", ""))

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet[Any]:
        last = self.until
        after = last + timedelta(days=1) if last and last < date.max else None
        found: QuerySet[Any] = queryset.submitted(
            since=_midnight(self.since), before=_midnight(after)
        )
        return found

    def links(self, changelist: ChangeList) -> list[dict[str, Any]]:
        today = timezone.localdate()
        periods = [
            (gettext("Kapan saja"), None, None),
            (gettext("Hari ini"), today, today),
            (gettext("7 hari terakhir"), today - timedelta(days=6), today),
            (gettext("30 hari terakhir"), today - timedelta(days=29), today),
        ]
        return [
            {
                "display": name,
                "selected": (self.since, self.until) == (since, until),
                "query_string": changelist.get_query_string(
                    {"sejak": since, "sampai": until} if since else {}, self.parameters
                ),
            }
            for name, since, until in periods
        ]


def _date(value: str) -> date | None:
    try:
        return parse_date(value)
    except ValueError:
        return None


def _midnight(day: date | None) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, time())) if day else None
