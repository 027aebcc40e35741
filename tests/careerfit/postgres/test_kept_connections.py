"""The server's threads keep connections that the database may end at any time."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from profiles.models import Edition

PROFESSION = "/profesi/pengurus-kampanye-politik/"
MINE = "SELECT pg_backend_pid()"


def backend() -> int:
    with connection.cursor() as cursor:
        cursor.execute(MINE)
        return int(cursor.fetchone()[0])


def end(pid: int) -> None:
    """End a connection from another one, as a restart of the database does."""
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
    other.close()


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_was_ended_costs_nobody_a_page(client: Client, edition: Edition) -> None:
    assert client.get(PROFESSION).status_code == 200
    before = backend()
    end(before)
    assert client.get("/profesi/").status_code == 200
    assert backend() != before


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_lives_is_kept_without_a_statement(
    client: Client, edition: Edition, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    before = backend()
    with django_assert_num_queries(1):
        client.get(PROFESSION)
    assert backend() == before
    assert not settings.DATABASES["default"].get("CONN_HEALTH_CHECKS")
