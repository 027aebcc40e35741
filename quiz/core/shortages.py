"""Which traits lack answers, so that a form can ask for them before anything is scored.

Pure.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from profiles.editions.content import EditionContent
from quiz.core.scoring import required_answers


@dataclass(frozen=True, slots=True)
class Shortage:
    """A trait that counts and would not be scored: how many answers it has, how many it needs."""

    trait: str
    answered: int
    required: int


def find_shortages(content: EditionContent, answered: Collection[str]) -> tuple[Shortage, ...]:
    """The traits that need more answers than to these statements (their codes)."""
    shortages = []
    for demand in content.demands:
        asked = [statement.code for statement in content.statements_of(demand.trait)]
        given = sum(code in answered for code in asked)
        required = required_answers(content.rule, len(asked))
        if demand.weight and given < required:
            shortages.append(Shortage(demand.trait, given, required))
    return tuple(shortages)
