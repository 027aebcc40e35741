from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils import timezone

from profiles.models import Edition
from tests.desk.analysis.answers import send_many
from tests.factories import make_attempt

USE = "/admin/analisis/pemakaian/"


def text_of(client: Client) -> str:
    response = client.get(USE)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_it_shows_what_was_sent_and_says_what_is_not_known(
    admin_client: Client, edition: Edition
) -> None:
    now = timezone.now()
    for number in range(12):
        make_attempt(edition, key=f"{number:022}", seconds=300, now=now)
    text = text_of(admin_client)
    assert "Sekitar 10 kuis terkirim seluruhnya." in text
    assert "<td>12</td>" in text
    assert "Separuh siswa selesai dalam 5 menit." in text
    assert edition.profession.name in text
    assert "tetapi tidak mengirim, tidak diketahui" in text


@pytest.mark.parametrize("attempts", [0, 9])
def test_of_few_it_says_nothing_but_that_they_are_few(
    admin_client: Client, edition: Edition, attempts: int
) -> None:
    send_many(edition, attempts, submitted_at=timezone.now())
    text = text_of(admin_client)
    assert "Belum ada 10 kuis yang terkirim" in text
    assert "Belum ada 10 kuis yang lamanya diketahui" in text
    assert "Belum ada profesi yang kuisnya dijawab 10 siswa" in text


def test_it_is_linked_from_the_answers_and_for_those_who_may_see_them(
    admin_client: Client, client: Client, db: None
) -> None:
    assert f'href="{USE}"' in admin_client.get("/admin/quiz/attempt/").content.decode()
    helper = User.objects.create_user("guru", password="x", is_staff=True)
    client.force_login(helper)
    assert client.get(USE).status_code == 403
    helper.user_permissions.add(Permission.objects.get(codename="view_attempt"))
    assert client.get(USE).status_code == 200
