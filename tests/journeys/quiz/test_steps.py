"""One statement at a time: what a finger, a keyboard and a screen reader meet on the way."""

from __future__ import annotations

from playwright.sync_api import Page, Route, expect

from tests.journeys.site.pages import (
    QUIZ,
    RESULT_ADDRESS,
    SKIP,
    answer_by_key,
    answer_quiz,
    assert_accessible,
    focus_quiz,
    send,
    tap,
)
from tests.journeys.site.real_server import Site
from tests.journeys.site.troubles import PLACE

FOCUSED = "document.activeElement.textContent.trim()"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).tap()


def statement(page: Page) -> str:
    return page.locator(".statement.now legend").inner_text()


def test_an_answer_leads_on_and_can_be_changed(quiz: Page) -> None:
    expect(quiz.locator("form.quiz").get_by_role("group")).to_have_count(1)
    first = statement(quiz)
    expect(quiz.get_by_role("button", name="Kembali")).to_be_hidden()
    tap(quiz, 4)
    expect(quiz.locator(PLACE)).to_have_text("2 dari 24")
    press(quiz, "Kembali")
    assert statement(quiz) == first
    tap(quiz, 2)
    expect(quiz.locator(PLACE)).to_have_text("2 dari 24")
    press(quiz, "Kembali")
    expect(quiz.get_by_role("radio", name="Tidak sesuai", exact=True)).to_be_checked()
    press(quiz, "Lanjut")
    press(quiz, "Lanjut")
    expect(quiz.locator(PLACE)).to_have_text("3 dari 24")


def test_a_second_tap_in_haste_is_not_an_answer_to_the_next_statement(quiz: Page) -> None:
    quiz.locator(".statement.now label").nth(3).dblclick(delay=80)
    expect(quiz.locator(PLACE)).to_have_text("2 dari 24")
    quiz.wait_for_timeout(300)
    expect(quiz.locator(PLACE)).to_have_text("2 dari 24")
    expect(quiz.get_by_role("radio", checked=True)).to_have_count(0)


def test_the_statement_has_the_focus_and_the_place_is_said(quiz: Page) -> None:
    assert quiz.evaluate("document.activeElement === document.body")
    tap(quiz, 3)
    expect(quiz.locator(PLACE)).to_have_text("2 dari 24")
    assert quiz.evaluate(FOCUSED) == statement(quiz)
    expect(quiz.get_by_role("main").get_by_role("status")).to_have_text("2 dari 24")
    live = "main :is([aria-live], [role=alert], [role=status])"
    assert quiz.locator(live).count() == 1
    expect(quiz.get_by_role("progressbar", name="Kemajuan")).to_have_js_property("value", 2)


def test_number_keys_answer_and_arrow_keys_only_look_around(quiz: Page) -> None:
    focus_quiz(quiz)
    quiz.keyboard.press("5")
    expect(quiz.locator(PLACE)).to_have_text("2 dari 24")
    quiz.keyboard.press("ArrowDown")
    for _ in range(3):
        quiz.keyboard.press("ArrowDown")
    quiz.wait_for_timeout(300)
    expect(quiz.locator(PLACE)).to_have_text("2 dari 24")
    expect(quiz.get_by_role("radio", name="Sesuai", exact=True)).to_be_checked()
    quiz.keyboard.press("Enter")
    expect(quiz.locator(PLACE)).to_have_text("3 dari 24")
    quiz.keyboard.press("Control+1")
    quiz.keyboard.press("6")
    expect(quiz.locator(PLACE)).to_have_text("3 dari 24")


def test_the_overview_leads_to_what_is_unanswered_and_back(quiz: Page) -> None:
    answer_quiz(quiz, [SKIP if n == 6 else 4 for n in range(24)])
    expect(quiz.get_by_role("heading", level=2)).to_have_text("23 dari 24 dijawab")
    assert quiz.evaluate(FOCUSED) == "23 dari 24 dijawab"
    expect(quiz.get_by_role("main").get_by_role("status")).to_have_text("23 dari 24 dijawab")
    assert_accessible(quiz)
    quiz.locator(".overview ul button").tap()
    expect(quiz.locator(PLACE)).to_have_text("7 dari 24")
    tap(quiz, 5)
    expect(quiz.get_by_role("heading", level=2)).to_have_text("24 dari 24 dijawab")
    quiz.wait_for_timeout(500)  # sooner, it would be the second half of a double tap
    quiz.get_by_text("Periksa semua jawabanmu").tap()
    expect(quiz.locator(".overview ol button")).to_have_count(24)
    assert_accessible(quiz)
    quiz.locator(".overview ol button").nth(2).tap()
    tap(quiz, 1)
    expect(quiz.get_by_role("heading", level=2)).to_have_text("24 dari 24 dijawab")
    send(quiz)
    expect(quiz).to_have_url(RESULT_ADDRESS)


