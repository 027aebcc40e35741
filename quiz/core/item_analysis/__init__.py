"""Do the statements of a trait work? Classical item analysis of many students' answers. Pure."""

from quiz.core.item_analysis.analysing import (
    ItemAnalysis,
    StatementAnalysis,
    StatementFlag,
    TraitFlag,
    analyse,
)

__all__ = ["ItemAnalysis", "StatementAnalysis", "StatementFlag", "TraitFlag", "analyse"]
