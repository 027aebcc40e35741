"""How a site is used, in figures that follow nobody: from what was sent, and from nothing else."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db import connection
from django.utils import timezone

from profiles.editions.today import LEVELS
from quiz.analysis.small_groups import LEAST, about, share, told

DAYS: Final = 30
NEWEST: Final = 20_000
"""How many of the newest attempts of those days the times and the matches are taken from."""

MOST_PROFESSIONS: Final = 50
MINUTES: Final = (2, 4, 6, 10, 20)
"""Where the groups of times begin, after the first."""

BY_DAY = """
    SELECT (submitted_at AT TIME ZONE %(zone)s)::date, count(*) FROM quiz_attempt
    WHERE submitted_at >= %(since)s AND submitted_at < %(before)s GROUP BY 1
"""
WINDOW = """
    WITH newest AS (
        SELECT * FROM quiz_attempt WHERE submitted_at >= %(since)s AND submitted_at < %(before)s
        ORDER BY submitted_at DESC LIMIT %(newest)s
    )
"""
# Who took answers along had fewer to give, and is no measure of how long a quiz takes.
TIMES = """,
    taken AS (
        SELECT extract(epoch FROM submitted_at - started_at) / 60 AS minutes FROM newest
        WHERE started_at <= submitted_at AND carried = '{}'
    )
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes),
        (SELECT array_agg(number ORDER BY place) FROM (
            SELECT place, count(minutes) AS number FROM generate_series(0, %(last)s) AS place
            LEFT JOIN taken ON width_bucket(minutes, %(minutes)s::numeric[]) = place GROUP BY place
        ) AS groups)
    FROM taken
"""
FULL = """
    SELECT count(*), count(*) FILTER (WHERE
        (SELECT count(*) FROM jsonb_object_keys(answers)) >=
        (SELECT sum((trait ->> 'asked')::integer)
            FROM jsonb_array_elements(stored_outcome -> 'traits') AS trait))
    FROM newest
"""
# A match is stored as an exact fraction, "475/8"; its level is that of the number that is shown, by
# the borders of today, also for editions that had others: here quizzes stand side by side.
MATCHES = """,
    matched AS (
        SELECT edition.profession_id, floor(
            split_part(stored_outcome #>> '{match,value}', '/', 1)::numeric
            / coalesce(nullif(split_part(stored_outcome #>> '{match,value}', '/', 2), ''), '1')
                ::numeric + 0.5) AS shown
        FROM newest JOIN profiles_edition edition ON edition.id = edition_id
        WHERE signs = '{}' AND stored_outcome #>> '{match,value}' IS NOT NULL
    )
    SELECT profession.name, count(*), percentile_disc(0.5) WITHIN GROUP (ORDER BY shown),
        array_agg(width_bucket(shown, %(borders)s::numeric[]))
    FROM matched JOIN profiles_profession profession ON profession.id = profession_id
    GROUP BY profession.id HAVING count(*) >= %(least)s
    ORDER BY count(*) DESC, profession.name LIMIT %(professions)s
"""


@dataclass(frozen=True, slots=True)
class Day:
    """A day on the site's clock, and how many quizzes were sent; None stands for one to nine."""

    day: date
    sent: int | None


@dataclass(frozen=True, slots=True)
class Times:
    """Minutes from the first statement to sending: the median, and how many took how long.

    `groups` are those under 2 minutes, from 2, from 4 and so on; None stands for one to nine.
    """

    median: float
    groups: list[int | None]


@dataclass(frozen=True, slots=True)
class Matches:
    """A profession's matches: about how many, the median (0–100), and each level's share of 100.

    Shares are to the nearest 5; None stands for one to nine students.
    """

    profession: str
    count: int
    median: int
    shares: list[int | None]


@dataclass(frozen=True, slots=True)
class Use:
    """What was sent in the last days. `sent`, about how many, is None while it is fewer than ten.

    `full` is the share of 100 that answered every statement. Both it and `times` are None where
    they would tell of fewer than ten. `is_sample`: they and the matches are of the newest only.
    """

    days: list[Day]
    sent: int | None
    full: int | None
    times: Times | None
    matches: list[Matches]
    is_sample: bool


def use_until(now: datetime) -> Use:
    """How the site was used in the days before now, today included. Costs four queries."""
    today = timezone.localdate(now)
    first = today - timedelta(days=DAYS - 1)
    since = timezone.make_aware(datetime.combine(first, datetime.min.time()))
    values: dict[str, Any] = {"since": since, "before": now, "newest": NEWEST}
    zone = timezone.get_current_timezone_name()
    counts = dict(_rows(BY_DAY, values | {"zone": zone}))
    sent = sum(counts.values())
    return Use(
        days=[Day(day, told(counts.get(day, 0))) for day in _days(first, today)],
        sent=about(sent) if sent >= LEAST else None,
        full=_full(values),
        times=_times(values),
        matches=_matches(values),
        is_sample=sent > NEWEST,
    )


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _full(values: dict[str, Any]) -> int | None:
    ((count, full),) = _rows(WINDOW + FULL, values)
    return round(100 * full / count) if count >= LEAST else None


def _times(values: dict[str, Any]) -> Times | None:
    asked = values | {"minutes": list(MINUTES), "last": len(MINUTES)}
    ((median, groups),) = _rows(WINDOW + TIMES, asked)
    if sum(groups) < LEAST:
        return None
    return Times(float(median), [told(group) for group in groups])


def _matches(values: dict[str, Any]) -> list[Matches]:
    borders = [border.lowest for border in LEVELS.match]
    asked = {"least": LEAST, "professions": MOST_PROFESSIONS, "borders": borders}
    return [
        Matches(name, about(count), int(median), _shares(places, count))
        for name, count, median, places in _rows(WINDOW + MATCHES, values | asked)
    ]


def _shares(places: list[int], count: int) -> list[int | None]:
    """The share of each level; `places` has a match's place among them, from one on."""
    found = Counter(places)
    return [share(found[place], count) for place, _ in enumerate(LEVELS.match, start=1)]


def _rows(sql: str, values: dict[str, Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()
