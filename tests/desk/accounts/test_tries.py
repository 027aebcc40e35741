"""A name cannot be tried without end, and no school is locked out behind its one address."""

from __future__ import annotations

import logging
import re
from typing import Any
from unittest.mock import Mock

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.cache import caches
from django.db import connection
from django.test import Client, RequestFactory

from desk.accounts.login import tries
from desk.accounts.login.tries import TooManyTries, address_of, take_tickets
from tests.factories import NOW

pytestmark = pytest.mark.django_db

PASSWORD = "kolam-renang-7"
SCHOOL = "203.0.113.7"


@pytest.fixture(autouse=True)
def _people() -> None:
    User.objects.create_user("bu.rina", password=PASSWORD, is_staff=True)
    User.objects.create_user("pak.budi", password=PASSWORD, is_staff=True)


def log_in(name: str, password: str, address: str = SCHOOL) -> Any:
    sent = {"username": name, "password": password}
    return Client(REMOTE_ADDR=address).post("/admin/login/", sent)


def try_often(name: str, times: int, address: str = SCHOOL) -> int:
    """How many of so many tries were looked at."""
    for number in range(times):
        try:
            take_tickets(name=name, address=address, now=NOW)
        except TooManyTries:
            return number
    return times


def test_after_five_tries_not_even_the_right_password_opens(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        for _ in range(5):
            response = log_in("bu.rina", "salah")
            assert response.status_code == 200
            assert "belum benar" in response.content.decode()
        looked = Mock(wraps=authenticate)
        monkeypatch.setattr("django.contrib.auth.forms.authenticate", looked)
        response = log_in("Bu.Rina ", PASSWORD)
    assert not looked.called  # no processor was used on it
    assert response.status_code == 429
    assert re.search(r"Coba lagi setelah pukul \d\d\.\d\d\.", response.content.decode())
    said = [record.getMessage() for record in caplog.records if "login" in record.name]
    assert said == ["a login failed"] * 5 + ["a login was refused: its name was tried too often"]
    assert not re.search(rf"rina|salah|{re.escape(SCHOOL)}", caplog.text)

    assert log_in("pak.budi", PASSWORD).status_code == 302  # a colleague at the same address
    assert log_in("bu.rina", PASSWORD, "198.51.100.9").status_code == 302


def test_who_logs_in_gets_the_tries_back() -> None:
    for _ in range(3):
        assert try_often("bu.rina", 4) == 4
        assert log_in("bu.rina", PASSWORD).status_code == 302
    assert try_often("bu.rina", 9) == 5


def test_a_name_is_tried_only_so_often_from_everywhere() -> None:
    found = [try_often("bu.rina", 9, f"198.51.100.{number}") for number in range(8)]
    assert found == [5, 5, 5, 5, 5, 5, 0, 0]
    assert try_often("pak.budi", 5) == 5


def test_one_address_alone_cannot_use_up_a_name() -> None:
    hour = tries.FROM_EVERYWHERE.time / tries.FROM_ONE_ADDRESS.time
    assert tries.FROM_ONE_ADDRESS.tries * hour < tries.FROM_EVERYWHERE.tries


def test_the_cache_holds_neither_names_nor_addresses() -> None:
    try_often("bu.rina", 6)
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key || value FROM desk_logins")
        rows = [row for (row,) in cursor.fetchall()]
    assert len(rows) == 10
    assert not re.search("rina|203", "".join(rows))
    assert all(re.match(r":1:[0-9a-f]{64}:\d+", row) for row in rows)


def test_a_ticket_that_another_process_took_meanwhile_is_not_taken_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(type(caches["logins"]), "get_many", lambda *given, **named: {})
    assert try_often("bu.rina", 9) == 5


@pytest.mark.parametrize(
    ("direct", "forwarded", "behind_proxy", "found"),
    [
        ("203.0.113.7", "", False, "203.0.113.7"),
        ("203.0.113.7", "198.51.100.1", False, "203.0.113.7"),  # anyone can send the header
        ("127.0.0.1", "9.9.9.9, 198.51.100.1", True, "198.51.100.1"),
        ("127.0.0.1", "", True, "127.0.0.1"),
        ("2001:db8:1:2:3::4", "", False, "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.7", "", False, "203.0.113.7"),
        ("", "", False, ""),
    ],
)
def test_where_a_request_is_from(
    direct: str, forwarded: str, behind_proxy: bool, found: str, settings: Any, rf: RequestFactory
) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if behind_proxy else None
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    assert address_of(rf.get("/", REMOTE_ADDR=direct, headers=headers)) == found
