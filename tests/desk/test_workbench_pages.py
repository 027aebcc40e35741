from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from profiles.documents.placing import Placement
from profiles.models import Edition, LevelText, Profession, Statement, Trait
from profiles.workbench.doubts import keep
from tests.desk.pages import CHANGE, carried, form_of, messages
from tests.factories import copy_profession, make_edition, make_profession


@pytest.fixture
def form(admin_client: Client, campaign: Profession) -> dict[str, str]:
    """What the browser would send back from the shipped profession's page, unchanged."""
    return form_of(admin_client, CHANGE.format(campaign.pk))


def test_the_whole_profession_is_on_one_page_in_indonesian(
    admin_client: Client, campaign: Profession
) -> None:
    text = admin_client.get(CHANGE.format(campaign.pk)).content.decode()
    for words in (
        "Gambaran pekerjaan",
        "Keterampilan yang diminta",
        "Jurusan kuliah yang mendukung",
        "Contoh tempat kerja",
        "Profesi mirip",
        "Teknik dan kerja tangan",
        "Simpan dan terbitkan",
        "Simpan dan pratinjau",
        "Ilmu Politik",
        "Himpunan Pengusaha Pribumi Indonesia",
    ):
        assert words in text, words


def test_publishing_an_edit_makes_the_next_edition(
    admin_client: Client, campaign: Profession, form: dict[str, str]
) -> None:
    address = CHANGE.format(campaign.pk)
    response = admin_client.post(address, form | {"name": "Manajer Kampanye", "_publish": "1"})
    assert response["Location"] == address
    assert "terbit sebagai edisi 2" in messages(admin_client, address)[0]
    assert campaign.editions.first().content.name.id == "Manajer Kampanye"  # type: ignore[union-attr]


def test_publishing_without_a_change_says_so(
    admin_client: Client, campaign: Profession, form: dict[str, str]
) -> None:
    address = CHANGE.format(campaign.pk)
    admin_client.post(address, form | {"_publish": "1"})
    assert "tidak berubah sejak edisi 1" in messages(admin_client, address)[0]
    assert campaign.editions.count() == 1


def test_faults_are_said_and_the_edit_is_kept_as_a_draft(
    admin_client: Client, campaign: Profession, form: dict[str, str]
) -> None:
    address = CHANGE.format(campaign.pk)
    weights = {name: "0" for name in form if re.fullmatch(r"demands-\d-weight", name)}
    admin_client.post(address, form | weights | {"name": "Draf", "_publish": "1"})
    said = messages(admin_client, address)
    assert any("Semua bobot 0" in message for message in said)
    assert any("Komunikasi ditandai kunci" in message for message in said)
    campaign.refresh_from_db()
    assert campaign.name == "Draf"
    assert campaign.editions.count() == 1


def test_rows_without_a_place_go_to_the_end(
    admin_client: Client, campaign: Profession, form: dict[str, str]
) -> None:
    total = int(form["majors-TOTAL_FORMS"])
    rows = {
        "majors-TOTAL_FORMS": str(total + 1),
        f"majors-{total - 1}-name": "Statistika",
        f"majors-{total}-name": "Filsafat",
        f"majors-{total}-profession": str(campaign.pk),
    }
    admin_client.post(CHANGE.format(campaign.pk), form | rows | {"majors-0-position": "99"})
    names = [major.name for major in campaign.majors.all()]
    assert names[-3:] == ["Ilmu Politik", "Statistika", "Filsafat"]


def test_a_group_follows_the_name_of_a_major_until_an_editor_chooses_one(
    admin_client: Client, campaign: Profession, form: dict[str, str]
) -> None:
    address = CHANGE.format(campaign.pk)
    rows = [name for name in form if re.fullmatch(r"majors-\d+-name", name)]
    row = {form[name]: name.removesuffix("name") for name in rows}
    hukum, politik = row["Hukum"], row["Ilmu Politik"]
    assert 'label="Ilmu Terapan"' in admin_client.get(address).content.decode()

    def groups(**changes: str) -> list[str]:
        admin_client.post(address, form_of(admin_client, address) | changes)
        pks = [form[f"{prefix}id"] for prefix in (hukum, politik)]
        return [campaign.majors.get(pk=pk).group for pk in pks]

    assert groups() == ["hukum", ""]
    assert groups(**{f"{politik}name": "Sosiologi"}) == ["hukum", "sosial"]
    both = {f"{politik}name": "Manajemen", f"{politik}group": "bisnis"}
    assert groups(**both) == ["hukum", "bisnis"]
    assert groups(**{f"{politik}name": "Ilmu Politik"}) == ["hukum", "bisnis"]
    assert groups(**{f"{hukum}group": ""}) == ["", "bisnis"]
    assert groups(**{f"{hukum}name": "Ilmu Hukum"}) == ["", "bisnis"]


