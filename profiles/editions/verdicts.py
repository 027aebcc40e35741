"""Sentences that tell their reader that they do not fit, in either language.

Pure. No page may say so to a student: publishing refuses such a sentence, and a result leaves it
out where an edition was published with one. "Orang yang ceroboh kurang cocok" speaks of the work,
and "bukan berarti kamu tidak cocok" takes a verdict back; neither is one.
"""

from __future__ import annotations

import re
from typing import Final

_SENTENCE: Final = re.compile(r"\S.*?(?:[.!?…]+[\"'”’)]*(?=\s|$)|$)")

_UNFIT_IN_INDONESIAN: Final = re.compile(
    r"""\b(?:
      (?:(?:tidak|belum)(?:lah)?|kurang|tak|enggak|nggak|gak)
      (?:\ (?:akan|begitu|terlalu|terasa|merasa|benar-benar|sepenuhnya))*\ cocok
    | (?:tidak|kurang)\ (?:sesuai|pas|tepat)\ (?:untuk|bagi)\ ?(?:diri)?(?:mu|kamu|anda)
    | (?:bukan|tidak)\ (?:untuk|bagi)\ ?(?:diri)?(?:mu|kamu|anda)
    | bukan\ \w+\ yang\ (?:cocok|tepat|pas)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)

# Parts that do not fit and sums that do not match are a mechanic's and an accountant's daily work:
# in English only what is said of the reader counts.
_UNFIT_IN_ENGLISH: Final = re.compile(
    r"""\b(?:
      you(?:'\w+)?(?:\ \w+){0,3}?
      (?:\ (?:not|\w+n't)(?:\ \w+){0,3}?\ (?:suited|suitable|fit|cut\ out|meant\ for)
       | \ (?:unsuited|unsuitable|unfit|ill-suited))
    | (?:not|\w+n't)(?:\ (?:fit|suit)|(?:\ \w+){0,3}?\ (?:fit|match|right|suited|suitable|meant)
       (?:\ \w+)?\ (?:for|to)|\ (?:be\ )?for)\ you
    | (?:unsuited|unsuitable|ill-suited)\ (?:for|to)\ you
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)

_TAKEN_BACK: Final = re.compile(
    r"\b(?:(?:bukan|tidak|belum) (?:berarti|tentu)|(?:not|\w+n't)(?: necessarily)? mean)\b[^,;:]*",
    re.IGNORECASE,
)

_READER: Final = frozenset(["kamu", "anda", "kalian", "engkau", "kau"])
_ENDING_ALIKE: Final = frozenset(
    ["ilmu", "tamu", "jamu", "menjamu", "semu", "temu", "bertemu", "ketemu"]
)
"""Words that end as "jawabanmu" does, and speak to nobody."""


def tells_reader_unfit(sentence: str) -> bool:
    """Whether the sentence tells its reader that they do not fit."""
    plain = " ".join(sentence.replace("’", "'").split())
    said = _TAKEN_BACK.sub("", plain)
    if _UNFIT_IN_INDONESIAN.search(said):
        return any(map(_speaks_to_reader, re.findall(r"\w+", plain.casefold())))
    return bool(_UNFIT_IN_ENGLISH.search(said))


def _speaks_to_reader(word: str) -> bool:
    return word in _READER or (word.endswith("mu") and word not in _ENDING_ALIKE)


def find_verdicts(paragraph: str) -> list[str]:
    """The sentences of a paragraph that tell their reader that they do not fit, verbatim."""
    return [one for one in _SENTENCE.findall(paragraph) if tells_reader_unfit(one)]
