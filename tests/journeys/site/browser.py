"""The Chromium that the tests drive: finds it, or gets one where that is allowed.

``script/test`` runs this as a program before the tests, which then only look for what is there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
FONTS = Path(__file__).parents[1] / "fonts" / "fonts.conf"
ARGUMENTS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MISSING = (
    "Chromium tidak ada dan tidak bisa dipasang: pasang dengan `sudo apt install chromium`, "
    "lalu jalankan lagi."
)
# Playwright's own download goes into .venv, beside Playwright, unless somebody says where.
BESIDE_PLAYWRIGHT = {"PLAYWRIGHT_BROWSERS_PATH": "0"}


def find_browser() -> str | None:
    """The system's Chromium, which gets its security fixes, else the one that Playwright got."""
    return next(filter(None, map(shutil.which, NAMES)), None) or _fetched_browser()


def must_have_browser() -> bool:
    """Whether a run without a browser is a failure: where nobody reads what was not tested."""
    return os.environ.get("CI", "").lower() not in {"", "0", "false"}


def launch_options(browser: str | None) -> dict[str, Any]:
    """How Playwright shall start it: with the letters that the tests bring, and quiet."""
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {
        "executable_path": browser,
        "args": [*ARGUMENTS, *as_root],
        "env": {**os.environ, "FONTCONFIG_FILE": str(FONTS)},
    }


def main() -> int:
    """Get a browser if there is none, and say what that takes."""
    if find_browser() or _by_package_manager() or _by_playwright():
        return 0
    _say(MISSING)
    return 1


def _by_package_manager() -> bool:
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not shutil.which("apt-get") or not _succeeds([*as_root, "true"]):
        return False
    _say("Memasang Chromium …")
    _succeeds([*as_root, "apt-get", "update"])  # where that fails, the lists of before may do
    install = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "--yes", "chromium"]
    return _succeeds([*as_root, *install]) and find_browser() is not None


def _by_playwright() -> bool:
    _say("Mengunduh Chromium milik Playwright (sekitar 200 MB) …")
    fetch = [sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"]
    return _succeeds(fetch) and find_browser() is not None


def _fetched_browser() -> str | None:
    """What Playwright fetched, if it starts: it brings none of the libraries that it needs."""
    ask = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", ask],
        env={**BESIDE_PLAYWRIGHT, **os.environ},
        capture_output=True,
        text=True,
        check=False,
    )
    path = answer.stdout.strip()
    return path if path and _succeeds([path, "--version"]) else None


def _succeeds(command: list[str]) -> bool:
    if shutil.which(command[0]) is None:
        return False
    environment = {**BESIDE_PLAYWRIGHT, **os.environ}
    ended = subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    return ended.returncode == 0


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


if __name__ == "__main__":
    sys.exit(main())
