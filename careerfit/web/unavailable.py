"""What a visitor sees when the database does not answer: a page that says to come back shortly."""

from __future__ import annotations

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.views import defaults

# A lost connection, a time limit, a full disk: nothing that is wrong with the request.
DATABASE_TROUBLES = (OperationalError, InterfaceError)
RETRY_AFTER = "5"  # seconds


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer a request that ended in an error: with 503 where the database is what is missing."""
    if not isinstance(sys.exception(), DATABASE_TROUBLES):
        return defaults.server_error(request)
    page = loader.get_template("503.html").render()
    return HttpResponse(
        page, status=503, headers={"Retry-After": RETRY_AFTER, "Cache-Control": "no-store"}
    )
