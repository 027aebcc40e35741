from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from profiles.models import Edition, Profession, Statement
from quiz.models import KEY_PATTERN, Attempt
from tests.content_fixtures import Post
from tests.factories import NOW, make_edition

QUIZ = "/profesi/pengurus-kampanye-politik/kuis/"
FOR_SCRIPT = {"accept": "application/json"}
MakePost = Callable[..., Post]


def hidden(response: Any, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', response.content.decode())
    assert found
    return found[1]


def checked(response: Any) -> dict[str, str]:
    pattern = r'name="answer-(\w+)" value="(\w+)"[^>]* checked'
    return dict(re.findall(pattern, response.content.decode()))


def test_a_fresh_quiz_has_its_own_key_and_nothing_chosen(client: Client, edition: Edition) -> None:
    first, second = client.get(QUIZ), client.get(QUIZ)
    assert re.fullmatch(KEY_PATTERN, hidden(first, "key"))
    assert hidden(first, "key") != hidden(second, "key")
    assert hidden(first, "edition") == "1"
    assert abs(int(hidden(first, "started_at")) - timezone.now().timestamp()) < 60
    assert checked(first) == {}
    assert first.content.decode().count("<fieldset") == 24


def test_neighbouring_statements_ask_about_different_traits(
    client: Client, edition: Edition
) -> None:
    names = re.findall(r'name="answer-(\w)\w+" value="1"', client.get(QUIZ).content.decode())
    assert all(names[n] != names[n + 1] for n in range(23))


def test_submitting_leads_to_the_result(
    client: Client, answers: dict[str, int], post: MakePost
) -> None:
    response = client.post(QUIZ, post(answers))
    assert (response.status_code, response["Location"]) == (303, f"/hasil/{'k' * 22}/")
    page = client.get(response["Location"])
    assert page.status_code == 200
    attempt = Attempt.objects.get()
    assert attempt.answers == answers
    assert attempt.started_at == NOW - timedelta(seconds=300)


def test_the_result_of_a_quiz_in_english_is_in_english(
    client: Client, answers: dict[str, int], post: MakePost
) -> None:
    response = client.post(f"/en{QUIZ}", post(answers))
    assert response["Location"] == f"/en/hasil/{'k' * 22}/"
    assert 'lang="en"' in client.get(response["Location"]).content.decode()


def test_skipping_two_statements_of_a_trait_is_fine(
    client: Client, answers: dict[str, int], post: MakePost
) -> None:
    sent = post(answers) | {"answer-C7": "lewati"}
    del sent["answer-C9"]
    assert client.post(QUIZ, sent).status_code == 303
    assert Attempt.objects.get().answers.keys() == answers.keys() - {"C7", "C9"}


def test_too_few_answers_come_back_with_everything_kept(
    client: Client, answers: dict[str, int], post: MakePost
) -> None:
    sent = post(answers) | {"answer-C7": "lewati"}
    for code in ("C9", "C3"):
        del sent[f"answer-{code}"]
    response = client.post(QUIZ, sent)
    text = response.content.decode()
    assert response.status_code == 422
    assert Attempt.objects.count() == 0
    assert "Jawabanmu untuk Komunikasi belum cukup: baru 3, perlu 4." in text
    assert "Jawab 1 lagi dari pernyataan berikut" in text
    for code in ("C7", "C9", "C3"):
        assert f'href="#answer-{code}_0"' in text
        assert f'id="answer-{code}_0"' in text
    assert 'href="#answer-C4_0"' not in text
    kept = {code: str(a) for code, a in answers.items() if code not in ("C7", "C9", "C3")}
    assert checked(response) == kept | {"C7": "lewati"}
    assert hidden(response, "key") == "k" * 22
    assert hidden(response, "started_at") == sent["started_at"]


def test_an_empty_quiz_asks_for_every_trait(client: Client, edition: Edition) -> None:
    page = client.get(QUIZ)
    names = ("key", "edition", "started_at")
    response = client.post(QUIZ, {name: hidden(page, name) for name in names})
    assert response.status_code == 422
    assert response.content.decode().count("belum cukup: baru 0, perlu 4.") >= 4


def test_an_edition_published_meanwhile_disturbs_nobody(
    client: Client, edition: Edition, answers: dict[str, int], post: MakePost
) -> None:
    Statement.objects.filter(code="C7").update(is_used=False)
    Statement.objects.filter(code="C9").update(text="Kalimat baru untuk C9.")
    newer = make_edition(edition.profession)
    response = client.post(QUIZ, post(answers))
    assert response.status_code == 303
    assert Attempt.objects.get().edition == edition
    assert hidden(client.get(QUIZ), "edition") == str(newer.number)


def test_a_result_stays_as_it_was_when_the_profession_changes(
    client: Client, campaign: Profession, answers: dict[str, int], post: MakePost
) -> None:
    address = client.post(QUIZ, post(answers))["Location"]
    before = client.get(address).content
    campaign.name = "Lain"
    campaign.is_listed = False
    campaign.save()
    make_edition(campaign)
    assert client.get(address).content == before


def test_a_withdrawn_profession_takes_no_new_visitors_but_keeps_who_is_answering(
    client: Client, campaign: Profession, answers: dict[str, int], post: MakePost
) -> None:
    Profession.objects.update(is_listed=False)
    assert client.get(QUIZ).status_code == 404
    assert client.post(QUIZ, post(answers)).status_code == 303


def test_same_key_other_answers_leads_to_a_second_result(
    client: Client, answers: dict[str, int], post: MakePost
) -> None:
    first = client.post(QUIZ, post(answers))["Location"]
    changed = post(answers) | {"answer-C7": "lewati"}
    second = client.post(QUIZ, changed)["Location"]
    assert first != second
    assert client.post(QUIZ, changed)["Location"] == second
    assert Attempt.objects.get(key="k" * 22).answers == answers


@pytest.mark.parametrize("path", [QUIZ, f"/en{QUIZ}"])
def test_a_quiz_costs_one_query_and_sets_no_cookie(
    path: str,
    client: Client,
    edition: Edition,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(1):
        response = client.get(path)
    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.parametrize("times", ["first", "again", "changed"])
def test_a_submission_costs_three_queries_at_most(
    times: str,
    client: Client,
    answers: dict[str, int],
    post: MakePost,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    if times != "first":
        client.post(QUIZ, post(answers))
    sent = post(answers) | ({"answer-C7": "lewati"} if times == "changed" else {})
    with django_assert_max_num_queries(3):
        response = client.post(QUIZ, sent)
    assert response.status_code == 303
    assert not response.cookies


def test_a_script_gets_an_acknowledgement_that_nothing_else_looks_like(
    client: Client, answers: dict[str, int], post: MakePost
) -> None:
    for path, address in ((QUIZ, "/hasil/"), (f"/en{QUIZ}", "/en/hasil/")):
        response = client.post(path, post(answers), headers=FOR_SCRIPT)
        assert response.status_code == 201
        assert response.json() == {"result": f"{address}{'k' * 22}/"}
        assert not response.cookies
    assert Attempt.objects.count() == 1


def test_the_acknowledgement_names_the_key_that_was_sent(
    client: Client, answers: dict[str, int], post: MakePost
) -> None:
    changed = post(answers) | {"answer-C7": "lewati"}
    for sent in (post(answers), changed):
        response = client.post(QUIZ, sent, headers=FOR_SCRIPT)
        assert response["X-Stored-Key"] == "k" * 22
    assert "k" * 22 not in response.json()["result"]


def test_a_script_is_told_that_something_is_missing(
    client: Client, answers: dict[str, int], post: MakePost
) -> None:
    few = dict(list(answers.items())[:9])
    response = client.post(QUIZ, post(few), headers=FOR_SCRIPT)
    assert response.status_code == 422
    assert "answer-C10" in response.json()["errors"]
    assert Attempt.objects.count() == 0


@pytest.mark.parametrize("accept", ["", "*/*", "text/html,application/xhtml+xml,*/*;q=0.8"])
def test_a_browser_without_script_is_led_on(
    accept: str, client: Client, answers: dict[str, int], post: MakePost
) -> None:
    headers = {"accept": accept} if accept else {}
    assert client.post(QUIZ, post(answers), headers=headers).status_code == 303


@pytest.mark.parametrize(
    ("seconds", "signs"), [("20", ["fast"]), ("300", []), ("9999999", []), ("", [])]
)
def test_the_time_spent_counts_rather_than_the_time_gone_by(
    seconds: str, signs: list[str], client: Client, answers: dict[str, int], post: MakePost
) -> None:
    yesterday = str(int((timezone.now() - timedelta(days=1)).timestamp()))
    client.post(QUIZ, post(answers) | {"started_at": yesterday, "seconds": seconds})
    attempt = Attempt.objects.get()
    assert attempt.signs == signs
    assert attempt.started_at is not None
    if seconds:
        assert attempt.submitted_at - attempt.started_at == timedelta(seconds=int(seconds))


def test_the_quiz_needs_no_csrf_cookie(answers: dict[str, int], post: MakePost) -> None:
    strict = Client(enforce_csrf_checks=True, headers={"origin": "https://elsewhere.example"})
    assert strict.post(QUIZ, post(answers)).status_code == 303


def test_a_quiz_that_the_phone_keeps_is_not_sent_again(
    client: Client, campaign: Profession
) -> None:
    version = client.get(QUIZ)["X-Kept-Page"]
    again = client.get(QUIZ, headers={"X-Kept-Page": version})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(f"/en{QUIZ}", headers={"X-Kept-Page": version}).status_code == 200
    Statement.objects.filter(code="C7").update(text="Kalimat baru untuk C7.")
    make_edition(campaign)
    newer = client.get(QUIZ, headers={"X-Kept-Page": version})
    assert (newer.status_code, newer["X-Kept-Page"] != version) == (200, True)


def test_answers_from_an_earlier_quiz_are_stored_with_their_day(
    client: Client, answers: dict[str, int], post: MakePost
) -> None:
    days = 3 * 86_400
    kept, changed = answers["C7"], answers["C9"] % 5 + 1
    carried = f"C7:{kept}:{days} C9:{changed}:{days} C10:3:{days}"
    sent = post(answers) | {"carried": carried, "answer-C10": "lewati"}
    assert client.post(QUIZ, sent).status_code == 303
    three_days_ago = timezone.localdate(timezone.now() - timedelta(days=3)).isoformat()
    # C9 was changed since, and C10 is skipped now.
    assert Attempt.objects.get().carried == {"C7": three_days_ago}


def test_a_refused_quiz_still_knows_what_was_carried(
    client: Client, answers: dict[str, int], post: MakePost
) -> None:
    few = dict(list(answers.items())[:9])
    response = client.post(QUIZ, post(few) | {"carried": "C7:1:0"})
    assert hidden(response, "carried") == "C7:1:0"


def test_the_same_statement_has_the_same_mark_in_every_quiz_and_language(
    client: Client, edition: Edition
) -> None:
    marks = [
        re.search(r'data-same="([\w-]{72})"', client.get(path).content.decode())
        for path in (QUIZ, f"/en{QUIZ}")
    ]
    assert marks[0]
    assert marks[1]
    assert marks[0][1] == marks[1][1]
