"""Many students' answers at once, of which some belong together."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

from profiles.models import Edition
from quiz.models import Attempt
from tests.factories import NOW

STEP = timedelta(minutes=7)


def send_many(
    edition: Edition, students: int, *, contrary: str = "", skipped: str = "", **columns: Any
) -> None:
    """Answers by students who have more or less of each trait, and some chance in each answer.

    `contrary` is the code of a statement that they answer the wrong way round, `skipped` of one
    that every fifth of them skips. Two runs give the same answers.
    """
    draw = random.Random(7)  # noqa: S311
    attempts = []
    for number in range(students):
        level = {trait.code: draw.gauss(0, 1) for trait in edition.content.traits}
        answers = {}
        for statement in edition.content.statements:
            felt = level[statement.trait] * 1.1 + draw.gauss(0, 1)
            keying = statement.keying * (-1 if statement.code == contrary else 1)
            if statement.code != skipped or number % 5:
                answers[statement.code] = min(5, max(1, round(3 + keying * felt)))
        attempts.append(
            Attempt(
                edition=edition,
                key=f"{edition.pk:08}{number:014}",
                answers=answers,
                **{"stored_outcome": {}, "submitted_at": NOW - STEP * number, **columns},
            )
        )
    Attempt.objects.bulk_create(attempts)
