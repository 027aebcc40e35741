"""The workbench as an XLSX file: a sheet a table, written to be read by people and read back."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any, Final

from django.utils.translation import gettext as _
from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.xml.functions import tostring

from profiles.exchange import archive
from profiles.exchange.cells import LONGEST, to_cell
from profiles.exchange.columns import TABLES, Sheets, Table
from profiles.exchange.faults import Faults, FileRefused
from profiles.exchange.lines import MOST_ROWS, Lines, read_table

LARGEST: Final = 8 * 1024 * 1024
MOST_COLUMNS: Final = 60
ENDING: Final = ".xlsx"
CONTENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

# The oldest moment that a ZIP archive knows: what is written does not depend on when it is.
_THEN = (1980, 1, 1, 0, 0, 0)
_FORMULA_BEGINS = ("=", "+", "-", "@", "\t")
_WIDE = 60
_NARROW = 18
_LONG_TEXTS = frozenset({"text", "addresses"})


class TextTooLong(ValueError):
    """A text does not fit into a cell; the message says which, for editors."""


def write(sheets: Sheets) -> bytes:
    """The file, the same to the byte for the same workbench. Raises TextTooLong."""
    for table in TABLES:
        _fit(table, sheets)
    book = Workbook(write_only=True)
    for table in TABLES:
        _write_sheet(book, table, sheets)
    draft = BytesIO()
    book.save(draft)
    return _without_time(draft)


def _fit(table: Table, sheets: Sheets) -> None:
    for row in sheets[table.name]:
        for column in table.columns:
            value = to_cell(column, row[column.name])
            if isinstance(value, str) and len(value) > LONGEST:
                raise TextTooLong(
                    _("“%(column)s” di lembar “%(sheet)s” terlalu panjang untuk XLSX. Pakai JSON.")
                    % {"column": column.head, "sheet": table.sheet}
                )


def _write_sheet(book: Workbook, table: Table, sheets: Sheets) -> None:
    sheet = book.create_sheet(table.sheet)
    sheet.freeze_panes = "B2"
    for place, column in enumerate(table.columns, start=1):
        letter = get_column_letter(place)
        is_long = column.kind in _LONG_TEXTS and column.name not in table.key
        sheet.column_dimensions[letter].width = _WIDE if is_long else _NARROW
    heads = [WriteOnlyCell(sheet, column.head) for column in table.columns]
    for head in heads:
        head.font = Font(bold=True)
    sheet.append(heads)
    wrapped = Alignment(vertical="top", wrap_text=True)
    for row in sheets[table.name]:
        cells = []
        for column in table.columns:
            value = to_cell(column, row[column.name])
            if not isinstance(value, str):
                cells.append(value)
                continue
            cell = WriteOnlyCell(sheet, value or None)
            cell.alignment = wrapped
            if value.startswith(_FORMULA_BEGINS):
                # It stays a text, also for whoever edits the cell later.
                cell.data_type = "s"
                cell.quotePrefix = True
            cells.append(cell)
        sheet.append(cells)


def _without_time(draft: BytesIO) -> bytes:
    """The archive without any trace of the moment at which it was written."""
    then = datetime(*_THEN)  # noqa: DTZ001 openpyxl takes no time zone
    about = DocumentProperties(creator="CareerFit", created=then, modified=then)
    packed = BytesIO()
    with (
        zipfile.ZipFile(draft) as written,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as kept,
    ):
        for part in written.infolist():
            content = written.read(part)
            if part.filename == "docProps/core.xml":
                content = tostring(about.to_tree())
            target = zipfile.ZipInfo(part.filename, date_time=_THEN)
            target.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(target, content)
    return packed.getvalue()


def read(data: bytes, faults: Faults) -> Lines:
    """The rows that the file holds; what is wrong with single ones is added to `faults`.

    Raises FileRefused where it is no spreadsheet, or one that would take too much to open.
    """
    if len(data) > LARGEST:
        raise FileRefused(_("Berkas XLSX ini terlalu besar: paling besar 8 MB."))
    try:
        archive.check(data)
        return _read_sheets(data, faults)
    except FileRefused:
        raise
    except archive.Harmful as harm:
        raise FileRefused(
            _("Berkas XLSX ini berisi jauh lebih banyak daripada yang diperlukan.")
        ) from harm
    except Exception as damage:
        # zipfile and openpyxl say by exceptions of any kind that they stumbled over a file.
        raise FileRefused(
            _("Berkas ini bukan XLSX yang utuh. Simpan ulang dari Excel atau LibreOffice.")
        ) from damage


def _read_sheets(data: bytes, faults: Faults) -> Lines:
    book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    known = {table.sheet.casefold(): table for table in TABLES}
    lines: Lines = {}
    left = [MOST_ROWS + 1]
    for sheet in book.worksheets:
        table = known.get(sheet.title.strip().casefold())
        if table is None:
            names = ", ".join(one.sheet for one in TABLES)
            sentence = _("Lembar ini tidak dikenal. Hapus, atau beri salah satu nama ini: %s.")
            faults.add(sheet.title[:80], 0, "", sentence % names)
            continue
        sheet.reset_dimensions()  # what a file says of its size need not be true
        rows = _rows(sheet.iter_rows(values_only=True), left)
        lines[table.name] = read_table(table, rows, faults, sheet=table.sheet)
    return lines


def _rows(found: Any, left: list[int]) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """The rows with their numbers. Raises FileRefused at the first row or column too many."""
    for number, cells in enumerate(found, start=1):
        left[0] -= 1
        if left[0] < 0:
            raise FileRefused(_("Terlalu banyak baris: paling banyak 30.000 dalam satu berkas."))
        if len(cells) > MOST_COLUMNS:
            raise FileRefused(
                _("Terlalu banyak kolom: ada isi jauh di kanan. Hapus yang di kanan kolom BH.")
            )
        if any(isinstance(cell, str) and len(cell) > LONGEST for cell in cells):
            raise FileRefused(_("Terlalu panjang: paling banyak 32.767 huruf dalam satu sel."))
        yield number, cells
