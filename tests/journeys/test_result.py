"""What a student does with a result: keep it, compare it, print it, take it along, delete it."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from careerfit.serving.static_files import minified
from tests.journeys.site.more_professions import twins
from tests.journeys.site.pages import (
    QUIZ,
    answer_by_key,
    answer_quiz,
    assert_accessible,
    assert_targets_are_large,
    claim_results,
    pages_of,
    send_and_read_result,
    take_quiz,
)
from tests.journeys.site.real_server import ROOT, Site

LOWEST, HIGHEST = (1, 1, 1, 1, 5), (5, 5, 5, 5, 1)
SCRIPTS = 5_000
GONE = "Tidak ada hasil di alamat ini"
# Whether the phone keeps so many pages of a result.
COPIES = """async ([address, count]) => {
  const cache = await caches.open("careerfit-pages-1");
  return (await cache.keys()).filter(({ url }) => url.startsWith(address)).length === count;
}"""


@pytest.fixture
def unscripted(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    context = browser.new_context(**{**browser_context_args, "java_script_enabled": False})
    yield context.new_page()
    context.close()


def remembered(page: Page) -> list[dict[str, object]]:
    stored = page.evaluate("localStorage.getItem('careerfit:results')")
    return list(json.loads(stored or "[]"))


def test_without_script_everything_is_there_but_the_conveniences(
    unscripted: Page, site: Site
) -> None:
    page = unscripted
    page.goto(site.url + QUIZ)
    answer_quiz(page)
    address = send_and_read_result(page)
    page.get_by_text("Alamat dan cetak").click()
    expect(page.get_by_label("Alamat halaman ini")).to_have_value(address)
    expect(page.get_by_role("img", name="Kode QR ke halaman ini")).to_be_visible()
    expect(page.locator(".trait .bar")).to_have_count(4)
    expect(page.get_by_role("link", name="WhatsApp")).to_have_attribute(
        "href", re.compile(r"^https://wa\.me/\?text=.*" + re.escape(address) + "$")
    )
    for name in ("Bagikan", "Salin alamat", "Cetak", "Simpan sebagai PDF", "Kosongkan daftar"):
        expect(page.get_by_role("button", name=name)).to_have_count(0)
    expect(page.locator(".way .row")).to_have_count(5)
    page.get_by_role("link", name="Baca jawabanku").click()
    expect(page.locator("tbody th")).to_have_count(24 + 4)
    with page.expect_download() as download:
        page.get_by_role("link", name="Unduh jawabanku (berkas data)").click()
    assert download.value.suggested_filename == "careerfit-jawaban.json"
    assert len(json.loads(Path(download.value.path()).read_text())["answers"]) == 24
    page.get_by_role("link", name="Hapus sekarang").click()
    page.get_by_role("link", name="Tidak, kembali ke hasil").click()
    expect(page).to_have_url(address)
    page.get_by_role("link", name="Hapus sekarang").click()
    page.get_by_role("button", name="Ya, hapus sekarang").click()
    expect(page).to_have_url(address)
    expect(page.get_by_role("heading", name=GONE)).to_be_visible()
    assert page.context.cookies() == []


def test_the_result_is_copied_printed_and_shared(page: Page, site: Site) -> None:
    page.add_init_script(
        "navigator.share = async (what) => { self.shared = what; };"
        "self.prints = 0; self.print = () => { self.prints += 1; };"
    )
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.url)
    address = take_quiz(page, site.url)
    page.get_by_text("Alamat dan cetak").click()
    page.get_by_role("button", name="Salin alamat").click()
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("Tersalin.")
    assert page.evaluate("navigator.clipboard.readText()") == address
    for count, name in enumerate(("Cetak", "Simpan sebagai PDF"), 1):
        page.get_by_role("button", name=name).click()
        assert page.evaluate("self.prints") == count
    row = page.locator(".share")
    row.get_by_role("button", name="Bagikan").click()
    assert page.evaluate("self.shared.url") == address
    tops = row.locator("button, a").evaluate_all("all => all.map(one => one.offsetTop)")
    assert len(tops) == 2
    assert len(set(tops)) == 1, "not one row on a small phone"


def test_without_the_clipboard_the_address_is_copied_the_old_way(page: Page, site: Site) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
        "Object.defineProperty(navigator, 'share', { value: undefined });"
        "document.addEventListener('copy', () => { self.copied = String(getSelection()); });"
    )
    address = take_quiz(page, site.url)
    expect(page.get_by_role("button", name="Bagikan")).to_have_count(0)
    page.get_by_text("Alamat dan cetak").click()
    page.get_by_role("button", name="Salin alamat").click()
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("Tersalin.")
    assert page.evaluate("self.copied") == address


def test_results_are_compared_honestly(page: Page, site: Site) -> None:
    others = page.locator(".earlier li")
    first = take_quiz(page, site.url)
    expect(others).to_have_count(0)
    expect(page.locator(".earlier")).to_be_hidden()
    take_quiz(page, site.url, (4, 5, 3, 4, 3))
    claim_results(page)
    expect(others).to_have_count(1)
    expect(others).to_contain_text("belum tentu ada perubahan")
    expect(others.get_by_role("link")).to_have_attribute("href", first.removeprefix(site.url))
    take_quiz(page, site.url, HIGHEST)
    expect(others).to_have_count(2)
    take_quiz(page, site.url, LOWEST)
    expect(others).to_have_count(3)
    expect(others.first).to_contain_text(
        "Hasil di halaman ini lebih rendah; rentangnya tidak beririsan."
    )
    others.first.get_by_role("link").click()
    expect(others.first).to_contain_text(
        "Hasil di halaman ini lebih tinggi; rentangnya tidak beririsan."
    )
    assert_targets_are_large(page)
    others.first.get_by_role("button").click()
    expect(others).to_have_count(2)
    assert len(remembered(page)) == 3
    page.get_by_role("button", name="Kosongkan daftar").click()
    expect(page.locator(".earlier")).to_be_hidden()
    assert remembered(page) == []


def test_a_result_is_remembered_once_and_twenty_at_most(page: Page, site: Site) -> None:
    address = take_quiz(page, site.url).removeprefix(site.url)
    page.goto(f"{site.url}/en{address}")
    assert [one["address"] for one in remembered(page)] == [f"/en{address}"]
    (one,) = remembered(page)
    names = {"address", "profession", "title", "edition", "match", "low", "high", "date"}
    assert set(one) == names
    many = [{**one, "address": f"/hasil/{n:022d}/"} for n in range(30)]
    page.evaluate("many => localStorage.setItem('careerfit:results', many)", json.dumps(many))
    page.reload()
    assert len(remembered(page)) == 20
    assert remembered(page)[0]["address"] == f"/en{address}"


def test_a_quiz_that_has_changed_is_not_compared(page: Page, site: Site) -> None:
    take_quiz(page, site.url)
    (one,) = remembered(page)
    old = {**one, "address": f"/hasil/{'o' * 22}/", "edition": "0"}
    page.evaluate("old => localStorage.setItem('careerfit:results', old)", json.dumps([old]))
    page.reload()
    claim_results(page)
    expect(page.locator(".earlier li")).to_contain_text("Kuisnya sudah berubah")


@pytest.mark.parametrize(
    "stored",
    ["", "x", "null", "{}", "[null]", "[1]", '[{"address": "javascript:alert(1)"}]', "[[]]"],
)
def test_what_is_stored_wrongly_is_ignored(stored: str, page: Page, site: Site) -> None:
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    take_quiz(page, site.url)
    page.evaluate("stored => localStorage.setItem('careerfit:results', stored)", stored)
    page.reload()
    expect(page.locator(".earlier")).to_be_hidden()
    page.get_by_text("Alamat dan cetak").click()
    expect(page.get_by_role("button", name="Cetak")).to_be_visible()
    assert problems == []


@pytest.mark.parametrize(
    "script",
    [
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException(''); } });",
        "Storage.prototype.setItem = () => { throw new DOMException('full'); };",
    ],
    ids=["blocked", "full"],
)
def test_without_storage_the_page_lacks_only_the_list(script: str, page: Page, site: Site) -> None:
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.add_init_script(script)
    take_quiz(page, site.url)
    expect(page.locator(".earlier")).to_be_hidden()
    page.get_by_text("Alamat dan cetak").click()
    expect(page.get_by_role("button", name="Cetak")).to_be_visible()
    assert problems == []


def test_a_deleted_result_is_forgotten_by_the_phone_as_well(page: Page, site: Site) -> None:
    first = take_quiz(page, site.url)
    page.goto(first + "jawaban/")
    kept = take_quiz(page, site.url, HIGHEST)
    page.wait_for_function(COPIES, arg=[first, 2])
    page.goto(first)
    page.get_by_role("link", name="Hapus sekarang").click()
    page.get_by_role("button", name="Ya, hapus sekarang").click()
    expect(page.get_by_role("heading", name=GONE)).to_be_visible()
    assert [one["address"] for one in remembered(page)] == [kept.removeprefix(site.url)]
    page.wait_for_function(COPIES, arg=[first, 0])
    page.wait_for_function(COPIES, arg=[kept, 1])
    page.goto(kept)
    expect(page.get_by_role("heading", name="Bicarakan dengan guru BK", exact=True)).to_be_visible()


def test_a_result_that_was_deleted_elsewhere_is_forgotten_when_it_is_opened(
    page: Page, site: Site
) -> None:
    address = take_quiz(page, site.url)
    page.goto(address + "jawaban/")
    page.wait_for_function(COPIES, arg=[address, 2])
    assert page.context.request.post(address + "hapus/").status == 404  # after the redirect: gone
    page.wait_for_function(COPIES, arg=[address, 2])
    page.goto(address)
    expect(page.get_by_role("heading", name=GONE)).to_be_visible()
    page.wait_for_function(COPIES, arg=[address, 0])
    assert remembered(page) == []


@pytest.mark.parametrize("answers", [(4, 5, 3, 4, 2), LOWEST, HIGHEST, (1,)])
@pytest.mark.parametrize("language", ["", "/en"])
def test_it_prints_on_one_page_of_a4(
    language: str, answers: tuple[int, ...], page: Page, site: Site
) -> None:
    address = take_quiz(page, site.url, answers).removeprefix(site.url)
    page.goto(site.url + language + address)
    subjects = page.locator("section.subjects")
    expect(subjects).to_be_hidden()
    page.emulate_media(media="print")
    expect(subjects).to_be_visible()
    expect(subjects).to_contain_text("Kepmendikdasmen 102/M/2025")
    paper = page.pdf(prefer_css_page_size=True)
    assert pages_of(paper) == 1
    assert re.search(rb"/MediaBox\s*\[\s*0 0 59[456][\d.]* 84[12]", paper)


@pytest.fixture
def eight_traits(site: Site) -> Iterator[str]:
    """The quiz of a profession that asks for twice as many traits as the shipped one."""
    with twins(site, 1, double=True) as (slug,):
        yield f"{site.url}/profesi/{slug}/kuis/"


def test_twice_as_many_traits_print_on_one_page_too(page: Page, eight_traits: str) -> None:
    page.goto(eight_traits)
    expect(page.locator("[data-part=place]")).to_have_text("1 dari 48")
    answer_by_key(page, (4, 5, 3, 4, 2, 1) * 8)
    send_and_read_result(page)
    expect(page.locator(".trait")).to_have_count(8)
    page.locator("details").evaluate_all("all => all.forEach(one => (one.open = true))")
    assert_accessible(page)
    assert pages_of(page.pdf(prefer_css_page_size=True)) == 1


@pytest.mark.parametrize("answers", [(4, 5, 3, 4, 2), LOWEST, HIGHEST, (3,), (1,)])
@pytest.mark.parametrize("language", ["", "/en"])
def test_the_first_screen_of_a_small_phone_holds_what_is_worth_showing(
    language: str, answers: tuple[int, ...], page: Page, site: Site
) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    address = take_quiz(page, site.url, answers).removeprefix(site.url)
    page.evaluate("localStorage.clear()")
    page.goto(site.url + language + address)
    summary = page.locator(".summary")
    for part in ("h1", ".match", ".flower", ".range", ".begin", ".share a"):
        expect(summary.locator(part).first).to_be_visible()
    bottoms = summary.locator(".begin, .share a").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().bottom)"
    )
    assert max(bottoms) <= 640
    assert page.evaluate("document.documentElement.scrollHeight") <= 7 * 640


def test_results_that_differ_look_different(page: Page, site: Site) -> None:
    flowers = set()
    for answers in (LOWEST, (4, 5, 3, 4, 2), HIGHEST):
        take_quiz(page, site.url, answers)
        flowers.add(page.locator(".flower").inner_html())
    assert len(flowers) == 3


def test_targets_on_the_pages_of_a_result_are_large(page: Page, site: Site) -> None:
    address = take_quiz(page, site.url)
    for path in ("", "jawaban/", "hapus/"):
        page.goto(address + path)
        assert_targets_are_large(page)


def test_the_picture_is_readable_in_forced_colours(page: Page, site: Site) -> None:
    take_quiz(page, site.url)
    page.emulate_media(forced_colors="active")
    colours = page.evaluate(
        """() => [".span", ".track", ".row text"].map(
          part => getComputedStyle(document.querySelector(`main ${part}`)).fill)"""
    )
    assert len(set(colours)) == 3


def test_the_scripts_of_the_page_are_light() -> None:
    folder = ROOT / "careerfit/static/careerfit"
    scripts = [folder / f"{name}.js" for name in ("phone", "result", "earlier")]
    packed = [zlib.compress(minified(one.read_bytes(), ".js"), 9) for one in scripts]
    assert sum(map(len, packed)) <= SCRIPTS
