"""The pages of an edition with other answers and levels than today's say what the edition holds."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from html import unescape

import pytest
from django.test import Client
from django.utils import translation

from profiles.editions import today
from profiles.editions.content import FrozenAnswer, FrozenBorder, FrozenLevels, Text
from profiles.models import Edition
from profiles.workbench.publishing import publish
from tests.content_fixtures import Post
from tests.factories import NOW

QUIZ = "/profesi/pengurus-kampanye-politik/kuis/"
RESULT = f"/hasil/{'k' * 22}/"
BORDERS = (FrozenBorder("rarely", 0), FrozenBorder("sometimes", 40), FrozenBorder("often", 70))
MATCH_BORDERS = (FrozenBorder("little", 0), FrozenBorder("partly", 45), FrozenBorder("largely", 70))


@pytest.fixture
def newest(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> Edition:
    """An edition after the shipped one, by rules that are not today's: answers, levels, numbers."""
    answers = tuple(FrozenAnswer(n, Text(f"Jawaban {n}", f"Answer {n}")) for n in range(1, 7))
    skip, skipped = Text("Lompati", "Jump"), Text("Dilompati", "Jumped")
    scale = replace(today.SCALE, answers=answers, skip=skip, skipped=skipped)
    rule = replace(today.RULE, share_needed=Fraction(1, 2), cap_above_weakest=Fraction(30))
    with monkeypatch.context() as patched:
        patched.setattr(today, "SCALE", scale)
        patched.setattr(
            today, "LEVELS", FrozenLevels(trait=BORDERS, match=MATCH_BORDERS, near=Fraction(0))
        )
        patched.setattr(today, "RULE", rule)
        newer, is_new = publish(profession=edition.profession, now=NOW)
    assert is_new
    return newer


def words_of(client: Client, path: str) -> str:
    text = re.sub(r"<[^>]*>", " ", client.get(path).content.decode())
    return " ".join(html.unescape(text).split())


def sent(post: Callable[..., Post], edition: Edition, forward: dict[str, int]) -> Post:
    """What a browser sends for answers that say the same of each trait in every statement."""
    answers = {
        s.code: forward[s.code[0]] if s.keying == 1 else 7 - forward[s.code[0]]
        for s in edition.content.statements
    }
    return post(answers, number=edition.number)


def test_the_quiz_offers_the_edition_s_answers(client: Client, newest: Edition) -> None:
    page = client.get(QUIZ).content.decode()
    (first,) = re.findall(r'<fieldset.*?name="answer-C7".*?</fieldset>', page, re.DOTALL)
    assert re.findall(r'value="(\w+)"', first) == ["1", "2", "3", "4", "5", "6", "lewati"]
    assert re.findall(r"<span>(.*?)</span>", first)[4:] == ["Jawaban 5", "Jawaban 6", "Lompati"]
    assert 'data-none="Dilompati"' in page
    (needs,) = re.findall(r'data-needs="([^"]*)"', page)
    assert json.loads(unescape(needs))[0] == ["Komunikasi", 3, [0, 4, 8, 12, 16, 20]]
    with translation.override("en"):
        assert "Answer 6" in client.get(f"/en{QUIZ}").content.decode()


def test_half_of_the_statements_are_enough_where_the_edition_says_so(
    client: Client, newest: Edition, post: Callable[..., Post]
) -> None:
    answers = sent(post, newest, {"C": 4, "O": 4, "L": 4, "D": 4})
    for code in ("C7", "C9", "C3"):
        answers[f"answer-{code}"] = "lewati"
    assert client.post(QUIZ, answers).status_code == 303
    del answers["answer-C11"]
    page = client.post(QUIZ, answers).content.decode()
    assert "Jawabanmu untuk Komunikasi belum cukup: baru 2, perlu 3." in page


def test_the_result_is_explained_by_the_edition_s_rules(
    client: Client, newest: Edition, post: Callable[..., Post]
) -> None:
    # C 20, O 100, L 40, D 80: 6 + 30 + 8 + 16 = 60, held at 20 + 30
    client.post(QUIZ, sent(post, newest, {"C": 2, "O": 6, "L": 3, "D": 5}))
    text = words_of(client, RESULT)
    assert "Sebagian sejalan 50 dari 100" in text
    assert "belum banyak sebagian banyak" in text
    assert "20 (7–33) Jarang begini" in text
    assert "40 (27–53) Kadang begini, kadang tidak" in text
    assert "80 (67–93) Sering begini" in text
    assert "dibatasi paling tinggi 30 poin di atas skor Komunikasi" in text
    assert "60 berarti rata-rata jawabanmu “Jawaban 4”, 80 berarti “Jawaban 5”." in text
    text = words_of(client, f"{RESULT}jawaban/")
    assert text.count("Jawaban 6") == 4
    assert "120 ÷ 6 = 20,0" in text


def test_a_skipped_statement_is_named_in_the_edition_s_words(
    client: Client, newest: Edition, post: Callable[..., Post]
) -> None:
    answers = sent(post, newest, {"C": 4, "O": 4, "L": 4, "D": 4}) | {"answer-C7": "lewati"}
    client.post(QUIZ, answers)
    assert words_of(client, f"{RESULT}jawaban/").count("Dilompati") == 1
    (skipped,) = [
        one for one in client.get(f"{RESULT}jawaban.json").json()["answers"] if one["code"] == "C7"
    ]
    assert (skipped["answer"], skipped["meaning"]) == (None, "Dilompati")


def test_the_edition_before_is_answered_and_explained_as_it_was(
    client: Client, newest: Edition, answers: dict[str, int], post: Callable[..., Post]
) -> None:
    assert client.post(QUIZ, post(answers, number=1) | {"answer-C7": "6"}).status_code == 422
    assert client.post(QUIZ, post(answers, number=1)).status_code == 303
    text = words_of(client, f"{RESULT}jawaban/")
    assert "Sangat sesuai" in text
    assert "Jawaban 5" not in text
