"""The newest answers to some statements, as a table of one character each.

A character is the answer itself, or says why there is none. So a hundred thousand students' answers
to a whole quiz take two megabytes on their way from the database, and here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from django.db import connection

from quiz.analysis.following import Codes

SKIPPED, NOT_ASKED, CARRIED = b".-~"

NEWEST: Final = 20_000
"""How many attempts a page looks at: more would say the same, to the second decimal of alpha."""

# In SQL because the ORM would make an object of each attempt. Each edition's newest are read from
# the index that it has; the attempts themselves are then read once.
GATHER = """
    WITH asking AS (SELECT * FROM unnest(%(editions)s::bigint[]{arrays}) AS row(edition_id{codes})),
    newest AS (
        SELECT one.id{codes}
        FROM asking CROSS JOIN LATERAL (
            SELECT id, submitted_at FROM quiz_attempt WHERE edition_id = asking.edition_id
            ORDER BY submitted_at DESC, id DESC LIMIT %(most)s
        ) AS one
        ORDER BY one.submitted_at DESC, one.id DESC LIMIT %(most)s
    )
    SELECT count(*), count(*) FILTER (WHERE signs <> '{{}}'),
        string_agg({cells}, '') FILTER (WHERE signs = '{{}}')
    FROM newest JOIN quiz_attempt attempt USING (id)
"""
CELL = """
    CASE WHEN c{n} IS NULL THEN '-' WHEN carried ? c{n} THEN '~'
    ELSE left(coalesce(answers ->> c{n}, '.'), 1) END
"""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The `attempts` that were looked at, how many of them are `signed`, and the others' `cells`.

    Cells are bytes, a row an attempt and a column a statement: the digit of an answer, SKIPPED,
    NOT_ASKED, or CARRIED for an answer that was given in an earlier quiz.
    """

    attempts: int
    signed: int
    cells: npt.NDArray[np.uint8]


def gather(asking: Mapping[int, Codes], width: int, *, most: int = NEWEST) -> Gathered:
    """The newest answers to `width` statements that these editions ask under these codes.

    Attempts with a sign are counted and left out. Costs one query.
    """
    places = range(width)
    sql = GATHER.format(
        arrays="".join(f", %(c{n})s::text[]" for n in places),
        codes="".join(f", c{n}" for n in places),
        cells=" || ".join(CELL.format(n=n) for n in places) or "''",
    )
    columns = {f"c{n}": [codes[n] for codes in asking.values()] for n in places}
    with connection.cursor() as cursor:
        cursor.execute(sql, {"editions": list(asking), "most": most, **columns})
        attempts, signed, text = cursor.fetchone()
    return Gathered(attempts, signed, _cells(text or "", width))


def _cells(text: str, width: int) -> npt.NDArray[np.uint8]:
    return np.frombuffer(text.encode("ascii", "replace"), dtype=np.uint8).reshape(-1, max(1, width))


def rows_of(
    gathered: Gathered, columns: Sequence[int]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_], int]:
    """Answers in these columns with NaN where there is none, what was asked, how many were carried.

    Whoever took an answer along gave it once, in the quiz where it counts. So a row that holds any
    is left out, and counted; so is, uncounted, one that was asked nothing of this.
    """
    cells = gathered.cells[:, list(columns)]
    carried = (cells == CARRIED).any(axis=1)
    asked = cells != NOT_ASKED
    kept = ~carried & asked.any(axis=1)
    cells, asked = cells[kept], asked[kept]
    digits = cells.astype(np.float64) - ord("0")
    digits[(cells < ord("1")) | (cells > ord("9"))] = np.nan
    return digits, asked, int(carried.sum())
