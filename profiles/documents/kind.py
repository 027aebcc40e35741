"""Tells whether a text is the profile of one profession, of several, or something else altogether.

Pure. It errs on the side of reading: a text that speaks of work in any part is a profile.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, Literal

from profiles.documents import wording
from profiles.documents.headings.finding import UNPLACED, Heading
from profiles.documents.lines import Line, fold
from profiles.documents.placing import Placement

Kind = Literal["one", "several", "none"]

_WORK = re.compile(rf"\b(?:{wording.WORK})")
_ASKED_OF = re.compile(wording.PROFESSION_ASKED_OF)
_OPENED_WITH = re.compile(wording.PROFESSION_OPENED_WITH)
_MIN_REPEATED: Final = 2
_MIN_SECTIONS: Final = 3  # of a text that never speaks of work in so many words
_OFTEN: Final = ("misconception", "expectation", UNPLACED)


def kind_of(
    headings: Sequence[Heading | None], placements: Sequence[Placement], lines: Iterable[Line]
) -> Kind:
    """Whether these parts, read from these lines, are those of one profession's profile."""
    known = [heading for heading in headings if heading and heading.is_known]
    sections = {placed.section for placed in placements} - {UNPLACED}
    speaks_of_work = known or any(_WORK.search(line.folded) for line in lines)
    if not (known or sections) or not (speaks_of_work or len(sections) >= _MIN_SECTIONS):
        return "none"
    return "several" if _begins_twice(known, placements) else "one"


def _begins_twice(known: Sequence[Heading], placements: Sequence[Placement]) -> bool:
    asked_of = _names(_ASKED_OF, (heading.text for heading in known))
    # Myths and expectations may each have a heading: "Mitos: … Fakta: … Mitos: …".
    repeated = Counter(fold(part.text) for part in known if part.sections[0] not in _OFTEN)
    parts_repeated = sum(count > 1 for count in repeated.values())
    if _are_different(asked_of) or (parts_repeated >= _MIN_REPEATED and len(asked_of) != 1):
        return True
    # Another profession may be told of in *difference*; one that is told of anew starts again.
    openings = [i for i, placed in enumerate(placements) if _opens(placed)]
    names = names_of_profession(placements[i].text for i in openings)
    return _are_different(names) and all(
        any(placed.section in ("suited", "unsuited") for placed in placements[start:end])
        for start, end in zip(openings, [*openings[1:], None], strict=True)
    )


def names_of_profession(overview: Iterable[str]) -> set[str]:
    """What the text itself calls the profession: "Pekerjaan sebagai akuntan melibatkan …"."""
    return _names(_OPENED_WITH, overview)


def _opens(placed: Placement) -> bool:
    return placed.section == "overview" and _OPENED_WITH.match(fold(placed.text)) is not None


def _names(pattern: re.Pattern[str], texts: Iterable[str]) -> set[str]:
    found = (pattern.match(fold(text)) for text in texts)
    return {match["name"] for match in found if match}


def _are_different(names: set[str]) -> bool:
    """Are these several professions, and not two words for one: "gizi", "ahli gizi"?"""
    words = [set(name.split()) for name in names]
    return any(not first & second for first in words for second in words)
