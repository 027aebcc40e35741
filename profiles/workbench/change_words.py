"""What changed in a profession, in words for its editor."""

from __future__ import annotations

from typing import Final

from django.db.models import Model
from django.utils.translation import gettext as _

from profiles.editions.changes import Place
from profiles.editions.content import EditionContent
from profiles.models import Demand, Field, Institution, LevelText, Major, Profession, Statement
from profiles.models.traits import Keying, LevelChoice, Trait

FIELDS: Final[dict[str, tuple[type[Model], str]]] = {
    "majors": (Major, "name"),
    "groups": (Major, "group"),
    "institutions": (Institution, "name"),
    "weight": (Demand, "weight"),
    "essential": (Demand, "essential"),
    "evidence": (Demand, "evidence"),
    "trait": (Trait, "name"),
    "description": (Trait, "description"),
    "feedback": (LevelText, "feedback"),
    "step": (LevelText, "step"),
    "statement": (Statement, "text"),
    "keying": (Statement, "keying"),
}
"""Where a part stands on the workbench, for those that are no field of the profession itself."""


def name_place(place: Place, *contents: EditionContent) -> str:
    """The name of the place as the desk's forms say it; one of the contents must hold it."""
    if place.part == "order":
        return _("urutan pernyataan")
    if place.part == "scoring":
        return _("cara menghitung, tingkat, dan kata-kata jawaban")
    model, field = FIELDS.get(place.part, (Profession, place.part))
    suffix = "_en" if place.language == "en" else ""
    label = str(model._meta.get_field(field + suffix).verbose_name)  # type: ignore[union-attr]
    words = [_owner(place.of, contents), label]
    if place.level in LevelChoice.values:
        words.append(str(LevelChoice(place.level).label))
    return ": ".join(word for word in words if word)


def name_value(place: Place, value: str) -> str:
    """A value of this place as an editor reads it: texts as they are, codes in words."""
    if place.part == "essential":
        return _("ya") if value else _("tidak")
    if place.part == "keying" and value:
        return str(Keying(1 if value == "+" else -1).label)
    if place.part == "field" and value in Field.values:
        return str(Field(value).label)
    return value


def _owner(code: str, contents: tuple[EditionContent, ...]) -> str:
    """The trait that the code is of, or the trait and the code of the statement."""
    for content in contents:
        names = {trait.code: trait.name.id for trait in content.traits}
        if code in names:
            return names[code]
        for statement in content.statements:
            if statement.code == code:
                return f"{names[statement.trait]}, {code}"
    return code
