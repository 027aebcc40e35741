from __future__ import annotations

import pytest
from django.test import Client

from profiles.models import Edition
from quiz.core.scoring import display, level
from quiz.models import Attempt
from quiz.result.words import level_name
from tests.factories import make_attempt

LIST = "/admin/quiz/attempt/"


@pytest.fixture
def attempt(edition: Edition) -> Attempt:
    return make_attempt(edition)


def test_attempts_are_shown_without_the_key_of_their_result(
    admin_client: Client, attempt: Attempt
) -> None:
    assert attempt.outcome.match
    shown = display(attempt.outcome.match.value)
    borders = attempt.edition.content.levels.match
    for address in (LIST, f"{LIST}{attempt.pk}/change/"):
        text = admin_client.get(address).content.decode()
        assert "Pengurus Kampanye Politik, edisi 1" in text
        assert f"{shown} ({level_name(level(borders, shown))})" in text
        assert attempt.key not in text


def test_attempts_cannot_be_added_or_changed(admin_client: Client, attempt: Attempt) -> None:
    assert admin_client.get(f"{LIST}add/").status_code == 403
    assert admin_client.post(f"{LIST}{attempt.pk}/change/", {"key": "x"}).status_code == 403


def test_an_attempt_can_be_deleted_for_a_student_who_asks(
    admin_client: Client, attempt: Attempt
) -> None:
    admin_client.post(f"{LIST}{attempt.pk}/delete/", {"post": "yes"})
    assert Attempt.objects.count() == 0
