from __future__ import annotations

import pytest
from django.test import Client, override_settings

from profiles.models import Edition, Profession
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
    assert all(major.id in text for major in content.majors)
    assert all(institution in text for institution in content.institutions)
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


def test_not_found_says_what_to_do(client: Client, edition: Edition) -> None:
    response = client.get("/hasil/terpotong/")
    assert response.status_code == 404
    assert "salin lagi alamatnya secara utuh" in response.content.decode()
    assert "This page does not exist" in client.get("/en/hasil/x/").content.decode()


@override_settings(ROOT_URLCONF="tests.profiles.broken_urls")
@pytest.mark.django_db
def test_a_fault_of_ours_says_so_kindly() -> None:
    response = Client(raise_request_exception=False).get("/rusak/")
    assert response.status_code == 500
    text = response.content.decode()
    assert "Ini bukan salahmu" in text
    assert "ZeroDivisionError" not in text


def test_a_form_of_the_admin_that_has_expired_says_what_to_do(client: Client, db: None) -> None:
    strict = Client(enforce_csrf_checks=True)
    response = strict.post("/admin/login/", {"username": "admin", "password": "x"})
    assert response.status_code == 403
    assert "lalu kirim sekali lagi" in response.content.decode()
