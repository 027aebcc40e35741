"""What a page answers to methods that it does not take: 405, and which ones it does take.

Django looks for a form's token before a view looks at the method, and so tells whoever sends a
DELETE, without a token, that the page was open for too long.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.views.csrf import csrf_failure
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

View = TypeVar("View", bound=Callable[..., HttpResponseBase])

OF_FORMS = ("GET", "HEAD", "POST")


def only_read(view: View) -> View:
    """A page that takes no form: nothing can be forged, so nobody asks for a token first."""
    return csrf_exempt(require_safe(view))


def without_token(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a form without a token, in the admin; no form there uses any other method."""
    if request.method not in OF_FORMS:
        return HttpResponseNotAllowed(OF_FORMS)
    return csrf_failure(request, reason)
