"""One student on a bad network, from the first tap to the result: what the runs have in common."""

from __future__ import annotations

import contextlib
import os
import random
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, BrowserType, Error, Page, expect

from tests.journeys.site.network import Network, State
from tests.journeys.site.pages import QUIZ, RESULT_ADDRESS, STATEMENTS, answer_by_key
from tests.journeys.site.real_server import Site

PLACE = "[data-part=place]"
UNSENT = "[data-part=unsent]"
# The worker has taken over, and has put away the page that was loaded before it was there.
UNTIL_KEPT = """async () => {
  const kept = () => caches.match(location.href, { ignoreVary: true });
  while (!navigator.serviceWorker.controller || !(await kept()))
    await new Promise((resolve) => setTimeout(resolve, 20));
}"""
# The entry that would survive a crash; asking for it waits for what is being written.
ON_DISK = """() => new Promise((resolve, reject) => {
  const opening = indexedDB.open("careerfit");
  opening.onerror = reject;
  opening.onsuccess = () => {
    const asked = opening.result.transaction("entries").objectStore("entries").getAll();
    asked.onsuccess = () => resolve(asked.result[0] ?? null);
  };
})"""
# What the worker keeps for reading without a network.
KEPT_PAGES = """async () => (await Promise.all((await caches.keys()).map(
  async name => (await (await caches.open(name)).keys()).map(r => r.url)))).flat()
  .filter(address => !address.includes("/static/"))"""
SEND = "form.quiz button[type=submit]"


@dataclass
class Student:
    """Someone with answers of their own, so that every attempt can be told from the others."""

    network: Network
    site: Site
    answers: list[int]

    @classmethod
    def anyone(cls, network: Network, site: Site) -> Student:
        return cls(network, site, random.choices(range(1, 6), k=STATEMENTS))  # noqa: S311

    def open_quiz(self, page: Page) -> None:
        page.goto(self.network.url + QUIZ)
        expect(page.locator(PLACE)).to_have_text("1 dari 24")
        page.evaluate(UNTIL_KEPT)

    def fill_in(self, page: Page) -> None:
        """Open the quiz and answer every statement."""
        self.open_quiz(page)
        self.learn_codes(page)
        self.answer(page)

    def answer(self, page: Page, first: int = 0, last: int = STATEMENTS) -> None:
        answer_by_key(page, self.answers[first:last])

    def go_on(self, page: Page) -> None:
        """Take up the draft where the page offers it, and answer the rest."""
        page.get_by_role("button", name="Lanjutkan", exact=True).click()
        if page.locator(".overview").is_hidden():
            self.answer(page, int(page.locator(PLACE).inner_text().split()[0]) - 1)

    def send_in_vain(self, page: Page, state: State) -> None:
        self.network.state = state
        page.locator(SEND).click()
        expect(page.locator(UNSENT)).to_contain_text("Belum terkirim. Jawabanmu aman")

    def see_result(self, page: Page) -> None:
        expect(page).to_have_url(RESULT_ADDRESS, timeout=20_000)
        expect(
            page.get_by_role("heading", name="Bicarakan dengan guru BK", exact=True)
        ).to_be_visible()

    def arrived(self) -> int:
        """How often exactly these answers have arrived."""
        mine = dict(zip(self.codes, self.answers, strict=True))
        return self.site.attempts().count(mine)

    codes: tuple[str, ...] = ()

    def learn_codes(self, page: Page) -> None:
        self.codes = tuple(
            page.eval_on_selector_all(
                "fieldset.statement", "all => all.map(s => s.querySelector('input').name.slice(7))"
            )
        )


def cut_at(page: Page, student: Student, statement: int) -> None:
    """The network goes when a statement is open, the page is opened again without it."""
    student.open_quiz(page)
    student.learn_codes(page)
    student.answer(page, last=statement)
    student.network.state = "down"
    page.reload()
    if statement:
        student.go_on(page)
    else:
        student.answer(page)
    send_through(page, student, "down")


def send_through(page: Page, student: Student, *states: State) -> None:
    """Send in each of these states of the network, and then while it is up."""
    for state in states:
        student.send_in_vain(page, state)
    send_at_last(page, student)


def send_at_last(page: Page, student: Student) -> None:
    """The network is back, and the student sees to it that the answers go out."""
    student.network.state = "up"
    with contextlib.suppress(Error):  # they may have gone by themselves just now
        page.locator(SEND).click(timeout=2_000)
    student.see_result(page)


@contextlib.contextmanager
def phone_of(kind: BrowserType, folder: Path, options: dict[str, Any]) -> Iterator[BrowserContext]:
    """A browser that keeps what it stores in a folder, as a phone does."""
    context = kind.launch_persistent_context(folder, **options)
    try:
        yield context
    finally:
        with contextlib.suppress(Error):
            context.close()


def kill(folder: Path) -> None:
    """End the browser that uses the folder as an empty battery does."""
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            command = (process / "cmdline").read_bytes().decode(errors="replace")
            if f"--user-data-dir={folder}" in command:
                os.kill(int(process.name), signal.SIGKILL)
