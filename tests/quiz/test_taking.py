"""The doors for other apps: taking a quiz at an address of theirs, adding to a result."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction
from django.template import engines
from django.template.loaders import locmem
from django.test import Client
from django.test.utils import CaptureQueriesContext

from profiles.models import Edition, Profession
from quiz.actions import submit_attempt
from quiz.models import Attempt
from tests.content_fixtures import Post
from tests.factories import KEY, NOW
from tests.quiz import other_app

CLASS = "/kelas/XII-A/"
QUIZ = "/profesi/pengurus-kampanye-politik/kuis/"
MOST_STATEMENTS = 8
MakePost = Callable[..., Post]


@pytest.fixture
def in_class(settings: Any) -> list[tuple[str, int | None, bool]]:
    """An app with classes; gives what it noted."""
    settings.ROOT_URLCONF = "tests.quiz.other_app"
    other_app.noted.clear()
    return other_app.noted


def test_a_quiz_at_another_address_is_sent_there(
    client: Client, edition: Edition, in_class: list[Any]
) -> None:
    text = client.get(CLASS).content.decode()
    assert f'action="{CLASS}"' in text
    assert f'action="{QUIZ}"' not in text
    assert f'action="{QUIZ}"' in client.get(QUIZ).content.decode()


def test_another_app_is_told_of_each_sending_and_that_one_is_new(
    client: Client, answers: dict[str, int], post: MakePost, in_class: list[Any]
) -> None:
    for _ in range(3):
        response = client.post(CLASS, post(answers))
        assert (response.status_code, response["Location"]) == (303, f"/hasil/{KEY}/")
    pk = Attempt.objects.get().pk
    assert in_class == [(KEY, pk, True), (KEY, pk, False), (KEY, pk, False)]


def test_another_app_is_told_of_changed_answers_as_well(
    client: Client, answers: dict[str, int], post: MakePost, in_class: list[Any]
) -> None:
    client.post(CLASS, post(answers))
    changed = post(answers) | {"answer-C7": "lewati"}
    second = client.post(CLASS, changed)["Location"].split("/")[2]
    assert [(key, is_new) for key, _pk, is_new in in_class] == [(KEY, True), (second, True)]


def test_another_app_hears_nothing_of_what_is_refused(
    client: Client, edition: Edition, in_class: list[Any]
) -> None:
    assert client.post(CLASS, {"key": KEY, "edition": "1"}).status_code == 422
    assert in_class == []


def test_a_quiz_of_a_class_needs_no_cookie_and_keeps_its_students(
    campaign: Profession, answers: dict[str, int], post: MakePost, in_class: list[Any]
) -> None:
    strict = Client(enforce_csrf_checks=True)
    Profession.objects.update(is_listed=False)
    assert strict.get(CLASS).status_code == 404
    assert strict.post(CLASS, post(answers)).status_code == 303
    assert strict.put(CLASS).status_code == 405


@pytest.mark.django_db(transaction=True)
def test_what_happens_after_is_there_exactly_when_the_attempt_is(
    edition: Edition, answers: dict[str, int]
) -> None:
    def submit(after: Callable[[Attempt, bool], None]) -> None:
        submit_attempt(
            edition=edition, key=KEY, answers=answers, started_at=None, now=NOW, after=after
        )

    def fail(attempt: Attempt, is_new: bool) -> None:
        assert transaction.get_connection().in_atomic_block
        assert Attempt.objects.filter(pk=attempt.pk).exists()
        raise RuntimeError("no room in this class")

    with pytest.raises(RuntimeError):
        submit(fail)
    assert not Attempt.objects.exists()
    told: list[bool] = []
    for _ in range(2):
        submit(lambda attempt, is_new: told.append(is_new))
    assert told == [True, False]


def test_a_result_has_room_for_what_another_app_says(
    client: Client, answers: dict[str, int], post: MakePost, in_class: list[Any]
) -> None:
    page = (
        '{% extends "quiz/result/result.html" %}'
        "{% block beside_result %}<p>Kelas {{ code }}</p>{% endblock %}"
    )
    engine = engines["django"].engine  # type: ignore[attr-defined]
    loaders = [locmem.Loader(engine, {"result_of_class.html": page}), *engine.template_loaders]
    client.post(CLASS, post(answers))
    before = engine.template_loaders
    engine.template_loaders = loaders
    try:
        response = client.get(f"{CLASS}{KEY}/")
    finally:
        engine.template_loaders = before
    text = response.content.decode()
    assert "<p>Kelas XII-A</p>" in text
    assert "Bicarakan dengan guru BK" in text
    assert "no-store" in response["Cache-Control"]
    assert "XII-A" not in client.get(f"/hasil/{KEY}/").content.decode()


@pytest.mark.django_db(transaction=True)
def test_a_completed_quiz_costs_eight_statements_at_most(
    client: Client, answers: dict[str, int], post: MakePost
) -> None:
    for key in (KEY, "l" * 22):  # with nothing in memory, and then as most students find it
        with CaptureQueriesContext(connection) as statements:
            client.get(QUIZ)
            client.get(client.post(QUIZ, post(answers, key=key))["Location"])
        assert len(statements) <= MOST_STATEMENTS, statements.captured_queries
