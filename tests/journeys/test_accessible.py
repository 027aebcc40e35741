"""Every page of a student's, for everybody: screen readers, keyboards, large letters, fingers."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.site.more_professions import twins
from tests.journeys.site.pages import PROFESSION, QUIZ, assert_accessible, assert_targets_are_large
from tests.journeys.site.real_server import Site

# A quiz without answers is sent from its page; RESULT stands for the address of a result.
RESULT = "result"
REFUSED = "refused quiz"
PAGES = (
    "/",
    "/profesi/",
    "/profesi/?cari=komunikasih&keterampilan=leadership&jurusan=hukum",
    "/profesi/?cari=xyzzy&jurusan=x",
    PROFESSION,
    QUIZ,
    REFUSED,
    RESULT,
    f"{RESULT}jawaban/",
    f"{QUIZ}lembar-teknis/1/",
    f"{RESULT}hapus/",
    f"/hasil/{'a' * 22}/",
    "/privasi/",
    "/luring/",
    "/tidak-ada/",
)
every_page = pytest.mark.parametrize("path", PAGES)
in_each_language = pytest.mark.parametrize("language", ["", "/en"])
in_each_scheme = pytest.mark.parametrize("colours", ["light", "dark"])

CUT_OFF = """() => [...document.querySelectorAll("h1, h2, p, a, button, li, label, td, th, dd")]
  .filter(e => e.offsetParent && !e.matches(".skip-link"))
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
  .map(e => e.textContent.trim())"""

# What can be operated, each radio group once, numbered for the walk.
NUMBER_CONTROLS = """() => {
  const groups = new Set();
  const controls = [...document.querySelectorAll(
      "a[href], button, input:not([type=hidden]), select, textarea, summary")]
    .filter(e => e.checkVisibility({ visibilityProperty: true }))
    .filter(e => e.type !== "radio" || !groups.has(e.name) && groups.add(e.name));
  controls.forEach((e, n) => { e.dataset.walk = n; });
  return controls.map(e => e.textContent.trim() || e.name);
}"""
FOCUSED = """() => {
  const at = document.activeElement;
  const group = at.type === "radio" && document.querySelector(`[name="${at.name}"][data-walk]`);
  const marked = [[at], [at, "::after"], [at.closest("label")]].some(([e, part]) => {
    const style = e && getComputedStyle(e, part);
    return style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  });
  const { top, bottom } = at.getBoundingClientRect();
  return { walk: (group || at).dataset.walk, marked, seen: bottom > 0 && top < innerHeight };
}"""


def test_the_letters_are_wide_and_the_same_on_every_machine(page: Page) -> None:
    widths = page.evaluate(
        """() => ["system-ui", "sans-serif", "serif", "bold 100px serif"].map(font => {
          const context = new OffscreenCanvas(1, 1).getContext("2d");
          context.font = font.includes(" ") ? font : `100px ${font}`;
          return context.measureText("m").width;
        })"""
    )
    assert [round(width) for width in widths] == [97, 97, 95, 106]  # DejaVu's; Arial has 83


def open_page(page: Page, site: Site, path: str, result: str, language: str = "") -> None:
    """Open one of PAGES, and all that unfolds on it."""
    page.goto(site.url + language + (QUIZ if path == REFUSED else path.replace(RESULT, result)))
    if path == REFUSED:
        page.evaluate("document.querySelector('form.quiz').submit()")
        expect(page.get_by_role("alert")).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")


@in_each_scheme
@in_each_language
@every_page
def test_nothing_is_in_anybody_s_way(
    path: str, language: str, colours: str, page: Page, site: Site, result: str
) -> None:
    page.emulate_media(color_scheme=colours)  # type: ignore[arg-type]  # one of two literals
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        open_page(page, site, path, result, language)
        assert_accessible(page)


@in_each_scheme
@in_each_language
@every_page
def test_letters_of_twice_the_size_fit(
    path: str, language: str, colours: str, page: Page, site: Site, result: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 740})
    page.emulate_media(color_scheme=colours)  # type: ignore[arg-type]  # one of two literals
    open_page(page, site, path, result, language)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert_accessible(page)
    assert page.evaluate(CUT_OFF) == []


def test_other_professions_on_a_result_fit_as_well(page: Page, site: Site, result: str) -> None:
    page.set_viewport_size({"width": 320, "height": 740})
    with twins(site, 2):
        open_page(page, site, RESULT, result)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.locator(".elsewhere li", has_text="Kembaran").count() == 2
        assert_accessible(page)
        assert page.evaluate(CUT_OFF) == []
        open_page(page, site, "/profesi/", result)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert_accessible(page)
        assert page.evaluate(CUT_OFF) == []


@every_page
def test_targets_are_at_least_44_pixels(path: str, page: Page, site: Site, result: str) -> None:
    open_page(page, site, path, result)
    assert_targets_are_large(page)


@every_page
def test_the_colours_of_the_system_hide_nothing(
    path: str, page: Page, site: Site, result: str
) -> None:
    page.emulate_media(forced_colors="active")
    open_page(page, site, path, result)
    assert_accessible(page)


@pytest.mark.parametrize("width", [360, 1280])
@every_page
def test_the_keyboard_reaches_everything_and_shows_where_it_is(
    path: str, width: int, page: Page, site: Site, result: str
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    open_page(page, site, path, result)
    controls = page.evaluate(NUMBER_CONTROLS)
    assert controls
    reached = []
    for _ in range(len(controls) + 1):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        if at["walk"] is None:  # past the end, where it begins anew
            continue
        assert at["marked"], f"no mark around {at}"
        assert at["seen"], f"out of sight: {at}"
        reached.append(int(at["walk"]))
    missed = [control for n, control in enumerate(controls) if n not in reached]
    assert missed == []
    first = reached.index(0)  # a page may begin further down, at what it has to say
    assert reached[first:] + reached[:first] == list(range(len(controls)))
