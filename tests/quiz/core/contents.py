"""Edition contents for tests of the pure modules, made without a database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from profiles.editions import today
from profiles.editions.content import (
    EditionContent,
    FrozenDemand,
    FrozenLevel,
    FrozenStatement,
    FrozenTrait,
    Paragraphs,
    Text,
    interleave,
)

CAMPAIGN_KEYINGS = (1, 1, 1, 1, -1, -1)
CAMPAIGN_WEIGHTS = {"C": (3, True), "O": (3, True), "L": (2, False), "D": (2, False)}


def make_content(
    demands: Mapping[str, tuple[int, bool]], keyings: Sequence[int] = CAMPAIGN_KEYINGS
) -> EditionContent:
    """A profession that asks for traits (code → weight, essential), each with these statements."""
    evidence = {code: f"Pekerjaan ini meminta {code}." for code in demands}
    return EditionContent(
        slug="contoh",
        name=Text("Contoh", "Example"),
        overview=Paragraphs(id=tuple(evidence.values()) or ("Gambaran.",)),
        suited=Paragraphs(),
        unsuited=Paragraphs(),
        misconception=Paragraphs(),
        expectation=Paragraphs(),
        difference=Paragraphs(),
        not_measured=Text(""),
        majors=(),
        institutions=(),
        demands=tuple(
            FrozenDemand(code, weight, essential, Text(evidence[code]))
            for code, (weight, essential) in demands.items()
        ),
        traits=tuple(
            FrozenTrait(
                code,
                Text(f"Keterampilan {code}"),
                Text(""),
                {
                    level.code: FrozenLevel(Text("Umpan balik."), Text("Langkah."))
                    for level in today.LEVELS.trait
                },
            )
            for code in demands
        ),
        statements=interleave(
            [
                [
                    FrozenStatement(f"{code}{n}", code, 1 if keying > 0 else -1, Text(f"{code}{n}"))
                    for n, keying in enumerate(keyings, start=1)
                ]
                for code in demands
            ]
        ),
        scale=today.SCALE,
        levels=today.LEVELS,
        rule=today.RULE,
    )


CAMPAIGN = make_content(CAMPAIGN_WEIGHTS)
"""The shape of the shipped quiz: four traits of six statements, the last two reversed."""


def answer_all(**given: Sequence[int | None]) -> dict[str, int]:
    """Answers from one row a trait (`C=[5, 4, None, …]`), None standing for a skipped statement."""
    return {
        f"{trait}{n}": answer
        for trait, row in given.items()
        for n, answer in enumerate(row, start=1)
        if answer is not None
    }


def row_scoring(score: int) -> list[int]:
    """Six answers that give a trait of the campaign quiz exactly this score: 0, 25, 50, 75, 100."""
    forward = 1 + score // 25
    return [forward] * 4 + [6 - forward] * 2
