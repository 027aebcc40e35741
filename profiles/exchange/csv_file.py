"""Statements as a CSV file, as an Indonesian Excel saves them."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Final

from django.utils.translation import gettext as _

from profiles.exchange.cells import LONGEST
from profiles.exchange.columns import STATEMENTS
from profiles.exchange.faults import Faults, FileRefused
from profiles.exchange.lines import MOST_ROWS, Lines, read_table

LARGEST: Final = 4 * 1024 * 1024
_SEPARATORS = (";", ",", "\t")
_SHEET = "CSV"


def read(data: bytes, faults: Faults) -> Lines:
    """The statements that the file holds; what is wrong with single ones is added to `faults`.

    Raises FileRefused where it is too large, or no text.
    """
    if len(data) > LARGEST:
        raise FileRefused(_("Berkas CSV ini terlalu besar: paling besar 4 MB."))
    text = _decode(data)
    if "\x00" in text:
        raise FileRefused(_("Berkas ini bukan CSV. Simpan ulang sebagai CSV UTF-8."))
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(_SEPARATORS, key=first.count)
    rows = csv.reader(StringIO(text, newline=""), delimiter=separator)
    numbered = []
    try:
        # A text may go on over several lines; the row is the line on which it begins.
        begins = 1
        for cells in rows:
            numbered.append((begins, tuple(cells)))
            begins = rows.line_num + 1
            if len(numbered) > MOST_ROWS:
                raise FileRefused(
                    _("Terlalu banyak baris: paling banyak 30.000 dalam satu berkas.")
                )
    except csv.Error as error:  # a field beyond the module's own limit
        raise FileRefused(
            _("Ada isian yang lebih panjang daripada %s huruf. Periksa tanda kutipnya.") % LONGEST
        ) from error
    return {STATEMENTS.name: read_table(STATEMENTS, numbered, faults, sheet=_SHEET)}


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
