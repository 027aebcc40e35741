"""Pictures of the students' pages, taken through the real server; script/screenshots runs this."""

from __future__ import annotations

import argparse
import base64
import os
import secrets
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, FloatRect, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.journeys.site.browser import find_browser  # noqa: E402
from tests.journeys.site.pages import (  # noqa: E402
    PROFESSION,
    QUIZ,
    VARIED,
    answer_by_key,
    claim_results,
    send_and_read_result,
    take_quiz,
)
from tests.journeys.site.real_server import Site, served_site  # noqa: E402

OUTPUT = Path(os.environ.get("VAR_DIR") or ROOT / "var") / "screenshots"
README_PICTURE = ROOT / "docs" / "screenshot.png"
# More professions than the one that ships, so that the list is one.
DOCUMENTS = [
    ROOT / "tests" / "profiles" / "documents" / name
    for name in ("koordinator-festival-seni.txt", "petugas-arsip.txt")
]

PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
README_PART: FloatRect = {"x": 0, "y": 0, "width": 360, "height": 580}
DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
DEVICES = {"phone": PHONE, "desktop": DESKTOP}
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
# Pictures further down are only loaded when a reader gets there.
LOAD_ALL = """() => Promise.all([...document.images].map(image => {
  image.loading = "eager";
  return image.decode();
}))"""
PLAIN = {
    "home": "/",
    "list": "/profesi/",
    "search": "/profesi/?cari=komunikasih&jurusan=hukum",
    "search-empty": "/profesi/?cari=xyzzy",
    "profession": PROFESSION,
    "quiz": QUIZ,
    "privacy": "/privasi/",
    "offline": "/luring/",
    "not-found": "/tidak-ada/",
}


def main() -> None:
    """Take the pictures that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--english", action="store_true", help="the English pages as well")
    parser.add_argument("--readme", action="store_true", help="only docs/screenshot.png")
    chosen = parser.parse_args()
    with _site() as site, _browser() as browser:
        if chosen.readme:
            take_readme_picture(browser, site)
            return
        for language in ["id", "en"] if chosen.english else ["id"]:
            take_all(browser, site, language)


@contextmanager
def _site() -> Iterator[Site]:
    os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(50))
    with (
        tempfile.TemporaryDirectory(prefix="careerfit-") as folder,
        served_site(Path(folder)) as site,
    ):
        site.manage("import_profession", *map(str, DOCUMENTS), "--publish")
        yield site


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(),
            args=["--disable-gpu", *(["--no-sandbox"] if os.geteuid() == 0 else [])],
        )
        yield browser
        browser.close()


def take_all(browser: Browser, site: Site, language: str) -> None:
    """Every page, on each device and in each colour scheme."""
    prefix = "" if language == "id" else f"/{language}"
    for device, options in DEVICES.items():
        for scheme in SCHEMES:
            context = browser.new_context(**options, color_scheme=scheme, service_workers="block")
            page = context.new_page()
            for name, path in shoot_path(page, site.url + prefix):
                folder = OUTPUT / language / f"{device}-{scheme}"
                folder.mkdir(parents=True, exist_ok=True)
                page.evaluate(LOAD_ALL)
                page.screenshot(path=folder / f"{name}.png", full_page=True)
                print(path, "→", folder / f"{name}.png")
            context.close()


def shoot_path(page: Page, url: str) -> Iterator[tuple[str, str]]:
    """Show one page after the other; yields the name and address of each while it is shown."""
    for name, path in PLAIN.items():
        page.goto(url + path, wait_until="networkidle")
        yield name, path
    # Without script the quiz is one page, which is how its errors come back at once.
    page.goto(url + QUIZ)
    page.evaluate("document.querySelector('form.quiz').submit()")
    page.wait_for_selector(".error-summary")
    yield "quiz-errors", QUIZ
    page.goto(url + QUIZ)
    yield from (("quiz-" + name, QUIZ) for name in shoot_quiz(page))
    address = send_and_read_result(page)
    yield "result", "/hasil/…/"
    take_quiz(page, url, (5, 4, 2, 3, 4))  # so that there are two to compare
    claim_results(page)
    page.locator("details").evaluate_all("all => all.forEach(one => (one.open = true))")
    yield "result-unfolded", "/hasil/…/"
    for name in ("jawaban", "hapus"):
        page.goto(f"{address}{name}/")
        yield f"result-{name}", f"/hasil/…/{name}/"
    page.locator(".button.danger").click()
    page.wait_for_selector("[data-gone]")
    yield "result-gone", "/hasil/…/"


def shoot_quiz(page: Page) -> Iterator[str]:
    """The states of a quiz where the script runs; in the end it is answered and not sent."""
    answer_by_key(page, VARIED * 2)
    page.locator(".statement.now input").nth(3).check()
    page.wait_for_timeout(400)
    yield "at-12"
    page.reload()
    page.wait_for_selector(".asking")
    yield "asks-to-go-on"
    page.locator("[data-do=resume]").click()
    page.locator("[data-do=next]").click()  # one is skipped
    answer_by_key(page, VARIED * 3)
    page.wait_for_selector(".reviewing")
    yield "overview"
    page.route("**/kuis/", lambda route: route.abort())
    page.locator("form.quiz [type=submit]").click()
    page.wait_for_selector(".unsent:not([hidden])")
    yield "unsent"
    page.unroute("**/kuis/")


def take_readme_picture(browser: Browser, site: Site) -> None:
    """Three phones side by side: the front page, a profession, a result."""
    context = browser.new_context(**PHONE, service_workers="block")
    page = context.new_page()
    pictures = []
    for name, _ in shoot_path(page, site.url):
        if name in {"home", "profession", "result"}:
            pictures.append(page.screenshot(clip=README_PART))
    sheet = browser.new_page(viewport={"width": 940, "height": 504})
    sheet.set_content(_sheet(pictures))
    README_PICTURE.parent.mkdir(exist_ok=True)
    sheet.screenshot(path=README_PICTURE)
    print(README_PICTURE, README_PICTURE.stat().st_size, "bytes")


def _sheet(pictures: list[bytes]) -> str:
    images = "".join(
        f'<img src="data:image/png;base64,{base64.b64encode(picture).decode()}">'
        for picture in pictures
    )
    return (
        "<style>body{margin:0;padding:24px;display:flex;gap:14px;background:#e1f0ec}"
        "img{width:288px;border-radius:22px;border:1px solid #c8dcd6}</style>" + images
    )


if __name__ == "__main__":
    main()
