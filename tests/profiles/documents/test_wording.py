"""The headings, wording and titles by which the parts of a profession document are placed."""

from __future__ import annotations

from itertools import chain

import pytest

from profiles.documents.document import read_document
from profiles.documents.naming import name_from_filename
from tests.profiles.documents.document_fixtures import parsed, place_of, placed

# --- Headings ---


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Tentang Profesi", "overview"),
        ("Deskripsi Pekerjaan", "overview"),
        ("Tugas Utama dan Tanggung Jawab", "overview"),
        ("Apa itu apoteker?", "overview"),
        ("Apakah saya cocok menjadi apoteker?", "suited"),
        ("Siapa yang cocok?", "suited"),
        ("Orang yang kurang cocok", "unsuited"),
        ("Miskonsepsi", "misconception"),
        ("Mitos dan Fakta", "misconception"),
        ("Ekspektasi vs Realita", "expectation"),
        ("Konsep, ekspektasi, dan realita", "expectation"),
        ("Realita", "expectation"),
        ("Perbedaan dengan profesi yang mirip", "difference"),
        ("Jurusan", "majors"),
        ("Rekomendasi Jurusan Kuliah", "majors"),
        ("Program Studi yang Sesuai", "majors"),
        ("Contoh Perusahaan", "institutions"),
        ("Perusahaan / Institusi yang Merekrut", "institutions"),
    ],
)
def test_variant_headings_count_when_text_follows(heading: str, section: str) -> None:
    document = parsed("Profil Profesi", "Ia meracik obat.", heading, "Warnanya hijau semua.")
    assert place_of(document, "Warnanya hijau semua.") == section
    assert heading not in chain.from_iterable(placed(document).values())
    at_the_end = parsed("Profil Profesi", "Ia meracik obat.", heading)
    assert heading in chain.from_iterable(placed(at_the_end).values())


def test_what_only_begins_like_a_heading_is_text() -> None:
    texts = [
        "Apakah kamu cocok? Bacalah dulu.",
        "Apa saya cocok bekerja sebagai apoteker? Belum tentu.",
        "Miskonsepsi umum, menurut " + "sangat " * 40 + "banyak orang",
        "Jurusan Ilmu Gizi",
        "Profil Profesi, edisi kedua",
    ]
    document = parsed(*texts, "Penutup.")
    assert sorted(chain.from_iterable(placed(document).values())) == sorted([*texts, "Penutup."])


def test_a_heading_in_the_line_of_its_text() -> None:
    document = parsed(
        "Gambaran umum: ia meracik obat.",
        "Program studi: Farmasi, Kimia",
        "Contoh perusahaan: Apotek Sehat",
    )
    assert document.overview == ("Gambaran umum: ia meracik obat.",)
    assert document.majors == ("Farmasi", "Kimia")
    assert document.institutions == ("Apotek Sehat",)


# --- Wording ---


@pytest.mark.parametrize(
    ("paragraph", "section"),
    [
        ("Miskonsepsi: ia hanya berjualan.", "misconception"),
        ("“Mitos” yang beredar cukup banyak.", "misconception"),
        ("Banyak orang mengira ia hanya berjualan.", "misconception"),
        ("Ekspektasi: gajinya besar.", "expectation"),
        ("Pada kenyataannya ia mulai dari bawah.", "expectation"),
        ("Beda dengan dokter, ia tidak memeriksa.", "difference"),
        ("Berbeda dengan dokter, ia tidak memeriksa.", "difference"),
        ("Kamu tidak begitu cocok bila ceroboh.", "unsuited"),
        ("Mungkin pekerjaan ini bukan untukmu.", "unsuited"),
        ("Orang yang tidak mudah bosan cocok di sini.", "suited"),
        ("Ini tidak hanya cocok bagi yang rajin.", "suited"),
        ("Ia mencocokkan dua daftar.", "misconception"),
        ("Tugas utama: memilih bahan yang cocok.", "overview"),
        ("Pekerjaan sebagai apoteker berkaitan dengan obat.", "overview"),
        ("Jurusan yang bisa dipilih cukup beragam.", "majors"),
        ("Perusahaan yang membutuhkan apoteker tersebar luas.", "institutions"),
        ("Perkumpulan Apoteker Muda", "institutions"),
        ("PT. Obat Jaya Tbk.", "institutions"),
        ("Badan Pangan Daerah", "institutions"),
        ("Teknik Kimia", "majors"),
        ("Farmasi;", "majors"),
    ],
)
def test_strong_wording_counts_against_a_heading(paragraph: str, section: str) -> None:
    document = parsed("Miskonsepsi", paragraph, "Profil Profesi")
    assert place_of(document, paragraph) == section


