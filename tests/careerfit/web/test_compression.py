"""Pages are compressed with what the browser takes."""

from __future__ import annotations

import gzip

import brotli
import pytest
from django.test import Client

from profiles.models import Edition


@pytest.mark.parametrize(
    ("accepted", "used"),
    [
        ("gzip, deflate, br", "br"),
        ("br;q=1.0, gzip;q=0.5", "br"),
        ("gzip", "gzip"),
        ("gzip, br;q=0", "gzip"),
        ("br;q=0.0, gzip", "gzip"),
        ("brown, gzip", "gzip"),
        ("", None),
    ],
)
def test_a_page_comes_as_the_browser_takes_it(
    accepted: str, used: str | None, client: Client, edition: Edition
) -> None:
    plain = client.get("/").content
    response = client.get("/", headers={"accept-encoding": accepted})
    assert response.get("Content-Encoding") == used
    open_up = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[used]
    assert open_up(response.content) == plain
    assert "Accept-Encoding" in response["Vary"]
    assert response["Content-Length"] == str(len(response.content))
    assert response["ETag"].startswith("W/" if used else '"')


def test_a_compressed_page_is_known_again(client: Client, edition: Edition) -> None:
    for accepted in ("br", "gzip"):
        first = client.get("/", headers={"accept-encoding": accepted})
        again = {"accept-encoding": accepted, "if-none-match": first["ETag"]}
        response = client.get("/", headers=again)
        assert (response.status_code, response.content) == (304, b"")


def test_what_is_small_stays_as_it_is(client: Client) -> None:
    response = client.get("/robots.txt", headers={"accept-encoding": "br"})
    assert "Content-Encoding" not in response
