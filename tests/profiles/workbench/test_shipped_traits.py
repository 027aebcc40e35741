"""The words of the traits that ship: what makes a statement answerable, and a level's text fair."""

from __future__ import annotations

import json
import re
from typing import Any, cast

import pytest

from profiles.editions import today
from profiles.workbench.shipped_content import FOLDER

Value = dict[str, Any]

TRAITS = cast(list[Value], json.loads((FOLDER / "traits.json").read_text(encoding="utf-8")))
STATEMENTS = [statement for trait in TRAITS for statement in trait["statements"]]

# What asks how often, how well or how gladly, which the answers are there to say; and negations,
# which leave open what disagreeing means.
NO_HABIT = {
    "id": re.compile(
        r"\b(sering|seringkali|selalu|jarang|kadang|biasanya|bisa|mampu|suka|senang|nyaman"
        r"|lebih memilih|daripada|tidak|tak|bukan|tanpa|kurang|belum|jangan)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(often|always|rarely|sometimes|usually|can|like to|love|enjoy|prefer|rather than"
        r"|not|cannot|never|no|without)\b|n't\b",
        re.IGNORECASE,
    ),
}
WORDS = {"id": range(9, 16), "en": range(8, 19)}


def by_code(value: Value) -> str:
    return str(value["code"])


def test_there_are_thirteen_and_nothing_of_them_is_told_twice() -> None:
    assert len(TRAITS) == 13
    assert len(STATEMENTS) == 78
    for told in (
        [by_code(value) for value in (*TRAITS, *STATEMENTS)],
        *([value["text"][language] for value in STATEMENTS] for language in ("id", "en")),
        *([value["name"][language] for value in TRAITS] for language in ("id", "en")),
        [keyword for trait in TRAITS for keyword in trait["keywords"]],
    ):
        assert len(set(told)) == len(told)


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("statement", STATEMENTS, ids=by_code)
def test_each_statement_is_a_habit_in_one_short_sentence(statement: Value, language: str) -> None:
    text = statement["text"][language]
    assert len(text.split()) in WORDS[language]
    assert re.fullmatch(r"[A-Z][^.!?;:]+\.", text)
    assert not NO_HABIT[language].search(text)


@pytest.mark.parametrize("trait", TRAITS, ids=by_code)
def test_some_statements_of_each_trait_are_reversed(trait: Value) -> None:
    keyings = [statement["keying"] for statement in trait["statements"]]
    assert len(keyings) == 6
    assert keyings.count(-1) in (2, 3)
    assert keyings.count(1) == 6 - keyings.count(-1)
    # The first one says most plainly what the trait is about.
    assert keyings[0] == 1


@pytest.mark.parametrize("trait", TRAITS, ids=by_code)
def test_the_texts_of_levels_are_short_and_speak_of_answers(trait: Value) -> None:
    assert list(trait["levels"]) == [border.code for border in today.LEVELS.trait]
    for level in trait["levels"].values():
        assert level["feedback"]["id"].startswith(("Dari jawabanmu, ", "Jawabanmu soal "))
        assert level["feedback"]["en"].startswith(("Your answers suggest ", "Your answers about "))
        for language in ("id", "en"):
            assert len(level["feedback"][language]) <= 160
            assert 0 < len(level["step"][language]) <= 170


@pytest.mark.parametrize("trait", TRAITS, ids=by_code)
def test_each_trait_is_named_and_described_and_known_by_its_keywords(trait: Value) -> None:
    for part in ("name", "description"):
        assert all(trait[part].values())
        assert list(trait[part]) == ["id", "en"]
    assert trait["keywords"]
    for keyword in trait["keywords"]:
        assert keyword == " ".join(keyword.split()).lower()
