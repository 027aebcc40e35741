from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.cache import caches
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from profiles.models import Edition
from quiz import actions
from quiz.models import Attempt, PilotAnswer
from quiz.pilot.models import Accuracy, Interest
from quiz.pilot.told import pilot_of
from tests.factories import make_attempt

SHEET = "/profesi/pengurus-kampanye-politik/kuis/lembar-teknis/1/"


@pytest.fixture(autouse=True)
def _pilot(settings: Any) -> None:
    settings.PILOT = True


@pytest.fixture
def attempt(edition: Edition) -> Attempt:
    return make_attempt(edition)


def page_of(attempt: Attempt) -> str:
    return f"/hasil/{attempt.key}/uji-coba/"


def answer(edition: Edition, number: int, *, signs: bool = False, **said: Any) -> None:
    """So many students who say this of their results."""
    there = Attempt.objects.count()
    for n in range(there, there + number):
        attempt = make_attempt(edition, key=f"{n:022}", seconds=1 if signs else None)
        as_usual: dict[str, Any] = {"accuracy": None, "interest": None, "unclear": []}
        actions.answer_pilot(attempt=attempt, **{**as_usual, **said})
    caches["studies"].clear()


def test_three_taps_are_kept_and_the_score_stays(client: Client, attempt: Attempt) -> None:
    unclear = attempt.edition.content.statements[2].code
    assert page_of(attempt) in client.get(f"/hasil/{attempt.key}/").content.decode()
    asked = client.get(page_of(attempt)).content.decode()
    names = [asked.count(f'name="{name}"') for name in ("accuracy", "interest", "unclear")]
    assert names == [3, 3, 24]
    response = client.post(
        page_of(attempt), {"accuracy": "2", "interest": "3", "unclear": [unclear]}
    )
    assert (response.status_code, response["Location"]) == (303, page_of(attempt))
    said = PilotAnswer.objects.get()
    assert (said.accuracy, said.interest, said.unclear) == (2, 3, [unclear])
    page = client.get(page_of(attempt))
    assert "Terima kasih" in page.content.decode()
    assert not page.cookies
    assert page["Referrer-Policy"] == "no-referrer"
    assert "no-store" in page["Cache-Control"]
    again = Attempt.objects.get()
    assert again.stored_outcome == attempt.stored_outcome


def test_what_was_said_is_not_overwritten(client: Client, attempt: Attempt) -> None:
    for accuracy in ("1", "3"):
        client.post(page_of(attempt), {"accuracy": accuracy})
    assert PilotAnswer.objects.get().accuracy == Accuracy.WRONG


@pytest.mark.parametrize(
    "sent",
    [{}, {"accuracy": ""}, {"accuracy": "4"}, {"interest": "x"}, {"unclear": ["<svg onload>"]}],
)
def test_nothing_said_or_nonsense_keeps_nothing(
    client: Client, attempt: Attempt, sent: dict[str, Any]
) -> None:
    response = client.post(page_of(attempt), sent)
    assert response.status_code == 422
    assert PilotAnswer.objects.count() == 0


def test_the_database_keeps_nothing_else_either(attempt: Attempt) -> None:
    for said in ((4, None), (None, 0), (None, None)):
        with pytest.raises(IntegrityError):
            actions.answer_pilot(attempt=attempt, accuracy=said[0], interest=said[1], unclear=[])


def test_it_goes_with_the_result_and_into_its_file(client: Client, attempt: Attempt) -> None:
    client.post(page_of(attempt), {"interest": "1"})
    file = json.loads(client.get(f"/hasil/{attempt.key}/jawaban.json").content)
    assert file["pilot"] == {"accuracy": None, "interest": 1, "unclear": []}
    client.post(f"/hasil/{attempt.key}/hapus/")
    assert PilotAnswer.objects.count() == 0
    assert client.get(page_of(attempt)).status_code == 404


def test_a_site_without_a_pilot_asks_nothing(
    client: Client, attempt: Attempt, settings: Any
) -> None:
    settings.PILOT = False
    assert "uji-coba" not in client.get(f"/hasil/{attempt.key}/").content.decode()
    assert client.get(page_of(attempt)).status_code == 404
    assert client.post(page_of(attempt), {"accuracy": "1"}).status_code == 404
    assert "Kata siswa" not in client.get(SHEET).content.decode()


def test_the_result_costs_no_query_more(client: Client, attempt: Attempt, settings: Any) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/hasil/{attempt.key}/")
        return len(asked)

    queries()
    with_pilot = queries()
    settings.PILOT = False
    assert with_pilot == queries()


def test_what_came_of_it_is_told_of_ten_and_more(client: Client, edition: Edition) -> None:
    unclear, hardly = (one.code for one in edition.content.statements[:2])
    answer(edition, 9, accuracy=Accuracy.RIGHT)
    answer(edition, 5, accuracy=Accuracy.RIGHT, signs=True)
    assert pilot_of(edition) is None
    assert "Belum ada sepuluh siswa" in client.get(SHEET).content.decode()
    answer(edition, 3, accuracy=Accuracy.WRONG, interest=Interest.YES, unclear=[unclear, hardly])
    answer(edition, 12, accuracy=Accuracy.PARTLY, unclear=[unclear])
    told = pilot_of(edition)
    assert told is not None
    assert told.students == 20
    assert told.accuracy == [
        (Accuracy.WRONG, None),
        (Accuracy.PARTLY, 50),
        (Accuracy.RIGHT, None),
    ]
    assert told.interest == []
    assert [(text.id, count) for text, count in told.unclear] == [
        (edition.content.statements[0].text.id, 20)
    ]
    text = client.get(SHEET).content.decode()
    assert "Sekitar 20 siswa menjawab" in text
    assert "Sebagian tepat 50 %" in text


def test_the_desk_shows_it_beside_the_analysis(admin_client: Client, edition: Edition) -> None:
    answer(edition, 12, interest=Interest.UNSURE)
    page = admin_client.get(f"/admin/analisis/kuis/{edition.profession_id}/").content.decode()
    assert "Belum tahu 100 %" in page
