from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from quiz.core.scoring import display, level
from quiz.models import Attempt
from quiz.result.words import level_name
from tests.content_fixtures import Post

LIST = "/admin/quiz/attempt/"


@pytest.fixture
def attempt(client: Client, answers: dict[str, int], post: Callable[..., Post]) -> Attempt:
    client.post("/profesi/pengurus-kampanye-politik/kuis/", post(answers))
    return Attempt.objects.get()


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
