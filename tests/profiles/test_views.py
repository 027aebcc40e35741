from __future__ import annotations

import re
import zlib

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from profiles.models import Edition, Field, Profession
from profiles.templatetags.edition_text import field_picture
from tests.factories import make_edition, make_profession

PROFESSION = "/profesi/pengurus-kampanye-politik/"


def test_the_front_page_leads_to_the_professions(client: Client, edition: Edition) -> None:
    text = client.get("/").content.decode()
    assert "Apa saya cocok?" in text
    assert f'href="{PROFESSION}"' in text


@pytest.mark.django_db
def test_a_site_without_a_profession_says_so(client: Client) -> None:
    for path in ("/", "/profesi/"):
        assert "Belum ada profesi yang terbit" in client.get(path).content.decode()


def test_a_profession_is_shown_whole(client: Client, edition: Edition) -> None:
    text = client.get(PROFESSION).content.decode()
    content = edition.content
    for paragraphs in (content.overview, content.suited, content.unsuited, content.difference):
        assert all(paragraph in text for paragraph in paragraphs.id)
    assert all(major.name.id in text for major in content.majors)
    assert all(institution.id in text for institution in content.institutions)
    assert f'href="{PROFESSION}kuis/"' in text


def test_students_meet_what_was_published_not_the_workbench(
    client: Client, campaign: Profession
) -> None:
    campaign.name = "Nama draf"
    campaign.save()
    assert "Nama draf" not in client.get(PROFESSION).content.decode()
    make_edition(campaign)
    assert "Nama draf" in client.get(PROFESSION).content.decode()


def test_a_draft_is_not_found(client: Client, edition: Edition) -> None:
    make_profession("Draf", {})
    assert client.get("/profesi/draf/").status_code == 404
    assert "Draf" not in client.get("/profesi/").content.decode()


def test_english_pages_are_in_english_and_link_back(client: Client, edition: Edition) -> None:
    text = client.get(f"/en{PROFESSION}").content.decode()
    assert '<html lang="en">' in text
    assert "Political Campaign Manager" in text
    assert edition.content.overview.en[0] in text
    assert f'href="{PROFESSION}"' in text
    assert f'href="/en{PROFESSION}"' in client.get(PROFESSION).content.decode()


def test_what_has_no_english_stays_indonesian(client: Client, campaign: Profession) -> None:
    Profession.objects.update(overview_en="", name_en="")
    edition = make_edition(campaign)
    text = client.get(f"/en{PROFESSION}").content.decode()
    assert edition.content.overview.id[0] in text
    assert "Pengurus Kampanye Politik" in text


@pytest.mark.parametrize("path", ["/", "/profesi/", PROFESSION, "/en/"])
def test_student_pages_cost_one_query_and_set_no_cookie(
    path: str,
    client: Client,
    edition: Edition,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with django_assert_num_queries(1):
        response = client.get(path)
    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_a_profession_leads_to_those_like_it_that_are_on_the_site(
    client: Client, campaign: Profession, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    names = ["Jurnalis", "Advokat", "Wirausahawan"]
    others = [make_profession(name, {}, name_en=f"{name} (en)", field="arts") for name in names]
    campaign.related.set(others)
    assert others[0].name not in neighbours(client)  # students meet what was published
    for other in others[:2]:
        other.demands.create(trait=campaign.demands.all()[0].trait, weight=2, evidence=other.name)
        make_edition(Profession.objects.get(pk=other.pk))
    make_edition(campaign)
    with django_assert_num_queries(1):
        assert neighbours(client) == ["Advokat", "Jurnalis"]
    assert neighbours(client, "/en") == ["Advokat (en)", "Jurnalis (en)"]
    Profession.objects.filter(pk=others[0].pk).update(is_listed=False)
    assert neighbours(client) == ["Advokat"]


def neighbours(client: Client, language: str = "") -> list[str]:
    """The names of the professions that the shipped one's page calls similar."""
    text = client.get(f"{language}{PROFESSION}").content.decode()
    return re.findall(r'<a href="\S+"><svg class="field".*?</svg>\s*([^<]+)</a>', text)


def test_a_profession_shows_its_field_and_its_codes_where_it_has_them(
    client: Client, campaign: Profession
) -> None:
    assert '<svg class="field"' in client.get(PROFESSION).content.decode()
    assert "ISCO" not in client.get(PROFESSION).content.decode()
    Profession.objects.update(field="", kbji="2432", isco08="2432")
    make_edition(campaign)
    text = client.get(PROFESSION).content.decode()
    assert '<svg class="field"' not in text
    assert "KBJI 2014: 2432 · ISCO-08: 2432" in text


@pytest.mark.parametrize("field", Field.values)
def test_the_picture_of_each_field_is_small_and_nothing_to_read(field: str) -> None:
    picture = field_picture(field)
    assert len(zlib.compress(picture.encode())) < 500
    assert 'aria-hidden="true"' in picture
