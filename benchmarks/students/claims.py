"""How often what a result says is so: a world's students, each asked thrice, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.students.quiz_shape import Quiz, Score, Scores
from benchmarks.students.reading import (
    BEGIN_WITHIN,
    RULES,
    Rule,
    apart,
    largest_part,
    level,
    named,
    place_to_begin,
    true_level,
)
from benchmarks.students.worlds import Classroom


class Reliability:
    """Cronbach's alpha of one trait, from sums that grow with every student."""

    def __init__(self, statements: int) -> None:
        self._students = 0
        self._sums, self._squares = [0] * (statements + 1), [0] * (statements + 1)

    def add(self, keyed: Sequence[int]) -> None:
        """Count one student's keyed answers to the trait."""
        self._students += 1
        for place, value in enumerate([*keyed, sum(keyed)]):
            self._sums[place] += value
            self._squares[place] += value * value

    @property
    def alpha(self) -> float:
        """`k/(k − 1) · (1 − Σ variances of answers / variance of their sum)`."""
        *answers, total = [
            squares / self._students - (sums / self._students) ** 2
            for sums, squares in zip(self._sums, self._squares, strict=True)
        ]
        return len(answers) / (len(answers) - 1) * (1 - sum(answers) / total)


@dataclass
class Findings:
    """What was counted in one world: `hits[what]` of `tries[what]`."""

    alphas: list[float] = field(default_factory=list)
    spreads: list[float] = field(default_factory=list)
    sheets: list[list[int]] = field(default_factory=list)
    hits: Counter[str] = field(default_factory=Counter)
    tries: Counter[str] = field(default_factory=Counter)

    def count(self, what: str, hit: bool) -> None:
        """Count one try, and whether it was a hit."""
        self.tries[what] += 1
        self.hits[what] += hit

    def share(self, what: str) -> float:
        """The part of tries that were hits."""
        return self.hits[what] / self.tries[what]

    @property
    def mean_spread(self) -> float:
        """How far answers to like statements lie apart, on average."""
        return sum(self.spreads) / len(self.spreads)


@dataclass(frozen=True, slots=True)
class _Asked:
    """One student's true scores, and the scores of three times: at first, at once, after weeks."""

    true_traits: list[float]
    true_match: float
    first: Scores
    again: Scores
    later: Scores

    def numbers(self) -> Iterator[tuple[str, float, Score, Score, Score]]:
        """Each number that the result shows: its kind, the true one and those of three times."""
        yield "match", self.true_match, self.first.match, self.again.match, self.later.match
        times = zip(self.first.traits, self.again.traits, self.later.traits, strict=True)
        for true, (first, again, later) in zip(self.true_traits, times, strict=True):
            yield "trait", true, first, again, later


def survey(classroom: Classroom, students: int) -> Findings:
    """Ask so many students of a classroom, and count what their results claim."""
    quiz, found = classroom.quiz, Findings()
    reliabilities = [Reliability(len(demand.keyings)) for demand in quiz.demands]
    for _ in range(students):
        student = classroom.student()
        sheet = classroom.answers(student)
        for trait, reliability in enumerate(reliabilities):
            reliability.add(quiz.keyed(sheet, trait))
        found.sheets.append(sheet)
        found.spreads.append(quiz.spread(sheet))
        true = classroom.true_traits(student)
        again, later = classroom.answers(student), classroom.answers(classroom.later(student))
        first = quiz.score(sheet)
        asked = _Asked(true, quiz.true_match(true), first, quiz.score(again), quiz.score(later))
        _count_ranges(found, asked)
        for rule in RULES:
            _count_levels(found, asked, rule)
        _count_next_step(found, quiz, asked)
    found.alphas = [reliability.alpha for reliability in reliabilities]
    return found


def _count_ranges(found: Findings, asked: _Asked) -> None:
    found.count("capped", asked.first.capped_by is not None)
    for kind, true, first, again, later in asked.numbers():
        found.count(f"{kind}: range holds true", first.low <= true <= first.high)
        found.count(f"{kind}: range holds again", first.low <= again.points <= first.high)
        found.count(f"{kind}: range holds later", first.low <= later.points <= first.high)
        found.count(f"{kind}: apart again", apart(first, again))
        found.count(f"{kind}: apart later", apart(first, later))


def _count_levels(found: Findings, asked: _Asked, rule: Rule) -> None:
    same, met = True, True
    for kind, true, first, again, _later in asked.numbers():
        borders = rule.match if kind == "match" else rule.trait
        about = f"{kind} {rule.name}"
        before, after = level(first.shown, borders), level(again.shown, borders)
        names, names_again = named(first, borders), named(again, borders)
        found.count(f"{about}: same level", before == after)
        found.count(f"{about}: again named", after in names)
        found.count(f"{about}: names meet", not names.isdisjoint(names_again))
        found.count(f"{about}: two named", len(names) > 1)
        found.count(f"{about}: true level", true_level(true, borders) == before)
        found.count(f"{about}: true named", true_level(true, borders) in names)
        for place in range(len(borders) + 1):
            found.count(f"{about}: level {place}", before == place)
        if kind == "trait":
            same &= before == after
            met &= not names.isdisjoint(names_again)
    found.count(f"all {rule.name}: a trait's level changes", not same)
    found.count(f"all {rule.name}: a trait's names part", not met)


def _count_next_step(found: Findings, quiz: Quiz, asked: _Asked) -> None:
    traits = range(len(quiz.demands))
    largest = largest_part(quiz, asked.first)
    for trait in traits:
        found.count(f"largest part: {trait}", largest == trait)
    for within in BEGIN_WITHIN:
        begin = place_to_begin(quiz, asked.first, within)
        for trait in traits:
            found.count(f"begin {within}: {trait}", begin == trait)
        found.count(f"begin {within} again", begin == place_to_begin(quiz, asked.again, within))
