"""The files that browsers and search engines look for at fixed addresses."""

from __future__ import annotations

import json

import pytest
from django.contrib.staticfiles import finders
from django.test import Client, override_settings


@pytest.mark.django_db
def test_robots_stay_out_of_results(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    lines = response.content.decode().splitlines()
    assert lines[0] == "User-agent: *"
    assert {"Disallow: /hasil/", "Disallow: /en/hasil/", "Disallow: /admin/"} <= set(lines)


@pytest.mark.parametrize(("path", "language"), [("", "id"), ("/en", "en")])
def test_the_site_installs_to_the_home_screen(path: str, language: str, client: Client) -> None:
    response = client.get(f"{path}/manifest.webmanifest")
    assert response["Content-Type"] == "application/manifest+json"
    manifest = json.loads(response.content)
    assert manifest["lang"] == language
    assert manifest["start_url"] == f"{path}/"
    assert {(one["sizes"], one["purpose"]) for one in manifest["icons"]} == {
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    }


@override_settings(DEBUG=True)
def test_the_icons_are_there(client: Client) -> None:
    manifest = json.loads(client.get("/manifest.webmanifest").content)
    favicon = client.get("/favicon.ico")
    assert favicon.status_code == 302
    for address in (*(one["src"] for one in manifest["icons"]), favicon["Location"]):
        assert finders.find(address.removeprefix("/static/")), address
