"""The service worker and the offline page, as the server hands them out."""

from __future__ import annotations

import re

import pytest
from django.test import Client


def test_the_worker_is_asked_for_again_each_time_and_costs_nothing_then(client: Client) -> None:
    response = client.get("/sw.js")
    assert response.status_code == 200
    assert response["Content-Type"].startswith("text/javascript")
    assert response["Cache-Control"] == "no-cache"
    assert not response.cookies
    again = client.get("/sw.js", headers={"if-none-match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_worker_names_the_offline_pages_that_there_are(client: Client) -> None:
    named = re.findall(r'"(/[a-z/]*luring/)"', client.get("/sw.js").content.decode())
    assert len(named) == 2
    for address, language in zip(named, ("id", "en"), strict=True):
        response = client.get(address)
        assert f'lang="{language}"' in response.content.decode()
        assert "max-age=86400" in response["Cache-Control"]
        assert not response.cookies


@pytest.mark.parametrize("path", ["/sw.js", "/luring/"])
def test_they_are_only_read(path: str, client: Client) -> None:
    assert client.post(path).status_code == 405
