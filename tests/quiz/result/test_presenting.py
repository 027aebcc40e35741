from __future__ import annotations

from decimal import Decimal

import pytest
from django.utils import translation

from profiles.models import Demand, Edition, Profession
from quiz.core.scoring import display
from quiz.result import presenting
from tests.factories import make_attempt, make_edition


def present(edition: Edition, c: int, o: int, le: int, d: int) -> presenting.Result:
    answers = _by_keying(edition, C=c, O=o, L=le, D=d)
    return presenting.present(make_attempt(edition, answers, key=f"{c:05d}{o:05d}{le:05d}{d:07d}"))


def _by_keying(edition: Edition, **scores: int) -> dict[str, int]:
    """Answers that give each trait its score, whatever the order of its statements."""
    codes = {s.code: s.keying for s in edition.content.statements}
    return {
        code: 1 + scores[code[0]] // 25 if keying == 1 else 5 - scores[code[0]] // 25
        for code, keying in codes.items()
    }


def test_summary_of_a_result(edition: Edition) -> None:
    result = present(edition, 75, 50, 25, 100)
    assert (result.match, result.low, result.high) == (63, 56, 69)
    assert (result.level, result.headline) == ("capable", "Cukup sejalan")
    assert "56–69" in result.range_note
    assert result.cap_note == ""
    assert [(t.name, t.score, t.level_name) for t in result.traits] == [
        ("Komunikasi", 75, "Kuat"),
        ("Pengorganisasian", 50, "Cukup kuat"),
        ("Kepemimpinan", 25, "Sedang berkembang"),
        ("Analisis Data", 100, "Kuat"),
    ]


def test_a_cap_is_explained(edition: Edition) -> None:
    result = present(edition, 0, 100, 100, 100)
    assert (result.match, result.composite, result.reduction) == (25, Decimal(70), Decimal(45))
    assert "Komunikasi adalah keterampilan kunci" in result.cap_note
    assert "Tanpa batas itu skormu 70." in result.cap_note


def test_each_trait_comes_with_its_reason_and_its_next_step(edition: Edition) -> None:
    content = edition.content
    for line in present(edition, 25, 50, 75, 100).traits:
        demand = next(demand for demand in content.demands if demand.trait == line.code)
        texts = content.trait(line.code).levels[line.level]
        assert (line.weight, line.essential) == (demand.weight, demand.essential)
        assert line.evidence == demand.evidence.id
        assert (line.feedback, line.step) == (texts.feedback.id, texts.step.id)


def test_a_result_in_english(edition: Edition) -> None:
    with translation.override("en"):
        result = present(edition, 0, 100, 100, 100)
    assert result.traits[0].name == "Communication"
    assert result.traits[0].evidence == edition.content.demands[0].evidence.en
    assert result.headline == "Plenty of room to explore"
    assert "Communication is a key skill" in result.cap_note


def test_signs_become_kind_sentences(edition: Edition, answers: dict[str, int]) -> None:
    attempt = make_attempt(edition, dict.fromkeys(answers, 5), seconds=9)
    notices = presenting.present(attempt).notices
    assert [notice.split()[1] for notice in notices] == ["menjawab", "pernyataan", "jawabanmu"]


def test_evidence_that_would_judge_the_reader_is_not_shown(campaign: Profession) -> None:
    verdict = "Jika kamu tidak teratur, kemungkinan kamu tidak cocok untuk pekerjaan ini."
    campaign.unsuited += f"\n{verdict}"
    campaign.save()
    Demand.objects.filter(trait__code="organization").update(evidence=verdict)
    edition = make_edition(campaign)
    lines = present(edition, 50, 50, 50, 50).traits
    assert [bool(line.evidence) for line in lines] == [True, False, True, True]


@pytest.mark.parametrize("scores", [(75, 50, 25, 100), (25, 100, 100, 100), (0, 0, 25, 75)])
def test_the_shown_arithmetic_adds_up(scores: tuple[int, int, int, int], edition: Edition) -> None:
    result = present(edition, *scores)
    assert sum(trait.contribution for trait in result.traits) == result.composite
    assert result.composite - result.reduction == result.exact_match
    assert display(result.exact_match) == result.match
