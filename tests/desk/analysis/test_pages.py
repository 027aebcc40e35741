from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission, User
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from profiles.models import Edition, Profession, Trait
from tests.desk.analysis.answers import send_many
from tests.factories import copy_profession, make_edition

TRAIT = "/admin/analisis/keterampilan/{}/"
QUIZ = "/admin/analisis/kuis/{}/"


@pytest.fixture
def trait(edition: Edition) -> Trait:
    return Trait.objects.get(code="communication")


def text_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_each_statement_has_its_figures_and_what_to_do(
    admin_client: Client, edition: Edition, trait: Trait
) -> None:
    first, second, *_ = edition.content.statements_of(trait.code)
    send_many(edition, 200, contrary=first.code, skipped=second.code)
    send_many(make_edition(copy_profession(edition.profession, slug="lain", name="Lain")), 100)
    text = text_of(admin_client, TRAIT.format(trait.pk))
    assert "Dihitung dari 300 kuis yang terkirim." in text
    assert f"{first.text.id} <span" in text
    assert text.count("Mungkin terbalik arahnya") == 1
    assert text.count("Lebih dari 5 % siswa melewatinya") == 1
    report = admin_client.get(TRAIT.format(trait.pk)).context["report"]
    (part,) = report.traits
    assert part.statements[0].found.item_total < 0 < part.statements[2].found.item_total
    assert [bar.count for bar in part.statements[0].bars] == list(
        part.statements[0].found.distribution
    )
    assert "Lebih besar daripada yang dipakai di halaman hasil" in text


def test_a_quiz_is_judged_by_those_who_took_it(admin_client: Client, edition: Edition) -> None:
    send_many(edition, 40)
    send_many(make_edition(copy_profession(edition.profession, slug="lain", name="Lain")), 100)
    send_many(make_edition(copy_profession(edition.profession, slug="3", name="Tiga")), 3)
    text = text_of(admin_client, QUIZ.format(edition.profession_id))
    assert "Dihitung dari 40 kuis yang terkirim." in text
    assert "Rata-rata</dt>" in text
    assert "Alfa tanpa ini</dt>" not in text
    assert text.count("Alfa dan galat baku belum bisa dikatakan") == 4


def test_below_what_carries_a_number_there_is_a_sentence(
    admin_client: Client, edition: Edition, trait: Trait
) -> None:
    send_many(edition, 29)
    text = text_of(admin_client, TRAIT.format(trait.pk))
    assert text.count("Baru 29 jawaban; mulai dari 30 ada yang bisa dikatakan.") == 6
    assert 'class="bar"' not in text


def test_attempts_with_a_sign_are_told_of(admin_client: Client, edition: Edition) -> None:
    send_many(edition, 5, signs=["fast"])
    text = text_of(admin_client, QUIZ.format(edition.profession_id))
    assert "5 kuis dengan catatan mutu tidak dihitung." in text


def test_what_was_never_published_has_nothing_to_analyse(
    admin_client: Client, campaign: Profession
) -> None:
    draft = copy_profession(campaign, slug="draf", name="Draf")
    response = admin_client.get(QUIZ.format(draft.pk), follow=True)
    assert response.redirect_chain == [(f"/admin/profiles/profession/{draft.pk}/change/", 302)]
    assert "belum terbit, jadi belum ada kuis" in response.content.decode()
    assert admin_client.get(QUIZ.format(0)).status_code == 404
    assert admin_client.get(TRAIT.format(0)).status_code == 404


def test_both_are_linked_from_what_they_are_about(
    admin_client: Client, edition: Edition, trait: Trait
) -> None:
    page = text_of(admin_client, f"/admin/profiles/trait/{trait.pk}/change/")
    assert f'href="{TRAIT.format(trait.pk)}"' in page
    page = text_of(admin_client, f"/admin/profiles/profession/{edition.profession_id}/change/")
    assert f'href="{QUIZ.format(edition.profession_id)}"' in page


def test_who_may_not_see_the_workbench_sees_no_analysis(
    client: Client, edition: Edition, trait: Trait
) -> None:
    helper = User.objects.create_user("guru", password="x", is_staff=True)
    client.force_login(helper)
    addresses = TRAIT.format(trait.pk), QUIZ.format(edition.profession_id)
    assert [client.get(address).status_code for address in addresses] == [403, 403]
    names = ["view_trait", "view_profession"]
    helper.user_permissions.set(Permission.objects.filter(codename__in=names))
    assert [client.get(address).status_code for address in addresses] == [200, 200]
    client.logout()
    assert [client.get(address).status_code for address in addresses] == [302, 302]


def test_more_answers_and_editions_cost_no_more_queries(
    admin_client: Client, edition: Edition, trait: Trait
) -> None:
    addresses = TRAIT.format(trait.pk), QUIZ.format(edition.profession_id)

    def queries() -> list[int]:
        counts = []
        for address in addresses:
            caches["studies"].clear()
            with CaptureQueriesContext(connection) as asked:
                admin_client.get(address)
            counts.append(len(asked))
        return counts

    few = queries()
    send_many(edition, 50)
    send_many(make_edition(copy_profession(edition.profession, slug="lain", name="Lain")), 50)
    assert queries() == few