def test_a_profession_is_related_to_a_few_others_and_not_to_itself(
    admin_client: Client, campaign: Profession, form: dict[str, str]
) -> None:
    address = CHANGE.format(campaign.pk)
    others = [make_profession(f"Mirip {n}", {}) for n in range(7)]

    def send(related: list[Profession]) -> str:
        sent = form | {"related": [str(one.pk) for one in related]}
        return admin_client.post(address, sent).content.decode()

    assert "paling banyak enam" in send(others)
    assert "tidak mirip dengan dirinya" in send([campaign])
    assert not campaign.related.exists()
    send(others[:6])
    assert campaign.related.count() == 6
    assert not others[0].related.exists()


def test_the_address_of_a_published_profession_is_fixed(
    admin_client: Client, campaign: Profession, form: dict[str, str]
) -> None:
    assert "slug" not in form
    admin_client.post(CHANGE.format(campaign.pk), form | {"slug": "lain", "name": "Baru"})
    campaign.refresh_from_db()
    assert (campaign.slug, campaign.name) == ("pengurus-kampanye-politik", "Baru")


def test_the_list_says_what_students_do_not_see_yet(
    admin_client: Client, campaign: Profession
) -> None:
    address = "/admin/profiles/profession/"
    assert "Terbit, edisi 1<" in admin_client.get(address).content.decode()
    Statement.objects.filter(code="C7").update(text="Ditulis ulang.")
    assert "ada perubahan yang belum terbit" in admin_client.get(address).content.decode()
    make_profession("Baru", {})
    assert "Draf, belum pernah terbit" in admin_client.get(address).content.decode()


@pytest.mark.parametrize("address", ["/admin/profiles/profession/", "/admin/profiles/edition/"])
def test_a_longer_list_costs_no_more_queries(
    address: str, admin_client: Client, campaign: Profession
) -> None:
    with CaptureQueriesContext(connection) as few:
        admin_client.get(address)
    for number in range(3):
        make_edition(copy_profession(campaign, slug=f"lain-{number}", name=f"Lain {number}"))
    with CaptureQueriesContext(connection) as many:
        text = admin_client.get(address).content.decode()
    assert len(many) == len(few)
    assert text.count("Lain 2") > 0


def test_the_list_tells_for_each_profession_what_students_do_not_see_yet(
    admin_client: Client, campaign: Profession
) -> None:
    for number in range(3):
        make_edition(copy_profession(campaign, slug=f"lain-{number}", name=f"Lain {number}"))
    Profession.objects.filter(slug="lain-1").update(is_listed=False)
    Profession.objects.filter(slug="lain-2").update(overview="Lain sama sekali.")
    found = admin_client.get("/admin/profiles/profession/").context["cl"]
    status = {one.slug: found.model_admin.status(one) for one in found.result_list}
    assert status == {
        "lain-0": "Terbit, edisi 1",
        "lain-1": "Terbit, edisi 1",
        "lain-2": "Terbit, edisi 1; ada perubahan yang belum terbit",
        "pengurus-kampanye-politik": "Terbit, edisi 1",
    }


def test_the_list_of_editions_leaves_their_content_where_it_is(
    admin_client: Client, campaign: Profession
) -> None:
    make_edition(copy_profession(campaign, slug="lain", name="Lain"))
    with CaptureQueriesContext(connection) as queries:
        page = admin_client.get("/admin/profiles/edition/", {"profesi": "lain"})
    assert [one.profession.name for one in page.context["cl"].result_list] == ["Lain"]
    assert not [query for query in queries if "frozen" in query["sql"]]


def test_professions_can_be_published_from_the_list(
    admin_client: Client, campaign: Profession
) -> None:
    Statement.objects.filter(code="C7").update(text="Ditulis ulang.")
    admin_client.post(
        "/admin/profiles/profession/",
        {"action": "publish_selected", "_selected_action": str(campaign.pk)},
    )
    assert campaign.editions.count() == 2


def test_a_preview_shows_the_draft_and_its_faults_and_publishes_nothing(
    admin_client: Client, campaign: Profession
) -> None:
    campaign.name = "Nama draf"
    campaign.overview = ""
    campaign.save()
    text = admin_client.get(f"/admin/profiles/profession/{campaign.pk}/pratinjau/").content.decode()
    assert "Nama draf" in text
    assert "Isi dulu bagian “gambaran pekerjaan”." in text
    assert "(C7, +)" in text
    assert Edition.objects.count() == 1


