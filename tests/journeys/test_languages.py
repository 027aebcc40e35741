"""The scripts serve a language that is added in the settings as they serve the first two."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.site.network import Network
from tests.journeys.site.pages import (
    PROFESSION,
    QUIZ,
    STATEMENTS,
    answer_by_key,
    claim_results,
    send,
)
from tests.journeys.site.real_server import Site, served_site
from tests.journeys.site.troubles import KEPT_PAGES, UNSENT, UNTIL_KEPT

THIRD = "/ms"
STORED = "Object.keys(localStorage).sort()"
KEPT = ["careerfit:results", "careerfit:sent:answers:pengurus-kampanye-politik"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with a third language."""
    settings = "tests.journeys.site.three_languages"
    with served_site(tmp_path_factory.mktemp("site"), settings) as site:
        yield site


def answer(page: Page, site: str) -> None:
    page.goto(site + THIRD + QUIZ)
    expect(page.locator("html")).to_have_attribute("lang", "ms")
    expect(page.locator(".stepping")).to_be_visible()
    answer_by_key(page, [4, 5, 3] * (STATEMENTS // 3))


def take_quiz(page: Page, site: str) -> str:
    """The path of a new result."""
    answer(page, site)
    send(page)
    page.wait_for_url(f"{site}{THIRD}/hasil/*/")
    page.wait_for_load_state()
    return page.url.removeprefix(site)


def test_a_quiz_is_acknowledged_and_its_result_is_listed(page: Page, site: Site) -> None:
    before = len(site.attempts())
    first, second = take_quiz(page, site.url), take_quiz(page, site.url)
    assert page.evaluate(STORED) == KEPT
    claim_results(page)
    expect(page.locator(".earlier li a")).to_have_attribute("href", first)
    listed = json.loads(page.evaluate("localStorage['careerfit:results']"))
    assert [one["address"] for one in listed] == [second, first]
    page.goto(site.url + second.removeprefix(THIRD))
    expect(page.locator(".earlier li a")).to_have_attribute("href", first)
    assert len(site.attempts()) == before + 2


def test_what_waits_is_sent_from_a_page_in_another_language(page: Page, network: Network) -> None:
    answer(page, network.url)
    page.evaluate(UNTIL_KEPT)
    network.state = "down"
    send(page)
    expect(page.locator(UNSENT)).to_contain_text("Belum terkirim")
    network.state = "up"
    page.goto(network.url + "/en" + PROFESSION)
    link = page.locator("[data-sent] a")
    expect(link).to_be_visible()
    address = link.get_attribute("href") or ""
    assert address.startswith(f"{THIRD}/hasil/")
    page.goto(network.url + address.removeprefix(THIRD))
    expect(page.locator("[data-sent]")).to_be_hidden()
    assert page.evaluate(STORED) == KEPT


def test_without_a_network_it_has_a_page_that_says_so(page: Page, network: Network) -> None:
    page.goto(network.url + THIRD + PROFESSION)
    page.evaluate(UNTIL_KEPT)
    network.state = "down"
    page.goto(network.url + THIRD + QUIZ)
    expect(page.get_by_role("heading", level=1)).to_have_text("Sedang tidak ada jaringan")
    expect(page.locator("html")).to_have_attribute("lang", "ms")


def test_a_deleted_result_leaves_the_phone(page: Page, site: Site) -> None:
    address = take_quiz(page, site.url)
    page.goto(site.url + address)  # through the worker now
    page.wait_for_function(f"async () => String(await ({KEPT_PAGES})()).includes('{address}')")
    page.goto(site.url + address + "hapus/")
    page.get_by_role("button", name="Ya, hapus sekarang").click()
    page.wait_for_function(f"async () => !String(await ({KEPT_PAGES})()).includes('{address}')")
    assert address not in page.evaluate("localStorage['careerfit:results'] || ''")
