"""Which trait's growth would move a match most, and by how much.

Pure and exact. Growing means one answer step on every statement of the trait: 25 points where
there are five answers, and not beyond 100. It is the same size for a trait of four statements and
of nine, and it is something that a student can picture: from "Netral" to "Sesuai".
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from fractions import Fraction

from profiles.editions.content import EditionContent
from quiz.core.scoring import Match, Outcome, TraitScore, combine, step, whole_match

HIGHEST_SCORE = Fraction(100)


@dataclass(frozen=True, slots=True)
class Growth:
    """What one step would do.

    `codes` are the traits that take the step: one, except where several equally weak essential
    traits hold the match down, so that none of them alone would move it. `equals` are the traits
    each of which, growing alone instead, would move the match just as much.
    """

    codes: tuple[str, ...]
    equals: tuple[str, ...]
    traits: tuple[TraitScore, ...]
    before: Match
    after: Match

    @property
    def gain(self) -> Fraction:
        """How many points the match rises."""
        return self.after.value - self.before.value


def strongest_growth(content: EditionContent, outcome: Outcome) -> Growth | None:
    """The growth that moves the match most; of equal ones, the first in the outcome's order.

    None when nothing can grow: there is no match, or every trait that counts is at 100. Also
    None for an outcome that the edition's rule would not give, since it cannot tell how it grows.
    """
    now = outcome.match
    if now is None or _value(content, outcome, ()) != now.value:
        return None
    found = {code: _value(content, outcome, (code,)) for code in _can_grow(outcome)}
    if not found:
        return None
    best = max(found.values())
    if best == now.value:
        return _grow(content, outcome, now, _weakest(outcome))
    first, *equals = (code for code, value in found.items() if value == best)
    return replace(_grow(content, outcome, now, (first,)), equals=tuple(equals))


def _value(content: EditionContent, outcome: Outcome, codes: tuple[str, ...]) -> Fraction:
    """The match after these traits have grown, without its range and all that explains it."""
    rule, one_step = content.rule, step(content.scale)
    scores = {trait.code: trait.score for trait in outcome.traits if trait.score is not None}
    parts = [one_step, rule.cap_above_weakest, *scores.values()]
    unit = math.lcm(*(part.denominator for part in parts))
    grown = {
        code: int(min(score + one_step, HIGHEST_SCORE) * unit if code in codes else score * unit)
        for code, score in scores.items()
    }
    weighed = [(t.weight, t.essential, grown[t.code]) for t in outcome.traits if t.code in grown]
    value, of = whole_match(rule, weighed, unit)
    return Fraction(value, of)


def _can_grow(outcome: Outcome) -> tuple[str, ...]:
    return tuple(
        trait.code
        for trait in outcome.traits
        if trait.weight and trait.score is not None and trait.score < HIGHEST_SCORE
    )


def _weakest(outcome: Outcome) -> tuple[str, ...]:
    """The essential traits that share the lowest score; together they are what the cap hangs on."""
    scores = {t.code: t.score for t in outcome.traits if t.essential and t.score is not None}
    lowest = min(scores.values())
    return tuple(code for code, score in scores.items() if score == lowest)


def _grow(content: EditionContent, outcome: Outcome, now: Match, codes: tuple[str, ...]) -> Growth:
    one_step = step(content.scale)
    traits = tuple(
        _grown(trait, one_step) if trait.code in codes else trait for trait in outcome.traits
    )
    after = combine(content.rule, traits).match
    if after is None:
        raise ValueError("a match does not vanish when a score rises")
    return Growth(codes=codes, equals=(), traits=traits, before=now, after=after)


def _grown(trait: TraitScore, by: Fraction) -> TraitScore:
    if trait.score is None:
        return trait
    return replace(trait, score=min(trait.score + by, HIGHEST_SCORE))
