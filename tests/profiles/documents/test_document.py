"""Reading profession documents: each paragraph in its place, and none dropped."""

from __future__ import annotations

from collections import Counter
from itertools import chain

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from profiles.documents.asking.demands import propose_demands
from profiles.documents.asking.keywords import TraitKeywords
from profiles.documents.decoding import MAX_BYTES, MAX_LINES, NotAProfile, decode
from profiles.documents.document import parse
from profiles.documents.naming import name_from_filename
from tests.profiles.documents.document_fixtures import (
    ARCHIVE,
    FESTIVAL,
    GUIDE,
    lines_of,
    parsed,
    place_of,
    placed,
    read,
    words_in,
    words_of,
)

HEADINGS = {
    "profil profesi",
    "apa saya cocok bekerja sebagai koordinator festival seni?",
    "apa saya cocok bekerja sebagai pemandu museum kota?",
    "konsep, ekspektasi dan realita",
    "jurusan kuliah yang mendukung",
    "contoh perusahaan atau institusi yang membutuhkan",
}

# How many paragraphs of each document belong to each list, in the order of the document.
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


def is_heading(line: str) -> bool:
    return " ".join(line.split()).casefold() in HEADINGS


def paragraphs_of(name: str) -> list[str]:
    return [
        line for line in lines_of(read(name)) if line != TITLES.get(name) and not is_heading(line)
    ]


def expected(name: str) -> dict[str, list[str]]:
    rest = iter(paragraphs_of(name))
    return {section: [next(rest) for _ in range(count)] for section, count in COUNTS[name].items()}


def as_sets(lists: dict[str, list[str]]) -> dict[str, Counter[str]]:
    return {name: Counter(paragraphs) for name, paragraphs in lists.items()}


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
        found = Counter(chain.from_iterable(placed(document).values()))
        missing = Counter(map(str.casefold, wanted)) - Counter(map(str.casefold, found))
        assert list(missing.elements()) in ([], [document.name.casefold()])
        for line in lines[:-1]:
            assert line not in place or line in getattr(document, place[line])


def test_what_is_cut_off_stays_as_it_is() -> None:
    document = parse(read(GUIDE), fallback_name="")
    assert document.difference == (
        "Perbedaan antara pemandu museum kota dengan profesi yang mirip,",
    )


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
        "Sabar",
        "Namun begitu.",
        "Cadangan",
        "\N{NO-BREAK SPACE}\N{EM SPACE}",
    ]
)
LINES = st.lists(st.one_of(WORDING, st.text(max_size=30)), max_size=20)
# Of these words, no heading and no title can be made.
PLAIN = st.text(alphabet="0123456789 \t\N{NO-BREAK SPACE}.:,;!?-*#()\n\r\x85\u2028", max_size=200)


@given(LINES)
def test_nothing_is_added_changed_or_put_in_twice(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert words_in(parse(text, fallback_name="Cadangan")) <= words_of(text)


@given(PLAIN)
@example("---\n\n***\n  \x1f\n1.\n")
@example("- 100\n2. 200\n3.1 300\n#400\n**500**\n\n1.000\n")
def test_nothing_is_dropped(text: str) -> None:
    document = parse(text, fallback_name="Cadangan")
    assert words_in(document) == words_of(text)
    assert document.name == "Cadangan"


@given(LINES)
def test_only_headings_and_one_title_are_set_aside(lines: list[str]) -> None:
    document = parsed(*lines)
    headings = words_of("Profil Profesi", "Jurusan", "Perbedaan")
    missing = words_of(*lines) - words_in(document)
    others = [word for word in missing if word not in headings]
    assert words_of(*others) <= words_of(document.name)


@given(LINES, st.sampled_from([" ", "\t", "\N{NO-BREAK SPACE}", "\u2003"]))
def test_outer_space_makes_no_difference(lines: list[str], space: str) -> None:
    padded = "\n".join(f"{space}{line}{space}" for line in lines)
    assert parsed(*lines) == parse(padded, fallback_name="Cadangan")


@given(st.text(), st.text(max_size=30), st.lists(st.text(max_size=5), max_size=3))
def test_any_text_can_be_read(text: str, name: str, keywords: list[str]) -> None:
    document = parse(text, fallback_name=name)
    propose_demands(document, [TraitKeywords("x", tuple(keywords))])
    name_from_filename(name)


# --- Bytes ---


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n\xc2\xa0", "empty"),
        (b"a" * (MAX_BYTES + 1), "too_large"),
        (b"a\n" * (MAX_LINES + 1), "too_large"),
        (b"Ahli\0Gizi", "binary"),
        (b"\x89PNG\r\n\x1a\n\0\0", "binary"),
        (b"\x01\x02\x03 Ahli", "binary"),
        ("Ahli Gizi".encode("utf-16") + b"\0", "unknown_encoding"),
        ("Диетолог".encode("cp1251"), "unknown_encoding"),
        (b"Ahli Gizi\x81", "unknown_encoding"),
        (b"<!DOCTYPE html><title>Ahli Gizi</title>", "markup"),
        (b"{\\rtf1 Ahli Gizi}", "markup"),
    ],
)
def test_what_is_no_profile(raw: bytes, code: str) -> None:
    with pytest.raises(NotAProfile) as refusal:
        decode(raw)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_text_is_read_in_the_encodings_that_offices_save(encoding: str) -> None:
    text = "Ahli Gizi – “Apa saya cocok?” Ia menyusun menu, misalnya crème brûlée.\r\n"
    assert decode(text.encode(encoding)) == text


def test_decode_takes_a_byte_order_mark_off() -> None:
    assert decode("\ufeffAhli Gizi".encode()) == "Ahli Gizi"
    assert len(decode(b"a" * MAX_BYTES)) == MAX_BYTES
