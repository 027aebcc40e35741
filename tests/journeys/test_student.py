"""A student's way from the front page to the result, in a real browser on the real server."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.site.pages import (
    PROFESSION,
    QUIZ,
    RESULT_ADDRESS,
    SKIP,
    VARIED,
    answer_quiz,
    send,
    send_and_read_result,
)
from tests.journeys.site.real_server import Site

DRAFTS = "Object.keys(localStorage).filter(name => name.startsWith('careerfit:quiz:'))"


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def phone(
    request: pytest.FixtureRequest, browser: Browser, browser_context_args: dict[str, object]
) -> Iterator[Page]:
    """A page on a phone, with scripts and without."""
    options = {**browser_context_args, "java_script_enabled": request.param}
    context = browser.new_context(**options)
    yield context.new_page()
    context.close()


def test_from_the_front_page_to_the_result(phone: Page, site: Site) -> None:
    phone.goto(site.url)
    phone.get_by_role("link", name="Pengurus Kampanye Politik").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Pengurus Kampanye Politik")
    phone.get_by_role("link", name="Apa saya cocok? Mulai kuis").click()
    answer_quiz(phone)
    address = send_and_read_result(phone)
    expect(phone.get_by_role("img", name=re.compile(r"^\d+ dari 100, rentangnya"))).to_be_visible()
    expect(
        phone.get_by_role("heading", name="Bicarakan dengan guru BK", exact=True)
    ).to_be_visible()
    phone.reload()
    expect(phone).to_have_url(address)


@pytest.mark.parametrize("phone", [False], indirect=True, ids=["no script"])
def test_what_is_missing_comes_back_with_the_rest_kept(phone: Page, site: Site) -> None:
    phone.goto(site.url + QUIZ)
    three_of_one_trait = (0, 4, 8)
    answer_quiz(phone, [SKIP if n in three_of_one_trait else VARIED[n % 5] for n in range(24)])
    send(phone)
    summary = phone.get_by_role("alert")
    expect(summary).to_contain_text("Jawabanmu untuk Komunikasi belum cukup: baru 3, perlu 4.")
    expect(phone).to_have_title(re.compile("^Belum lengkap: "))
    expect(phone.get_by_role("radio", checked=True)).to_have_count(24)
    expect(summary.get_by_role("link")).to_have_count(3)
    summary.get_by_role("link").first.click()
    assert phone.url.endswith("_0")
    phone.locator(phone.url.partition("#")[2].join(["#", ""])).check()
    send_and_read_result(phone)


def test_going_back_and_changing_an_answer_gives_a_second_result(phone: Page, site: Site) -> None:
    phone.goto(site.url + QUIZ)
    answer_quiz(phone)
    first = send_and_read_result(phone)
    phone.go_back()
    if phone.locator("html:has(.stepping)").count():
        expect(phone.get_by_text("Jawaban ini sudah terkirim.")).to_be_visible()
        assert phone.evaluate(DRAFTS) == []
        phone.locator(".overview ol button").first.click()
        phone.get_by_role("button", name="Kembali").click()
        assert phone.evaluate(DRAFTS) == []
        phone.locator(".overview ol button").first.click()
        phone.get_by_role("radio", name="Tidak sesuai", exact=True).check()
        expect(phone.locator(".overview")).to_be_visible()
    else:
        answer_quiz(phone, (5, 4, 2, 3, 4))
    assert send_and_read_result(phone) != first
    assert phone.goto(first).status == 200  # type: ignore[union-attr]  # a page was loaded
    phone.goto(site.url + PROFESSION)
    phone.get_by_role("link", name="Apa saya cocok? Mulai kuis").click()
    expect(phone.get_by_role("radio", checked=True)).to_have_count(0)


def test_the_whole_way_by_keyboard(page: Page, site: Site) -> None:
    page.goto(site.url + PROFESSION)
    press_until_focused(page, "Apa saya cocok? Mulai kuis")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{QUIZ}")
    for n, answer in enumerate(VARIED * 5):
        expect(page.locator("[data-part=place]")).to_have_text(f"{min(n + 1, 24)} dari 24")
        if n == 24:
            break
        press_until_focused(page, None)
        page.keyboard.press("Space")
        for _ in range(answer - 1):
            page.keyboard.press("ArrowDown")  # walking through the answers is no step forward
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2)).to_have_text("24 dari 24 dijawab")
    press_until_focused(page, "Kirim dan lihat hasil")
    page.keyboard.press("Enter")
    expect(page).to_have_url(RESULT_ADDRESS)


@pytest.mark.parametrize("phone", [False], indirect=True, ids=["no script"])
def test_the_whole_way_by_keyboard_without_script(phone: Page, site: Site) -> None:
    page = phone
    page.goto(site.url + PROFESSION)
    press_until_focused(page, "Apa saya cocok? Mulai kuis")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{QUIZ}")
    for answer in VARIED * 5:
        press_until_focused(page, None)
        page.keyboard.press("Space")
        for _ in range(answer - 1):
            page.keyboard.press("ArrowRight")
        if page.get_by_role("radio", checked=True).count() == 24:
            break
    press_until_focused(page, "Kirim dan lihat hasil")
    page.keyboard.press("Enter")
    expect(page).to_have_url(RESULT_ADDRESS)


def press_until_focused(page: Page, name: str | None) -> None:
    """Press Tab until the named control has the focus; without a name, the next radio group."""
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            "[document.activeElement.type, document.activeElement.textContent.trim()]"
        )
        if (focused[0] == "radio") if name is None else (focused[1] == name):
            return
    raise AssertionError(f"the keyboard never reaches {name or 'another statement'}")


def test_looking_for_a_profession(phone: Page, site: Site) -> None:
    phone.goto(site.url)
    phone.get_by_role("searchbox", name="Cari profesi").fill("kampanye politk")
    phone.get_by_role("button", name="Cari").click()
    expect(phone).to_have_url(re.compile(r"/profesi/\?cari=kampanye\+politk$"))
    expect(phone.get_by_role("main").get_by_role("status")).to_have_text("2 profesi")
    expect(phone.locator(".card-title").first).to_have_text("Pengurus Kampanye Politik")
    expect(phone.get_by_text("Ini hasil untuk")).to_contain_text("“kampanye politik”")
    phone.get_by_text("Filter", exact=True).click()
    phone.get_by_label("Jurusan kuliah").select_option(value="hukum")
    phone.get_by_role("button", name="Terapkan").click()
    expect(phone.get_by_label("Jurusan kuliah")).to_have_value("hukum")
    expect(phone.get_by_role("searchbox")).to_have_value("kampanye politk")
    phone.get_by_role("link", name="Hapus Hukum").click()
    expect(phone.get_by_role("link", name="Hapus Hukum")).to_have_count(0)
    phone.get_by_role("searchbox").fill("xyzzy")
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("main").get_by_role("status")).to_have_text("0 profesi")
    phone.get_by_role("link", name="Lihat semua profesi").click()
    expect(phone.get_by_role("main").get_by_role("status")).to_have_text(
        re.compile(r"[1-9]\d* profesi")
    )


def test_a_major_leads_to_the_professions_it_serves(phone: Page, site: Site) -> None:
    phone.goto(site.url + PROFESSION)
    phone.get_by_role("link", name="Jurusan", exact=True).click()
    phone.locator("#jurusan .chips").first.get_by_role("link", name="Sosiologi").click()
    expect(phone.get_by_role("link", name="Hapus Sosiologi")).to_be_visible()
    expect(phone.get_by_role("link", name="Pengurus Kampanye Politik")).to_be_visible()
