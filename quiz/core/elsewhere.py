"""What the same answers say of other professions: those they reach, and those they nearly reach.

Pure. An answer counts elsewhere only for the very same statement (quiz.core.sameness). A profession
is reached where those answers suffice for a match there, so nothing is guessed; and what is given
out is a range, never a number. It is near where they do not suffice, but few statements are open.

A thousand professions hold few distinct sets of statements and few ways of weighing them. So they
are arranged once, and then a student's answers are scored once a set and weighed once a way.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from heapq import merge
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, NamedTuple

from profiles.editions.content import EditionContent, FrozenDemand, FrozenRule, FrozenStatement
from quiz.core.sameness import identity
from quiz.core.scoring import (
    Match,
    TraitScore,
    combine,
    points,
    required_answers,
    score_trait,
    whole_match,
)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another profession, and the range in which the match with it lies."""

    content: EditionContent
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Near:
    """Another profession, and how many of its statements these answers leave open."""

    content: EditionContent
    open: int


class _Filled(NamedTuple):
    """How many of a set's statements are answered and open, and whether that gives it a score."""

    answered: int
    open: int
    suffices: bool


class _Set(NamedTuple):
    """A trait's statements, and one of the professions that ask for it with just these."""

    content: EditionContent
    demand: FrozenDemand
    statements: tuple[FrozenStatement, ...]

    def same(self, given: Mapping[Hashable, int]) -> dict[str, int]:
        """The answers to these statements among those that were given, by their identity."""
        scale = self.content.scale
        known = ((s.code, given.get(identity(s, scale))) for s in self.statements)
        return {code: answer for code, answer in known if answer is not None}

    def fill(self, given: Mapping[Hashable, int]) -> _Filled:
        """How far these answers go here."""
        asked, answered = len(self.statements), len(self.same(given))
        needed = required_answers(self.content.rule, asked)
        return _Filled(answered, asked - answered, answered >= needed)


_Scores = list[TraitScore | None]


class _Weighed(NamedTuple):
    """A set of statements, by its number, and how a profession weighs what it shows."""

    number: int
    weight: int
    essential: bool


@dataclass(slots=True, eq=False)
class _Way:
    """A way of weighing, the rule by which it is done, and all who do it, by name."""

    weighed: tuple[_Weighed, ...]
    rule: FrozenRule
    contents: list[EditionContent]

    def by_name(self) -> Iterator[tuple[tuple[str, str], EditionContent, _Way]]:
        """Each of them with what it is ordered by."""
        return ((_by_name(content), content, self) for content in self.contents)

    def has_match(self, scores: _Scores) -> bool:
        """Whether there is a score wherever one counts."""
        counted = [one for one in self.weighed if one.weight]
        return bool(counted) and all(scores[one.number] for one in counted)

    def open(self, filled: Sequence[_Filled]) -> int | None:
        """How many statements are open; None where none is answered or a match is there already."""
        own = [(filled[one.number], one.weight) for one in self.weighed]
        counted = [one.suffices for one, weight in own if weight]
        is_near = any(one.answered for one, _ in own) and not all(counted)
        return sum(one.open for one, _ in own) if is_near else None

    def match(self, scores: _Scores) -> Match | None:
        """What all of them have in common: the match, with its range."""
        traits = tuple(
            replace(score, weight=one.weight, essential=one.essential)
            for one in self.weighed
            if (score := scores[one.number])
        )
        return combine(self.rule, traits).match


