"""What the answers say of the statements of a trait or a quiz: gathered, and analysed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from profiles.editions.content import FrozenScale, FrozenStatement
from quiz.analysis.following import editions_asking
from quiz.analysis.gathering import NEWEST, gather, rows_of
from quiz.core.item_analysis import ItemAnalysis, analyse


@dataclass(frozen=True, slots=True)
class TraitStudy:
    """One trait's statements, what is known of them, and how many rows took answers along."""

    code: str
    statements: tuple[FrozenStatement, ...]
    analysis: ItemAnalysis
    carried: int


@dataclass(frozen=True, slots=True)
class Study:
    """What was looked at: so many of the newest attempts, of which `signed` are left out.

    `is_sample` says that there may be more attempts than were looked at.
    """

    attempts: int
    signed: int
    is_sample: bool
    traits: tuple[TraitStudy, ...]


def study(
    statements: Sequence[FrozenStatement],
    scale: FrozenScale,
    *,
    profession: int | None = None,
    most: int = NEWEST,
) -> Study:
    """Study statements trait by trait, wherever they were asked, or in one profession's quiz.

    Of a scale that does not count from 1 nothing is known. Costs two queries, however many attempts
    and editions there are.
    """
    asking = editions_asking(statements, scale, profession=profession) if _counts(scale) else {}
    gathered = gather(asking, len(statements), most=most)
    traits = []
    for code in dict.fromkeys(statement.trait for statement in statements):
        columns = [n for n, one in enumerate(statements) if one.trait == code]
        own = tuple(statements[n] for n in columns)
        rows, asked, carried = rows_of(gathered, columns)
        keys = [statement.keying for statement in own]
        analysis = analyse(rows, keys, len(scale.answers), asked=asked)
        traits.append(TraitStudy(code, own, analysis, carried))
    return Study(gathered.attempts, gathered.signed, gathered.attempts >= most, tuple(traits))


def _counts(scale: FrozenScale) -> bool:
    """Whether answers are numbered from 1 on, by single digits: no other scale was ever asked."""
    return scale.values == tuple(range(1, len(scale.values) + 1)) and len(scale.values) < 10
