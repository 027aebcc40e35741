"""What of the content that ships a site has been offered: each trait and profession only once."""

from __future__ import annotations

from django.db import models
from django.db.models import QuerySet

from profiles.models.professions import Profession


class OfferQuerySet(QuerySet["Offer"]):
    """Whether something that ships is still to be offered."""

    def codes(self, kind: Offer.Kind) -> set[str]:
        """The codes of everything of a kind that the site has been offered."""
        return set(self.filter(kind=kind).values_list("code", flat=True))


class Offer(models.Model):
    """A trait or profession that shipped and that this site has had the chance to keep.

    It stays when an editor deletes what was offered, so that it does not come back. `profession` is
    what became of a profession: none where it was deleted, or where another had its address.
    """

    class Kind(models.TextChoices):
        TRAIT = "trait"
        PROFESSION = "profession"

    kind = models.CharField(max_length=10, choices=Kind)
    code = models.CharField(max_length=80, help_text="A trait's code, or a profession's address.")
    profession = models.OneToOneField(
        Profession, models.SET_NULL, blank=True, null=True, related_name="offer"
    )

    objects = OfferQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "code"], name="offered_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.code}"
