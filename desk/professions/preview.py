"""The desk's preview of a profession: students' own pages, of a draft."""

from __future__ import annotations

from typing import cast

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils import timezone

from desk.professions.faults import fault_lines
from profiles.models import Edition, Profession
from profiles.workbench.publishing import freeze, workbench_faults
from quiz.forms import QuizForm
from quiz.result import presenting
from quiz.result.presenting import Result
from quiz.result.sample import sample_answers, sample_attempt


class PreviewAdmin(admin.ModelAdmin):
    """A profession whose quiz and result can be seen before students do; nothing is stored."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        ours = [
            path(
                "<int:pk>/pratinjau/kuis/",
                view(self.preview_quiz),
                name="profiles_profession_preview_quiz",
            ),
            path(
                "<int:pk>/pratinjau/hasil/",
                view(self.preview_result),
                name="profiles_profession_preview_result",
            ),
        ]
        return [*ours, *super().get_urls()]

    def preview_quiz(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The quiz as students would get it, every statement at once; it cannot be sent."""
        profession, draft = self._draft(request, pk)
        form = QuizForm(edition=draft, action=request.path)
        form.helper.inputs = []
        context = {"profession": profession, "content": draft.content, "form": form}
        return self._draw(request, "quiz", profession, context)

    def preview_result(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What a student would read who gave the sample answers; the faults where none can."""
        profession, draft = self._draft(request, pk)
        attempt = sample_attempt(draft, sample_answers(draft), now=timezone.now())
        if attempt.outcome.match is None:
            lines = fault_lines(profession, workbench_faults(profession))
            return self._draw(request, "no_result", profession, {"lines": lines})
        context = {"result": presenting.present(attempt), "address": "", "whatsapp": request.path}
        return self._draw(request, "result", profession, context)

    def _draft(self, request: HttpRequest, pk: int) -> tuple[Profession, Edition]:
        """The profession and the edition that publishing it now would make, stored nowhere.

        Raises PermissionDenied for who may not look at it.
        """
        profession = get_object_or_404(Profession.objects.with_parts(), pk=pk)
        if not self.has_view_permission(request, profession):
            raise PermissionDenied
        # Its id is no edition's: what students' pages keep in memory is never mistaken for it.
        draft = Edition(pk=-pk, profession=profession, number=1, published_at=timezone.now())
        draft.content = freeze(profession)
        return profession, draft

    def _draw(
        self, request: HttpRequest, page: str, profession: Profession, context: dict[str, object]
    ) -> HttpResponse:
        response = render(
            request, f"desk/preview/{page}.html", {**context, "profession": profession, "at": page}
        )
        text = response.content.decode()
        # What leads to the quiz leads to the draft's; what leads on from a result leads nowhere.
        public = reverse("quiz", args=[profession.slug])
        draft = reverse("admin:profiles_profession_preview_quiz", args=[profession.pk])
        text = text.replace(f'"{public}"', f'"{draft}"')
        if "result" in context:
            answers = reverse("answers", args=[cast(Result, context["result"]).key])
            text = text.replace(f'"{answers}"', '"#isi"')
        response.content = text.encode()
        response["Cache-Control"] = "private, no-store"
        return response
