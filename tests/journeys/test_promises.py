"""What the student's pages promise about data and weight, seen from a real browser."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from careerfit.serving.static_files import minified
from tests.journeys.site.more_professions import twins
from tests.journeys.site.pages import PROFESSION, QUIZ, answer_quiz_by_key, send_and_read_result
from tests.journeys.site.real_server import ROOT, Site
from tests.journeys.site.wire import Wire, counted

STATIC = ROOT / "careerfit/static/careerfit"
ONE_ROUND_TRIP = 14_000
FIRST_JOURNEY = 45_000
REPEATED_JOURNEY = 10_000


@dataclass
class Traffic:
    """What a page made the browser load: bytes on the wire, addresses, cookies set."""

    bytes: int = 0
    addresses: list[str] = field(default_factory=list)
    cookies: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", self._finished)
        session.on("Network.requestWillBeSent", self._sent)
        session.on("Network.responseReceivedExtraInfo", self._answered)

    def _finished(self, event: dict[str, float]) -> None:
        self.bytes += int(event["encodedDataLength"])

    def _sent(self, event: dict[str, dict[str, str]]) -> None:
        self.addresses.append(event["request"]["url"])

    def _answered(self, event: dict[str, dict[str, str]]) -> None:
        self.cookies += [name for name in event["headers"] if name.lower() == "set-cookie"]


def fetch_like_a_phone(page: Page) -> None:
    """Load what a phone asks for beside the page, and a headless browser does not."""
    # The apple-touch-icon is the manifest's icon, too.
    for link in page.locator(
        "link[rel=icon], link[rel=manifest], link[rel=apple-touch-icon]"
    ).all():
        page.evaluate("address => fetch(address).then(r => r.blob())", link.get_attribute("href"))


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("path", ["/", "/profesi/", PROFESSION, QUIZ, "result", "/tidak-ada/"])
def test_a_first_visit_fits_one_round_trip_and_leaves_no_trace(
    path: str, language: str, site: Site, page: Page, result: str
) -> None:
    traffic = Traffic()
    traffic.watch(page)
    address = language + (result if path == "result" else path)
    page.goto(site.url + address, wait_until="networkidle")
    fetch_like_a_phone(page)
    page.wait_for_timeout(100)
    assert len(traffic.addresses) >= 3
    assert all(loaded.startswith(site.url) for loaded in traffic.addresses), traffic.addresses
    assert traffic.cookies == []
    assert page.context.cookies() == []
    assert 3_000 < traffic.bytes <= ONE_ROUND_TRIP, traffic.bytes


def test_a_result_that_speaks_of_other_professions_fits_one_round_trip_too(
    site: Site, page: Page, result: str
) -> None:
    with twins(site, 8):
        traffic = Traffic()
        traffic.watch(page)
        page.goto(site.url + result, wait_until="networkidle")
        assert page.locator(".elsewhere li a:not([href$='/kuis/'])").count() == 5
    assert traffic.bytes <= ONE_ROUND_TRIP, traffic.bytes


def test_sending_the_quiz_sets_no_cookie_either(site: Site, page: Page) -> None:
    traffic = Traffic()
    traffic.watch(page)
    page.goto(site.url + QUIZ)
    answer_quiz_by_key(page)
    send_and_read_result(page)
    assert traffic.cookies == []
    assert page.context.cookies() == []


def test_the_watch_would_see_a_cookie(site: Site, page: Page) -> None:
    traffic = Traffic()
    traffic.watch(page)
    page.goto(f"{site.url}/admin/login/", wait_until="networkidle")
    assert traffic.cookies


def test_the_whole_journey_fits_its_budget_and_costs_little_the_second_time(
    site: Site, browser: Browser, browser_context_args: dict[str, Any]
) -> None:
    context = browser.new_context(**browser_context_args)
    with twins(site, 4), counted(site.url) as wire:
        first = walk(context, wire)
        again = walk(context, wire)
    context.close()
    figures = f"first: {first}; again: {again}"
    assert 12_000 < sum(first.values()) <= FIRST_JOURNEY, figures
    assert 4_000 < sum(again.values()) <= REPEATED_JOURNEY, figures


def walk(context: BrowserContext, wire: Wire) -> dict[str, int]:
    """From the front page to a result, as on another day; what each step made the phone receive."""
    figures: dict[str, int] = {}

    def note(step: str) -> None:
        page.wait_for_load_state("networkidle")
        if step == "home":
            fetch_like_a_phone(page)
        page.wait_for_timeout(300)
        figures[step] = wire.received
        wire.reset()

    page = context.new_page()
    wire.reset()
    page.goto(wire.url)
    note("home")
    page.get_by_role("link", name="Pengurus Kampanye Politik").click()
    page.wait_for_url(f"**{PROFESSION}")
    note("profession")
    page.get_by_role("link", name="Apa saya cocok? Mulai kuis").click()
    page.wait_for_url(f"**{QUIZ}")
    note("quiz")
    answer_quiz_by_key(page)
    send_and_read_result(page)
    note("result")
    page.close()
    return figures


@pytest.mark.parametrize("style", sorted(STATIC.glob("*.css")), ids=lambda style: style.name)
def test_a_minified_style_says_the_same(style: Path, page: Page) -> None:
    written = style.read_bytes()
    rules = """style => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      return [...sheet.cssRules].map(rule => rule.cssText.replaceAll(", ", ","));
    }"""
    expected = page.evaluate(rules, written.decode())
    assert len(expected) >= 10
    assert page.evaluate(rules, minified(written, ".css").decode()) == expected
