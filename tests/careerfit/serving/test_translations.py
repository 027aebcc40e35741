"""Translations compile without gettext's programs, and only when they changed."""

from __future__ import annotations

import gettext
import os
from pathlib import Path

from careerfit.serving.translations import compile_changed

CATALOG = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Apa saya cocok?"
msgstr "Does it suit me?"

msgid "%d jawaban"
msgid_plural "%d jawaban"
msgstr[0] "%d answer"
msgstr[1] "%d answers"

#, fuzzy
msgid "Ragu"
msgstr "Unsure"
"""


def catalog(locale: Path, text: str = CATALOG) -> Path:
    source = locale / "en" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text(text)
    return source


def test_what_is_compiled_translates(tmp_path: Path) -> None:
    source = catalog(tmp_path)
    assert compile_changed(tmp_path) == [source.with_suffix(".mo")]
    english = gettext.translation("django", tmp_path, ["en"])
    assert english.gettext("Apa saya cocok?") == "Does it suit me?"
    assert english.ngettext("%d jawaban", "%d jawaban", 1) == "%d answer"
    assert english.ngettext("%d jawaban", "%d jawaban", 2) == "%d answers"
    assert english.gettext("Ragu") == "Ragu"  # what is only guessed is not shown


def test_only_what_changed_is_compiled_again(tmp_path: Path) -> None:
    source = catalog(tmp_path)
    compile_changed(tmp_path)
    assert compile_changed(tmp_path) == []
    catalog(tmp_path, CATALOG.replace("Does it suit me?", "Is it for me?"))
    later = source.with_suffix(".mo").stat().st_mtime_ns + 1
    os.utime(source, ns=(later, later))
    assert len(compile_changed(tmp_path)) == 1
    english = gettext.translation("django", tmp_path, ["en"])
    assert english.gettext("Apa saya cocok?") == "Is it for me?"
    assert {path.name for path in source.parent.iterdir()} == {"django.po", "django.mo"}
