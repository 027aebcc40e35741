"""The words by which documents ask for a trait, and how an editor writes them down.

Pure. One phrase a line. "bekerja dengan angka" counts wherever it is asked for; "kemampuan
komunikasi" counts where *komunikasi* is something to be able to ("keterampilan komunikasi", "mahir
dalam …"); "bukan ceroboh" names the lack of the trait.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from profiles.documents.asking import words

_ABILITY = "kemampuan "
_LACK = "bukan "


@dataclass(frozen=True)
class TraitKeywords:
    """What the importer knows of a trait."""

    code: str
    keywords: tuple[str, ...]


class Phrases(NamedTuple):
    """A trait's keywords as patterns, None where it has none of a kind."""

    plain: re.Pattern[str] | None
    ability: re.Pattern[str] | None
    lack: re.Pattern[str] | None


def phrases_of(trait: TraitKeywords) -> Phrases:
    """The trait's keywords by their kinds."""
    lines = [" ".join(keyword.split()) for keyword in trait.keywords]
    abilities = [line.removeprefix(_ABILITY) for line in lines if line.startswith(_ABILITY)]
    lacks = [line.removeprefix(_LACK) for line in lines if line.startswith(_LACK)]
    plain = [line for line in lines if line and not line.startswith((_ABILITY, _LACK))]
    return Phrases(_pattern(plain), _pattern(abilities), _pattern(lacks))


def _pattern(phrases: Sequence[str]) -> re.Pattern[str] | None:
    # Longer ones first, or "data" would hide "data lapangan".
    longest_first = sorted(filter(None, phrases), key=len, reverse=True)
    parts = [r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first]
    if not parts:
        return None
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)}){words.SUFFIXES}(?![\w-])", re.IGNORECASE)
