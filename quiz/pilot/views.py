"""The page after a result on which a pilot asks three things. Only where the site has a pilot."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from quiz import actions
from quiz.models import Attempt
from quiz.pilot.forms import PilotForm
from quiz.result.views import of_attempt, private


# Exempt from CSRF protection for the reason that deleting a result is: the key is all there is.
@csrf_exempt
@private
@require_http_methods(["GET", "HEAD", "POST"])
def answer_pilot(request: HttpRequest, key: str) -> HttpResponseBase:
    """Ask; keep what is answered, once; and say thanks wherever something was answered."""
    if not settings.PILOT:
        raise Http404
    return _answer(request, key)


@of_attempt
def _answer(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    content = attempt.edition.content
    form = PilotForm(request.POST if request.method == "POST" else None, content=content)
    if form.is_valid():
        actions.answer_pilot(attempt=attempt, **form.cleaned_data)
        response = redirect("pilot", key=attempt.key)
        response.status_code = 303
        return response
    context = {
        "attempt": attempt,
        "content": content,
        "form": form,
        "is_answered": hasattr(attempt, "pilot_answer"),
    }
    return render(request, "quiz/pilot/pilot.html", context, status=422 if form.errors else 200)
