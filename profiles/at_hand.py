"""Published editions at hand: pages ask the database only which edition they are about."""

from __future__ import annotations

import json

from careerfit.memory.recent import Recent
from careerfit.postgres.silence import DATABASE_TROUBLES, Questions
from profiles.editions.content import EditionContent
from profiles.models import Edition
from profiles.models.editions import LEAN

MOST = 128  # each takes some 100 kB, in every process

_editions: Recent[int, Edition] = Recent(MOST)
_shown: Recent[str, int] = Recent(MOST)
_questions = Questions()


def shown(slug: str) -> Edition | None:
    """The edition that students meet at this address: the newest of a profession that is listed.

    Where the database is silent, it is the one that was there before: readers go on reading.
    """
    known = _last_shown(slug)
    try:
        edition = _questions.ask(lambda: _find(slug, listed=True, known=known))
    except DATABASE_TROUBLES:
        if known is None:
            raise
        return known
    if edition is None:
        _shown.forget(slug)
    else:
        _shown.keep(slug, edition.pk)
    return edition


def numbered(slug: str, number: int) -> Edition | None:
    """One edition of a profession, whether or not it is shown still."""
    return _find(slug, number=number, known=_last_shown(slug))


def newest(slug: str) -> Edition | None:
    """The newest edition of a profession, whether or not it is shown."""
    return _find(slug, known=_last_shown(slug))


def ids() -> list[int]:
    """The ids of the editions in memory: their content has not to be read for `with_content`."""
    return _editions.keys()


def with_content(edition: Edition) -> Edition:
    """This edition with its content: from memory, from what was read with it, or read now."""
    known = _editions.get(edition.pk)
    if known is not None and known.identity == edition.identity:
        return known
    return _kept(edition)


def _last_shown(slug: str) -> Edition | None:
    pk = _shown.get(slug)
    return None if pk is None else _editions.get(pk)


def _find(
    slug: str, *, number: int | None = None, listed: bool = False, known: Edition | None
) -> Edition | None:
    found = Edition.objects.find(slug, number=number, listed=listed, known=known)
    if found is None:
        return None
    if found.brought is None:
        return known
    return _kept(found)


def _kept(edition: Edition) -> Edition:
    """Keep a copy without the JSON that its content was read from."""
    lean = Edition.from_db(None, LEAN, [getattr(edition, name) for name in LEAN])
    if edition.brought is None:
        lean.content = edition.content
    else:
        lean.content = EditionContent.from_json(json.loads(edition.brought))
    _editions.keep(lean.pk, lean)
    return lean
