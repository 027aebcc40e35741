"""The pages of a result: what they say, what they cost, and that deleting leaves nothing."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from profiles.models import Edition
from quiz.actions import submit_attempt
from quiz.core.scoring import Outcome
from quiz.models import Attempt
from quiz.result.sharing import qr_code
from tests.content_fixtures import Post
from tests.factories import (
    KEY,
    NOW,
    make_attempt,
    store_attempt,
)
from tests.quiz.result.pages import RESULT, text_of

QUIZ = "/profesi/pengurus-kampanye-politik/kuis/"
PAGES = [RESULT, f"{RESULT}jawaban/", f"{RESULT}jawaban.json", f"{RESULT}hapus/"]
MakePost = Callable[..., Post]


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("path", PAGES)
def test_pages_of_a_result_cost_two_queries_at_most_and_stay_private(
    path: str,
    language: str,
    client: Client,
    attempt: Attempt,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_max_num_queries(2):
        response = client.get(language + path)
    assert response.status_code == 200
    assert_private(response)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("method", ["get", "head", "put", "post"])
def test_every_answer_under_a_key_stays_private(
    method: str, path: str, client: Client, edition: Edition
) -> None:
    assert_private(getattr(client, method)(path))


def assert_private(response: Any) -> None:
    assert not response.cookies
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "no-referrer"
    assert "noindex" in response["X-Robots-Tag"]


@pytest.mark.django_db
def test_the_privacy_page_costs_no_query(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        response = client.get("/privasi/")
    assert "Sampai dihapus, olehmu atau oleh sekolah." in response.content.decode()
    assert not response.cookies


def test_the_privacy_page_is_linked_where_it_matters(client: Client, attempt: Attempt) -> None:
    for path in ("/", QUIZ, RESULT):
        assert 'href="/privasi/"' in text_of(client, path)


def test_the_preview_card_says_nothing_of_the_result(
    client: Client, edition: Edition, answers: dict[str, int]
) -> None:
    cards = set()
    for key, answer in ((KEY, 1), ("o" * 22, 5)):
        make_attempt(edition, dict.fromkeys(answers, answer), key=key)
        head = text_of(client, f"/hasil/{key}/").partition("</head>")[0]
        cards.add(tuple(re.findall(r"<meta [^>]+>", head.replace(key, KEY))))
    (card,) = cards
    assert sum("og:" in tag for tag in card) == 4
    for word in ("sejalan", *(trait.name.id for trait in edition.content.traits)):
        assert word not in "".join(card)


def test_the_page_carries_its_own_address(client: Client, attempt: Attempt) -> None:
    text = text_of(client, RESULT)
    assert f'readonly value="http://testserver{RESULT}"' in text
    assert f'src="{RESULT}qr.svg"' in text
    picture = client.get(f"{RESULT}qr.svg")
    assert picture["Content-Type"] == "image/svg+xml"
    assert picture.content == qr_code(f"http://testserver{RESULT}")
    assert text.count("style=") == 0


def test_every_answer_is_accounted_for(client: Client, attempt: Attempt) -> None:
    assert f'href="{RESULT}jawaban/"' in text_of(client, RESULT)
    text = text_of(client, f"{RESULT}jawaban/")
    content = attempt.edition.content
    assert all(statement.text.id in text for statement in content.statements)
    rows = re.findall(r"<em>(↔ )?([^<]+)</em></th><td>([^<]+)</td><td>([^<]+)</td>", text)
    assert len(rows) == 24
    assert ("", "Dilewati", "–", "–") in rows
    assert sum(bool(reverse) for reverse, *_rest in rows) == 8
    match = attempt.outcome.match
    assert match is not None
    tenths = [int(row[3].replace(",", "")) for row in rows if row[3] != "–"]
    assert sum(tenths) == int(match.composite * 10)


def test_a_result_whose_answers_do_not_add_up_is_still_shown(
    client: Client, edition: Edition, attempt: Attempt, caplog: pytest.LogCaptureFixture
) -> None:
    stored = {**attempt.stored_outcome}
    stored["traits"] = [{**trait, "answered": 3} for trait in stored["traits"]]
    Attempt.objects.all().delete()
    odd = store_attempt(edition, answers=attempt.answers, stored_outcome=stored)
    with caplog.at_level(logging.ERROR):
        response = client.get(RESULT)
    assert response.status_code == 200
    assert "<em>" not in response.content.decode()
    assert f"the answers of attempt {odd.pk} do not add up to its outcome" in caplog.text
    assert KEY not in caplog.text


def test_ranges_are_those_of_this_result_where_one_end_is_that_of_another(
    client: Client, edition: Edition
) -> None:
    asked = edition.content.statements_of("communication")
    worth = dict(zip(asked, (1, 1, 1, 0, 0, 0), strict=True))
    all_of_it = {s.code: 1 + steps if s.keying == 1 else 5 - steps for s, steps in worth.items()}
    most_of_it = {s.code: all_of_it[s.code] for s in asked if s not in (asked[2], asked[5])}
    others = {s.code: 4 for s in edition.content.statements if s not in worth}
    make_attempt(edition, {**others, **all_of_it}, key=KEY)
    make_attempt(edition, {**others, **most_of_it}, key="o" * 22)
    for key, span in ((KEY, "0–26"), ("o" * 22, "0–29")):  # 12.5 ± 32/√6, and ± 32/√4
        first = text_of(client, f"/hasil/{key}/").partition('id="trait-communication"')[2]
        assert f"({span})" in first.partition("</article>")[0]


def test_the_answers_can_be_read(client: Client, attempt: Attempt) -> None:
    text = text_of(client, f"{RESULT}jawaban/")
    content = attempt.edition.content
    assert all(text.count(statement.text.id) == 1 for statement in content.statements)
    assert text.count("Dilewati") == 1
    english = text_of(client, f"/en{RESULT}jawaban/")
    assert all(statement.text.en in english for statement in content.statements)


def test_the_file_holds_all_that_is_kept_but_the_key(client: Client, attempt: Attempt) -> None:
    response = client.get(f"{RESULT}jawaban.json")
    assert response["Content-Type"] == "application/json"
    assert response["Content-Disposition"] == 'attachment; filename="careerfit-jawaban.json"'
    assert KEY not in response.content.decode()
    data = json.loads(response.content)
    answers = {one["code"]: one["answer"] for one in data["answers"]}
    assert {code: answer for code, answer in answers.items() if answer} == attempt.answers
    assert answers["C7"] is None
    assert Outcome.from_json(data["outcome"]) == attempt.outcome
    assert data["started_at"] == attempt.started_at.isoformat()  # type: ignore[union-attr]
    assert data["submitted_at"] == attempt.submitted_at.isoformat()
    assert data["signs"] == attempt.signs
    assert (data["edition"], data["format"]) == (1, 1)
    kept = {field.name for field in Attempt._meta.concrete_fields}
    assert kept == {
        *("id", "key", "edition", "answers", "carried", "stored_outcome", "signs"),
        *("started_at", "submitted_at"),
    }, "what is kept has changed: the file and the privacy page must say so"


def test_deleting_asks_once_and_leaves_nothing(client: Client, attempt: Attempt) -> None:
    question = client.get(f"{RESULT}hapus/")
    assert "Hapus hasil ini?" in question.content.decode()
    assert Attempt.objects.count() == 1
    response = client.post(f"{RESULT}hapus/")
    assert (response.status_code, response["Location"]) == (303, RESULT)
    assert Attempt.objects.count() == 0
    for path in PAGES:
        assert client.get(path).status_code == 404


def test_nobody_can_tell_what_was_deleted_from_what_never_was(
    client: Client, attempt: Attempt
) -> None:
    never = "n" * 22
    client.post(f"{RESULT}hapus/")
    for path in PAGES:
        other = path.replace(KEY, never)
        gone, unknown = client.get(path), client.get(other)
        assert gone.content.decode().replace(KEY, never) == unknown.content.decode()
        assert (gone.status_code, unknown.status_code) == (404, 404)
    twice = client.post(f"{RESULT}hapus/")
    unknown = client.post(f"/hasil/{never}/hapus/")
    assert (twice.status_code, unknown.status_code) == (303, 303)
    assert twice["Location"].replace(KEY, never) == unknown["Location"]


def test_deleting_needs_no_cookie_and_takes_only_this_result(
    client: Client, attempt: Attempt, answers: dict[str, int], post: MakePost
) -> None:
    client.post(QUIZ, post(answers, key="o" * 22))
    strict = Client(enforce_csrf_checks=True, headers={"origin": "null"})
    response = strict.post(f"{RESULT}hapus/")
    assert response.status_code == 303
    assert not response.cookies
    assert [one.key for one in Attempt.objects.all()] == ["o" * 22]


CARRIED = {
    "2026-07-03 2026-07-03": "2 jawaban kamu pakai lagi dari 3 Juli 2026.",
    "2026-07-03": "1 jawaban kamu pakai lagi dari 3 Juli 2026.",
    "2026-07-09 2026-06-30": "2 jawaban kamu pakai lagi, dari 30 Juni 2026 sampai 9 Juli 2026.",
    "": "",
}


@pytest.mark.parametrize("days", CARRIED)
def test_a_result_says_how_many_answers_were_used_again_and_from_when(
    days: str, client: Client, edition: Edition, answers: dict[str, int]
) -> None:
    carried = {
        code: date.fromisoformat(day) for code, day in zip(("C9", "C3"), days.split(), strict=False)
    }
    submit_attempt(
        edition=edition, key=KEY, answers=answers, started_at=None, now=NOW, carried=carried
    )
    text = text_of(client, RESULT)
    assert ("pakai lagi" in text) == bool(days)
    assert CARRIED[days] in text
    data = client.get(f"{RESULT}jawaban.json").json()
    told = {one["code"]: one["carried_from"] for one in data["answers"] if one["carried_from"]}
    assert told == {code: day.isoformat() for code, day in carried.items()}


def answers_page(client: Client, post: MakePost, answers: dict[str, int]) -> str:
    client.post(QUIZ, post(answers))
    return " ".join(text_of(client, f"{RESULT}jawaban/").split())


def test_a_score_that_is_cut_says_so(
    client: Client, edition: Edition, post: MakePost, answers: dict[str, int]
) -> None:
    same = dict.fromkeys(answers, 3)
    same["C7"] = 4
    text = answers_page(client, post, same)
    assert "Komunikasi: 325 ÷ 6 = 54,1…" in text
    assert "Pengorganisasian: 300 ÷ 6 = 50,0<" in text


def test_a_result_costs_two_queries_and_stays_private(
    client: Client,
    answers: dict[str, int],
    post: MakePost,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    address = client.post(QUIZ, post(answers))["Location"]
    with django_assert_num_queries(2):
        response = client.get(address)
    assert not response.cookies
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "no-referrer"
    assert "noindex" in response["X-Robots-Tag"]


def test_everything_the_result_page_promises_is_there(
    client: Client, edition: Edition, answers: dict[str, int], post: MakePost
) -> None:
    text = client.get(client.post(QUIZ, post(answers))["Location"]).content.decode()
    content = edition.content
    for demand in content.demands:
        assert demand.evidence.id in text
    for words in (
        content.not_measured.id,
        "/profesi/pengurus-kampanye-politik/",
        "guru BK",
        "Ulangi kuis",
        "belum diuji coba",
        "bukan tes kemampuan",
        "Apa yang ada di antara hasilmu dan 100?",
        f"{RESULT}jawaban/",
    ):
        assert words in text, words
    assert "tidak cocok" not in text
