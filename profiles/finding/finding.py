"""Finding a profession: what somebody asks for, and which of the published ones that means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import QueryDict

from profiles.editions.content import Text
from profiles.models import Card
from profiles.models.search import Asking, How, Looked
from profiles.published import Kept

LONGEST = 100
MOST_WORDS = 8
ON_A_PAGE = 20
MOST_PAGES = 1_000_000

# Words that say nothing about which profession is meant. PostgreSQL knows those of English, but
# none of Indonesian, and every word that is left has to be in a profession's texts.
FILLERS = frozenset(
    """
    ada adalah agar aku apa apakah atau bagaimana bagi bekerja berprofesi bidang bisa buat cari
    cita cocok dalam dan dari dengan di gimana ingin itu ini jadi jika juga kalau kamu karena karier
    karir ke kerja kerjaan ku lebih masih mau mencari menjadi nya oleh orang pada pekerjaan pengen
    pengin profesi sama saya seorang sebagai seperti suka tentang tidak untuk yang
    """.split()  # noqa: SIM905 – a list of sixty strings reads worse
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form on the list of professions was sent with, cleaned."""

    words: str = ""
    trait: str = ""
    major: str = ""

    @classmethod
    def read(cls, query: QueryDict) -> Asked:
        """Whatever was sent: anybody can write an address, so nothing in it is an error."""
        return cls(
            words=_clean(query.get("cari", "")),
            trait=_clean(query.get("keterampilan", "")),
            major=_clean(query.get("jurusan", "")),
        )

    def __bool__(self) -> bool:
        return bool(self.words or self.trait or self.major)

    @property
    def telling_words(self) -> list[str]:
        """The words to look for: without fillers, unless there is nothing else."""
        words = list(dict.fromkeys(re.findall(r"[^\W_]+", self.words.lower())))[:MOST_WORDS]
        return [word for word in words if word not in FILLERS] or words

    def query(self, **changes: str) -> str:
        """The query string that asks for this, with some of it changed."""
        asked = {"cari": self.words, "keterampilan": self.trait, "jurusan": self.major} | changes
        return urlencode({name: value for name, value in asked.items() if value})


def _clean(value: str) -> str:
    return " ".join(value.replace("\0", " ").split())[:LONGEST].strip()


def page_number(value: str) -> int:
    """The page that an address asks for; the first where it asks for none."""
    try:
        number = int(value)
    except ValueError:
        return 1
    return min(number, MOST_PAGES) if number > 0 else MOST_PAGES


@dataclass(frozen=True, slots=True)
class ShownCard:
    """What a list says about one profession."""

    slug: str
    name: Text
    opening: Text
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
    instead: str = ""

    @cached_property
    def trait(self) -> Option | None:
        """The trait that was filtered by, if there is such a trait."""
        return next((one for one in self.traits if one.value == self.asked.trait), None)

    @cached_property
    def major(self) -> Option | None:
        """The major that was filtered by, if there is such a major."""
        return next((one for one in self.majors if one.value == self.asked.major), None)

    @property
    def knows_filters(self) -> bool:
        """Whether both filters are ones that the site has: old addresses may name others."""
        return bool(self.trait or not self.asked.trait) and bool(self.major or not self.asked.major)

    @property
    def removable(self) -> list[Part]:
        """Every part of what was asked that had a say in what was found."""
        parts = [
            ("cari", Text(f"“{self.asked.words}”") if self.asked.words else None),
            ("keterampilan", self.trait and self.trait.name),
            ("jurusan", self.major and self.major.name),
        ]
        return [Part(name, self.asked.query(**{field: ""})) for field, name in parts if name]


def find(
    asked: Asked, language: str, *, page: int = 1, size: int = ON_A_PAGE, drawn: str = ""
) -> Found:
    """Look through the current editions: one query, or two when no profession has the words.

    A page that there is not is the last one. The best come first, and equal ones by name. Nothing
    is looked for, and nothing found, while the state of the editions is the one of `drawn`.
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
        instead=" ".join(looked.instead or ()),
    )


def _card(row: dict[str, Any]) -> ShownCard:
    return ShownCard(
        slug=row["slug"],
        name=Text(**row["name"]),
        opening=Text(**row["opening"]),
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
