"""Forty students press "kirim" at once, and each phone presses it five times."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from profiles.models import Edition
from quiz.actions import submit_attempt
from quiz.models import Attempt
from tests.factories import NOW

SUBMISSIONS = 100
TIMES = 5


@pytest.mark.django_db(transaction=True)
def test_each_of_a_hundred_submissions_sent_five_times_at_once_arrives_once(
    edition: Edition, answers: dict[str, int]
) -> None:
    def send(number: int) -> str:
        try:
            return submit_attempt(
                edition=edition, key=f"{number:022d}", answers=answers, started_at=None, now=NOW
            ).key
        finally:
            connection.close()

    sends = [number for number in range(SUBMISSIONS) for _ in range(TIMES)]
    with ThreadPoolExecutor(TIMES * 2) as pool:
        addresses = list(pool.map(send, sends))
    assert addresses == [f"{number:022d}" for number in sends]
    assert Attempt.objects.count() == SUBMISSIONS


@pytest.mark.django_db(transaction=True)
def test_different_answers_racing_under_one_key_are_all_kept_once(
    edition: Edition, answers: dict[str, int]
) -> None:
    variants = [{**answers, "C7": answer} for answer in (1, 2, 3, 4, 5)]

    def send(variant: dict[str, int]) -> str:
        try:
            return submit_attempt(
                edition=edition, key="r" * 22, answers=variant, started_at=None, now=NOW
            ).key
        finally:
            connection.close()

    for _ in range(TIMES):
        with ThreadPoolExecutor(len(variants) * 2) as pool:
            keys = list(pool.map(send, variants * 2))
        assert keys[:5] == keys[5:]
    stored = {attempt.key: attempt.answers["C7"] for attempt in Attempt.objects.all()}
    assert "r" * 22 in stored
    assert sorted(stored.values()) == [1, 2, 3, 4, 5]
    assert [stored[key] for key in keys] == [1, 2, 3, 4, 5] * 2
