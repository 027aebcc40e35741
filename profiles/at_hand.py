"""Published editions at hand: pages ask the database only which edition they are about."""

from __future__ import annotations

import json
from dataclasses import dataclass

from careerfit.memory.recent import Recent
from careerfit.postgres.silence import DATABASE_TROUBLES, Questions
from profiles.editions.content import EditionContent, Text
from profiles.models import Edition
from profiles.models.editions import LEAN

MOST = 128  # each takes some 100 kB, in every process

_editions: Recent[int, Edition] = Recent(MOST)
_shown: Recent[str, tuple[int, str]] = Recent(MOST)
_questions = Questions()


@dataclass(frozen=True, slots=True)
class Similar:
    """A related profession that students can read: where it stands, its name, its field of work."""

    slug: str
    name: Text
    field: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What students meet at a profession's address; equal `similar` stand for equal neighbours."""

    edition: Edition
    similar: str

    def neighbours(self) -> tuple[Similar, ...]:
        """The professions that are related to it and on the site."""
        return tuple(
            Similar(**{**one, "name": Text(**one["name"])}) for one in json.loads(self.similar)
        )


def shown(slug: str) -> Edition | None:
    """The edition that students meet at this address: the newest of a profession that is listed.

    Where the database is silent, it is the one that was there before: readers go on reading.
    """
    found = shown_with_similar(slug)
    return None if found is None else found.edition


def shown_with_similar(slug: str) -> Shown | None:
    """The edition that students meet at this address, and what they can read beside it."""
    last = _last_shown(slug)
    known = None if last is None else last.edition
    try:
        found = _questions.ask(lambda: Edition.objects.find(slug, listed=True, known=known))
    except DATABASE_TROUBLES:
        if last is None:
            raise
        return last
    if found is None:
        _shown.forget(slug)
        return None
    edition, similar = _whole(found, known), found.similar or "[]"
    _shown.keep(slug, (edition.pk, similar))
    return Shown(edition, similar)


def numbered(slug: str, number: int) -> Edition | None:
    """One edition of a profession, whether or not it is shown still."""
    return _find(slug, number=number)


def shown_numbered(slug: str, number: int) -> Edition | None:
    """One edition of a profession that is on the site."""
    return _find(slug, number=number, listed=True)


def newest(slug: str) -> Edition | None:
    """The newest edition of a profession, whether or not it is shown."""
    return _find(slug)


def ids() -> list[int]:
    """The ids of the editions in memory: their content has not to be read for `with_content`."""
    return _editions.keys()


def with_content(edition: Edition) -> Edition:
    """This edition with its content: from memory, from what was read with it, or read now."""
    known = _editions.get(edition.pk)
    if known is not None and known.identity == edition.identity:
        return known
    return _kept(edition)


def _last_shown(slug: str) -> Shown | None:
    pk, similar = _shown.get(slug) or (None, "")
    edition = None if pk is None else _editions.get(pk)
    return None if edition is None else Shown(edition, similar)


def _find(slug: str, *, number: int | None = None, listed: bool = False) -> Edition | None:
    last = _last_shown(slug)
    known = None if last is None else last.edition
    found = Edition.objects.find(slug, number=number, listed=listed, known=known)
    return found and _whole(found, known)


def _whole(found: Edition, known: Edition | None) -> Edition:
    """What was found, with its content: it came along unless it is the edition that is known."""
    return known if known is not None and found.brought is None else _kept(found)


def _kept(edition: Edition) -> Edition:
    """Keep a copy without the JSON that its content was read from."""
    lean = Edition.from_db(None, LEAN, [getattr(edition, name) for name in LEAN])
    if edition.brought is None:
        lean.content = edition.content
    else:
        lean.content = EditionContent.from_json(json.loads(edition.brought))
    _editions.keep(lean.pk, lean)
    return lean
