"""Which of the published professions somebody means, a page of them at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings

from profiles.editions.content import Text
from profiles.finding.asked import FILLERS, Asked
from profiles.models import Card
from profiles.models.search import Asking, How, Looked
from profiles.published import Kept

# As many as fit, with their pictures and what the filters offer, into the first round trip.
ON_A_PAGE = 10


@dataclass(frozen=True, slots=True)
class ShownCard:
    """What a list says about one profession."""

    slug: str
    name: Text
    opening: Text
    field: str
    traits: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a filter, and how many professions of the site have it."""

    value: str
    name: Text
    count: int


Options = Mapping[tuple[str, str], tuple[Option, ...]]
"""What each filter offers, by kind of filter and language of the page, in order of the names."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of what was asked, and the query string that asks for everything but this part."""

    name: Text
    rest: str


@dataclass(frozen=True)
class Found:
    """One page of the professions that were meant, and what else the page has to say about them.

    Of the `published` professions of the site `count` were found, and `state` tells them from all
    that were or will be published. `instead` holds, when no profession has the words themselves,
    the ones that were taken for them.
    """

    state: str
    asked: Asked
    published: int
    count: int
    page: int
    cards: tuple[ShownCard, ...]
    traits: tuple[Option, ...]
    majors: tuple[Option, ...]
    subjects: tuple[Option, ...]
    instead: str = ""

    @cached_property
    def filtered_by(self) -> dict[str, Option]:
        """The filters that had a say, by their names in addresses: those that the site has."""
        offered = {"keterampilan": self.traits, "jurusan": self.majors, "mapel": self.subjects}
        return {
            field: option
            for field, value in self.asked.filters.items()
            for option in offered[field]
            if option.value == value
        }

    @property
    def knows_filters(self) -> bool:
        """Whether all filters are ones that the site has: old addresses may name others."""
        return len(self.filtered_by) == len(self.asked.filters)

    @property
    def removable(self) -> list[Part]:
        """Every part of what was asked that had a say in what was found."""
        names = {"cari": Text(f"“{self.asked.words}”")} if self.asked.words else {}
        names |= {field: option.name for field, option in self.filtered_by.items()}
        return [Part(name, self.asked.query(**{field: ""})) for field, name in names.items()]


def find(
    asked: Asked, language: str, *, page: int = 1, size: int = ON_A_PAGE, drawn: str = ""
) -> Found:
    """Look through the current editions: one query, or two when no profession has the words.

    A page that there is not is the last one. The best come first, then those with a position, then
    by name. Nothing is looked for, and nothing found, while the state of the editions is the one of
    `drawn`.
    """
    known = _options.newest
    words = asked.telling_words

    def look(how: How) -> Looked:
        return Card.objects.look(
            Asking(
                how=how,
                words=words,
                fillers=FILLERS,
                trait=asked.trait,
                major=asked.major,
                subject=asked.subject,
                language=language,
                page=page,
                size=size,
                state=known.state,
                drawn=drawn,
            )
        )

    # Signs alone ask for nothing that a text could have.
    looked = look("with_words" if words else "none" if asked.words else "all")
    if words and not looked.hits:
        looked = look("with_near_words")
    options = _options.follow(known, looked.state, looked.options)
    return Found(
        state=looked.state,
        asked=asked,
        published=looked.professions,
        count=looked.found,
        page=looked.page,
        cards=tuple(_card(card) for card in looked.cards),
        traits=options.get(("trait", language), ()),
        majors=options.get(("major", language), ()),
        subjects=options.get(("subject", language), ()),
        instead=" ".join(looked.instead or ()),
    )


def _card(row: dict[str, Any]) -> ShownCard:
    return ShownCard(
        slug=row["slug"],
        name=Text(**row["name"]),
        opening=Text(**row["opening"]),
        field=row["field"],
        traits=tuple(Text(**trait["name"]) for trait in row["traits"]),
    )


def _in_order(rows: list[dict[str, Any]]) -> Options:
    options: dict[str, list[Option]] = {}
    for row in rows:
        option = Option(row["key"], Text(**row["name"]), row["count"])
        options.setdefault(row["kind"], []).append(option)
    return {
        (kind, language): tuple(
            sorted(found, key=lambda one: (one.name.in_language(language).casefold(), one.value))
        )
        for kind, found in options.items()
        for language, _name in settings.LANGUAGES
    }


_options: Kept[list[dict[str, Any]], Options] = Kept(_in_order, [])
