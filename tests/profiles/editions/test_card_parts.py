from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from profiles.editions.card_parts import digest, opening, quiz_alone, searchable
from profiles.editions.content import EditionContent, Paragraphs, Text
from quiz.core import scoring
from tests.factories import CAMPAIGN
from tests.quiz.core.scoring_examples import scores

ANSWERS = scores(100, 50, 50, 0)
OLD = json.loads((Path(__file__).parent / "schema-1.json").read_text(encoding="utf-8"))


def test_the_quiz_alone_is_scored_as_the_whole() -> None:
    assert scoring.score(quiz_alone(CAMPAIGN), ANSWERS) == scoring.score(CAMPAIGN, ANSWERS)


def test_the_quiz_alone_is_small() -> None:
    whole = EditionContent.from_json(OLD)
    sizes = [len(json.dumps(one.to_json())) for one in (quiz_alone(whole), whole)]
    assert sizes[0] < sizes[1] / 2


@given(st.from_type(EditionContent))
def test_the_quiz_alone_is_an_edition_s_content(content: EditionContent) -> None:
    alone = quiz_alone(content)
    assert EditionContent.from_json(json.loads(json.dumps(alone.to_json()))) == alone
    assert (alone.statements, alone.levels, alone.name) == (
        content.statements,
        content.levels,
        content.name,
    )


def test_the_opening_is_the_first_paragraph_in_each_language_that_has_one() -> None:
    content = replace(CAMPAIGN, overview=Paragraphs(("Satu.", "Dua."), ("One.", "Two.")))
    assert opening(content) == Text("Satu.", "One.")
    assert opening(replace(CAMPAIGN, overview=Paragraphs(("Satu.",)))) == Text("Satu.")
    assert opening(replace(CAMPAIGN, overview=Paragraphs())) == Text("")


def test_everything_about_a_profession_is_searched_through() -> None:
    content = EditionContent.from_json(OLD)
    texts = searchable(content)
    for paragraphs in (content.overview, content.difference, content.misconception):
        assert set(paragraphs.id) <= set(texts.id)
        assert set(paragraphs.en) <= set(texts.en)
    for text in (content.name, content.not_measured, *content.majors, content.traits[0].name):
        assert text.id in texts.id
        assert text.en in texts.en
    assert not set(content.institutions) & set(texts.id)
    assert content.statements[0].text.id not in texts.id


def test_a_digest_tells_contents_apart() -> None:
    assert digest(CAMPAIGN) == digest(EditionContent.from_json(CAMPAIGN.to_json()))
    assert digest(CAMPAIGN) != digest(replace(CAMPAIGN, slug="lain"))


def test_a_digest_stays_what_is_on_the_cards_of_sites() -> None:
    """Changing what editions hold changes it: then a migration fills the cards anew."""
    assert digest(EditionContent.from_json(OLD)) == (
        "e5925f52e065623e004747979d144c62b08737dd42a700c890dbc4cbd768a942"
    )
