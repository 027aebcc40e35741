"""What the workbench's tables are in a file: sheets, columns, and the words that cells hold.

The names that a file carries are fixed, whatever the language of the page that writes it: who
exports in English can import in Indonesian.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal

from django.db.models import Model
from django.utils import translation

from profiles.editions.content import SECTIONS
from profiles.models import (
    Demand,
    Field,
    Institution,
    LevelText,
    Major,
    Profession,
    Statement,
    Trait,
)
from profiles.subjects import GROUPS

Kind = Literal["text", "whole", "yes_no", "four_digits", "choice", "addresses"]
Row = dict[str, Any]
"""One row by the names of its columns, each value as JSON has it."""

Sheets = dict[str, list[Row]]
"""The workbench, or a part of it: the rows of each table by the table's name."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in JSON and on its model, its head in a spreadsheet, what it takes.

    `path` is where it stands for a query, where that is not its name. `words` are what spreadsheets
    say for the values of a choice.
    """

    name: str
    head: str
    kind: Kind = "text"
    path: str = ""
    words: tuple[tuple[Any, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name in JSON, its sheet, and what tells its rows apart.

    A table without a key is a list that belongs to a profession and is replaced as a whole.
    `owner` names the column that says which profession or trait a row belongs to.
    """

    name: str
    sheet: str
    model: type[Model]
    owner: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    order: tuple[str, ...]

    def column(self, name: str) -> Column:
        """The column with this name. Raises StopIteration where there is none."""
        return next(column for column in self.columns if column.name == name)


LEVELS: Final = (("rarely", "jarang"), ("sometimes", "kadang"), ("often", "sering"))
KEYINGS: Final = ((1, "+"), (-1, "−"))
SECTION_HEADS: Final = (
    "Gambaran pekerjaan",
    "Siapa yang akan menikmatinya",
    "Kapan pekerjaan ini terasa berat",
    "Miskonsepsi",
    "Ekspektasi dan kenyataan",
    "Beda dengan profesi yang mirip",
)


def _in_both(name: str, head: str) -> tuple[Column, Column]:
    return Column(name, head), Column(f"{name}_en", f"{head} (Inggris)")


def _fields() -> tuple[tuple[str, str], ...]:
    with translation.override("id"):
        return tuple((value, str(label)) for value, label in Field.choices)


_PROFESSION = Column("profession", "Alamat profesi", path="profession__slug")
_TRAIT = Column("trait", "Kode keterampilan", path="trait__code")

PROFESSIONS: Final = Table(
    "professions",
    "Profesi",
    Profession,
    "slug",
    ("slug",),
    (
        Column("slug", "Alamat"),
        *_in_both("name", "Nama"),
        Column("is_listed", "Tampil di situs", "yes_no"),
        Column("position", "Urutan", "whole"),
        Column("field", "Bidang", "choice", words=_fields()),
        Column("isco08", "Kode ISCO-08", "four_digits"),
        Column("kbji", "Kode KBJI 2014", "four_digits"),
        Column("related", "Profesi mirip", "addresses"),
        *(
            column
            for name, head in zip(SECTIONS, SECTION_HEADS, strict=True)
            for column in _in_both(name, head)
        ),
        *_in_both("not_measured", "Yang belum diukur kuis"),
        Column("unplaced", "Belum ditempatkan"),
    ),
    ("slug",),
)
TRAITS: Final = Table(
    "traits",
    "Keterampilan",
    Trait,
    "code",
    ("code",),
    (
        Column("code", "Kode"),
        *_in_both("name", "Nama"),
        *_in_both("description", "Penjelasan"),
        Column("keywords", "Kata kunci"),
        Column("position", "Urutan", "whole"),
    ),
    ("position", "code"),
)
LEVEL_TEXTS: Final = Table(
    "levels",
    "Tingkat",
    LevelText,
    "trait",
    ("trait", "level"),
    (
        _TRAIT,
        Column("level", "Tingkat", "choice", words=LEVELS),
        *_in_both("feedback", "Umpan balik"),
        *_in_both("step", "Langkah latihan"),
    ),
    ("trait__position", "trait__code", "pk"),
)
STATEMENTS: Final = Table(
    "statements",
    "Pernyataan",
    Statement,
    "trait",
    ("code",),
    (
        _TRAIT,
        Column("code", "Kode"),
        Column("position", "Urutan", "whole"),
        Column("keying", "Arah", "choice", words=KEYINGS),
        *_in_both("text", "Pernyataan"),
        Column("is_used", "Dipakai", "yes_no"),
    ),
    ("trait__position", "trait__code", "position", "code"),
)
DEMANDS: Final = Table(
    "demands",
    "Permintaan",
    Demand,
    "profession",
    ("profession", "trait"),
    (
        _PROFESSION,
        _TRAIT,
        Column("weight", "Bobot", "whole"),
        Column("essential", "Kunci", "yes_no"),
        *_in_both("evidence", "Bukti"),
    ),
    ("profession__slug", "trait__position", "trait__code"),
)
MAJORS: Final = Table(
    "majors",
    "Jurusan",
    Major,
    "profession",
    (),
    (
        _PROFESSION,
        *_in_both("name", "Jurusan"),
        Column(
            "group",
            "Kelompok program studi",
            "choice",
            words=tuple((group.key, group.name) for group in GROUPS.values()),
        ),
    ),
    ("profession__slug", "position", "pk"),
)
INSTITUTIONS: Final = Table(
    "institutions",
    "Tempat kerja",
    Institution,
    "profession",
    (),
    (_PROFESSION, *_in_both("name", "Tempat kerja")),
    ("profession__slug", "position", "pk"),
)

TABLES: Final = (PROFESSIONS, DEMANDS, MAJORS, INSTITUTIONS, TRAITS, LEVEL_TEXTS, STATEMENTS)
"""In the order in which people read them."""

BY_NAME: Final = {table.name: table for table in TABLES}
