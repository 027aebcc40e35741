"""A result that nobody answered: for who previews a quiz before students can take it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from profiles.models import Edition
from quiz.actions import new_key
from quiz.core import scoring
from quiz.models import Attempt

TURNS = (4, 5, 3, 4, 2)
"""How much of a trait sample answers show, in turn, on a scale of five."""


def sample_answers(edition: Edition) -> dict[str, int]:
    """Answers to every statement as a student might give them: neither all alike nor all high."""
    values = edition.content.scale.values
    answers = {}
    for place, statement in enumerate(edition.content.statements):
        shown = (TURNS[place % len(TURNS)] - 1) * (len(values) - 1) // 4
        answers[statement.code] = values[shown if statement.keying == 1 else -1 - shown]
    return answers


def sample_attempt(edition: Edition, answers: Mapping[str, int], *, now: datetime) -> Attempt:
    """An attempt with these answers that is stored nowhere: its key opens nothing.

    Raises ValueError for answers that are foreign to the edition.
    """
    outcome = scoring.score(edition.content, answers)
    return Attempt(
        key=new_key(),
        edition=edition,
        answers=dict(answers),
        stored_outcome=outcome.to_json(),
        signs=[],
        submitted_at=now,
    )
