"""Two editors at once: the second is told, sees both versions, chooses, and loses nothing."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from profiles.models import Profession, Trait
from tests.desk.pages import CHANGE, carried, form_of, text_of

TOLD = "Sejak kamu membuka halaman ini, ada yang menyimpannya:"
Form = dict[str, str]


@pytest.fixture
def other() -> Client:
    """Another editor, at work on the same page."""
    client = Client()
    client.force_login(
        User.objects.create_superuser("ratna", first_name="Bu", last_name="Ratna"),
    )
    return client


@pytest.fixture
def address(campaign: Profession) -> str:
    return CHANGE.format(campaign.pk)


@pytest.fixture
def form(admin_client: Client, address: str) -> Form:
    return page_of(admin_client, address)


def page_of(client: Client, address: str) -> Form:
    """What the browser would send back, with what it says of what was seen."""
    return form_of(client, address) | {"_seen": str(client.get(address).context["seen"])}


def save(client: Client, address: str, **changes: str) -> None:
    """Open the page and save it with these changes, as an editor who is alone with it."""
    response = client.post(address, page_of(client, address) | changes)
    assert response.status_code == 302, text_of(response.content)


def test_who_is_alone_is_not_asked(admin_client: Client, address: str, form: Form) -> None:
    response = admin_client.post(address, form | {"name": "Manajer Kampanye"})
    assert response.status_code == 302


def test_the_second_is_told_who_saved_what_and_nothing_is_written(
    admin_client: Client, other: Client, address: str, form: Form, campaign: Profession
) -> None:
    save(other, address, name="Manajer Kampanye", overview="Mengatur <svg onload=alert(1)>.")
    page = admin_client.post(address, form | {"name": "Ketua Kampanye"}).content
    text = text_of(page)
    assert TOLD in text
    assert "<strong>Bu Ratna</strong>" in text
    assert " WIB: Nama dan Gambaran pekerjaan berubah." in text
    assert "> Ketua Kampanye</textarea>" in text
    assert '<div class="version">Manajer Kampanye</div>' in text
    assert b"<svg onload" not in page
    campaign.refresh_from_db()
    assert campaign.name == "Manajer Kampanye"


def test_what_only_one_of_them_touched_is_kept_from_both(
    admin_client: Client, other: Client, address: str, form: Form, campaign: Profession
) -> None:
    save(other, address, overview="Mengatur kampanye.", is_listed="")
    question = admin_client.post(address, form | {"name": "Ketua Kampanye"})
    sent = carried(question.content)
    assert sent["_choose-overview"] == "theirs"
    assert admin_client.post(address, sent).status_code == 302
    campaign.refresh_from_db()
    assert (campaign.name, campaign.overview) == ("Ketua Kampanye", "Mengatur kampanye.")


@pytest.mark.parametrize(
    ("choice", "expected"), [("mine", "Ketua dan manajer"), ("theirs", "Manajer Kampanye")]
)
def test_where_both_wrote_only_the_editor_can_say(
    choice: str,
    expected: str,
    admin_client: Client,
    other: Client,
    address: str,
    form: Form,
    campaign: Profession,
) -> None:
    save(other, address, name="Manajer Kampanye")
    question = admin_client.post(address, form | {"name": "Ketua Kampanye"})
    sent = carried(question.content) | {"name": "Ketua dan manajer"}
    assert "_choose-name" not in sent
    again = admin_client.post(address, sent)
    assert "Pilih salah satu untuk setiap bagian" in text_of(again.content)
    assert "Ketua dan manajer" in text_of(again.content)
    response = admin_client.post(address, sent | {"_choose-name": choice})
    assert response.status_code == 302
    campaign.refresh_from_db()
    assert campaign.name == expected


def test_a_third_editor_in_between_is_told_of_too(
    admin_client: Client, other: Client, address: str, form: Form
) -> None:
    save(other, address, name="Manajer Kampanye")
    question = admin_client.post(address, form | {"name": "Ketua Kampanye"})
    sent = carried(question.content) | {"name": "Ketua Kampanye", "_choose-name": "mine"}
    save(other, address, name="Pengurus Kampanye")
    text = text_of(admin_client.post(address, sent).content)
    assert '<div class="version">Pengurus Kampanye</div>' in text
    assert "Pilih salah satu untuk setiap bagian" not in text


def test_pressing_publish_publishes_after_the_choice(
    admin_client: Client, other: Client, address: str, form: Form, campaign: Profession
) -> None:
    save(other, address, name="Manajer Kampanye")
    question = admin_client.post(address, form | {"_publish": "1"})
    admin_client.post(address, carried(question.content))
    assert campaign.editions.first().content.name.id == "Manajer Kampanye"  # type: ignore[union-attr]


def test_rows_that_another_added_or_deleted(
    admin_client: Client, other: Client, address: str, form: Form, campaign: Profession
) -> None:
    kept, dropped = campaign.majors.all()[:2]
    theirs = page_of(other, address)
    last = int(theirs["majors-TOTAL_FORMS"]) - 1
    changes = {
        "majors-0-DELETE": "on",
        "majors-1-DELETE": "on",
        f"majors-{last}-name": "Filsafat",
    }
    assert other.post(address, theirs | changes).status_code == 302
    mine = {"majors-0-name_en": "Rewritten", f"majors-{last}-name": "Statistika"}
    question = admin_client.post(address, form | mine)
    text = text_of(question.content)
    assert "Baris baru yang tetap ada:" in text
    assert "<li>Filsafat</li>" in text
    sent = carried(question.content)
    assert sent[f"_choose-majors/{dropped.pk}"] == "theirs"
    response = admin_client.post(address, sent | {f"_choose-majors/{kept.pk}": "mine"})
    assert response.status_code == 302
    names = list(campaign.majors.values_list("name", flat=True))
    assert dropped.name not in names
    assert {kept.name, "Filsafat", "Statistika"} <= set(names)
    assert campaign.majors.get(name=kept.name).name_en == "Rewritten"
    assert len(names) == len(set(names))


def test_a_row_that_one_deletes_and_the_other_changes(
    admin_client: Client, other: Client, address: str, form: Form, campaign: Profession
) -> None:
    major = campaign.majors.first()
    assert major is not None
    save(other, address, **{"majors-0-name_en": "Rewritten"})
    question = admin_client.post(address, form | {"majors-0-DELETE": "on"})
    choice = {f"_choose-majors/{major.pk}": "theirs"}
    assert admin_client.post(address, carried(question.content) | choice).status_code == 302
    major.refresh_from_db()
    assert major.name_en == "Rewritten"


def test_what_was_deleted_meanwhile_can_be_saved_as_new(
    admin_client: Client, other: Client, db: None
) -> None:
    profession = Profession.objects.create(name="Penata Arsip", slug="penata-arsip")
    profession.majors.create(name="Kearsipan", position=1)
    address = CHANGE.format(profession.pk)
    mine = page_of(admin_client, address) | {"overview": "Menata <b>arsip</b>."}
    other.post(f"/admin/profiles/profession/{profession.pk}/delete/", {"post": "yes"})
    question = admin_client.post(address, mine)
    text = text_of(question.content)
    assert "<strong>Bu Ratna</strong>" in text
    assert "Menata <b>arsip</b>." in text
    assert b"<b>arsip</b>" not in question.content
    assert 'action="/admin/profiles/profession/add/"' in text
    response = admin_client.post("/admin/profiles/profession/add/", carried(question.content))
    assert response.status_code == 302
    saved = Profession.objects.get()
    assert (saved.overview, saved.majors.get().name) == ("Menata <b>arsip</b>.", "Kearsipan")


def test_statements_are_compared_and_then_asked_about(
    admin_client: Client, other: Client, campaign: Profession
) -> None:
    trait = Trait.objects.get(code="communication")
    address = f"/admin/profiles/trait/{trait.pk}/change/"
    mine = page_of(admin_client, address)
    theirs = page_of(other, address) | {"statements-0-text": "Saya bercerita."}
    question = other.post(address, theirs)
    assert other.post(address, carried(question.content)).status_code == 302
    question = admin_client.post(address, mine | {"statements-1-text": "Saya diam."})
    assert TOLD in text_of(question.content)
    question = admin_client.post(address, carried(question.content))
    assert "pada “Saya diam.”" in text_of(question.content)
    assert "Saya bercerita." not in text_of(question.content).partition("asked")[2]
    assert admin_client.post(address, carried(question.content)).status_code == 302
    texts = set(trait.statements.values_list("text", flat=True))
    assert {"Saya bercerita.", "Saya diam."} <= texts


def test_a_page_without_marks_or_with_broken_ones_is_saved_as_before(
    admin_client: Client, other: Client, address: str, form: Form
) -> None:
    save(other, address, name="Manajer Kampanye")
    for broken in ("", "{", "[]", '{"marks": 1}', "null"):
        assert admin_client.post(address, form | {"_seen": broken}).status_code == 302


def test_saving_a_larger_page_costs_no_more_queries_to_compare(
    admin_client: Client, campaign: Profession, address: str
) -> None:
    def queries(sent: Form) -> int:
        with CaptureQueriesContext(connection) as found:
            assert admin_client.post(address, sent).status_code == 302
        return len(found)

    def queries_to_compare() -> int:
        sent = page_of(admin_client, address)
        # The form itself looks at each row that it saves.
        return queries(sent) - queries({name: sent[name] for name in sent if name != "_seen"})

    few = queries_to_compare()
    for number in range(10):
        campaign.institutions.create(name=f"Tempat {number}", position=20 + number)
    assert queries_to_compare() == few > 0
