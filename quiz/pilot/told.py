"""What came of a pilot, of one edition: told of groups of ten and more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.core.cache import caches

from profiles.editions.content import Text
from profiles.models import Edition
from quiz.analysis.remembered import MEMORY
from quiz.analysis.small_groups import LEAST, about, share
from quiz.pilot.models import Accuracy, Interest, PilotAnswer

NEWEST = 5_000
"""How many answers are looked at."""

Choice = TypeVar("Choice", Accuracy, Interest)


@dataclass(frozen=True, slots=True)
class Told:
    """About how many answered, and of each choice its share of 100, None for one to nine students.

    Both are empty where fewer than ten chose any. `unclear` are the statements that ten or more
    named, the most often named first, with about how many did.
    """

    students: int
    accuracy: list[tuple[Accuracy, int | None]]
    interest: list[tuple[Interest, int | None]]
    unclear: list[tuple[Text, int]]


def pilot_of(edition: Edition) -> Told | None:
    """What the edition's students answered, None while they are fewer than ten.

    Attempts with a sign are left out. Costs a query, at most once an hour.
    """
    key = f"pilot-{edition.pk}-{edition.published_at.timestamp()}"
    known: tuple[Told | None] | None = caches[MEMORY].get(key)
    if known is None:
        known = (_told(edition),)
        caches[MEMORY].set(key, known)
    return known[0]


def _told(edition: Edition) -> Told | None:
    taps = list(
        PilotAnswer.objects.filter(attempt__edition=edition.pk, attempt__signs=[])
        .order_by("-attempt_id")
        .values_list("accuracy", "interest", "unclear")[:NEWEST]
    )
    if len(taps) < LEAST:
        return None
    named = Counter(code for _, _, unclear in taps for code in unclear)
    texts = {one.code: one.text for one in edition.content.statements}
    return Told(
        students=about(len(taps)),
        accuracy=_shares(list(Accuracy), [accuracy for accuracy, _, _ in taps]),
        interest=_shares(list(Interest), [interest for _, interest, _ in taps]),
        unclear=[
            (texts[code], about(count))
            for code, count in named.most_common()
            if count >= LEAST and code in texts
        ],
    )


def _shares(choices: list[Choice], given: Sequence[int | None]) -> list[tuple[Choice, int | None]]:
    counts = Counter(value for value in given if value is not None)
    total = counts.total()
    if total < LEAST:
        return []
    return [(choice, share(counts[choice], total)) for choice in choices]
