"""What a profession document asks for: its sentences, its demands, and their evidence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiles.documents.asking.demands import propose_demands
from profiles.documents.asking.keywords import TraitKeywords
from profiles.documents.asking.sentences import sentences
from profiles.documents.document import (
    ProfileDocument,
    parse,
)
from tests.profiles.documents.document_fixtures import ARCHIVE, FESTIVAL, LISTS, parsed, read

TRAITS = (
    TraitKeywords("communication", ("komunikasi", "berkomunikasi", "menyampaikan pesan")),
    TraitKeywords("organization", ("berorganisasi", "teratur")),
    TraitKeywords("leadership", ("kepemimpinan", "memimpin")),
    TraitKeywords("data_analysis", ("analisis data", "bekerja dengan angka", "data")),
)


@pytest.mark.parametrize(
    ("paragraph", "expected_sentences"),
    [
        ("", []),
        ("Tanpa titik", ["Tanpa titik"]),
        ("Satu. Dua! Tiga?  Empat… Lima", ["Satu.", "Dua!", "Tiga?", "Empat…", "Lima"]),
        ("“Benar?” (Ya.) Lalu pulang.", ["“Benar?”", "(Ya.)", "Lalu pulang."]),
        ("Dr. Budi di PT. Maju menemui S. Rahman.", ["Dr. Budi di PT. Maju menemui S. Rahman."]),
        ("Biayanya 3.5 juta. dan seterusnya", ["Biayanya 3.5 juta. dan seterusnya"]),
        ("1. Teliti. 2. Sabar. Sejak 1998. Ya.", ["1. Teliti.", "2. Sabar.", "Sejak 1998.", "Ya."]),
    ],
)
def test_sentences(paragraph: str, expected_sentences: list[str]) -> None:
    assert sentences(paragraph) == expected_sentences


def demands_of(suited: str = "", unsuited: str = "") -> dict[str, tuple[int, bool, str]]:
    lists: dict[str, tuple[str, ...]] = dict.fromkeys(LISTS, ())
    lists |= {"suited": (suited,), "unsuited": (unsuited,)}
    document = ProfileDocument(name="Cadangan", **lists)
    return {
        demand.trait: (demand.weight, demand.essential, demand.evidence)
        for demand in propose_demands(document, TRAITS)
    }


def test_the_demands_of_a_whole_document() -> None:
    document = parse(read(FESTIVAL), fallback_name="")
    (unsuited,) = document.unsuited
    first, second = sentences(document.suited[0])
    assert [
        (demand.trait, demand.weight, demand.essential, demand.evidence)
        for demand in propose_demands(document, TRAITS)
    ] == [
        ("communication", 3, True, unsuited),
        ("organization", 3, True, unsuited),
        ("leadership", 2, False, second),
        ("data_analysis", 2, False, first),
    ]
    assert "\N{NO-BREAK SPACE}" not in first


def test_the_name_of_the_job_is_not_lacking() -> None:
    document = parse(read(ARCHIVE), fallback_name="")
    data = TraitKeywords("data", ("data",))
    numbers = TraitKeywords("numbers", ("bekerja dengan angka",))
    assert [demand.trait for demand in propose_demands(document, [data, numbers])] == ["numbers"]


@pytest.mark.parametrize(
    ("unsuited", "traits"),
    [
        ("Kamu tidak cocok jika malas berkomunikasi, memimpin, dan bekerja dengan angka.", "cld"),
        ("Kamu kurang cocok bila enggan menyampaikan   pesan, tetapi suka memimpin.", "c"),
        ("Orang yang tidak teratur kurang cocok.", "o"),
        ("ORANG YANG TIDAK TERATUR KURANG COCOK.", "o"),
        ("Kamu tidak cocok dengan pekerjaan data.", ""),
        ("Kamu tidak cocok jika lebih suka memimpin.", ""),
        ("Kamu tidak cocok bila tidak sabar. Data itu penting.", ""),
        ("Kamu tidak cocok bila tidak hanya suka data.", ""),
        ("Kamu tidak cocok bila tidak malas memimpin.", ""),
        ("Jika tidak teliti, pekerjaan sebagai penata data tidak cocok untukmu.", ""),
        ("Jika tidak teliti maka data tidak cocok untukmu.", ""),
        ("Tanpa kepemimpinannya, tim kurang datamu.", "ld"),
        ("Jarang memakai database atau metadata.", ""),
        ("Bukan orang yang teratur, melainkan pemimpi.", "o"),
    ],
)
def test_what_unsuited_names_as_lacking(unsuited: str, traits: str) -> None:
    demands = demands_of(suited="Ia suka data, komunikasi.", unsuited=unsuited)
    essential = {trait for trait, (weight, *_) in demands.items() if weight == 3}
    assert essential == {trait.code for trait in TRAITS if trait.code[0] in traits}


def test_the_lack_outweighs_the_wish_and_gives_the_evidence() -> None:
    demands = demands_of(
        suited="Ia rajin. Ia suka data, ANALISIS\tDATA. Data lagi.",
        unsuited="Kamu tidak cocok bila ceroboh. Atau bila kurang komunikasi. Tidak ada data.",
    )
    assert demands == {
        "communication": (3, True, "Atau bila kurang komunikasi."),
        "data_analysis": (3, True, "Tidak ada data."),
    }
    assert demands_of(suited="Ia rajin. Ia suka data. Data lagi.") == {
        "data_analysis": (2, False, "Ia suka data."),
    }


def test_a_trait_without_keywords_is_never_asked_for() -> None:
    document = parsed("Orang yang cocok adalah siapa saja.")
    assert propose_demands(document, [TraitKeywords("x", ()), TraitKeywords("y", ("", " "))]) == ()


@given(st.text(alphabet='aB1.!?… \n\t"”)(', max_size=80))
def test_sentences_are_the_paragraph_verbatim(paragraph: str) -> None:
    position = 0
    for sentence in sentences(paragraph):
        assert sentence == sentence.strip() != ""
        between, position = position, paragraph.index(sentence, position)
        assert not paragraph[between:position].strip()
        position += len(sentence)
    assert not paragraph[position:].strip()
