"""Every write to an attempt."""

from __future__ import annotations

import base64
import json
import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.crypto import salted_hmac

from profiles.models import Edition
from quiz.core import response_quality, scoring
from quiz.models import KEY_LENGTH, Attempt, PilotAnswer

KEY_BYTES = 16
NOTHING_CARRIED: Mapping[str, date] = {}

After = Callable[[Attempt, bool], None]
"""What else happens to an attempt: called with it, and with whether it is new."""


class NotScorable(ValueError):
    """There are too few answers for a match; the form refuses such answers before they get here."""


def new_key() -> str:
    """A fresh key for one attempt: 128 random bits, URL-safe."""
    return secrets.token_urlsafe(KEY_BYTES)


def submit_attempt(
    *,
    edition: Edition,
    key: str,
    answers: Mapping[str, int],
    started_at: datetime | None,
    now: datetime,
    carried: Mapping[str, date] = NOTHING_CARRIED,
    after: After | None = None,
) -> Attempt:
    """Score the answers and store them under their key; sending them again changes nothing.

    The same key with the same answers gives the attempt that is there. The same key with other
    answers gives an attempt under a key of its own, which again is the same one each time.
    `started_at` is when the statements were first seen, None when that is not known. `carried`
    says of answers that were given in an earlier quiz on which day that was. It makes no difference
    to which attempt this is: the first sending of the same answers decides what is stored.

    `after` is called with the attempt and with whether it is new, in the transaction that stores
    it: what it writes is there exactly when the attempt is, and if it fails, neither is. It is
    called each time that the answers are sent; only once, the attempt is new.

    Raises NotScorable when the answers do not suffice for a match, ValueError for foreign answers,
    and for carried ones that were not given.
    """
    given = dict(answers)
    if not carried.keys() <= given.keys():
        raise ValueError(f"carried but not answered: {sorted(carried.keys() - given.keys())}")
    outcome = scoring.score(edition.content, given)
    if outcome.match is None:
        raise NotScorable
    seconds = (now - started_at).total_seconds() if started_at else None
    signs = response_quality.find_signs(edition.content, given, seconds=seconds, carried=carried)
    attempt = Attempt(
        key=key,
        edition=edition,
        answers=given,
        carried={code: day.isoformat() for code, day in carried.items()},
        stored_outcome=outcome.to_json(),
        signs=list(signs),
        started_at=started_at,
        submitted_at=now,
    )
    if after is None:
        return _store(attempt)
    with transaction.atomic():
        stored = _store(attempt)
        after(stored, stored is attempt)
    return stored


def _store(attempt: Attempt) -> Attempt:
    """Store the attempt, unless it is stored already, under its key or the one for a change."""
    own, for_change = attempt.key, _key_for_change(attempt)
    keys = [own, for_change]
    while True:
        taken = Attempt.objects.store_unless_taken(attempt, keys)
        if attempt.pk:
            return attempt
        for found in taken:
            if found.has_same_content(attempt):
                return found
        # Two sends can only collide on a key that one of them has then written, so the next look
        # finds it, and the loop ends.
        if taken:
            attempt.key = for_change if own in {found.key for found in taken} else own
            keys = [attempt.key]


@transaction.atomic
def answer_pilot(
    *, attempt: Attempt, accuracy: int | None, interest: int | None, unclear: Sequence[str]
) -> PilotAnswer:
    """Keep what a student says of their result; saying it again changes nothing.

    `unclear` are codes of the edition's statements. Raises IntegrityError where nothing is said.
    """
    said = {"accuracy": accuracy, "interest": interest, "unclear": list(unclear)}
    answer, _ = PilotAnswer.objects.get_or_create(attempt=attempt, defaults=said)
    return answer


@transaction.atomic
def delete_attempt(*, key: str) -> None:
    """Delete the attempt with this key, and everything that hangs on it; nothing if there is none.

    It does not say which of the two it was: only who has the result open may know that.
    """
    Attempt.objects.filter(key=key).delete()


@transaction.atomic
def delete_attempts(attempts: QuerySet[Attempt]) -> None:
    """Delete these attempts and everything that hangs on them."""
    attempts.delete()


def _key_for_change(attempt: Attempt) -> str:
    """The key for these answers where the attempt's own key already belongs to other answers.

    It follows from what was sent, so that a change of mind that is sent five times arrives once;
    and nobody who knows the first result's address can work it out, since it takes our secret.
    """
    sent = json.dumps([attempt.key, attempt.edition_id, sorted(attempt.answers.items())])
    digest = salted_hmac("quiz.actions.key_for_change", sent, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest[:KEY_BYTES]).decode("ascii")[:KEY_LENGTH]
