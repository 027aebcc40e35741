"""What people say of the documents beside this file: where each paragraph belongs.

A paragraph is told by how it begins. `layouts.json` also holds the demands that its text makes.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from profiles.documents.decoding import decode
from profiles.documents.document import Reading, read_document
from profiles.documents.naming import name_from_filename
from profiles.documents.placing import Placement

HERE = Path(__file__).parent
LAYOUTS: dict[str, dict[str, Any]] = json.loads((HERE / "layouts.json").read_text("utf-8"))


class Found(NamedTuple):
    """A paragraph that people found, and what the reading made of it (None: nothing like it)."""

    begins: str
    section: str
    placement: Placement | None

    @property
    def is_right(self) -> bool:
        return self.placement is not None and self.placement.section == self.section


def read_file(path: Path) -> Reading:
    return read_document(decode(path.read_bytes()), fallback_name=name_from_filename(path.name))


def compare(
    reading: Reading, sections: dict[str, list[str]]
) -> tuple[list[Found], list[Placement]]:
    """Every paragraph that is expected with its placement, and the placements nobody expects."""
    left = list(reading.placements)
    expected = [(begins, section) for section, texts in sections.items() for begins in texts]
    found = []
    # Longer beginnings first, or "Farmasi" would take "Farmasi Klinis".
    for begins, section in sorted(expected, key=lambda one: -len(one[0])):
        fitting = [placed for placed in left if placed.text.startswith(begins)]
        fitting.sort(key=lambda placed: (placed.section != section, placed.text != begins))
        placement = fitting[0] if fitting else None
        if placement:
            left.remove(placement)
        found.append(Found(begins, section, placement))
    return found, left