@pytest.mark.parametrize(
    ("paragraph", "section"),
    [
        ("Mereka juga harus teliti.", "suited"),
        ("Seorang apoteker perlu memiliki kesabaran.", "suited"),
        ("Ketelitian sangat penting di sini.", "suited"),
        ("Keterampilan menghitung saja.", "unplaced"),
        ("Selain itu, seorang apoteker sabar.", "suited"),
        ("Selain itu, ia menata rak.", "overview"),
        ("Apoteker adalah tenaga kesehatan.", "overview"),
        ("Gajinya besar, tetapi realitanya tidak.", "expectation"),
        ("Ia jelas berbeda dari dokter.", "difference"),
        ("Manajemen Rumah Tangga", "majors"),
        ("Klinik Sehat Bersama", "institutions"),
        ("teknik meracik", "majors"),
    ],
)
def test_weak_wording_counts_where_no_heading_holds(paragraph: str, section: str) -> None:
    assert place_of(parsed(paragraph), paragraph) == section
    if section != "unplaced":
        headed = parsed("Profil Profesi", paragraph)
        assert place_of(headed, paragraph) == "overview"


def test_a_reality_goes_with_the_myth_or_the_expectation_before_it() -> None:
    document = parsed("Mitos: mudah.", "Realita: sulit.", "Ekspektasi: cepat.", "Realita: lama.")
    assert document.misconception == ("Mitos: mudah.", "Realita: sulit.")
    assert document.expectation == ("Ekspektasi: cepat.", "Realita: lama.")


def test_a_contrast_goes_on_even_with_the_wording_of_another_section() -> None:
    document = parsed("Mitos: mudah.", "Padahal mereka perlu memiliki ketekunan.")
    assert len(document.misconception) == 2


def test_a_colon_heads_the_items_after_it() -> None:
    document = parsed(
        "Kamu cocok jika:", "- Komunikasi", "- Desain", "Tugas utama meliputi meracik."
    )
    assert document.suited == ("Kamu cocok jika:", "Komunikasi", "Desain")
    assert document.overview == ("Tugas utama meliputi meracik.",)


def test_an_institution_among_items_after_a_colon() -> None:
    document = parsed("Kamu cocok jika:", "- Sabar", "Yayasan Sehat", "Kimia Murni")
    assert document.suited == ("Kamu cocok jika:", "Sabar")
    assert document.institutions == ("Yayasan Sehat", "Kimia Murni")


def test_prose_does_not_go_on_from_a_list() -> None:
    document = parsed("Ilmu Gizi", "Warnanya hijau semua.", "Serikat Pekerja", "Toko Obat Jaya")
    assert document.unplaced == ("Warnanya hijau semua.",)
    assert document.institutions == ("Serikat Pekerja", "Toko Obat Jaya")


def test_prose_under_the_heading_of_a_list_is_placed_by_its_wording() -> None:
    document = parsed(
        "Jurusan Kuliah yang Mendukung",
        "Banyak pilihan di kota besar.",
        "Boga",
        "Mereka juga harus teliti.",
    )
    assert document.majors == ("Banyak pilihan di kota besar.", "Boga")
    assert document.suited == ("Mereka juga harus teliti.",)


def test_a_list_that_its_label_announces_is_read_wherever_it_stands() -> None:
    document = parsed(
        "Biar tidak salah bayangan:",
        "- Separuh giliran kerja habis untuk mencuci gelas.",
        "",
        "Nilai plus untuk lulusan: Tata Boga, Perhotelan, Seni Kuliner",
        "Penempatan: gerai pusat, gerai stasiun",
    )
    assert document.majors == ("Tata Boga", "Perhotelan", "Seni Kuliner")
    assert document.institutions == ("Gerai Pusat", "Gerai Stasiun")


def test_several_slashes_stand_between_entries_and_one_does_not() -> None:
    document = parsed(
        "Mau kuliah apa?", "PG-PAUD / Psikologi / Ilmu Gizi", "Sains Data / Statistika"
    )
    assert document.majors == ("PG-PAUD", "Psikologi", "Ilmu Gizi", "Sains Data / Statistika")


