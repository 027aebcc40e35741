"""Tells browsers what no page here ever asks a phone for."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# Few, because every page carries it: what a phone would ask its owner about.
NOTHING_OF = "camera=(), geolocation=(), microphone=()"


class PermissionsPolicyMiddleware:
    """Adds the header; nothing that is embedded into a page could ask either."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and say it."""
        response = self._get_response(request)
        response["Permissions-Policy"] = NOTHING_OF
        return response
