"""Finding a profession: what somebody asks for, and which of the published ones that means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.text import slugify

from profiles.editions.content import Text
from profiles.models import Edition, NearWord

LONGEST = 100
MOST_WORDS = 8

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


@dataclass(frozen=True, slots=True)
class Card:
    """What a list says about one profession."""

    edition: int
    slug: str
    name: Text
    opening: Text
    majors: tuple[Text, ...]
    traits: dict[str, Text]
    rank: float

    def leads_from(self, major: str) -> bool:
        """Whether the major with this key is among the profession's."""
        return any(major_key(one.id) == major for one in self.majors)


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a filter, and how many professions of the site have it."""

    value: str
    name: Text
    count: int


@dataclass(frozen=True, slots=True)
class Part:
    """One part of what was asked, and the query string that asks for everything but this part."""

    name: Text
    rest: str


def major_key(name: str) -> str:
    """A major as it stands in addresses; the same for "Ilmu komunikasi" and "Ilmu Komunikasi"."""
    return slugify(name) or name


@dataclass(frozen=True)
class Found:
    """The professions that were meant, and what else the page has to say about it.

    `instead` holds, when no profession has the words themselves, the ones that were taken for them.
    """

    asked: Asked
    language: str
    everything: list[Card]
    hits: list[Card]
    instead: str = ""

    @cached_property
    def cards(self) -> list[Card]:
        """What was found and passes the filters, the best first, else by name."""
        cards = [card for card in self.hits if self._passes(card)]
        return sorted(cards, key=lambda card: (-card.rank, self._name(card.name)))

    @cached_property
    def traits(self) -> list[Option]:
        """The traits to filter by."""
        return self._options(
            (code, name) for c in self.everything for code, name in c.traits.items()
        )

    @cached_property
    def majors(self) -> list[Option]:
        """The majors to filter by."""
        return self._options(
            (major_key(major.id), major) for card in self.everything for major in card.majors
        )

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

    def _passes(self, card: Card) -> bool:
        return (not self.trait or self.asked.trait in card.traits) and (
            not self.major or card.leads_from(self.asked.major)
        )

    def _options(self, values: Iterable[tuple[str, Text]]) -> list[Option]:
        values = list(values)
        names = dict(values)
        options = [Option(key, names[key], n) for key, n in Counter(k for k, _ in values).items()]
        return sorted(options, key=lambda option: self._name(option.name))

    def _name(self, text: Text) -> str:
        return text.in_language(self.language).casefold()


def find(asked: Asked, language: str) -> Found:
    """Look through the current editions: one query, or two when no profession has the words."""
    current = Edition.objects.current()
    words = asked.telling_words
    everything = [_card(row) for row in current.as_cards(" ".join(words))]
    if not words:
        # Signs alone ask for nothing that a text could have.
        return Found(asked, language, everything, [] if asked.words else everything)
    hits = [card for card in everything if card.rank]
    if hits:
        return Found(asked, language, everything, hits)
    near = current.nearest_words(words, language=language, fillers=FILLERS)
    alike = _editions_with_all(words, near)
    return Found(
        asked,
        language,
        everything,
        hits=[card for card in everything if card.edition in alike],
        instead=_words_taken(words, [row for row in near if row.edition in alike]),
    )


def _card(row: tuple[Any, ...]) -> Card:
    edition, slug, name, overview, majors, codes, names, rank = row
    return Card(
        edition=edition,
        slug=slug,
        name=Text(**name),
        opening=Text(*("".join(overview[language][:1]) for language in ("id", "en"))),
        majors=tuple(Text(**major) for major in majors),
        traits={code: Text(**name) for code, name in zip(codes, names, strict=True)},
        rank=rank,
    )


def _editions_with_all(words: list[str], near: list[NearWord]) -> set[int]:
    counts = Counter(row.edition for row in near)
    return {edition for edition, count in counts.items() if count == len(words)}


def _words_taken(words: list[str], near: list[NearWord]) -> str:
    """For each word that was typed, the one that looks most like it."""
    rising = sorted(near, key=lambda row: (row.alike, row.alike_as_written))
    best = {row.typed: row.word for row in rising}
    return " ".join(best[word] for word in words if word in best)
