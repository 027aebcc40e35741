"""Editions: what is pressed from the workbench, and all that students meet."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVectorField
from django.db import connections, models
from django.db.models import Case, Q, QuerySet, When
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from profiles.editions.content import EditionContent
from profiles.models.search import LEAST_SIMILARITY, NEAREST_WORDS, STEMMERS, JsonPath, NearWord
from profiles.models.workbench import Profession


class EditionQuerySet(QuerySet["Edition"]):
    """Which editions students meet, and which of them are meant by what somebody typed."""

    def current(self) -> EditionQuerySet:
        """The newest edition of each profession that is shown on the site."""
        return (
            self.filter(profession__is_listed=True)
            .order_by("profession_id", "-number")
            .distinct("profession_id")
        )

    def of_profession(self, slug: str) -> EditionQuerySet:
        """Every edition of one profession, newest first."""
        return self.filter(profession__slug=slug).order_by("-number")

    def as_cards(self, typed: str) -> list[tuple[Any, ...]]:
        """What a card shows of each edition, and how well it has all the words that were typed.

        Words are compared by their stems, in Indonesian and in English. The last value is 0 where
        one is missing or nothing was typed. One query, which leaves the long texts where they are.
        """
        asked = SearchQuery(typed, config="indonesian") | SearchQuery(typed, config="english")
        return list(
            self.model.objects.filter(pk__in=self.values("pk"))
            .annotate(
                rank=Case(When(search=asked, then=SearchRank("search", asked)), default=0.0),
                codes=JsonPath("frozen", "$.traits.code"),
                names=JsonPath("frozen", "$.traits.name"),
            )
            .values_list(
                "pk",
                "frozen__slug",
                "frozen__name",
                "frozen__overview",
                "frozen__majors",
                "codes",
                "names",
                "rank",
            )
        )

    def nearest_words(
        self, typed: list[str], *, language: str, fillers: Collection[str]
    ) -> list[NearWord]:
        """Per edition and word typed, its word that looks most like it, where one does.

        Stems count as well as words, and so does a word that goes on where the typed one ends. A
        filler resembles nothing.
        """
        editions, chosen = self.values("pk").query.sql_with_params()
        stemmer = STEMMERS[language]
        with connections[self.db].cursor() as cursor:
            cursor.execute(
                NEAREST_WORDS.format(editions=editions),
                [language, *chosen, stemmer, stemmer, list(fillers), typed, LEAST_SIMILARITY],
            )
            return [NearWord(*row) for row in cursor.fetchall()]


class EditionManager(models.Manager.from_queryset(EditionQuerySet)):  # type: ignore[misc]
    """Editions without the column that only PostgreSQL reads."""

    def get_queryset(self) -> EditionQuerySet:
        queryset: EditionQuerySet = super().get_queryset().defer("search")
        return queryset


class Edition(models.Model):
    """One published, numbered state of a profession. Never changed: a trigger refuses updates."""

    profession = models.ForeignKey(
        Profession, models.PROTECT, related_name="editions", verbose_name=_("profesi")
    )
    number = models.PositiveIntegerField(_("nomor"))
    frozen = models.JSONField(_("isi"))
    published_at = models.DateTimeField(_("terbit"))
    search = models.GeneratedField(
        expression=models.Func("frozen", function="careerfit_search_vector"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = EditionManager()

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

    @cached_property
    def content(self) -> EditionContent:
        """The frozen content, read from its JSON, whichever version wrote it. Costs no query."""
        return EditionContent.from_json(self.frozen)
