"""Pages that are drawn once come to every browser as if they had been drawn for it."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import brotli
import pytest
from django.core.cache import caches
from django.test import Client, RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from careerfit.memory.drawn import LONGEST_END, DrawnPage, blank
from profiles.models import Edition, Profession
from profiles.workbench.publishing import publish
from tests.factories import NOW

UNPACK: dict[str, Callable[[bytes], bytes]] = {
    "br": brotli.decompress,
    "gzip": gzip.decompress,
    "": bytes,
}
PROFESSION = "/profesi/pengurus-kampanye-politik/"
QUIZ = f"{PROFESSION}kuis/"
LETTERS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ue000"))


def sent(page: DrawnPage, packing: str, values: dict[str, str]) -> str:
    request = RequestFactory().get("/", headers={"accept-encoding": packing})
    response = page.response(request, values)
    assert response.get("Content-Encoding", "") == packing
    assert response["Vary"] == "Accept-Encoding"
    return UNPACK[packing](response.content).decode()


@pytest.mark.parametrize("packing", UNPACK)
@given(start=LETTERS, middle=LETTERS, end=LETTERS, key=LETTERS, moment=LETTERS)
def test_blanks_are_filled_wherever_they_are(
    packing: str, start: str, middle: str, end: str, key: str, moment: str
) -> None:
    page = DrawnPage.of(f"{start}{blank('key')}{middle}{blank('moment')}{end}{blank('key')}")
    values = {"key": key, "moment": moment}
    assert sent(page, packing, values) == f"{start}{key}{middle}{moment}{end}{key}"


@pytest.mark.parametrize("packing", UNPACK)
@pytest.mark.parametrize("text", ["", "x", "Apa saya cocok? " * 9000])
def test_a_page_without_blanks_is_itself(packing: str, text: str) -> None:
    assert sent(DrawnPage.of(text), packing, {}) == text


@pytest.mark.parametrize("packing", UNPACK)
@pytest.mark.parametrize("length", [1, LONGEST_END])
def test_the_longest_end(packing: str, length: int) -> None:
    page = DrawnPage.of(f"x{blank('end')}")
    assert sent(page, packing, {"end": "y" * length}) == "x" + "y" * length


def test_an_end_that_is_too_long_is_refused() -> None:
    page = DrawnPage.of(f"x{blank('end')}")
    with pytest.raises(ValueError, match="65537 bytes"):
        sent(page, "br", {"end": "y" * (LONGEST_END + 1)})


def test_the_version_is_that_of_the_text() -> None:
    one, same, other = (DrawnPage.of(text) for text in ("a", "a", "b"))
    assert one.version == same.version != other.version


@pytest.mark.parametrize("path", [PROFESSION, QUIZ])
def test_a_page_is_drawn_once_for_each_edition_language_and_host(
    path: str, client: Client, campaign: Profession, edition: Edition
) -> None:
    def drawn() -> int:
        return len(caches["pages"]._cache)  # type: ignore[attr-defined]

    def text(address: str = path, **headers: str) -> str:
        return client.get(address, headers=headers).content.decode()

    assert edition.content.name.id in text()
    for address in (path, f"{path}?dari=grup", path):
        text(address)
    assert drawn() == 1
    assert edition.content.name.en in text(f"/en{path}")
    assert "http://127.0.0.1/" in text(host="127.0.0.1")
    assert drawn() == 3
    campaign.name = "Nama lain"
    campaign.save()
    publish(profession=campaign, now=NOW)
    assert "Nama lain" in text()
    assert drawn() == 4


def test_nothing_of_a_visitor_stays_in_a_page_that_is_kept(
    client: Client, edition: Edition
) -> None:
    for path in (PROFESSION, QUIZ, f"/en{QUIZ}"):
        client.get(f"{path}?rahasia=1", headers={"referer": "https://rahasia.example"})
        assert "rahasia" not in client.get(path).content.decode()


def test_a_profession_that_is_taken_off_is_gone_at_once(
    client: Client, campaign: Profession
) -> None:
    for path in (PROFESSION, QUIZ):
        assert client.get(path).status_code == 200
    Profession.objects.update(is_listed=False)
    for path in (PROFESSION, QUIZ):
        assert client.get(path).status_code == 404
    Profession.objects.update(is_listed=True)
    for path in (PROFESSION, QUIZ):
        assert client.get(path).status_code == 200


@pytest.mark.parametrize("packing", ["br", "gzip"])
def test_a_page_that_is_kept_is_known_again(packing: str, client: Client, edition: Edition) -> None:
    first = client.get(PROFESSION, headers={"accept-encoding": packing})
    assert first["Content-Encoding"] == packing
    again = {"accept-encoding": packing, "if-none-match": first["ETag"]}
    response = client.get(PROFESSION, headers=again)
    assert (response.status_code, response.content) == (304, b"")


def test_a_kept_page_has_the_headers_of_any_page(client: Client, edition: Edition) -> None:
    for path in (PROFESSION, PROFESSION, QUIZ, QUIZ):
        response = client.get(path)
        assert "default-src 'none'" in response["Content-Security-Policy"]
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Length"] == str(len(response.content))
        assert client.head(path).status_code == 200
