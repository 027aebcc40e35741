"""The subjects that support majors: the decree as data, and which major belongs where."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from profiles.editions.content import FrozenMajor, Text
from profiles.subjects import CONTENT, GROUPS, SUBJECTS, subject_lines, subjects_of, suggested_group

LONGEST_KEY = 60


def read(name: str) -> Any:
    return json.loads((CONTENT / name).read_text(encoding="utf-8"))


def test_the_decree_names_59_groups_each_with_a_key_of_its_own() -> None:
    decree = read("subjects.json")
    assert len(GROUPS) == len(decree["groups"]) == 59
    assert len(SUBJECTS) == len(decree["subjects"])
    assert len({group.name for group in GROUPS.values()}) == 59
    assert all(len(key) <= LONGEST_KEY for key in GROUPS)


def test_every_group_has_something_that_supports_it_and_every_subject_a_group() -> None:
    assert all(one.support.names for one in GROUPS.values())
    used = {subject for group in GROUPS.values() for subject in group.support.subjects}
    assert used == set(SUBJECTS.values())


def test_a_major_is_mapped_once_and_to_a_group_that_exists() -> None:
    table = read("major_groups.json")
    assert set(table) <= set(GROUPS)
    names = Counter(name.casefold() for names in table.values() for name in names)
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize(
    ("major", "group"),
    [
        ("Hukum", "hukum"),
        ("  ilmu   hukum ", "hukum"),
        ("Pendidikan Dokter", "kedokteran"),
        ("Ilmu Politik", ""),  # the decree's groups leave it open
        ("Desain Komunikasi Visual (SMK)", ""),
        ("", ""),
    ],
)
def test_only_what_is_sure_is_suggested(major: str, group: str) -> None:
    assert suggested_group(major) == group


def test_majors_that_the_same_subjects_support_share_a_line() -> None:
    majors = [
        FrozenMajor(Text("Keperawatan", "Nursing"), "keperawatan"),
        FrozenMajor(Text("Farmasi"), "farmasi"),
        FrozenMajor(Text("Kebidanan"), "kebidanan"),
        FrozenMajor(Text("Jurusan baru"), ""),
        FrozenMajor(Text("Jurusan lama"), "kelompok-yang-dihapus"),
    ]
    first, second = subject_lines(majors)
    assert [name.id for name in first.majors] == ["Keperawatan", "Kebidanan"]
    assert [subject.name for subject in first.support.subjects] == [
        Text("Biologi", "Biologi (Biology)")
    ]
    assert [name.id for name in second.majors] == ["Farmasi"]
    assert [subject.key for subject in subjects_of(majors)] == ["biologi", "kimia"]


def test_what_is_no_single_subject_is_said_in_words() -> None:
    (line,) = subject_lines([FrozenMajor(Text("PGSD"), "pendidikan")])
    assert line.support.subjects == ()
    (words,) = line.support.names
    assert words.en.startswith("at most one subject")
