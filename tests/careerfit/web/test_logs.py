"""The log says what went wrong, and nothing that leads to a student."""

from __future__ import annotations

import logging

import pytest
from django.test import RequestFactory
from django.urls import ResolverMatch

from careerfit.web.logs import RequestLogFilter


def record(status: int, **extra: object) -> logging.LogRecord:
    """What Django logs about a request for somebody's result."""
    made = logging.LogRecord(
        "django.request", logging.ERROR, "", 0, "%s: %s", ("Error", "/hasil/s3cret/"), None
    )
    made.__dict__.update(status_code=status, **extra)
    return made


def test_an_error_names_the_route_and_not_the_address() -> None:
    request = RequestFactory().get("/hasil/s3cret/")
    request.resolver_match = ResolverMatch(
        lambda request: None, (), {"key": "s3cret"}, route="hasil/<key>/"
    )
    logged = record(500, request=request)
    assert RequestLogFilter().filter(logged)
    assert logged.getMessage() == "500 GET hasil/<key>/"


def test_an_error_before_any_route_was_found_names_no_address() -> None:
    logged = record(500, request=RequestFactory().get("/hasil/s3cret/"))
    assert RequestLogFilter().filter(logged)
    assert "s3cret" not in logged.getMessage()


@pytest.mark.parametrize("status", [400, 403, 404, 405])
def test_a_refused_request_is_not_logged(status: int) -> None:
    assert not RequestLogFilter().filter(record(status, request=RequestFactory().get("/")))


def test_everything_else_is_logged_as_it_is() -> None:
    logged = record(500)
    assert RequestLogFilter().filter(logged)
    assert logged.getMessage() == "Error: /hasil/s3cret/"
