"""What a visitor sees when the database does not answer: a page as it was, or when to come back."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.views import defaults

from careerfit.memory.recent import Recent
from careerfit.postgres.silence import DATABASE_TROUBLES, Questions

RETRY_AFTER = "5"  # seconds
MOST_KEPT = 16  # of one view: a page for each language and each name of the site

View = Callable[[HttpRequest], HttpResponse]


def as_before(view: View) -> View:
    """A view whose last answer serves again while the database is silent, if nothing is asked.

    For pages that are the same for all. The answers to questions differ, and are not kept.
    """
    kept: Recent[str, HttpResponse] = Recent(MOST_KEPT)
    questions = Questions()

    @wraps(view)
    def wrapped(request: HttpRequest) -> HttpResponse:
        if request.META.get("QUERY_STRING"):
            return view(request)
        address = request.build_absolute_uri()
        try:
            response = questions.ask(lambda: view(request))
        except DATABASE_TROUBLES:
            before = kept.get(address)
            if before is None:
                raise
            return _copy(before)
        if response.status_code == HTTPStatus.OK:
            kept.keep(address, _copy(response))
        return response

    return wrapped


def _copy(response: HttpResponse) -> HttpResponse:
    """The same page before anything on its way out has changed it."""
    return HttpResponse(response.content, content_type=response["Content-Type"])


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer a request that ended in an error: with 503 where the database is what is missing."""
    if not isinstance(sys.exception(), DATABASE_TROUBLES):
        return defaults.server_error(request)
    page = loader.get_template("503.html").render()
    return HttpResponse(
        page, status=503, headers={"Retry-After": RETRY_AFTER, "Cache-Control": "no-store"}
    )
