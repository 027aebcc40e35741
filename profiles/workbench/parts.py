"""Reading and writing a profession's rows as one plain value, part by part.

A part is one thing an editor would say they changed: the name, one of the six texts, the list of
majors. Importing compares and replaces single parts; loading shipped content writes them all.
Part values are JSON: `{"id": …, "en": …}` for a text (lists of paragraphs for the six texts),
lists for majors, institutions, demands and unplaced paragraphs.
"""

from __future__ import annotations

from typing import Any

from profiles.editions.content import SECTIONS
from profiles.models import Demand, Institution, Major, Profession, Trait, paragraphs

PARTS = ("name", *SECTIONS, "not_measured", "majors", "institutions", "demands", "unplaced")


def join_paragraphs(lines: list[str]) -> str:
    """Paragraphs as an editor sees them in one text box, with a blank line between."""
    return "\n\n".join(lines)


def read(profession: Profession) -> dict[str, Any]:
    """Every part of a profession as it stands on the workbench."""
    return {
        "name": {"id": profession.name, "en": profession.name_en},
        **{
            section: {
                "id": list(paragraphs(getattr(profession, section))),
                "en": list(paragraphs(getattr(profession, f"{section}_en"))),
            }
            for section in SECTIONS
        },
        "not_measured": {"id": profession.not_measured, "en": profession.not_measured_en},
        "majors": [{"id": major.name, "en": major.name_en} for major in profession.majors.all()],
        "institutions": [institution.name for institution in profession.institutions.all()],
        "demands": sorted(
            (
                {
                    "trait": demand.trait.code,
                    "weight": demand.weight,
                    "essential": demand.essential,
                    "evidence": {"id": demand.evidence, "en": demand.evidence_en},
                }
                for demand in profession.demands.select_related("trait")
            ),
            key=lambda demand: demand["trait"],
        ),
        "unplaced": list(paragraphs(profession.unplaced)),
    }


def write(profession: Profession, parts: dict[str, Any]) -> None:
    """Replace the given parts and save. Raises Trait.DoesNotExist for a demand on no such trait.

    Call it inside a transaction: a profession must never be seen half written.
    """
    for part, value in parts.items():
        if part in ("name", "not_measured"):
            setattr(profession, part, value["id"])
            setattr(profession, f"{part}_en", value["en"])
        elif part in SECTIONS:
            setattr(profession, part, join_paragraphs(value["id"]))
            setattr(profession, f"{part}_en", join_paragraphs(value["en"]))
        elif part == "unplaced":
            profession.unplaced = join_paragraphs(value)
    profession.save()
    if "majors" in parts:
        _write_majors(profession, parts["majors"])
    if "institutions" in parts:
        _write_institutions(profession, parts["institutions"])
    if "demands" in parts:
        _write_demands(profession, parts["demands"])


def _write_majors(profession: Profession, majors: list[dict[str, str]]) -> None:
    profession.majors.all().delete()
    Major.objects.bulk_create(
        Major(profession=profession, name=major["id"], name_en=major["en"], position=position)
        for position, major in enumerate(majors, start=1)
    )


def _write_institutions(profession: Profession, names: list[str]) -> None:
    profession.institutions.all().delete()
    Institution.objects.bulk_create(
        Institution(profession=profession, name=name, position=position)
        for position, name in enumerate(names, start=1)
    )


def _write_demands(profession: Profession, demands: list[dict[str, Any]]) -> None:
    profession.demands.all().delete()
    Demand.objects.bulk_create(
        Demand(
            profession=profession,
            trait=Trait.objects.get(code=demand["trait"]),
            weight=demand["weight"],
            essential=demand["essential"],
            evidence=demand["evidence"]["id"],
            evidence_en=demand["evidence"]["en"],
        )
        for demand in demands
    )
