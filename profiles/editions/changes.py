"""What differs between two contents of a profession: text by text, and word by word within one.

Pure: no Django, no database, no clock.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from diff_match_patch import diff_match_patch

from profiles.editions.content import SECTIONS, EditionContent, FrozenTrait, Paragraphs, Text

SECONDS_TO_COMPARE: Final = 0.1
"""After so long, two very different texts are compared more coarsely."""

TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


class Place(NamedTuple):
    """Where a text stands: its part, the trait or statement it belongs to, the language, the level.

    What has none of these has an empty string there.
    """

    part: str
    of: str = ""
    language: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One text that differs; `before` is empty for what is new, `after` for what is gone."""

    place: Place
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that both texts have, or that only the earlier or the later one has."""

    kind: Literal["kept", "gone", "new"]
    text: str


def find_changes(before: EditionContent, after: EditionContent) -> tuple[Change, ...]:
    """What differs, in the order in which it is read; nothing exactly when both are equal."""
    if before == after:
        return ()
    old, new = dict(_texts(before)), dict(_texts(after))
    places = [*new, *(place for place in old if place not in new)]
    changes = [
        Change(place, old.get(place, ""), new.get(place, ""))
        for place in places
        if old.get(place, "") != new.get(place, "")
    ]
    if _orders(before, after) != _orders(after, before) or not changes:
        changes.append(Change(Place("order"), _asked(before), _asked(after)))
    return tuple(changes)


def mark_words(before: str, after: str) -> tuple[Piece, ...]:
    """The two texts as one, whole words marked; both can be read off it letter by letter."""
    known: list[str] = []
    numbers: dict[str, int] = {}

    def encode(text: str) -> str:
        letters = []
        for token in TOKEN.findall(text):
            if token not in numbers:
                numbers[token] = len(known)
                known.append(token)
            letters.append(chr(numbers[token]))
        return "".join(letters)

    compare = diff_match_patch()
    compare.Diff_Timeout = SECONDS_TO_COMPARE
    # Each word stands as one letter meanwhile, which is how the library compares by larger units.
    found = compare.diff_main(encode(before), encode(after), False)
    compare.diff_cleanupSemantic(found)
    kinds: dict[int, Literal["kept", "gone", "new"]] = {-1: "gone", 0: "kept", 1: "new"}
    return tuple(
        Piece(kinds[kind], "".join(known[ord(letter)] for letter in letters))
        for kind, letters in found
    )


def _texts(content: EditionContent) -> Iterator[tuple[Place, str]]:
    """Everything that can be read in a content, but for the order in which it stands."""
    yield from _both("name", content.name)
    for section in SECTIONS:
        yield from _lines(section, content.section(section))
    yield from _both("not_measured", content.not_measured)
    for demand in content.demands:
        yield Place("weight", demand.trait), str(demand.weight)
        yield Place("essential", demand.trait), "1" if demand.essential else ""
        yield from _both("evidence", demand.evidence, demand.trait)
    yield from _lines("majors", _names(major.name for major in content.majors))
    groups = (f"{one.name.id}: {one.group}" for one in content.majors if one.group)
    yield Place("groups"), "\n".join(groups)
    yield from _lines("institutions", _names(content.institutions))
    yield Place("position"), "" if content.position is None else str(content.position)
    for part in ("field", "isco08", "kbji"):
        yield Place(part), getattr(content, part)
    yield Place("related"), "\n".join(content.related)
    for trait in content.traits:
        yield from _of_trait(trait)
    for statement in content.statements:
        yield from _both("statement", statement.text, statement.code)
        yield Place("keying", statement.code), "+" if statement.keying == 1 else "−"
    scoring = {name: content.to_json()[name] for name in ("slug", "scale", "levels", "rule")}
    yield Place("scoring"), json.dumps(scoring, ensure_ascii=False, sort_keys=True)


def _of_trait(trait: FrozenTrait) -> Iterator[tuple[Place, str]]:
    yield from _both("trait", trait.name, trait.code)
    yield from _both("description", trait.description, trait.code)
    for level, texts in trait.levels.items():
        yield from _both("feedback", texts.feedback, trait.code, level)
        yield from _both("step", texts.step, trait.code, level)


def _both(part: str, text: Text, of: str = "", level: str = "") -> Iterator[tuple[Place, str]]:
    yield Place(part, of, "id", level), text.id
    yield Place(part, of, "en", level), text.en


def _lines(part: str, lines: Paragraphs) -> Iterator[tuple[Place, str]]:
    yield Place(part, "", "id"), "\n".join(lines.id)
    yield Place(part, "", "en"), "\n".join(lines.en)


def _names(names: Iterable[Text]) -> Paragraphs:
    """Names in a row; one without English keeps its line there, so that lines go on matching."""
    both = tuple(names)
    english = tuple(name.en for name in both) if any(name.en for name in both) else ()
    return Paragraphs(tuple(name.id for name in both), english)


def _orders(content: EditionContent, other: EditionContent) -> tuple[list[str], ...]:
    """The order of statements and traits: of those alone that the other has, too.

    That of demands follows from their weights, and is no change beside those.
    """
    asked = {statement.code for statement in other.statements}
    traits = {trait.code for trait in other.traits}
    return (
        [one.code for one in content.statements if one.code in asked],
        [one.code for one in content.traits if one.code in traits],
    )


def _asked(content: EditionContent) -> str:
    return "\n".join(statement.text.id for statement in content.statements)
