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
        FrozenAnswer(3, Text("Netral", "Neutral")),
        FrozenAnswer(4, Text("Sesuai", "Like me")),
        FrozenAnswer(5, Text("Sangat sesuai", "Very much like me")),
    ),
    skip=Text("Lewati", "Skip"),
    skipped=Text("Dilewati", "Skipped"),
)

_BORDERS = (
    FrozenBorder("developing", 0),
    FrozenBorder("capable", 50),
    FrozenBorder("strong", 75),
)
LEVELS: Final = FrozenLevels(trait=_BORDERS, match=_BORDERS)

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
