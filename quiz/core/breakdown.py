"""What every single answer gave to a stored match.

Pure and exact. This explains an outcome and never replaces it: what is stored stays the authority,
and parts that do not add up to it are not given out at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from profiles.editions.content import EditionContent, FrozenStatement
from quiz.core.scoring import Outcome, TraitScore, keyed, points


class DoesNotAddUp(ValueError):
    """The answers' parts are not those of the stored outcome."""


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """One statement's part: what its answer is worth (0–100), and what it gave to the composite.

    Both are None where the statement was skipped.
    """

    statement: FrozenStatement
    answer: int | None
    points: Fraction | None
    contribution: Fraction | None


@dataclass(frozen=True, slots=True)
class TraitPart:
    """One trait's part, as it is stored, with the answers that make it up."""

    trait: TraitScore
    answers: tuple[AnswerPart, ...]


def break_down(
    content: EditionContent, answers: Mapping[str, int], outcome: Outcome
) -> tuple[TraitPart, ...]:
    """The parts of each scored trait, in the outcome's order, each answer `w·p/(n·Σw)`.

    Raises DoesNotAddUp unless they add up, exactly, to each contribution and to the match.
    """
    total_weight = sum(trait.weight for trait in outcome.traits)
    parts = tuple(
        TraitPart(trait, _parts_of(content, answers, trait, total_weight))
        for trait in outcome.traits
        if trait.score is not None
    )
    _require_sum(parts, outcome)
    return parts


def _parts_of(
    content: EditionContent, answers: Mapping[str, int], trait: TraitScore, total_weight: int
) -> tuple[AnswerPart, ...]:
    share = Fraction(trait.weight, max(1, trait.answered * total_weight))
    worth_of = points(content.scale)
    parts = []
    for statement in content.statements_of(trait.code):
        answer = answers.get(statement.code)
        worth = None if answer is None else keyed(statement, worth_of[answer])
        contribution = None if worth is None else worth * share
        parts.append(AnswerPart(statement, answer, worth, contribution))
    return tuple(parts)


def _require_sum(parts: tuple[TraitPart, ...], outcome: Outcome) -> None:
    total = Fraction(0)
    for part in parts:
        given = sum((one.contribution or Fraction(0) for one in part.answers), Fraction(0))
        if given != part.trait.contribution:
            raise DoesNotAddUp(part.trait.code)
        total += given
    if outcome.match is None or total - outcome.match.reduction != outcome.match.value:
        raise DoesNotAddUp
