"""What a visitor reads where a page is missing, broken or has expired."""

from __future__ import annotations

import pytest
from django.test import Client, override_settings

from profiles.models import Edition


def test_not_found_says_what_to_do(client: Client, edition: Edition) -> None:
    response = client.get("/hasil/terpotong/")
    assert response.status_code == 404
    assert "salin lagi alamatnya secara utuh" in response.content.decode()
    assert "This page does not exist" in client.get("/en/hasil/x/").content.decode()


@override_settings(ROOT_URLCONF="tests.careerfit.web.broken_urls")
@pytest.mark.django_db
def test_a_fault_of_ours_says_so_kindly() -> None:
    response = Client(raise_request_exception=False).get("/rusak/")
    assert response.status_code == 500
    text = response.content.decode()
    assert "Ini bukan salahmu" in text
    assert "ZeroDivisionError" not in text


def test_a_form_of_the_admin_that_has_expired_says_what_to_do(client: Client, db: None) -> None:
    strict = Client(enforce_csrf_checks=True)
    response = strict.post("/admin/login/", {"username": "admin", "password": "x"})
    assert response.status_code == 403
    assert "salin tulisanmu" in response.content.decode()


def test_whoever_comes_by_a_name_that_the_site_does_not_know_is_sent_to_a_teacher(
    client: Client,
) -> None:
    response = client.get("/", headers={"host": "lain.example"})
    assert response.status_code == 400
    text = response.content.decode()
    assert "beri tahu gurumu" in text
    assert "ALLOWED_HOSTS" not in text
