"""Faults of a profession as the desk says them: a sentence, and a link to the field it is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.db.models import prefetch_related_objects
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from profiles.editions.faults import Fault
from profiles.models import Profession
from profiles.workbench.fault_words import describe

IN_DEMAND = ("weight", "evidence", "evidence_en")
LISTS = ("demands", "statements", "levels")


class FaultLine(NamedTuple):
    """What is wrong, and the address at which it is mended."""

    sentence: str
    address: str

    @property
    def link(self) -> SafeString:
        """The sentence, leading there."""
        return format_html('<a href="{}">{}</a>', self.address, self.sentence)


def fault_lines(profession: Profession, faults: Sequence[Fault]) -> list[FaultLine]:
    """The faults in words, each with the address of its field."""
    prefetch_related_objects([profession], "demands__trait")
    demands = enumerate(profession.demands.all())
    rows = {demand.trait.code: (row, demand.trait_id) for row, demand in demands}
    page = reverse("admin:profiles_profession_change", args=[profession.pk])
    lines = []
    for fault in faults:
        place, field = page, fault.field
        if fault.trait is not None:
            row, trait = rows[fault.trait.code]
            if field in IN_DEMAND:
                field = f"demands-{row}-{field}"
            else:
                place = reverse("admin:profiles_trait_change", args=[trait])
        anchor = f"{field}-group" if field in LISTS else f"id_{field}"
        lines.append(FaultLine(describe(fault), f"{place}#{anchor}"))
    return lines
