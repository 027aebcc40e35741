from __future__ import annotations

import html
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.admin.models import DELETION, LogEntry
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from desk.attempts import AttemptAdmin
from profiles.models import Edition, Profession
from quiz.actions import submit_attempt
from quiz.models import Attempt, AttemptQuerySet
from quiz.result import presenting
from tests.desk.pages import text_of
from tests.factories import NOW, copy_profession, make_attempt, make_edition

LIST = "/admin/quiz/attempt/"


@pytest.fixture
def attempt(edition: Edition) -> Attempt:
    return make_attempt(edition)


def test_attempts_are_shown_without_the_key_of_their_result(
    admin_client: Client, attempt: Attempt
) -> None:
    assert attempt.outcome.match
    shown = presenting.present(attempt)
    for address in (LIST, f"{LIST}{attempt.pk}/change/"):
        text = admin_client.get(address).content.decode()
        assert "Pengurus Kampanye Politik, edisi 1" in text
        assert f"{shown.match} ({shown.headline})" in html.unescape(text)
        assert attempt.key not in text


def test_attempts_cannot_be_added_or_changed(admin_client: Client, attempt: Attempt) -> None:
    assert admin_client.get(f"{LIST}add/").status_code == 403
    assert admin_client.post(f"{LIST}{attempt.pk}/change/", {"key": "x"}).status_code == 403


def test_an_attempt_can_be_deleted_for_a_student_who_asks(
    admin_client: Client, attempt: Attempt
) -> None:
    admin_client.post(f"{LIST}{attempt.pk}/delete/", {"post": "yes"})
    assert Attempt.objects.count() == 0


