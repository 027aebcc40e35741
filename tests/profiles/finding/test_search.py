"""Which professions a student's words find."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from profiles.finding.asked import LONGEST, Asked
from profiles.finding.found import Found, find
from profiles.models import Edition, Profession
from tests.factories import make_edition, make_profession

CAMPAIGN = "pengurus-kampanye-politik"


def words(typed: str) -> Asked:
    query = QueryDict(mutable=True)
    query["cari"] = typed
    return Asked.read(query)


def slugs(found: Found) -> list[str]:
    return [card.slug for card in found.cards]


@pytest.fixture
def archivist(campaign: Profession) -> Profession:
    """A second profession, without English, with a major and two traits of its own."""
    profession = make_profession(
        "Petugas Arsip",
        {"organization": (3, True), "data_analysis": (2, False)},
        majors={"Ilmu Perpustakaan": "", "Ilmu komunikasi": "komunikasi", "Logika": "logika"},
        evidence="Ia mencari berkas dengan tertib.",
        overview="Petugas arsip menyimpan berkas kantor.\nIa mencari berkas dengan tertib.",
    )
    make_edition(profession)
    return profession


@pytest.mark.parametrize(
    "typed",
    [
        "kampanye politik",
        "politik kampanye",
        "KAMPANYE",
        "berkomunikasi",
        "mengkomunikasikan",
        "logistik",
        "psikologi politik",
        "saya ingin bekerja di bidang politik",
        "mau jadi pengurus kampanye",
        "Kamar Dagang",
    ],
)
def test_words_find_by_their_stem(typed: str, archivist: Profession) -> None:
    found = find(words(typed), "id")
    assert slugs(found)[0] == CAMPAIGN
    assert not found.instead


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("komunikasih", "komunikasi"),
        ("kampanye politk", "kampanye politik"),
        ("kampnye politik", "kampanye politik"),
        ("politikk", "politik"),
        ("logistk", "logistik"),
        ("kampan", "kampanye"),
        ("memimpin", "kepemimpinan"),  # the stemmer takes them for different words
        ("pemimpin tim", "kepemimpinan tim"),
    ],
)
def test_typing_mistakes_find_what_was_meant_and_say_so(
    typed: str, meant: str, archivist: Profession
) -> None:
    found = find(words(typed), "id")
    assert CAMPAIGN in slugs(found)
    assert found.instead == meant


@pytest.mark.parametrize(
    "typed",
    ["xyzzy", "kucing", "dokter gigi", "tentara", "qwerty politik", "99999", "%_\\'", "🙂", "."],
)
def test_nonsense_finds_nothing(typed: str, archivist: Profession) -> None:
    found = find(words(typed), "id")
    assert slugs(found) == []
    assert not found.instead


def test_the_name_weighs_more_than_the_texts(campaign: Profession, archivist: Profession) -> None:
    archivist.overview += "\nKampanye politik kadang meminta berkas lama."
    archivist.save()
    make_edition(archivist)
    assert slugs(find(words("kampanye politik"), "id")) == [CAMPAIGN, "petugas-arsip"]
    assert slugs(find(words("berkas"), "id")) == ["petugas-arsip"]


@pytest.mark.parametrize(
    "typed", ["campaign manager", "campaigns", "organizing", "Political Science"]
)
def test_english_words_find_english_texts(typed: str, archivist: Profession) -> None:
    assert CAMPAIGN in slugs(find(words(typed), "en"))


def test_english_typing_mistakes(archivist: Profession) -> None:
    found = find(words("campain manger"), "en")
    assert (slugs(found), found.instead) == ([CAMPAIGN], "campaign manager")
    assert slugs(find(words("campain manger"), "id")) == []


def test_what_has_no_english_is_found_by_its_indonesian(archivist: Profession) -> None:
    assert slugs(find(words("menyimpan berkas"), "en")) == ["petugas-arsip"]
    assert slugs(find(words("brkas"), "en")) == ["petugas-arsip"]


def test_students_find_current_editions_only(campaign: Profession, archivist: Profession) -> None:
    campaign.name = "Syahbandar"
    campaign.save()
    assert slugs(find(words("syahbandar"), "id")) == []
    make_edition(campaign)
    assert slugs(find(words("syahbandar"), "id")) == [CAMPAIGN]
    assert slugs(find(words("pengurus kampanye"), "id")) == [CAMPAIGN]  # its texts still say it
    Profession.objects.filter(pk=campaign.pk).update(is_listed=False)
    assert slugs(find(words("syahbandar"), "id")) == []
    assert slugs(find(words("syahbndar"), "id")) == []
    assert [option.value for option in find(Asked(), "id").majors] == [
        "ilmu-komunikasi",
        "ilmu-perpustakaan",
        "logika",
    ]


def test_without_words_everything_is_listed_by_name_after_those_with_a_position(
    campaign: Profession, archivist: Profession
) -> None:
    assert slugs(find(Asked(), "id")) == [CAMPAIGN, "petugas-arsip"]
    assert slugs(find(Asked(), "en")) == [CAMPAIGN, "petugas-arsip"]
    Profession.objects.filter(pk=campaign.pk).update(position=None)
    make_edition(campaign)
    assert slugs(find(Asked(), "id")) == [CAMPAIGN, "petugas-arsip"]
    assert slugs(find(Asked(), "en")) == ["petugas-arsip", CAMPAIGN]  # Petugas …, Political …


def test_filters_combine_with_each_other_and_with_words(archivist: Profession) -> None:
    def filtered(**parts: str) -> list[str]:
        return slugs(find(Asked(**parts), "id"))

    assert filtered(trait="organization") == [CAMPAIGN, "petugas-arsip"]
    assert filtered(trait="leadership") == [CAMPAIGN]
    assert filtered(major="ilmu-perpustakaan") == ["petugas-arsip"]
    assert filtered(major="ilmu-komunikasi") == [CAMPAIGN, "petugas-arsip"]
    assert filtered(major="ilmu-komunikasi", trait="leadership") == [CAMPAIGN]
    assert filtered(major="ilmu-perpustakaan", trait="leadership") == []
    assert filtered(subject="sosiologi") == [CAMPAIGN, "petugas-arsip"]
    assert filtered(subject="matematika-tingkat-lanjut") == ["petugas-arsip"]
    assert filtered(subject="matematika-tingkat-lanjut", trait="leadership") == []
    assert filtered(words="berkas", subject="ekonomi", trait="organization") == []
    assert filtered(words="berkas", major="ilmu-komunikasi") == ["petugas-arsip"]
    assert filtered(words="berkas", trait="leadership") == []


def test_the_options_of_the_filters_come_from_the_current_editions(archivist: Profession) -> None:
    found = find(Asked(trait="leadership"), "id")
    assert [(one.value, one.name.id, one.count) for one in found.traits] == [
        ("data_analysis", "Analisis Data", 2),
        ("leadership", "Kepemimpinan", 1),
        ("communication", "Komunikasi", 1),
        ("organization", "Pengorganisasian", 2),
    ]
    assert len(found.majors) == 12
    assert [(one.value, one.count) for one in found.subjects] == [
        ("ekonomi", 1),
        ("matematika", 1),
        ("matematika-tingkat-lanjut", 1),
        ("pendidikan-pancasila", 1),
        ("sosiologi", 2),
    ]
    assert {one.value: one.count for one in found.majors}["ilmu-komunikasi"] == 2
    assert found.filtered_by["keterampilan"].name.id == "Kepemimpinan"
    assert found.knows_filters


def test_an_unknown_filter_is_left_out_and_admitted(archivist: Profession) -> None:
    for asked in (Asked(trait="terbang"), Asked(major="ilmu-terbang"), Asked(subject="terbang")):
        found = find(asked, "id")
        assert len(found.cards) == 2
        assert not found.knows_filters
        assert found.removable == []


def test_each_part_that_was_asked_for_can_be_taken_back(archivist: Profession) -> None:
    found = find(Asked("berkas kantor", "organization", "ilmu-komunikasi"), "id")
    assert [part.rest for part in found.removable] == [
        "keterampilan=organization&jurusan=ilmu-komunikasi",
        "cari=berkas+kantor&jurusan=ilmu-komunikasi",
        "cari=berkas+kantor&keterampilan=organization",
    ]


@pytest.mark.parametrize(
    ("typed", "queries"), [("", 1), ("kampanye", 1), ("komunikasih", 2), ("xyzzy", 2), ("%", 1)]
)
def test_finding_costs_one_query_or_two(
    typed: str,
    queries: int,
    archivist: Profession,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(queries):
        _read_everything(find(words(typed), "id"))


def _read_everything(found: Found) -> Iterable[object]:
    return found.cards, found.traits, found.majors, found.subjects, found.removable


def test_what_is_sent_is_cut_and_cleaned() -> None:
    assert words("  a\0b \n c ").words == "a b c"
    assert len(words("x" * 10_000).words) == LONGEST
    assert words("a-b_c 'd' (e)").telling_words == ["a", "b", "c", "d", "e"]
    assert words("satu " * 20).telling_words == ["satu"]
    assert len(words(" ".join(map(str, range(30)))).telling_words) == 8
    assert words("saya ingin").telling_words == ["saya", "ingin"]  # nothing else is left


def test_a_page_about_one_edition_does_not_load_its_search_words(
    client: Client, edition: Edition
) -> None:
    with CaptureQueriesContext(connection) as queries:
        client.get(f"/profesi/{CAMPAIGN}/")
    assert len(queries) == 1
    assert "profiles_edition" in queries[0]["sql"]
    assert not re.search(r"\b(search|words|words_en)\b", queries[0]["sql"])
