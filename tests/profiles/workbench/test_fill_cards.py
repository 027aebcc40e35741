"""A site that is restored from a backup shows its professions again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from profiles.models import Edition, LevelText, Profession
from profiles.models.cards import Card
from profiles.models.traits import LevelChoice
from profiles.workbench.publishing import publish
from tests.factories import NOW

LEFT_OUT = ["contenttypes", "auth.permission", "sessions", "admin.logentry"]
OLD_LEVELS = {"rarely": "developing", "sometimes": "capable", "often": "strong"}
KNOWN_TO_LISTS = "Pengurus Kampanye Politik"


@pytest.fixture
def backup(campaign: Profession, tmp_path: Path) -> Path:
    """What docs/hosting.md tells schools to keep."""
    file = tmp_path / "cadangan.json"
    call_command("dumpdata", use_natural_foreign_keys=True, exclude=LEFT_OUT, output=str(file))
    return file


def empty_the_site() -> None:
    Card.objects.all().delete()
    Edition.objects.all().delete()
    Profession.objects.all().delete()


def restore(backup: Path) -> None:
    call_command("loaddata", str(backup), ignorenonexistent=True, verbosity=0)
    call_command("fill_cards")


def finds_it(client: Client) -> bool:
    page = client.get("/profesi/", {"cari": "kampanye"}).content.decode()
    return f">{KNOWN_TO_LISTS}</a>" in page


@pytest.mark.django_db
def test_a_backup_brings_back_what_lists_and_searches_show(client: Client, backup: Path) -> None:
    empty_the_site()
    assert not finds_it(client)
    restore(backup)
    assert finds_it(client)


@pytest.mark.django_db
def test_a_backup_of_the_first_version_does_so_too(client: Client, backup: Path) -> None:
    rows = json.loads(backup.read_text(encoding="utf-8"))
    old = [row for row in rows if row["model"] not in ("profiles.card", "profiles.word")]
    for row in old:
        if row["model"] == "profiles.edition":
            row["fields"]["search"] = "'kampanye':1A"  # the column that it had
        if row["model"] == "profiles.leveltext":
            row["fields"]["level"] = OLD_LEVELS[row["fields"]["level"]]
    backup.write_text(json.dumps(old), encoding="utf-8")
    empty_the_site()
    restore(backup)
    assert finds_it(client)
    assert set(LevelText.objects.values_list("level", flat=True)) == set(LevelChoice.values)


@pytest.mark.django_db
def test_a_card_of_an_older_edition_gives_way_to_the_newest(campaign: Profession) -> None:
    (first,) = campaign.editions.all()
    campaign.name = "Nama Baru"
    campaign.save()
    second, _ = publish(profession=campaign, now=NOW)
    Card.objects.replace([first])
    call_command("fill_cards")
    assert Card.objects.get().edition_id == second.pk


@pytest.mark.django_db
def test_cards_that_are_right_stay(campaign: Profession) -> None:
    assert not Edition.objects.newest_without_card().exists()
