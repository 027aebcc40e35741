"""Every address says which methods it takes, whoever asks, and without a token."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

pytestmark = pytest.mark.django_db

UNKNOWN = ("PUT", "DELETE", "PATCH", "FOO")
VALUES = {
    "<slug:slug>": "pengurus-kampanye-politik",
    "<key:key>": "k" * 22,
    "<int:number>": "1",
    "<edition_number:number>": "1",
}
FORMS = {"quiz", "delete_result", "pilot"}
DESK = "/admin/"


def pages(patterns: list[URLPattern | URLResolver], before: str = "/") -> Iterator[tuple[str, str]]:
    """The name and address of every page but the admin's."""
    for pattern in patterns:
        address = before + str(pattern.pattern)
        for name, value in VALUES.items():
            address = address.replace(name, value)
        if isinstance(pattern, URLPattern):
            yield str(pattern.name), address
        elif not address.startswith(DESK):
            yield from pages(pattern.url_patterns, address)


PAGES = sorted(pages(get_resolver().url_patterns))


@pytest.fixture
def strict() -> Client:
    """A browser from which a token is asked."""
    return Client(enforce_csrf_checks=True)


@pytest.mark.parametrize(("name", "address"), PAGES, ids=[name for name, _ in PAGES])
def test_a_page_refuses_what_it_does_not_take_and_says_what_it_takes(
    name: str, address: str, strict: Client
) -> None:
    is_form = name in FORMS
    for method in UNKNOWN if is_form else (*UNKNOWN, "POST"):
        response = strict.generic(method, address)
        assert response.status_code == 405, method
        assert response["Allow"] == ("GET, HEAD, POST" if is_form else "GET, HEAD")


@pytest.mark.parametrize("method", UNKNOWN)
def test_the_admin_does_so_too(method: str, strict: Client, admin_user: User) -> None:
    strict.force_login(admin_user)
    for address in ("/admin/", "/admin/login/", "/admin/auth/user/add/"):
        response = strict.generic(method, address)
        assert response.status_code == 405
        assert response["Allow"] == "GET, HEAD, POST"


def test_a_form_of_the_admin_without_its_token_is_still_refused(
    strict: Client, admin_user: User
) -> None:
    strict.force_login(admin_user)
    response = strict.post("/admin/auth/user/add/", {"username": "x"})
    assert response.status_code == 403
    assert "terlalu lama terbuka" in response.content.decode()
