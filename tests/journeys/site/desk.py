"""The way into the desk, as the admin of the first start."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, expect

from tests.journeys.site.real_server import Site


@contextmanager
def at_the_desk(
    browser: Browser, site: Site, *, width: int, height: int = 768, said: list[str] | None = None
) -> Iterator[Page]:
    """A page of someone who has logged in; `said` gets what the browser's console says."""
    context = browser.new_context(viewport={"width": width, "height": height}, locale="id-ID")
    if said is not None:
        context.on("console", lambda message: said.append(message.text))
    page = context.new_page()
    page.goto(f"{site.url}/admin/")
    page.fill("#id_username", "admin")
    page.fill("#id_password", site.password)
    page.click("input[type=submit]")
    expect(page.locator("#user-tools")).to_be_visible()
    yield page
    context.close()
