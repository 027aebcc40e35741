"""Taking a quiz: shows an edition's quiz, stores what was answered, leads on to the result.

A view of another app lets its visitors take a quiz with these three:

    @takes_quiz
    def take_in_class(request: HttpRequest, code: str) -> HttpResponse:
        ...
        return take(request, edition_asked(request, slug), after=note_in_class)
"""

from __future__ import annotations

import re
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from careerfit.memory.drawn import DrawnPage, blank, draw_once
from profiles import at_hand
from profiles.models import Edition
from quiz import actions
from quiz.actions import After
from quiz.forms import QuizForm
from quiz.models import Attempt

KEPT_PAGE = "X-Kept-Page"
STORED_KEY = "X-Stored-Key"
TEMPLATE = "quiz/take_quiz.html"
EDITION_NUMBER = re.compile(r"[1-9][0-9]{0,8}", re.ASCII)


def takes_quiz(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Make a view one in which a quiz can be taken."""
    # Exempt from CSRF protection because there is nothing to forge: the form uses no cookie, no
    # login and no other authority of the browser. Who could make a phone send it could as well
    # send it.
    of_methods = require_http_methods(["GET", "HEAD", "POST"])
    return csrf_exempt(cache_control(private=True, no_cache=True)(of_methods(view)))


def edition_asked(request: HttpRequest, slug: str) -> Edition:
    """The edition that a request is about: the one that is shown, or the one that was answered.

    Others may have followed that one since, and its profession may have been taken off the site.
    """
    if request.method == "POST":
        edition = _edition_seen(slug, request.POST.get("edition", ""))
    else:
        edition = at_hand.shown(slug)
    if edition is None:
        raise Http404
    return edition


def take(request: HttpRequest, edition: Edition, *, after: After | None = None) -> HttpResponse:
    """The answer to a GET with the quiz, and to a POST of its form with the way to the result.

    The form is sent to the address at which it is shown. `after` is called with the attempt and
    with whether it is new, in the transaction that stores it: see `actions.submit_attempt`.
    """
    if request.method == "POST":
        form = QuizForm(request.POST, edition=edition, action=request.path)
        if form.is_valid():
            return _stored(request, form, _submit(edition, form, after))
        return _refused(request, edition, form)
    return _handed_out(request, edition)


def _edition_seen(slug: str, number: str) -> Edition | None:
    seen = at_hand.numbered(slug, int(number)) if EDITION_NUMBER.fullmatch(number) else None
    return seen or at_hand.newest(slug)


def _handed_out(request: HttpRequest, edition: Edition) -> HttpResponse:
    """A fresh quiz, or nothing where the phone's worker says that it keeps the same one.

    Two quizzes are the same but for the key and the moment they were handed out. The script makes
    a key of its own for each quiz, so the page that is kept serves again; without a script there
    is no worker, and nobody asks.
    """
    page = _drawn(request, edition)
    if request.headers.get(KEPT_PAGE) == page.version:
        return HttpResponse(status=304)
    moment = int(timezone.now().timestamp())
    response = page.response(request, {"key": actions.new_key(), "started_at": str(moment)})
    response[KEPT_PAGE] = page.version
    return response


def _drawn(request: HttpRequest, edition: Edition) -> DrawnPage:
    def context() -> dict[str, object]:
        blanks = {name: blank(name) for name in ("key", "started_at")}
        form = QuizForm(edition=edition, action=request.path, handed_out=blanks)
        return _context(request, edition, form)

    return draw_once(request, TEMPLATE, context, of=edition.identity)


def _submit(edition: Edition, form: QuizForm, after: After | None) -> Attempt:
    now = timezone.now()
    return actions.submit_attempt(
        edition=edition,
        key=form.cleaned_data["key"],
        answers=form.answers,
        carried=form.carried_from(now),
        started_at=form.began(now),
        now=now,
        after=after,
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
    return render(request, TEMPLATE, _context(request, edition, form), status=422)


def _context(request: HttpRequest, edition: Edition, form: QuizForm) -> dict[str, object]:
    address = request.build_absolute_uri(request.path)  # for who prints the quiz
    return {"form": form, "content": edition.content, "address": address}


def _is_for_script(request: HttpRequest) -> bool:
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"
