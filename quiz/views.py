"""Taking a quiz."""

from __future__ import annotations

import hashlib
import re

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from profiles.models import Edition
from quiz import actions
from quiz.forms import QuizForm
from quiz.models import Attempt

KEPT_PAGE = "X-Kept-Page"
STORED_KEY = "X-Stored-Key"
EDITION_NUMBER = re.compile(r"[1-9][0-9]{0,8}", re.ASCII)


# Exempt from CSRF protection because there is nothing to forge: the form uses no cookie, no login
# and no other authority of the browser. Who could make a phone send it could as well send it.
@csrf_exempt
@cache_control(private=True, no_cache=True)
@require_http_methods(["GET", "HEAD", "POST"])
def take_quiz(request: HttpRequest, slug: str) -> HttpResponse:
    """The quiz of a profession: show it, or store the answers and lead on to the result."""
    if request.method == "POST":
        edition = _edition_seen(slug, request.POST.get("edition", ""))
        form = QuizForm(request.POST, edition=edition)
        if form.is_valid():
            return _stored(request, form, _submit(edition, form))
        return _refused(request, edition, form)
    edition = get_object_or_404(Edition.objects.current(), profession__slug=slug)
    form = QuizForm(edition=edition, now=timezone.now())
    return _unless_kept(request, _quiz_page(request, edition, form), form)


def _unless_kept(request: HttpRequest, page: HttpResponse, form: QuizForm) -> HttpResponse:
    """The page, or nothing where the phone's worker says that it keeps the same one.

    Two quizzes are the same but for the key and the moment they were handed out. The script makes
    a key of its own for each quiz, so the page that is kept serves again; without a script there
    is no worker, and nobody asks.
    """
    content = page.content
    for name in ("key", "started_at"):
        content = content.replace(str(form.initial[name]).encode(), b"")
    version = hashlib.sha256(content).hexdigest()[:20]
    if request.headers.get(KEPT_PAGE) == version:
        return HttpResponse(status=304)
    page[KEPT_PAGE] = version
    return page


def _edition_seen(slug: str, number: str) -> Edition:
    """The edition whose statements were answered: it may have been followed by others since."""
    editions = Edition.objects.of_profession(slug)
    if EDITION_NUMBER.fullmatch(number):
        seen = editions.filter(number=int(number)).first()
        if seen is not None:
            return seen
    return get_object_or_404(editions[:1])


def _submit(edition: Edition, form: QuizForm) -> Attempt:
    now = timezone.now()
    return actions.submit_attempt(
        edition=edition,
        key=form.cleaned_data["key"],
        answers=form.answers,
        started_at=form.began(now),
        now=now,
    )


def _stored(request: HttpRequest, form: QuizForm, attempt: Attempt) -> HttpResponse:
    """The acknowledgement: only now may a phone forget the answers.

    The script believes only who names the key that it sent. The attempt's own may be another one.
    """
    address = reverse("result", args=[attempt.key])
    if _is_for_script(request):
        named = {STORED_KEY: form.cleaned_data["key"]}
        return JsonResponse({"result": address}, status=201, headers=named)
    response = redirect(address)
    response.status_code = 303
    return response


def _refused(request: HttpRequest, edition: Edition, form: QuizForm) -> HttpResponse:
    """What is missing; the script only needs to know that something is, and then asks as a page."""
    if _is_for_script(request):
        return JsonResponse({"errors": sorted(form.errors)}, status=422)
    return _quiz_page(request, edition, form, status=422)


def _is_for_script(request: HttpRequest) -> bool:
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def _quiz_page(
    request: HttpRequest, edition: Edition, form: QuizForm, *, status: int = 200
) -> HttpResponse:
    context = {"form": form, "content": edition.content}
    return render(request, "quiz/take_quiz.html", context, status=status)
