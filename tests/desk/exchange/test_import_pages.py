"""From an upload over what it changes to a yes: nothing is written before, all of it then."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from django.test import Client

from profiles.exchange import json_file
from profiles.exchange.workbench import collect
from profiles.models import Profession, Statement

PAGE = "/admin/tukar/"


def upload(client: Client, data: bytes | dict[str, Any], name: str = "isi.json") -> Any:
    if isinstance(data, dict):
        data = json.dumps({"format": json_file.FORMAT, "version": 1, **data}).encode()
    return client.post(PAGE, {"file": SimpleUploadedFile(name, data)})


def agree(client: Client, address: str) -> Any:
    digest = client.get(address).context["changes"].digest
    return client.post(address, {"agreed": digest}, follow=True)


def test_a_change_is_shown_then_written_and_in_the_history(
    admin_client: Client, campaign: Profession
) -> None:
    statement = Statement.objects.filter(trait__code="communication", keying=1)[0]
    sent = upload(
        admin_client,
        {
            "professions": [{"slug": campaign.slug, "name": "Pengurus Kampanye"}],
            "statements": [{"trait": "communication", "code": statement.code, "keying": -1}],
        },
    )
    assert sent.status_code == 302
    before = collect()
    shown = admin_client.get(sent.url).content.decode()
    assert campaign.name in shown
    assert "Pengurus Kampanye" in shown
    assert "lebih lemah" in shown  # what turning its direction means
    assert collect() == before  # looking changes nothing

    done = agree(admin_client, sent.url).content.decode()
    assert "1 profesi dan 1 keterampilan ditulis" in done
    campaign.refresh_from_db()
    statement.refresh_from_db()
    assert (campaign.name, statement.keying) == ("Pengurus Kampanye", -1)
    notes = LogEntry.objects.values_list("content_type__model", "change_message")
    assert set(notes) == {(m, "Mengimpor dari “isi.json”.") for m in ("profession", "trait")}
    assert admin_client.get(sent.url).status_code == 302  # it is done with


@pytest.mark.parametrize("ending", ["xlsx", "json"])
def test_what_is_downloaded_changes_nothing_when_it_comes_back(
    admin_client: Client, campaign: Profession, ending: str
) -> None:
    data = admin_client.get(f"{PAGE}careerfit.{ending}").content
    sent = upload(admin_client, data, f"careerfit.{ending}")
    assert "Tidak ada yang perlu ditulis" in admin_client.get(sent.url).content.decode()


def test_faults_are_listed_and_nothing_is_written(
    admin_client: Client, campaign: Profession
) -> None:
    before = collect()
    answer = upload(
        admin_client,
        {
            "professions": [{"slug": "baru", "name": "Baru"}],
            "demands": [{"profession": "baru", "trait": "terbang", "weight": 2}],
        },
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "“terbang” tidak ada di berkas ini" in page
    assert collect() == before


def test_what_changed_since_the_preview_is_asked_about_again(
    admin_client: Client, campaign: Profession
) -> None:
    sent = upload(admin_client, {"professions": [{"slug": campaign.slug, "name": "Satu"}]})
    digest = admin_client.get(sent.url).context["changes"].digest
    Profession.objects.filter(pk=campaign.pk).update(name="Dua")
    answer = admin_client.post(sent.url, {"agreed": digest})
    assert "berubah sejak pratinjau" in answer.content.decode()
    campaign.refresh_from_db()
    assert campaign.name == "Dua"
    agree(admin_client, sent.url)
    campaign.refresh_from_db()
    assert campaign.name == "Satu"


def test_all_or_nothing(
    admin_client: Client, campaign: Profession, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = upload(
        admin_client,
        {
            "professions": [{"slug": "baru", "name": "Baru"}],
            "demands": [{"profession": "baru", "trait": "communication", "weight": 2}],
        },
    )
    before = collect()

    def fail(*_args: Any) -> None:
        raise IntegrityError

    monkeypatch.setattr("profiles.exchange.writing._relate", fail)
    with pytest.raises(IntegrityError):
        agree(admin_client, sent.url)
    assert collect() == before


def test_only_who_may_change_everything_imports(client: Client, campaign: Profession) -> None:
    reader = User.objects.create_user("peninjau", is_staff=True)
    client.force_login(reader)
    assert client.get(PAGE).status_code == 403
    for codename in ("view_profession", "view_trait"):
        reader.user_permissions.add(Permission.objects.get(codename=codename))
    page = client.get(PAGE)
    assert page.status_code == 200
    assert "Unggah" not in page.content.decode()
    assert client.get(f"{PAGE}careerfit.json").status_code == 200
    assert upload(client, {"professions": []}).status_code == 403


def test_nobody_agrees_to_what_another_editor_sent(
    admin_client: Client, client: Client, campaign: Profession
) -> None:
    sent = upload(admin_client, {"professions": [{"slug": campaign.slug, "name": "Satu"}]})
    client.force_login(User.objects.create_superuser("lain"))
    assert client.get(sent.url)["Location"] == PAGE


def test_a_preview_of_many_costs_what_one_of_few_costs(
    admin_client: Client, campaign: Profession, django_assert_max_num_queries: Any
) -> None:
    rows = [{"slug": f"p{n}", "name": f"P {n}"} for n in range(300)]
    sent = upload(admin_client, {"professions": rows})
    with django_assert_max_num_queries(14):
        page = admin_client.get(sent.url).content.decode()
    assert "Dan 250 profesi atau keterampilan lagi." in page
