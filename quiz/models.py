"""Attempts: a student's answers and their outcome, against exactly one edition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from json import loads

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models import Q, QuerySet, Value
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from profiles.models import Edition
from profiles.models.editions import LEAN
from quiz.core.response_quality import SIGNS
from quiz.core.scoring import Outcome
from quiz.pilot.models import PilotAnswer

__all__ = ["Attempt", "AttemptQuerySet", "PilotAnswer"]

KEY_LENGTH = 22
MOST_IN_A_LIST = 10_000
KEY_PATTERN = rf"^[A-Za-z0-9_-]{{{KEY_LENGTH}}}$"


# In SQL because the ORM takes several times as long to write it as PostgreSQL to answer it.
FOR_RESULT = """
    SELECT attempt.*, edition.profession_id AS edition_profession_id,
        edition.number AS edition_number, edition.published_at AS edition_published_at,
        CASE WHEN edition.id = ANY(%(known)s) THEN NULL ELSE edition.frozen END AS brought
    FROM quiz_attempt attempt JOIN profiles_edition edition ON edition.id = attempt.edition_id
    WHERE attempt.key = %(key)s
"""

# In SQL because the ORM's own `ignore_conflicts` does not tell whether a row went in, and catching
# an IntegrityError would cost a savepoint and an error in the server's log.
STORE_UNLESS_TAKEN = """
    WITH there AS (SELECT id, key, edition_id, answers FROM quiz_attempt WHERE key = ANY(%s)),
    stored AS (
        INSERT INTO quiz_attempt
            (key, edition_id, answers, carried, stored_outcome, signs, started_at, submitted_at)
        SELECT %s, %s, %s, %s, %s, %s, %s, %s WHERE NOT EXISTS (SELECT FROM there)
        ON CONFLICT (key) DO NOTHING
        RETURNING id
    )
    SELECT id, NULL, NULL, NULL FROM stored UNION ALL SELECT * FROM there
"""

ROUGHLY_COUNTED = "SELECT reltuples::bigint FROM pg_class WHERE oid = 'quiz_attempt'::regclass"


class AttemptQuerySet(QuerySet["Attempt"]):
    """Reading attempts, and the one way in which they are written."""

    def submitted(self, *, since: datetime | None, before: datetime | None) -> AttemptQuerySet:
        """Those of a time; None stands for no bound."""
        bounds = {"submitted_at__gte": since, "submitted_at__lt": before}
        return self.filter(**{name: bound for name, bound in bounds.items() if bound})

    def of_profession(self, slug: str) -> AttemptQuerySet:
        """The newest of each edition of a profession, many enough for a list.

        Each edition's are read in their order from an index of their own. The index over all would
        be gone through to the end for a profession that is long forgotten.
        """
        editions = Edition.objects.of_profession(slug).values_list("pk", flat=True)
        newest = [
            self.filter(edition=edition)
            .order_by("-submitted_at", "-pk")
            .values("pk")[:MOST_IN_A_LIST]
            for edition in editions
        ]
        return self.filter(pk__in=newest[0].union(*newest[1:])) if newest else self.none()

    def roughly_counted(self) -> int:
        """About how many attempts there are, as PostgreSQL last estimated."""
        with connection.cursor() as cursor:
            cursor.execute(ROUGHLY_COUNTED)
            (estimate,) = cursor.fetchone()
        return max(0, int(estimate))

    def for_result(self, key: str, known: Sequence[int] = ()) -> Attempt | None:
        """The attempt with this key, and its edition, in one query.

        The edition's content is in `brought`, as JSON, unless its id is among those that are known.
        """
        found: Iterable[Attempt] = self.raw(FOR_RESULT, {"key": key, "known": list(known)})
        for attempt in found:
            values = [attempt.edition_id, *(getattr(attempt, f"edition_{n}") for n in LEAN[1:])]
            attempt.edition = Edition.from_db(self.db, LEAN, values)
            attempt.edition.brought = getattr(attempt, "brought", None)
            return attempt
        return None

    def store_unless_taken(self, attempt: Attempt, keys: Sequence[str]) -> list[Attempt]:
        """Insert the attempt unless one of these keys is in use; return the attempts that use them.

        One statement looks and inserts, and the attempt has an id when it went in. Where nothing
        went in and nothing was there, somebody else was storing at that moment: ask again.
        """
        # In the order of the columns below, which is that of the fields of the model.
        fields = [field for field in self.model._meta.concrete_fields if not field.primary_key]
        values = [f.get_db_prep_save(getattr(attempt, f.attname), connection) for f in fields]
        with connection.cursor() as cursor:
            cursor.execute(STORE_UNLESS_TAKEN, [list(keys), *values])
            rows = cursor.fetchall()
        found = []
        for pk, key, edition, answers in rows:
            if key is None:
                attempt.pk, attempt._state.adding = pk, False
            else:
                names = ("id", "key", "edition_id", "answers")
                found.append(Attempt.from_db(self.db, names, (pk, key, edition, loads(answers))))
        return found


class Attempt(models.Model):
    """One submitted quiz. Never changed: a trigger refuses updates; only deleting is possible."""

    key = models.CharField(
        max_length=KEY_LENGTH,
        help_text="Minted with the form; also the secret last part of the result's address.",
    )
    edition = models.ForeignKey(
        Edition,
        models.PROTECT,
        related_name="attempts",
        db_index=False,
        verbose_name=_("edisi"),
    )
    answers = models.JSONField(_("jawaban"), help_text="Statement code → 1–5; skipped: absent.")
    carried = models.JSONField(
        _("jawaban yang dipakai lagi"),
        default=dict,
        db_default=Value({}, models.JSONField()),
        blank=True,
        help_text="Statement code → the day on which it was answered, in an earlier quiz.",
    )
    stored_outcome = models.JSONField(_("hasil"))
    signs = ArrayField(
        models.CharField(max_length=10),
        verbose_name=_("catatan mutu jawaban"),
        default=list,
        blank=True,
        help_text="What response_quality saw; an attempt with a sign stays out of statistics.",
    )
    started_at = models.DateTimeField(_("dibuka"), null=True, blank=True)
    submitted_at = models.DateTimeField(_("dikirim"))

    objects = AttemptQuerySet.as_manager()

    class Meta:
        verbose_name = _("jawaban siswa")
        verbose_name_plural = _("jawaban siswa")
        ordering = ["-submitted_at"]
        indexes = [
            models.Index(fields=["submitted_at"], name="attempt_submitted"),
            # The reference to the edition needs no index beside this one.
            models.Index(fields=["edition", "submitted_at", "id"], name="attempt_of_edition"),
        ]
        constraints = [
            # Not `unique` on the field, which brings an index for LIKE along that nothing uses.
            models.UniqueConstraint(fields=["key"], name="attempt_key_once"),
            models.CheckConstraint(condition=Q(key__regex=KEY_PATTERN), name="attempt_key_format"),
            models.CheckConstraint(
                condition=Q(signs__contained_by=list(SIGNS)), name="attempt_known_signs"
            ),
        ]

    def __str__(self) -> str:
        # Never the key: it opens the result to whoever reads it.
        return f"{self.edition} · {date_format(localtime(self.submitted_at), 'j F Y, H.i T')}"

    @cached_property
    def outcome(self) -> Outcome:
        """The outcome as it was scored at submission."""
        return Outcome.from_json(self.stored_outcome)

    def has_same_content(self, other: Attempt) -> bool:
        """Whether both hold the same answers to the same edition."""
        return self.edition_id == other.edition_id and self.answers == other.answers
