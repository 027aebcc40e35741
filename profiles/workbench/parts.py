"""Reading and writing a profession's rows as one plain value, part by part.

A part is one thing an editor would say they changed: the name, one of the six texts, the list of
majors. Importing compares and replaces single parts; loading shipped content writes them all.
Part values are JSON: `{"id": …, "en": …}` for a text (lists of paragraphs for the six texts),
lists for majors, institutions, demands, related professions and unplaced paragraphs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from profiles.editions.content import SECTIONS
from profiles.models import Demand, Institution, Major, Profession, Trait, paragraphs
from profiles.subjects import suggested_group

PLAIN = ("position", "field", "isco08", "kbji")
SINCE_OFFERS = (*PLAIN, "related")
"""The parts that professions have had since sites remember what they were offered."""

PARTS = (
    *("name", *SECTIONS, "not_measured", "majors", "institutions", "demands", "unplaced"),
    *SINCE_OFFERS,
)


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
        "majors": [
            {"id": major.name, "en": major.name_en, "group": major.group}
            for major in profession.majors.all()
        ],
        "institutions": [
            {"id": institution.name, "en": institution.name_en}
            for institution in profession.institutions.all()
        ],
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
        **{name: getattr(profession, name) for name in PLAIN},
        "related": [other.slug for other in profession.related.all()],
    }


def remembered(profession: Profession) -> dict[str, Any]:
    """The parts that the last import wrote, as `read` gives them, whichever version wrote them."""
    found = dict(profession.imported)
    if "majors" in found:
        found["majors"] = [
            {"group": suggested_group(major["id"]), **major} for major in found["majors"]
        ]
    if "institutions" in found:
        found["institutions"] = [_in_both_languages(name) for name in found["institutions"]]
    return found


def _in_both_languages(name: str | dict[str, str]) -> dict[str, str]:
    """A name that may be the same in both languages."""
    return {"id": name, "en": ""} if isinstance(name, str) else name


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
        elif part in PLAIN:
            setattr(profession, part, value)
    profession.save()
    for part, write_rows in _ROWS.items():
        if part in parts:
            write_rows(profession, parts[part])


def _write_majors(profession: Profession, majors: list[dict[str, str]]) -> None:
    profession.majors.all().delete()
    Major.objects.bulk_create(
        Major(
            profession=profession,
            name=major["id"],
            name_en=major["en"],
            group=major.get("group", suggested_group(major["id"])),
            position=position,
        )
        for position, major in enumerate(majors, start=1)
    )


def _write_institutions(profession: Profession, names: list[str | dict[str, str]]) -> None:
    profession.institutions.all().delete()
    Institution.objects.bulk_create(
        Institution(profession=profession, name=name["id"], name_en=name["en"], position=position)
        for position, name in enumerate(map(_in_both_languages, names), start=1)
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


def _write_related(profession: Profession, slugs: list[str]) -> None:
    """Relate it to those of the professions that the site has."""
    profession.related.set(Profession.objects.filter(slug__in=slugs))


_ROWS: Final[Mapping[str, Callable[[Profession, Any], None]]] = {
    "majors": _write_majors,
    "institutions": _write_institutions,
    "demands": _write_demands,
    "related": _write_related,
}
