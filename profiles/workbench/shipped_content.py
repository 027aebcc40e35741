"""The traits and professions that come with the program, offered to each site once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any, Final

from django.db import transaction
from django.db.models import Max

from profiles.models import LevelText, Offer, Profession, Statement, Trait
from profiles.workbench import parts
from profiles.workbench.publishing import publish

FOLDER: Final = Path(__file__).parents[1] / "content"

# What shipped before sites remembered what they were offered. It must not be taken from the files:
# more of them ship today.
FIRST_TRAITS: Final = ("communication", "organization", "leadership", "data_analysis")
FIRST_PROFESSION: Final = "pengurus-kampanye-politik"

Value = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Arrived:
    """The professions that a site has got, as drafts or ready for students."""

    professions: tuple[Profession, ...]
    published: bool


@transaction.atomic
def load(*, now: datetime) -> Arrived:
    """Bring what ships and has never been offered to this site: to a new site published.

    To a site with content professions come as drafts. What editors have is left as it is, and what
    they have deleted does not come back.
    """
    is_new = _has_nothing()
    knows_offers = is_new or Offer.objects.exists()
    if not knows_offers:
        _remember_what_shipped_first()
    for trait in _not_offered(Offer.Kind.TRAIT, shipped_traits(), "code"):
        if not Trait.objects.filter(code=trait["code"]).exists():
            write_trait(trait)
        Offer.objects.create(kind=Offer.Kind.TRAIT, code=trait["code"])
    offered = list(_not_offered(Offer.Kind.PROFESSION, shipped_professions(), "slug"))
    professions = write_professions(offered)
    if not knows_offers:
        _tell_what_is_new_of_the_first()
    if is_new:
        for profession in professions:
            publish(profession=profession, now=now)
    return Arrived(professions=professions, published=is_new)


def shipped_traits() -> list[Value]:
    """The traits that ship, in the order in which they are asked about."""
    traits: list[Value] = _read(FOLDER / "traits.json")
    return traits


def shipped_professions() -> list[Value]:
    """The professions that ship, in the order in which lists show them."""
    values: list[Value] = [_read(path) for path in (FOLDER / "professions").glob("*/*.json")]
    return sorted(values, key=lambda value: (value.get("position") or len(values), value["slug"]))


def write_trait(value: Value) -> Trait:
    """Put a trait on the workbench, after those that are there."""
    last = Trait.objects.aggregate(last=Max("position"))["last"] or 0
    trait = Trait.objects.create(
        code=value["code"],
        name=value["name"]["id"],
        name_en=value["name"]["en"],
        description=value["description"]["id"],
        description_en=value["description"]["en"],
        keywords="\n".join(value["keywords"]),
        position=last + 1,
    )
    LevelText.objects.bulk_create(
        LevelText(
            trait=trait,
            level=level,
            feedback=texts["feedback"]["id"],
            feedback_en=texts["feedback"]["en"],
            step=texts["step"]["id"],
            step_en=texts["step"]["en"],
        )
        for level, texts in value["levels"].items()
    )
    taken = set(Statement.objects.values_list("code", flat=True))
    Statement.objects.bulk_create(
        Statement(
            trait=trait,
            code=_free(statement["code"], taken),
            keying=statement["keying"],
            text=statement["text"]["id"],
            text_en=statement["text"]["en"],
            position=place,
        )
        for place, statement in enumerate(value["statements"], start=1)
    )
    return trait


def write_professions(values: list[Value]) -> tuple[Profession, ...]:
    """Put professions on the workbench, and remember that the site has been offered them.

    One at whose address there is another is left out, and so is a demand for a trait that the site
    no longer has.
    """
    known = set(Trait.objects.values_list("code", flat=True))
    there = set(Profession.objects.values_list("slug", flat=True))
    written = []
    for value in values:
        if value["slug"] in there:
            Offer.objects.create(kind=Offer.Kind.PROFESSION, code=value["slug"])
            continue
        profession = Profession(slug=value["slug"])
        demands = [demand for demand in value["demands"] if demand["trait"] in known]
        said = {part: value[part] for part in parts.PARTS if part in value}
        # Those that it is related to may not be there yet.
        parts.write(profession, {**said, "demands": demands, "related": []})
        written.append((profession, value))
        Offer.objects.create(kind=Offer.Kind.PROFESSION, code=value["slug"], profession=profession)
    for profession, value in written:
        parts.write(profession, {"related": value.get("related", [])})
    return tuple(profession for profession, _ in written)


def _has_nothing() -> bool:
    return not any(model._default_manager.exists() for model in (Trait, Profession, Offer))


def _not_offered(kind: Offer.Kind, values: list[Value], key: str) -> Iterator[Value]:
    offered = Offer.objects.codes(kind)
    return (value for value in values if value[key] not in offered)


def _remember_what_shipped_first() -> None:
    """Take what an earlier version loaded for offered, whether or not it is still there."""
    Offer.objects.bulk_create(Offer(kind=Offer.Kind.TRAIT, code=code) for code in FIRST_TRAITS)
    Offer.objects.create(
        kind=Offer.Kind.PROFESSION,
        code=FIRST_PROFESSION,
        profession=Profession.objects.filter(slug=FIRST_PROFESSION).first(),
    )


def _tell_what_is_new_of_the_first() -> None:
    """Fill in what a profession could not have before: no editor has had a say in it yet."""
    for profession in Profession.objects.filter(slug=FIRST_PROFESSION):
        (value,) = (one for one in shipped_professions() if one["slug"] == FIRST_PROFESSION)
        parts.write(profession, {part: value[part] for part in parts.SINCE_OFFERS if part in value})


def _free(code: str, taken: set[str]) -> str:
    """The code, or where a statement of the site has it one like it."""
    others = (f"{code}-{number}" for number in count(2))
    free = code if code not in taken else next(one for one in others if one not in taken)
    taken.add(free)
    return free


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
