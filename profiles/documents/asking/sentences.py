"""Cuts a paragraph into its sentences, verbatim. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from profiles.documents import wording

_TOKEN = re.compile(r"\S+")


def sentences(paragraph: str) -> list[str]:
    """The paragraph's sentences, verbatim."""
    return [paragraph[start:end] for start, end in _spans(paragraph)]


def _spans(paragraph: str) -> Iterator[tuple[int, int]]:
    start: int | None = None
    end, ended = 0, False
    for token in _TOKEN.finditer(paragraph):
        if start is not None and ended and not token[0][0].islower():
            yield start, end
            start = None
        opens = start is None
        if start is None:
            start = token.start()
        end, ended = token.end(), _ends_sentence(token[0], opens=opens)
    if start is not None:
        yield start, end


def _ends_sentence(token: str, *, opens: bool) -> bool:
    word = token.rstrip("\"'\u201d\u2019)]")
    if word.endswith(("!", "?", "\u2026")):
        return True
    # "PT.", the initial in "S. Rahman", and the number before "1. Teliti" end nothing.
    stem = word[:-1].lstrip("(\"'\u201c\u2018").casefold()
    is_short_form = stem in wording.ABBREVIATIONS or (len(stem) == 1 and stem.isalpha())
    return word.endswith(".") and not is_short_form and not (opens and stem.isdigit())
