"""What somebody asks for on the list of professions: the words, the filters and the page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

FILTERS = {"keterampilan": "trait", "jurusan": "major", "mapel": "subject"}
"""What can be filtered by: its name in addresses → what it is called here."""

LONGEST = 100
MOST_WORDS = 8
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
    subject: str = ""

    @classmethod
    def read(cls, query: QueryDict) -> Asked:
        """Whatever was sent: anybody can write an address, so nothing in it is an error."""
        return cls(
            words=_clean(query.get("cari", "")),
            **{name: _clean(query.get(field, "")) for field, name in FILTERS.items()},
        )

    def __bool__(self) -> bool:
        return bool(self.words or self.filters)

    @property
    def filters(self) -> dict[str, str]:
        """The filters that are set, by their names in addresses."""
        values = {field: str(getattr(self, name)) for field, name in FILTERS.items()}
        return {field: value for field, value in values.items() if value}

    @property
    def telling_words(self) -> list[str]:
        """The words to look for: without fillers, unless there is nothing else."""
        words = list(dict.fromkeys(re.findall(r"[^\W_]+", self.words.lower())))[:MOST_WORDS]
        return [word for word in words if word not in FILLERS] or words

    def query(self, **changes: str) -> str:
        """The query string that asks for this, with some of it changed."""
        asked = {"cari": self.words} | self.filters | changes
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
