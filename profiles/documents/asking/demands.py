"""Which traits a profession document asks for, each with the sentence that says so.

Pure. One rule: a trait whose lack *unsuited* names as a reason has weight 3 and is essential; one
that *suited* asks for has weight 2. The profession's own name and names of institutions are no
evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from profiles.documents.asking.asked import Sentence, read_sentences
from profiles.documents.asking.keywords import Phrases, TraitKeywords, phrases_of
from profiles.documents.document import ProfileDocument


@dataclass(frozen=True)
class ProposedDemand:
    """A trait that the document asks for, with the sentence that says so."""

    trait: str
    weight: int
    essential: bool
    evidence: str


def propose_demands(
    document: ProfileDocument, traits: Sequence[TraitKeywords]
) -> tuple[ProposedDemand, ...]:
    """The traits that *suited* asks for and, above them, those whose lack *unsuited* names."""
    phrases = {trait.code: phrases_of(trait) for trait in traits}
    asking = read_sentences(document, document.suited, phrases.values())
    lacking = read_sentences(document, document.unsuited, phrases.values())
    demands = []
    for code, of_trait in phrases.items():
        if evidence := _first_lack(lacking, of_trait):
            demands.append(ProposedDemand(code, 3, True, evidence))
        elif evidence := _first_wish(asking, of_trait):
            demands.append(ProposedDemand(code, 2, False, evidence))
    return tuple(demands)


def _first_lack(sentences: Iterable[Sentence], phrases: Phrases) -> str | None:
    return next((one.verbatim for one in sentences if one.names_lack_of(phrases)), None)


def _first_wish(sentences: Iterable[Sentence], phrases: Phrases) -> str | None:
    return next((one.verbatim for one in sentences if one.asks_for(phrases)), None)
