"""Draws the pictures that are not pages' own: the app's icons, and what stands beside a link.

Run ``.venv/bin/python script/pictures.py`` when a drawing has changed, and commit what it wrote.
It needs what the tests need: Chromium, which draws, and Pillow, which writes. A phone loads an icon
with its first page, so they are written small: few colours, as a palette.
"""

from __future__ import annotations

import math
import os
import shutil
from base64 import b64encode
from collections import Counter
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
STYLES = ROOT / "careerfit" / "static" / "careerfit"
FOLDER = STYLES / "pictures"
ICONS = ROOT / "templates" / "icons"
LETTERS = ROOT / "tests/journeys/fonts/DejaVuSerif-Bold.ttf"  # the same on every machine
BRAND = "#0b6b63"
COLOURS = 48  # more are not seen, and weigh
EXACT = 4  # the drawing's own and nothing; the rest are edges, for which near enough is good

# As wide and high as Facebook, WhatsApp and others ask for; in both languages, so without words.
PREVIEW = (1200, 630)
PREVIEW_PAGE = """<style>%(style)s
  @font-face { font-family: letters; src: url(data:font/ttf;base64,%(letters)s); }
  body { display: flex; align-items: center; justify-content: center; gap: 50px; }
  body { max-width: none; height: 630px; }
  .mark { display: block; width: 170px; height: 170px; margin-bottom: 20px; }
  .brand { display: block; font: 92px letters; }
  .paths { flex: none; width: 590px; max-width: none; border-radius: 60px; }
</style><div class="brand">%(mark)s<span>Career<b>Fit</b></span></div>%(paths)s"""


def main() -> None:
    """Write every size that browsers, phones and other sites ask for."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox"] if os.geteuid() == 0 else [],
        )
        page = browser.new_page()
        for size in (192, 512):
            write(draw(page, size), f"icon-{size}.png")
        # A phone cuts this one to a shape of its own, so that it has no corners and a wide margin.
        maskable = Image.new("RGBA", (512, 512), BRAND)
        maskable.alpha_composite(draw(page, 400), (56, 56))
        write(maskable, "icon-maskable-512.png")
        write(draw(page, 32), "favicon.ico")
        draw_preview(page).save(FOLDER / "preview.png", optimize=True)
        browser.close()


def draw(page: Page, size: int) -> Image.Image:
    """The drawing, so wide and high, see-through where it draws nothing."""
    drawing = (FOLDER / "icon.svg").read_text(encoding="utf-8")
    page.set_viewport_size({"width": size, "height": size})
    page.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block }}</style>{drawing}")
    return Image.open(BytesIO(page.screenshot(omit_background=True))).convert("RGBA")


def draw_preview(page: Page) -> Image.Image:
    """The site's name beside the drawing of its front page, in the site's own colours."""
    width, height = PREVIEW
    page.set_viewport_size({"width": width, "height": height})
    parts = {
        name: (ICONS / f"{name}.svg").read_text(encoding="utf-8") for name in ("mark", "paths")
    }
    styles = [(STYLES / name).read_text(encoding="utf-8") for name in ("base.css", "profile.css")]
    letters = b64encode(LETTERS.read_bytes()).decode()
    page.set_content(PREVIEW_PAGE % {**parts, "style": "".join(styles), "letters": letters})
    page.evaluate("document.fonts.ready")
    return Image.open(BytesIO(page.screenshot())).convert("RGB")


def write(image: Image.Image, name: str) -> None:
    """Store the image with few colours, in the format that its name says."""
    few = image.quantize(COLOURS, method=Image.Quantize.FASTOCTREE)
    # Quantising averages; what is most of the picture keeps the very colour that was drawn.
    palette = in_fours(bytes(few.getpalette("RGBA") or []))
    for own, _ in reversed(Counter(in_fours(image.tobytes())).most_common(EXACT)):
        palette[palette.index(min(palette, key=lambda near: math.dist(near, own)))] = own
    few.putpalette(b"".join(palette), "RGBA")
    few.save(FOLDER / name, optimize=True, sizes=[image.size])


def in_fours(values: bytes) -> list[bytes]:
    """The colours: red, green, blue and opacity each."""
    return [values[at : at + 4] for at in range(0, len(values), 4)]


if __name__ == "__main__":
    main()
