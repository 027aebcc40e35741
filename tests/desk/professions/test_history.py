from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission, User
from django.db import IntegrityError, transaction
from django.test import Client

from profiles.models import Edition, Profession, Trait
from tests.desk.pages import CHANGE, form_of
from tests.factories import make_edition

PAGE = "/admin/profiles/profession/{}/"


def test_an_edition_says_who_published_it_and_why(
    admin_client: Client, admin_user: User, campaign: Profession
) -> None:
    page = CHANGE.format(campaign.pk)
    form = form_of(admin_client, page)
    sent = {"name": "Manajer", "catatan": "Nama yang\0  lebih pendek", "_publish": "1"}
    admin_client.post(page, form | sent)
    edition = campaign.editions.get(number=2)
    assert (edition.publisher, edition.note) == (admin_user, "Nama yang lebih pendek")
    text = admin_client.get(f"{PAGE.format(campaign.pk)}edisi/").content.decode()
    assert "Nama yang lebih pendek" in text
    assert "admin" in text


def test_a_note_is_kept_where_nothing_could_be_published(
    admin_client: Client, campaign: Profession
) -> None:
    page = CHANGE.format(campaign.pk)
    form = form_of(admin_client, page)
    sent = {"not_measured": "", "catatan": "Sebabnya", "_publish": "1"}
    response = admin_client.post(page, form | sent)
    assert 'value="Sebabnya"' in admin_client.get(response["Location"]).content.decode()


def test_an_account_leaves_its_editions_and_nothing_else_of_them_changes(
    edition: Edition, admin_user: User
) -> None:
    other = Edition.objects.create(
        profession=edition.profession,
        number=2,
        frozen=edition.frozen,
        published_at=edition.published_at,
        publisher=admin_user,
        note="Catatan",
    )
    for change in ({"note": ""}, {"number": 3}, {"publisher": None, "note": ""}):
        with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
            Edition.objects.filter(pk=other.pk).update(**change)
    admin_user.delete()
    other.refresh_from_db()
    assert (other.publisher, other.note) == (None, "Catatan")
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        Edition.objects.filter(pk=other.pk).update(publisher=User.objects.create_user("lain"))


def test_the_page_always_says_what_is_not_published(
    admin_client: Client, campaign: Profession
) -> None:
    page = CHANGE.format(campaign.pk)
    assert "Tidak ada perubahan yang belum terbit" in admin_client.get(page).content.decode()
    Profession.objects.filter(pk=campaign.pk).update(name="Manajer <b>", not_measured="")
    campaign.demands.filter(trait__code="leadership").update(weight=1)
    text = admin_client.get(page).content.decode()
    assert "3 perubahan belum terbit" in text
    assert "nama; yang belum diukur kuis; Kepemimpinan: bobot" in text
    assert f'href="{page}#id_not_measured"' in text
    text = admin_client.get(f"{PAGE.format(campaign.pk)}perubahan/").content.decode()
    assert "<ins>Manajer &lt;b&gt;</ins>" in text
    assert "<del>2</del><ins>1</ins>" in text


def test_what_an_edition_changed_stays_readable(admin_client: Client, campaign: Profession) -> None:
    Profession.objects.filter(pk=campaign.pk).update(name="Manajer")
    make_edition(campaign)
    pages = PAGE.format(campaign.pk)
    text = admin_client.get(f"{pages}edisi/2/perubahan/").content.decode()
    assert "<del>Pengurus Kampanye Politik</del><ins>Manajer</ins>" in text
    first = admin_client.get(f"{pages}edisi/1/perubahan/").content.decode()
    assert "Ini yang pertama" in first
    assert admin_client.get(f"{pages}edisi/3/perubahan/").status_code == 404


def test_an_edition_comes_back_onto_the_workbench_and_says_what_does_not(
    admin_client: Client, campaign: Profession
) -> None:
    before = campaign.editions.get().content
    Profession.objects.filter(pk=campaign.pk).update(name="Manajer", overview="Lain.")
    campaign.majors.all().delete()
    gone = Trait.objects.get(code="leadership")
    gone.demands.all().delete()
    gone.delete()
    address = f"{PAGE.format(campaign.pk)}edisi/1/kembalikan/"
    text = admin_client.get(address).content.decode()
    assert "belum pernah terbit" in text
    assert "sudah tidak ada, jadi tidak ikut kembali:" in text
    assert "Kepemimpinan" in text
    assert Profession.objects.get(pk=campaign.pk).name == "Manajer"
    admin_client.post(address)
    campaign.refresh_from_db()
    assert campaign.name == before.name.id
    assert [major.name for major in campaign.majors.all()] == [m.name.id for m in before.majors]
    assert {demand.trait.code for demand in campaign.demands.all()} == {
        *("communication", "organization", "data_analysis"),
    }
    assert campaign.editions.count() == 1


def test_off_the_site_and_back_with_one_button(
    admin_client: Client, client: Client, campaign: Profession
) -> None:
    address = f"{PAGE.format(campaign.pk)}tampil/"
    assert admin_client.get(address).status_code == 405
    admin_client.post(address, {"take_off": ""})
    assert client.get(f"/profesi/{campaign.slug}/").status_code == 404
    assert "Ditarik dari situs" in admin_client.get(CHANGE.format(campaign.pk)).content.decode()
    admin_client.post(address, {"put_back": ""})
    assert client.get(f"/profesi/{campaign.slug}/").status_code == 200


def test_who_may_only_look_reads_and_changes_nothing(client: Client, campaign: Profession) -> None:
    teacher = User.objects.create_user("guru", is_staff=True)
    pages = PAGE.format(campaign.pk)
    client.force_login(teacher)
    assert client.get(f"{pages}edisi/").status_code == 403
    teacher.user_permissions.add(Permission.objects.get(codename="view_profession"))
    assert client.get(f"{pages}perubahan/").status_code == 200
    assert "kembalikan" not in client.get(f"{pages}edisi/").content.decode()
    assert client.post(f"{pages}edisi/1/kembalikan/").status_code == 403
    assert client.post(f"{pages}tampil/", {"take_off": ""}).status_code == 403
