"""Nothing that a student answers is lost, and nothing arrives twice: a few of each kind of trouble.

`site/soak.py` does the same 200 times.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserType, Page, expect

from tests.journeys.site.network import Network, State
from tests.journeys.site.pages import PROFESSION, QUIZ, STATEMENTS, clear
from tests.journeys.site.real_server import Site
from tests.journeys.site.troubles import (
    KEPT_PAGES,
    ON_DISK,
    PLACE,
    SEND,
    UNSENT,
    Student,
    cut_at,
    kill,
    phone_of,
    send_at_last,
    send_through,
)


@pytest.fixture
def student(network: Network, site: Site) -> Student:
    return Student.anyone(network, site)


@pytest.mark.parametrize("statement", [0, 1, 12, 23])
def test_the_network_goes_at_a_statement(statement: int, page: Page, student: Student) -> None:
    cut_at(page, student, statement)
    assert student.arrived() == 1


@pytest.mark.parametrize("state", ["portal", "impostor", "answers lost", "broken"])
def test_the_network_fails_while_sending(state: State, page: Page, student: Student) -> None:
    student.fill_in(page)
    send_through(page, student, state, state)
    assert student.arrived() == 1


def test_it_is_sent_by_itself_when_the_network_is_back(page: Page, student: Student) -> None:
    student.fill_in(page)
    student.send_in_vain(page, "down")
    student.network.state = "up"
    page.evaluate("dispatchEvent(new Event('online'))")
    student.see_result(page)
    assert student.arrived() == 1


def test_the_browser_is_killed_between_answers_and_while_unsent(
    student: Student,
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    tmp_path: Path,
) -> None:
    options = {**browser_type_launch_args, "locale": "id-ID"}
    with phone_of(browser_type, tmp_path, options) as phone:
        page = phone.new_page()
        student.open_quiz(page)
        student.learn_codes(page)
        student.answer(page, last=13)
        assert len(page.evaluate(ON_DISK)["answers"]) == 13
        kill(tmp_path)  # at once, when localStorage itself has not been written yet
    student.network.state = "down"
    with phone_of(browser_type, tmp_path, options) as phone:
        page = phone.new_page()
        page.goto(student.network.url + QUIZ)
        expect(page.get_by_role("heading", level=2)).to_have_text("Lanjutkan dari pernyataan 14?")
        student.go_on(page)
        student.send_in_vain(page, "answers lost")
        kill(tmp_path)
    student.network.state = "up"
    with phone_of(browser_type, tmp_path, options) as phone:
        page = phone.new_page()
        # Anywhere on the site, what waits is sent, and the result can be reached.
        page.goto(student.network.url + PROFESSION)
        page.get_by_role("link", name="Lihat hasilnya").click()
        student.see_result(page)
        expect(page.get_by_role("link", name="Lihat hasilnya")).to_be_hidden()
    assert student.arrived() == 1


def test_two_taps_on_send_are_one_attempt(page: Page, student: Student) -> None:
    student.fill_in(page)
    page.locator(SEND).dblclick()
    student.see_result(page)
    assert (student.arrived(), student.network.sent) == (1, 1)


def test_an_answer_that_is_changed_while_the_rest_is_on_its_way_is_sent_as_well(
    page: Page, student: Student, site: Site
) -> None:
    student.fill_in(page)
    student.network.delay = 2
    page.locator(SEND).click()
    page.get_by_role("button", name="Kembali").click()
    changed = Student(student.network, site, [*student.answers[:-1], student.answers[-1] % 5 + 1])
    changed.learn_codes(page)
    changed.answer(page, STATEMENTS - 1)
    page.locator(SEND).click()
    student.network.delay = 0
    student.see_result(page)
    assert (student.arrived(), changed.arrived()) == (1, 1)


def test_a_broken_server_does_not_hide_a_page_that_is_kept(page: Page, student: Student) -> None:
    student.open_quiz(page)
    student.network.state = "broken"
    page.reload()
    expect(page.locator(PLACE)).to_have_text("1 dari 24")


def test_pages_that_were_visited_open_without_a_network(page: Page, student: Student) -> None:
    student.open_quiz(page)
    student.learn_codes(page)
    page.goto(student.network.url + PROFESSION)
    page.goto(student.network.url + QUIZ)
    student.answer(page)
    page.locator(SEND).click()
    student.see_result(page)
    result = page.url
    student.network.state = "down"
    for address, title in (
        (PROFESSION, "Pengurus Kampanye Politik"),
        (QUIZ, "Kuis"),
        (result.removeprefix(student.network.url), "Hasil"),
        ("/profesi/", "Tidak ada jaringan"),
        ("/en/profesi/", "Tidak ada jaringan"),
    ):
        page.goto(student.network.url + address)
        assert page.title().startswith(title)
        assert page.evaluate("document.styleSheets[0].cssRules.length") > 5


def test_a_quiz_from_the_cache_has_a_key_of_its_own(page: Page, student: Student) -> None:
    student.open_quiz(page)
    page.reload()
    student.network.state = "down"
    keys = set()
    for _ in range(2):
        page.reload()
        keys.add(page.locator("[name=key]").input_value())
    assert len(keys) == 2
    assert {len(key) for key in keys} == {22}


BLOCKED = """Object.defineProperty(window, '%s',
  { get() { throw new DOMException('no', 'SecurityError'); } });"""
FULL = "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); };"
NO_SPACE = "IDBObjectStore.prototype.put = () => { throw new DOMException('no'); };"
NO_DATABASE = {
    "blocked": BLOCKED % "indexedDB",
    "full": NO_SPACE,
    "absent": "Object.defineProperty(window, 'indexedDB', { value: undefined });",
    "failing": "IDBFactory.prototype.open = () => { const asked = {};"
    " setTimeout(() => asked.onerror()); return asked; };",
    "silent": "IDBFactory.prototype.open = () => ({});",
}
NO_STORAGE = {"blocked": BLOCKED % "localStorage", "full": FULL}


@pytest.fixture
def forgetful(
    request: pytest.FixtureRequest, browser: Browser, browser_context_args: dict[str, Any]
) -> Iterator[Page]:
    """A page on a phone that cannot store: what it lacks is what the script in `param` takes."""
    context = browser.new_context(**browser_context_args)
    context.add_init_script(request.param)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    "forgetful",
    [NO_STORAGE[kind] + NO_DATABASE[kind] for kind in ("blocked", "full")],
    indirect=True,
    ids=["blocked", "full"],
)
def test_where_nothing_can_be_stored_it_says_so_and_still_arrives(
    forgetful: Page, student: Student
) -> None:
    page = forgetful
    student.fill_in(page)
    student.network.state = "down"
    page.locator(SEND).click()
    expect(page.locator(UNSENT)).to_contain_text("Biarkan halaman ini terbuka")
    send_at_last(page, student)
    assert student.arrived() == 1


@pytest.mark.parametrize(
    "forgetful",
    [*NO_STORAGE.values(), *NO_DATABASE.values()],
    indirect=True,
    ids=[
        *(f"storage {kind}" for kind in NO_STORAGE),
        *(f"database {kind}" for kind in NO_DATABASE),
    ],
)
def test_one_of_the_two_places_is_enough(forgetful: Page, student: Student) -> None:
    page = forgetful
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    student.open_quiz(page)
    student.learn_codes(page)
    student.answer(page, last=7)
    page.reload()
    expect(page.get_by_role("heading", level=2)).to_have_text("Lanjutkan dari pernyataan 8?")
    student.go_on(page)
    student.send_in_vain(page, "answers lost")
    student.network.state = "up"
    page.reload()
    student.see_result(page)
    assert student.arrived() == 1
    assert problems == []


def test_the_newer_of_two_copies_of_a_draft_counts(page: Page, student: Student) -> None:
    """A crash may leave an old copy in the one place or in the other."""
    student.open_quiz(page)
    student.answer(page, last=7)
    old = page.evaluate("Object.values(localStorage)[0]")
    student.answer(page, 7, 12)
    page.evaluate("old => { localStorage[JSON.parse(old).name] = old; }", old)
    page.reload()
    expect(page.get_by_role("heading", level=2)).to_have_text("Lanjutkan dari pernyataan 13?")
    page.evaluate(
        """() => {
          const entry = JSON.parse(Object.values(localStorage)[0]);
          entry.written += 1;
          entry.at = Object.keys(entry.answers)[0];
          entry.answers = {};
          localStorage[entry.name] = JSON.stringify(entry);
        }"""
    )
    page.reload()
    expect(page.get_by_role("heading", level=2)).to_have_text("Lanjutkan dari pernyataan 1?")
    page.wait_for_timeout(300)  # longer than the database takes
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)


def test_a_draft_is_gone_after_a_day(page: Page, student: Student) -> None:
    page.clock.install()
    page.goto(student.network.url + QUIZ)
    student.answer(page, last=5)
    page.clock.fast_forward("23:00:00")
    page.reload()
    expect(page.get_by_role("heading", level=2)).to_have_text("Lanjutkan dari pernyataan 6?")
    page.clock.fast_forward("02:00:00")
    page.reload()
    expect(page.locator(PLACE)).to_have_text("1 dari 24")
    assert page.evaluate("Object.keys(localStorage)") == []
    assert page.evaluate(ON_DISK) is None


def test_a_draft_of_another_edition_keeps_what_is_still_asked(page: Page, student: Student) -> None:
    student.open_quiz(page)
    student.learn_codes(page)
    student.answer(page, last=5)
    page.evaluate(
        """() => {
          const name = Object.keys(localStorage)[0];
          const entry = JSON.parse(localStorage[name]);
          entry.edition = "7";
          entry.written += 1;
          entry.answers["answer-GONE"] = "3";
          localStorage[name] = JSON.stringify(entry);
        }"""
    )
    page.reload()
    expect(page.get_by_text("Kuis ini baru diperbarui.")).to_be_visible()
    student.go_on(page)
    page.locator(SEND).click()
    student.see_result(page)
    assert student.arrived() == 1


# A quiz in English that was not acknowledged yet, and an earlier result.
LEFT_BY_THE_FIRST_VERSION = """([codes, answers]) => {
  const profession = "pengurus-kampanye-politik", edition = "1", key = "Left-by_an-older1page2";
  const given = codes.map((code, n) => [`answer-${code}`, String(answers[n])]);
  const fields = [["key", key], ["edition", edition], ["seconds", "300"], ...given];
  const name = `careerfit:quiz:${profession}`, written = Date.now() - 1e3;
  localStorage[name] = JSON.stringify({
    name, written, expires: written + 7 * 864e5, key, edition, spent: 3e5,
    answers: Object.fromEntries(given), action: `/en/profesi/${profession}/kuis/`,
    body: String(new URLSearchParams(fields)),
  });
  localStorage["careerfit:results"] = JSON.stringify([{
    address: `/en/hasil/${"o".repeat(22)}/`, profession, edition, match: 50, low: 42, high: 58,
    date: new Date(written - 80 * 864e5).toISOString(),
  }]);
}"""


def test_what_the_first_version_left_on_a_phone_is_sent_and_found(
    page: Page, student: Student
) -> None:
    student.open_quiz(page)
    student.learn_codes(page)
    seen = student.site.attempts()
    page.evaluate(LEFT_BY_THE_FIRST_VERSION, [student.codes, student.answers])
    page.goto(student.network.url + PROFESSION)
    link = page.get_by_role("link", name="Lihat hasilnya")
    link.click()
    expect(page).to_have_url(f"{student.network.url}/en/hasil/Left-by_an-older1page2/")
    page.get_by_role("button", name="Yes", exact=True).click()
    expect(page.locator(".earlier li a")).to_have_attribute("href", f"/en/hasil/{'o' * 22}/")
    expect(page.locator("[data-sent]")).to_be_hidden()
    assert student.arrived() == 1
    assert len(student.site.attempts()) == len(seen) + 1
    stored = page.evaluate("Object.keys(localStorage)")
    assert sorted(stored) == ["careerfit:mine", "careerfit:results"]


def test_one_press_clears_everything_on_a_shared_computer(page: Page, student: Student) -> None:
    student.open_quiz(page)
    student.answer(page)
    student.send_in_vain(page, "down")
    page.evaluate("localStorage['careerfit:results'] = '[]'; localStorage.other = 'kept'")
    student.network.state = "up"
    before = student.network.sent
    clear(page)
    expect(page.get_by_text("Sudah dihapus dari perangkat ini.")).to_be_visible()
    stored = page.evaluate("Object.keys(localStorage)")
    assert sorted(stored) == ["careerfit-cleared", "other"]
    assert page.evaluate(ON_DISK) is None
    assert "kuis" not in str(page.evaluate(KEPT_PAGES))
    assert student.network.sent - before <= 1  # one may have been on its way
    page.goto(student.network.url + QUIZ)
    expect(page.locator(PLACE)).to_have_text("1 dari 24")
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
