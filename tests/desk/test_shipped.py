"""All professions that ship leave the site in one go, and come back; no others do."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from profiles.finding.asked import Asked
from profiles.finding.found import find
from profiles.models import Profession
from profiles.workbench import shipped_content
from tests.factories import make_edition, make_profession

PAGE = "/admin/profiles/profession/bawaan/"
LIST = "/admin/profiles/profession/"


@pytest.fixture(autouse=True)
def _site_of_a_school(campaign: Profession) -> None:
    """The campaign manager as it ships, a profession of its own, and a draft that ships."""
    own = make_profession("Pustakawan", {"communication": (2, False)})
    make_edition(own)
    shipped_content.write_professions(
        [one for one in shipped_content.shipped_professions() if one["slug"] == "koki"]
    )


def on_site() -> set[str]:
    return {card.slug for card in find(Asked(), "id").cards}


def test_they_are_taken_off_the_site_and_put_back(
    admin_client: Client, campaign: Profession
) -> None:
    assert PAGE in admin_client.get(LIST).content.decode()
    asked = admin_client.get(PAGE).content.decode()
    assert "Tarik semua profesi bawaan dari situs" in asked
    assert "Tampilkan lagi" not in asked
    assert campaign.name in asked
    assert "Pustakawan" not in asked
    assert on_site() == {campaign.slug, "pustakawan"}  # asking alone changes nothing

    done = admin_client.post(PAGE, {"take_off": "1"}, follow=True).content.decode()
    assert "1 profesi bawaan ditarik dari situs." in done
    assert on_site() == {"pustakawan"}
    assert Profession.objects.get(slug="koki").is_listed  # a draft will be shown once published

    assert "Tampilkan lagi semuanya" in admin_client.get(PAGE).content.decode()
    admin_client.post(PAGE, {"put_back": "1"})
    assert on_site() == {campaign.slug, "pustakawan"}
    history = admin_client.get(f"{LIST}{campaign.pk}/history/").content.decode()
    assert "Menarik dari situs." in history
    assert "Menampilkan di situs." in history


def test_it_takes_the_right_to_change_professions(client: Client, campaign: Profession) -> None:
    teacher = User.objects.create_user("guru", is_staff=True)
    teacher.user_permissions.add(Permission.objects.get(codename="view_profession"))
    client.force_login(teacher)
    assert PAGE not in client.get(LIST).content.decode()
    assert client.get(PAGE).status_code == client.post(PAGE, {"take_off": "1"}).status_code == 403
    assert campaign.slug in on_site()
