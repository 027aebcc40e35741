"""A password that somebody else gave lets nobody into the desk before it is changed."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client

from careerfit.serving.site_setup import create_first_admin
from desk.models import GivenPassword, RoleKey
from tests.desk.accounts.people import member

pytestmark = pytest.mark.django_db

LOGIN = "/admin/login/?next=/admin/profiles/trait/"
CHANGE = "/admin/password_change/?next=%2Fadmin%2Fprofiles%2Ftrait%2F"
OWN = "kolam-renang-7"


def log_in(client: Client, name: str, password: str) -> str:
    """Where the login leads to in the end."""
    sent = {"username": name, "password": password, "next": "/admin/profiles/trait/"}
    response = client.post(LOGIN, sent, follow=True)
    return str((response.redirect_chain or [("", 0)])[-1][0])


def changed(client: Client, old: str, new: str) -> str:
    sent = {"old_password": old, "new_password1": new, "new_password2": new}
    response = client.post(CHANGE, sent)
    return str(response.headers.get("Location", response.content.decode()))


def test_the_first_administrator_changes_the_printed_password(client: Client) -> None:
    admin = create_first_admin()
    assert admin is not None
    assert log_in(client, admin.username, admin.password) == CHANGE
    for page in ("/admin/", "/admin/auth/user/", "/admin/jsi18n/"):
        assert client.get(page)["Location"].startswith("/admin/login/")
    assert client.get("/admin/login/")["Location"].startswith("/admin/password_change/")
    assert "hanya kamu tahu" in client.get(CHANGE).content.decode()

    assert "yang lain dari yang sekarang" in changed(client, admin.password, admin.password)
    assert client.get("/admin/").status_code == 302
    assert changed(client, admin.password, OWN) == "/admin/profiles/trait/"
    assert client.get("/admin/").status_code == 200
    assert log_in(Client(), admin.username, OWN) == "/admin/profiles/trait/"


def test_who_logs_in_again_is_asked_again(client: Client) -> None:
    admin = create_first_admin()
    assert admin is not None
    for browser in (client, Client()):
        assert log_in(browser, admin.username, admin.password) == CHANGE
    assert client.post("/admin/logout/").status_code == 200
    assert client.get(CHANGE)["Location"].startswith("/admin/login/")


def test_a_password_from_a_manager_is_changed_too(client: Client) -> None:
    client.force_login(member(RoleKey.MANAGER, "kepala"))
    sent = {"password1": "sepeda-gunung-5", "password2": "sepeda-gunung-5"}
    client.post("/admin/auth/user/add/", {"username": "bu.rina", **sent})
    rina = User.objects.get(username="bu.rina")
    assert GivenPassword.objects.filter(user=rina).exists()
    GivenPassword.objects.all().delete()
    colleague = member(RoleKey.EDITOR, "pak.budi")
    given = {**sent, "usable_password": "true", "set-password": "1"}
    assert client.post(f"/admin/auth/user/{colleague.pk}/password/", given).status_code == 302
    assert log_in(Client(), "pak.budi", "sepeda-gunung-5") == CHANGE


def test_nobody_else_is_asked(client: Client) -> None:
    User.objects.create_superuser("lama", password=OWN)
    assert log_in(client, "lama", OWN) == "/admin/profiles/trait/"
    assert changed(client, OWN, "sepeda-gunung-5") == "/admin/profiles/trait/"
    text = client.get("/admin/profiles/trait/").content.decode()
    assert "Kata sandimu sudah diganti." in text


def test_the_way_on_stays_on_the_site(client: Client) -> None:
    client.force_login(User.objects.create_superuser("lama", password=OWN))
    away = "/admin/password_change/?next=https://elsewhere.example/"
    new = "sepeda-gunung-5"
    sent = {"old_password": OWN, "new_password1": new, "new_password2": new}
    assert client.post(away, sent)["Location"] == "/admin/"


def test_an_account_that_is_not_there_is_named() -> None:
    with pytest.raises(CommandError, match="siapa"):
        call_command("expect_new_password", "siapa")
