"""Which traits a profession document asks for, each with the sentence that says so.

Pure. A trait whose keywords stand in *suited* is asked for; one whose lack *unsuited* names is
essential.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from profiles.documents import wording
from profiles.documents.document import ProfileDocument


@dataclass(frozen=True)
class TraitKeywords:
    """What the importer knows of a trait."""

    code: str
    keywords: tuple[str, ...]


@dataclass(frozen=True)
class ProposedDemand:
    """A trait that the document asks for, with the sentence that says so."""

    trait: str
    weight: int
    essential: bool
    evidence: str


# --- Sentences ---

_TOKEN = re.compile(r"\S+")


def sentences(paragraph: str) -> list[str]:
    """The paragraph's sentences, verbatim."""
    return [paragraph[start:end] for start, end in _sentence_spans(paragraph)]


def _sentence_spans(paragraph: str) -> Iterator[tuple[int, int]]:
    start: int | None = None
    end, ended = 0, False
    for token in _TOKEN.finditer(paragraph):
        if start is not None and ended and not token[0][0].islower():
            yield start, end
            start = None
        opens = start is None
        if start is None:
            start = token.start()
        end, ended = token.end(), _ends_sentence(token[0], opens=opens)
    if start is not None:
        yield start, end


def _ends_sentence(token: str, *, opens: bool) -> bool:
    word = token.rstrip("\"'\u201d\u2019)]")
    if word.endswith(("!", "?", "\u2026")):
        return True
    # "PT.", the initial in "S. Rahman", and the number before "1. Teliti" end nothing.
    stem = word[:-1].lstrip("(\"'\u201c\u2018").casefold()
    is_short_form = stem in wording.ABBREVIATIONS or (len(stem) == 1 and stem.isalpha())
    return word.endswith(".") and not is_short_form and not (opens and stem.isdigit())


# --- Demands ---

_TURN = re.compile(
    rf"\b(?:{wording.NO_LACK}|(?P<end>{wording.NOT_SUITED}|{wording.CONTRAST})"
    rf"|(?P<lack>{wording.LACK}))\b|(?P<clause>{wording.MAIN_CLAUSE})\b",
    re.IGNORECASE,
)


class _Lack(NamedTuple):
    """A stretch of a sentence in which things are said to be lacking."""

    paragraph: str
    sentence: tuple[int, int]
    start: int
    end: int


def propose_demands(
    document: ProfileDocument, traits: Sequence[TraitKeywords]
) -> tuple[ProposedDemand, ...]:
    """The traits that *suited* asks for and, above them, those whose lack *unsuited* names."""
    lacks = [lack for paragraph in document.unsuited for lack in _lacks(paragraph)]
    demands = []
    for trait in traits:
        keywords = _keywords(trait)
        if keywords is None:
            continue
        if evidence := _first_lack(lacks, keywords):
            demands.append(ProposedDemand(trait.code, 3, True, evidence))
        elif evidence := _first_sentence(document.suited, keywords):
            demands.append(ProposedDemand(trait.code, 2, False, evidence))
    return tuple(demands)


def _keywords(trait: TraitKeywords) -> re.Pattern[str] | None:
    phrases = [r"\s+".join(map(re.escape, keyword.split())) for keyword in trait.keywords]
    alternatives = "|".join(phrase for phrase in phrases if phrase)
    if not alternatives:
        return None
    return re.compile(rf"(?<!\w)(?:{alternatives}){wording.SUFFIXES}(?!\w)", re.IGNORECASE)


def _lacks(paragraph: str) -> Iterator[_Lack]:
    for sentence in _sentence_spans(paragraph):
        start: int | None = None
        for turn in _TURN.finditer(paragraph, *sentence):
            if turn["lack"]:
                start = turn.end() if start is None else start
            elif start is not None and (turn["end"] or turn["clause"]):
                yield _Lack(paragraph, sentence, start, turn.start())
                start = None
        if start is not None:
            yield _Lack(paragraph, sentence, start, sentence[1])


def _first_lack(lacks: Iterable[_Lack], keywords: re.Pattern[str]) -> str | None:
    for lack in lacks:
        if keywords.search(lack.paragraph, lack.start, lack.end):
            return lack.paragraph[slice(*lack.sentence)]
    return None


def _first_sentence(paragraphs: Iterable[str], keywords: re.Pattern[str]) -> str | None:
    for paragraph in paragraphs:
        if found := keywords.search(paragraph):
            spans = _sentence_spans(paragraph)
            return next(paragraph[start:end] for start, end in spans if end > found.start())
    return None
