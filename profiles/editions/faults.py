"""What stands between an edition's content and its students: what is missing, or may hurt them.

Pure: no Django, no database, no clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from profiles.editions.content import (
    SECTIONS,
    EditionContent,
    FrozenDemand,
    FrozenTrait,
    Text,
)
from profiles.editions.verdicts import find_verdicts

MINIMUM_STATEMENTS: Final = 4
MAXIMUM_STATEMENTS: Final = 120
"""Of a whole quiz: twenty traits of six, some fifteen minutes. With more nobody arrives."""

MINIMUM_DEMANDS: Final = 3

FaultCode = Literal[
    "no_overview",
    "text_unplaced",
    "nothing_not_measured",
    "tells_reader_unfit",
    "no_demand",
    "all_weights_zero",
    "few_demands",
    "essential_without_weight",
    "too_few_statements",
    "too_many_statements",
    "no_reversed_statement",
    "level_text_missing",
    "evidence_missing",
    "evidence_not_in_texts",
]
Severity = Literal["refuse", "warn"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that students should not meet.

    `field` is where the workbench holds it: a field of the profession or the list of its demands,
    or with `trait` a field of the demand for that trait or of the trait itself. `quote` is the
    sentence that is meant, where it is about one.
    """

    code: FaultCode
    field: str
    trait: FrozenTrait | None = None
    quote: str = ""

    @property
    def severity(self) -> Severity:
        """Whether this must not be published, or may be once somebody has said yes."""
        return "warn" if self.code == "few_demands" else "refuse"


def find_faults(content: EditionContent, *, unplaced: str = "") -> tuple[Fault, ...]:
    """Everything that would leave a student without a question, a score or a reason, or hurt one.

    `unplaced` is what the workbench holds beside the content: text that has no place in it yet.
    """
    return (
        *_faults_of_texts(content, unplaced),
        *_faults_of_demands(content),
        *(fault for demand in content.demands for fault in _demand_faults(content, demand)),
    )


def _faults_of_texts(content: EditionContent, unplaced: str) -> Iterator[Fault]:
    if not content.overview.id:
        yield Fault("no_overview", "overview")
    if unplaced.strip():
        yield Fault("text_unplaced", "unplaced")
    if not content.not_measured.id.strip():
        yield Fault("nothing_not_measured", "not_measured")
    for section in SECTIONS:
        texts = content.section(section)
        yield from _verdicts(texts.id, section)
        yield from _verdicts(texts.en, f"{section}_en")
    yield from _verdicts_in(content.not_measured, "not_measured")


def _faults_of_demands(content: EditionContent) -> Iterator[Fault]:
    weighed = sum(1 for demand in content.demands if demand.weight)
    if not content.demands:
        yield Fault("no_demand", "demands")
    elif not weighed:
        yield Fault("all_weights_zero", "demands")
    elif weighed < MINIMUM_DEMANDS:
        yield Fault("few_demands", "demands")
    if len(content.statements) > MAXIMUM_STATEMENTS:
        yield Fault("too_many_statements", "demands")


def _demand_faults(content: EditionContent, demand: FrozenDemand) -> Iterator[Fault]:
    trait = content.trait(demand.trait)
    statements = content.statements_of(demand.trait)
    if demand.essential and not demand.weight:
        yield Fault("essential_without_weight", "weight", trait)
    if len(statements) < MINIMUM_STATEMENTS:
        yield Fault("too_few_statements", "statements", trait)
    if not any(statement.keying == -1 for statement in statements):
        yield Fault("no_reversed_statement", "statements", trait)
    if not _has_texts_for_levels(content, trait):
        yield Fault("level_text_missing", "levels", trait)
    if not demand.evidence.id:
        yield Fault("evidence_missing", "evidence", trait)
    elif field := _field_not_quoted(content, demand.evidence):
        yield Fault("evidence_not_in_texts", field, trait)
    yield from _verdicts_in(demand.evidence, "evidence", trait)
    yield from _verdicts_in(trait.description, "description", trait)
    for level in trait.levels.values():
        both = (level.feedback, level.step)
        yield from _verdicts([text.id for text in both], "levels", trait)
        yield from _verdicts([text.en for text in both], "levels", trait)


def _verdicts_in(text: Text, field: str, trait: FrozenTrait | None = None) -> Iterator[Fault]:
    yield from _verdicts([text.id], field, trait)
    yield from _verdicts([text.en], f"{field}_en", trait)


def _verdicts(
    paragraphs: Iterable[str], field: str, trait: FrozenTrait | None = None
) -> Iterator[Fault]:
    for paragraph in paragraphs:
        for sentence in find_verdicts(paragraph):
            yield Fault("tells_reader_unfit", field, trait, sentence)


def _has_texts_for_levels(content: EditionContent, trait: FrozenTrait) -> bool:
    texts = [trait.levels.get(border.code) for border in content.levels.trait]
    return all(text and text.feedback.id and text.step.id for text in texts)


def _field_not_quoted(content: EditionContent, evidence: Text) -> str:
    """The field of the evidence that stands in no text of its language, if there is one."""
    sections = [content.section(section) for section in SECTIONS]
    if not _is_quoted(evidence.id, [line for section in sections for line in section.id]):
        return "evidence"
    if not _is_quoted(evidence.en, [line for section in sections for line in section.en]):
        return "evidence_en"
    return ""


def _is_quoted(sentence: str, paragraphs: Iterable[str]) -> bool:
    # Editors paste from documents with no-break spaces and double spaces: only words must agree.
    wanted = " ".join(sentence.split())
    return not wanted or any(wanted in " ".join(paragraph.split()) for paragraph in paragraphs)
