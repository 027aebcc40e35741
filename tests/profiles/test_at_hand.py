"""Editions are read from the database once, and while it is silent from memory alone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import OperationalError
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from careerfit.postgres.silence import expect_answers
from profiles import at_hand
from profiles.models import Edition, Profession
from profiles.models.editions import EditionQuerySet
from tests.factories import NOW, make_edition

SLUG = "pengurus-kampanye-politik"
PROFESSION = f"/profesi/{SLUG}/"
PAGES = ["/", "/profesi/", PROFESSION, f"{PROFESSION}kuis/"]


class Silence:
    """Has every question that a page begins with end in a time limit, and counts them."""

    asked = 0

    def __call__(self, *args: object, **kwargs: object) -> None:
        self.asked += 1
        raise OperationalError("canceling statement due to lock timeout")

    def falls(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(EditionQuerySet, "find", self)
        monkeypatch.setattr("profiles.views.find", self)


def test_an_edition_is_read_once(
    edition: Edition, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(3):
        first, again, numbered = at_hand.shown(SLUG), at_hand.shown(SLUG), at_hand.numbered(SLUG, 1)
    assert first is again is numbered
    assert first is not None
    assert first.content == edition.content
    assert "frozen" in first.get_deferred_fields()
    with django_assert_num_queries(0):
        assert at_hand.with_content(edition) is first
    assert at_hand.ids() == [edition.pk]


def test_the_newest_is_shown_and_older_ones_are_found_by_number(campaign: Profession) -> None:
    at_hand.shown(SLUG)
    campaign.name = "Nama baru"
    campaign.save()
    newer = make_edition(campaign)
    assert at_hand.shown(SLUG) == newer
    assert at_hand.numbered(SLUG, 1) != newer == at_hand.numbered(SLUG, newer.number)
    assert at_hand.newest(SLUG) == newer
    assert at_hand.numbered(SLUG, 9) is at_hand.shown("tidak-ada") is None
    Profession.objects.update(is_listed=False)
    assert at_hand.shown(SLUG) is None
    assert at_hand.newest(SLUG) == newer


def test_another_edition_under_the_same_id_is_another_edition(edition: Edition) -> None:
    at_hand.shown(SLUG)
    restored = Edition(
        pk=edition.pk,
        profession_id=edition.profession_id,
        number=1,
        frozen=edition.frozen | {"isco08": "2432"},
        published_at=NOW - timedelta(days=9),
    )
    assert at_hand.with_content(restored).content.isco08 == "2432"


def test_readers_read_on_while_the_database_is_silent(
    client: Client, edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path: client.get(path) for path in PAGES}
    silence = Silence()
    silence.falls(monkeypatch)
    for path in PAGES * 5:
        response = client.get(path)
        assert response.status_code == 200
        assert response["Cache-Control"] == before[path]["Cache-Control"]
        if "kuis" not in path:
            assert response.content == before[path].content
    assert silence.asked == 3  # home, the list, and one for all professions
    monkeypatch.undo()
    expect_answers()
    Profession.objects.update(is_listed=False)
    assert client.get(PROFESSION).status_code == 404


def test_what_nobody_has_read_yet_is_missing_meanwhile(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = Client(raise_request_exception=False)
    silence = Silence()
    silence.falls(monkeypatch)
    assert [client.get(path).status_code for path in PAGES * 2] == [503] * 8
    assert silence.asked == 3


def test_nothing_is_acknowledged_while_the_database_is_silent(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = Client(raise_request_exception=False)
    quiz = f"{PROFESSION}kuis/"
    assert client.get(quiz).status_code == 200
    Silence().falls(monkeypatch)
    assert client.post(quiz, {"edition": "1"}).status_code == 503


def test_an_answer_to_a_question_is_not_given_to_another_one(
    client: Client, edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.get("/profesi/?cari=kampanye").status_code == 200
    Silence().falls(monkeypatch)
    unmoved = Client(raise_request_exception=False)
    assert unmoved.get("/profesi/?cari=kampanye").status_code == 503
    assert unmoved.get("/profesi/").status_code == 503
