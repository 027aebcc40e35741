"""What stands between the login and the desk: a password that somebody else knows."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.http import HttpRequest

from desk.accounts.idle import stay_awake
from desk.models import GivenPassword

GIVEN_PASSWORD = "given_password"  # noqa: S105 (the name of a fact about the session)
OWN_PASSWORD = "admin:password_change"  # noqa: S105 (the name of a page)


def note_login(*, request: HttpRequest, user: User, **_rest: Any) -> None:
    """Remember in the session what this account has yet to do, so that no page has to ask again."""
    stay_awake(request)
    request.session[GIVEN_PASSWORD] = GivenPassword.objects.filter(user=user).exists()


def next_step(request: HttpRequest) -> str | None:
    """The name of the page that comes before all others for whoever has just logged in."""
    if request.session.get(GIVEN_PASSWORD):
        return OWN_PASSWORD
    return None


def password_is_own(request: HttpRequest, user: User) -> None:
    """This account's password is known to nobody else from now on."""
    GivenPassword.objects.filter(user=user).delete()
    request.session[GIVEN_PASSWORD] = False
