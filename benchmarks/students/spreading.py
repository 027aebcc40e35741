"""How the best match spreads over the professions that ship, for students who answer all traits.

Professions are ranked as a result ranks them: by the exact match, equal ones by name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from benchmarks.students.quiz_shape import Demand, Quiz, professions_that_ship, traits_that_ship
from benchmarks.students.tables import percent
from benchmarks.students.worlds import Classroom
from quiz.core.scoring import whole_match

MOST_NAMED_FIRST: Final = 0.2
"""A profession that is the best match of more students than this would be what the site says."""

TOP: Final = 3


def quiz_of_all_traits() -> Quiz:
    """Every statement that ships, as if one profession asked for all traits alike."""
    return Quiz([Demand(trait, 1, False, keyings) for trait, keyings in traits_that_ship().items()])


class Ranking:
    """The professions that ship, to be ranked for answers to all statements."""

    def __init__(self, quiz: Quiz) -> None:
        self._quiz = quiz
        places = {demand.trait: place for place, demand in enumerate(quiz.demands)}
        self._weighed = {
            slug: [(places[d.trait], d.weight, d.essential) for d in demands]
            for slug, demands in professions_that_ship().items()
        }

    @property
    def slugs(self) -> tuple[str, ...]:
        """The professions, in the order of their names."""
        return tuple(self._weighed)

    def ranked(self, answers: Sequence[int]) -> list[str]:
        """The professions, best match first."""
        matches = self._matches(answers)
        return sorted(self._weighed, key=matches.__getitem__, reverse=True)

    def _matches(self, answers: Sequence[int]) -> Mapping[str, float]:
        traits = [score.units for score in self._quiz.score(answers).traits]
        rule, unit = self._quiz.content.rule, self._quiz.point
        matches = {}
        for slug, weighed in self._weighed.items():
            value, out_of = whole_match(rule, [(w, e, traits[t]) for t, w, e in weighed], unit)
            # Division rounds correctly, and fractions of such small numbers are never that close.
            matches[slug] = value / out_of
        return matches


@dataclass
class Spread:
    """How many students of a world have each profession first, and among the first three."""

    students: int = 0
    first: Counter[str] = field(default_factory=Counter)
    top: Counter[str] = field(default_factory=Counter)

    def add(self, ranked: Sequence[str]) -> None:
        """Count one student."""
        self.students += 1
        self.first[ranked[0]] += 1
        self.top.update(ranked[:TOP])


def spread_in(classroom: Classroom, ranking: Ranking, students: int) -> Spread:
    """Ask so many students of a classroom about all traits, and rank the professions for each."""
    found = Spread()
    for _ in range(students):
        found.add(ranking.ranked(classroom.answers(classroom.student())))
    return found


def spreading(ranking: Ranking, worlds: Mapping[str, Spread]) -> Iterator[str]:
    """Which profession is whose best match, and whose among the best three."""
    head = "".join(f"{name:>9}" for name in worlds)
    for title, of in (("The best match, %", "first"), (f"Among the best {TOP}, %", "top")):
        yield ""
        yield f"{title:44}{head}"
        for slug in ranking.slugs:
            shares = (getattr(found, of)[slug] / found.students for found in worlds.values())
            yield f"{slug:44}" + "".join(f"{percent(share):>9}" for share in shares)
    yield ""
    largest = [max(found.first.values()) / found.students for found in worlds.values()]
    never = [len(ranking.slugs) - len(found.first) for found in worlds.values()]
    yield f"{'Largest share of best matches, %':44}" + "".join(f"{percent(s):>9}" for s in largest)
    yield f"{'Professions that are nobody’s best match':44}" + "".join(f"{n:>9}" for n in never)
    too_often = sorted(
        {
            slug
            for found in worlds.values()
            for slug, count in found.first.items()
            if count > MOST_NAMED_FIRST * found.students
        }
    )
    yield f"Best match of more than {percent(MOST_NAMED_FIRST)} %: {', '.join(too_often) or 'none'}"
