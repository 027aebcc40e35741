"""The SQL behind looking for professions: one statement answers a page of the list.

It brings the cards of one page, and of all the others only their number and what the filters
offer; the latter only where it differs from what the asking process already has.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal, NamedTuple

# From here on two words are taken for one with a typing mistake: with 0.4, nine in ten words with a
# letter too many, too few or wrong are recognized, and few others.
LEAST_SIMILARITY: Final = 0.4

FILTERS: Final = ("trait", "major", "subject")

How = Literal["all", "none", "with_words", "with_near_words"]


@dataclass(frozen=True, slots=True)
class Asking:
    """What one page of the list is to hold.

    `state` is that of the options that are known, `drawn` the one of which the whole page is known:
    while that holds, nothing is looked for.
    """

    how: How
    words: Sequence[str]
    fillers: Collection[str]
    trait: str
    major: str
    subject: str
    language: str
    page: int
    size: int
    state: str
    drawn: str = ""

    def statement(self) -> tuple[str, dict[str, Any]]:
        """The SQL that brings it, and its parameters."""
        english = self.language == "en"
        near = self.how == "with_near_words"
        columns = {
            "words": "words_en" if english else "words",
            "stem": "stem_en" if english else "stem",
            "place": "place_en" if english else "place",
        }
        filters = [name for name in FILTERS if getattr(self, name)]
        sql = _LOOK.format(
            near_words=_NEAR_WORDS.format(**columns) if near else "",
            matched=_MATCHED[self.how].format(**columns),
            known="".join(_KNOWN.format(filter=name) for name in filters),
            found=_FILTERED + "".join(_PASSES.format(filter=name) for name in filters)
            if filters
            else "SELECT * FROM hit",
            instead=_INSTEAD.format(**columns) if near else "NULL",
            options=_OPTIONS,
            once="MATERIALIZED" if filters or self.words else "NOT MATERIALIZED",
            shown=_SHOWN,
            state=_STATE,
            place=columns["place"],
        )
        return sql, {
            **asdict(self),
            "typed": " ".join(self.words),
            "words": list(self.words),
            "fillers": list(self.fillers),
            "stemmer": "english_stem" if english else "indonesian_stem",
            "least": LEAST_SIMILARITY,
        }


class Looked(NamedTuple):
    """What was found: of `professions` on the site `hits` have the words, `found` pass the filters.

    `cards` are those of the page. `options` is None where they are those of the known state, and
    `instead` the words that were taken for those typed, where that was asked for.
    """

    state: str
    professions: int
    hits: int
    found: int
    page: int
    cards: list[dict[str, Any]]
    options: list[dict[str, Any]] | None
    instead: list[str] | None

    @classmethod
    def read(cls, row: Sequence[Any]) -> Looked:
        """What the statement answered; Django leaves JSON as the text that it travelled as."""
        looked = cls(*row)
        return looked._replace(
            cards=json.loads(row[5]), options=None if row[6] is None else json.loads(row[6])
        )


_MATCHED: Final[dict[How, str]] = {
    "all": "SELECT profession_id, 0::real AS rank, place FROM listed",
    "none": "SELECT profession_id, 0::real AS rank, place FROM listed WHERE false",
    "with_words": """
    SELECT profession_id, ts_rank(search, asked) AS rank, listed.place
    FROM listed JOIN profiles_card USING (profession_id), CAST(
        plainto_tsquery('indonesian', %(typed)s) || plainto_tsquery('english', %(typed)s)
        AS tsquery
    ) AS asked
    WHERE search @@ asked""",
    "with_near_words": """
    SELECT profession_id, 0::real AS rank, place
    FROM listed WHERE profession_id IN (
        SELECT profession_id
        FROM (SELECT typed, array_agg(word) AS near FROM near_word GROUP BY typed) AS by_typed
        JOIN profiles_card ON {words} && near
        GROUP BY profession_id HAVING count(*) = cardinality(%(words)s::text[])
    )""",
}

# The operator takes words that are at least 0.3 alike, and has an index.
_NEAR_WORDS: Final = """
near_word AS MATERIALIZED (
    SELECT * FROM (
        SELECT typed, word, similarity(typed, word) AS alike_as_written, greatest(
            similarity(typed, word), similarity(typed_stem, {stem}),
            starts_with(word, typed)::int * 0.5
        ) AS alike
        FROM (
            SELECT typed, coalesce((ts_lexize(%(stemmer)s, typed))[1], '') AS typed_stem
            FROM unnest(%(words)s::text[]) AS typed
        ) AS typed
        JOIN profiles_word
            ON word %% typed OR {stem} %% typed_stem OR word LIKE typed || '%%'
        WHERE word <> ALL(%(fillers)s::text[])
    ) AS compared
    WHERE alike >= %(least)s
),"""

# For each word that was typed the one that looks most like it, in a profession that was found.
# Ordered first, and looked up only then: the first one is nearly always it.
_INSTEAD: Final = """(
        SELECT array_agg(word ORDER BY place)
        FROM unnest(%(words)s::text[]) WITH ORDINALITY AS asked (typed, place), LATERAL (
            SELECT word FROM (
                SELECT word FROM near_word WHERE near_word.typed = asked.typed
                ORDER BY alike DESC, alike_as_written DESC, word OFFSET 0
            ) AS in_order
            WHERE EXISTS (
                SELECT FROM profiles_card WHERE {words} @> ARRAY[word]
                AND profession_id IN (SELECT profession_id FROM hit)
            )
            LIMIT 1
        ) AS nearest
    )"""

# A filter that no profession knows is left out.
_KNOWN: Final = """
known_{filter} AS MATERIALIZED (
    SELECT EXISTS (
        SELECT FROM listed JOIN profiles_card USING (profession_id)
        WHERE %({filter})s = ANY({filter}_keys)
    ) AS known
),"""
_FILTERED: Final = """
    SELECT profession_id, rank, hit.place FROM hit JOIN profiles_card USING (profession_id)
    WHERE true"""
_PASSES: Final = """
    AND (%({filter})s = ANY({filter}_keys) OR NOT (SELECT known FROM known_{filter}))"""

_OPTIONS: Final = """
    SELECT coalesce(jsonb_agg(option), '[]') FROM (
        SELECT kind, entry ->> 'key' AS key, count(*) AS count,
            (array_agg(entry -> 'name' ORDER BY edition_id DESC))[1] AS name
        FROM listed JOIN profiles_card USING (profession_id, edition_id), LATERAL (
            SELECT 'trait' AS kind, jsonb_array_elements(traits) AS entry
            UNION ALL SELECT 'major', jsonb_array_elements(majors)
            UNION ALL SELECT 'subject', jsonb_array_elements(subjects)
        ) AS entries
        GROUP BY kind, entry ->> 'key'
    ) AS option"""

_SHOWN: Final = """
    FROM profiles_card JOIN profiles_profession AS profession ON profession.id = profession_id
    WHERE is_listed"""

# The same for the same cards and for no others: an edition that is published, and a profession that
# is taken off the site or put back, make it another one.
_STATE: Final = "coalesce(sum(hashtextextended(digest, 0)), 0)::text AS state"

_LOOK: Final = """
WITH state AS MATERIALIZED (
    SELECT count(*) AS professions, {state} {shown}
), listed AS MATERIALIZED (
    SELECT profession_id, edition_id, {place} AS place {shown}
    AND (SELECT state FROM state) <> %(drawn)s
), {near_words} {known}
hit AS {once} ({matched}
), found AS {once} ({found}
), counted AS MATERIALIZED (
    SELECT count(*) AS found, greatest(1, (count(*) + %(size)s - 1) / %(size)s) AS pages FROM found
), turned AS MATERIALIZED (
    SELECT found, CASE WHEN %(page)s BETWEEN 1 AND pages THEN %(page)s ELSE pages END AS page
    FROM counted
)
SELECT
    state, professions, (SELECT count(*) FROM hit), found, page,
    (
        SELECT coalesce(jsonb_agg(card), '[]') FROM (
            SELECT slug, name, opening, field, traits
            FROM (
                SELECT * FROM found ORDER BY rank DESC, place, profession_id
                LIMIT %(size)s OFFSET (SELECT (page - 1) * %(size)s FROM turned)
            ) AS shown JOIN profiles_card USING (profession_id)
            ORDER BY rank DESC, shown.place, profession_id
        ) AS card
    ),
    CASE WHEN state NOT IN (%(state)s, %(drawn)s) THEN ({options}
    ) END,
    {instead}
FROM state, turned
"""

_QUIZZES: Final = """
WITH state AS MATERIALIZED (SELECT {state} {shown})
SELECT state, CASE WHEN state <> %s THEN (
    SELECT coalesce(json_agg(quiz), '[]')::text {shown}
) END
FROM state
"""
QUIZZES: Final = _QUIZZES.format(state=_STATE, shown=_SHOWN)

LEARN_WORDS: Final = """
INSERT INTO profiles_word (word, stem, stem_en)
SELECT
    word,
    coalesce((ts_lexize('indonesian_stem', word))[1], ''),
    coalesce((ts_lexize('english_stem', word))[1], '')
FROM (
    SELECT DISTINCT unnest(words_en) AS word FROM profiles_card WHERE profession_id = ANY(%s)
) AS used
ORDER BY word
ON CONFLICT (word) DO NOTHING
"""
