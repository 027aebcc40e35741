"""What a monitor is told, in good times and bad."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from careerfit.web import health


@pytest.fixture
def black_hole() -> Iterator[int]:
    """A port that accepts connections and then says nothing, like a database that hangs."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Sends the checks to another database server."""

    def send(port: int) -> None:
        monkeypatch.setitem(connection.settings_dict, "HOST", "127.0.0.1")
        monkeypatch.setitem(connection.settings_dict, "PORT", str(port))

    return send


@pytest.fixture(autouse=True)
def _checks_that_wait_are_over() -> Iterator[None]:
    """Let no check of one test keep another test's from starting."""
    yield
    for thread in threading.enumerate():
        if thread.name == "readyz":
            thread.join(20)


def test_healthz_answers_without_a_database(client: Client) -> None:
    # No database mark: pytest-django would fail the test at the first query.
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_readyz_answers_ok_when_all_is_well(client: Client) -> None:
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (200, b"ok\n")


@pytest.mark.django_db(transaction=True)
def test_readyz_says_when_a_migration_is_missing(client: Client) -> None:
    recorder = MigrationRecorder(connection)
    recorder.record_unapplied("sessions", "0001_initial")
    try:
        response = client.get("/readyz")
    finally:
        recorder.record_applied("sessions", "0001_initial")
    assert (response.status_code, response.content) == (503, b"1 migrations are missing\n")


@pytest.mark.django_db
def test_readyz_says_when_nobody_listens(client: Client, elsewhere: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    elsewhere(port)
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"database does not answer\n")


@pytest.mark.django_db
def test_readyz_adds_in_a_sentence_what_is_known_about_the_cause(
    client: Client, elsewhere: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "_reason", lambda error: "Penyimpanan hampir penuh.")
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    elsewhere(port)
    said = client.get("/readyz").content.decode()
    assert said == "database does not answer\nPenyimpanan hampir penuh.\n"


@pytest.mark.django_db
def test_readyz_answers_within_a_second_when_the_database_swallows_everything(
    client: Client, elsewhere: Any, black_hole: int
) -> None:
    client.get("/healthz")  # a server that is asked has loaded its addresses
    elsewhere(black_hole)
    began = time.monotonic()
    response = client.get("/readyz")
    assert time.monotonic() - began < 1
    assert response.status_code == 503
    assert b"database does not answer" in response.content


def test_checks_that_wait_do_not_pile_up(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    answered = threading.Event()

    def wait() -> str:
        answered.wait(20)
        return health.READY

    monkeypatch.setattr(health, "_check", wait)
    monkeypatch.setattr(health, "TIME_LIMIT", 0.01)
    answers = [client.get("/readyz").content for _ in range(4)]
    assert [b"earlier checks" in answer for answer in answers] == [False, False, True, True]
    waiting = [thread for thread in threading.enumerate() if thread.name == "readyz"]
    assert len(waiting) == 2
    answered.set()
    for thread in waiting:
        thread.join(20)
    monkeypatch.setattr(health, "TIME_LIMIT", 1)
    assert client.get("/readyz").status_code == 200


@pytest.mark.django_db
def test_readyz_looks_anew_every_time(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert client.get("/readyz").status_code == 200
    monkeypatch.setattr(health, "_check", lambda: "database does not answer")
    assert client.get("/readyz").status_code == 503
    assert "no-store" in client.get("/readyz")["Cache-Control"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_only_reading_is_allowed(client: Client, address: str) -> None:
    assert client.head(address).status_code == 200
    for method in ("post", "put", "patch", "delete", "options", "trace"):
        assert getattr(client, method)(address).status_code == 405


@pytest.mark.parametrize(
    ("pooled", "sent"), [(False, "-c a=b -c statement_timeout=900"), (True, "-c a=b")]
)
def test_a_check_keeps_the_options_that_are_given_and_asks_no_more_of_a_pooler(
    settings: Any, pooled: bool, sent: str
) -> None:
    settings.DATABASE_POOLED = pooled
    assert health._hurried({"options": "-c a=b"})["options"] == sent
