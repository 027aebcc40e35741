"""The server's threads wait for the database only so long, and nobody else is cut off."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import OperationalError, connection, connections, transaction
from django.test import override_settings

from careerfit.postgres.time_limits import TimeLimits, limit_this_thread

LIMITS = TimeLimits(statement=0.2, lock=0.1)


def in_a_limited_thread(work: Callable[[], object]) -> object:
    """What the work gives back, or the error that it ends with."""
    results: list[object] = []

    def run() -> None:
        limit_this_thread(LIMITS)
        try:
            results.append(work())
        except OperationalError as error:
            results.append(str(error))
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(20)
    return results[0]


def ask(question: str) -> object:
    with connections["default"].cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()


@pytest.mark.django_db(transaction=True)
def test_a_statement_that_takes_too_long_is_ended() -> None:
    assert "statement timeout" in str(in_a_limited_thread(lambda: ask("SELECT pg_sleep(20)")))


@pytest.mark.django_db(transaction=True)
def test_a_lock_is_waited_for_only_so_long() -> None:
    with transaction.atomic():
        connection.cursor().execute("LOCK TABLE quiz_attempt IN ACCESS EXCLUSIVE MODE")
        said = in_a_limited_thread(lambda: ask("SELECT count(*) FROM quiz_attempt"))
    assert "lock timeout" in str(said)


@pytest.mark.django_db(transaction=True)
def test_who_is_not_the_server_is_not_limited() -> None:
    in_a_limited_thread(lambda: None)
    assert ask("SHOW statement_timeout") == ("0",)
    assert ask("SHOW lock_timeout") == ("0",)


@pytest.mark.django_db(transaction=True)
def test_a_pooler_is_sent_no_parameters() -> None:
    with override_settings(DATABASE_POOLED=True):
        assert in_a_limited_thread(lambda: ask("SHOW statement_timeout")) == ("0",)
