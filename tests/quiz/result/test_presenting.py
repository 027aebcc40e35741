from __future__ import annotations

import math
from dataclasses import replace
from decimal import Decimal

import pytest
from django.utils import translation

from profiles.editions.content import Text
from profiles.models import Edition, Profession
from quiz.core.scoring import display
from quiz.result import presenting
from tests.factories import NOW, make_attempt


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
    assert result.headline == "Di antara “sebagian” dan “banyak” yang sejalan"
    assert result.cap_note == ""
    assert [(t.name, t.score, t.low, t.high, t.level_name) for t in result.traits] == [
        ("Komunikasi", 75, 62, 88, "Sering begini"),
        ("Pengorganisasian", 50, 37, 63, "Kadang begini, kadang tidak"),
        ("Kepemimpinan", 25, 12, 38, "Jarang begini"),
        ("Analisis Data", 100, 87, 100, "Sering begini"),
    ]


@pytest.mark.parametrize(
    ("scores", "headline"),
    [
        ((25, 25, 25, 25), "Belum banyak yang sejalan, untuk sekarang"),
        ((50, 25, 25, 50), "Di antara “belum banyak” dan “sebagian” yang sejalan"),  # 37.5
        ((50, 50, 50, 50), "Sebagian sejalan"),
        ((75, 75, 75, 75), "Banyak yang sejalan"),
        ((100, 75, 75, 100), "Di antara “banyak” dan “hampir semua” yang sejalan"),  # 87.5
        ((100, 100, 100, 100), "Hampir semuanya sejalan"),
    ],
)
def test_the_headline_names_the_level_or_both(
    scores: tuple[int, int, int, int], headline: str, edition: Edition
) -> None:
    assert present(edition, *scores).headline == headline


def test_a_trait_near_a_border_has_words_for_both_sides(edition: Edition) -> None:
    answers = _by_keying(edition, C=50, O=50, L=50, D=50)
    forward = [s.code for s in edition.content.statements_of("communication") if s.keying == 1]
    answers |= dict.fromkeys(forward[:2], 4)  # 58.3
    line = presenting.present(make_attempt(edition, answers)).traits[0]
    assert (line.score, line.level) == (58, "sometimes")
    assert line.level_name == "Di antara “kadang” dan “sering”"
    assert line.feedback == edition.content.traits[0].levels["sometimes"].feedback.id


def test_the_two_highest_traits_and_the_one_to_begin_with(edition: Edition) -> None:
    result = present(edition, 75, 50, 25, 100)
    assert [line.name for line in result.highest] == ["Analisis Data", "Komunikasi"]
    assert result.beginning is not None
    assert result.beginning.trait.name == "Kepemimpinan"
    assert "paling rendah" in result.beginning.why


def test_of_traits_that_are_all_alike_one_is_the_beginning_and_none_is_highest(
    edition: Edition,
) -> None:
    result = present(edition, 50, 50, 50, 50)
    assert result.beginning is not None
    assert result.beginning.trait.name == "Komunikasi"
    assert "paling rendah" not in result.beginning.why
    assert result.highest == ()


def test_of_the_lowest_traits_none_is_said_to_be_needed_more(edition: Edition) -> None:
    answers = _by_keying(edition, C=75, O=50, L=75, D=50)
    one = next(s for s in edition.content.statements_of("data_analysis") if s.keying == 1)
    result = presenting.present(make_attempt(edition, answers | {one.code: 2}))
    assert result.beginning is not None
    assert (result.beginning.trait.name, result.traits[3].score) == ("Pengorganisasian", 46)
    assert "tidak ada yang lebih dibutuhkan" in result.beginning.why


def test_with_all_at_100_there_is_nothing_to_begin_with(edition: Edition) -> None:
    result = present(edition, 100, 100, 100, 100)
    assert result.beginning is None
    assert [one.points for one in result.distance.way] == [100, 0, 0, 0, 0]


@pytest.mark.parametrize("scores", [(75, 50, 25, 100), (25, 100, 100, 100), (0, 0, 25, 75)])
def test_the_parts_of_the_distance_and_the_match_are_100(
    scores: tuple[int, int, int, int], edition: Edition
) -> None:
    result = present(edition, *scores)
    mine, *parts = [one.points for one in result.distance.way]
    assert mine == result.exact_match
    assert mine + sum(parts) == 100


