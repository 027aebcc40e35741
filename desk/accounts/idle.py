"""Staff sessions last an hour from the last page of the desk that was asked for."""

from __future__ import annotations

import time

from django.http import HttpRequest

SEEN = "seen"
ONCE_IN = 60  # seconds; a session that is written with every page would cost each a write


def stay_awake(request: HttpRequest) -> None:
    """Begin the hour anew: a session that changes is stored with its whole time before it."""
    now = int(time.time())
    if now - request.session.get(SEEN, 0) >= ONCE_IN:
        request.session[SEEN] = now
