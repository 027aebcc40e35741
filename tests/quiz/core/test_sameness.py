from __future__ import annotations

from dataclasses import replace

import pytest

from profiles.editions.content import FrozenAnswer, Text
from quiz.core.sameness import MARK_LENGTH, mark, marks
from tests.factories import CAMPAIGN

ONE = CAMPAIGN.statements[0]
SCALE = CAMPAIGN.scale
LAST = SCALE.answers[-1]


def with_last(answer: FrozenAnswer) -> str:
    return mark(ONE, replace(SCALE, answers=(*SCALE.answers[:-1], answer)))


OTHERS = {
    "code": mark(replace(ONE, code="C9"), SCALE),
    "trait": mark(replace(ONE, trait="L"), SCALE),
    "keying": mark(replace(ONE, keying=-1), SCALE),
    "words": mark(replace(ONE, text=Text("Lain.")), SCALE),
    "an answer's words": with_last(replace(LAST, text=Text("Selalu"))),
    "an answer's value": with_last(replace(LAST, value=6)),
}


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_what_differs_has_another_mark(other: str) -> None:
    assert other != mark(ONE, SCALE)


def test_a_translation_makes_no_difference() -> None:
    assert mark(replace(ONE, text=Text(ONE.text.id, "Other.")), SCALE) == mark(ONE, SCALE)
    assert with_last(replace(LAST, text=Text(LAST.text.id, "Always"))) == mark(ONE, SCALE)
    skips = replace(SCALE, skip=Text("Lewat"), skipped=Text("Lewat"))
    assert mark(ONE, skips) == mark(ONE, SCALE)


def test_marks_stand_one_after_the_other() -> None:
    assert len(marks(CAMPAIGN)) == MARK_LENGTH * len(CAMPAIGN.statements)
    assert marks(CAMPAIGN)[:MARK_LENGTH] == mark(ONE, SCALE)


def test_a_mark_stays_what_phones_have_kept() -> None:
    scale = replace(SCALE, answers=(FrozenAnswer(0, Text("Tidak")), FrozenAnswer(1, Text("Ya"))))
    assert mark(ONE, scale) == "Ozm"
