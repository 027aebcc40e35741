"""The other professions that a result looks at, arranged for scoring once they are known."""

from __future__ import annotations

from typing import Any

from profiles.editions.content import EditionContent
from profiles.models import Card
from profiles.published import Kept
from quiz.core.elsewhere import Arranged


def professions_now() -> Arranged:
    """The professions that are on the site, the result's own included. One query."""
    known = _arranged.newest
    state, quizzes = Card.objects.quizzes(unless=known.state)
    return _arranged.follow(known, state, quizzes)


def _arrange(quizzes: list[dict[str, Any]]) -> Arranged:
    return Arranged(EditionContent.from_json(quiz) for quiz in quizzes)


_arranged: Kept[list[dict[str, Any]], Arranged] = Kept(_arrange, [])
