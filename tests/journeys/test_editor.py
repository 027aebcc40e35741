"""An editor's way through the admin, in a real browser with the strict policy on."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.site.desk import at_the_desk
from tests.journeys.site.real_server import Site


@pytest.fixture
def desk(browser: Browser, site: Site) -> Iterator[Page]:
    """A page of someone who has logged in as the admin of the first start."""
    with at_the_desk(browser, site, width=1280, height=900) as page:
        yield page


def test_describe_preview_and_publish_a_profession(desk: Page, site: Site) -> None:
    said: list[str] = []
    desk.on("console", lambda message: said.append(message.text))
    desk.goto(f"{site.url}/admin/profiles/profession/add/")
    desk.locator("#id_name").press_sequentially("Penerjemah Lisan")
    expect(desk.locator("#id_slug")).to_have_value("penerjemah-lisan")
    desk.fill(
        "#id_overview", "Penerjemah lisan mengalihkan ucapan dari satu bahasa ke bahasa lain."
    )
    desk.fill("#id_not_measured", "Pengetahuan tentang dua bahasa belum dinilai dalam kuis ini.")
    desk.click("text=Simpan dan terbitkan")
    expect(desk.locator(".messagelist .error")).to_contain_text("Tambahkan paling sedikit satu")

    desk.fill("#id_suited", "Ia senang menyampaikan pesan orang lain dengan tepat.")
    desk.select_option("#id_demands-0-trait", label="Komunikasi")
    desk.fill("#id_demands-0-weight", "2")
    desk.fill("#id_demands-0-evidence", "Kalimat yang tidak ada.")
    desk.fill("#id_majors-0-name", "Sastra Inggris")
    desk.click("text=Simpan dan terbitkan")
    expect(desk.locator(".messagelist .error")).to_contain_text("Bukti untuk Komunikasi")

    desk.fill("#id_demands-0-evidence", "Ia senang menyampaikan pesan orang lain dengan tepat.")
    desk.click("text=Simpan dan pratinjau")
    expect(desk.get_by_text("Periksa dulu sebelum menerbitkan:")).to_be_visible()
    expect(desk.get_by_role("link", name="Sastra Inggris")).to_be_visible()
    desk.click("text=Kembali menyunting")
    desk.click("text=Simpan dan terbitkan")
    desk.get_by_role("button", name="Ya, terbitkan seperti ini").click()
    expect(desk.locator(".messagelist .success")).to_contain_text("terbit sebagai edisi 1")
    desk.click("text=Lihat halamannya")
    expect(desk).to_have_url(re.compile("/profesi/penerjemah-lisan/$"))

    desk.goto(f"{site.url}/admin/profiles/profession/")
    row = desk.get_by_role("row", name="Penerjemah Lisan")
    expect(row).to_contain_text("Terbit, edisi 1")
    row.get_by_role("link", name="Penerjemah Lisan").click()
    expect(desk.locator("input#id_slug")).to_have_count(0)
    assert [text for text in said if "Content Security" in text] == []


@pytest.mark.parametrize(
    "page_of_admin",
    [
        "",
        "profiles/profession/",
        "profiles/trait/",
        "profiles/edition/",
        "quiz/attempt/",
        "auth/user/",
        "analisis/pemakaian/",
        "analisis/keterampilan/1/",
        "analisis/kuis/1/",
        "langkah-kedua/pasang/",
    ],
)
def test_pages_of_the_admin_keep_to_the_policy(page_of_admin: str, desk: Page, site: Site) -> None:
    problems: list[str] = []
    desk.on("console", lambda message: problems.append(message.text))
    desk.on("pageerror", lambda error: problems.append(str(error)))
    response = desk.goto(f"{site.url}/admin/{page_of_admin}", wait_until="networkidle")
    assert response is not None
    assert response.status == 200
    assert "unsafe" not in response.headers["content-security-policy"]
    assert problems == []
