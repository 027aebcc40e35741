"""The headers and cookies that protect every page, the admin's included."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.test import Client, override_settings

from careerfit.web.not_modified import NEEDED


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


PROTECTION = {
    "Content-Security-Policy",
    "Cross-Origin-Opener-Policy",
    "Permissions-Policy",
    "Referrer-Policy",
    "X-Content-Type-Options",
    "X-Frame-Options",
}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("status", "request_"),
    [
        (200, {"path": "/"}),
        (301, {"path": "/profesi"}),  # to the address with a slash
        (302, {"path": "/admin/"}),
        (400, {"path": "/", "headers": {"host": "elsewhere.example"}}),
        (404, {"path": "/tidak-ada/"}),
        (405, {"path": "/", "method": "DELETE"}),
    ],
)
def test_every_answer_is_protected(status: int, request_: dict[str, Any], client: Client) -> None:
    response = client.generic(**{"method": "GET", **request_})
    assert response.status_code == status
    assert set(response.headers) >= PROTECTION


@pytest.mark.django_db
def test_a_page_that_the_phone_still_has_keeps_the_protection_it_came_with(client: Client) -> None:
    page = client.get("/")
    assert set(page.headers) >= PROTECTION
    response = client.get("/", headers={"if-none-match": page["ETag"]})
    assert response.status_code == 304
    assert {name.lower() for name in response.headers} <= NEEDED


def test_a_redirect_to_https_is_protected() -> None:
    with override_settings(SECURE_SSL_REDIRECT=True):
        response = Client().get("/profesi/")
    assert response.status_code == 301
    assert set(response.headers) >= PROTECTION


def test_an_error_of_ours_is_protected(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("careerfit.web.site_files.HttpResponse", None)
    client.raise_request_exception = False
    response = client.get("/robots.txt")
    assert response.status_code == 500
    assert set(response.headers) >= PROTECTION


def test_no_page_asks_for_the_camera_the_microphone_or_the_place(client: Client) -> None:
    policy = client.get("/healthz")["Permissions-Policy"]
    assert policy == "camera=(), geolocation=(), microphone=()"


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
