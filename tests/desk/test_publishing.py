from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from profiles.models import Edition, Profession, Trait
from tests.desk.pages import CHANGE, form_of, messages
from tests.factories import copy_profession, make_profession

CONFIRM = "/admin/profiles/profession/terbitkan/?profesi={}"
LIST = "/admin/profiles/profession/"
FEW = "Kurang dari 3 keterampilan berbobot"


@pytest.fixture
def thin(campaign: Profession) -> Profession:
    """A profession that asks for two traits: enough for a quiz, too few to trust without a look."""
    return make_profession("Tipis", {"communication": (3, True), "leadership": (2, False)})


def test_each_fault_leads_to_its_field(admin_client: Client, campaign: Profession) -> None:
    campaign.unplaced, campaign.not_measured = "Belum jelas.", ""
    campaign.suited_en = "Without patience this work is not for you."
    campaign.save()
    second = campaign.demands.all()[1]
    second.evidence = "Tidak tertulis di profil."
    second.save()
    trait = Trait.objects.get(code="communication")
    trait.levels.first().delete()  # type: ignore[union-attr]
    page = CHANGE.format(campaign.pk)
    admin_client.post(page, form_of(admin_client, page) | {"_publish": "1"})
    response = admin_client.get(page)
    said = "".join(str(message) for message in response.context["messages"])
    text = response.content.decode()
    for field in ("unplaced", "not_measured", "suited_en", "demands-1-evidence"):
        assert f'href="{page}#id_{field}"' in said, field
        assert f'id="id_{field}"' in text, field
    levels = f"/admin/profiles/trait/{trait.pk}/change/"
    assert f'href="{levels}#levels-group"' in said
    assert 'id="levels-group"' in admin_client.get(levels).content.decode()
    preview = admin_client.get(f"{LIST}{campaign.pk}/pratinjau/").content.decode()
    assert f'href="{page}#id_not_measured"' in preview


def test_of_a_live_profession_nobody_hears_that_it_is_not_published(
    admin_client: Client, campaign: Profession
) -> None:
    said = []
    for profession in (campaign, make_profession("Draf", {})):
        Profession.objects.filter(pk=profession.pk).update(not_measured="")
        page = CHANGE.format(profession.pk)
        admin_client.post(page, form_of(admin_client, page) | {"_publish": "1"})
        said += messages(admin_client, LIST)
    assert any("Siswa tetap melihat edisi 1" in one for one in said)
    assert [one for one in said if "belum terbit" in one] == [
        "“Draf” tersimpan sebagai draf dan belum terbit."
    ]


def test_a_doubt_asks_for_a_yes_and_keeps_what_was_written(
    admin_client: Client, thin: Profession
) -> None:
    page = CHANGE.format(thin.pk)
    form = form_of(admin_client, page) | {"name": "Masih tipis", "_publish": "1"}
    response = admin_client.post(page, form)
    confirm = CONFIRM.format(thin.pk)
    assert response["Location"] == confirm
    text = admin_client.get(confirm).content.decode()
    assert "Masih tipis" in text
    assert f'<a href="{page}#demands-group">{FEW}' in text
    assert not thin.editions.exists()
    response = admin_client.post(confirm)
    assert response["Location"] == page
    assert "terbit sebagai edisi 1" in messages(admin_client, page)[0]
    assert thin.editions.get().content.name.id == "Masih tipis"


def test_of_several_the_sure_are_published_and_the_others_asked_about_together(
    admin_client: Client, campaign: Profession, thin: Profession
) -> None:
    sure = copy_profession(campaign, slug="lain", name="Lain")
    thinner = make_profession("Lebih tipis", {"communication": (3, True)})
    chosen = [str(one.pk) for one in (thinner, sure, thin)]
    action = {"action": "publish_selected", "_selected_action": chosen}
    response = admin_client.post(LIST, action)
    assert response["Location"] == CONFIRM.format(f"{thinner.pk},{thin.pk}")
    assert set(Edition.objects.values_list("profession__slug", flat=True)) == {
        *("pengurus-kampanye-politik", "lain"),
    }
    assert admin_client.get(response["Location"]).content.decode().count(FEW) == 2
    assert admin_client.post(response["Location"])["Location"] == LIST
    assert thin.editions.exists()
    assert thinner.editions.exists()


def test_a_yes_publishes_nothing_that_is_refused(admin_client: Client, thin: Profession) -> None:
    Profession.objects.filter(pk=thin.pk).update(not_measured="")
    admin_client.post(CONFIRM.format(thin.pk))
    assert any("yang belum diukur" in one for one in messages(admin_client, LIST))
    assert not thin.editions.exists()


@pytest.mark.parametrize("wanted", ["", "x", "0", "99999999999999999999,a"])
def test_a_question_about_nothing_leads_to_the_list(
    wanted: str, admin_client: Client, campaign: Profession
) -> None:
    assert admin_client.get(CONFIRM.format(wanted))["Location"] == LIST


def test_who_may_only_look_is_not_asked(client: Client, thin: Profession) -> None:
    teacher = User.objects.create_user("guru", is_staff=True)
    teacher.user_permissions.add(Permission.objects.get(codename="view_profession"))
    client.force_login(teacher)
    assert client.get(CONFIRM.format(thin.pk)).status_code == 403
    assert client.post(CONFIRM.format(thin.pk)).status_code == 403
    assert not thin.editions.exists()


def test_a_preview_says_what_publishing_will_ask(admin_client: Client, thin: Profession) -> None:
    text = admin_client.get(f"{LIST}{thin.pk}/pratinjau/").content.decode()
    assert "Periksa dulu sebelum menerbitkan" in text
    assert FEW in text
    assert "Siap diterbitkan" not in text
