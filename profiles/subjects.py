"""From majors to the school subjects that support them, as the ministry's decree names these.

Pure: no Django, no database, no clock. The decree and our table of which major belongs to which of
its groups are files that ship; `docs/content.md` says how sure each is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from profiles.editions.content import FrozenMajor, Text

CONTENT: Final = Path(__file__).parent / "content"


@dataclass(frozen=True, slots=True)
class Subject:
    """A school subject; in English its Indonesian name stays, for that is what the school says."""

    key: str
    name: Text


@dataclass(frozen=True, slots=True)
class Support:
    """The subjects that support something, and in words what is asked for beside these."""

    subjects: tuple[Subject, ...]
    other: Text | None = None

    @property
    def names(self) -> tuple[Text, ...]:
        """All of it, by name."""
        names = tuple(subject.name for subject in self.subjects)
        return (*names, self.other) if self.other else names


@dataclass(frozen=True, slots=True)
class Group:
    """One of the decree's groups of study programmes, in one of its fields."""

    key: str
    field: str
    name: str
    support: Support


@dataclass(frozen=True, slots=True)
class Regulation:
    """What a page must say of where the subjects are from."""

    name: str
    date: date


@dataclass(frozen=True, slots=True)
class SupportedMajors:
    """Majors that the same subjects support."""

    majors: tuple[Text, ...]
    support: Support


def subject_lines(majors: Iterable[FrozenMajor]) -> tuple[SupportedMajors, ...]:
    """The majors whose subjects are known, those with the same subjects together."""
    lines: dict[Support, list[Text]] = {}
    for major in majors:
        if major.group in GROUPS:
            lines.setdefault(GROUPS[major.group].support, []).append(major.name)
    return tuple(SupportedMajors(tuple(names), support) for support, names in lines.items())


def subjects_of(majors: Iterable[FrozenMajor]) -> tuple[Subject, ...]:
    """Every subject that supports one of these majors, once."""
    lines = subject_lines(majors)
    return tuple(dict.fromkeys(one for line in lines for one in line.support.subjects))


def suggested_group(major: str) -> str:
    """The key of the group that a major of this name surely belongs to, or nothing."""
    return _GROUPS_OF_NAMES.get(_plain(major), "")


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _read(name: str) -> Any:
    return json.loads((CONTENT / name).read_text(encoding="utf-8"))


def _subject(value: dict[str, str]) -> Subject:
    return Subject(value["key"], Text(value["name"], f"{value['name']} ({value['english']})"))


def _group(value: dict[str, Any]) -> Group:
    subjects = tuple(SUBJECTS[key] for key in value["subjects"])
    support = Support(subjects, Text(**value["other"]) if "other" in value else None)
    return Group(value["key"], value["field"], value["name"], support)


_decree: Final = _read("subjects.json")
REGULATION: Final = Regulation(_decree["regulation"], date.fromisoformat(_decree["date"]))
SUBJECTS: Final[Mapping[str, Subject]] = {
    subject.key: subject for subject in map(_subject, _decree["subjects"])
}
GROUPS: Final[Mapping[str, Group]] = {group.key: group for group in map(_group, _decree["groups"])}
_GROUPS_OF_NAMES: Final[Mapping[str, str]] = {
    _plain(name): group for group, names in _read("major_groups.json").items() for name in names
}
