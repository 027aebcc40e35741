"""The results that an earlier version showed: in words on their pages, exactly in their files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .old_site import OldSite
from .told import Told, ToldTrait, told


@dataclass(frozen=True)
class OldResult:
    """A result in one language: what its page said, and the file that holds its outcome."""

    address: str
    language: str
    told: Told
    file: dict[str, Any]

    @property
    def scored(self) -> list[tuple[ToldTrait, dict[str, Any]]]:
        """What was said of each trait with a score, and what the outcome holds of it."""
        outcome = [trait for trait in self.file["outcome"]["traits"] if trait["score"] is not None]
        return list(zip(self.told.traits, outcome, strict=True))

    @property
    def total_weight(self) -> int:
        return sum(trait["weight"] for _, trait in self.scored)


def old_results(site: OldSite) -> list[OldResult]:
    """Every result of the site, in both languages."""
    results = []
    for name, file in site.shown["files"].items():
        address = name.removesuffix("jawaban.json")
        language = "en" if address.startswith("/en/") else "id"
        said = told(site.shown["pages"][address], language)
        results.append(OldResult(address, language, said, file))
    return results
