from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from profiles.editions.card_parts import digest, opening, place, quiz_alone, searchable
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


def test_those_with_a_position_stand_first_and_the_others_by_name() -> None:
    asked = [(None, "abdi"), (10, "Zeta"), (2, "ücok"), (None, "Beta"), (None, "9"), (10, "a b")]
    contents = [replace(CAMPAIGN, position=n, name=Text(name, "x")) for n, name in asked]
    in_order = sorted(contents, key=lambda content: place(content, "id"))
    assert [one.name.id for one in in_order] == ["ücok", "a b", "Zeta", "9", "abdi", "Beta"]
    assert place(contents[1], "en") == place(contents[5], "en") < place(contents[0], "en")


def test_everything_about_a_profession_is_searched_through() -> None:
    content = EditionContent.from_json(OLD)
    texts = searchable(content)
    for paragraphs in (content.overview, content.difference, content.misconception):
        assert set(paragraphs.id) <= set(texts.id)
        assert set(paragraphs.en) <= set(texts.en)
    names = [major.name for major in content.majors]
    for text in (content.name, content.not_measured, *names, content.traits[0].name):
        assert text.id in texts.id
        assert text.en in texts.en
    assert not {place.id for place in content.institutions} & set(texts.id)
    assert content.statements[0].text.id not in texts.id


def test_a_digest_tells_contents_apart() -> None:
    assert digest(CAMPAIGN) == digest(EditionContent.from_json(CAMPAIGN.to_json()))
    assert digest(CAMPAIGN) != digest(replace(CAMPAIGN, slug="lain"))


def test_a_digest_stays_what_is_on_the_cards_of_sites() -> None:
    """Changing what editions hold changes it: then a migration fills the cards anew."""
    assert digest(EditionContent.from_json(OLD)) == (
        "aa79939409ea96a14dabfb2b7bd97489a8467a5b00a4ef409422b59368aa47ac"
    )
