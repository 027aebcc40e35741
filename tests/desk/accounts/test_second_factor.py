"""Whoever has set up an app needs its code, or one from paper; an instance can require it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from desk.models import GivenPassword, RoleKey
from tests.desk.accounts.people import member

pytestmark = pytest.mark.django_db

PASSWORD = "kolam-renang-7"
SET_UP = "/admin/langkah-kedua/pasang/"
ASK = "/admin/langkah-kedua/"


@pytest.fixture
def rina() -> User:
    return User.objects.create_superuser("bu.rina", password=PASSWORD)


def log_in(client: Client) -> str:
    sent = {"username": "bu.rina", "password": PASSWORD, "next": "/admin/profiles/trait/"}
    address = "/admin/login/?next=/admin/profiles/trait/"
    chain = client.post(address, sent, follow=True).redirect_chain
    return str(chain[-1][0])


def code_of(user: User) -> str:
    """What the app shows now; the clock of the device is put back, so that it is taken again."""
    TOTPDevice.objects.filter(user=user).update(last_t=-1, throttling_failure_count=0)
    device = TOTPDevice.objects.get(user=user)
    return f"{TOTP(device.bin_key, drift=device.drift).token():06}"


def set_up(client: Client, user: User) -> list[str]:
    """Set it up; the codes on paper."""
    client.get(SET_UP)
    text = client.post(SET_UP, {"code": code_of(user)}).content.decode()
    return re.findall(r"<code>(\w{8})</code>", text)


def test_from_the_picture_to_a_login_with_a_code(client: Client, rina: User) -> None:
    assert log_in(client) == "/admin/profiles/trait/"
    page = client.get(SET_UP).content.decode()
    assert "qrline" in page
    assert "style=" not in page
    wrong = client.post(SET_UP, {"code": "000000"}).content.decode()
    assert "belum cocok" in wrong
    assert len(set_up(client, rina)) == 10
    assert client.get("/admin/").status_code == 200

    other = Client()
    assert log_in(other).startswith(ASK)
    assert other.get("/admin/")["Location"].startswith("/admin/login/")
    assert other.get(SET_UP)["Location"].startswith(ASK)
    assert "belum cocok" in other.post(ASK, {"code": "000000"}).content.decode()
    code = code_of(rina)
    answer = other.post(f"{ASK}?next=/admin/profiles/trait/", {"code": f"{code[:3]} {code[3:]}"})
    assert answer["Location"] == "/admin/profiles/trait/"
    assert other.get("/admin/").status_code == 200


def test_a_code_from_paper_opens_once(client: Client, rina: User) -> None:
    log_in(client)
    codes = set_up(client, rina)
    for status in (302, 200):
        other = Client()
        log_in(other)
        assert other.post(ASK, {"code": codes[0].upper()}).status_code == status
    assert StaticToken.objects.count() == 9


def test_guessing_codes_takes_longer_and_longer(client: Client, rina: User) -> None:
    log_in(client)
    set_up(client, rina)
    other = Client()
    log_in(other)
    TOTPDevice.objects.update(throttling_failure_count=9)
    other.post(ASK, {"code": "000000"})
    TOTPDevice.objects.update(throttling_failure_count=9)
    text = other.post(ASK, {"code": "000000"}).content.decode()
    assert re.search(r"Coba lagi setelah pukul \d\d\.\d\d\.\d\d\.", text)


def test_another_phone_takes_a_code_of_the_old_one(client: Client, rina: User) -> None:
    log_in(client)
    set_up(client, rina)
    before = TOTPDevice.objects.get(user=rina).key
    assert "qrline" not in client.get(SET_UP).content.decode()
    assert client.post(SET_UP, {"code": "000000"}).status_code == 200
    assert client.post(SET_UP, {"code": code_of(rina)})["Location"] == SET_UP
    assert len(set_up(client, rina)) == 10
    assert TOTPDevice.objects.get(user=rina).key != before


def test_an_instance_can_require_it(client: Client, rina: User, settings: Any) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    assert log_in(client).startswith(SET_UP)
    assert client.get("/admin/")["Location"].startswith("/admin/login/")
    assert len(set_up(client, rina)) == 10
    assert client.get("/admin/").status_code == 200
    client.post(SET_UP, {"code": code_of(rina)})
    assert client.get("/admin/").status_code == 302


def test_the_code_comes_before_a_new_password(client: Client, rina: User) -> None:
    log_in(client)
    set_up(client, rina)
    GivenPassword.objects.create(user=rina)
    other = Client()
    assert log_in(other).startswith(ASK)
    assert other.get("/admin/password_change/")["Location"].startswith(ASK)


def test_a_manager_removes_it_for_who_lost_the_phone(client: Client) -> None:
    colleague = member(RoleKey.EDITOR, "pak.budi")
    chief = User.objects.create_superuser("admin")
    for user in (colleague, chief):
        TOTPDevice.objects.create(user=user)
    address = "/admin/auth/user/{}/langkah-kedua/"
    client.force_login(member(RoleKey.MANAGER))
    page = client.get(f"/admin/auth/user/{colleague.pk}/change/").content.decode()
    assert address.format(colleague.pk) in page
    assert client.get(address.format(colleague.pk)).status_code == 200
    assert client.post(address.format(colleague.pk)).status_code == 302
    assert client.post(address.format(chief.pk)).status_code == 404
    assert [one.user for one in TOTPDevice.objects.all()] == [chief]
    assert LogEntry.objects.get().change_message == "Menghapus langkah kedua."
    client.force_login(colleague)
    assert client.post(address.format(chief.pk)).status_code in {403, 404}


def test_no_page_shows_the_keys_of_others(admin_client: Client) -> None:
    assert admin_client.get("/admin/otp_totp/totpdevice/").status_code == 404
    assert admin_client.get("/admin/otp_static/staticdevice/").status_code == 404
