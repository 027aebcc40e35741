"""A student's own answers as a file, with all that is kept of them."""

from __future__ import annotations

from typing import Any

from careerfit.web.languages import page_language
from quiz.models import Attempt, PilotAnswer
from quiz.result.words import answer_name

FILE_NAME = "careerfit-jawaban.json"
FILE_FORMAT = 1


def file(attempt: Attempt) -> dict[str, Any]:
    """Everything that is kept of the attempt, but for its key.

    The key is left out because files are passed on, and it would let whoever gets this one delete
    the attempt.
    """
    content = attempt.edition.content
    return {
        "format": FILE_FORMAT,
        "profession": {"slug": content.slug, "name": content.name.in_language(page_language())},
        "edition": attempt.edition.number,
        "started_at": attempt.started_at and attempt.started_at.isoformat(),
        "submitted_at": attempt.submitted_at.isoformat(),
        "answers": [
            {
                "code": statement.code,
                "trait": statement.trait,
                "keying": statement.keying,
                "statement": statement.text.in_language(page_language()),
                "answer": attempt.answers.get(statement.code),
                "meaning": answer_name(content, attempt.answers.get(statement.code)),
                "carried_from": attempt.carried.get(statement.code),
            }
            for statement in content.statements
        ],
        "outcome": attempt.stored_outcome,
        "signs": list(attempt.signs),
        **_said_in_pilot(attempt),
    }


def _said_in_pilot(attempt: Attempt) -> dict[str, Any]:
    """What was said of the result, where the site asked and the student answered."""
    said = PilotAnswer.objects.filter(attempt=attempt).first()
    if said is None:
        return {}
    taps = {"accuracy": said.accuracy, "interest": said.interest, "unclear": said.unclear}
    return {"pilot": taps}
