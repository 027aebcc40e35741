from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from profiles.models import Edition, Statement
from quiz.actions import NotScorable, delete_attempt, new_key, submit_attempt
from quiz.models import KEY_PATTERN, Attempt
from tests.factories import NOW, make_edition, store_attempt

KEY = "a" * 22
STARTED = NOW - timedelta(minutes=5)


def submit(edition: Edition, answers: dict[str, int], key: str = KEY) -> Attempt:
    return submit_attempt(edition=edition, key=key, answers=answers, started_at=STARTED, now=NOW)


def other(answers: dict[str, int]) -> dict[str, int]:
    return {**answers, "C7": 6 - answers["C7"]} if answers["C7"] != 3 else {**answers, "C7": 1}


def test_new_keys_fit_the_pattern_and_differ() -> None:
    keys = {new_key() for _ in range(1000)}
    assert len(keys) == 1000
    assert all(re.fullmatch(KEY_PATTERN, key) for key in keys)


def test_answers_and_outcome_are_stored(edition: Edition, answers: dict[str, int]) -> None:
    submit(edition, answers)
    attempt = Attempt.objects.get(key=KEY)
    assert attempt.answers == answers
    assert attempt.edition == edition
    assert (attempt.started_at, attempt.submitted_at) == (STARTED, NOW)
    assert attempt.outcome.match is not None
    assert attempt.signs == []


def test_signs_are_stored(edition: Edition, answers: dict[str, int]) -> None:
    attempt = submit_attempt(
        edition=edition,
        key=KEY,
        answers=dict.fromkeys(answers, 4),
        started_at=NOW - timedelta(seconds=20),
        now=NOW,
    )
    attempt.refresh_from_db()
    assert attempt.signs == ["fast", "same", "mixed"]


def test_what_was_carried_is_stored_with_its_day(edition: Edition, answers: dict[str, int]) -> None:
    day = NOW.date() - timedelta(days=17)
    submit_attempt(
        edition=edition, key=KEY, answers=answers, started_at=None, now=NOW, carried={"C7": day}
    )
    assert Attempt.objects.get().carried == {"C7": day.isoformat()}


@pytest.mark.parametrize("key", ["first", "changed"])
def test_what_was_carried_makes_no_other_attempt(
    key: str, edition: Edition, answers: dict[str, int]
) -> None:
    given = answers if key == "first" else other(answers)
    submit(edition, answers)
    stored = submit(edition, given)
    again = submit_attempt(
        edition=edition,
        key=KEY,
        answers=given,
        started_at=None,
        now=NOW,
        carried={"C9": NOW.date()},
    )
    assert again.pk == stored.pk
    assert Attempt.objects.get(pk=stored.pk).carried == {}


def test_only_an_answer_can_be_carried(edition: Edition, answers: dict[str, int]) -> None:
    del answers["C7"]
    with pytest.raises(ValueError, match="C7"):
        submit_attempt(
            edition=edition,
            key=KEY,
            answers=answers,
            started_at=None,
            now=NOW,
            carried={"C7": NOW.date()},
        )
    assert not Attempt.objects.exists()


def test_the_same_again_gives_the_same_attempt(edition: Edition, answers: dict[str, int]) -> None:
    first = submit(edition, answers)
    again = submit_attempt(
        edition=edition,
        key=KEY,
        answers=dict(reversed(answers.items())),
        started_at=None,
        now=NOW + timedelta(days=1),
    )
    assert again.pk == first.pk
    assert Attempt.objects.count() == 1
    assert Attempt.objects.get().submitted_at == NOW


def test_other_answers_under_the_same_key_become_a_second_attempt(
    edition: Edition, answers: dict[str, int]
) -> None:
    first = submit(edition, answers)
    second = submit(edition, other(answers))
    assert first.key == KEY != second.key
    assert re.fullmatch(KEY_PATTERN, second.key)
    assert Attempt.objects.get(key=KEY).answers == answers
    assert Attempt.objects.get(key=second.key).answers == other(answers)


def test_other_answers_sent_repeatedly_arrive_once(
    edition: Edition, answers: dict[str, int]
) -> None:
    submit(edition, answers)
    keys = {submit(edition, other(answers)).key for _ in range(5)}
    assert len(keys) == 1
    assert submit(edition, answers).key == KEY
    assert Attempt.objects.count() == 2


def test_changed_answers_are_known_after_the_first_ones_were_deleted(
    edition: Edition, answers: dict[str, int]
) -> None:
    submit(edition, answers)
    second = submit(edition, other(answers))
    delete_attempt(key=KEY)
    assert submit(edition, other(answers)).key == second.key
    assert Attempt.objects.get().key == second.key


def test_the_second_key_needs_our_secret(
    edition: Edition, answers: dict[str, int], settings: object
) -> None:
    submit(edition, answers)
    second = submit(edition, other(answers)).key
    Attempt.objects.exclude(key=KEY).delete()
    settings.SECRET_KEY = "x" * 60  # type: ignore[attr-defined]
    assert submit(edition, other(answers)).key != second


def test_the_same_answers_to_another_edition_are_another_attempt(
    edition: Edition, answers: dict[str, int]
) -> None:
    first = submit(edition, answers)
    Statement.objects.filter(code="C7").update(text="Kalimat baru untuk C7.")
    newer = make_edition(edition.profession)
    assert submit(newer, answers).key != first.key
    assert {a.edition_id for a in Attempt.objects.all()} == {edition.pk, newer.pk}


def test_too_few_answers_are_not_stored(edition: Edition, answers: dict[str, int]) -> None:
    few = {code: answer for code, answer in answers.items() if code[0] != "D"}
    with pytest.raises(NotScorable):
        submit(edition, few)
    assert Attempt.objects.count() == 0


def test_deleting_takes_one_attempt_and_twice_is_harmless(
    edition: Edition, answers: dict[str, int]
) -> None:
    submit(edition, answers)
    kept = submit(edition, answers, "b" * 22)
    for _ in range(2):
        delete_attempt(key=KEY)
        assert [attempt.key for attempt in Attempt.objects.all()] == [kept.key]


def test_the_database_refuses_to_change_an_attempt(
    edition: Edition, answers: dict[str, int]
) -> None:
    attempt = submit(edition, answers)
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        attempt.save()
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        Attempt.objects.update(answers={})


@pytest.mark.parametrize("key", ["", "short", "a" * 21, "a" * 21 + "!", "a" * 21 + "\n"])
def test_the_database_refuses_a_malformed_key(
    key: str, edition: Edition, answers: dict[str, int]
) -> None:
    with pytest.raises(IntegrityError, match="attempt_key_format"), transaction.atomic():
        submit(edition, answers, key)


def test_the_database_refuses_unknown_signs(edition: Edition) -> None:
    with pytest.raises(IntegrityError, match="attempt_known_signs"), transaction.atomic():
        store_attempt(edition, signs=["slow"])
