"""What a visitor is shown while the database is away, and what the log keeps of it."""

from __future__ import annotations

import logging

import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> type[Exception]:
    """Has every page end in an error; returns which."""

    class Failing(Exception):
        now: Exception = OperationalError("canceling statement due to lock timeout\nCONTEXT: x")

    def fail(*args: object, **kwargs: object) -> None:
        raise Failing.now

    monkeypatch.setattr("profiles.views.find", fail)
    return Failing


@pytest.fixture
def visitor() -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_a_database_that_is_away_is_said_kindly(
    visitor: Client, failing: type[Exception], error: type[Exception]
) -> None:
    failing.now = error("connection already closed")  # type: ignore[attr-defined]
    answer = visitor.get("/profesi/")
    assert answer.status_code == 503
    assert answer["Retry-After"] == "5"
    assert "default-src" in answer["Content-Security-Policy"]
    assert "Ini bukan salahmu" in answer.content.decode()


def test_in_english_too(visitor: Client, failing: type[Exception]) -> None:
    assert "not your fault" in visitor.get("/en/profesi/").content.decode()


def test_any_other_error_stays_one(visitor: Client, failing: type[Exception]) -> None:
    failing.now = ValueError("x")  # type: ignore[attr-defined]
    assert visitor.get("/profesi/").status_code == 500


def test_the_log_keeps_one_line_of_it(
    visitor: Client, failing: type[Exception], caplog: pytest.LogCaptureFixture
) -> None:
    logger = logging.getLogger("django")
    logger.addHandler(caplog.handler)  # behind the console, whose filter shortens the record
    try:
        visitor.get("/profesi/")
    finally:
        logger.removeHandler(caplog.handler)
    [record] = caplog.records
    assert record.getMessage().endswith("(canceling statement due to lock timeout)")
    assert record.exc_info is None
