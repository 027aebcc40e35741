"""An editor's work is asked about, compared and kept: on a tablet, under the strict policy."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.journeys.site.desk import at_the_desk
from tests.journeys.site.pages import assert_accessible
from tests.journeys.site.real_server import Site

BEYOND = "() => [document.documentElement.scrollWidth, innerWidth]"
LAST_COLUMN = "#id_statements-0-DELETE"


@pytest.fixture
def said() -> list[str]:
    """What the console of the browser says; anything at all fails the test."""
    return []


@pytest.fixture
def page(browser: Browser, site: Site, said: list[str]) -> Iterator[Page]:
    """The desk on a tablet, with somebody logged in."""
    with at_the_desk(browser, site, width=1024, said=said) as page:
        yield page
    assert said == []


def open_first(page: Page, site: Site, kind: str) -> None:
    page.goto(f"{site.url}/admin/profiles/{kind}/")
    page.locator("#result_list tbody th a").first.click()
    expect(page.locator("#id_name")).to_be_visible()


def assert_fits(page: Page) -> None:
    """Nothing lies beside the screen, on a tablet and on a common laptop."""
    for width in (1366, 1024):
        page.set_viewport_size({"width": width, "height": 768})
        all_of_it, shown = page.evaluate(BEYOND)
        assert all_of_it <= shown


def test_a_statement_is_asked_about_and_nothing_typed_is_lost(
    page: Page, site: Site, said: list[str]
) -> None:
    open_first(page, site, "trait")
    assert_fits(page)
    box = page.locator(LAST_COLUMN).bounding_box()
    assert box is not None
    assert box["x"] + box["width"] < 1024
    before = page.input_value("#id_statements-0-text")
    page.fill("#id_statements-0-text", "Kalau diminta berbicara, saya <b>diam</b>.")

    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.once("dialog", stay)
    page.locator("#site-name a").click()
    expect(page.locator("#id_statements-0-text")).to_have_value(
        "Kalau diminta berbicara, saya <b>diam</b>."
    )
    assert asked == ["beforeunload"]

    page.click("[name=_save]")
    question = page.locator(".asked")
    expect(question).to_contain_text("pada “Kalau diminta berbicara, saya <b>diam</b>.”")
    expect(question).to_contain_text("akan naik. Benar?")
    assert_fits(page)
    assert said == []
    assert_accessible(page)
    said.clear()  # axe measures with styles of its own, which the policy forbids
    page.click("text=Kembali menyunting")
    expect(page.locator("#id_statements-0-text")).to_have_value(
        "Kalau diminta berbicara, saya <b>diam</b>."
    )
    page.click("[name=_save]")
    page.get_by_label("Tidak, skornya harus turun.").check()
    page.get_by_role("button", name="Ya, simpan").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    open_first(page, site, "trait")
    expect(page.locator("#id_statements-0-keying")).to_have_value("-1")

    page.fill("#id_statements-0-text", before)
    page.select_option("#id_statements-0-keying", "1")
    page.click("[name=_save]")
    page.get_by_role("button", name="Ya, simpan").click()
    expect(page.locator(".messagelist .success")).to_be_visible()


def test_the_second_of_two_editors_chooses(page: Page, site: Site, said: list[str]) -> None:
    other = page.context.new_page()
    for one in (page, other):
        open_first(one, site, "profession")
    name, overview = page.input_value("#id_name"), page.input_value("#id_overview")
    other.fill("#id_name", "Nama yang lain")
    other.fill("#id_overview", "Gambaran yang lain.")
    other.click("[name=_continue]")
    expect(other.locator(".messagelist .success")).to_be_visible()

    page.fill("#id_name", "Namaku")
    page.click("[name=_continue]")
    expect(page.locator(".who")).to_contain_text("WIB: Nama dan Gambaran pekerjaan berubah.")
    assert_fits(page)
    assert said == []
    assert_accessible(page)
    said.clear()  # axe measures with styles of its own, which the policy forbids
    page.click("text=Simpan pilihan ini")  # the browser asks to choose first
    expect(page.locator(".who")).to_be_visible()
    page.fill("textarea[name=name]", "Namaku dan yang lain")
    page.get_by_label("Pakai punyaku").first.check()
    page.click("text=Simpan pilihan ini")
    expect(page.locator(".messagelist .success")).to_be_visible()
    expect(page.locator("#id_name")).to_have_value("Namaku dan yang lain")
    expect(page.locator("#id_overview")).to_have_value("Gambaran yang lain.")

    page.fill("#id_name", name)
    page.fill("#id_overview", overview)
    page.click("[name=_continue]")
    expect(page.locator(".messagelist .success")).to_be_visible()
    other.close()
