"""Reading profession documents: each paragraph in its place, none dropped, and demands."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from profiles.document import (
    MAX_BYTES,
    SECTIONS,
    NotAProfile,
    ProfileDocument,
    TraitKeywords,
    decode,
    name_from_filename,
    parse,
    propose_demands,
    sentences,
)

DOCUMENTS = Path(__file__).parent / "documents"
LISTS = (*SECTIONS, "majors", "institutions", "unplaced")
HEADINGS = {
    "profil profesi",
    "apa saya cocok bekerja sebagai koordinator festival seni?",
    "apa saya cocok bekerja sebagai pemandu museum kota?",
    "konsep, ekspektasi dan realita",
    "jurusan kuliah yang mendukung",
    "contoh perusahaan atau institusi yang membutuhkan",
}
TRAITS = (
    TraitKeywords("communication", ("komunikasi", "berkomunikasi", "menyampaikan pesan")),
    TraitKeywords("organization", ("berorganisasi", "teratur")),
    TraitKeywords("leadership", ("kepemimpinan", "memimpin")),
    TraitKeywords("data_analysis", ("analisis data", "bekerja dengan angka", "data")),
)

# How many paragraphs of each document belong to each list, in the order of the document.
FESTIVAL = "koordinator-festival-seni.txt"
ARCHIVE = "petugas-arsip.txt"
GUIDE = "pemandu-museum-kota.txt"
COUNTS = {
    FESTIVAL: {
        "overview": 3,
        "suited": 2,
        "unsuited": 1,
        "misconception": 1,
        "expectation": 1,
        "difference": 1,
        "majors": 4,
        "institutions": 4,
    },
    ARCHIVE: {"overview": 3, "suited": 2, "unsuited": 1, "expectation": 4, "difference": 1},
    GUIDE: {
        "overview": 3,
        "suited": 2,
        "unsuited": 1,
        "misconception": 1,
        "expectation": 1,
        "difference": 1,
    },
}
TITLES = {FESTIVAL: "Koordinator Festival Seni", GUIDE: "Pemandu Museum Kota"}


def read(name: str) -> str:
    return decode((DOCUMENTS / name).read_bytes())


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def is_heading(line: str) -> bool:
    return " ".join(line.split()).casefold() in HEADINGS


def paragraphs_of(name: str) -> list[str]:
    return [
        line for line in lines_of(read(name)) if line != TITLES.get(name) and not is_heading(line)
    ]


def placed(document: ProfileDocument) -> dict[str, list[str]]:
    return {name: list(getattr(document, name)) for name in LISTS if getattr(document, name)}


def expected(name: str) -> dict[str, list[str]]:
    rest = iter(paragraphs_of(name))
    return {section: [next(rest) for _ in range(count)] for section, count in COUNTS[name].items()}


def as_sets(lists: dict[str, list[str]]) -> dict[str, Counter[str]]:
    return {name: Counter(paragraphs) for name, paragraphs in lists.items()}


def parsed(*lines: str, name: str = "Cadangan") -> ProfileDocument:
    return parse("\n".join(lines), fallback_name=name)


def place_of(document: ProfileDocument, paragraph: str) -> str:
    (place,) = [name for name in LISTS if paragraph in getattr(document, name)]
    return place


# --- Whole documents ---


@pytest.mark.parametrize("name", COUNTS)
def test_each_paragraph_is_in_its_place_and_in_order(name: str) -> None:
    document = parse(read(name), fallback_name=name_from_filename(name))
    assert placed(document) == expected(name)
    assert document.name == TITLES.get(name, "Petugas Arsip")


@pytest.mark.parametrize("name", COUNTS)
@given(data=st.data())
def test_without_headings_the_order_does_not_matter(name: str, data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(paragraphs_of(name)))
    document = parsed(*shuffled, name=name_from_filename(name))
    # Only "Sanggar Tari Melati" and the like say nothing by themselves: they go with their list.
    silent = {"Sanggar Tari Melati"}
    found = {
        paragraph: place_of(document, paragraph)
        for paragraph in shuffled
        if paragraph not in silent
    }
    wanted = {
        paragraph: section
        for section, paragraphs in expected(name).items()
        for paragraph in paragraphs
        if paragraph not in silent
    }
    assert found == wanted


def blocks_of(name: str) -> list[list[str]]:
    blocks: list[list[str]] = []
    for line in lines_of(read(name))[1:]:
        if is_heading(line):
            blocks.append([])
        blocks[-1].append(line)
    return blocks


@pytest.mark.parametrize("name", TITLES)
@given(data=st.data())
def test_blocks_in_any_order_with_some_headings_missing(name: str, data: st.DataObject) -> None:
    blocks = data.draw(st.permutations(blocks_of(name)))
    without = data.draw(st.lists(st.booleans(), min_size=len(blocks), max_size=len(blocks)))
    lines = chain.from_iterable(
        block[1:] if headless else block for block, headless in zip(blocks, without, strict=True)
    )
    document = parsed(TITLES[name], *lines)
    assert as_sets(placed(document)) == as_sets(expected(name))
    assert document.name == TITLES[name]


@pytest.mark.parametrize(
    "style", ["{}:", "## {}", "**{}**", "2. {}", "IV. {}", "\N{NO-BREAK SPACE} {} :", "- {}"]
)
@pytest.mark.parametrize("change", [str, str.upper, str.title])
def test_headings_may_be_written_in_other_ways(style: str, change: type[str]) -> None:
    lines = [
        style.format(change(line)) if is_heading(line) else line
        for line in lines_of(read(FESTIVAL))
    ]
    document = parse("\r\n\r\n".join(lines), fallback_name="")
    assert placed(document) == expected(FESTIVAL)


def test_no_break_spaces_everywhere() -> None:
    text = read(FESTIVAL).replace(" ", "\N{NO-BREAK SPACE}")
    document = parse(text, fallback_name="")
    assert {name: len(paragraphs) for name, paragraphs in placed(document).items()} == COUNTS[
        FESTIVAL
    ]
    assert document.name == TITLES[FESTIVAL]


@pytest.mark.parametrize("name", COUNTS)
def test_cut_off_anywhere_nothing_is_dropped_or_moved(name: str) -> None:
    text = read(name)
    place = {line: section for section, lines in expected(name).items() for line in lines}
    for length in range(len(text)):
        document = parse(text[:length], fallback_name=name_from_filename(name))
        lines = lines_of(text[:length])
        wanted = Counter(line for line in lines if not is_heading(line))
        missing = wanted - Counter(chain.from_iterable(placed(document).values()))
        assert list(missing.elements()) in ([], [document.name])
        for line in lines[:-1]:
            assert line not in place or line in getattr(document, place[line])


def test_what_is_cut_off_stays_as_it_is() -> None:
    document = parse(read(GUIDE), fallback_name="")
    assert document.difference == (
        "Perbedaan antara pemandu museum kota dengan profesi yang mirip,",
    )


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
    assert document.majors == ("Program studi: Farmasi, Kimia",)
    assert document.institutions == ("Contoh perusahaan: Apotek Sehat",)


# --- Wording ---


@pytest.mark.parametrize(
    ("paragraph", "section"),
    [
        ("Miskonsepsi: ia hanya berjualan.", "misconception"),
        ("“Mitos” yang beredar cukup banyak.", "misconception"),
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
        ("Banyak orang mengira ia hanya berjualan.", "misconception"),
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
    assert document.suited == ("Kamu cocok jika:", "- Komunikasi", "- Desain")
    assert document.overview == ("Tugas utama meliputi meracik.",)


def test_an_institution_among_items_after_a_colon() -> None:
    document = parsed("Kamu cocok jika:", "- Sabar", "Yayasan Sehat", "Kimia Murni")
    assert document.suited == ("Kamu cocok jika:", "- Sabar")
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
    assert lines[0] in chain.from_iterable(placed(document).values())


def test_the_name_of_the_file_is_a_title_wherever_it_stands() -> None:
    document = parsed("Profil Profesi", "AHLI GIZI", "Ia menyusun menu.", name="Ahli Gizi")
    assert document.name == "AHLI GIZI"
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


# --- Properties ---

WORDING = st.sampled_from(
    [
        "Profil Profesi",
        "Jurusan",
        "Perbedaan",
        "Miskonsepsi: x.",
        "Realita: y.",
        "Kamu cocok jika:",
        "tidak cocok",
        "Ilmu Gizi",
        "PT Maju",
        "- Sabar",
        "Namun begitu.",
        "Cadangan",
        "\N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE}#",
    ]
)
LINES = st.lists(st.one_of(WORDING, st.text(max_size=30)), max_size=20)
# Of these words, no heading and no title can be made.
PLAIN = st.text(alphabet="0123456789 \t\N{NO-BREAK SPACE}.:,;!?-*#()\n\r\x85\u2028", max_size=200)


@given(LINES)
def test_nothing_is_added_changed_or_put_in_twice(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = Counter(chain.from_iterable(placed(parse(text, fallback_name="Cadangan")).values()))
    assert found <= Counter(lines_of(text))


@given(PLAIN)
@example("---\n\n***\n  \x1f\n1.\n")
def test_nothing_is_dropped(text: str) -> None:
    document = parse(text, fallback_name="Cadangan")
    found = Counter(chain.from_iterable(placed(document).values()))
    assert found == Counter(lines_of(text))
    assert document.name == "Cadangan"


@given(LINES)
def test_only_headings_and_one_title_are_set_aside(lines: list[str]) -> None:
    headings = {"Profil Profesi", "Jurusan", "Perbedaan"}
    document = parsed(*lines)
    given_lines = lines_of("\n".join(lines))
    missing = Counter(given_lines) - Counter(chain.from_iterable(placed(document).values()))
    others = [line for line in missing.elements() if line not in headings]
    assert len(others) <= 1
    for line in others:
        assert document.name == " ".join(line.strip(" #*_=~").split())


@given(LINES, st.sampled_from([" ", "\t", "\N{NO-BREAK SPACE}", "\n", "\r\n\r\n"]))
def test_outer_space_makes_no_difference(lines: list[str], space: str) -> None:
    padded = "\n".join(f"{space}{line}{space}" for line in lines)
    assert parsed(*lines) == parse(padded, fallback_name="Cadangan")


@given(st.text(), st.text(max_size=30), st.lists(st.text(max_size=5), max_size=3))
def test_any_text_can_be_read(text: str, name: str, keywords: list[str]) -> None:
    document = parse(text, fallback_name=name)
    propose_demands(document, [TraitKeywords("x", tuple(keywords))])
    name_from_filename(name)


@given(st.text(alphabet='aB1.!?… \n\t"”)(', max_size=80))
def test_sentences_are_the_paragraph_verbatim(paragraph: str) -> None:
    position = 0
    for sentence in sentences(paragraph):
        assert sentence == sentence.strip() != ""
        between, position = position, paragraph.index(sentence, position)
        assert not paragraph[between:position].strip()
        position += len(sentence)
    assert not paragraph[position:].strip()


# --- Bytes ---


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n\xc2\xa0", "empty"),
        (b"a" * (MAX_BYTES + 1), "too_large"),
        (b"Ahli\0Gizi", "binary"),
        (b"\x89PNG\r\n\x1a\n\0\0", "binary"),
        (b"\x01\x02\x03 Ahli", "binary"),
        ("Ahli Gizi".encode("utf-16"), "not_utf8"),
        ("Café".encode("latin-1"), "not_utf8"),
    ],
)
def test_what_is_no_profile(raw: bytes, code: str) -> None:
    with pytest.raises(NotAProfile) as refusal:
        decode(raw)
    assert refusal.value.code == code


def test_decode_takes_a_byte_order_mark_off() -> None:
    assert decode("\ufeffAhli Gizi".encode()) == "Ahli Gizi"
    assert len(decode(b"a" * MAX_BYTES)) == MAX_BYTES


# --- Sentences and demands ---


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
    assert "\N{NO-BREAK SPACE}" in first


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
