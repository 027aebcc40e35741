"""The tables: the workbench that editors change, and the editions that are pressed from it."""

from __future__ import annotations

from profiles.models.editions import Edition
from profiles.models.search import NearWord
from profiles.models.workbench import (
    Demand,
    Institution,
    LevelText,
    Major,
    Profession,
    Statement,
    Trait,
    paragraphs,
)

__all__ = [
    "Demand",
    "Edition",
    "Institution",
    "LevelText",
    "Major",
    "NearWord",
    "Profession",
    "Statement",
    "Trait",
    "paragraphs",
]
