from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from profiles.models import Edition
from quiz.analysis.use import Use, use_until
from tests.factories import (
    NOW,
    copy_profession,
    make_attempt,
    make_edition,
    store_attempt,
    vary_answers,
)

_numbers = count()
ONE = timedelta(minutes=1)


def send(edition: Edition, number: int, *, match: str = "50", **columns: object) -> None:
    """So many attempts with this match, all sent at one moment."""
    asked = len(edition.content.statements)
    outcome = {"traits": [{"asked": asked}], "match": {"value": match}}
    for _ in range(number):
        as_usual = {"stored_outcome": outcome, "answers": vary_answers(edition)}
        key = f"{next(_numbers):022}"
        store_attempt(edition, key=key, **{**as_usual, "submitted_at": NOW - ONE, **columns})


def sent_by_day(use: Use) -> dict[int, int | None]:
    """How many were sent so many days ago, where any were."""
    return {n: day.sent for n, day in enumerate(reversed(use.days)) if day.sent != 0}


def test_quizzes_are_counted_by_days_on_the_clock_of_the_site(edition: Edition) -> None:
    midnight = datetime(2026, 7, 19, 17, 0, tzinfo=UTC)  # in Jakarta
    send(edition, 10, submitted_at=midnight)
    send(edition, 11, submitted_at=midnight - ONE)
    send(edition, 12, submitted_at=midnight - timedelta(days=29))
    send(edition, 13, submitted_at=midnight - timedelta(days=29) - ONE)
    send(edition, 14, submitted_at=NOW)
    use = use_until(NOW)
    assert len(use.days) == 30
    assert sent_by_day(use) == {0: 10, 1: 11, 29: 12}
    assert use.sent == 30, "33, rounded"


def test_nothing_is_told_of_fewer_than_ten(edition: Edition) -> None:
    send(edition, 9, started_at=NOW - 5 * ONE)
    use = use_until(NOW)
    assert sent_by_day(use) == {0: None}
    assert (use.sent, use.full, use.times, use.matches) == (None, None, None, [])
    send(edition, 1, started_at=NOW - 5 * ONE)
    use = use_until(NOW)
    assert sent_by_day(use) == {0: 10}
    assert (use.sent, use.full, len(use.matches)) == (10, 100, 1)
    assert use.times is not None


def test_the_time_taken_is_told_in_groups(edition: Edition) -> None:
    for minutes, number in ((1, 10), (2, 3), (5, 12), (30, 10)):
        send(edition, number, started_at=NOW - ONE - minutes * ONE)
    send(edition, 20, started_at=None)
    send(edition, 20, started_at=NOW - 4 * ONE, carried={"C1": "2026-07-01"})
    times = use_until(NOW).times
    assert times is not None
    assert times.groups == [10, None, 12, 0, 0, 10]
    assert times.median == pytest.approx(5)


def test_how_many_skipped_nothing_is_known(edition: Edition) -> None:
    send(edition, 15)
    send(edition, 5, answers={edition.content.statements[0].code: 3})
    assert use_until(NOW).full == 75


@pytest.mark.parametrize(
    ("match", "level"),
    [("0", 0), ("149/4", 0), ("75/2", 1), ("62", 1), ("125/2", 2), ("87", 2), ("175/2", 3)],
)
def test_a_match_is_counted_at_the_level_that_is_shown(
    edition: Edition, match: str, level: int
) -> None:
    send(edition, 10, match=match)
    (found,) = use_until(NOW).matches
    assert found.shares == [100 if n == level else 0 for n in range(4)]


def test_matches_are_told_by_profession_and_not_of_few(edition: Edition) -> None:
    other = make_edition(copy_profession(edition.profession, slug="lain", name="Lain"))
    few = make_edition(copy_profession(edition.profession, slug="tiga", name="Tiga"))
    send(edition, 31, match="25")
    send(edition, 9, match="75")
    send(edition, 9, match="75", signs=["fast"])
    send(other, 13, match="90")
    send(few, 9)

    def told(use: Use) -> list[tuple[str, int, int, Sequence[int | None]]]:
        return [(one.profession, one.count, one.median, one.shares) for one in use.matches]

    assert told(use_until(NOW)) == [
        (edition.profession.name, 40, 25, [80, 0, None, 0]),
        ("Lain", 10, 90, [0, 0, 0, 100]),
    ]


def test_what_is_really_sent_is_read(edition: Edition) -> None:
    for number in range(10):
        make_attempt(edition, key=f"{number:022}", seconds=200, now=NOW - ONE)
    use = use_until(NOW)
    assert use.full == 100
    assert use.times is not None
    assert use.times.groups == [0, 10, 0, 0, 0, 0]
    assert [100 in one.shares for one in use.matches] == [True]


def test_more_attempts_and_professions_cost_no_more_queries(edition: Edition) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            use_until(NOW)
        return len(asked)

    few = queries()
    send(edition, 30)
    send(make_edition(copy_profession(edition.profession, slug="lain", name="Lain")), 30)
    assert queries() == few == 4
