"""What a document will become, as the desk shows it: placed paragraphs, and proposed demands.

A paragraph's evidence is marked in its own words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from profiles.documents.asking.demands import ProposedDemand, propose_demands
from profiles.documents.asking.keywords import TraitKeywords
from profiles.documents.asking.unmeasured import propose_not_measured
from profiles.documents.document import Reading, read_document
from profiles.documents.headings.finding import UNPLACED
from profiles.documents.placing import Placement
from profiles.workbench.doubts import describe

MAX_PARAGRAPHS: Final = 400  # a field each; Django takes 1,000


class Piece(NamedTuple):
    """A stretch of a paragraph, and whether it is evidence."""

    text: str
    is_evidence: bool


class Paragraph(NamedTuple):
    """A paragraph of the document, with the reason for its place where that is unsure."""

    number: int
    pieces: tuple[Piece, ...]
    place: str
    reason: str


class Proposal(NamedTuple):
    """A reading, and what is proposed to be made of it."""

    reading: Reading
    paragraphs: tuple[Paragraph, ...]
    demands: tuple[ProposedDemand, ...]
    not_measured: str

    @property
    def is_of_a_size(self) -> bool:
        """Whether there is something to show, and no more than one form can send back."""
        return 0 < len(self.paragraphs) <= MAX_PARAGRAPHS

    @property
    def unsure(self) -> list[Paragraph]:
        """What an editor looks at first."""
        return [paragraph for paragraph in self.paragraphs if paragraph.reason]

    @property
    def sure(self) -> list[Paragraph]:
        """The others."""
        return [paragraph for paragraph in self.paragraphs if not paragraph.reason]


def propose(text: str, traits: Sequence[TraitKeywords], *, called: str) -> Proposal:
    """Read a text and propose a draft; one without a title is named as its file is `called`."""
    reading = read_document(text, fallback_name=called)
    demands = propose_demands(reading.document, traits)
    evidence = [demand.evidence for demand in demands]
    paragraphs = tuple(
        Paragraph(index, pieces(placed.text, evidence), placed.section, _reason(placed))
        for index, placed in enumerate(reading.placements)
    )
    not_measured = propose_not_measured(reading.document, traits)
    return Proposal(reading, paragraphs, demands, not_measured)


def pieces(text: str, evidence: Sequence[str]) -> tuple[Piece, ...]:
    """The text cut where evidence begins and ends; together the pieces are the text."""
    longest_first = sorted({one for one in evidence if one in text}, key=len, reverse=True)
    if not longest_first:
        return (Piece(text, False),)
    cut = re.split(f"({'|'.join(map(re.escape, longest_first))})", text)
    return tuple(Piece(part, at % 2 == 1) for at, part in enumerate(cut) if part)


def _reason(placed: Placement) -> str:
    """Why an unsure paragraph stands where it does, and "" for one that is sure."""
    if placed.reason == "page":
        return describe(placed._replace(reason="nothing")).reason
    is_sure = placed.is_sure and placed.section != UNPLACED
    return "" if is_sure else describe(placed).reason
