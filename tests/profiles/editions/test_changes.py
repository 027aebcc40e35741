from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiles.editions.changes import Change, Place, find_changes, mark_words
from profiles.editions.content import EditionContent, FrozenMajor, Paragraphs, Text, interleave
from tests.factories import CAMPAIGN, make_content

WORDS = st.text(alphabet="ab .\n−é", max_size=60)


def places(after: EditionContent, before: EditionContent = CAMPAIGN) -> list[Place]:
    return [change.place for change in find_changes(before, after)]


def with_first(part: str, **values: Any) -> EditionContent:
    """The campaign with other values in the first of its demands, traits or statements."""
    first, *others = getattr(CAMPAIGN, part)
    changed: Any = {part: (replace(first, **values), *others)}
    return replace(CAMPAIGN, **changed)


@pytest.mark.parametrize(
    ("after", "where"),
    [
        (replace(CAMPAIGN, name=Text("Contoh", "Another")), [Place("name", "", "en")]),
        (replace(CAMPAIGN, suited=Paragraphs(id=("Baru.",))), [Place("suited", "", "id")]),
        (replace(CAMPAIGN, majors=(FrozenMajor(Text("Hukum")),)), [Place("majors", "", "id")]),
        (replace(CAMPAIGN, position=3), [Place("position")]),
        (replace(CAMPAIGN, related=("lain",)), [Place("related")]),
        (with_first("demands", weight=2), [Place("weight", "C")]),
        (with_first("demands", essential=False), [Place("essential", "C")]),
        (with_first("demands", evidence=Text("Lain.")), [Place("evidence", "C", "id")]),
        (with_first("traits", description=Text("", "New")), [Place("description", "C", "en")]),
        (with_first("statements", text=Text("Saya lain.")), [Place("statement", "C1", "id")]),
        (with_first("statements", keying=-1), [Place("keying", "C1")]),
        (replace(CAMPAIGN, statements=CAMPAIGN.statements[::-1]), [Place("order")]),
        (replace(CAMPAIGN, traits=CAMPAIGN.traits[::-1]), [Place("order")]),
        (replace(CAMPAIGN, rule=replace(CAMPAIGN.rule, name="lain")), [Place("scoring")]),
    ],
    ids=lambda value: value[0].part if isinstance(value, list) else "",
)
def test_each_difference_is_told_once_and_nothing_else(
    after: EditionContent, where: list[Place]
) -> None:
    assert places(after) == where


def test_what_is_the_same_has_no_changes() -> None:
    assert find_changes(CAMPAIGN, EditionContent.from_json(CAMPAIGN.to_json())) == ()


def test_a_statement_that_goes_changes_no_order_of_the_others() -> None:
    without = interleave([CAMPAIGN.statements_of(code)[1:] for code in ("C", "O", "L", "D")])
    gone = [place for place in places(replace(CAMPAIGN, statements=without)) if place.of == "C1"]
    assert gone == [Place("statement", "C1", "id"), Place("keying", "C1")]
    assert Place("order") not in places(replace(CAMPAIGN, statements=without))


def test_a_trait_that_goes_takes_all_of_its_texts_along() -> None:
    fewer = make_content({"C": (3, True), "O": (3, True), "L": (2, False)})
    changes = find_changes(CAMPAIGN, replace(fewer, overview=CAMPAIGN.overview))
    assert {change.place.of[:1] for change in changes} == {"D"}
    assert Change(Place("weight", "D"), "2", "") in changes


def test_whole_words_are_marked() -> None:
    pieces = mark_words("Ia senang menulis surat.", "Ia senang membaca surat.")
    assert [(piece.kind, piece.text) for piece in pieces] == [
        ("kept", "Ia senang "),
        ("gone", "menulis"),
        ("new", "membaca"),
        ("kept", " surat."),
    ]


@given(WORDS, WORDS)
def test_both_texts_can_be_read_off_the_marks(before: str, after: str) -> None:
    pieces = mark_words(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind != "new") == before
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == after
