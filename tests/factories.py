"""Makes what tests are about: contents without a database, and with one all that is stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from django.db.models import Model
from django.utils.text import slugify

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
from profiles.models import Edition, Profession, Trait
from profiles.workbench.publishing import publish
from quiz.actions import submit_attempt
from quiz.models import Attempt

Row = TypeVar("Row", bound=Model)

NOW = datetime(2026, 7, 20, 8, 0, tzinfo=UTC)
KEY = "k" * 22
EXAMPLE = Text("Contoh", "Example")
NOT_MEASURED = Text("Minat pada bidang ini tidak ditanyakan.", "Interest is not asked about.")
CAMPAIGN_KEYINGS = (1, 1, 1, 1, -1, -1)
NO_MAJORS: Mapping[str, str] = {}
CAMPAIGN_WEIGHTS = {"C": (3, True), "O": (3, True), "L": (2, False), "D": (2, False)}


Demands = Mapping[str, tuple[int, bool]]
"""What a profession asks for: a trait's code → its weight, and whether it is essential."""


def make_content(
    demands: Demands,
    keyings: Sequence[int] = CAMPAIGN_KEYINGS,
    *,
    slug: str = "contoh",
    name: Text = EXAMPLE,
) -> EditionContent:
    """A profession that asks for these traits, each with these statements."""
    evidence = {code: f"Pekerjaan ini meminta {code}." for code in demands}
    return EditionContent(
        slug=slug,
        name=name,
        overview=Paragraphs(id=tuple(evidence.values()) or ("Gambaran.",)),
        suited=Paragraphs(),
        unsuited=Paragraphs(),
        misconception=Paragraphs(),
        expectation=Paragraphs(),
        difference=Paragraphs(),
        not_measured=NOT_MEASURED,
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


def make_trait(code: str, *, keyings: Sequence[int] = CAMPAIGN_KEYINGS, name: str = "") -> Trait:
    """A trait on the workbench, with its statements and a text for each level."""
    trait = Trait.objects.create(code=code, name=name or code.title(), description="Penjelasan.")
    for level in today.LEVELS.trait:
        trait.levels.create(level=level.code, feedback="Umpan balik.", step="Langkah.")
    for n, keying in enumerate(keyings, start=1):
        trait.statements.create(code=f"{code}{n}", text=f"{code}{n}", keying=keying, position=n)
    return trait


def make_profession(
    name: str,
    demands: Demands,
    *,
    majors: Mapping[str, str] = NO_MAJORS,
    evidence: str = "",
    **texts: Any,
) -> Profession:
    """A profession on the workbench that can be published, asking for traits that are there.

    One sentence is what it is about and why it asks, unless `texts` say more than that. `majors`
    are names, each with the key of its group or nothing.
    """
    evidence = evidence or f"{name} banyak memakai ini."
    profession = Profession.objects.create(
        **{
            "name": name,
            "slug": slugify(name),
            "overview": evidence,
            "not_measured": NOT_MEASURED.id,
            **texts,
        }
    )
    for code, (weight, essential) in demands.items():
        profession.demands.create(
            trait=Trait.objects.get(code=code),
            weight=weight,
            essential=essential,
            evidence=evidence,
        )
    for position, (major, group) in enumerate(majors.items(), start=1):
        profession.majors.create(name=major, group=group, position=position)
    return profession


def make_edition(profession: Profession, *, now: datetime = NOW) -> Edition:
    """What students meet of the profession: its workbench as it is, published."""
    edition, _ = publish(profession=profession, now=now, accept_warnings=True)
    return edition


def copy_profession(original: Profession, **changes: Any) -> Profession:
    """Another profession on the workbench, which says and asks for the same but for the changes."""
    copy = _copy(Profession.objects.get(pk=original.pk), imported={}, **changes)
    for parts in (original.demands, original.majors, original.institutions):
        for part in parts.all():
            _copy(part, profession=copy)
    return copy


def copy_trait(original: Trait, *, suffix: str) -> Trait:
    """The same trait once more, told from the original by what its codes end with."""
    copy = _copy(Trait.objects.get(pk=original.pk), code=original.code + suffix)
    for level in original.levels.all():
        _copy(level, trait=copy)
    for statement in original.statements.all():
        _copy(statement, trait=copy, code=statement.code + suffix)
    return copy


def _copy(row: Row, **changes: Any) -> Row:
    row.pk, row._state.adding = None, True
    for name, value in changes.items():
        setattr(row, name, value)
    row.save()
    return row


def vary_answers(edition: Edition) -> dict[str, int]:
    """Answers to every statement, not all alike, but near to each other where statements are."""
    return {
        s.code: said if s.keying == 1 else 6 - said
        for n, s in enumerate(edition.content.statements)
        for said in [(2, 4, 3, 5, 4)[n % 5]]
    }


def make_attempt(
    edition: Edition,
    answers: Mapping[str, int] | None = None,
    *,
    key: str = KEY,
    seconds: int | None = None,
    now: datetime = NOW,
) -> Attempt:
    """A quiz that was answered in so many seconds, where that is known, and sent."""
    return submit_attempt(
        edition=edition,
        key=key,
        answers=vary_answers(edition) if answers is None else answers,
        started_at=None if seconds is None else now - timedelta(seconds=seconds),
        now=now,
    )


def store_attempt(edition: Edition, **columns: Any) -> Attempt:
    """An attempt that no version of ours would store like that."""
    as_usual = {"key": KEY, "answers": {}, "stored_outcome": {}, "submitted_at": NOW}
    return Attempt.objects.create(edition=edition, **{**as_usual, **columns})
