"""What one cell says: from the value to the cell of a spreadsheet, and from any cell to the value.

Whatever a file holds comes in here, so whatever comes out can be stored: no control characters, no
halves of characters, one kind of line break.
"""

from __future__ import annotations

import re
from typing import Any, Final

from django.utils.translation import gettext as _

from profiles.exchange.columns import Column

LONGEST: Final = 32_767
"""Characters in one cell: what spreadsheets take, and ten times what a text of ours has."""

YES: Final = "ya"
NO: Final = "tidak"
_TRUE = frozenset({YES, "y", "yes", "true", "benar", "1", "x", "v", "✓"})
_FALSE = frozenset({NO, "t", "no", "false", "salah", "0"})
_KEYINGS = {"+1": "+", "1": "+", "-1": "−", "-": "−", "–": "−", "−1": "−"}
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_WHOLE = re.compile(r"-?[0-9]{1,9}(\.0*)?$")

Cell = str | int | float | bool | None


class Unreadable(ValueError):
    """A cell does not hold what its column takes; the message is a sentence for editors."""


def plain(text: str) -> str:
    """The text as files carry it: without outer white space and control characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _NOT_TEXT.sub("", lines).strip()


def to_cell(column: Column, value: Any) -> Cell:
    """What a spreadsheet says for a value."""
    if column.kind == "yes_no":
        return YES if value else NO
    if column.kind == "addresses":
        return "\n".join(value)
    if column.kind == "choice":
        return dict(column.words).get(value, value)
    return value


def from_cell(column: Column, cell: Any) -> Any:
    """The value that a cell stands for, whether a spreadsheet or JSON holds it.

    An empty cell is None where its column takes no text.

    Raises Unreadable where its column does not take it.
    """
    if column.kind == "addresses":
        return _addresses(cell)
    text = _text(cell)
    if column.kind == "yes_no":
        return _yes_no(text) if text else None
    if column.kind == "whole":
        return _whole(text)
    if column.kind == "choice":
        return _choice(column, text)
    if column.kind == "four_digits" and isinstance(cell, int | float) and text:
        return text.zfill(4)  # a spreadsheet took it for a number
    return text


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return YES if cell else NO
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell) if abs(cell) < 10**15 else cell
    if not isinstance(cell, str | int | float):
        raise Unreadable(_("Isi dengan teks biasa, bukan tanggal, daftar, atau rumus."))
    text = plain(str(cell))
    if len(text) > LONGEST:
        raise Unreadable(_("Terlalu panjang: paling banyak 32.767 huruf dalam satu sel."))
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise Unreadable(_("Ada huruf yang rusak. Ketik ulang isinya."))
    return text


def _yes_no(text: str) -> bool:
    if text.casefold() in _TRUE:
        return True
    if text.casefold() in _FALSE:
        return False
    raise Unreadable(_("Isi “ya” atau “tidak”."))


def _whole(text: str) -> int | None:
    if not text:
        return None
    if not _WHOLE.match(text):
        raise Unreadable(_("Isi dengan bilangan bulat, misalnya 3."))
    return int(text.partition(".")[0])


def _choice(column: Column, text: str) -> Any:
    said = text.casefold()
    if column.name == "keying":
        said = _KEYINGS.get(said, said)
    if not said:
        return ""
    for value, word in column.words:
        if said in (str(value).casefold(), word.casefold()):
            return value
    words = ", ".join(word for _value, word in column.words[:12])
    raise Unreadable(
        _("“%(text)s” tidak dikenal. Pilihannya: %(words)s.")
        % {
            "text": text[:40],
            "words": words,
        }
    )


def _addresses(cell: Any) -> list[str]:
    given = cell if isinstance(cell, list) else re.split(r"[\n,;]", _text(cell))
    return sorted({text for text in map(_text, given) if text})