def test_deleting_several_is_in_the_history_without_their_keys(
    admin_client: Client, edition: Edition
) -> None:
    attempts = [make_attempt(edition, key=letter * 22) for letter in "ab"]
    chosen = [str(attempt.pk) for attempt in attempts]
    sent = {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
    admin_client.post(LIST, sent)
    assert Attempt.objects.count() == 0
    entries = LogEntry.objects.filter(action_flag=DELETION)
    assert {entry.object_id for entry in entries} == set(chosen)
    assert not any(attempt.key in entry.object_repr for attempt in attempts for entry in entries)


@pytest.fixture
def two_professions(campaign: Profession, edition: Edition) -> list[Edition]:
    """The shipped profession's edition, its next one, and that of another profession."""
    campaign.name = "Manajer Kampanye"
    campaign.save()
    other = make_edition(copy_profession(campaign, slug="lain", name="Profesi Lain"))
    return [edition, make_edition(campaign), other]


def shown(client: Client, **asked: str) -> list[str]:
    """The attempts of a list, as it names their editions."""
    page = client.get(LIST, asked)
    assert page.status_code == 200
    return [str(attempt.edition) for attempt in page.context["cl"].result_list]


def queries_for(client: Client, address: str, **posted: str | list[str]) -> int:
    with CaptureQueriesContext(connection) as queries:
        response = client.post(address, posted) if posted else client.get(address)
    assert response.status_code == 200
    return len(queries)


def test_a_longer_list_costs_no_more_queries(
    admin_client: Client, two_professions: list[Edition]
) -> None:
    make_attempt(two_professions[0], key="a" * 22)
    few = queries_for(admin_client, LIST)
    for number, edition in enumerate(two_professions * 2):
        make_attempt(edition, key=f"{number:022}")
    assert queries_for(admin_client, LIST) == few
    assert len(shown(admin_client)) == 7


def test_deleting_more_asks_no_more_before(
    admin_client: Client, two_professions: list[Edition]
) -> None:
    ids = [str(make_attempt(e, key=f"{n:022}").pk) for n, e in enumerate(two_professions)]
    few, many = (
        queries_for(admin_client, LIST, action="delete_selected", _selected_action=some)
        for some in (ids[:1], ids)
    )
    assert few == many


def test_the_attempts_of_one_profession_are_those_of_all_its_editions(
    admin_client: Client, two_professions: list[Edition]
) -> None:
    for number, edition in enumerate(two_professions):
        make_attempt(edition, key=f"{number:022}", now=NOW + timedelta(hours=number))
    assert shown(admin_client, profesi="pengurus-kampanye-politik") == [
        "Manajer Kampanye, edisi 2",
        "Pengurus Kampanye Politik, edisi 1",
    ]
    assert shown(admin_client, profesi="lain") == ["Profesi Lain, edisi 1"]
    assert shown(admin_client, profesi="tidak-ada") == []


def test_the_attempts_of_some_days_are_found_on_the_clock_of_the_site(
    admin_client: Client, edition: Edition
) -> None:
    for key, moment in (
        ("a", datetime(2026, 7, 19, 16, 59, tzinfo=UTC)),  # 23.59 in Jakarta
        ("b", datetime(2026, 7, 19, 17, 0, tzinfo=UTC)),
        ("c", datetime(2026, 7, 20, 16, 59, tzinfo=UTC)),
        ("d", datetime(2026, 7, 20, 17, 0, tzinfo=UTC)),
    ):
        make_attempt(edition, key=key * 22, now=moment)

    def keys(**asked: str) -> str:
        rows = admin_client.get(LIST, asked).context["cl"].result_list
        return "".join(attempt.key[0] for attempt in rows)

    assert keys(sejak="2026-07-20", sampai="2026-07-20") == "cb"
    assert keys(sejak="2026-07-20") == "dcb"
    assert keys(sampai="2026-07-19") == "a"
    assert keys(sejak="2026-07-20", profesi=edition.profession.slug) == "dcb"
    assert keys(sampai="2026-07-20", profesi=edition.profession.slug) == "cba"
    assert keys(sejak="kapan", sampai="2026-13-45") == "dcba"
    assert keys(sejak="0001-01-01", sampai="9999-12-31") == "dcba"


def test_a_filter_keeps_what_the_others_were_asked_for(
    admin_client: Client, attempt: Attempt
) -> None:
    text = admin_client.get(LIST, {"sejak": "2026-07-01", "profesi": "lain"}).content.decode()
    assert '<input type="hidden" name="profesi" value="lain">' in text
    assert '<input type="hidden" name="sejak" value="2026-07-01">' in text
    assert 'name="sejak" value="2026-07-01">' in text.partition('id="sejak"')[2]
    assert 'href="?profesi=lain"' in text


def test_a_list_that_is_too_long_says_so_and_how_to_find_the_rest(
    admin_client: Client, two_professions: list[Edition], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk.pages.MOST_IN_A_LIST", 2)
    monkeypatch.setattr("quiz.models.MOST_IN_A_LIST", 2)
    monkeypatch.setattr(AttemptQuerySet, "roughly_counted", lambda self: 1_234_567)
    make_attempt(two_professions[0], key="a" * 22)
    assert "1 jawaban siswa" in admin_client.get(LIST).content.decode()
    for number in range(3):
        make_attempt(two_professions[0], key=f"{number:022}")
    text = " ".join(admin_client.get(LIST).content.decode().split())
    assert "2 jawaban terbaru; yang lebih lama bisa dicari dengan saringan waktu." in text
    assert "Seluruhnya sekitar 1.200.000." in text
    filtered = admin_client.get(LIST, {"profesi": "pengurus-kampanye-politik"}).content.decode()
    assert "2 jawaban terbaru" in filtered
    assert "Seluruhnya" not in filtered


def test_postgresql_estimates_how_many_there_are(edition: Edition) -> None:
    assert Attempt.objects.roughly_counted() >= 0


def test_nothing_is_done_to_more_than_was_ticked(
    admin_client: Client, attempt: Attempt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(AttemptAdmin, "list_per_page", 1)
    make_attempt(attempt.edition, key="z" * 22)
    page = admin_client.get(LIST).content.decode()
    assert "action-counter" in page
    assert "question" not in page
    response = admin_client.post(
        LIST,
        {
            "action": "delete_selected",
            "_selected_action": str(attempt.pk),
            "select_across": "1",
            "post": "yes",
        },
        follow=True,
    )
    assert "Pilih jawaban satu per satu." in response.content.decode()
    assert Attempt.objects.count() == 2


def test_no_column_sorts_millions(admin_client: Client, attempt: Attempt) -> None:
    for asked in ("1", "-1", "2", "4"):
        ordering = admin_client.get(LIST, {"o": asked}).context["cl"].queryset.query.order_by
        assert ordering == ("-submitted_at", "-pk"), asked
    assert "sortable" not in admin_client.get(LIST).content.decode()


def test_attempts_have_the_indexes_that_are_used_and_no_other(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexname FROM pg_indexes WHERE tablename = 'quiz_attempt'")
        names = {name for (name,) in cursor.fetchall()}
    assert names == {
        "quiz_attempt_pkey",
        "attempt_key_once",
        "attempt_submitted",
        "attempt_of_edition",
    }


def test_answers_read_as_they_were_given(
    admin_client: Client, edition: Edition, answers: dict[str, int]
) -> None:
    first, second, third = edition.content.statements[:3]
    del answers[second.code]
    attempt = submit_attempt(
        edition=edition,
        key="k" * 22,
        answers=answers,
        started_at=NOW - timedelta(seconds=30),
        now=NOW,
        carried={third.code: NOW.date()},
    )
    page = text_of(admin_client.get(f"{LIST}{attempt.pk}/change/").content)
    row = page[page.index(f"1. {first.text.id}") :].partition("</tr>")[0]
    assert edition.content.trait(first.trait).name.id in row
    assert edition.content.scale.text(answers[first.code]).id in row
    assert "<em>Dilewati</em>" in page[page.index(second.text.id) :].partition("</tr>")[0]
    reused = page[page.index(third.text.id) :].partition("</tr>")[0]
    assert "dipakai lagi dari 20 Juli 2026" in reused
    assert "20 Juli 2026, 15.00 WIB" in page
    assert "20 Juli 2026, 14.59 WIB (kurang dari 1 menit)" in page
    assert "dijawab sangat cepat" in page
    for raw in ("fast", "{&quot;", '{"', "20 Juli 2026 08", f">{first.code}<"):
        assert raw not in page
    assert "dijawab sangat cepat" in text_of(admin_client.get(LIST).content)


def test_deleting_answers_says_what_it_does_to_the_student(
    admin_client: Client, attempt: Attempt
) -> None:
    said = "siswa tidak bisa membuka hasilnya lagi"
    assert said in text_of(admin_client.get(f"{LIST}{attempt.pk}/delete/").content)
    chosen = {"action": "delete_selected", "_selected_action": str(attempt.pk)}
    page = admin_client.post(LIST, chosen)
    assert said in text_of(page.content)
    assert "20 Juli 2026, 15.00 WIB" in text_of(page.content)
    assert Attempt.objects.exists()
