"""Keeps what identifies a student out of the log."""

from __future__ import annotations

import logging
from typing import cast

from django.http import HttpRequest

from careerfit.postgres.silence import DATABASE_TROUBLES


class RequestLogFilter(logging.Filter):
    """Reduces what Django logs about a request to its status, method and route.

    The address of a result is the key to it, so the log names the route (``hasil/<key>/``) and
    never the address. Requests that were refused (4xx) say nothing about the site's health.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record in place; false drops it."""
        request = getattr(record, "request", None)
        if not isinstance(request, HttpRequest):
            return True
        status = getattr(record, "status_code", 500)
        if status < 500:
            return False
        match = request.resolver_match
        record.msg = "%s %s %s"
        record.args = (status, request.method, match.route if match else "(tanpa rute)")
        _shorten_what_the_database_says(record)
        return True


def _shorten_what_the_database_says(record: logging.LogRecord) -> None:
    """A database that is away says the same for every request: a line of it is enough."""
    error = record.exc_info[1] if record.exc_info else None
    if isinstance(error, DATABASE_TROUBLES):
        record.msg += " (%s)"
        record.args = (*cast("tuple[object, ...]", record.args), str(error).partition("\n")[0])
        record.exc_info = None
