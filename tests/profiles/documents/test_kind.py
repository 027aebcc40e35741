"""Is this the profile of one profession? And how sure is each place that was found?"""

from __future__ import annotations

import pytest

from profiles.documents.document import read_document
from tests.profiles.documents.document_fixtures import ARCHIVE, FESTIVAL, GUIDE, read

NURSE = "Pekerjaan sebagai perawat melibatkan perawatan. Perawat yang cocok adalah orang sabar."


def kind_of(text: str) -> str:
    return read_document(text, fallback_name="Berkas").kind


@pytest.mark.parametrize("name", [ARCHIVE, FESTIVAL, GUIDE])
def test_one_profession(name: str) -> None:
    assert kind_of(read(name)) == "one"
    assert kind_of(read(name) * 2) == "one"


@pytest.mark.parametrize(
    "text",
    [
        "Belanja\n\nberas 5 kg\ngula 1 kg\nminyak goreng",
        "Bubur Ayam\n\nRebus beras sampai lunak. Bubur ini cocok untuk sarapan.",
        "Rapat OSIS\n\n1. Pembukaan\n2. Laporan bendahara\n3. Penutup",
        "halo",
    ],
)
def test_no_profession(text: str) -> None:
    assert kind_of(text) == "none"


def test_three_sections_tell_of_a_profession_without_the_word_work() -> None:
    lines = ["Kamu cocok bila teliti.", "Kamu tidak cocok bila ceroboh."]
    assert kind_of("\n".join(lines)) == "none"
    assert kind_of("\n".join([*lines, "Berbeda dengan apoteker, ia meneliti zat."])) == "one"


def test_two_professions_in_one_file() -> None:
    other = (
        read(ARCHIVE).replace("petugas arsip", "juru masak").replace("Petugas arsip", "Juru masak")
    )
    assert kind_of(f"{read(ARCHIVE)}\n{other}") == "several"
    assert kind_of(f"{read(FESTIVAL)}\n{read(GUIDE)}") == "several"
    bare = "# {}\n## Tugas\nIa bekerja.\n## Kualifikasi\nTeliti.\n"
    assert kind_of(bare.format("Perawat") + bare.format("Bidan")) == "several"


def test_a_profession_that_is_only_compared_is_no_second_one() -> None:
    assert kind_of(f"{read(ARCHIVE)}\nPekerjaan sebagai juru masak adalah hal lain.") == "one"


# --- How sure ---


def reasons(*lines: str) -> list[tuple[str, str, bool]]:
    reading = read_document("\n".join(lines), fallback_name="Berkas")
    return [(placed.section, placed.reason, placed.is_sure) for placed in reading.placements]


def test_wording_and_known_headings_are_sure() -> None:
    assert reasons("Profil Profesi", "Ia meracik obat.", "Miskonsepsi: mudah.") == [
        ("overview", "heading", True),
        ("misconception", "wording", False),  # its own heading is missing
    ]
    assert reasons("Tugas utama meliputi meracik.") == [("overview", "wording", True)]


def test_an_unknown_heading_starts_what_is_unplaced() -> None:
    lines = ["Profil Profesi", "", "Ia meracik obat.", "", "Kisah Nyata", "", "Ia bangun pagi."]
    assert reasons(*lines) == [
        ("overview", "heading", True),
        ("unplaced", "unknown_heading", False),
        ("unplaced", "unknown_heading", False),
    ]


def test_what_only_follows_is_unsure_and_a_menu_is_none() -> None:
    assert reasons("Tugas utama meliputi meracik.", "Warnanya hijau semua.")[1] == (
        "overview",
        "before",
        False,
    )
    assert reasons("Beranda", "Kontak", "Warnanya hijau semua.") == [
        ("unplaced", "page", True),
        ("unplaced", "page", True),
        ("unplaced", "nothing", False),
    ]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("AHLI GIZI", "Ahli Gizi"),
        ("bidan", "Bidan"),
        ("BIDAN", "Bidan"),
        ("Ilmuwan Pangan Dan Gizi", "Ilmuwan Pangan dan Gizi"),
        ("STAF IT UNTUK SEKOLAH", "Staf IT untuk Sekolah"),
        ("Perancang UI/UX", "Perancang UI/UX"),
        ("Mengenal Profesi Perawat | Portal Karier", "Perawat"),
        ("Perawat: Tugas, Keahlian, dan Jurusan", "Perawat"),
        ("LOWONGAN KERJA: STAF GUDANG", "Staf Gudang"),
        ("Nama profesi: Perawat", "Perawat"),
        ("Wawancara karier", "Berkas"),
    ],
)
def test_names_come_out_as_names(title: str, name: str) -> None:
    text = f"{title}\n\nProfil Profesi\n\n{NURSE}"
    assert read_document(text, fallback_name="Berkas").document.name == name


def test_majors_come_out_as_names_one_by_one() -> None:
    text = "Jurusan\nILMU DAN TEKNOLOGI PANGAN\nGizi, Biokimia, dan Kimia Pangan\nsastra inggris"
    assert read_document(text, fallback_name="Berkas").document.majors == (
        *("Ilmu dan Teknologi Pangan", "Gizi", "Biokimia", "Kimia Pangan", "Sastra Inggris"),
    )
