"""What is known of the statements of traits, worked out once an hour however often it is asked for.

By the statements, not by the page: a thousand quizzes ask for the same few traits.
"""

from __future__ import annotations

import hashlib

from django.core.cache import caches

from profiles.editions.content import EditionContent
from quiz.analysis.studies import TraitStudy, study

MEMORY = "studies"
"""The cache that holds them; settings.CACHES says how many, and for how long."""


def studies_of_traits(content: EditionContent) -> dict[str, TraitStudy]:
    """What all quizzes that ask the edition's statements have shown of them, by its traits' codes.

    Costs two queries where one of the traits was not studied within the hour, else none.
    """
    keys = {code: _key(content, code) for code in {one.trait for one in content.statements}}
    known: dict[str, TraitStudy] = caches[MEMORY].get_many(keys.values())
    missing = [one for one in content.statements if keys[one.trait] not in known]
    if missing:
        found = {keys[trait.code]: trait for trait in study(missing, content.scale).traits}
        caches[MEMORY].set_many(found)
        known = {**known, **found}
    return {code: known[key] for code, key in keys.items()}


def _key(content: EditionContent, code: str) -> str:
    asked = [(one.text.id, one.keying) for one in content.statements_of(code)]
    return hashlib.sha256(repr((code, asked, content.scale.values)).encode()).hexdigest()
