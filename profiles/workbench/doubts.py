"""The paragraphs of an import whose place is unsure: kept with the profession, told in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from profiles.documents.placing import SECTIONS, Placement
from profiles.models import Institution, Major, Profession
from profiles.workbench import parts

# Among what the last import wrote (`Profession.imported`), beside the parts.
_KEY = "doubts"
_LONGEST_OPENING = 60
_FIELDS = {field.name: field for field in Profession._meta.fields}


@dataclass(frozen=True, slots=True)
class Doubt:
    """A paragraph, where it was put, and why: in words for an editor."""

    opening: str
    place: str
    reason: str


def keep(profession: Profession, doubts: Iterable[Placement]) -> None:
    """Note on an unsaved profession which of its paragraphs an editor should look at."""
    profession.imported[_KEY] = [doubt._asdict() for doubt in doubts]


def open_doubts(profession: Profession) -> list[Doubt]:
    """What is still unsure: the paragraphs that stand where the import put them."""
    kept = [Placement(**doubt) for doubt in profession.imported.get(_KEY, [])]
    found = parts.read(profession) if kept else {}
    return [describe(doubt) for doubt in kept if doubt.text in _texts(found, doubt.section)]


def describe(doubt: Placement) -> Doubt:
    """The doubt in words, in the active language."""
    text = doubt.text
    opening = text if len(text) <= _LONGEST_OPENING else f"{text[:_LONGEST_OPENING].rstrip()}…"
    return Doubt(opening, _place(doubt.section), _reason(doubt))


def _place(section: str) -> str:
    lists = {"majors": Major, "institutions": Institution}
    if section in lists:
        return str(lists[section]._meta.verbose_name_plural)
    return str(_FIELDS[section].verbose_name)


def _reason(doubt: Placement) -> str:
    if doubt.reason == "wording" and not doubt.words:
        return _("karena diawali nama profesinya")
    sentences = {
        "heading": _("karena judul di atasnya “%s”"),
        "wording": _("karena kata “%s”"),
        "before": _("karena mengikuti paragraf sebelumnya"),
        "unknown_heading": _("karena judul “%s” belum dikenal"),
        "nothing": _("karena tidak ada petunjuk tempatnya"),
    }
    sentence = sentences[doubt.reason]
    return sentence % doubt.words if "%s" in sentence else sentence


def _texts(found: dict[str, Any], section: str) -> list[str]:
    if section in SECTIONS:
        return list(found[section]["id"])
    if section == "majors":
        return [major["id"] for major in found["majors"]]
    return list(found[section])
