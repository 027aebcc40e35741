"""Blanks out of a document's sentences the names that are no evidence of what it asks for. Pure."""

from __future__ import annotations

import re

from profiles.documents import wording
from profiles.documents.document import ProfileDocument
from profiles.documents.kind import names_of_profession

_INSTITUTION = re.compile(
    rf"\b(?:(?i:{wording.INSTITUTION_STARTS}|{wording.INSTITUTION_STARTS_IN_NAMES}"
    rf"|{wording.MAJOR_STARTS_IN_NAMES}))\.?(?: (?:dan )?(?:[A-Z][\w-]*|\([A-Z]+\)))+"
)


class Names:
    """The profession's own names, and those of institutions and majors in a document."""

    def __init__(self, document: ProfileDocument) -> None:
        names = {
            name
            for name in (document.name, *names_of_profession(document.overview))
            if len(name.split()) > 1 or len(name) > 3
        }
        names |= {name for name in (*document.majors, *document.institutions) if " " in name}
        alternatives = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        self._names = re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE) if names else None

    def blanked(self, sentence: str) -> str:
        """The sentence with spaces in place of names, so that all else stays where it is."""
        text = _INSTITUTION.sub(_spaces, sentence)
        return self._names.sub(_spaces, text) if self._names else text


def _spaces(found: re.Match[str]) -> str:
    return " " * len(found[0])