def test_what_the_cap_takes_is_named_in_the_distance(edition: Edition) -> None:
    way = present(edition, 25, 100, 100, 100).distance.way
    parts = {one.name: (one.sum, one.points) for one in way}
    assert parts["Komunikasi"] == ("3 × 75,0 ÷ 10 =", Decimal("22.5"))
    assert parts["Kepemimpinan"] == ("2 × 0,0 ÷ 10 =", Decimal(0))
    assert parts["Batas keterampilan kunci"] == ("", Decimal("27.5"))


def test_ranges_can_be_worked_out_from_what_is_said_of_them(edition: Edition) -> None:
    result = present(edition, 75, 50, 50, 75)
    assert "± 32 ÷ √(banyaknya jawaban)" in result.range_note
    assert "(bobot ÷ 10 × rentang keterampilan)²" in result.range_note
    one = 32 / math.sqrt(6)
    whole = math.sqrt(sum((trait.weight / 10 * one) ** 2 for trait in result.traits))
    for trait in result.traits:
        assert (trait.low, trait.high) == (round(trait.score - one), round(trait.score + one))
    middle = float(result.exact_match)
    assert (result.low, result.high) == (round(middle - whole), round(middle + whole))


def test_a_cap_is_explained(edition: Edition) -> None:
    result = present(edition, 0, 100, 100, 100)
    assert (result.match, result.composite, result.reduction) == (25, Decimal(70), Decimal(45))
    assert "Komunikasi adalah keterampilan kunci" in result.cap_note
    assert "Tanpa batas itu, skormu 70." in result.cap_note


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
    assert result.headline == "Not much in common yet"
    assert "Communication is a key skill" in result.cap_note


def test_signs_become_kind_sentences(edition: Edition, answers: dict[str, int]) -> None:
    attempt = make_attempt(edition, dict.fromkeys(answers, 5), key="s" * 22, seconds=9)
    fast, same = presenting.present(attempt).notices
    assert "menjawab cepat sekali" in fast
    assert "berturut-turut kamu jawab sama" in same
    in_turn = {code: 5 - n % 2 for n, code in enumerate(answers)}
    in_turn |= {s.code: 5 for s in edition.content.statements_of("communication")}
    (scattered,) = presenting.present(make_attempt(edition, in_turn)).notices
    assert scattered.count("(Sangat sesuai)") == 2
    forward, backward = edition.content.statements_of("communication")[:2]
    assert (forward.keying, backward.keying) == (1, -1)
    assert f"“{forward.text.id}” (Sangat sesuai) dan “{backward.text.id}”" in scattered


def test_all_answers_in_the_middle_have_a_sentence_of_their_own(
    edition: Edition, answers: dict[str, int]
) -> None:
    (notice,) = presenting.present(make_attempt(edition, dict.fromkeys(answers, 3))).notices
    assert notice.startswith("Semua jawabanmu “Kadang sesuai, kadang tidak”")


def test_contradictions_that_are_not_scattered_are_told(edition: Edition) -> None:
    answers = dict.fromkeys((s.code for s in edition.content.statements), 4)
    attempt = make_attempt(edition, answers)
    assert attempt.signs == ["same", "mixed"]
    assert "saling bertentangan" in presenting.present(attempt).notices[1]


def test_evidence_that_would_judge_the_reader_is_not_shown(campaign: Profession) -> None:
    verdict = "Jika kamu tidak teratur, kemungkinan kamu tidak cocok untuk pekerjaan ini."
    # As editions are that were published before such a sentence was refused.
    content = campaign.editions.get().content
    judging = [
        replace(demand, evidence=Text(verdict)) if demand.trait == "organization" else demand
        for demand in content.demands
    ]
    edition = Edition.objects.create(
        profession=campaign,
        number=2,
        frozen=replace(content, demands=tuple(judging)).to_json(),
        published_at=NOW,
    )
    lines = present(edition, 50, 50, 50, 50).traits
    assert [bool(line.evidence) for line in lines] == [True, False, True, True]


@pytest.mark.parametrize("scores", [(75, 50, 25, 100), (25, 100, 100, 100), (0, 0, 25, 75)])
def test_the_shown_arithmetic_adds_up(scores: tuple[int, int, int, int], edition: Edition) -> None:
    result = present(edition, *scores)
    assert sum(trait.contribution for trait in result.traits) == result.composite
    assert result.composite - result.reduction == result.exact_match
    assert display(result.exact_match) == result.match
