"""Compiles the translations, so that a school's machine needs no gettext programs."""

from __future__ import annotations

import os
from pathlib import Path

LOCALE_FOLDER = Path(__file__).parents[1] / "locale"


def compile_changed(folder: Path = LOCALE_FOLDER) -> list[Path]:
    """Write the .mo file of every .po file that has none as new as itself; returns those written.

    Django reads translations once, at the first text that it shows, so this comes before it.
    """
    written = []
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        _compile(source, target)
        written.append(target)
    return written


def _compile(source: Path, target: Path) -> None:
    """Compile one file, replacing the old one in a single step: others may be reading it."""
    import polib  # only when something changed: it costs every command some milliseconds

    unfinished = target.with_suffix(f".{os.getpid()}.tmp")
    polib.pofile(str(source)).save_as_mofile(str(unfinished))
    unfinished.replace(target)