def test_the_overview_asks_for_what_is_lacking_and_for_nothing_else(quiz: Page) -> None:
    communication, skipped = (0, 4, 8), (0, 1, 4, 8)
    answer_by_key(quiz, [4] * 24)
    for n in skipped:
        quiz.get_by_text("Periksa semua jawabanmu").click()
        quiz.locator(".overview ol button").nth(n).click()
        quiz.locator(".statement.now label").nth(SKIP - 1).click()
        expect(quiz.locator(".overview")).to_be_visible()
    lacks = quiz.locator("[data-part=gaps]")
    expect(lacks).to_have_text("Komunikasi masih kurang 1 jawaban.")
    expect(quiz.get_by_role("button", name="Kirim dan lihat hasil")).to_be_hidden()
    assert_accessible(quiz)
    press(quiz, "Jawab yang masih kurang")
    for n in communication[:2]:
        expect(quiz.locator(PLACE)).to_have_text(f"{n + 1} dari 24")
        tap(quiz, SKIP)
        quiz.wait_for_timeout(500)  # sooner, it would be the second half of a double tap
    expect(quiz.locator(PLACE)).to_have_text("9 dari 24")
    press(quiz, "Kembali")
    expect(quiz.locator(PLACE)).to_have_text("5 dari 24")
    tap(quiz, 2)
    expect(quiz.get_by_role("heading", level=2)).to_have_text("21 dari 24 dijawab")
    expect(lacks).to_be_hidden()
    send(quiz)
    expect(quiz).to_have_url(RESULT_ADDRESS)


def test_who_chooses_without_a_pointer_is_told_before_the_quiz_moves_on(quiz: Page) -> None:
    choose = "document.querySelector('.statement.now input').click()"
    tap(quiz, 4)
    expect(quiz.locator(PLACE)).to_have_text("2 dari 24")
    quiz.evaluate(choose)
    expect(quiz.locator("[data-part=status]")).to_contain_text("kuis langsung lanjut")
    quiz.wait_for_timeout(300)
    expect(quiz.locator(PLACE)).to_have_text("2 dari 24")
    press(quiz, "Lanjut")
    quiz.evaluate(choose)
    expect(quiz.locator(PLACE)).to_have_text("4 dari 24")


def test_starting_over_begins_with_nothing_and_another_key(quiz: Page) -> None:
    answer_by_key(quiz, [4] * 3)
    key = quiz.locator("[name=key]").input_value()
    quiz.reload()
    expect(quiz.get_by_role("heading", level=2)).to_have_text("Lanjutkan dari pernyataan 4?")
    assert quiz.evaluate(FOCUSED) == "Lanjutkan dari pernyataan 4?"
    press(quiz, "Mulai dari awal")
    expect(quiz.locator(PLACE)).to_have_text("1 dari 24")
    expect(quiz.get_by_role("radio", checked=True)).to_have_count(0)
    assert quiz.locator("[name=key]").input_value() != key
    quiz.reload()
    expect(quiz.locator(PLACE)).to_have_text("1 dari 24")


def test_looking_back_does_not_take_back_what_was_sent(quiz: Page) -> None:
    answer_by_key(quiz, [4, 2, 5] * 8)
    quiz.route("**/kuis/", lambda route: route.abort())
    send(quiz)
    expect(quiz.locator("[data-part=unsent]")).to_be_visible()
    press(quiz, "Kembali")
    body = "JSON.parse(Object.values(localStorage)[0]).body"
    assert quiz.evaluate(body)
    tap(quiz, 1)
    expect(quiz.locator("[data-part=unsent]")).to_be_hidden()
    assert not quiz.evaluate(body)


def test_keys_elsewhere_on_the_page_are_no_answers(quiz: Page) -> None:
    quiz.keyboard.press("4")  # the page has just been opened
    quiz.get_by_role("link", name="Profesi", exact=True).focus()
    quiz.keyboard.press("4")
    quiz.wait_for_timeout(300)
    expect(quiz.locator(PLACE)).to_have_text("1 dari 24")
    expect(quiz.get_by_role("radio", checked=True)).to_have_count(0)


def test_a_key_that_is_let_go_in_another_window_stops_no_tap(quiz: Page) -> None:
    quiz.keyboard.down("Alt")
    tap(quiz, 4)
    expect(quiz.locator(PLACE)).to_have_text("2 dari 24")


def test_answers_that_were_given_before_the_script_came_stay(page: Page, site: Site) -> None:
    held: list[Route] = []
    page.route("**/quiz.*.js", lambda route: held.append(route))
    page.goto(site.url + QUIZ, wait_until="commit")
    for statement in page.locator("fieldset.statement").all()[:6]:
        statement.get_by_role("radio").nth(3).check()
    held[0].continue_()
    expect(page.locator(PLACE)).to_have_text("7 dari 24")
    expect(page.locator("input:checked")).to_have_count(6)


def test_the_time_that_was_spent_counts_on_after_a_refusal(page: Page, site: Site) -> None:
    page.clock.install()
    page.goto(site.url + QUIZ)
    # As if the page came from before the edition asked for more.
    page.evaluate("document.querySelector('#quiz-steps').dataset.needs = '[]'")
    for n in range(24):
        expect(page.locator(PLACE)).to_have_text(f"{n + 1} dari 24")
        page.clock.fast_forward(5_000)
        if n % 4:
            answer_by_key(page, [n % 5 + 1])
        else:
            page.locator("[data-do=next]").click()
    send(page)
    expect(page.get_by_role("alert")).to_be_visible()
    for statement in page.locator("fieldset.statement:has(.error)").all():
        statement.get_by_role("radio").nth(3).check()
    page.locator("form.quiz [type=submit]").click()
    expect(page).to_have_url(RESULT_ADDRESS)
    ((signs, is_counted),) = site.query(
        "SELECT signs, submitted_at - started_at > interval '100 seconds'"
        " FROM quiz_attempt ORDER BY id DESC LIMIT 1"
    )
    assert is_counted
    assert "fast" not in signs
