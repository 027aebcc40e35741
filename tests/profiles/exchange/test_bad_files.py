"""Whatever is uploaded is refused with a sentence, or read; never an error, never much memory."""

from __future__ import annotations

import io
import json
import tracemalloc
import zipfile
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from profiles.exchange import files, json_file, spreadsheet
from profiles.exchange.changes import compare
from profiles.exchange.columns import TABLES
from profiles.exchange.faults import Faults, FileRefused
from profiles.exchange.workbench import collect
from profiles.models import Profession

MEGABYTE = 1024 * 1024
NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def book(rows: list[list[Any]], sheet: str = "Profesi") -> bytes:
    workbook = Workbook()
    active = workbook.active
    assert active is not None
    active.title = sheet
    for row in rows:
        active.append(row)
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()


def with_sheet(xml: bytes, **more: bytes) -> bytes:
    """A spreadsheet whose only sheet says this."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book([["Alamat"]]))) as source,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for part in source.infolist():
            is_sheet = part.filename.endswith("sheet1.xml")
            target.writestr(part.filename, xml if is_sheet else source.read(part))
        for name, content in more.items():
            target.writestr(name, content)
    return written.getvalue()


def sheet(rows: str) -> bytes:
    return f"<worksheet {NS}><sheetData>{rows}</sheetData></worksheet>".encode()


def far_cell() -> bytes:
    return with_sheet(sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))


def far_column() -> bytes:
    return with_sheet(sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>'))


def large_sheet() -> bytes:
    return with_sheet(sheet("<row><c><v>1</v></c></row>" * 7_000_000))


def many_cells() -> bytes:
    return with_sheet(sheet("<row><c/></row>" * 400_000))


def one_large_string() -> bytes:
    return with_sheet(sheet("<row><c t='str'><v>" + "a" * 25 * MEGABYTE + "</v></c></row>"))


def entities() -> bytes:
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    return with_sheet(f'<!DOCTYPE x [<!ENTITY a0 "lol">{lines}]><x>&a8;</x>'.encode())


def entities_in_utf16() -> bytes:
    return with_sheet('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'.encode("utf-16"))


def nested() -> bytes:
    data = b"\0" * MEGABYTE
    for _ in range(6):
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
            for n in range(10):
                target.writestr(f"{n}.zip", data)
        data = written.getvalue()
    return data


def brackets() -> bytes:
    return b"[" * (10 * MEGABYTE)


def damaged() -> bytes:
    return book([["Alamat"]])[:-200]


@pytest.mark.parametrize(
    "bomb",
    [
        *(far_cell, far_column, large_sheet, many_cells, one_large_string, entities),
        *(entities_in_utf16, nested, brackets, damaged),
    ],
)
def test_what_would_harm_is_refused_in_little_memory(bomb: Any) -> None:
    data = bomb()
    tracemalloc.start()
    try:
        with pytest.raises(FileRefused, match=r"\."):
            files.read(data, Faults())
        assert tracemalloc.get_traced_memory()[1] < 150 * MEGABYTE
    finally:
        tracemalloc.stop()


def test_each_fault_has_its_place_and_a_sentence(campaign: Profession) -> None:
    faults = Faults()
    data = book(
        [
            ["Alamat profesi", "Kode keterampilan", "Bobot", "Kunci", "Warna"],
            [campaign.slug, "communication", "banyak", "ya"],
            [],
            [campaign.slug, "organization", -3, "mungkin"],
            ["tidak-ada", "organization", 2, "ya"],
            [campaign.slug, "leadership", 2, "ya"],
            [campaign.slug, "leadership", 3, "ya"],
        ],
        "Permintaan",
    )
    compare(files.read(data, faults), collect(), faults)
    found = {(one.row, one.column): one.sentence for one in faults.told}
    assert found.keys() == {
        *((1, "Warna"), (2, "Bobot"), (4, "Bobot"), (4, "Kunci"), (5, "Alamat profesi")),
        (7, "Kode keterampilan"),
    }
    assert "bilangan bulat" in found[2, "Bobot"]
    assert "baris 6" in found[7, "Kode keterampilan"]
    assert {one.sheet for one in faults.told} == {"Permintaan"}


@pytest.mark.parametrize(
    "row",
    [
        {"slug": "a b", "name": "A"},
        {"slug": "baru", "name": ""},
        {"slug": "baru", "name": "x" * 121},
        {"slug": "baru", "name": "A", "isco08": "12345"},
        {"slug": "baru", "name": "A", "position": 99999999},
        {"slug": "baru", "name": "A", "field": "angkasa"},
        {"slug": "baru", "name": "A", "related": ["baru"]},
        {"slug": "baru", "name": "A", "related": [{}]},
        {"slug": "baru", "name": "\ud800"},
        {"slug": "baru", "name": {"id": "A"}},
        {"slug": "baru", "name": "A", "imported": {}},
    ],
)
def test_what_the_workbench_cannot_hold_is_a_fault(campaign: Profession, row: Any) -> None:
    faults = Faults()
    value = {"format": json_file.FORMAT, "version": 1, "professions": [row]}
    compare(files.read(json.dumps(value).encode(), faults), collect(), faults)
    assert faults.told


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp1252", "utf-16"])
def test_a_csv_of_statements_from_an_indonesian_excel(campaign: Profession, encoding: str) -> None:
    text = (
        "Kode keterampilan;Kode;Arah;Pernyataan;Dipakai\r\n"
        'communication;KX1;+;"Saya bilang: “ya”; lalu\r\nmenunggu – sebentar";ya\r\n'
        "communication;KX2;-;Saya diam.;\r\n"
    )
    faults = Faults()
    lines = files.read(text.encode(encoding), faults)
    changes = compare(lines, collect(), faults)
    assert faults.told == []
    first, second = (change.after[0] for change in changes.changes)
    assert first["text"] == "Saya bilang: “ya”; lalu\nmenunggu – sebentar"
    assert (first["keying"], second["keying"], second["is_used"]) == (1, -1, True)
    assert [line.number for line in lines["statements"]] == [2, 4]


CELLS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.dates())
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(), inner)),
    max_leaves=8,
)
QUICK = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read_and_compare(data: bytes) -> None:
    faults = Faults()
    try:
        compare(files.read(data, faults), collect(), faults)
    except FileRefused:
        return
    assert all(one.sentence for one in faults.told)


@QUICK
@given(data=st.data())
def test_any_cells_are_read_or_refused(campaign: Profession, data: st.DataObject) -> None:
    table = data.draw(st.sampled_from(TABLES))
    heads: list[Any] = [column.head for column in table.columns]
    row = st.lists(CELLS, max_size=len(heads))
    rows = [[_storable(cell) for cell in one] for one in data.draw(st.lists(row, max_size=4))]
    read_and_compare(book([heads, *rows], table.sheet))


def _storable(cell: Any) -> Any:
    """The cell without what openpyxl refuses to write."""
    if not isinstance(cell, str):
        return None if isinstance(cell, float) and cell != cell else cell
    return "".join(letter for letter in cell if letter >= " ").encode(errors="ignore").decode()


@QUICK
@given(data=st.data())
def test_any_json_is_read_or_refused(campaign: Profession, data: st.DataObject) -> None:
    table = data.draw(st.sampled_from(TABLES))
    names = st.one_of(st.sampled_from([one.name for one in table.columns]), st.text(max_size=3))
    rows = data.draw(st.one_of(JSON, st.lists(st.dictionaries(names, JSON), max_size=4)))
    read_and_compare(
        json.dumps({"format": json_file.FORMAT, "version": 1, table.name: rows}).encode()
    )


@QUICK
@given(data=st.one_of(st.binary(), st.text().map(str.encode), st.binary().map(b"PK".__add__)))
def test_any_bytes_are_read_or_refused(campaign: Profession, data: bytes) -> None:
    read_and_compare(data)


def test_a_text_too_long_for_a_cell_is_said(campaign: Profession) -> None:
    campaign.overview = "a" * 40_000
    campaign.save()
    with pytest.raises(spreadsheet.TextTooLong, match="Gambaran pekerjaan"):
        spreadsheet.write(collect())
