"""How the quiz looks: on low screens, in both colours, on paper, and while its script is late."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.journeys.site.pages import (
    QUIZ,
    RESULT_ADDRESS,
    answer_by_key,
    answer_quiz,
    assert_accessible,
    pages_of,
    send,
    tap,
)
from tests.journeys.site.real_server import Site
from tests.journeys.site.troubles import PLACE

# As long as an imported statement may be, and two words.
TEXTS = (
    "Kalau hasil kerja kelompok mengecewakan, saya ikut menjelaskannya kepada guru dan mencari"
    " cara memperbaikinya bersama",
    "Saya menulis.",
)
PLACES = """() => [...document.querySelectorAll(".now label")].map((label) => {
  const { top, bottom } = label.getBoundingClientRect();
  return [Math.round(top), Math.round(bottom)];
})"""


def test_the_scale_stands_still_and_shows_all_answers_on_a_low_screen(
    page: Page, site: Site
) -> None:
    page.set_viewport_size({"width": 360, "height": 560})
    page.emulate_media(reduced_motion="reduce")
    page.goto(site.url + QUIZ)
    page.evaluate(
        """texts => {
          document.querySelectorAll("legend").forEach((legend, n) => {
            if (n > 2) legend.textContent = texts[n % 2];
          });
          document.querySelectorAll(".scale label:nth-child(3) span").forEach((words) => {
            words.textContent = "Kadang sesuai, kadang tidak";
          });
        }""",
        TEXTS,
    )
    first = page.evaluate(PLACES)
    assert first[4][1] <= 560
    for n in range(8):
        expect(page.locator(PLACE)).to_have_text(f"{n + 1} dari 24")
        assert page.evaluate(PLACES) == first
        tap(page, 1 + n % 5)


def test_neither_end_of_the_scale_looks_like_the_right_one(quiz: Page) -> None:
    looks = quiz.evaluate(
        """() => [...document.querySelectorAll(".now label")].slice(0, 5).map((label) => {
          const { borderColor, backgroundColor, width } = getComputedStyle(label.firstChild);
          return [getComputedStyle(label).color, borderColor, backgroundColor, width].join();
        })"""
    )
    assert looks == looks[::-1]


@pytest.mark.parametrize("script", [True, False])
def test_the_whole_questionnaire_is_printed_on_two_pages(
    script: bool, browser: Browser, browser_context_args: dict[str, Any], site: Site
) -> None:
    context = browser.new_context(**{**browser_context_args, "java_script_enabled": script})
    page = context.new_page()
    page.goto(site.url + QUIZ)
    if script:
        expect(page.locator(PLACE)).to_have_text("1 dari 24")
    assert pages_of(page.pdf(prefer_css_page_size=True)) == 2
    page.emulate_media(media="print")
    statements = page.locator("fieldset.statement")
    assert [one.is_visible() for one in statements.all()] == [True] * 24
    assert statements.last.get_by_role("radio").count() == 5
    expect(page.get_by_text(site.url + QUIZ)).to_be_visible()
    expect(page.get_by_text("Nama Kelas Tanggal")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("language", ["", "/en"])
def test_every_state_is_accessible(language: str, colours: str, page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.emulate_media(color_scheme=colours)  # type: ignore[arg-type]  # one of two literals
    page.goto(site.url + language + QUIZ)
    answer_by_key(page, [4] * 9)
    tap(page, 4)
    assert_accessible(page)
    page.reload()
    expect(page.locator("[data-do=resume]")).to_be_visible()
    assert_accessible(page)
    page.locator("[data-do=resume]").tap()
    answer_by_key(page, [2] * 13)
    page.route("**/kuis/", lambda route: route.abort())
    send(page)
    expect(page.locator("[data-part=unsent]")).to_be_visible()
    assert_accessible(page)
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, summary, label")]
          .filter(e => e.offsetParent).map(e => e.getBoundingClientRect())
          .filter(({width, height}) => width < 44 || height < 44).length"""
    )
    assert small == 0


@pytest.mark.parametrize(("motion", "animations"), [("reduce", 0), ("no-preference", 1)])
def test_who_wants_no_motion_gets_none(motion: str, animations: int, quiz: Page) -> None:
    quiz.emulate_media(reduced_motion=motion)  # type: ignore[arg-type]  # one of two literals
    answer_by_key(quiz, [1])
    assert (
        quiz.evaluate("document.querySelector('.statement.now').getAnimations().length")
        == animations
    )


def test_nothing_jumps_when_the_script_comes_late(page: Page, site: Site) -> None:
    held: list[Route] = []
    page.route("**/quiz.*.js", lambda route: held.append(route))
    page.goto(site.url + QUIZ, wait_until="commit")
    page.wait_for_timeout(1_000)
    page.screenshot()  # it has been painted
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    held[0].continue_()
    expect(page.locator(PLACE)).to_have_text("1 dari 24")
    page.screenshot()
    shifts = page.evaluate(
        """() => new Promise(resolve => new PerformanceObserver(list => resolve(
          list.getEntries().map(shift => shift.value))).observe(
            { type: "layout-shift", buffered: true }) || setTimeout(resolve, 500, []))"""
    )
    assert shifts == []


def test_the_quiz_is_there_without_a_script_that_never_comes(page: Page, site: Site) -> None:
    page.route("**/quiz.*.js", lambda route: route.abort())
    page.goto(site.url + QUIZ)
    answer_quiz(page)
    for words in page.locator("main > :is(h1, p:not(.paper))").all():
        expect(words).to_have_css("clip-path", "none")
    page.get_by_role("button", name="Kirim dan lihat hasil").click()
    expect(page).to_have_url(RESULT_ADDRESS)
