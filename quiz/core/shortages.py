"""How many answers each trait needs, so that a form can ask for them before anything is scored.

Pure.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from profiles.editions.content import EditionContent
from quiz.core.scoring import required_answers


@dataclass(frozen=True, slots=True)
class Need:
    """A trait that counts: the codes of its statements, how many of them must be answered."""

    trait: str
    asked: tuple[str, ...]
    required: int


@dataclass(frozen=True, slots=True)
class Shortage:
    """A trait that counts and would not be scored: how many answers it has, how many it needs."""

    trait: str
    answered: int
    required: int


def find_needs(content: EditionContent) -> tuple[Need, ...]:
    """What each trait that counts needs to be scored."""
    needs = []
    for demand in content.demands:
        asked = tuple(statement.code for statement in content.statements_of(demand.trait))
        if demand.weight:
            needs.append(Need(demand.trait, asked, required_answers(content.rule, len(asked))))
    return tuple(needs)


def find_shortages(content: EditionContent, answered: Collection[str]) -> tuple[Shortage, ...]:
    """The traits that need more answers than to these statements (their codes)."""
    shortages = []
    for need in find_needs(content):
        given = sum(code in answered for code in need.asked)
        if given < need.required:
            shortages.append(Shortage(need.trait, given, need.required))
    return tuple(shortages)
