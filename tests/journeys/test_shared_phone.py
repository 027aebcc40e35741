"""One phone, several tabs or several students: no answers are lost, mixed up or left behind."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserType, Page, expect

from tests.journeys.site.network import Network
from tests.journeys.site.pages import (
    PROFESSION,
    QUIZ,
    answer_by_key,
    assert_accessible,
    claim_results,
    clear,
    take_quiz,
)
from tests.journeys.site.real_server import Site
from tests.journeys.site.troubles import KEPT_PAGES, ON_DISK, PLACE, SEND, UNSENT, Student, phone_of


@pytest.fixture
def student(network: Network, site: Site) -> Student:
    return Student.anyone(network, site)


@pytest.fixture
def other(page: Page, student: Student) -> Page:
    """Another tab, in which the quiz was opened first."""
    tab = page.context.new_page()
    student.open_quiz(tab)
    return tab


@pytest.fixture
def unsent(page: Page, student: Student) -> Page:
    """A quiz that was answered and sent without a network."""
    student.fill_in(page)
    student.send_in_vain(page, "down")
    return page


def test_another_tab_does_not_overwrite_what_waits(
    other: Page, unsent: Page, student: Student
) -> None:
    answer_by_key(other, [3])
    expect(other.locator(PLACE)).to_have_text("2 dari 24")
    student.network.state = "up"
    unsent.locator(SEND).click()
    student.see_result(unsent)
    assert student.arrived() == 1
    answer_by_key(other, [4])
    other.reload()
    expect(other.get_by_role("heading", level=2)).to_have_text("Lanjutkan dari pernyataan 3?")


def test_what_waits_is_sent_even_if_its_tab_is_closed_and_another_goes_on(
    other: Page, unsent: Page, student: Student
) -> None:
    unsent.close()
    answer_by_key(other, [3])
    expect(other.locator(PLACE)).to_have_text("2 dari 24")
    student.network.state = "up"
    other.goto(student.network.url + PROFESSION)
    late = other.get_by_role("link", name="Lihat hasilnya")
    other.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(late).to_be_in_viewport(ratio=1)
    assert late.evaluate("link => link.closest('[role=status]') !== null")
    late.click()
    student.see_result(other)
    assert student.arrived() == 1


def test_the_next_student_can_begin_while_the_answers_of_the_last_one_wait(
    unsent: Page, student: Student, site: Site
) -> None:
    following = Student.anyone(student.network, site)
    following.learn_codes(unsent)
    unsent.get_by_role("button", name="Mulai kuis untuk teman").click()
    expect(unsent.locator(PLACE)).to_have_text("1 dari 24")
    expect(unsent.locator(UNSENT)).to_be_hidden()
    expect(unsent.get_by_role("radio", checked=True)).to_have_count(0)
    following.answer(unsent)
    student.network.state = "up"
    unsent.locator(SEND).click()
    following.see_result(unsent)
    unsent.get_by_role("link", name="Lihat hasilnya").click()
    student.see_result(unsent)
    assert (student.arrived(), following.arrived()) == (1, 1)


@pytest.mark.parametrize("kind", ["result", "refused"])
def test_clearing_works_at_an_address_with_a_fragment(kind: str, page: Page, site: Site) -> None:
    if kind == "result":
        take_quiz(page, site.url)
        page.goto(page.url + "#isi")
    else:
        page.goto(site.url + QUIZ)
        page.evaluate("document.querySelector('form.quiz').submit()")
        page.get_by_role("alert").get_by_role("link").first.click()
    clear(page)
    expect(page.get_by_text("Sudah dihapus dari perangkat ini.")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage)") == ["careerfit-cleared"]
    kept = page.evaluate(KEPT_PAGES)
    assert not [address for address in kept if "hasil" in address or "kuis" in address]


def test_clearing_takes_two_presses_and_leaves_the_back_button_nothing(
    page: Page, site: Site
) -> None:
    page.goto(site.url + PROFESSION)
    take_quiz(page, site.url)
    page.get_by_text("Hapus semua dari perangkat ini").click()
    results, answers = sorted(page.evaluate("Object.keys(localStorage)"))
    assert results == "careerfit:results"
    assert answers.startswith("careerfit:sent:answers:")
    page.get_by_role("button", name="Ya, hapus semua").click()
    expect(page.get_by_text("Sudah dihapus dari perangkat ini.")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage)") == ["careerfit-cleared"]
    page.go_back()
    expect(page.locator(PLACE)).to_have_text("1 dari 24")
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)


def test_results_show_only_to_who_says_that_they_are_theirs(page: Page, site: Site) -> None:
    page.clock.install()
    take_quiz(page, site.url)
    page.goto(site.url)
    here = page.get_by_role("region", name="Di perangkat ini")
    expect(here).to_contain_text("Ini kamu?")
    assert not re.search(r"\d|Kampanye", here.inner_text())
    claim_results(page)
    expect(here.get_by_role("link", name="Pengurus Kampanye Politik")).to_be_focused()
    page.reload()
    expect(here.get_by_role("link")).to_have_count(1)
    page.clock.fast_forward("24:00:00")
    page.reload()
    expect(here).to_contain_text("Ini kamu?")
    page.get_by_role("button", name="Bukan, kosongkan").click()
    expect(here).to_be_hidden()
    assert page.evaluate("localStorage['careerfit:results']") is None


def test_results_are_forgotten_after_ninety_days(page: Page, site: Site) -> None:
    page.clock.install()
    take_quiz(page, site.url)
    page.clock.fast_forward(89 * 24 * 3_600_000)
    page.goto(site.url)
    expect(page.get_by_role("region", name="Di perangkat ini")).to_be_visible()
    page.clock.fast_forward(2 * 24 * 3_600_000)
    page.reload()
    expect(page.get_by_role("region", name="Di perangkat ini")).to_be_hidden()
    assert page.evaluate("localStorage['careerfit:results']") is None


def test_home_leads_on_to_a_quiz_that_was_begun(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(site.url + QUIZ)
    answer_by_key(page, [4] * 7)
    page.goto(site.url)
    here = page.get_by_role("region", name="Di perangkat ini")
    expect(here.get_by_role("listitem")).to_contain_text("7 dari 24")
    profession = page.locator(".card a").first
    expect(profession).to_be_in_viewport(ratio=1)
    assert_accessible(page)
    here.get_by_role("link", name="Lanjutkan kuis Pengurus Kampanye Politik").click()
    expect(page.get_by_role("heading", level=2)).to_have_text("Lanjutkan dari pernyataan 8?")
    page.get_by_role("button", name="Mulai dari awal").click()
    page.go_back()
    expect(here).to_be_hidden()


def test_clearing_reaches_the_other_tabs(unsent: Page, student: Student) -> None:
    other = unsent.context.new_page()
    other.goto(student.network.url + QUIZ)
    clear(other)
    unsent.wait_for_url(student.network.url + "/")
    other.wait_for_url(student.network.url + "/#terhapus")
    expect(other.get_by_role("heading", name="Sedang tidak ada jaringan")).to_be_visible()
    expect(other.get_by_text("Sudah dihapus dari perangkat ini.")).to_be_visible()
    assert unsent.evaluate(ON_DISK) is None


def test_a_page_that_arrives_after_clearing_is_not_kept(page: Page, student: Student) -> None:
    student.open_quiz(page)
    student.answer(page)
    page.locator(SEND).click()
    student.see_result(page)
    page.reload()
    assert [address for address in page.evaluate(KEPT_PAGES) if "hasil" in address]
    student.network.delay = 5  # the worker shows what it keeps after four seconds
    page.reload()
    clear(page)
    page.wait_for_timeout(2_000)
    student.network.delay = 0
    expect(page.get_by_text("Sudah dihapus dari perangkat ini.")).to_be_visible(timeout=10_000)
    page.wait_for_timeout(500)
    assert not [address for address in page.evaluate(KEPT_PAGES) if "hasil" in address]


def test_the_back_button_does_not_bring_back_what_was_deleted(
    site: Site,
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    tmp_path: Path,
) -> None:
    # Test browsers have no pages ready for the back button; those of people have.
    options = {
        **browser_type_launch_args,
        "ignore_default_args": ["--disable-back-forward-cache"],
        "locale": "id-ID",
    }
    with phone_of(browser_type, tmp_path, options) as phone:
        page = phone.new_page()
        take_quiz(page, site.url)
        page.go_back(wait_until="commit")
        expect(page.get_by_text("Jawaban ini sudah terkirim.")).to_be_visible()
        expect(page.get_by_role("link", name="Lihat hasilnya")).to_be_hidden()
        page.go_forward(wait_until="commit")
        page.evaluate("() => { onpageshow = event => { self.wasReady = event.persisted; }; }")
        page.get_by_role("link", name="Hapus sekarang").click()
        page.go_back(wait_until="commit")
        assert page.evaluate("self.wasReady"), "the page was loaded anew anyway"
        page.go_forward(wait_until="commit")
        page.get_by_role("button", name="Ya, hapus sekarang").click()
        gone = page.get_by_role("heading", name="Tidak ada hasil di alamat ini")
        expect(gone).to_be_visible()
        page.wait_for_load_state()  # what forgets the result runs once the page is there
        page.go_back(wait_until="commit")
        page.go_back(wait_until="commit")
        expect(gone).to_be_visible()
