"""Turns the bytes of a file into text, or says why they are none.

Pure. Three encodings are what Indonesian offices save: UTF-8, UTF-16 (Windows' "Unicode") and
cp1252 (Windows' "ANSI"). Each is tried in an order in which none can pass for another.
"""

from __future__ import annotations

import re
from typing import Final, Literal

MAX_BYTES = 1_000_000
# Every line is read by itself, which takes time; a profile has some dozens.
MAX_LINES = 20_000

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CONTROL_BYTES = bytes(set(range(32)) - set(b"\t\n\v\f\r")) + b"\x7f"
_MAX_CONTROL_SHARE = 0.1
# In UTF-16, one byte of almost every Latin letter is zero, and always the same one of the two.
_MIN_ZERO_SHARE: Final = 0.4
_MAX_OTHER_ZERO_SHARE: Final = 0.05
_MARKUP = re.compile(r"\s*(?:<(?:!doctype|html|\?xml)\b|\{\\rtf)", re.IGNORECASE)


class NotAProfile(ValueError):
    """These bytes are no text that could be a profile; `code` says why."""

    Code = (
        Literal["empty", "too_large", "binary", "unknown_encoding", "markup"]
        | Literal["too_large_file", "too_large_unzipped", "too_demanding", "damaged", "encrypted"]
        | Literal["pictures", "old_word", "other_office"]
    )

    def __init__(self, code: Code) -> None:
        super().__init__(code)
        self.code: NotAProfile.Code = code


def decode(raw: bytes) -> str:
    """The text of a file, or `NotAProfile`."""
    if len(raw) > MAX_BYTES:
        raise NotAProfile("too_large")
    text = _text(raw, _encoding(raw))
    if len(text.splitlines()) > MAX_LINES:
        raise NotAProfile("too_large")
    if not text.strip():
        raise NotAProfile("empty")
    if _MARKUP.match(text):
        raise NotAProfile("markup")
    return text


def _encoding(raw: bytes) -> str:
    if raw.startswith(_UTF16_MARKS):
        return "utf-16"
    if b"\0" in raw:
        return _utf16_without_mark(raw)
    controls = len(raw) - len(raw.translate(None, _CONTROL_BYTES))
    if controls > len(raw) * _MAX_CONTROL_SHARE:
        raise NotAProfile("binary")
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _utf16_without_mark(raw: bytes) -> str:
    pairs = max(len(raw) // 2, 1)
    even, odd = raw[::2].count(0) / pairs, raw[1::2].count(0) / pairs
    if odd > _MIN_ZERO_SHARE and even < _MAX_OTHER_ZERO_SHARE:
        return "utf-16-le"
    if even > _MIN_ZERO_SHARE and odd < _MAX_OTHER_ZERO_SHARE:
        return "utf-16-be"
    raise NotAProfile("binary")


def _text(raw: bytes, encoding: str) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        raise NotAProfile("unknown_encoding") from None
    if "\0" in text:
        raise NotAProfile("binary")
    # Other encodings of one byte a letter decode as well, but not into letters of words.
    if encoding == "cp1252" and not _reads_as_words(text):
        raise NotAProfile("unknown_encoding")
    return text


_MAX_FOREIGN_SHARE: Final = 0.1


def _reads_as_words(text: str) -> bool:
    """Are nearly all letters plain ones, as in every Indonesian text?"""
    letters = sum(map(str.isalpha, text))
    foreign = sum(letter.isalpha() and not letter.isascii() for letter in text)
    return foreign <= letters * _MAX_FOREIGN_SHARE
