"""The real server, as `script/server` runs it, for browsers to visit, and the network before it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.site.network import Network
from tests.journeys.site.pages import QUIZ, take_quiz
from tests.journeys.site.real_server import Site, served_site
from tests.journeys.site.troubles import PLACE


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One site for all journeys: first start, embedded database, shipped content, real server."""
    with served_site(tmp_path_factory.mktemp("site")) as site:
        # The admin has taken the printed password for an own one, as the first login asks.
        site.manage("shell", "-c", "GivenPassword.objects.all().delete()")
        yield site


@pytest.fixture(scope="session")
def result(site: Site, browser: Browser) -> str:
    """The address of a result that no test deletes, without the site's own."""
    page = browser.new_page()
    address = take_quiz(page, site.url)
    page.close()
    return address.removeprefix(site.url)


@pytest.fixture
def quiz(page: Page, site: Site) -> Page:
    """The quiz at its first statement, with its script at work."""
    page.goto(site.url + QUIZ)
    expect(page.locator(PLACE)).to_have_text("1 dari 24")
    return page


@pytest.fixture
def network(site: Site) -> Iterator[Network]:
    """What lies between a phone and the site, and can fail in every way."""
    with Network(site.url) as network:
        yield network


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """A small phone."""
    return {
        **browser_context_args,
        "viewport": {"width": 360, "height": 740},
        "device_scale_factor": 2,
        "has_touch": True,
        "is_mobile": True,
        "locale": "id-ID",
    }
