from __future__ import annotations

import sys
from dataclasses import replace
from fractions import Fraction

import pytest

from benchmarks.students import __main__ as students
from benchmarks.students import reading
from benchmarks.students.quiz_shape import (
    ANSWERS,
    Quiz,
    Score,
    content_of,
    professions_that_ship,
    shipped_demands,
)
from benchmarks.students.reading import RULES
from benchmarks.students.spreading import Ranking, quiz_of_all_traits
from benchmarks.students.worlds import WORLDS, Classroom, World
from profiles.editions.content import Text
from profiles.models import Edition
from quiz.core import scoring
from quiz.core.beginning import place_to_begin
from quiz.core.elsewhere import score_elsewhere
from quiz.core.levels import named_levels
from quiz.core.ranges import squared_error
from quiz.core.response_quality import spread

QUIZ = Quiz(shipped_demands())


def classroom(world: World = WORLDS[0]) -> Classroom:
    return Classroom(world, QUIZ, students.chance_for("tests", seed=1))


def some_sheets() -> list[list[int]]:
    """Answers of simulated students and of chance; the extremes, where ranges are cut."""
    room, chance = classroom(), students.chance_for("clickers", seed=1)
    honest = [room.answers(room.student()) for _ in range(150)]
    random = [chance.choices(ANSWERS, k=len(QUIZ.codes)) for _ in range(150)]
    essential = {demand.trait: demand.essential for demand in QUIZ.demands}
    best, worst, capped = [], [], []
    for statement in QUIZ.content.statements:
        high, low = (5, 1) if statement.keying == 1 else (1, 5)
        best.append(high)
        worst.append(low)
        capped.append(low if essential[statement.trait] else high)
    return [*honest, *random, best, worst, capped]


def assert_same(score: Score, exact: Fraction) -> None:
    assert Fraction(score.units, QUIZ.point) == exact
    assert score.shown == scoring.display(exact)


def test_fast_scores_and_spreads_are_the_exact_ones() -> None:
    capped = 0
    for sheet in some_sheets():
        scores, outcome = QUIZ.score(sheet), scoring.score(QUIZ.content, QUIZ.by_code(sheet))
        match = outcome.match
        assert match is not None
        assert QUIZ.spread(sheet) == float(spread(QUIZ.content, QUIZ.by_code(sheet)) or 0)
        for mine, trait in zip(scores.traits, outcome.traits, strict=True):
            assert trait.score is not None
            assert_same(mine, trait.score)
        assert_same(scores.match, match.value)
        assert Fraction(scores.composite, QUIZ.point) == match.composite
        assert (scores.match.low, scores.match.high) == pytest.approx(
            (float(match.low), float(match.high)), abs=1e-6
        )
        by = None if scores.capped_by is None else QUIZ.demands[scores.capped_by].trait
        assert by == match.capped_by
        capped += by is not None
    assert capped > 3


def test_what_is_said_of_scores_is_what_a_result_says() -> None:
    levels, rule = QUIZ.content.levels, RULES[-1]
    codes = [[border.code for border in borders] for borders in (levels.trait, levels.match)]
    two = 0
    for sheet in some_sheets():
        scores, outcome = QUIZ.score(sheet), scoring.score(QUIZ.content, QUIZ.by_code(sheet))
        assert outcome.match is not None
        begin = place_to_begin(QUIZ.content, outcome)
        mine = reading.place_to_begin(QUIZ, scores, reading.NEAR_A_BORDER)
        if begin is not None:
            assert QUIZ.demands[mine].trait == begin
        error = scoring.match_squared_error(QUIZ.content.rule, outcome)
        said = named_levels(levels.match, levels.near, outcome.match.value, error)
        assert {codes[1][n] for n in reading.named(scores.match, rule.match)} == set(said)
        two += len(said) > 1
        for score, trait in zip(scores.traits, outcome.traits, strict=True):
            error = squared_error(QUIZ.content.rule, trait.answered)
            said = named_levels(levels.trait, levels.near, trait.score or Fraction(0), error)
            assert {codes[0][n] for n in reading.named(score, rule.trait)} == set(said)
    assert two > 10


def test_professions_are_ranked_as_a_result_ranks_them() -> None:
    everything = quiz_of_all_traits()
    ranking = Ranking(everything)
    by_name = enumerate(professions_that_ship().items())
    others = [
        replace(content_of(demands), slug=slug, name=Text(f"{number:03}"))
        for number, (slug, demands) in by_name
    ]
    room = Classroom(WORLDS[0], everything, students.chance_for("ranking", seed=1))
    sheets = [room.answers(room.student()) for _ in range(40)]
    for sheet in [*sheets, [3] * len(everything.codes)]:
        found = score_elsewhere(everything.content, everything.by_code(sheet), others)
        assert ranking.ranked(sheet) == [one.content.slug for one in found]


def test_the_quiz_has_the_shape_of_the_one_that_ships(edition: Edition) -> None:
    shipped = edition.content
    assert sorted((d.trait, d.weight, d.essential) for d in shipped.demands) == sorted(
        (d.trait, d.weight, d.essential) for d in QUIZ.demands
    )
    assert [(s.trait, s.keying) for s in shipped.statements] == [
        (s.trait, s.keying) for s in QUIZ.content.statements
    ]


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.name)
def test_the_true_score_is_what_answers_come_to_on_average(world: World) -> None:
    room = classroom(world)
    student = room.student()
    sheets = [QUIZ.score(room.answers(student)) for _ in range(1500)]
    for trait, true in enumerate(room.true_traits(student)):
        mean = sum(scores.traits[trait].points for scores in sheets) / len(sheets)
        assert mean == pytest.approx(true, abs=1.5)


def test_the_same_seed_prints_the_same(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = []
    for seed in ("7", "7", "8"):
        monkeypatch.setattr(sys, "argv", ["students", "--students", "20", "--seed", seed])
        students.main()
        printed.append(capsys.readouterr().out.split("\n", 1)[1])
    assert printed[0] == printed[1] != printed[2]


def test_who_agrees_with_everything_agrees_with_reversed_statements_too() -> None:
    room = classroom()
    eager = replace(room.student(), agreeing=20.0)
    assert set(room.answers(eager)) == {5}
