"""Draws the app's icons from careerfit/static/careerfit/icon.svg.

Run ``.venv/bin/python script/icons.py`` when the drawing has changed, and commit what it wrote.
It needs what the tests need: Chromium.
"""

from __future__ import annotations

import shutil
import struct
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

FOLDER = Path(__file__).resolve().parent.parent / "careerfit" / "static" / "careerfit"
BRAND = "#0b6b63"


def main() -> None:
    """Write every size that browsers and phones ask for."""
    drawing = (FOLDER / "icon.svg").read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        (FOLDER / "icon-192.png").write_bytes(draw(browser, drawing, 192))
        (FOLDER / "icon-512.png").write_bytes(draw(browser, drawing, 512))
        # A phone cuts this one to a shape of its own, so that it has no corners and a wide margin.
        maskable = draw(browser, drawing, 512, drawn=400, background=BRAND)
        (FOLDER / "icon-maskable-512.png").write_bytes(maskable)
        (FOLDER / "favicon.ico").write_bytes(as_ico(draw(browser, drawing, 32), 32))
        browser.close()


def draw(
    browser: Browser, drawing: str, size: int, *, drawn: int = 0, background: str = "transparent"
) -> bytes:
    """The drawing as a square PNG, itself `drawn` pixels wide in the middle of it."""
    page = browser.new_page(viewport={"width": size, "height": size})
    page.set_content(
        f"<style>body{{margin:0;height:{size}px;display:grid;place-items:center;"
        f"background:{background}}}svg{{width:{drawn or size}px}}</style>{drawing}"
    )
    picture = page.screenshot(omit_background=True)
    page.close()
    return picture


def as_ico(png: bytes, size: int) -> bytes:
    """A PNG in the wrapping that /favicon.ico has: one image, its size, where it begins."""
    header = struct.pack("<HHH", 0, 1, 1)
    entry = struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(png), 22)
    return header + entry + png


if __name__ == "__main__":
    main()
