"""The workbench as a JSON file, and back."""

from __future__ import annotations

import json
from typing import Any, Final

from django.utils.translation import gettext as _

from profiles.exchange.columns import TABLES, Sheets
from profiles.exchange.faults import Faults, FileRefused
from profiles.exchange.lines import Lines, read_lines

FORMAT: Final = "careerfit-workbench"
VERSION: Final = 1
LARGEST: Final = 16 * 1024 * 1024
MOST_CONTAINERS: Final = 40_000
"""Objects and lists, of which each row has one or two; of nothing else could a file have more."""


def write(sheets: Sheets) -> bytes:
    """The file, the same to the byte for the same workbench."""
    value = {"format": FORMAT, "version": VERSION, **sheets}
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def read(data: bytes, faults: Faults) -> Lines:
    """The rows that the file holds; what is wrong with single ones is added to `faults`.

    Raises FileRefused where the file as a whole is not one of ours.
    """
    value = _value(data)
    lines: Lines = {}
    known = {table.name for table in TABLES}
    for name in sorted(value.keys() - known - {"format", "version"}):
        faults.add(name[:80], 0, "", _("Bagian ini tidak dikenal. Hapus atau ganti namanya."))
    for table in TABLES:
        rows = value.get(table.name, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            faults.add(table.name, 0, "", _("Bagian ini harus berisi daftar isian."))
            continue
        numbered = ((number, row) for number, row in enumerate(rows, start=1))
        lines[table.name] = read_lines(table, numbered, faults, sheet=table.name)
    return lines


def _value(data: bytes) -> dict[str, Any]:
    """What the file holds, if it is one that `write` could have made."""
    if len(data) > LARGEST:
        raise FileRefused(_("Berkas JSON ini terlalu besar: paling besar 16 MB."))
    if data.count(b"{") + data.count(b"[") > MOST_CONTAINERS:
        raise FileRefused(_("Berkas JSON ini berisi terlalu banyak bagian."))
    try:
        value = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise FileRefused(
            _("Berkas ini bukan JSON yang utuh. Ekspor ulang, lalu ubah salinannya.")
        ) from error
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise FileRefused(_("JSON ini bukan hasil ekspor meja kerja CareerFit."))
    if value.get("version") != VERSION:
        raise FileRefused(
            _("JSON ini dari versi CareerFit yang lain. Perbarui situs ini, lalu coba lagi.")
        )
    return value


def _refuse(constant: str) -> None:
    raise ValueError(constant)
