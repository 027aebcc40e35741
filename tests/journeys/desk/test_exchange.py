"""An editor takes the workbench out, changes a cell in the spreadsheet, and brings it back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect

from tests.journeys.site.desk import at_the_desk
from tests.journeys.site.real_server import Site

NO_WIDER = "document.documentElement.scrollWidth <= innerWidth"


@pytest.fixture
def desk(browser: Browser, site: Site) -> Iterator[Page]:
    """A page of the admin of the first start, on a tablet."""
    with at_the_desk(browser, site, width=1024) as page:
        yield page


def look(page: Page) -> None:
    """What is ours on this page is for everybody, and nothing of it is off screen."""
    assert page.evaluate(NO_WIDER)
    found = Axe().run(page, context=".exchange")  # what is around it is Django's
    assert found.violations_count == 0, found.generate_report()


def test_a_spreadsheet_goes_out_and_comes_back_with_a_change(
    desk: Page, site: Site, tmp_path: Path
) -> None:
    said: list[str] = []
    desk.on("console", lambda message: said.append(message.text))
    desk.goto(f"{site.url}/admin/profiles/profession/")
    desk.get_by_role("link", name="Ekspor dan impor").click()
    look(desk)
    with desk.expect_download() as started:
        desk.get_by_role("link", name="Unduh XLSX").click()
    file = tmp_path / "careerfit.xlsx"
    started.value.save_as(file)

    book = load_workbook(file)
    sheet = book["Profesi"]
    heads = {str(cell.value): cell.column for cell in sheet[1]}
    (row,) = (cells[0].row for cells in sheet if cells[0].value == "koki")
    sheet.cell(row, heads["Bidang"]).value = "angkasa"
    book.save(file)
    desk.set_input_files("#id_file", file)
    desk.get_by_role("button", name="Lihat apa yang akan berubah").click()
    expect(desk.get_by_role("alert")).to_contain_text("ada 1 hal yang perlu dibetulkan")
    expect(desk.get_by_role("row", name="“angkasa” tidak dikenal")).to_contain_text(str(row))
    look(desk)

    sheet.cell(row, heads["Bidang"]).value = "Seni dan media"
    sheet.cell(row, heads["Belum ditempatkan"]).value = "=CATATAN(1)"
    sheet.cell(row, heads["Belum ditempatkan"]).data_type = "s"
    book.save(file)
    desk.set_input_files("#id_file", file)
    desk.get_by_role("button", name="Lihat apa yang akan berubah").click()
    expect(desk.get_by_role("heading", name="Profesi: Koki")).to_be_visible()
    expect(desk.get_by_role("row", name="Bidang")).to_contain_text("Seni dan media")
    look(desk)
    desk.get_by_role("button", name="Ya, tulis perubahan ini").click()
    expect(desk.locator(".messagelist .success")).to_contain_text("1 profesi dan 0 keterampilan")
    (field,) = site.query("SELECT field FROM profiles_profession WHERE slug = 'koki'")
    assert field == ("arts",)
    assert [text for text in said if "Content Security" in text] == []
