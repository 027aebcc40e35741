"""Which editions ask a statement, under which code, as long as its words and keying are the same.

The answers to choose from have the same numbers, too. Their words may be others: a middle that was
called something else once is still the middle.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from django.db import connection

from profiles.editions.content import FrozenScale, FrozenStatement

# In SQL because the content of a thousand editions is a hundred megabytes, and a hundred of their
# words are wanted. What was published before editions had a scale of their own was answered 1–5.
ASKED = """
    SELECT edition.id, wanted.place, min(asked.value ->> 'code')
    FROM profiles_edition edition
    CROSS JOIN LATERAL jsonb_array_elements(edition.frozen -> 'statements') AS asked(value)
    JOIN unnest(%(texts)s::text[], %(keyings)s::integer[])
        WITH ORDINALITY AS wanted(text, keying, place)
        ON wanted.text = asked.value -> 'text' ->> 'id'
        AND wanted.keying = (asked.value ->> 'keying')::integer
    WHERE (edition.profession_id = %(profession)s OR %(profession)s IS NULL)
        AND coalesce(
            jsonb_path_query_array(nullif(edition.frozen -> 'scale', 'null'), '$.answers[*].value'),
            '[1, 2, 3, 4, 5]'
        ) = %(values)s::jsonb
    GROUP BY edition.id, wanted.place
"""

Codes = list[str | None]


def editions_asking(
    statements: Sequence[FrozenStatement], scale: FrozenScale, *, profession: int | None = None
) -> dict[int, Codes]:
    """The ids of the editions that ask any of these, with the code of each, None where not asked.

    Of one profession only where its id is given. Costs one query.
    """
    values: dict[str, Any] = {
        "texts": [statement.text.id for statement in statements],
        "keyings": [statement.keying for statement in statements],
        "values": json.dumps(scale.values),
        "profession": profession,
    }
    found: dict[int, Codes] = {}
    with connection.cursor() as cursor:
        cursor.execute(ASKED, values)
        for edition, place, code in cursor.fetchall():
            found.setdefault(edition, [None] * len(statements))[place - 1] = code
    return found
