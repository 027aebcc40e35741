"""A school upgrades: everything that its site had is there, and what was sent is known."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from profiles.models import Edition, Profession
from profiles.workbench import parts, shipped_content
from profiles.workbench.publishing import publish
from quiz.models import Attempt
from tests.factories import NOW

from .old_site import SITES, OldSite

pytestmark = pytest.mark.django_db

Sent = dict[str, Any]

SHIPPED = "pengurus-kampanye-politik"


def test_the_file_of_answers_holds_what_it_held(
    site: OldSite, client: Client, subtests: pytest.Subtests
) -> None:
    for address, before in site.shown["files"].items():
        with subtests.test(address):
            assert _without_news(client.get(address).json(), before) == before


def test_every_address_that_a_page_led_to_still_leads_there(site: OldSite, client: Client) -> None:
    known = site.shown["addresses"]
    answers = {address: client.get(address).status_code for address in known}
    assert answers == dict.fromkeys(known, 200)


def test_what_was_not_on_the_site_is_not_on_it_now(site: OldSite, client: Client) -> None:
    hidden = site.shown["hidden"]
    answers = {address: client.get(address).status_code for address in hidden}
    assert answers == dict.fromkeys(hidden, 404)


def test_answers_that_are_sent_again_are_known(
    site: OldSite, client: Client, settings: Any, subtests: pytest.Subtests
) -> None:
    settings.SECRET_KEY = site.shown["secret_key"]  # which the key for changed answers follows from
    stored = Attempt.objects.count()
    for sent in site.shown["sent"]:
        with subtests.test(sent["name"]):
            assert _send(client, sent) == sent["result"]
            assert Attempt.objects.count() == stored


def test_a_quiz_that_was_under_way_is_scored_as_before(
    site: OldSite, client: Client, subtests: pytest.Subtests
) -> None:
    for n, sent in enumerate(site.shown["sent"]):
        with subtests.test(sent["name"]):
            before = site.shown["files"][f"{sent['result']}jawaban.json"]
            key = f"dibuka-sebelum-naik-{n:02}"
            fields = {"key": key, "started_at": "", "seconds": _seconds(before)}
            result = _send(client, sent, **fields)
            now = client.get(f"{result}jawaban.json").json()
            assert key in result
            for part in ("edition", "answers", "outcome"):
                assert _without_news(now[part], before[part]) == before[part]
            assert set(now["signs"]) >= set(before["signs"])  # today may see more


@pytest.mark.parametrize("site", SITES[:1], ids=lambda site: site.commit, indirect=True)
def test_the_workbench_gets_better_words_and_keeps_those_of_its_editors(site: OldSite) -> None:
    edition, is_new = publish(profession=Profession.objects.get(slug=SHIPPED), now=NOW)
    assert is_new
    content = edition.content
    # The school had reworded C2, retired O1, and written words of its own about leaders.
    assert [statement.code for statement in content.statements] == [
        *("C7", "O7", "L1", "D7", "C8", "O5", "L5", "D8", "C2", "O8", "L7", "D9"),
        *("C3", "O2", "L8", "D10", "C10", "O9", "L2", "D6", "C11", "L9", "D11"),
    ]
    reworded = content.statements_of("communication")[2]
    assert reworded.text.id.startswith("Saya menjelaskan tugas kepada teman")
    feedback = content.trait("leadership").levels["often"].feedback
    assert feedback.id == "Dari jawabanmu, kamu sering mengajak dan menggerakkan teman-temanmu."
    groups = {major.name.id: major.group for major in content.majors}
    assert (groups["Jurnalistik"], groups["Ilmu Politik"]) == ("komunikasi", "")
    assert content.demands[1].evidence.id in content.unsuited.id[0]


def test_what_ships_since_waits_as_drafts_and_leaves_the_workbench_as_it_was(
    site: OldSite,
) -> None:
    editions = Edition.objects.count()
    before = {one.slug: parts.read(one) for one in Profession.objects.all()}
    arrived = shipped_content.load(now=NOW)
    assert len(arrived.professions) == 19
    assert not arrived.published
    assert Edition.objects.count() == editions
    now = {one.slug: parts.read(one) for one in Profession.objects.filter(slug__in=before)}
    # What the shipped one could not have before; nobody has had a say in it.
    new = {part: now[SHIPPED].pop(part) for part in parts.SINCE_OFFERS}
    assert new["related"] == ["advokat", "jurnalis", "wirausahawan"]
    assert now[SHIPPED].items() <= before[SHIPPED].items()
    assert {slug: now[slug] for slug in now if slug != SHIPPED} == {
        slug: before[slug] for slug in before if slug != SHIPPED
    }
    publish(profession=Profession.objects.get(slug="koki"), now=NOW)
    assert shipped_content.load(now=NOW).professions == ()


@pytest.mark.parametrize("model", [Edition, Attempt])
def test_what_was_written_before_still_refuses_changes(
    site: OldSite, model: type[Edition] | type[Attempt]
) -> None:
    row = model.objects.order_by("pk")[0]
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def _send(client: Client, sent: Sent, **changes: str) -> str:
    """Send what a browser or the script sent, and give the address of the result."""
    wanted = "application/json" if sent["script"] else "text/html"
    response = client.post(sent["to"], sent["fields"] | changes, headers={"accept": wanted})
    assert response.status_code == (201 if sent["script"] else 303)
    address: str = response.json()["result"] if sent["script"] else response.headers["Location"]
    return address


def _seconds(file: dict[str, Any]) -> str:
    """How long the student took, as the script says it; nothing where that is not known."""
    if file["started_at"] is None:
        return ""
    began, sent = (datetime.fromisoformat(file[at]) for at in ("started_at", "submitted_at"))
    return str(int((sent - began).total_seconds()))


def _without_news(now: Any, before: Any) -> Any:
    """A JSON value as it is now, without the keys that it did not have before."""
    if isinstance(now, dict) and isinstance(before, dict):
        return {key: _without_news(now[key], before[key]) for key in before if key in now}
    if isinstance(now, list) and isinstance(before, list) and len(now) == len(before):
        return [_without_news(*pair) for pair in zip(now, before, strict=True)]
    return now
