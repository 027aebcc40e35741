"""What layout does to text, and what is left when it is taken off."""

from __future__ import annotations

import pytest

from profiles.documents.layout import Block, read_blocks
from profiles.documents.lines import begins_part


def texts(*lines: str) -> list[str]:
    return [block.text for block in blocks(*lines)]


def blocks(*lines: str) -> list[Block]:
    return read_blocks("\n".join(lines), begins_part=begins_part)


def test_wrapped_lines_are_joined_until_one_has_room_left() -> None:
    assert texts(
        "Perawat merawat pasien di rumah sakit, puskesmas, dan klinik, lalu",
        "mencatat keadaan mereka. Setiap pagi ia memeriksa suhu dan tekanan",
        "darah. Rumah sakit besar membaginya menjadi tiga giliran kerja oleh",
        "Kepala Ruangan.",
        "Ia juga menenangkan keluarga.",
    ) == [
        "Perawat merawat pasien di rumah sakit, puskesmas, dan klinik, lalu mencatat keadaan "
        "mereka. Setiap pagi ia memeriksa suhu dan tekanan darah. Rumah sakit besar membaginya "
        "menjadi tiga giliran kerja oleh Kepala Ruangan.",
        "Ia juga menenangkan keluarga.",
    ]


def test_a_section_that_begins_in_a_full_line_is_not_joined() -> None:
    first = "Orang membayangkan koki selalu mencicipi makanan, padahal tugasnya"
    second = "kebanyakan mencuci, mengupas, memotong, dan menata bahan di dapur."
    third = "Ekspektasi: koki bekerja santai dan pulang lebih cepat dari tamunya"
    assert texts(first, second, third, "setiap hari.") == [
        f"{first} {second}",
        f"{third} setiap hari.",
    ]


@pytest.mark.parametrize(
    ("end", "start", "joined"),
    [
        ("meng-", "hitung semuanya.", "menghitung semuanya."),
        ("teman-", "teman sekelas.", "teman-teman sekelas."),
        ("sayur-", "mayur segar.", "sayur-mayur segar."),
    ],
)
def test_words_cut_by_a_hyphen_become_whole(end: str, start: str, joined: str) -> None:
    opening = "Setelah bahan datang dari pasar pagi, ia mengurus"
    assert texts(f"{opening} {end}", start) == [f"{opening} {joined}"]


@pytest.mark.parametrize(
    ("line", "text", "mark"),
    [
        ("- Teliti", "Teliti", "-"),
        ("•\tTeliti", "Teliti", "-"),
        ("\uf0b7 Teliti", "Teliti", "-"),
        ("🌸 Teliti", "Teliti", "-"),
        ("- [x] Teliti", "Teliti", "-"),
        ("3) Teliti", "Teliti", "1"),
        ("2.3 Teliti", "Teliti", "1.1"),
        ("(b) Teliti", "Teliti", "a"),
        ("iv. Teliti", "Teliti", "a"),
        ("3.5 juta orang", "3.5 juta orang", ""),
        ("-5 derajat", "-5 derajat", ""),
        ("2.", "2.", ""),
        ("© 2026 Sekolah", "© 2026 Sekolah", ""),
        ("be\N{SOFT HYPHEN}ker\N{SOFT HYPHEN}ja\N{NO-BREAK SPACE}\tkeras", "bekerja keras", ""),
        ("**Teliti** dan _sabar_", "Teliti dan sabar", ""),
        ("2 * 3 * 4", "2 * 3 * 4", ""),
        ("nama_berkas_ini", "nama_berkas_ini", ""),
        ("lihat [BPS](https://bps.go.id)", "lihat BPS (https://bps.go.id)", ""),
        ("Tarif &amp; biaya", "Tarif & biaya", ""),
        ("J: Ia meracik obat.", "Ia meracik obat.", ""),
    ],
)
def test_marks_are_taken_off_and_text_is_not(line: str, text: str, mark: str) -> None:
    assert [(block.text, block.mark) for block in blocks(line)] == [(text, mark)]


@pytest.mark.parametrize(
    "lines",
    [
        ["# Tugas"],
        ["**Tugas**"],
        ["*Tugas*"],
        ["__Tugas:__"],
        ["Tugas", "====="],
        ["Tugas", "-----"],
        ["TUGAS"],
        ["T: Apa tugasnya?"],
    ],
)
def test_what_is_set_as_a_head(lines: list[str]) -> None:
    head, text = blocks(*lines, "Ia meracik obat.")
    assert (head.is_head, text.is_head) == (True, False)


def test_capitals_are_no_heads_where_all_is_in_capitals() -> None:
    assert not any(block.is_head for block in blocks("SASTRA INGGRIS", "ILMU SEJARAH"))


def test_lines_without_a_letter_or_digit_only_part_what_stands_around_them() -> None:
    first, second = blocks("Satu.", "* * *", "Dua.")
    assert (first.text, second.text, second.is_apart) == ("Satu.", "Dua.", True)


def test_rows_of_a_table_are_labels_and_what_stands_beside_them() -> None:
    table = blocks(
        "Gambaran umum\t: Mengubah kain menjadi pakaian",
        "Kegiatan\t: Mengukur badan",
        "\t: Memotong bahan",
        "Bakat : Tangan terampil",
    )
    assert [(block.text, block.is_head) for block in table] == [
        ("Gambaran umum:", True),
        ("Mengubah kain menjadi pakaian", False),
        ("Kegiatan:", True),
        ("Mengukur badan", False),
        ("Memotong bahan", False),
        ("Bakat:", True),
        ("Tangan terampil", False),
    ]


def test_a_colon_with_space_before_it_makes_no_table_of_prose() -> None:
    assert texts("Ia menulis dua hal : waktu dan tempat.") == [
        "Ia menulis dua hal : waktu dan tempat."
    ]


def test_cells_of_a_markdown_table_are_paragraphs() -> None:
    assert texts("| Bayangan | Nyatanya |", "|---|---|", "| Melukis | Menata huruf |") == [
        "Bayangan",
        "Nyatanya",
        "Melukis",
        "Menata huruf",
    ]


def test_what_stands_above_lists_in_a_list_is_their_head() -> None:
    lists = blocks(
        *("• Intisari", "  – Ia mengukur tanah."),
        *("• Kuliahnya", "  – Teknik Geodesi", "  – Teknik Geomatika"),
        *("• Pemberi kerja", "  – Kontraktor jalan tol"),
    )
    assert [block.text for block in lists if block.is_head] == [
        "Intisari",
        "Kuliahnya",
        "Pemberi kerja",
    ]


@pytest.mark.parametrize("line", ["~ Ladang berkarya ~", "*** Ladang berkarya ***"])
def test_what_stands_between_ornaments_is_a_head(line: str) -> None:
    assert blocks(line, "Ia membatik.")[0] == Block("Ladang berkarya", "", True, True)


def test_names_of_who_asks_and_who_answers_are_taken_off() -> None:
    interview = blocks(
        *("Suluh: Apa tugas Bapak?", "Masinis: Menjalankan kereta."),
        *("Suluh: Apa bebannya?", "Masinis: Jam kerja."),
        *("Suluh: Sekolahnya apa?", "Masinis: Teknik Mesin.", "Catatan: direkam di stasiun."),
    )
    assert [block.text for block in interview if block.is_head] == [
        "Apa tugas Bapak?",
        "Apa bebannya?",
        "Sekolahnya apa?",
    ]
    assert [block.text for block in interview if not block.is_head] == [
        "Menjalankan kereta.",
        "Jam kerja.",
        "Teknik Mesin.",
        "Catatan: direkam di stasiun.",
    ]
