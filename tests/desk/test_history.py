"""The history of a page names the fields that somebody changed, and no others."""

from __future__ import annotations

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from profiles.models import Profession, Trait
from tests.desk.pages import CHANGE, carried, form_of


def as_browsers_send(form: dict[str, str]) -> dict[str, str]:
    """The same fields with the line ends that the standard asks browsers for."""
    return {name: re.sub("\r?\n", "\r\n", value) for name, value in form.items()}


def last_entry() -> str:
    return LogEntry.objects.latest("action_time").get_change_message()


@pytest.mark.parametrize("stored", ["Satu.\n\nDua.", "Satu.\r\n\r\nDua.", "Satu.\n\nDua.\n"])
def test_a_text_of_several_paragraphs_is_not_changed_by_being_sent(
    stored: str, admin_client: Client, campaign: Profession
) -> None:
    Profession.objects.filter(pk=campaign.pk).update(overview=stored)
    address = CHANGE.format(campaign.pk)
    form = as_browsers_send(form_of(admin_client, address) | {"name": "Manajer Kampanye"})
    assert admin_client.post(address, form).status_code == 302
    assert last_entry() == "Nama berubah."


def test_of_rows_only_the_changed_fields_are_named(
    admin_client: Client, campaign: Profession
) -> None:
    trait = Trait.objects.get(code="communication")
    trait.statements.update(text_en="One.\nTwo.")
    address = f"/admin/profiles/trait/{trait.pk}/change/"
    form = form_of(admin_client, address)
    changed = {"statements-0-keying": str(-int(form["statements-0-keying"]))}
    question = admin_client.post(address, as_browsers_send(form | changed))
    admin_client.post(address, as_browsers_send(carried(question.content)))
    assert last_entry().startswith("Arah diubah untuk pernyataan “C7")
    assert last_entry().count("diubah") == 1
