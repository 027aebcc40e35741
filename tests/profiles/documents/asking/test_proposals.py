"""Whole documents and the thirteen traits: what each asks for, read by people, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import profiles
from profiles.documents.asking.demands import propose_demands
from profiles.documents.asking.keywords import TraitKeywords
from profiles.documents.asking.unmeasured import propose_not_measured
from profiles.documents.document import ProfileDocument, parse
from profiles.documents.naming import name_from_filename
from profiles.documents.placing import SECTIONS
from tests.profiles.documents.document_fixtures import FESTIVAL, read
from tests.profiles.documents.expected import HERE, LAYOUTS, read_file

CAMPAIGN = Path(profiles.__file__).parent / "content/professions/law/pengurus-kampanye-politik.json"
BESIDE = Path(__file__).parent
KEYWORDS: dict[str, list[str]] = json.loads((BESIDE / "keywords.json").read_text("utf-8"))
THIRTEEN = [TraitKeywords(code, tuple(phrases)) for code, phrases in KEYWORDS.items()]
FOUR = THIRTEEN[:4]
# In the layout that most documents have, with and without what people say of its demands.
LIKENESSES: dict[str, dict[str, Any]] = json.loads((BESIDE / "likenesses.json").read_text("utf-8"))


def document_of(name: str) -> ProfileDocument:
    lines = LIKENESSES[name]["lines"]
    return parse("\n".join(lines), fallback_name=name_from_filename(name))


def weights(document: ProfileDocument) -> dict[str, int]:
    return {demand.trait: demand.weight for demand in propose_demands(document, THIRTEEN)}


@pytest.mark.parametrize("name", LIKENESSES)
def test_documents_like_most_ask_for_what_they_say(name: str) -> None:
    assert weights(document_of(name)) == LIKENESSES[name]["demands"]


@pytest.mark.parametrize("name", LAYOUTS)
def test_documents_in_other_layouts_do_too(name: str) -> None:
    document = read_file(HERE / "layouts" / name).document
    assert weights(document) == LAYOUTS[name]["demands"]
    for demand in propose_demands(document, THIRTEEN):
        asked_in = document.unsuited if demand.essential else document.suited
        assert any(demand.evidence in paragraph for paragraph in asked_in)


def test_the_campaign_manager_asks_for_the_four_and_for_creativity() -> None:
    shipped = json.loads(CAMPAIGN.read_text("utf-8"))
    document = parse(
        "\n".join(line for section in SECTIONS for line in shipped[section]["id"]),
        fallback_name=shipped["name"]["id"],
    )
    assert document.suited == tuple(shipped["suited"]["id"])
    assert document.unsuited == tuple(shipped["unsuited"]["id"])
    assert weights(document) == {
        "communication": 3,
        "organization": 3,
        "leadership": 2,
        "data_analysis": 2,
        "creativity": 3,
    }


def suited(*paragraphs: str, name: str = "Ahli Gizi") -> ProfileDocument:
    return parse(
        "\n".join(["Siapa yang cocok", *paragraphs, "Jurusan", "Gizi"]), fallback_name=name
    )


@pytest.mark.parametrize(
    ("sentence", "traits"),
    [
        ("Kemampuan komunikasi yang baik dibutuhkan.", {"communication"}),
        ("Ia mahir dalam strategi, negosiasi, dan komunikasi.", {"communication"}),
        ("Komunikasi yang baik sangat penting.", {"communication"}),
        ("Ia tertarik pada dunia komunikasi.", set()),
        ("Ia memahami teknologi komunikasi.", set()),
        ("Ia bekerja untuk Kementerian Komunikasi dan Informatika.", set()),
        ("Lulusan Ilmu Komunikasi diutamakan.", set()),
        ("Ia tidak harus pandai berkomunikasi.", set()),
        ("Ia tidak harus pandai berkomunikasi, tetapi teliti.", {"accuracy"}),
        ("Ia mampu menganalisis data.", {"data_analysis"}),
        ("Ia mampu menganalisis masalah.", {"analytical"}),
        ("Ia memiliki pemahaman tentang analisis data.", set()),
        ("Ia memiliki pemahaman tentang gizi, teliti, dan jujur.", {"accuracy", "integrity"}),
        ("Ia suka industri kreatif.", set()),
        ("Ia tidak mudah menyerah.", {"perseverance"}),
        ("Ia mudah menyerah.", set()),
        ("Data pasien disimpan rapat.", set()),
    ],
)
def test_who_asks_decides(sentence: str, traits: set[str]) -> None:
    assert set(weights(suited(sentence))) == traits


def test_the_professions_own_name_is_no_evidence() -> None:
    text = "Analis data yang teliti akan menikmatinya."
    assert set(weights(suited(text, name="Analis Data"))) == {"accuracy"}
    assert set(weights(suited(text.replace("Analis", "Analisis"), name="Penata"))) == {
        "accuracy",
        "data_analysis",
    }


@pytest.mark.parametrize(
    ("unsuited", "traits"),
    [
        ("Kamu kurang cocok bila ceroboh.", {"accuracy"}),
        ("Kamu kurang cocok bila tidak teliti dalam analisis data.", {"accuracy"}),
        ("Kamu kurang cocok bila tidak memiliki minat pada komunikasi.", set()),
        ("Kamu kurang cocok bila tidak memiliki pengetahuan tentang analisis data.", set()),
        ("Kamu kurang cocok bila kurang memiliki kemampuan komunikasi.", {"communication"}),
        ("Orang yang tidak sabar menghadapi anak kurang cocok.", {"empathy"}),
    ],
)
def test_what_is_lacking_is_essential(unsuited: str, traits: set[str]) -> None:
    document = parse(unsuited, fallback_name="Penata")
    assert weights(document) == dict.fromkeys(traits, 3)


# --- What no trait measures ---


def test_what_no_trait_measures_is_named_in_the_documents_words() -> None:
    document = suited(
        "Ia memiliki pemahaman yang kuat tentang gizi dan biokimia, serta teliti.",
        "Ia tertarik pada seni, musik, dan tari.",
        "Ia mampu berbahasa Inggris dengan baik dan menguasai alat ukur.",
    )
    assert propose_not_measured(document, THIRTEEN) == (
        "Pengetahuan tentang gizi dan biokimia; minat pada seni, musik, dan tari; kemampuan "
        "berbahasa Inggris; serta penguasaan alat ukur juga penting untuk pekerjaan ini, tetapi "
        "belum dinilai dalam kuis ini."
    )


def test_a_trait_that_the_site_does_not_have_is_named_as_well() -> None:
    document = suited("Ia memiliki kemampuan berpikir kreatif dan kemampuan komunikasi.")
    assert propose_not_measured(document, FOUR).startswith("Kemampuan berpikir kreatif juga")
    assert propose_not_measured(document, THIRTEEN).startswith("Minat pada bidang ini")


def test_an_ability_that_a_trait_measures_is_not_named() -> None:
    lacking = "Orang yang tidak mampu menghasilkan strategi yang inovatif kurang cocok."
    document = parse(lacking, fallback_name="Penata")
    assert weights(document) == {"creativity": 3}
    assert propose_not_measured(document, THIRTEEN).startswith("Minat pada bidang ini")
    assert propose_not_measured(document, FOUR).startswith("Kemampuan menghasilkan strategi juga")


def test_it_is_never_empty() -> None:
    document = parse(read(FESTIVAL), fallback_name="")
    assert propose_not_measured(document, THIRTEEN).endswith("belum dinilai dalam kuis ini.")
    assert propose_not_measured(parse("x", fallback_name="y"), []).startswith("Minat pada bidang")