class Arranged:
    """Professions by what they ask and how they weigh it. Parts that are equal are kept once."""

    def __init__(self, contents: Iterable[EditionContent]) -> None:
        self._sets: list[_Set] = []
        ways: dict[tuple[_Weighed, ...], _Way] = {}
        numbers: dict[Hashable, int] = {}
        parts: dict[Any, Any] = {}
        for content in sorted(contents, key=_by_name):
            content = _sharing(content, parts)
            weighed = tuple(
                _Weighed(self._number(content, demand, numbers), demand.weight, demand.essential)
                for demand in content.demands
            )
            ways.setdefault(weighed, _Way(weighed, content.rule, [])).contents.append(content)
        self._ways = list(ways.values())

    def _number(
        self, content: EditionContent, demand: FrozenDemand, numbers: dict[Hashable, int]
    ) -> int:
        statements = content.statements_of(demand.trait)
        number = numbers.setdefault((statements, content.scale, content.rule), len(self._sets))
        if number == len(self._sets):
            self._sets.append(_Set(content, demand, statements))
        return number

    def reached(self, asked: EditionContent, answers: Mapping[str, int]) -> Iterator[Elsewhere]:
        """The professions that these answers reach, best match first, equal ones by name."""
        scores = self._score_sets(asked, answers)
        matches: dict[_Way, Match | None] = {}
        ranked = sorted(self._heights(scores), key=itemgetter(0), reverse=True)
        for _height, equal in groupby(ranked, key=itemgetter(0)):
            for _name, content, way in merge(*(w.by_name() for _, w in equal), key=itemgetter(0)):
                if way not in matches:
                    matches[way] = way.match(scores)
                match = matches[way]
                if match is not None and content.slug != asked.slug:
                    yield Elsewhere(content, match.low, match.high)

    def near(
        self, asked: EditionContent, answers: Mapping[str, int], most_open: int
    ) -> Iterator[Near]:
        """The professions that they do not reach but share, the fewest open first, then by name."""
        given = _given(asked, answers)
        filled = [one.fill(given) for one in self._sets]
        counted = [(count, way) for way in self._ways if (count := way.open(filled)) is not None]
        near = sorted((one for one in counted if one[0] <= most_open), key=itemgetter(0))
        for count, equal in groupby(near, key=itemgetter(0)):
            for _name, content, _way in merge(*(w.by_name() for _, w in equal), key=itemgetter(0)):
                if content.slug != asked.slug:
                    yield Near(content, count)

    def _score_sets(self, asked: EditionContent, answers: Mapping[str, int]) -> _Scores:
        """The score of each set, None where the answers do not suffice for one."""
        worth = points(asked.scale)
        given = _given(asked, answers)
        scores: _Scores = []
        for one in self._sets:
            same = one.same(given)
            score = score_trait(one.content, one.demand, same, worth) if same else None
            scores.append(score if score and score.score is not None else None)
        return scores

    def _heights(self, scores: _Scores) -> Iterator[tuple[int, _Way]]:
        """Each way that has a match, with a whole number that is larger the better that is."""
        reached = [way for way in self._ways if way.has_match(scores)]
        parts = [score.score for score in scores if score and score.score is not None]
        parts += {way.rule.cap_above_weakest for way in reached}
        unit = math.lcm(*(part.denominator for part in parts))
        totals = math.lcm(*{sum(one.weight for one in way.weighed) for way in reached})
        whole = [int(s.score * unit) if s and s.score is not None else None for s in scores]
        for way in reached:
            weighed = [
                (w, e, t) for number, w, e in way.weighed if (t := whole[number]) is not None
            ]
            value, out_of = whole_match(way.rule, weighed, unit)
            yield value * (totals * unit // out_of), way


def _sharing(content: EditionContent, parts: dict[Any, Any]) -> EditionContent:
    """The same content, with the parts of others that are equal to its own."""
    names = ("demands", "statements", "scale", "levels", "rule")
    return replace(
        content, **{n: parts.setdefault(getattr(content, n), getattr(content, n)) for n in names}
    )


def _given(asked: EditionContent, answers: Mapping[str, int]) -> dict[Hashable, int]:
    return {
        identity(s, asked.scale): answers[s.code] for s in asked.statements if s.code in answers
    }


def _by_name(content: EditionContent) -> tuple[str, str]:
    return content.name.id.casefold(), content.slug


def score_elsewhere(
    asked: EditionContent,
    answers: Mapping[str, int],
    others: Arranged | Iterable[EditionContent],
    *,
    most: int | None = None,
) -> tuple[Elsewhere, ...]:
    """The other professions that these answers reach, the `most` best ones, equal ones by name."""
    arranged = others if isinstance(others, Arranged) else Arranged(others)
    return tuple(islice(arranged.reached(asked, answers), most))


def find_near(
    asked: EditionContent,
    answers: Mapping[str, int],
    others: Arranged | Iterable[EditionContent],
    *,
    most: int | None = None,
    most_open: int,
) -> tuple[Near, ...]:
    """The other professions that lack `most_open` answers at most, the `most` nearest of them.

    Left out are those that are reached already, and those that share no answer: theirs is another
    quiz altogether.
    """
    arranged = others if isinstance(others, Arranged) else Arranged(others)
    return tuple(islice(arranged.near(asked, answers, most_open), most))
