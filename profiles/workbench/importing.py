"""A profession document → workbench rows, without ever overwriting what an editor wrote.

Each profession remembers, part by part, what its last import wrote (`Profession.imported`). A part
that still reads so is free to be replaced by a newer document; any other part belongs to an editor.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from profiles.documents.asking.demands import ProposedDemand
from profiles.documents.asking.keywords import TraitKeywords
from profiles.documents.document import ProfileDocument, Reading
from profiles.editions.content import SECTIONS
from profiles.models import Profession, Trait, paragraphs
from profiles.subjects import suggested_group
from profiles.workbench import doubts, parts


class NoAddress(ValueError):
    """The document's name has no letter or digit that an address could be made of."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did: the parts it wrote, and those it left to the editor who changed them."""

    profession: Profession
    created: bool
    written: tuple[str, ...]
    kept: tuple[str, ...]


def slug_for(name: str) -> str:
    """The address of a profession with this name. Raises NoAddress where there can be none."""
    slug = slugify(name)[: Profession._meta.get_field("slug").max_length].strip("-_")
    if not slug:
        raise NoAddress(name)
    return slug


def known_traits() -> list[TraitKeywords]:
    """The site's traits with the words by which documents ask for them, in their order."""
    return [
        TraitKeywords(code=trait.code, keywords=paragraphs(trait.keywords))
        for trait in Trait.objects.all()
    ]


@transaction.atomic
def import_document(
    *,
    reading: Reading,
    demands: Sequence[ProposedDemand],
    not_measured: str,
    replace: bool = False,
) -> ImportReport:
    """Write what was read to the workbench; with `replace`, over an editor's changes as well.

    Raises NoAddress for a document whose name cannot become an address.
    """
    document = reading.document
    wanted = _parts(document, demands, not_measured)
    profession, created = Profession.objects.select_for_update().get_or_create(
        slug=slug_for(document.name), defaults={"name": document.name}
    )
    found, remembered = parts.read(profession), parts.remembered(profession)
    # What imports did not write yet when this profession was last imported, and nobody has since.
    blank = {"not_measured": {"id": "", "en": ""}} if profession.imported else {}
    differing = [
        part
        for part in wanted
        if created or _in_indonesian(found[part]) != _in_indonesian(wanted[part])
    ]
    written = [
        part
        for part in differing
        if created or replace or found[part] == remembered.get(part, blank.get(part))
    ]
    if written:
        profession.imported |= {part: wanted[part] for part in written}
        doubts.keep(profession, reading.doubts)
        parts.write(profession, {part: wanted[part] for part in written})
    return ImportReport(
        profession=profession,
        created=created,
        written=tuple(written),
        kept=tuple(part for part in differing if part not in written),
    )


def _parts(
    document: ProfileDocument, demands: Sequence[ProposedDemand], not_measured: str
) -> dict[str, Any]:
    """The parts of a profession that a document speaks of; a document has no English."""
    return {
        "name": {"id": document.name, "en": ""},
        **{section: {"id": list(getattr(document, section)), "en": []} for section in SECTIONS},
        "not_measured": {"id": not_measured, "en": ""},
        "majors": [
            {"id": major, "en": "", "group": suggested_group(major)} for major in document.majors
        ],
        "institutions": [{"id": institution, "en": ""} for institution in document.institutions],
        "demands": sorted(
            (
                {
                    "trait": demand.trait,
                    "weight": demand.weight,
                    "essential": demand.essential,
                    "evidence": {"id": demand.evidence, "en": ""},
                }
                for demand in demands
            ),
            key=lambda demand: demand["trait"],
        ),
        "unplaced": list(document.unplaced),
    }


def _in_indonesian(value: Any) -> Any:
    """A part without its English, which a document says nothing about."""
    if isinstance(value, list):
        return [_in_indonesian(entry) for entry in value]
    if isinstance(value, dict):
        return value["id"] if "id" in value else {k: _in_indonesian(v) for k, v in value.items()}
    return value
