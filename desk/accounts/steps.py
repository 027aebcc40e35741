"""What stands between the login and the desk: a code, an own password, an app to pair."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest
from django_otp import DEVICE_ID_SESSION_KEY

from desk.accounts.idle import stay_awake
from desk.accounts.second_factor.devices import is_set_up
from desk.models import GivenPassword

GIVEN_PASSWORD = "given_password"  # noqa: S105 (the name of a fact about the session)
SECOND_FACTOR = "second_factor"

ASK = "admin:second_factor"
OWN_PASSWORD = "admin:password_change"  # noqa: S105 (the name of a page)
SET_UP = "admin:second_factor_set_up"


def note_login(*, request: HttpRequest, user: User, **_rest: Any) -> None:
    """Remember in the session what this account has yet to do, so that no page has to ask again."""
    stay_awake(request)
    request.session[GIVEN_PASSWORD] = GivenPassword.objects.filter(user=user).exists()
    request.session[SECOND_FACTOR] = is_set_up(user)


def next_step(request: HttpRequest) -> str | None:
    """The name of the page that comes before all others for whoever has just logged in.

    The code comes first: a password that others know is not changed by those who know only that.
    """
    session = request.session
    has_shown_a_code = DEVICE_ID_SESSION_KEY in session
    if session.get(SECOND_FACTOR) and not has_shown_a_code:
        return ASK
    if session.get(GIVEN_PASSWORD):
        return OWN_PASSWORD
    if settings.SECOND_FACTOR_REQUIRED and not has_shown_a_code:
        return SET_UP
    return None


def password_is_own(request: HttpRequest, user: User) -> None:
    """This account's password is known to nobody else from now on."""
    GivenPassword.objects.filter(user=user).delete()
    request.session[GIVEN_PASSWORD] = False


def without_second_factor(request: HttpRequest) -> None:
    """This session's account has no second factor any more."""
    request.session[SECOND_FACTOR] = False
    request.session.pop(DEVICE_ID_SESSION_KEY, None)
