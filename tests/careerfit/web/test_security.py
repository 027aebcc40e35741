"""The headers and cookies that protect every page, the admin's included."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client, override_settings


def policy(header: str) -> dict[str, list[str]]:
    """A Content-Security-Policy by directive."""
    directives = (directive.split() for directive in header.split(";") if directive.strip())
    return {name: sources for name, *sources in directives}


@pytest.mark.django_db
def test_the_admin_gets_a_policy_without_exceptions(client: Client) -> None:
    response = client.get("/admin/login/")
    assert response.status_code == 200
    directives = policy(response["Content-Security-Policy"])
    assert directives["default-src"] == ["'none'"]
    assert directives["frame-ancestors"] == ["'none'"]
    assert directives["base-uri"] == ["'none'"]
    assert directives["object-src"] == ["'none'"]
    assert {source for sources in directives.values() for source in sources} == {
        "'none'",
        "'self'",
    }


@pytest.mark.django_db
def test_the_admin_gets_every_other_protection(client: Client) -> None:
    response = client.get("/admin/login/")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    cookie = response.cookies["csrftoken"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_health_needs_no_https_but_everything_else_does(client: Client) -> None:
    with override_settings(SECURE_SSL_REDIRECT=True):
        client = Client()
        assert client.get("/healthz").status_code == 200
        assert client.get("/healthz/x").status_code == 301
        assert client.get("/admin/login/").status_code == 301


def test_hsts_is_sent_over_https_for_this_host_only() -> None:
    with override_settings(SECURE_HSTS_SECONDS=31536000):
        response = Client().get("/healthz", secure=True)
    assert response["Strict-Transport-Security"] == "max-age=31536000"


def test_a_wrong_host_is_refused_without_a_word_in_the_log(
    client: Client, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    assert client.get("/healthz", headers={"host": "elsewhere.example"}).status_code == 400
    assert capfd.readouterr().err == ""


@pytest.mark.django_db
def test_a_body_of_ten_megabytes_is_refused(client: Client) -> None:
    response = client.post("/admin/login/", {"username": "x" * 10_000_000})
    assert settings.DATA_UPLOAD_MAX_MEMORY_SIZE < 10_000_000
    assert response.status_code in {400, 413}


@pytest.mark.django_db
def test_ten_thousand_fields_are_refused(client: Client) -> None:
    response = client.post("/admin/login/", {f"field-{i}": "1" for i in range(10_000)})
    assert response.status_code == 400
