"""The tables about answers that say little: who is noticed by what, and what they are told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from random import Random
from typing import Final, Literal

from benchmarks.students.claims import Findings
from benchmarks.students.clickers import noticed_today, uniform
from benchmarks.students.quiz_shape import Demand, Quiz
from benchmarks.students.reading import RULES, Rule, level
from benchmarks.students.tables import percent
from benchmarks.students.worlds import Classroom, World
from quiz.core.response_quality import SCATTER_NEEDS, SCATTERED_ABOVE

Sheets = Sequence[Sequence[int]]

THRESHOLDS: Final = [tenth / 10 for tenth in range(10, 21)]

SHAPES: Final = ((1, 4), (2, 4), (3, 4), (2, 6), (3, 6), (4, 6), (6, 6))
"""Other quizzes that a school may publish: so many traits of so many statements."""


def _spreads(quiz: Quiz, people: Sheets) -> list[float]:
    return [quiz.spread(sheet) for sheet in people]


def _share_above(spreads: Sequence[float], threshold: float | Fraction) -> float:
    return sum(one > threshold for one in spreads) / len(spreads)


def noticing(
    quiz: Quiz, worlds: Mapping[str, Findings], clickers: Mapping[str, Sheets]
) -> Iterator[str]:
    """Who is noticed: by the stored signs, by a spread above each threshold, by both together."""
    yield ""
    head = "".join(f"{threshold:>7}" for threshold in THRESHOLDS)
    yield f"{'Noticed, %; spread above':28}{'signs':>7}{head}{'either':>9}"
    honest = {f"honest, {name}": found.sheets for name, found in worlds.items()}
    for name, people in {**honest, **clickers}.items():
        stored = [noticed_today(quiz, sheet) for sheet in people]
        spreads = _spreads(quiz, people)
        either = [sign or one > SCATTERED_ABOVE for sign, one in zip(stored, spreads, strict=True)]
        shares = [sum(stored) / len(people), *(_share_above(spreads, t) for t in THRESHOLDS)]
        cells = "".join(f"{percent(share):>7}" for share in shares)
        yield f"{name:28}{cells}{percent(sum(either) / len(people)):>9}"


def told(quiz: Quiz, clickers: Mapping[str, Sheets]) -> Iterator[str]:
    """Which level of the match people are told who did not read."""
    yield ""
    heads = (
        f"{f'rule {rule.name}: 1':>12}" + "".join(f"{n + 1:>6}" for n in range(1, _levels(rule)))
        for rule in RULES
    )
    yield f"{'Match level told, %':28}" + "".join(heads)
    for name, people in clickers.items():
        shown = [quiz.score(sheet).match.shown for sheet in people]
        line = f"{name:28}"
        for rule in RULES:
            reached = [level(one, rule.match) for one in shown]
            shares = [reached.count(place) / len(people) for place in range(_levels(rule))]
            line += " " * 6 + "".join(f"{percent(share):>6}" for share in shares)
        yield line


def _levels(rule: Rule) -> int:
    return len(rule.match) + 1


def other_shapes(world: World, students: int, chance: Random) -> Iterator[str]:
    """How the chosen threshold does for quizzes of other sizes, one statement in three reversed."""
    yield ""
    title = f"Spread above {float(SCATTERED_ABOVE)}, %"
    yield f"{title:28}{'random':>9}{f'honest, {world.name}':>16}{'judged':>9}"
    for traits, statements in SHAPES:
        keyings = tuple[Literal[1, -1], ...](-1 if n % 3 == 2 else 1 for n in range(statements))
        quiz = Quiz([Demand(f"trait-{n}", 2, False, keyings) for n in range(traits)])
        classroom = Classroom(world, quiz, chance)
        clicked = [uniform(chance, quiz) for _ in range(students)]
        honest = [classroom.answers(classroom.student()) for _ in range(students)]
        cells = "".join(
            f"{percent(_share_above(_spreads(quiz, people), SCATTERED_ABOVE)):>{width}}"
            for people, width in ((clicked, 9), (honest, 16))
        )
        judged = "yes" if traits * (statements - 1) >= SCATTER_NEEDS else "no"
        yield f"{f'{traits} × {statements} statements':28}{cells}{judged:>9}"
