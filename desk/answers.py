"""A student's answers as a teacher reads them: in the words and the order of their edition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext, ngettext

from quiz.core.response_quality import SIGNS
from quiz.models import Attempt
from quiz.result.words import answer_name


class Answer(NamedTuple):
    """What was answered to a statement; `since` is the day, where it was in an earlier quiz."""

    statement: str
    trait: str
    is_reversed: bool
    words: str
    is_skipped: bool
    since: date | None


def answers_of(attempt: Attempt) -> Iterator[Answer]:
    """The answer to each statement of the quiz, in the order in which they were asked."""
    content = attempt.edition.content
    traits = {trait.code: trait.name.id for trait in content.traits}
    for statement in content.statements:
        given = attempt.answers.get(statement.code)
        day = attempt.carried.get(statement.code)
        yield Answer(
            statement=statement.text.id,
            trait=traits[statement.trait],
            is_reversed=statement.keying < 0,
            words=answer_name(content, given),
            is_skipped=given is None,
            since=date.fromisoformat(day) if day else None,
        )


def signs_in_words(signs: Sequence[str]) -> list[str]:
    """What the signs say of the answers, none of it about the student."""
    words = {
        "fast": gettext("dijawab sangat cepat"),
        "same": gettext("banyak jawaban berturut-turut sama"),
        "mixed": gettext("ada jawaban yang saling bertentangan"),
        "scattered": gettext("jawaban untuk pernyataan serupa saling berjauhan"),
    }
    return [words[sign] for sign in SIGNS if sign in signs]


def in_zone(moment: datetime) -> str:
    """A moment on the clock of the site, with the name of its zone."""
    return date_format(localtime(moment), "j F Y, H.i T")


def time_taken(attempt: Attempt) -> str:
    """How long the quiz was open, in whole minutes; nothing where that is not known."""
    if attempt.started_at is None:
        return ""
    minutes = int((attempt.submitted_at - attempt.started_at).total_seconds()) // 60
    if minutes < 1:
        return gettext("kurang dari 1 menit")
    return ngettext("%(count)s menit", "%(count)s menit", minutes) % {"count": minutes}
