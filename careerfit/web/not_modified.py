"""Spares phones the headers of a page that they already have."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

# What RFC 9110 (15.4.5) asks of a 304; everything else stays as it came with the page.
NEEDED = frozenset({"cache-control", "content-location", "date", "etag", "expires", "vary"})


class BareNotModifiedMiddleware:
    """Leaves out of a 304 what the phone keeps with the page: half a kilobyte each time."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, in as few words as it takes."""
        response = self._get_response(request)
        if isinstance(response, HttpResponse) and response.status_code == 304:
            for name in [name for name in response.headers if name.lower() not in NEEDED]:
                del response[name]
        return response
