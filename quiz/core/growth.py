"""Which trait's growth would move a match most, and by how much.

Pure and exact. Growing means one answer step on every statement of the trait: 25 points where
there are five answers, and not beyond 100. It is the same size for a trait of four statements and
of nine, and it is something that a student can picture: from "Netral" to "Sesuai".
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from profiles.editions.content import EditionContent
from quiz.core.scoring import Match, Outcome, TraitScore, combine, step

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
    expected = combine(content.rule, outcome.traits).match
    if now is None or expected is None or expected.value != now.value:
        return None
    found = [_grow(content, outcome, now, (code,)) for code in _can_grow(outcome)]
    best = max((growth.gain for growth in found), default=Fraction(0))
    if found and not best:
        return _grow(content, outcome, now, _weakest(outcome))
    ties = [growth for growth in found if growth.gain == best]
    if not ties:
        return None
    return replace(ties[0], equals=tuple(tie.codes[0] for tie in ties[1:]))


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
