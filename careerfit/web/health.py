"""Answers the two questions that a monitor asks: does the server live, and can it serve?"""

from __future__ import annotations

import threading
from queue import Empty, SimpleQueue
from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, Error, connections
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from careerfit.postgres.embedded import EmbeddedPostgres
from careerfit.postgres.reasons import why_embedded_is_down, why_not
from careerfit.postgres.server import Condition
from careerfit.postgres.time_limits import with_parameters
from careerfit.web.methods import only_read

READY = "ok"
TIME_LIMIT = 0.9  # seconds; leaves the rest of one second to everything around the check
# A database that swallows packets keeps a check waiting for longer than its asker does, so the
# checks under way are counted: however often the question comes, they cannot pile up.
_free_checks = threading.BoundedSemaphore(2)


@never_cache
@only_read
def healthz(request: HttpRequest) -> HttpResponse:
    """Say that the server lives, whatever the database does.

    Under our own server `careerfit.serving.front` does so itself; this is for any other.
    """
    return _plain(READY, 200)


@never_cache
@only_read
def readyz(request: HttpRequest) -> HttpResponse:
    """Say within a second whether the database answers and has every migration."""
    answer = _check_within_time_limit()
    return _plain(answer, 200 if answer == READY else 503)


def _plain(text: str, status: int) -> HttpResponse:
    return HttpResponse(f"{text}\n", status=status, content_type="text/plain; charset=utf-8")


def _check_within_time_limit() -> str:
    """Run the check in a thread of its own and wait no longer than the time limit."""
    if not _free_checks.acquire(blocking=False):
        return "database does not answer: earlier checks are still waiting for it"
    answers: SimpleQueue[str] = SimpleQueue()

    def check() -> None:
        try:
            answers.put(_check())
        finally:
            _free_checks.release()

    threading.Thread(target=check, name="readyz", daemon=True).start()
    try:
        return answers.get(timeout=TIME_LIMIT)
    except Empty:
        return "database does not answer in time"


def _reason(error: Error) -> str:
    """In a sentence, for whoever runs the site, what keeps the database from answering."""
    if not settings.EMBEDDED_POSTGRES:
        return why_not(error)
    embedded = EmbeddedPostgres(settings.EMBEDDED_POSTGRES_FOLDER, settings.PG_BIN)
    if embedded.condition(ask=False) is Condition.WELL:
        return ""
    return why_embedded_is_down(settings.EMBEDDED_POSTGRES_FOLDER)


def _hurried(options: dict[str, Any]) -> dict[str, Any]:
    """The options of a connection that gives up early, as far as a pooler lets it."""
    hurried = options | {"connect_timeout": 1, "tcp_user_timeout": 1000}
    return with_parameters(hurried, "-c statement_timeout=900")


def _check() -> str:
    """Look at the database through a connection of this thread's own, which gives up early."""
    connection = connections[DEFAULT_DB_ALIAS].copy()
    connection.settings_dict["OPTIONS"] = _hurried(connection.settings_dict["OPTIONS"])
    # The migration recorder asks for the connection by its alias, and finds this thread's.
    connections[DEFAULT_DB_ALIAS] = connection
    try:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
        return f"{len(missing)} migrations are missing" if missing else READY
    except Error as error:
        return "\n".join(filter(None, ["database does not answer", _reason(error)]))
    finally:
        connection.close()