def test_where_headings_are_numbered_a_line_without_a_number_is_none() -> None:
    document = parsed(
        *("A. Apa yang dikerjakan pustakawan?", "Pustakawan mengelola koleksi."),
        *("B. Lapangan pekerjaan", "Perpustakaan sekolah dan kampus", "Perpustakaan Nasional"),
    )
    assert len(document.institutions) == 2


def test_identical_lines_are_each_kept() -> None:
    document = parsed("Ilmu Gizi", "Ilmu Gizi", "Ilmu Gizi")
    assert document.majors == ("Ilmu Gizi",) * 3


# --- Titles ---


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["Ahli  Gizi", "Profil Profesi", "Teks."], "Ahli Gizi"),
        (["# Ahli Gizi", "Menyusun menu bagi pasien."], "Ahli Gizi"),
        (["Ahli Gizi", "Farmasi", "Setiap ahli gizi menyusun menu."], "Ahli Gizi"),
        (["Manajemen Hotel", "Profil Profesi", "Teks."], "Manajemen Hotel"),
        (["Hotel Manager", "Mengurus hotel setiap hari."], "Hotel Manager"),
    ],
)
def test_titles(lines: list[str], name: str) -> None:
    document = parsed(*lines)
    assert document.name == name
    assert lines[0] not in chain.from_iterable(placed(document).values())


@pytest.mark.parametrize(
    "lines",
    [
        ["Ahli Gizi"],
        ["Ahli Gizi", "Farmasi", "Kimia"],
        ["Ilmu Gizi", "Profil Profesi", "Teks."],
        ["Manajemen Hotel", "Menyusun menu bagi pasien."],
        ["- Sabar", "Menyusun menu bagi pasien."],
        ["Ahli gizi menyusun menu.", "Menyusun menu bagi pasien."],
        ["12 34", "Menyusun menu bagi pasien."],
        ["Mereka perlu teliti", "Menyusun menu bagi pasien."],
        ["satu dua tiga empat lima enam tujuh delapan sembilan", "Menyusun menu bagi pasien."],
        ["G" * 121, "Menyusun menu bagi pasien."],
        ["Ahli Gizi" + " bagus" * 40, "Menyusun menu bagi pasien."],
    ],
)
def test_what_is_no_title_is_kept_and_the_name_is_that_of_the_file(lines: list[str]) -> None:
    document = parsed(*lines)
    assert document.name == "Cadangan"
    assert lines[0].removeprefix("- ") in chain.from_iterable(placed(document).values())


def test_the_name_of_the_file_is_a_title_wherever_it_stands() -> None:
    document = parsed("Profil Profesi", "AHLI GIZI", "Ia menyusun menu.", name="Ahli Gizi")
    assert document.name == "Ahli Gizi"
    assert placed(document) == {"overview": ["Ia menyusun menu."]}


def test_a_major_is_no_title_even_if_the_file_is_called_so() -> None:
    document = parsed("Jurusan Kuliah yang Mendukung", "Hukum", "Kimia", name="Hukum")
    assert document.majors == ("Hukum", "Kimia")
    assert parsed("Hukum", "Ekonomi", name="Hukum").majors == ("Ekonomi",)


@pytest.mark.parametrize(
    ("filename", "name"),
    [
        ("ahli-laboratorium-biologi.txt", "Ahli Laboratorium Biologi"),
        ("folder/tim_IT  support.TXT", "Tim IT Support"),
        ("---.txt", "---"),
        ("a" * 300 + ".txt", "A" + "a" * 119),
    ],
)
def test_name_from_filename(filename: str, name: str) -> None:
    assert name_from_filename(filename) == name


def test_a_line_that_sets_the_profession_beside_another_heads_the_difference() -> None:
    document = parsed(
        *("Perawat Gigi", "Perawat gigi dan dokter gigi", "Yang satu membantu yang lain."),
        name="Perawat Gigi",
    )
    assert document.difference == ("Yang satu membantu yang lain.",)


def test_under_an_unknown_heading_wording_places_a_paragraph_but_is_not_sure() -> None:
    reading = read_document(
        "Perawat\n\n# Dapur rahasia\n\nKamu senang mendengarkan.\n\nSerba-serbi lain.",
        fallback_name="x",
    )
    placed = {one.text: (one.section, one.is_sure) for one in reading.placements}
    assert placed["Kamu senang mendengarkan."] == ("suited", False)
    assert placed["Serba-serbi lain."][0] == "unplaced"
