"""A site of any size: professions that differ as real ones do, and attempts, made by SQL.

The professions are the shipped one over and over, each with a name and words of its own, a part of
the traits, and majors from a common pool. All is drawn from one seed: two runs make the same site.
"""

from __future__ import annotations

import json
import random
from datetime import UTC, datetime
from typing import Any

from django.db import connection

from profiles.models import Demand, Edition, Institution, Major, Profession
from profiles.workbench.publishing import freeze
from quiz.core import scoring

NOW = datetime(2026, 7, 20, 8, 0, tzinfo=UTC)
SHIPPED = "pengurus-kampanye-politik"
SEED = 7
AT_ONCE = 100
MAJORS = 120
WORDS = 12_000
SYLLABLES = ("ba", "ci", "du", "ga", "ji", "ka", "le", "mu", "ro", "sa", "tan", "kar", "sel", "pir")
TEXTS = ("overview", "suited", "unsuited", "misconception", "expectation", "difference")

MOST_AT_ONCE = 250_000
# Three years of attempts on all editions alike, the newest first: nine seconds apart for ten
# million of them, so that there are quiet days and none without any.
ATTEMPTS = """
    INSERT INTO quiz_attempt
        (key, edition_id, answers, stored_outcome, signs, started_at, submitted_at)
    SELECT
        left(translate(encode(sha256(n::text::bytea), 'base64'), '+/', '-_'), 22),
        edition_id, answers, outcome, '{}',
        %(now)s - n * interval '9 seconds' - interval '5 minutes',
        %(now)s - n * interval '9 seconds'
    FROM generate_series(%(first)s, %(last)s) AS n
    JOIN sample ON sample.number = n %% %(samples)s
"""
SAMPLE = """
    CREATE TEMPORARY TABLE sample
        (number int PRIMARY KEY, edition_id bigint, answers jsonb, outcome jsonb)
"""


def fill_professions(count: int) -> None:
    """Add professions, each of them published, until there are so many."""
    draw = random.Random(SEED)  # noqa: S311 - the same site each time is what is wanted
    words = ["".join(draw.choices(SYLLABLES, k=draw.randint(2, 4))) for _ in range(WORDS)]
    majors = [f"Ilmu {word.title()}" for word in draw.sample(sorted(set(words)), MAJORS)]
    shipped = Profession.objects.with_parts().get(slug=SHIPPED)
    missing = range(Profession.objects.count(), count)
    for start in missing[::AT_ONCE]:
        professions = Profession.objects.bulk_create(
            _profession(shipped, number, draw.choices(words, k=60))
            for number in missing[start - missing.start :][:AT_ONCE]
        )
        _fill_workbench(shipped, professions, draw, majors)
        pks = [profession.pk for profession in professions]
        Edition.objects.bulk_create(
            Edition(profession=one, number=1, frozen=freeze(one).to_json(), published_at=NOW)
            for one in Profession.objects.with_parts().filter(pk__in=pks)
        )
    _tidy()


def _profession(shipped: Profession, number: int, own: list[str]) -> Profession:
    """The shipped one, with sixty words of its own and a number that no other has."""
    names = [name for text in TEXTS for name in (text, f"{text}_en")]
    texts = {name: getattr(shipped, name) for name in names}
    texts["overview"] = f"{' '.join(own[:30]).capitalize()}.\n{shipped.overview}"
    texts["difference"] = f"{shipped.difference}\n{' '.join(own[30:]).capitalize()}."
    name = f"{own[0].title()} {own[1].title()} {number}"
    return Profession(slug=f"profesi-{number}", name=name, **texts)


def _fill_workbench(
    shipped: Profession, professions: list[Profession], draw: random.Random, majors: list[str]
) -> None:
    """Give each a part of the traits, weighed in its own way, ten majors, ten institutions."""
    asked = list(shipped.demands.all())
    demands = [
        Demand(
            profession=profession,
            trait=demand.trait,
            weight=(weight := draw.choice((2, 3))),
            essential=weight > 2,
            evidence=demand.evidence,
        )
        for profession in professions
        for demand in draw.sample(asked, k=draw.randint(1, len(asked)))
    ]
    Demand.objects.bulk_create(demands)
    Major.objects.bulk_create(
        Major(profession=profession, name=name, position=place)
        for profession in professions
        for place, name in enumerate(draw.sample(majors, 10), start=1)
    )
    Institution.objects.bulk_create(
        Institution(profession=profession, name=name, position=place)
        for profession in professions
        for place, name in enumerate(draw.sample(majors, 10), start=1)
    )


def fill_attempts(count: int) -> None:
    """Add attempts until there are so many."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM quiz_attempt")
        (there,) = cursor.fetchone()
        if there >= count:
            return
        cursor.execute("DROP TABLE IF EXISTS sample")
        cursor.execute(SAMPLE)
        samples = _samples()
        cursor.executemany("INSERT INTO sample VALUES (%s, %s, %s, %s)", samples)
        for first in range(there, count, MOST_AT_ONCE):
            last = min(first + MOST_AT_ONCE, count) - 1
            part: dict[str, Any] = {"first": first, "last": last, "now": NOW}
            cursor.execute(ATTEMPTS, part | {"samples": len(samples)})
    _tidy()


def _samples() -> list[tuple[int, int, str, str]]:
    """Answers to the quiz of each edition, and their outcome, numbered."""
    draw = random.Random(SEED)  # noqa: S311
    samples = []
    for number, pk in enumerate(Edition.objects.order_by("pk").values_list("pk", flat=True)):
        content = Edition.objects.get(pk=pk).content
        answers = {statement.code: draw.randint(1, 5) for statement in content.statements}
        outcome = scoring.score(content, answers).to_json()
        samples.append((number, pk, json.dumps(answers), json.dumps(outcome)))
    return samples


def _tidy() -> None:
    """Do what PostgreSQL does by itself a minute later."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
