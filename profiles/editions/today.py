"""How new editions are answered and scored: what publishing presses into them today.

Pure. Changing this changes the editions that are published from then on, and nothing else: those
that are out keep theirs.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from profiles.editions.content import (
    FrozenAnswer,
    FrozenBorder,
    FrozenLevels,
    FrozenRule,
    FrozenScale,
    Text,
)

SCALE: Final = FrozenScale(
    answers=(
        FrozenAnswer(1, Text("Sangat tidak sesuai", "Not like me at all")),
        FrozenAnswer(2, Text("Tidak sesuai", "Not like me")),
        FrozenAnswer(3, Text("Kadang sesuai, kadang tidak", "Sometimes like me")),
        FrozenAnswer(4, Text("Sesuai", "Like me")),
        FrozenAnswer(5, Text("Sangat sesuai", "Very much like me")),
    ),
    skip=Text("Lewati", "Skip"),
    skipped=Text("Dilewati", "Skipped"),
)

# A level is the answer that the average lies nearest to. The answers are worth 0, 25, 50, 75 and
# 100, so the borders lie at 37.5, 62.5 and 87.5: shown, halves rounded up, from 38, 63 and 88 on.
# Why near is .67 of a standard error: docs/decisions/0054-levels-are-the-nearest-answer.md
LEVELS: Final = FrozenLevels(
    trait=(
        FrozenBorder("rarely", 0),
        FrozenBorder("sometimes", 38),
        FrozenBorder("often", 63),
    ),
    match=(
        FrozenBorder("little", 0),
        FrozenBorder("partly", 38),
        FrozenBorder("largely", 63),
        FrozenBorder("nearly", 88),
    ),
    near=Fraction("0.67"),
)

RULE: Final = FrozenRule(
    name="mean-capped-1",
    share_needed=Fraction(2, 3),
    # One answer step.
    cap_above_weakest=Fraction(25),
    # A careful assumption: keyed answers of one person vary by 22–24 points.
    item_standard_error=Fraction(25),
    # A central 80 % range of a normal distribution.
    z=Fraction("1.28"),
)
