"""What the desk says of a profession at any time: what students see, what differs, what lacks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from desk.professions.faults import FaultLine, fault_lines
from profiles.editions.changes import Change, Piece, find_changes, mark_words
from profiles.editions.content import EditionContent
from profiles.editions.faults import find_faults
from profiles.models import Edition, Profession
from profiles.workbench.change_words import name_place, name_value
from profiles.workbench.publishing import freeze


class ChangeLine(NamedTuple):
    """One change as the desk shows it: where, and the words of both texts, marked."""

    where: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class State:
    """A profession on the workbench beside what students see of it; no edition: a draft."""

    profession: Profession
    edition: Edition | None
    changed: tuple[str, ...]
    refused: list[FaultLine]
    doubted: list[FaultLine]


def state_of(pk: int) -> State:
    """The state of the stored profession with this id, in a fixed number of queries."""
    profession = Profession.objects.with_parts().get(pk=pk)
    edition = profession.editions.select_related("publisher").first()
    content = freeze(profession)
    faults = find_faults(content, unplaced=profession.unplaced)
    refused, doubted = (
        fault_lines(profession, [fault for fault in faults if fault.severity == severity])
        for severity in ("refuse", "warn")
    )
    changes = find_changes(edition.content, content) if edition else ()
    return State(
        profession,
        edition,
        # One that differs in both languages, or in text and direction, may have the same name.
        tuple(name_place(one.place, content, edition.content) for one in changes if edition),
        refused,
        doubted,
    )


def change_lines(
    before: EditionContent, after: EditionContent, changes: Iterable[Change] | None = None
) -> list[ChangeLine]:
    """What changed from one content to the other, or these of the changes, in words."""
    found = find_changes(before, after) if changes is None else changes
    return [ChangeLine(name_place(one.place, after, before), _pieces(one)) for one in found]


def _pieces(change: Change) -> tuple[Piece, ...]:
    if change.place.part == "scoring":
        return ()
    place = change.place
    return mark_words(name_value(place, change.before), name_value(place, change.after))
