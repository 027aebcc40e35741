"""What was read beside the fields that decide on it, as the page of a document shows them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django.forms import BoundField

from desk.documents.forms import ReadingForm
from desk.documents.proposal import Paragraph
from profiles.documents.asking.demands import ProposedDemand
from profiles.models import Trait


class ParagraphRow(NamedTuple):
    """A paragraph, and the field for its place."""

    paragraph: Paragraph
    place: BoundField


class DemandRow(NamedTuple):
    """A trait that is proposed to be demanded, with its evidence and the fields on it."""

    name: str
    evidence: str
    keep: BoundField
    weight: BoundField
    essential: BoundField

    @property
    def fields(self) -> tuple[BoundField, ...]:
        """What is decided about it."""
        return self.keep, self.weight, self.essential


def paragraph_rows(form: ReadingForm, paragraphs: Iterable[Paragraph]) -> list[ParagraphRow]:
    """The paragraphs, each with its field."""
    return [ParagraphRow(one, form[f"place-{one.number}"]) for one in paragraphs]


def demand_rows(form: ReadingForm, demands: Iterable[ProposedDemand]) -> list[DemandRow]:
    """The demands, each with its fields, under the names that editors know the traits by."""
    names = dict(Trait.objects.values_list("code", "name"))
    return [
        DemandRow(
            names[one.trait],
            one.evidence,
            *(form[f"{field}-{one.trait}"] for field in ("keep", "weight", "essential")),
        )
        for one in demands
    ]
