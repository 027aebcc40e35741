"""Keeps what somebody sent when the session had ended meanwhile, until the same person is back.

It lies in the session that the next login takes over, so it ends with that: after an idle hour.
Only a browser in which somebody has logged in before may leave something there.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

KEPT = "kept"
WHOSE = "desk_whose"  # the cookie that says who logged in last in this browser
SENT_AGAIN = "_kept"  # the field that tells what is sent again from what is sent
SALT = "desk.accounts.kept"


class Kept(NamedTuple):
    """What was sent: to which address, its fields in their order, and whether files were lost."""

    address: str
    fields: list[tuple[str, str]]
    without_files: bool


def remember_whose(response: HttpResponse, user_id: int | None) -> None:
    """Let this browser say later whose form it sent; nothing is let in by that."""
    response.set_signed_cookie(
        WHOSE,
        str(user_id),
        salt=SALT,
        path=reverse("admin:index"),
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def keep(request: HttpRequest) -> bool:
    """Keep the form that was sent, but no password of it. False where nobody can be its owner.

    The size is bounded by what a form may be at all (DATA_UPLOAD_MAX_MEMORY_SIZE).
    """
    whose = request.get_signed_cookie(WHOSE, default=None, salt=SALT)
    if whose is None:
        return False
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        if "password" not in name and name not in {"csrfmiddlewaretoken", SENT_AGAIN}
        for value in values
    ]
    request.session[KEPT] = {
        "whose": whose,
        "address": request.get_full_path(),
        "fields": fields,
        "without_files": bool(request.FILES),
    }
    return True


def kept_for(request: HttpRequest) -> Kept | None:
    """What is kept for whoever is logged in now; what is another one's is forgotten."""
    kept: dict[str, Any] | None = request.session.get(KEPT)
    if kept is None:
        return None
    if kept["whose"] != str(request.user.pk):
        forget(request)
        return None
    fields = [(name, value) for name, value in kept["fields"]]
    return Kept(kept["address"], fields, kept["without_files"])


def forget(request: HttpRequest) -> None:
    """It was sent again, or thrown away."""
    request.session.pop(KEPT, None)
