"""How many paragraphs of a folder's documents are placed where people say, and what they ask for.

Run it with `.venv/bin/python -m benchmarks.reading`: that reads the documents of the tests, which
the wording was written with. `-m benchmarks.reading FOLDER` reads others: documents beside an
`expected.json` like `tests/profiles/documents/layouts.json`. Documents that nobody has looked at
while writing the wording tell more.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

from profiles.documents.asking.demands import propose_demands
from profiles.documents.asking.keywords import TraitKeywords
from tests.profiles.documents.expected import HERE, LAYOUTS, compare, read_file


class Row(NamedTuple):
    """What is counted of one document."""

    paragraphs: int
    wrong: int  # in another place than people say, or not found
    wrong_and_sure: int
    unsure: int
    demands: int


def main(folder: Path | None) -> None:
    """Print a row for each document, and their sum."""
    expected = _read(folder / "expected.json") if folder else LAYOUTS
    keywords = _read(HERE / "asking" / "keywords.json")
    traits = [TraitKeywords(code, tuple(phrases)) for code, phrases in keywords.items()]
    rows = {
        name: _row((folder or HERE / "layouts") / name, entry["sections"], traits)
        for name, entry in expected.items()
    }
    print(f"{'document':28}", *(f"{title:>15}" for title in Row._fields))
    for name, row in rows.items():
        print(f"{name:28}", *(f"{count:15}" for count in row))
    paragraphs, wrong, wrong_and_sure, unsure, _ = map(sum, zip(*rows.values(), strict=True))
    many = sum(row.demands > 2 for row in rows.values())
    print(
        f"right: {1 - wrong / paragraphs:.1%}; wrong and sure: {wrong_and_sure}; unsure: {unsure}"
    )
    print(f"three demands or more: {many} of {len(rows)}")


def _read(path: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return value


def _row(path: Path, sections: dict[str, list[str]], traits: list[TraitKeywords]) -> Row:
    reading = read_file(path)
    found, _ = compare(reading, sections)
    wrong = [one for one in found if not one.is_right]
    return Row(
        paragraphs=len(found),
        wrong=len(wrong),
        wrong_and_sure=sum(one.placement is None or one.placement.is_sure for one in wrong),
        unsure=len(reading.doubts),
        demands=len(propose_demands(reading.document, traits)),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
