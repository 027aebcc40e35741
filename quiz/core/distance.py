"""What stands between a match and 100: a part for each trait, and one for the cap.

Pure and exact. A trait's part is `w·(100 − T)/Σw`, what its contribution lacks; the cap's is the
reduction `C − M`. Together they are `100 − M`. They follow the weights more than the student, so
where to begin is told by `quiz.core.beginning`.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from quiz.core.scoring import HIGHEST_SCORE, Outcome


@dataclass(frozen=True, slots=True)
class Distance:
    """The parts of the way to 100, in points: of traits by code, in the outcome's order."""

    traits: tuple[tuple[str, Fraction], ...]
    cap: Fraction

    @property
    def total(self) -> Fraction:
        """All of it: `100 − M`."""
        return sum((part for _code, part in self.traits), self.cap)


def measure(outcome: Outcome) -> Distance:
    """The way from an outcome's match to 100. Raises ValueError where there is no match."""
    if outcome.match is None:
        raise ValueError("there is no match")
    total_weight = sum(trait.weight for trait in outcome.traits)
    return Distance(
        traits=tuple(
            (trait.code, trait.weight * (HIGHEST_SCORE - trait.score) / total_weight)
            for trait in outcome.traits
            if trait.weight and trait.score is not None
        ),
        cap=outcome.match.reduction,
    )
