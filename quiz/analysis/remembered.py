"""What is known of a trait's statements, worked out once an hour however often it is asked for.

By the statements, not by the page: a thousand quizzes ask for the same few traits.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from django.core.cache import caches

from profiles.editions.content import FrozenScale, FrozenStatement
from quiz.analysis.studies import Study, study

MEMORY = "studies"
"""The cache that holds them; settings.CACHES says how many, and for how long."""


def study_of_trait(statements: Sequence[FrozenStatement], scale: FrozenScale) -> Study:
    """What every quiz that asks these statements of one trait has shown of them, within the hour.

    Costs two queries the first time, and none afterwards.
    """
    asked = [(one.text.id, one.keying, one.trait) for one in statements]
    key = hashlib.sha256(repr((asked, scale.values)).encode()).hexdigest()
    known: Study | None = caches[MEMORY].get(key)
    if known is None:
        known = study(statements, scale)
        caches[MEMORY].set(key, known)
    return known
