"""Editions: what is pressed from the workbench, and all that students meet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from profiles.editions.content import EditionContent
from profiles.models.cards import Card
from profiles.models.professions import Profession

LEAN = ("id", "profession_id", "number", "published_at")
"""The fields of an edition that are read without its content."""

# In SQL because every page of a student begins with it, and the ORM takes ten times as long to
# write it as PostgreSQL to answer it.
FIND = """
    SELECT edition.id, edition.profession_id, edition.number, edition.published_at,
        CASE WHEN edition.id = %(id)s AND edition.published_at = %(moment)s THEN NULL
        ELSE edition.frozen END AS brought,
        CASE WHEN %(listed)s THEN (
            SELECT jsonb_agg(jsonb_build_object(
                'slug', card.slug, 'name', card.name, 'field', card.field
            ) ORDER BY named.place)
            FROM profiles_card own, unnest(own.related) WITH ORDINALITY AS named (slug, place)
            JOIN profiles_profession other ON other.slug = named.slug AND other.is_listed
            JOIN profiles_card card ON card.profession_id = other.id
            WHERE own.profession_id = profession.id
        ) END AS similar
    FROM profiles_edition edition
    JOIN profiles_profession profession ON profession.id = edition.profession_id
    WHERE profession.slug = %(slug)s AND (profession.is_listed OR NOT %(listed)s)
        AND (edition.number = %(number)s OR %(number)s IS NULL)
    ORDER BY edition.number DESC LIMIT 1
"""


class EditionQuerySet(QuerySet["Edition"]):
    """Which editions students meet."""

    def newest(self) -> EditionQuerySet:
        """The newest edition of each profession, whether it is shown on the site or not."""
        return self.order_by("profession_id", "-number").distinct("profession_id")

    def newest_without_card(self) -> EditionQuerySet:
        """Those of the newest that are on no card: they came another way than by publishing."""
        return self.filter(pk__in=self.newest().values("pk"), card=None)

    def current(self) -> EditionQuerySet:
        """The newest edition of each profession that is shown on the site."""
        return self.filter(profession__is_listed=True).newest()

    def listed_lines(self) -> QuerySet[Any, tuple[str, dict[str, str], int, datetime]]:
        """Address, name, number and moment of each newest edition that is shown, by name."""
        shown = self.filter(card__isnull=False, profession__is_listed=True)
        lines: Any = shown.order_by("card__place", "pk")
        return lines.values_list("card__slug", "card__name", "number", "published_at")

    def of_profession(self, slug: str) -> EditionQuerySet:
        """Every edition of one profession, newest first."""
        return self.filter(profession__slug=slug).order_by("-number")

    def told(self) -> EditionQuerySet:
        """With who published them, and without their content, which is large."""
        return self.select_related("publisher").defer("frozen")

    def find(
        self, slug: str, *, number: int | None = None, listed: bool = False, known: Edition | None
    ) -> Edition | None:
        """The newest edition of a profession, or the one with this number; `listed`: if shown.

        Its content is in `brought`, as JSON, unless it is the edition that is known: so one query
        does, however little is known, and what is known does not travel. With one that is listed
        come those of its related professions that are listed, too.
        """
        id_, moment = known.identity if known else (None, None)
        values = {"slug": slug, "number": number, "listed": listed, "id": id_, "moment": moment}
        found: Iterable[Edition] = self.raw(FIND, values)
        return next(iter(found), None)

    @transaction.atomic
    def bulk_create(self, objs: Iterable[Any], *args: Any, **options: Any) -> list[Any]:
        """Insert editions, and put those that are now current on their professions' cards."""
        created = super().bulk_create(objs, *args, **options)
        professions = {edition.profession_id for edition in created}
        Card.objects.replace(Edition.objects.filter(profession__in=professions).newest())
        return created


class Edition(models.Model):
    """One published, numbered state of a profession. Never changed: a trigger refuses updates.

    It lets one thing pass: an account that is deleted leaves its editions without a publisher.
    """

    profession = models.ForeignKey(
        Profession, models.PROTECT, related_name="editions", verbose_name=_("profesi")
    )
    number = models.PositiveIntegerField(_("nomor"))
    frozen = models.JSONField(_("isi"))
    published_at = models.DateTimeField(_("terbit"))
    publisher = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("diterbitkan oleh"),
    )
    note = models.TextField(_("catatan"), blank=True, default="")

    brought: str | None = None
    """The content's JSON, where a query in SQL brought it along."""

    similar: str | None = None
    """JSON of the related professions that students can read, where the query asked for them."""

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edisi")
        verbose_name_plural = _("edisi")
        ordering = ["profession", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["profession", "number"], name="edition_number_once_per_profession"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="edition_number_from_one"),
        ]

    def __str__(self) -> str:
        return _("%(profession)s, edisi %(number)s") % {
            "profession": self.content.name.id,
            "number": self.number,
        }

    @transaction.atomic
    def save(self, *args: Any, **options: Any) -> None:
        """Insert the edition, and put it on its profession's card if it is the newest."""
        super().save(*args, **options)
        Card.objects.replace(Edition.objects.filter(profession=self.profession_id).newest())

    @property
    def identity(self) -> tuple[int, datetime]:
        """What tells it from every other edition, also from one that a backup puts in its place."""
        return self.pk, self.published_at

    @cached_property
    def content(self) -> EditionContent:
        """The frozen content, read from its JSON, whichever version wrote it. Costs no query."""
        return EditionContent.from_json(self.frozen)
