"""From a document to a published profession, in a real browser, in few actions."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.desk.documents.documents import PROFILE
from tests.journeys.site.desk import at_the_desk
from tests.journeys.site.real_server import Site
from tests.profiles.documents.files.made import docx, paragraph

MOST_ACTIONS = 15
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def desk(browser: Browser, site: Site) -> Iterator[Page]:
    """The list of professions, before someone who has logged in on a laptop."""
    with at_the_desk(browser, site, width=1366) as page:
        page.goto(f"{site.url}/admin/profiles/profession/")
        yield page


class Hands:
    """Does what an editor does, and counts it."""

    def __init__(self) -> None:
        self.actions = 0

    def press(self, place: Locator) -> None:
        self.actions += 1
        place.click()

    def choose(self, place: Locator, label: str) -> None:
        self.actions += 1
        place.select_option(label=label)


@pytest.mark.parametrize("is_file", [False, True], ids=["pasted", "file"])
def test_a_document_is_published_in_few_actions(desk: Page, *, is_file: bool) -> None:
    said: list[str] = []
    desk.on("console", lambda message: said.append(message.text))
    name = "Pemandu Galeri" if is_file else "Pemandu Museum"
    text = PROFILE.replace("Pemandu Museum", name, 1)
    hands = Hands()
    hands.press(desk.get_by_role("link", name="Dari dokumen"))
    hands.actions += 1
    if is_file:
        raw = docx(*(paragraph(line) for line in text.splitlines()))
        file = {"name": "pemandu.docx", "mimeType": "application/octet-stream", "buffer": raw}
        desk.get_by_label("atau pilih berkas").set_input_files(file)  # type: ignore[arg-type]
    else:
        desk.get_by_label("Tempel teksnya di sini").fill(text)
    assert_accessible_at_every_width(desk)
    hands.press(desk.get_by_role("button", name="Baca dokumen"))

    unsure = desk.locator(".paragraphs").first.locator("li")
    expect(unsure).to_have_count(2)
    expect(unsure.first).to_contain_text("karena judul “Kisah Nyata” belum dikenal")
    assert_accessible_at_every_width(desk)
    hands.choose(unsure.nth(0).get_by_label("Bagian"), "jangan dipakai")
    hands.choose(unsure.nth(1).get_by_label("Bagian"), "gambaran pekerjaan")
    hands.press(desk.get_by_role("button", name="Simpan sebagai draf"))
    expect(desk.locator(".messagelist")).to_contain_text(f"“{name}” tersimpan sebagai draf")

    hands.press(desk.get_by_role("button", name="Simpan dan terbitkan"))
    expect(desk.locator(".messagelist")).to_contain_text("terbit sebagai edisi 1")
    hands.press(desk.get_by_role("link", name="Lihat halamannya"))
    expect(desk).to_have_url(re.compile(r"/profesi/pemandu-(museum|galeri)/$"))
    expect(desk.get_by_text("Rombongan sekolah datang setiap Selasa pagi.")).to_be_visible()
    assert hands.actions <= MOST_ACTIONS
    assert [text for text in said if "Content Security" in text] == []


def assert_accessible_at_every_width(page: Page) -> None:
    """Nothing of ours for axe to find, and no sideways scroll on a laptop or a tablet."""
    for width in (1024, 1366):
        page.set_viewport_size({"width": width, "height": 768})
        results = Axe().run(page, "#content")  # around it is Django's own
        assert results.violations_count == 0, results.generate_report()
        assert page.evaluate(TOO_WIDE) <= 0
