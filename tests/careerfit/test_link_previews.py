"""What a link to a page looks like in WhatsApp and elsewhere."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client, override_settings
from PIL import Image

from profiles.models import Edition
from tests.factories import KEY, make_attempt

PROFESSION = "/profesi/pengurus-kampanye-politik/"
RESULT = f"/hasil/{KEY}/"
MOST_BYTES = 60_000


def preview(client: Client, path: str, host: str = "testserver", **headers: str) -> dict[str, str]:
    """The page's tags for other sites, by name."""
    response = client.get(path, headers={"host": host, **headers})
    found = re.findall(
        r'<meta property="og:([\w:]+)"\s+content="([^"]*)"',
        response.content.decode(),
    )
    tags = {name: html.unescape(value) for name, value in found}
    assert len(tags) == len(found), "a tag stands there twice"
    return tags


@pytest.fixture
def _attempt(edition: Edition, answers: dict[str, int]) -> None:
    make_attempt(edition, answers)


@pytest.mark.usefixtures("_attempt")
@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("path", ["/", PROFESSION, RESULT])
def test_a_link_has_a_title_a_text_and_a_picture(path: str, prefix: str, client: Client) -> None:
    tags = preview(client, prefix + path)
    assert tags["image"].startswith("http://testserver/static/")
    assert 10 < len(tags["title"]) < 70
    assert 40 < len(tags["description"]) < 300
    assert tags["image:alt"]


def test_a_profession_names_itself(client: Client, edition: Edition) -> None:
    tags = preview(client, PROFESSION)
    assert tags["title"] == "Apa kamu cocok jadi Pengurus Kampanye Politik?"
    assert edition.content.overview.id[0].startswith(tags["description"].rstrip("… "))


def test_the_picture_is_there_in_the_size_of_previews(client: Client, edition: Edition) -> None:
    tags = preview(client, "/")
    path = finders.find(tags["image"].removeprefix("http://testserver/static/"))
    assert isinstance(path, str)
    assert Path(path).stat().st_size <= MOST_BYTES
    with Image.open(path) as picture:
        assert picture.format == "PNG"
        assert picture.size == (1200, 630)


@pytest.mark.usefixtures("_attempt")
@pytest.mark.parametrize("path", ["/", PROFESSION, RESULT])
@override_settings(SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https"))
def test_whatever_is_kept_in_memory_each_visitor_gets_their_own_name_of_the_site(
    path: str, client: Client
) -> None:
    for host, scheme in (("testserver", "http"), ("localhost", "http"), ("localhost", "https")):
        tags = preview(client, path, host, **{"x-forwarded-proto": scheme})
        assert tags["image"].startswith(f"{scheme}://{host}/static/")
