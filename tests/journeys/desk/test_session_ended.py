"""An editor types while the session ends: nothing that was typed is lost, in a real browser."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.journeys.site.real_server import Site

TYPED = "Baris pertama “dengan tanda”.\nBaris kedua & <b>."


def log_in(page: Page, site: Site) -> None:
    page.fill("#id_username", "admin")
    page.fill("#id_password", site.password)
    page.click("input[type=submit]")


def test_what_was_typed_is_saved_after_a_new_login(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="id-ID")
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(f"{site.url}/admin/")
    log_in(page, site)
    page.goto(f"{site.url}/admin/profiles/profession/add/")
    page.locator("#id_name").press_sequentially("Juru Ukur")
    page.fill("#id_overview", TYPED)
    site.manage("shell", "-c", "Session.objects.all().delete()")
    page.click("input[name=_continue]")
    expect(page.locator(".messagelist")).to_contain_text("Sesimu sudah berakhir.")
    log_in(page, site)
    page.get_by_role("button", name="Simpan sekarang").click()
    expect(page.locator("#id_overview")).to_have_value(TYPED)
    expect(page.locator("#id_slug")).to_have_value("juru-ukur")
    assert site.query("SELECT name FROM profiles_profession WHERE slug = 'juru-ukur'") == [
        ("Juru Ukur",)
    ]

    page.fill("#id_overview", "Ditulis sebelum orangnya masuk lagi di tab lain.")
    other = context.new_page()
    context.clear_cookies(name="sessionid")
    other.goto(f"{site.url}/admin/")
    log_in(other, site)
    page.click("input[name=_continue]")  # with the token of before
    page.get_by_role("button", name="Simpan sekarang").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    expect(page.locator("#id_overview")).to_have_value(
        "Ditulis sebelum orangnya masuk lagi di tab lain."
    )
    assert problems == []
    context.close()
