"""Looks whether kept database connections still live, without asking the database.

Django's own CONN_HEALTH_CHECKS send a statement ahead of each request's first, a quarter of what a
visit costs. A connection that the server has ended can be told without: there is something to be
read on it, its end, where there is nothing to be read while the server waits for a question.
"""

from __future__ import annotations

import select
from typing import Any

from django.core.signals import request_started
from django.db import connections


def drop_ended(**signal: Any) -> None:
    """Close the connections that the server has ended; the next question opens a new one."""
    for connection in connections.all(initialized_only=True):
        kept = connection.connection
        if kept is not None and not connection.in_atomic_block and (kept.closed or _speaks(kept)):
            connection.close()


def _speaks(kept: Any) -> bool:
    """Whether the server has said something unasked."""
    poll = select.poll()
    poll.register(kept.fileno(), select.POLLIN)
    return bool(poll.poll(0))


def watch() -> None:
    """Look at the beginning of every request."""
    request_started.connect(drop_ended, dispatch_uid="careerfit.postgres.kept_connections")
