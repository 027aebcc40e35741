"""What the journeys do on the pages, in one place."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from contextlib import suppress

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, TimeoutError, expect

PROFESSION = "/profesi/pengurus-kampanye-politik/"
QUIZ = f"{PROFESSION}kuis/"
RESULT_ADDRESS = re.compile(r"/hasil/[\w-]{22}/$")
STATEMENTS = 24
VARIED = (4, 5, 3, 4, 2)
SKIP = 6


def answer_quiz(page: Page, answers: Iterable[int] = VARIED) -> None:
    """Tap an answer to every statement on the page, taking `answers` in turn."""
    statements = page.locator("fieldset.statement")
    expect(statements).to_have_count(STATEMENTS)
    # With the script, each statement shows up only after the one before it was answered.
    for statement, answer in zip(statements.all(), itertools.cycle(answers), strict=False):
        statement.get_by_role("radio").nth(answer - 1).check()


def answer_by_key(page: Page, answers: Iterable[int]) -> None:
    """Answer one statement after the other with the number keys, where the script runs."""
    focus_quiz(page)
    for answer in answers:
        page.keyboard.press(str(answer))


def focus_quiz(page: Page) -> None:
    """Put the focus into the quiz, outside of which a key is no answer."""
    page.evaluate(
        """() => {
          const form = document.querySelector("form.quiz");
          if (!form.contains(document.activeElement)) form.querySelector(".now input").focus();
        }"""
    )


def answer_quiz_by_key(page: Page, answers: Iterable[int] = VARIED) -> None:
    """Answer every statement with the number keys, taking `answers` in turn: the quickest way."""
    expect(page.locator(".stepping")).to_be_visible()
    answer_by_key(page, itertools.islice(itertools.cycle(answers), STATEMENTS))


def take_quiz(page: Page, site: str, answers: Iterable[int] = VARIED) -> str:
    """Answer with the number keys, taking `answers` in turn, and give the result's address.

    The quickest way to a result that a person has, for tests that begin there.
    """
    page.goto(site + QUIZ)
    answer_quiz_by_key(page, answers)
    return send_and_read_result(page)


def send(page: Page) -> None:
    """Press the form's only button, with the script after going on to the overview."""
    submit, forward = page.locator("form.quiz [type=submit]"), page.locator("[data-do=next]")
    # After the last answer the script goes on by itself, maybe before the click arrives.
    while not submit.is_visible():
        with suppress(TimeoutError):
            forward.click(timeout=500)
    submit.click()


def send_and_read_result(page: Page) -> str:
    """Send the quiz, wait for the result and give its address."""
    send(page)
    expect(page).to_have_url(RESULT_ADDRESS)
    page.wait_for_load_state()  # and what its script does at once
    return page.url


def claim_results(page: Page) -> None:
    """Say that the earlier results on this device are one's own."""
    page.get_by_text("Ini kamu?").filter(visible=True).wait_for()
    page.get_by_role("button", name="Ya", exact=True).click()


def clear(page: Page) -> None:
    """Delete everything from this device, which takes two presses."""
    page.get_by_text("Hapus semua dari perangkat ini").click()
    page.get_by_role("button", name="Ya, hapus semua").click()


def assert_accessible(page: Page) -> None:
    """No axe violation, every radio group named, and no sideways scroll."""
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    # Axe passes radio buttons in a group without a name, so that is looked at here.
    for group in page.locator("fieldset").all():
        assert (group.locator("legend").text_content() or "").strip()
    overflow = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert overflow <= 0, f"{overflow} px too wide"


def assert_targets_are_large(page: Page) -> None:
    """Everything to tap on is at least 44 pixels wide and high."""
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    small = page.evaluate(
        """() => [...document.querySelectorAll(
            "a, button, label:has(input), summary, select, input:not(label *):not([type=radio])")]
          .filter(e => !e.matches(".skip-link") && e.offsetParent)
          .map(e => [e.textContent.trim(), ...["width", "height"].map(
            side => Math.max(e.getBoundingClientRect()[side],
              e.matches(".card a") ? e.closest(".card").getBoundingClientRect()[side] : 0))])
          .filter(([, width, height]) => width < 44 || height < 44)"""
    )
    assert small == []


def pages_of(paper: bytes) -> int:
    """How many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b", paper))


def tap(page: Page, answer: int) -> None:
    """Choose an answer of the statement that stands there, by its number."""
    page.locator(".statement.now label").nth(answer - 1).tap()
