"""An earlier edition → the workbench: the rows of one profession as they were published then."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.db import transaction

from profiles.editions.content import SECTIONS, EditionContent
from profiles.models import Edition, Profession, Trait
from profiles.workbench import parts


def missing_traits(content: EditionContent) -> tuple[str, ...]:
    """The names of the traits that the content asks for and that the site has no more."""
    there = _there(content)
    return tuple(trait.name.id for trait in content.traits if trait.code not in there)


def _there(content: EditionContent) -> set[str]:
    codes = [demand.trait for demand in content.demands]
    return set(Trait.objects.filter(code__in=codes).values_list("code", flat=True))


@transaction.atomic
def restore(*, profession: Profession, edition: Edition) -> None:
    """Make the workbench say of a profession what one of its editions says.

    Traits and their statements belong to all professions and stay as they are; a demand for a trait
    that is there no more is left out, see `missing_traits`. Nothing is published, and what an
    import could not place stays where it is.
    """
    # The lock makes who saves or publishes at the same time wait for the whole of it.
    profession = Profession.objects.select_for_update().get(pk=profession.pk)
    parts.write(profession, _parts(edition.content))


def _parts(content: EditionContent) -> dict[str, Any]:
    there = _there(content)
    return {
        "name": asdict(content.name),
        **{
            section: {
                "id": list(content.section(section).id),
                "en": list(content.section(section).en),
            }
            for section in SECTIONS
        },
        "not_measured": asdict(content.not_measured),
        "majors": [{**asdict(major.name), "group": major.group} for major in content.majors],
        "institutions": [asdict(name) for name in content.institutions],
        "demands": [asdict(demand) for demand in content.demands if demand.trait in there],
        **{name: getattr(content, name) for name in parts.PLAIN},
        "related": list(content.related),
    }
