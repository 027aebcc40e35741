"""Where a page of the way in leads to, and how it keeps in mind where somebody wanted to go."""

from __future__ import annotations

from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode


def way_on(request: HttpRequest) -> str:
    """The page of this site that was asked for at first, else the desk's front page."""
    wanted = request.GET.get(REDIRECT_FIELD_NAME, "")
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe else reverse("admin:index")


def by_way_of(page: str, request: HttpRequest) -> str:
    """The address of a page in between, which leads on to where somebody wanted to go."""
    return f"{reverse(page)}?{urlencode({REDIRECT_FIELD_NAME: way_on(request)})}"
