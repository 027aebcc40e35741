"""Workbench rows → EditionContent → Edition."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from profiles.editions import today
from profiles.editions.content import (
    SECTIONS,
    EditionContent,
    FrozenDemand,
    FrozenLevel,
    FrozenMajor,
    FrozenStatement,
    FrozenTrait,
    Paragraphs,
    Text,
    interleave,
)
from profiles.editions.faults import Fault, find_faults
from profiles.models import Demand, Edition, LevelText, Profession, Trait, paragraphs
from profiles.workbench.fault_words import describe


class PublishingStopped(Exception):
    """The workbench holds something that students should not meet; `faults` says what."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(", ".join(fault.code for fault in faults))
        self.faults = tuple(faults)

    @property
    def sentences(self) -> list[str]:
        """The faults in words for the editor, in the active language."""
        return [describe(fault) for fault in self.faults]


class PublishingRefused(PublishingStopped):
    """It must not reach students."""


class PublishingDoubted(PublishingStopped):
    """It may reach students once somebody has said yes to it as it is."""


def freeze(profession: Profession) -> EditionContent:
    """What an edition of the profession would hold if it were published now.

    It costs no query where the profession was loaded `with_parts`.
    """
    demands = profession.demands.all()
    # Questions come in the order of the site's traits, whatever each profession's weights are.
    traits = sorted((demand.trait for demand in demands), key=lambda t: (t.position, t.code))
    return EditionContent(
        slug=profession.slug,
        name=Text(profession.name, profession.name_en),
        **{
            section: Paragraphs(
                id=paragraphs(getattr(profession, section)),
                en=paragraphs(getattr(profession, f"{section}_en")),
            )
            for section in SECTIONS
        },
        not_measured=Text(profession.not_measured, profession.not_measured_en),
        majors=tuple(
            FrozenMajor(Text(major.name, major.name_en), major.group)
            for major in profession.majors.all()
        ),
        institutions=tuple(Text(one.name, one.name_en) for one in profession.institutions.all()),
        demands=tuple(_freeze_demand(demand) for demand in demands),
        traits=tuple(_freeze_trait(trait) for trait in traits),
        statements=interleave([_freeze_statements(trait) for trait in traits]),
        scale=today.SCALE,
        levels=today.LEVELS,
        rule=today.RULE,
        position=profession.position,
        field=profession.field,
        isco08=profession.isco08,
        kbji=profession.kbji,
        related=tuple(other.slug for other in profession.related.all()),
    )


def _freeze_demand(demand: Demand) -> FrozenDemand:
    return FrozenDemand(
        trait=demand.trait.code,
        weight=demand.weight,
        essential=demand.essential,
        evidence=Text(demand.evidence, demand.evidence_en),
    )


def _freeze_trait(trait: Trait) -> FrozenTrait:
    texts = {text.level: text for text in trait.levels.all()}
    return FrozenTrait(
        code=trait.code,
        name=Text(trait.name, trait.name_en),
        description=Text(trait.description, trait.description_en),
        levels={level.code: _freeze_level(texts.get(level.code)) for level in today.LEVELS.trait},
    )


def _freeze_level(text: LevelText | None) -> FrozenLevel:
    if text is None:
        return FrozenLevel(feedback=Text(""), step=Text(""))
    return FrozenLevel(
        feedback=Text(text.feedback, text.feedback_en), step=Text(text.step, text.step_en)
    )


def _freeze_statements(trait: Trait) -> tuple[FrozenStatement, ...]:
    return tuple(
        FrozenStatement(
            code=statement.code,
            trait=trait.code,
            keying=1 if statement.keying > 0 else -1,
            text=Text(statement.text, statement.text_en),
        )
        for statement in trait.statements.all()
        if statement.is_used
    )


def workbench_faults(profession: Profession) -> tuple[Fault, ...]:
    """What publishing the profession as it is would refuse, or would want a yes to."""
    return find_faults(freeze(profession), unplaced=profession.unplaced)


@transaction.atomic
def publish(
    *,
    profession: Profession,
    now: datetime,
    accept_warnings: bool = False,
    publisher: User | None = None,
    note: str = "",
) -> tuple[Edition, bool]:
    """Press a profession into its next edition, and say whether a new one was made.

    Publishing what students already see changes nothing and gives the edition that is there.
    Raises PublishingRefused when something must be mended first, and PublishingDoubted when
    something new to students wants a yes: `accept_warnings` is that yes. `publisher` is who presses
    the button, None for a command; `note` is what they say about it to other editors.
    """
    # The lock makes two editors who press the button at once take two numbers in turn.
    # What is frozen is what is stored, whatever the caller still holds in memory.
    profession = Profession.objects.select_for_update().with_parts().get(pk=profession.pk)
    content = freeze(profession)
    faults = find_faults(content, unplaced=profession.unplaced)
    if refused := [fault for fault in faults if fault.severity == "refuse"]:
        raise PublishingRefused(refused)
    newest = profession.editions.first()
    if newest is not None and newest.content == content:
        return newest, False
    if faults and not accept_warnings:
        raise PublishingDoubted(faults)
    edition = Edition.objects.create(
        profession=profession,
        number=newest.number + 1 if newest else 1,
        frozen=content.to_json(),
        published_at=now,
        publisher=publisher,
        note=note,
    )
    return edition, True
