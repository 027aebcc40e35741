"""What is missing in an edition's content that students would miss, too.

Pure: no Django, no database, no clock.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from profiles.editions.content import (
    SECTIONS,
    EditionContent,
    FrozenDemand,
    FrozenTrait,
    Text,
)

MINIMUM_STATEMENTS: Final = 4

FaultCode = Literal[
    "no_overview",
    "no_demand",
    "all_weights_zero",
    "essential_without_weight",
    "too_few_statements",
    "no_reversed_statement",
    "level_text_missing",
    "evidence_missing",
    "evidence_not_in_texts",
]


@dataclass(frozen=True, slots=True)
class Fault:
    """One reason why this content must not be published; `trait` names the trait it is about."""

    code: FaultCode
    trait: FrozenTrait | None = None


def find_faults(content: EditionContent) -> tuple[Fault, ...]:
    """Everything that would leave a student without a question, a score or a reason."""
    faults = []
    if not content.overview.id:
        faults.append(Fault("no_overview"))
    if not content.demands:
        faults.append(Fault("no_demand"))
    elif not any(demand.weight for demand in content.demands):
        faults.append(Fault("all_weights_zero"))
    for demand in content.demands:
        trait = content.trait(demand.trait)
        faults += [Fault(code, trait) for code in _demand_faults(content, demand)]
    return tuple(faults)


def _demand_faults(content: EditionContent, demand: FrozenDemand) -> Iterable[FaultCode]:
    statements = content.statements_of(demand.trait)
    if demand.essential and not demand.weight:
        yield "essential_without_weight"
    if len(statements) < MINIMUM_STATEMENTS:
        yield "too_few_statements"
    if not any(statement.keying == -1 for statement in statements):
        yield "no_reversed_statement"
    if not _has_texts_for_levels(content, content.trait(demand.trait)):
        yield "level_text_missing"
    if not demand.evidence.id:
        yield "evidence_missing"
    elif not _stands_in_texts(content, demand.evidence):
        yield "evidence_not_in_texts"


def _has_texts_for_levels(content: EditionContent, trait: FrozenTrait) -> bool:
    texts = [trait.levels.get(border.code) for border in content.levels.trait]
    return all(text and text.feedback.id and text.step.id for text in texts)


def _stands_in_texts(content: EditionContent, evidence: Text) -> bool:
    sections = [content.section(section) for section in SECTIONS]
    indonesian = [paragraph for section in sections for paragraph in section.id]
    english = [paragraph for section in sections for paragraph in section.en]
    return _is_quoted(evidence.id, indonesian) and (
        not evidence.en or _is_quoted(evidence.en, english)
    )


def _is_quoted(sentence: str, paragraphs: Iterable[str]) -> bool:
    # Editors paste from documents with no-break spaces and double spaces: only words must agree.
    wanted = " ".join(sentence.split())
    return any(wanted in " ".join(paragraph.split()) for paragraph in paragraphs)
