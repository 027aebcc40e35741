"""Addresses of an app that lets its visitors take a quiz, and has more to say of its result."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path

import careerfit.urls
from quiz.models import Attempt
from quiz.result.views import draw_result, of_attempt, private
from quiz.taking import edition_asked, take, takes_quiz

noted: list[tuple[str, int | None, bool]] = []


def note(attempt: Attempt, is_new: bool) -> None:
    """What this app does with an attempt of its visitors."""
    noted.append((attempt.key, attempt.pk, is_new))


@takes_quiz
def take_in_class(request: HttpRequest, code: str) -> HttpResponse:
    return take(request, edition_asked(request, "pengurus-kampanye-politik"), after=note)


@private
@of_attempt
def show_in_class(request: HttpRequest, attempt: Attempt, code: str) -> HttpResponse:
    return draw_result(request, attempt, template="result_of_class.html", extra={"code": code})


urlpatterns = [
    path("kelas/<str:code>/", take_in_class),
    path("kelas/<str:code>/<str:key>/", show_in_class),
    *careerfit.urls.urlpatterns,
]
