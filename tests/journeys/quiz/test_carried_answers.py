"""Answers that travel: what one quiz asked is offered in the next, on the same phone."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.site.more_professions import NEIGHBOUR, neighbour
from tests.journeys.site.pages import (
    QUIZ,
    answer_by_key,
    answer_quiz_by_key,
    assert_accessible,
    assert_targets_are_large,
    send_and_read_result,
    take_quiz,
)
from tests.journeys.site.real_server import Site
from tests.journeys.site.troubles import PLACE

OTHER_QUIZ = f"/profesi/{NEIGHBOUR}/kuis/"
KEPT = "Object.keys(localStorage).filter(name => name.startsWith('careerfit:sent:answers:'))"
SHARED, OPEN = 12, 6


@pytest.fixture(scope="module")
def site_with_neighbour(site: Site) -> Iterator[Site]:
    """A second profession, which asks for two of the shipped one's traits and one of its own."""
    with neighbour(site):
        yield site


@pytest.fixture
def phone(page: Page, site_with_neighbour: Site) -> Page:
    """A phone on which the shipped quiz was answered, seventeen days ago."""
    page.clock.install()
    take_quiz(page, site_with_neighbour.url)
    page.clock.fast_forward(17 * 24 * 3_600_000)
    return page


def open_other_quiz(page: Page, site: Site) -> None:
    page.goto(site.url + OTHER_QUIZ)


def carried(site: Site) -> dict[str, str]:
    ((stored,),) = site.query("SELECT carried FROM quiz_attempt ORDER BY id DESC LIMIT 1")
    return stored


def test_answers_are_taken_along_after_asking_whose_they_are(
    phone: Page, site_with_neighbour: Site
) -> None:
    page, site = phone, site_with_neighbour
    page.set_viewport_size({"width": 360, "height": 640})
    open_other_quiz(page, site)
    ask = page.locator(".ask").filter(visible=True)
    expect(ask.get_by_role("heading")).to_contain_text("Ini kamu?")
    assert not re.search(r"\d|Kampanye", ask.inner_text())
    assert_accessible(page)
    ask.get_by_role("button", name="Ya", exact=True).click()
    expect(ask.get_by_role("heading")).to_contain_text(f"{SHARED} dari {SHARED + OPEN} sudah kamu")
    expect(ask).to_contain_text("Pengurus Kampanye Politik")
    assert_accessible(page)
    assert_targets_are_large(page)
    page.reload()  # it was said for today
    ask.get_by_role("button", name="Pakai lagi").click()
    # Only what is open is asked.
    expect(page.locator(".statement.now input:checked")).to_have_count(0)
    answer_by_key(page, [4] * OPEN)
    expect(page.get_by_role("heading", level=2)).to_have_text("18 dari 18 dijawab")
    listed = page.locator("[data-part=all] li")
    expect(listed.filter(has_text="dari kuis Pengurus Kampanye Politik")).to_have_count(SHARED)
    assert_accessible(page)
    # Each can be changed, and is then one of today.
    changed = listed.filter(has_text="dari kuis").first
    changed.get_by_role("button").click()
    chosen = page.locator(".statement.now input:checked")
    code = (chosen.get_attribute("name") or "").removeprefix("answer-")
    answer_by_key(page, [1 if chosen.get_attribute("value") != "1" else 2])
    expect(listed.filter(has_text="dari kuis")).to_have_count(SHARED - 1)
    page.reload()  # a draft knows what was taken along
    page.get_by_role("button", name="Lanjutkan").click()
    expect(listed.filter(has_text="dari kuis")).to_have_count(SHARED - 1)
    send_and_read_result(page)
    expect(page.get_by_text(f"{SHARED - 1} jawaban kamu pakai lagi dari ")).to_be_visible()
    days = carried(site)
    assert code not in days
    assert len(days) == SHARED - 1
    # The first quiz's answers are still there for others, and beside them those of today.
    assert len(page.evaluate(KEPT)) == 2


def test_the_next_student_gets_nothing_of_the_last_one(
    phone: Page, site_with_neighbour: Site
) -> None:
    page, site = phone, site_with_neighbour
    open_other_quiz(page, site)
    page.get_by_role("button", name="Bukan, kosongkan").click()
    expect(page.locator(PLACE)).to_have_text("1 dari 18")
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    assert page.evaluate(KEPT) == []
    assert page.evaluate("localStorage['careerfit:results']") is None
    answer_quiz_by_key(page)
    send_and_read_result(page)
    assert carried(site) == {}
    # And what is kept is the next student's alone, also where nobody was asked.
    assert page.evaluate(KEPT) == [f"careerfit:sent:answers:{NEIGHBOUR}"]
    page.goto(site.url + QUIZ)
    page.get_by_role("button", name="Ya", exact=True).click()
    page.get_by_role("button", name="Jawab semua dari awal").click()
    expect(page.locator(PLACE)).to_have_text("1 dari 24")
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    answer_quiz_by_key(page)
    send_and_read_result(page)
    assert carried(site) == {}
    assert page.evaluate(KEPT) == ["careerfit:sent:answers:pengurus-kampanye-politik"]


def test_answers_are_kept_for_thirty_days_and_not_without_their_result(
    phone: Page, site_with_neighbour: Site
) -> None:
    page, site = phone, site_with_neighbour
    page.clock.fast_forward(12 * 24 * 3_600_000)
    open_other_quiz(page, site)
    expect(page.get_by_role("heading", name="Ini kamu?")).to_be_visible()
    page.clock.fast_forward(2 * 24 * 3_600_000)
    open_other_quiz(page, site)
    expect(page.locator(PLACE)).to_have_text("1 dari 18")
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("heading", name="Ini kamu?")).to_be_hidden()
    assert page.evaluate(KEPT) == []
    page.goto(site.url)
    take_quiz(page, site.url)
    assert page.evaluate(KEPT) != []
    page.get_by_role("link", name="Hapus sekarang").click()
    page.get_by_role("button", name="Ya, hapus sekarang").click()
    expect(page.get_by_role("heading", name="Tidak ada hasil di alamat ini")).to_be_visible()
    assert page.evaluate(KEPT) == []