def test_a_preview_needs_the_right_to_see_professions(client: Client, campaign: Profession) -> None:
    address = f"/admin/profiles/profession/{campaign.pk}/pratinjau/"
    assert client.get(address).status_code == 302
    client.force_login(User.objects.create_user("guru", is_staff=True))
    assert client.get(address).status_code == 403
    assert client.get("/admin/profiles/profession/999/pratinjau/").status_code == 404


def test_who_may_only_look_cannot_publish(client: Client, campaign: Profession) -> None:
    teacher = User.objects.create_user("guru", is_staff=True)
    teacher.user_permissions.add(Permission.objects.get(codename="view_profession"))
    client.force_login(teacher)
    address = CHANGE.format(campaign.pk)
    assert "Simpan dan terbitkan" not in client.get(address).content.decode()
    assert client.post(address, {"_publish": "1"}).status_code == 403


def test_unplaced_paragraphs_are_shown_until_they_are_placed(
    admin_client: Client, campaign: Profession
) -> None:
    address = CHANGE.format(campaign.pk)
    assert "Dari dokumen yang diimpor" not in admin_client.get(address).content.decode()
    Profession.objects.update(unplaced="Paragraf yang belum jelas.")
    text = admin_client.get(address).content.decode()
    assert "Dari dokumen yang diimpor" in text
    assert "Paragraf yang belum jelas." in text


def test_a_trait_has_its_statements_and_levels_on_one_page(
    admin_client: Client, campaign: Profession
) -> None:
    trait = Trait.objects.get(code="communication")
    address = f"/admin/profiles/trait/{trait.pk}/change/"
    form = form_of(admin_client, address)
    new = int(form["statements-TOTAL_FORMS"]) - 1
    row = {
        f"statements-{new}-code": "C12",
        f"statements-{new}-text": "Saya suka bercerita.",
        f"statements-{new}-keying": "1",
        f"statements-{new}-is_used": "on",
    }
    question = admin_client.post(address, form | row)
    response = admin_client.post(address, carried(question.content))
    assert response.status_code == 302
    assert Statement.objects.get(code="C12").position == 7
    assert LevelText.objects.filter(trait=trait).count() == 3


def test_the_fields_of_rows_are_named_by_column_and_row(
    admin_client: Client, campaign: Profession
) -> None:
    text = admin_client.get(CHANGE.format(campaign.pk)).content.decode()
    for row in (0, 1):
        for field, label in (("trait", "Keterampilan"), ("evidence", "Bukti")):
            shown = re.search(rf"<[^<]+demands-{row}-{field}\"[^>]*>", text)
            assert shown
            assert f'aria-label="{label} {row + 1}"' in shown[0]


def test_the_page_of_a_profession_that_asks_for_more_costs_no_more_queries(
    admin_client: Client, campaign: Profession
) -> None:
    address = CHANGE.format(campaign.pk)
    with CaptureQueriesContext(connection) as few:
        admin_client.get(address)
    for trait in Trait.objects.exclude(demands__profession=campaign)[:5]:
        campaign.demands.create(trait=trait, weight=2)
    with CaptureQueriesContext(connection) as many:
        text = admin_client.get(address).content.decode()
    assert 'id="id_demands-8-trait"' in text
    assert len(many) == len(few)


def test_editions_are_read_only(admin_client: Client, edition: Edition) -> None:
    assert "edisi 1" in admin_client.get("/admin/profiles/edition/").content.decode()
    address = f"/admin/profiles/edition/{edition.pk}"
    assert admin_client.get("/admin/profiles/edition/add/").status_code == 403
    assert admin_client.post(f"{address}/delete/", {"post": "yes"}).status_code == 403
    assert admin_client.post(f"{address}/change/", {"number": "9"}).status_code == 403


def test_what_an_import_was_not_sure_of_stands_first(admin_client: Client) -> None:
    profession = Profession(slug="penata-arsip", name="Penata Arsip")
    doubt = Placement("Ia rapi.", "overview", "before", "", False)
    profession.overview = "Ia rapi."
    keep(profession, [doubt])
    profession.save()
    text = admin_client.get(CHANGE.format(profession.pk)).content.decode()
    assert "“Ia rapi.”: gambaran pekerjaan, karena mengikuti paragraf sebelumnya" in text
    assert text.index("Periksa dulu") < text.index("Teks untuk siswa")
    Profession.objects.filter(pk=profession.pk).update(overview="Ia teliti.")
    assert "Periksa dulu" not in admin_client.get(CHANGE.format(profession.pk)).content.decode()
