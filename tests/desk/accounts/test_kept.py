"""What was sent without a session is kept for its owner, and for nobody else."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from desk.accounts.idle import ONCE_IN
from profiles.models import Edition, Trait
from tests.factories import make_profession

pytestmark = pytest.mark.django_db

ADD = "/admin/auth/user/add/"
AGAIN = "/admin/lanjutkan/"
PASSWORD = "kolam-renang-7"
SENT = {"username": "bu.rina", "first_name": "Rina", "password1": "sepeda-gunung-5"}


def log_in(client: Client, name: str = "kepala") -> None:
    response = client.post("/admin/login/", {"username": name, "password": PASSWORD})
    assert response.status_code == 302


@pytest.fixture
def ended(client: Client) -> Client:
    """A browser whose session has ended."""
    User.objects.create_superuser("kepala", password=PASSWORD)
    log_in(client)
    Session.objects.all().delete()
    return client


def test_it_waits_until_its_owner_is_back_and_holds_no_password(ended: Client) -> None:
    address = f"{ADD}?_popup=0&e=1"
    response = ended.post(address, SENT)
    assert response["Location"] == f"/admin/login/?next={AGAIN}"
    assert "yang baru kamu tulis disimpan" in ended.get(response["Location"]).content.decode()
    assert ended.post("/admin/login/", {"username": "kepala", "password": "x"}).status_code == 200
    log_in(ended)
    page = ended.get(AGAIN).content.decode()
    assert 'action="/admin/auth/user/add/?_popup=0&amp;e=1"' in page
    assert '<input type="hidden" name="first_name" value="Rina">' in page
    assert "sepeda" not in page
    assert ended.get(AGAIN).context["kept"]  # reading it loses nothing
    ended.post(ADD, {"_kept": "1"})
    assert ended.get(AGAIN)["Location"] == "/admin/"


def test_it_can_be_thrown_away(ended: Client) -> None:
    ended.post(ADD, SENT)
    log_in(ended)
    assert ended.post(AGAIN)["Location"] == "/admin/"
    assert ended.get(AGAIN)["Location"] == "/admin/"


def test_nobody_else_meets_it(ended: Client) -> None:
    User.objects.create_superuser("lain", password=PASSWORD)
    ended.post(ADD, SENT)
    log_in(ended, "lain")
    assert ended.get(AGAIN)["Location"] == "/admin/"
    log_in(ended)
    assert ended.get(AGAIN)["Location"] == "/admin/"


def test_a_stranger_leaves_nothing(client: Client) -> None:
    response = client.post(ADD, SENT)
    assert response["Location"].startswith("/admin/login/?next=/admin/auth/user/add/")
    assert not Session.objects.exists()
    client.cookies["desk_whose"] = "1:forged"
    client.post(ADD, SENT)
    assert not Session.objects.exists()


@pytest.mark.parametrize(
    ("origin", "kept"),
    [("http://testserver", True), ("https://elsewhere.example", False), (None, False)],
)
def test_an_old_token_loses_nothing_where_our_own_page_sent_it(
    origin: str | None, kept: bool, ended: Client
) -> None:
    log_in(ended)
    ended.handler.enforce_csrf_checks = True
    headers: Any = {"Origin": origin} if origin else {}
    response = ended.post(ADD, SENT, headers=headers)
    if kept:
        assert response["Location"] == AGAIN
        assert 'value="Rina"' in ended.get(AGAIN).content.decode()
    else:
        assert response.status_code == 403
        assert "salin tulisanmu" in response.content.decode()
        assert ended.get(AGAIN)["Location"] == "/admin/"


def test_a_login_page_that_was_open_for_long_is_opened_again(client: Client) -> None:
    client.handler.enforce_csrf_checks = True
    address = "/admin/login/?next=/admin/profiles/trait/"
    response = client.post(address, headers={"Origin": "http://testserver"})
    assert response["Location"] == address


def test_a_session_ends_after_an_idle_hour_and_not_while_somebody_works(client: Client) -> None:
    client.force_login(User.objects.create_superuser("kepala"))
    stored = Session.objects.get()
    left = stored.expire_date - timezone.now()
    assert 3590 < left.total_seconds() <= 3600
    soon = timezone.now()
    Session.objects.update(expire_date=soon.replace(microsecond=0) + left / 60)
    session = client.session
    session["seen"] -= ONCE_IN
    session.save()
    Session.objects.update(expire_date=soon + left / 60)
    client.get("/admin/")
    assert (Session.objects.get().expire_date - timezone.now()).total_seconds() > 3590


def test_students_get_no_cookie_of_it(client: Client, edition: Edition) -> None:
    make_profession("Lain", {})
    assert Trait.objects.exists()
    for page in ("/", "/profesi/pengurus-kampanye-politik/kuis/"):
        response = client.get(page)
        assert response.cookies == {}
        assert "Cookie" not in response.get("Vary", "")
