"""The tables: the workbench that editors change, and the editions that are pressed from it."""

from __future__ import annotations

from profiles.models.cards import Card, Word, major_key
from profiles.models.editions import Edition
from profiles.models.offers import Offer
from profiles.models.professions import (
    Demand,
    Field,
    Institution,
    Major,
    Profession,
    paragraphs,
)
from profiles.models.traits import LevelText, Statement, Trait

__all__ = [
    "Card",
    "Demand",
    "Edition",
    "Field",
    "Institution",
    "LevelText",
    "Major",
    "Offer",
    "Profession",
    "Statement",
    "Trait",
    "Word",
    "major_key",
    "paragraphs",
]
