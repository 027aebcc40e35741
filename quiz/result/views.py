"""Reading a result, taking its answers along, and deleting it. The key is the only authority."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from careerfit.web.methods import only_read
from profiles import at_hand
from quiz import actions
from quiz.models import Attempt
from quiz.result import answers_file, presenting, sharing
from quiz.result.others import professions_now

PAGE = "quiz/result/result.html"

KeyView = Callable[..., HttpResponseBase]
"""A view that gets the request, the attempt's key, and whatever else its address holds."""


def private(view: KeyView) -> KeyView:
    """Keep a page out of caches, indexes and other sites' logs: its address is a secret."""

    @wraps(view)
    def wrapped(request: HttpRequest, key: str, **more: Any) -> HttpResponseBase:
        response = view(request, key, **more)
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = "no-referrer"
        return response

    return cache_control(private=True, no_store=True)(wrapped)


def of_attempt(view: Callable[..., HttpResponse]) -> KeyView:
    """Give a view the attempt of the key; one that is not there gets the same page every time.

    Nobody can tell from it whether there ever was one.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, key: str, **more: Any) -> HttpResponse:
        attempt = Attempt.objects.for_result(key, known=at_hand.ids())
        if attempt is None:
            return render(request, "quiz/keeping/gone.html", {"key": key}, status=404)
        attempt.edition = at_hand.with_content(attempt.edition)
        return view(request, attempt, **more)

    return wrapped


@private
@only_read
@of_attempt
def show_result(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """What the answers say."""
    return draw_result(request, attempt)


def draw_result(
    request: HttpRequest,
    attempt: Attempt,
    *,
    template: str = PAGE,
    extra: Mapping[str, object] | None = None,
) -> HttpResponse:
    """What the answers say: read from the stored outcome, never scored again.

    Who has more to say beside it draws a `template` that extends PAGE, fills its block
    `beside_result`, and is given `extra`. Its view is `private` and `of_attempt`, too.
    """
    address = request.build_absolute_uri(request.path)
    context = {
        **(extra or {}),
        "result": presenting.present(attempt, professions_now()),
        "address": address,
        "whatsapp": sharing.whatsapp(address),
        "has_pilot": settings.PILOT,
    }
    return render(request, template, context)


@private
@only_read
@of_attempt
def show_answers(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """Each statement with the answer that was chosen, and what it gave to the match."""
    return render(request, "quiz/result/answers.html", {"result": presenting.present(attempt)})


@private
@only_read
@of_attempt
def show_qr_code(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """The result's address as a picture: of its own, since few need it and it weighs."""
    address = request.build_absolute_uri(reverse("result", args=[attempt.key]))
    return HttpResponse(sharing.qr_code(address), content_type="image/svg+xml")


@private
@only_read
@of_attempt
def download_answers(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """Everything that is kept of the attempt, as a file."""
    response = JsonResponse(
        answers_file.file(attempt), json_dumps_params={"ensure_ascii": False, "indent": 2}
    )
    response["Content-Disposition"] = f'attachment; filename="{answers_file.FILE_NAME}"'
    return response


# Exempt from CSRF protection because there is no authority of the browser to abuse: no cookie and
# no login. Whoever knows the key may delete; whoever does not cannot make a phone do it either.
@csrf_exempt
@private
@require_http_methods(["GET", "HEAD", "POST"])
def delete_result(request: HttpRequest, key: str) -> HttpResponseBase:
    """Ask once; then delete, and lead to where the result was, which shows that it is gone."""
    if request.method == "POST":
        actions.delete_attempt(key=key)
        response = redirect("result", key=key)
        response.status_code = 303
        return response
    return _ask_before_deleting(request, key)


@of_attempt
def _ask_before_deleting(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    context = {"key": attempt.key, "content": attempt.edition.content}
    return render(request, "quiz/keeping/delete.html", context)


@only_read
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept of a student, for how long, and who sees it."""
    return render(request, "quiz/privacy.html")
