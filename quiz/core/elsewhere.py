"""What the same answers say of other professions, where those ask for nothing else.

Pure. An answer counts elsewhere only for the very same statement, with the very same answers to
choose from: same code, same trait, same words, same direction. A profession is left out unless
those answers suffice for a match there, so nothing is guessed; and what is given out is a range,
never a number.

A thousand professions hold few distinct sets of statements and few ways of weighing them. So they
are arranged once, and then a student's answers are scored once a set and weighed once a way.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from heapq import merge
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, NamedTuple

from profiles.editions.content import EditionContent, FrozenDemand, FrozenRule, FrozenStatement
from quiz.core.scoring import Match, TraitScore, combine, points, score_trait, whole_match


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another profession, and the range in which the match with it lies."""

    content: EditionContent
    low: Decimal
    high: Decimal


class _Set(NamedTuple):
    """A trait's statements, and one of the professions that ask for it with just these."""

    content: EditionContent
    demand: FrozenDemand
    statements: tuple[FrozenStatement, ...]


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

    def _score_sets(self, asked: EditionContent, answers: Mapping[str, int]) -> _Scores:
        """The score of each set, None where the answers do not suffice for one."""
        worth = points(asked.scale)
        given = {s: answers[s.code] for s in asked.statements if s.code in answers}
        scores: _Scores = []
        for content, demand, statements in self._sets:
            same = {s.code: given[s] for s in statements if s in given}
            fits = same and content.scale == asked.scale
            score = score_trait(content, demand, same, worth) if fits else None
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
