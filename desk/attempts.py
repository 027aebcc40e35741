"""The desk's pages of attempts: anonymous, read-only, and never with the key of the result.

There may be millions of them. So the list shows the newest that pass the filters, counts no
further than its last page, and sorts and scans nothing.
"""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from desk.answers import answers_of, in_zone, signs_in_words, time_taken
from desk.filters import PeriodFilter, ProfessionFilter
from desk.pages import NewestOnly
from quiz import actions
from quiz.core.levels import named_levels
from quiz.core.scoring import display, match_squared_error
from quiz.models import Attempt
from quiz.result.words import headline


class AttemptList(ChangeList):
    """The newest attempts, each edition that they are of loaded once."""

    def get_queryset(self, request: HttpRequest, *args: Any) -> Any:
        return super().get_queryset(request, *args).prefetch_related("edition")

    def get_ordering(self, request: HttpRequest, queryset: QuerySet[Attempt]) -> list[Any]:
        return ["-submitted_at", "-pk"]

    @property
    def roughly(self) -> int | None:
        """About how many attempts there are, where the list ends early without a filter."""
        if self.has_active_filters or not self.paginator.ends_early:
            return None
        estimate = Attempt.objects.roughly_counted()
        return round(estimate, 2 - len(str(estimate)))


@admin.register(Attempt)
class AttemptAdmin(admin.ModelAdmin):
    list_display = ["sent", "edition_name", "match", "signs_in_words"]
    list_filter = [PeriodFilter, ProfessionFilter]
    list_select_related = ()
    sortable_by = ()
    paginator = NewestOnly
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    fields = ["edition", "sent", "opened", "match", "signs_in_words", "answers_in_words"]

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return AttemptList

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Only our own: by asking for keys that begin with a letter, one could be spelled out."""
        return lookup in (*PeriodFilter.parameters, *ProfessionFilter.parameters)

    @admin.display(description=_("dikirim"))
    def sent(self, attempt: Attempt) -> str:
        return in_zone(attempt.submitted_at)

    @admin.display(description=_("dibuka"))
    def opened(self, attempt: Attempt) -> str:
        """When the first statement was seen, and how long it took until all were sent."""
        if attempt.started_at is None:
            return gettext("tidak diketahui")
        return f"{in_zone(attempt.started_at)} ({time_taken(attempt)})"

    @admin.display(description=_("catatan mutu jawaban"), empty_value="–")
    def signs_in_words(self, attempt: Attempt) -> str:
        return "; ".join(signs_in_words(attempt.signs))

    @admin.display(description=_("jawaban"))
    def answers_in_words(self, attempt: Attempt) -> str:
        return render_to_string("desk/answers.html", {"answers": answers_of(attempt)})

    @admin.display(description=_("edisi"))
    def edition_name(self, attempt: Attempt) -> str:
        return str(attempt.edition)

    @admin.display(description=_("kecocokan"))
    def match(self, attempt: Attempt) -> str:
        found = attempt.outcome.match
        if found is None:
            return "–"
        content = attempt.edition.content
        error = match_squared_error(content.rule, attempt.outcome)
        levels = named_levels(content.levels.match, content.levels.near, found.value, error)
        return f"{display(found.value)} ({headline(levels)})"

    def response_action(
        self, request: HttpRequest, queryset: QuerySet[Attempt], *args: Any
    ) -> HttpResponse | None:
        """Act on what was ticked, never on all that the filters let through."""
        if request.POST.get("select_across", "0") != "0":
            self.message_user(request, gettext("Pilih jawaban satu per satu."), messages.ERROR)
            return None
        return super().response_action(request, queryset)

    def delete_model(self, request: HttpRequest, obj: Attempt) -> None:
        actions.delete_attempt(key=obj.key)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Attempt]) -> None:
        actions.delete_attempts(queryset)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Attempt | None = None) -> bool:
        return False
