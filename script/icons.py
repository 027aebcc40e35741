"""Draws the app's icons from careerfit/static/careerfit/icon.svg.

Run ``.venv/bin/python script/icons.py`` when the drawing has changed, and commit what it wrote.
It needs what the tests need: Chromium. A phone loads an icon with its first page, so they are
written small: few colours, as a palette.
"""

from __future__ import annotations

import base64
import os
import shutil
import struct
import zlib
from collections import Counter
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

FOLDER = Path(__file__).resolve().parent.parent / "careerfit" / "static" / "careerfit"
BRAND = "#0b6b63"
EXACT = 8  # the drawing's own colours; the rest are edges, for which near enough is good
STEP = 17  # there each of red, green, blue and opacity takes one of sixteen values

DRAW = """async ([drawing, size, drawn, background]) => {
    const image = new Image();
    image.src = "data:image/svg+xml," + encodeURIComponent(drawing);
    await image.decode();
    const canvas = new OffscreenCanvas(size, size);
    const context = canvas.getContext("2d");
    if (background) {
        context.fillStyle = background;
        context.fillRect(0, 0, size, size);
    }
    context.drawImage(image, (size - drawn) / 2, (size - drawn) / 2, drawn, drawn);
    const bytes = context.getImageData(0, 0, size, size).data;
    return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(""));
}"""


def main() -> None:
    """Write every size that browsers and phones ask for."""
    drawing = (FOLDER / "icon.svg").read_text(encoding="utf-8")
    # Without a size of its own a drawing has none on a canvas.
    drawing = drawing.replace("<svg ", '<svg width="512" height="512" ', 1)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox"] if os.geteuid() == 0 else [],
        )
        page = browser.new_page()
        for size in (192, 512):
            (FOLDER / f"icon-{size}.png").write_bytes(as_png(draw(page, drawing, size), size))
        # A phone cuts this one to a shape of its own, so that it has no corners and a wide margin.
        maskable = draw(page, drawing, 512, drawn=400, background=BRAND)
        (FOLDER / "icon-maskable-512.png").write_bytes(as_png(maskable, 512))
        (FOLDER / "favicon.ico").write_bytes(as_ico(as_png(draw(page, drawing, 32), 32), 32))
        browser.close()


def draw(page: Page, drawing: str, size: int, *, drawn: int = 0, background: str = "") -> bytes:
    """The pixels (red, green, blue, opacity) of the drawing, `drawn` wide in the middle."""
    return base64.b64decode(page.evaluate(DRAW, [drawing, size, drawn or size, background]))


def as_png(pixels: bytes, size: int) -> bytes:
    """A PNG with a palette of at most 256 colours, the see-through ones first."""
    found = [pixels[at : at + 4] for at in range(0, len(pixels), 4)]
    counts = Counter(found)
    rounded = {one: bytes(round(byte / STEP) * STEP for byte in one) for one in counts}
    rounded |= {one: one for one, _ in counts.most_common(EXACT)}
    palette = sorted(set(rounded.values()), key=lambda one: one[3])
    if len(palette) > 256:
        raise ValueError(f"{len(palette)} colours do not fit a palette: make STEP larger")
    place = {one: palette.index(near) for one, near in rounded.items()}
    rows = bytes(place[one] for one in found)
    lines = b"".join(b"\0" + rows[at : at + size] for at in range(0, len(rows), size))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in (
            (b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 3, 0, 0, 0)),
            (b"PLTE", b"".join(one[:3] for one in palette)),
            (b"tRNS", bytes(one[3] for one in palette if one[3] < 255)),
            (b"IDAT", zlib.compress(lines, 9)),
            (b"IEND", b""),
        )
    )


def as_ico(png: bytes, size: int) -> bytes:
    """A PNG in the wrapping that /favicon.ico has: one image, its size, where it begins."""
    header = struct.pack("<HHH", 0, 1, 1)
    entry = struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(png), 22)
    return header + entry + png


if __name__ == "__main__":
    main()
