from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from profiles.models import Edition, Profession, Statement
from quiz.models import Attempt

PREVIEW = "/admin/profiles/profession/{}/pratinjau/{}"


def test_the_quiz_and_a_result_of_the_draft_are_students_pages_and_store_nothing(
    admin_client: Client, campaign: Profession
) -> None:
    Statement.objects.filter(trait__code="communication", position=1).update(
        text="Saya menulis surat."
    )
    quiz = admin_client.get(PREVIEW.format(campaign.pk, "kuis/"))
    text = quiz.content.decode()
    assert "siswa belum melihat ini" in text
    assert "Saya menulis surat." in text
    assert "quiz/take_quiz.html" in [template.name for template in quiz.templates]
    assert "no-store" in quiz["Cache-Control"]
    result = admin_client.get(PREVIEW.format(campaign.pk, "hasil/"))
    assert "quiz/result/result.html" in [template.name for template in result.templates]
    assert "siswa belum melihat ini" in result.content.decode()
    assert f'href="{PREVIEW.format(campaign.pk, "kuis/")}"' in result.content.decode()
    assert "/hasil/" not in result.content.decode().replace("pratinjau/hasil/", "")
    assert not Attempt.objects.exists()
    assert Edition.objects.count() == 1


def test_a_draft_without_demands_says_what_it_lacks(
    admin_client: Client, campaign: Profession
) -> None:
    campaign.demands.all().delete()
    text = admin_client.get(PREVIEW.format(campaign.pk, "hasil/")).content.decode()
    assert "Tambahkan paling sedikit satu keterampilan" in text
    assert admin_client.get(PREVIEW.format(campaign.pk, "kuis/")).status_code == 200


@pytest.mark.parametrize("page", ["kuis/", "hasil/"])
def test_only_who_may_look_at_professions_sees_it(
    page: str, client: Client, campaign: Profession
) -> None:
    client.force_login(User.objects.create_user("guru", is_staff=True))
    assert client.get(PREVIEW.format(campaign.pk, page)).status_code == 403
