"""Tells whether a sentence asks for a trait, or names its lack.

Pure. The word that governs a phrase decides: an ability is asked for, knowledge of a field and
interest in it are no trait, and what a sentence does not insist on ("tidak harus pandai …") is not
asked for. Where phrases of several traits begin at one place, the longest counts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, get_args

from profiles.documents.asking import words
from profiles.documents.asking.keywords import Phrases
from profiles.documents.asking.names import Names
from profiles.documents.asking.sentences import sentences
from profiles.documents.document import ProfileDocument

Governor = Literal["ability", "knowledge", "interest", "manner"]
_KINDS: tuple[Governor, ...] = get_args(Governor)

_GOVERNOR = re.compile(
    rf"\b(?:(?P<manner>{words.MANNER})|(?P<ability>{words.ABILITY})"
    rf"|(?P<knowledge>{words.KNOWLEDGE})|(?P<interest>{words.INTEREST}))\b",
    re.IGNORECASE,
)
_TURN = re.compile(
    rf"\b(?:{words.NO_LACK}|(?P<end>{words.NOT_SUITED}|{words.CONTRAST})"
    rf"|(?P<lack>{words.LACK}))\b|(?P<clause>{words.MAIN_CLAUSE})\b",
    re.IGNORECASE,
)
_NOT_ASKED = re.compile(
    rf"\b(?:{words.NOT_ASKED})\b.*?(?=\b(?:{words.END_OF_NOT_ASKED})|$)", re.IGNORECASE
)
_FIELD_BEFORE = re.compile(rf"\b(?:{words.FIELD})$", re.IGNORECASE)
_NEGATION_BEFORE = re.compile(rf"\b(?:{words.NEGATION})$", re.IGNORECASE)
_IS_NEEDED = re.compile(rf"\s*(?:{words.IS_NEEDED})\b", re.IGNORECASE)
_LIST_BREAK = re.compile(r",|\b(?:dan|serta|atau)\b", re.IGNORECASE)
_LONGEST_WORDS_BEFORE = 40  # characters in which the word right before a phrase is looked for
_MOST_WORDS_OF_ITEM = 8
_MOST_WORDS_AFTER_LACK = 2


class _Span(NamedTuple):
    start: int
    end: int

    def holds(self, position: int) -> bool:
        return self.start <= position < self.end


class Sentence:
    """A sentence, and what in it governs what; `text` has its names blanked out."""

    def __init__(self, text: str, verbatim: str, traits: Iterable[Phrases]) -> None:
        self.text = text
        self.verbatim = verbatim
        self._longest: dict[int, int] = {}
        for phrases in traits:
            for pattern in filter(None, phrases):
                for found in pattern.finditer(text):
                    longest = max(found.end(), self._longest.get(found.start(), 0))
                    self._longest[found.start()] = longest
        self._governors = [(_kind(found), found.end()) for found in _GOVERNOR.finditer(text)]
        self._governed_from = [end for _, end in self._governors]
        self._not_asked = [_Span(*found.span()) for found in _NOT_ASKED.finditer(text)]
        self._lacks = list(_lacks(text))

    @property
    def phrases(self) -> list[tuple[int, int]]:
        """Where traits' phrases stand, whatever is said of them."""
        return list(self._longest.items())

    def asks_for(self, phrases: Phrases) -> bool:
        """Does the sentence ask for this trait of whoever does the work?"""
        return any(True for _ in self.asked(phrases))

    def asked(self, phrases: Phrases) -> Iterator[re.Match[str]]:
        """The places where it does."""
        for found in self._all(phrases.plain):
            if self._is_open(found) and not self._is_object_of(found, "knowledge"):
                yield found
        for found in self._all(phrases.ability):
            if self._is_open(found) and self._is_ability(found):
                yield found
        for found in self._all(phrases.lack):
            if self._is_open(found) and self._is_negated(found):
                yield found

    def names_lack_of(self, phrases: Phrases) -> bool:
        """Does the sentence name the lack of this trait?"""
        return any(
            [
                any(map(self._is_lacking, self._all(phrases.plain))),
                any(map(self._is_lacking_ability, self._all(phrases.ability))),
                any(not self._is_negated(found) for found in self._all(phrases.lack)),
            ]
        )

    def _all(self, pattern: re.Pattern[str] | None) -> Iterator[re.Match[str]]:
        for found in pattern.finditer(self.text) if pattern else ():
            if self._longest.get(found.start(), 0) <= found.end():
                yield found

    # --- Being asked for ---

    def _is_open(self, found: re.Match[str]) -> bool:
        is_field = _FIELD_BEFORE.search(self._before(found))
        return not is_field and not any(span.holds(found.start()) for span in self._not_asked)

    def _is_ability(self, found: re.Match[str]) -> bool:
        governor, _ = self._governor(found)
        if governor is not None:
            return governor == "ability" or self._is_needed(found)
        is_item = found.start() == 0 and len(self.text.split()) <= _MOST_WORDS_OF_ITEM
        return self._is_needed(found) or is_item

    def _is_needed(self, found: re.Match[str]) -> bool:
        return _IS_NEEDED.match(self.text, found.end()) is not None

    # --- Being lacking ---

    def _is_lacking(self, found: re.Match[str]) -> bool:
        return self._lack(found) is not None and not any(
            self._is_object_of(found, governor) for governor in ("knowledge", "manner")
        )

    def _is_lacking_ability(self, found: re.Match[str]) -> bool:
        lack = self._lack(found)
        if lack is None:
            return False
        governor, end = self._governor(found)
        if governor is not None and end >= lack.start:
            return governor == "ability"
        return len(self.text[lack.start : found.start()].split()) <= _MOST_WORDS_AFTER_LACK

    def _lack(self, found: re.Match[str]) -> _Span | None:
        return next((lack for lack in self._lacks if lack.holds(found.start())), None)

    # --- What stands before ---

    def _governor(self, found: re.Match[str]) -> tuple[Governor | None, int]:
        index = bisect_left(self._governed_from, found.start() + 1) - 1
        return self._governors[index] if index >= 0 else (None, 0)

    def _is_object_of(self, found: re.Match[str], governor: str) -> bool:
        """Is this what that word is about, in the same part of a list?"""
        kind, end = self._governor(found)
        return kind == governor and not (
            governor == "knowledge" and _LIST_BREAK.search(self.text, end, found.start())
        )

    def _is_negated(self, found: re.Match[str]) -> bool:
        return _NEGATION_BEFORE.search(self._before(found)) is not None

    def _before(self, found: re.Match[str]) -> str:
        return self.text[max(0, found.start() - _LONGEST_WORDS_BEFORE) : found.start()].rstrip()


def read_sentences(
    document: ProfileDocument, paragraphs: Iterable[str], traits: Iterable[Phrases]
) -> list[Sentence]:
    """These paragraphs' sentences, without the names in them that are no evidence."""
    names, traits = Names(document), list(traits)
    return [
        Sentence(names.blanked(sentence), sentence, traits)
        for paragraph in paragraphs
        for sentence in sentences(paragraph)
    ]


def _kind(found: re.Match[str]) -> Governor:
    return next(kind for kind in _KINDS if found[kind])


def _lacks(text: str) -> Iterator[_Span]:
    """The stretches of a sentence in which things are said to be lacking."""
    start: int | None = None
    for turn in _TURN.finditer(text):
        if turn["lack"]:
            start = turn.end() if start is None else start
        elif start is not None and (turn["end"] or turn["clause"]):
            yield _Span(start, turn.start())
            start = None
    if start is not None:
        yield _Span(start, len(text))
