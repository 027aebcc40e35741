"""200 students on a bad network: `script/test tests/journeys/site/soak.py`, a quarter of an hour.

Not part of the normal run, which has a few of each kind in test_offline.py.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserType, Page

from tests.journeys.site.network import Network, State
from tests.journeys.site.pages import QUIZ, STATEMENTS
from tests.journeys.site.real_server import Site
from tests.journeys.site.troubles import UNSENT, Student, cut_at, kill, phone_of, send_through

SENDING: tuple[State, ...] = ("down", "portal", "answers lost", "broken")
# Together 24 × 4 + 4 × 16 + 40 = 200.
CUTS = [(statement, n) for n in range(4) for statement in range(STATEMENTS)]
FAILED_SENDS = [(state, n) for n in range(16) for state in SENDING]
KILLS = range(40)


@pytest.fixture
def student(network: Network, site: Site) -> Student:
    return Student.anyone(network, site)


@pytest.mark.parametrize(("statement", "n"), CUTS)
def test_cut_at_each_statement(statement: int, n: int, page: Page, student: Student) -> None:
    cut_at(page, student, statement)
    assert student.arrived() == 1


@pytest.mark.parametrize(("state", "n"), FAILED_SENDS)
def test_cut_at_submission(state: State, n: int, page: Page, student: Student) -> None:
    student.fill_in(page)
    send_through(page, student, state, *random.choices(SENDING, k=n % 4))  # noqa: S311
    assert student.arrived() == 1


@pytest.mark.parametrize("n", KILLS)
def test_browser_killed(
    n: int,
    student: Student,
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    tmp_path: Path,
) -> None:
    """Killed at any moment; the last tap before it may or may not be on the disk."""
    answered, sends = n % (STATEMENTS + 1), n >= len(KILLS) // 2
    with phone_of(browser_type, tmp_path, browser_type_launch_args) as phone:
        page = phone.new_page()
        student.open_quiz(page)
        student.learn_codes(page)
        student.answer(page, last=answered)
        if answered == STATEMENTS or sends:
            student.answer(page, first=answered)
            student.send_in_vain(page, random.choice(SENDING))  # noqa: S311
        page.wait_for_timeout(random.choice((0, 20, 1_000, 6_000)))  # noqa: S311
        kill(tmp_path)
    student.network.state = "up"
    with phone_of(browser_type, tmp_path, browser_type_launch_args) as phone:
        page = phone.new_page()
        page.goto(student.network.url + QUIZ)
        page.wait_for_timeout(300)
        if page.locator(".asking").count():
            student.go_on(page)
        elif page.locator(".stepping:not(.reviewing)").count():
            student.answer(page)  # the draft was not on the disk yet: the answers are given anew
        if page.locator("form.quiz").count() and page.locator(UNSENT).is_hidden():
            page.locator("form.quiz button[type=submit]").click()
        student.see_result(page)
    assert student.arrived() == 1
