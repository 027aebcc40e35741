"""What the same answers say of other professions, where those ask for nothing else.

Pure. An answer counts elsewhere only for the very same statement, with the very same answers to
choose from: same code, same trait, same words, same direction. A profession is left out unless
those answers suffice for a match there, so nothing is guessed; and what is given out is a range,
never a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from profiles.editions.content import EditionContent
from quiz.core.scoring import score


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another profession, and the range in which the match with it lies."""

    content: EditionContent
    low: Decimal
    high: Decimal


def score_elsewhere(
    asked: EditionContent, answers: Mapping[str, int], others: Iterable[EditionContent]
) -> tuple[Elsewhere, ...]:
    """The other professions that these answers reach, best match first, equal ones by name."""
    given = {s: answers[s.code] for s in asked.statements if s.code in answers}
    found = []
    for content in others:
        if content.slug == asked.slug or content.scale != asked.scale:
            continue
        same = {s.code: given[s] for s in content.statements if s in given}
        match = score(content, same).match
        if match is not None:
            rank = (-match.value, content.name.id.casefold(), content.slug)
            found.append((rank, Elsewhere(content, match.low, match.high)))
    return tuple(one for _rank, one in sorted(found, key=lambda pair: pair[0]))
