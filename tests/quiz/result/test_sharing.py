from __future__ import annotations

import html
import re
from urllib.parse import parse_qs, urlsplit

import pytest
import segno
from django.test import Client
from django.utils.translation import override

from profiles.models import Edition
from quiz.result.sharing import QUIET_ZONE, qr_code, whatsapp
from tests.factories import KEY, make_attempt

ADDRESS = "https://karier.sekolah.sch.id/hasil/kkkkkkkkkkkkkkkkkkkkkk/"


def squares(svg: str) -> set[tuple[int, int]]:
    """The dark squares of a drawing, column and row, read from its strokes."""
    (path,) = re.findall(r'<path stroke="#000" d="([^"]+)"', svg)
    found: set[tuple[int, int]] = set()
    x, y = 0.0, 0.0
    for command, numbers in re.findall(r"([Mmh])([-\d. ]+)", path):
        values = [float(number) for number in numbers.split()]
        if command == "h":
            found |= {(int(x + n), int(y)) for n in range(int(values[0]))}
            x += values[0]
        elif command == "M":
            x, y = values
        else:
            x, y = x + values[0], y + values[1]
    return found


def test_the_drawing_is_the_code_of_the_address() -> None:
    matrix = segno.make_qr(ADDRESS, error="m").matrix
    dark = {
        (x + QUIET_ZONE, y + QUIET_ZONE)
        for y, row in enumerate(matrix)
        for x, value in enumerate(row)
        if value
    }
    assert squares(qr_code(ADDRESS).decode()) == dark


def test_the_drawing_has_a_quiet_zone_and_no_style() -> None:
    svg = qr_code(ADDRESS).decode()
    size = len(segno.make_qr(ADDRESS, error="m").matrix) + 2 * QUIET_ZONE
    assert f'viewBox="0 0 {size} {size}"' in svg
    assert "style" not in svg
    assert 'fill="#fff"' in svg


def test_nothing_of_the_address_becomes_markup() -> None:
    assert b"script" not in qr_code('http://x/"><script>alert(1)</script>')


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_message_reaches_whatsapp_word_for_word(language: str) -> None:
    with override(language):
        address = whatsapp(ADDRESS)
    link = urlsplit(address)
    assert (link.scheme, link.netloc, link.path) == ("https", "wa.me", "/")
    (text,) = parse_qs(link.query)["text"]
    assert text == {"id": f"Hasil kuisku: {ADDRESS}", "en": f"My quiz result: {ADDRESS}"}[language]
    assert re.fullmatch(r"[\w:/.?=%~-]+", address, re.ASCII)


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_what_is_sent_tells_where_a_result_is_and_nothing_of_it(
    prefix: str, client: Client, edition: Edition, answers: dict[str, int]
) -> None:
    make_attempt(edition, answers)
    page = client.get(f"{prefix}/hasil/{KEY}/")
    links = re.findall(r'href="(https://wa\.me/[^"]+)"\s+rel="([^"]+)"', page.content.decode())
    ((link, rel),) = links
    assert rel == "noreferrer noopener"
    (text,) = parse_qs(urlsplit(html.unescape(link)).query)["text"]
    assert text.endswith(f" http://testserver{prefix}/hasil/{KEY}/")
    result = page.context["result"]
    said = text.rpartition(" ")[0]
    for secret in (str(result.match), result.headline, *(trait.name for trait in result.traits)):
        assert secret not in said
