"""The SQL behind looking for editions: words that resemble those that were typed."""

from __future__ import annotations

from typing import NamedTuple

from django.db import models

# From here on two words are taken for one with a typing mistake: with 0.4, nine in ten words with a
# letter too many, too few or wrong are recognized, and few others.
LEAST_SIMILARITY = 0.4

# Each word of the site is looked at once, however many professions have it.
NEAREST_WORDS = """
WITH edition_word AS MATERIALIZED (
    SELECT edition.id, unnest(careerfit_words(edition.frozen, %s)) AS word
    FROM profiles_edition AS edition
    WHERE edition.id IN ({editions})
), compared AS (
    SELECT typed, word, similarity(typed, word) AS alike_as_written, greatest(
        similarity(typed, word),
        similarity((ts_lexize(%s, typed))[1], (ts_lexize(%s, word))[1]),
        starts_with(word, typed)::int * 0.5
    ) AS alike
    FROM (SELECT DISTINCT word FROM edition_word WHERE word <> ALL(%s::text[])) AS word
    CROSS JOIN unnest(%s::text[]) AS typed
)
SELECT DISTINCT ON (id, typed) id, typed, word, alike, alike_as_written
FROM compared JOIN edition_word USING (word)
WHERE alike >= %s
ORDER BY id, typed, alike DESC, alike_as_written DESC, word
"""
STEMMERS = {"id": "indonesian_stem", "en": "english_stem"}


class NearWord(NamedTuple):
    """A word of an edition that resembles a word that was typed; likeness goes from 0 to 1."""

    edition: int
    typed: str
    word: str
    alike: float
    alike_as_written: float


class JsonPath(models.Func):
    """All that a path leads to in a JSON value, as a list."""

    function = "jsonb_path_query_array"
    output_field = models.JSONField()

    def __init__(self, field: str, path: str) -> None:
        super().__init__(models.F(field), models.Value(path))

    template = "%(function)s(%(expressions)s::jsonpath)"
