"""A reading as its editor has put it right: paragraphs in other places, another name. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from profiles.documents.document import ProfileDocument, Reading
from profiles.documents.headings.finding import UNPLACED
from profiles.documents.placing import LISTS, SECTIONS

PLACES: Final = (*SECTIONS, *LISTS, UNPLACED)
LEFT_OUT: Final = "left_out"  # where a paragraph goes that its editor does not want


def rearranged(reading: Reading, *, name: str, places: Sequence[str]) -> Reading:
    """The reading with each paragraph where `places` says, one of PLACES or LEFT_OUT for each.

    Who moved a paragraph is sure of it. Raises ValueError where there is not one place for each.
    """
    placements = tuple(
        placed
        if placed.section == place
        else placed._replace(section=place, is_sure=place != UNPLACED)
        for placed, place in zip(reading.placements, places, strict=True)
    )
    kept = tuple(placed for placed in placements if placed.section != LEFT_OUT)
    texts = {
        place: tuple(placed.text for placed in kept if placed.section == place) for place in PLACES
    }
    return replace(reading, document=ProfileDocument(name=name, **texts), placements=kept)
