"""Where a student may begin: the trait in which their own answers are lowest.

Pure and exact. Of traits whose scores lie so near to each other that answering again might turn
them round, the one that weighs more is the better beginning.
"""

from __future__ import annotations

from fractions import Fraction

from profiles.editions.content import EditionContent
from quiz.core.ranges import squared_error
from quiz.core.scoring import HIGHEST_SCORE, Outcome, TraitScore


def place_to_begin(content: EditionContent, outcome: Outcome) -> str | None:
    """The code of the trait that caps the match, else of the lowest one, of near ones the heaviest.

    Near is what lies within `content.levels.near` standard errors above the lowest. Of equally
    heavy ones the lower one is taken, of equal ones the first. None where nothing is below 100.
    """
    if outcome.match is not None and outcome.match.capped_by is not None:
        return outcome.match.capped_by
    low = [
        (trait.score, trait)
        for trait in outcome.traits
        if trait.weight and trait.score is not None and trait.score < HIGHEST_SCORE
    ]
    if not low:
        return None
    lowest, of = min(low, key=lambda pair: pair[0])
    reach = content.levels.near**2 * squared_error(content.rule, of.answered)
    near = [(score, trait) for score, trait in low if (score - lowest) ** 2 <= reach]
    return min(near, key=_heavier_then_lower)[1].code


def _heavier_then_lower(pair: tuple[Fraction, TraitScore]) -> tuple[int, Fraction]:
    score, trait = pair
    return -trait.weight, score
