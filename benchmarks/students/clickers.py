"""People who tap without reading, at a normal pace, and what notices them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Final

from benchmarks.students.quiz_shape import ANSWERS, Quiz
from benchmarks.students.worlds import WORLDS, Classroom
from quiz.core.response_quality import find_signs

NORMAL_PACE: Final = 10.0
"""Seconds a statement: nobody here is noticed for being fast."""

BLOCKS: Final = 4
"""How many answers a patient straight-liner gives, one after the other."""

Clicker = Callable[[Random, Quiz], list[int]]


def uniform(chance: Random, quiz: Quiz) -> list[int]:
    """Each answer equally likely."""
    return chance.choices(ANSWERS, k=len(quiz.codes))


def _around_middle(chance: Random, quiz: Quiz) -> list[int]:
    return chance.choices((2, 3, 4), weights=(1, 2, 1), k=len(quiz.codes))


def _agreeing(chance: Random, quiz: Quiz) -> list[int]:
    return chance.choices((3, 4, 5), k=len(quiz.codes))


def _all_middle(_chance: Random, quiz: Quiz) -> list[int]:
    return [3] * len(quiz.codes)


def _one_answer(chance: Random, quiz: Quiz) -> list[int]:
    return [chance.choice((1, 2, 4, 5))] * len(quiz.codes)


def _blocks(chance: Random, quiz: Quiz) -> list[int]:
    length = -(-len(quiz.codes) // BLOCKS)
    answers = [answer for _ in range(BLOCKS) for answer in [chance.choice(ANSWERS)] * length]
    return answers[: len(quiz.codes)]


def _two_in_turn(chance: Random, quiz: Quiz) -> list[int]:
    pair = chance.sample(ANSWERS, 2)
    return [pair[place % 2] for place in range(len(quiz.codes))]


def _stairs(chance: Random, quiz: Quiz) -> list[int]:
    steps = [*ANSWERS, *ANSWERS[-2:0:-1]]
    start = chance.randrange(len(steps))
    return [steps[(start + place) % len(steps)] for place in range(len(quiz.codes))]


def _halfway(chance: Random, quiz: Quiz) -> list[int]:
    classroom = Classroom(WORLDS[0], quiz, chance)
    honest = classroom.answers(classroom.student())
    half = len(honest) // 2
    return honest[:half] + uniform(chance, quiz)[half:]


CLICKERS: Final[dict[str, Clicker]] = {
    "at random, all five": uniform,
    "honest, then at random": _halfway,
    "at random around 3": _around_middle,
    "at random 3, 4, 5": _agreeing,
    "all 3": _all_middle,
    "all 1, 2, 4 or 5": _one_answer,
    f"{BLOCKS} blocks of one answer": _blocks,
    "two answers in turn": _two_in_turn,
    "stairs up and down": _stairs,
}


def noticed_today(quiz: Quiz, answers: Sequence[int]) -> bool:
    """Whether the signs that are stored with an attempt notice these answers."""
    given = quiz.by_code(answers)
    return bool(find_signs(quiz.content, given, seconds=NORMAL_PACE * len(given)))
