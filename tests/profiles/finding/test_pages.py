"""The pages on which students look for a profession, and what search engines see of them."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from profiles.models import Edition, Profession
from tests.factories import make_edition, make_profession

LIST = "/profesi/"
PROFESSION = "/profesi/pengurus-kampanye-politik/"
QUIZ = f"{PROFESSION}kuis/"


def text_of(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def squeezed(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def publish_more(count: int) -> None:
    """Publish more professions, which ask for leadership."""
    for number in range(count):
        make_edition(make_profession(f"Profesi {number:03}", {"leadership": (2, False)}))


def test_the_front_page_has_a_search_field_that_leads_to_the_list(
    client: Client, edition: Edition
) -> None:
    text = text_of(client, "/")
    assert 'role="search" action="/profesi/"' in text
    assert 'name="cari"' in text
    assert 'action="/en/profesi/"' in text_of(client, "/en/")


def test_the_front_page_shows_a_few_and_the_way_to_all(
    client: Client, campaign: Profession
) -> None:
    assert text_of(client, "/").count('class="card"') == 1
    assert "Lihat semua profesi" not in text_of(client, "/")
    publish_more(8)
    assert text_of(client, "/").count('class="card"') == 6
    assert "Lihat semua profesi" in text_of(client, "/")


def test_what_was_asked_stays_in_the_form(client: Client, edition: Edition) -> None:
    query = "cari=kampanye+%22&keterampilan=leadership&jurusan=hukum&mapel=sosiologi"
    text = text_of(client, f"{LIST}?{query}")
    assert 'value="kampanye &quot;"' in text
    assert 'value="leadership" selected' in text
    assert 'value="hukum" selected' in text
    assert 'value="sosiologi" selected' in text
    assert "<details open>" in text
    assert "<details>" in text_of(client, LIST)


def test_the_number_found_stands_in_the_page_and_in_its_title(
    client: Client, edition: Edition
) -> None:
    text = text_of(client, f"{LIST}?cari=kampanye")
    assert re.search(r'role="status">\s*1 profesi', text)
    title = re.search(r"<title>(.*?)</title>", text, re.DOTALL)
    assert title
    assert " ".join(title[1].split()).startswith("1 profesi ·")


def test_each_part_can_be_removed(client: Client, edition: Edition) -> None:
    text = text_of(client, f"{LIST}?cari=kampanye&jurusan=hukum")
    assert 'href="/profesi/?jurusan=hukum"' in text
    assert 'href="/profesi/?cari=kampanye"' in text
    assert 'aria-label="Hapus Hukum"' in text
    assert 'href="/profesi/"' in text_of(client, f"{LIST}?cari=kampanye").partition("removable")[2]


def test_only_similar_words_are_called_that(client: Client, edition: Edition) -> None:
    text = squeezed(text_of(client, f"{LIST}?cari=kampanye+politk"))
    assert "“kampanye politk” tidak ditemukan. Ini hasil untuk “kampanye politik”." in text
    assert "Pengurus Kampanye Politik" in text


def test_finding_nothing_says_what_to_do(client: Client, edition: Edition) -> None:
    text = squeezed(text_of(client, f"{LIST}?cari=xyzzy"))
    assert "0 profesi" in text
    assert "Coba satu kata saja" in text
    assert "Hapus filternya" not in text
    assert "Hapus filternya" in text_of(client, f"{LIST}?cari=xyzzy&jurusan=hukum")
    assert "Lihat semua profesi" in text


def test_an_unknown_filter_is_admitted(client: Client, edition: Edition) -> None:
    text = squeezed(text_of(client, f"{LIST}?keterampilan=terbang"))
    assert "tidak kami kenal" in text
    assert "Pengurus Kampanye Politik" in text


def test_many_professions_come_in_pages(client: Client, campaign: Profession) -> None:
    publish_more(14)
    first = text_of(client, f"{LIST}?keterampilan=leadership")
    assert first.count('class="card"') == 10
    assert 'href="?keterampilan=leadership&amp;halaman=2"' in first
    second = text_of(client, f"{LIST}?halaman=2")
    assert second.count('class="card"') == 5
    assert 'href="?halaman=1"' in second
    for odd in ("0", "-1", "99", "x", "1e9", "%00"):
        assert client.get(f"{LIST}?halaman={odd}").status_code == 200


ODD = [
    "\0",
    "a\0b",
    "x" * 10_000,
    "kata " * 2_000,
    "%_\\'",
    "'; DROP TABLE profiles_edition; --",
    "<script>alert(1)</script>",
    "& | ! ( ) :* <->",
    "\ud83d\ude42".encode("utf-16", "surrogatepass").decode("utf-16"),
    "ﷺ" * 100,
    "a\u0301\u202e",
]


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("name", ["cari", "keterampilan", "jurusan", "mapel", "halaman"])
def test_nothing_in_the_address_breaks_the_list(
    name: str, language: str, client: Client, edition: Edition
) -> None:
    for odd in ODD:
        response = client.get(f"{language}{LIST}?{name}={quote(odd)}")
        assert response.status_code == 200, odd
        assert b"<script>alert" not in response.content


@pytest.mark.parametrize(
    "query", ["cari=%ff%fe", "cari=a&cari=b", "jurusan=&jurusan=x", "cari[]=a", "&&=&?"]
)
def test_odd_queries_are_answered(query: str, client: Client, edition: Edition) -> None:
    assert client.get(f"{LIST}?{query}").status_code == 200


@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("/", 1),
        (LIST, 1),
        (f"{LIST}?cari=kampanye&jurusan=hukum&mapel=sosiologi", 1),
        (f"{LIST}?cari=politk", 2),
    ],
)
def test_what_a_list_costs(
    path: str,
    queries: int,
    client: Client,
    edition: Edition,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(queries):
        response = client.get(path)
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_a_profession_lists_its_parts_and_every_link_leads_to_one(
    client: Client, edition: Edition
) -> None:
    text = text_of(client, PROFESSION)
    parts = re.findall(r'href="#([\w-]+)"', text)
    assert len(parts) > 8
    assert all(f'id="{part}"' in text for part in parts)
    assert text.index("Mulai kuis") < text.index("Di halaman ini")
    assert text.rindex(f'href="{QUIZ}"') > text.index('id="tempat"')


def test_a_part_that_is_empty_is_not_listed(client: Client, campaign: Profession) -> None:
    campaign.misconception = campaign.misconception_en = ""
    campaign.save()
    make_edition(campaign)
    assert "salah-paham" not in text_of(client, PROFESSION)


def test_a_profession_says_what_the_quiz_looks_at_and_why(client: Client, edition: Edition) -> None:
    text = text_of(client, PROFESSION)
    for demand in edition.content.demands:
        assert f"<q>{demand.evidence.id}</q>" in text
    assert text.count("Sangat dibutuhkan: keterampilan kunci") == 2
    assert len(re.findall(r'"weight">Dibutuhkan<', text)) == 2
    assert edition.content.not_measured.id in text


def test_majors_lead_to_the_professions_they_serve(client: Client, edition: Edition) -> None:
    text = text_of(client, PROFESSION)
    links = re.findall(r'href="(/profesi/\?jurusan=[\w-]+)"', text)
    assert len(links) == 10
    for link in links:
        assert f'href="{PROFESSION}"' in text_of(client, link)
    assert 'href="/en/profesi/?jurusan=ilmu-politik"' in text_of(client, f"/en{PROFESSION}")


def test_majors_lead_to_the_subjects_that_support_them(client: Client, edition: Edition) -> None:
    text = text_of(client, PROFESSION)
    lines = re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", text, re.DOTALL)
    assert [(majors, squeezed(subjects)) for majors, subjects in lines] == [
        ("Hubungan Masyarakat (Humas) · Sosiologi · Jurnalistik · Ilmu Komunikasi", "Sosiologi"),
        ("Ekonomi", "Ekonomi Matematika"),
        ("Hukum", "Sosiologi Pendidikan Pancasila"),
    ]
    assert "Kepmendikdasmen 102/M/2025 (29 Juli 2025)" in text
    assert "periksa di sekolahmu dan bicarakan dengan guru BK dan orang tua" in text
    for link in re.findall(r'href="(/profesi/\?mapel=[\w-]+)"', text):
        assert f'href="{PROFESSION}"' in text_of(client, link)
    assert "Ekonomi (Economics)" in text_of(client, f"/en{PROFESSION}")


def test_where_no_group_is_known_nothing_is_said_of_subjects(
    client: Client, campaign: Profession
) -> None:
    campaign.majors.update(group="")
    make_edition(campaign)
    assert "Mata pelajaran" not in squeezed(text_of(client, PROFESSION))
    assert 'name="mapel"' not in text_of(client, LIST)


def test_only_the_plain_list_is_for_search_engines(client: Client, edition: Edition) -> None:
    text = text_of(client, f"{LIST}?cari=kampanye")
    assert '<link rel="canonical" href="http://testserver/profesi/">' in text
    assert '<meta name="robots" content="noindex">' in text


@pytest.mark.parametrize("path", ["/", LIST, f"{LIST}?cari=kampanye", PROFESSION])
def test_a_page_that_has_not_changed_is_not_sent_again(
    path: str, client: Client, campaign: Profession
) -> None:
    first = client.get(path)
    assert first["Cache-Control"] == "no-cache"
    again = client.get(path, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    campaign.name = "Kampanye baru"
    campaign.save()
    make_edition(campaign)
    assert client.get(path, headers={"if-none-match": first["ETag"]}).status_code == 200
