"""From a document to a draft: everything is shown, nothing lost, nobody's work overwritten."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from desk.documents.forms import as_sent
from profiles.documents.document import read_document
from profiles.documents.files.reading import read_file
from profiles.models import Profession
from tests.desk.documents.documents import PROFILE
from tests.profiles.documents.files.made import (
    NOTE_REFERENCE,
    NOTES,
    docx,
    paragraph,
    pdf,
    run,
    table,
    text_box,
)

BRING = "/admin/profiles/profession/dari-dokumen/"
DRAFT = f"{BRING}draf/"
LAYOUTS = Path(__file__).parents[2] / "profiles/documents/layouts"

pytestmark = pytest.mark.usefixtures("campaign")


def sent_back(response: Any, **changes: str) -> dict[str, str]:
    """What the browser would send from the page of a document, but for these changes."""
    form = response.context["form"]
    values = {field.html_name: field.value() for field in form}
    return {
        name: str(value) for name, value in values.items() if value not in (None, False)
    } | changes


def shown(response: Any) -> list[str]:
    """The paragraphs on the page, in the order of the document."""
    rows = [row.paragraph for name in ("unsure", "sure") for row in response.context[name]]
    return [
        "".join(piece.text for piece in one.pieces) for one in sorted(rows, key=lambda r: r.number)
    ]


def test_every_paragraph_is_shown_the_unsure_ones_first(admin_client: Client) -> None:
    page = admin_client.post(BRING, {"text": PROFILE})
    assert [row.paragraph.pieces[0].text for row in page.context["unsure"]] == [
        "Kisah Nyata",
        "Rombongan sekolah datang setiap Selasa pagi.",
    ]
    assert shown(page) == [
        "Pekerjaan sebagai pemandu museum melibatkan bercerita tentang koleksi kepada pengunjung.",
        "Profil orang yang cocok adalah seseorang yang memiliki kepemimpinan dan kemampuan "
        "menganalisis data.",
        "Orang yang tidak cocok adalah seseorang yang tidak memiliki kemampuan komunikasi yang "
        "baik.",
        "Kisah Nyata",
        "Rombongan sekolah datang setiap Selasa pagi.",
        "Ilmu Sejarah",
        "Arkeologi",
    ]
    said = page.content.decode()
    assert "karena judul “Kisah Nyata” belum dikenal" in said
    assert "<mark>Orang yang tidak cocok adalah" in said
    assert not Profession.objects.filter(slug="pemandu-museum").exists()


ODD = {
    **{path.stem: path.read_bytes() for path in sorted(LAYOUTS.glob("*.txt"))},
    "table, box and note": docx(
        *(paragraph(line) for line in PROFILE.split("Jurusan")[0].splitlines()),
        table(["Jurusan", "Ilmu Sejarah"], ["Tempat kerja", "Museum"]),
        paragraph("Ia bercerita", NOTE_REFERENCE, ".", text_box("Gajinya beragam.")),
        footnotes=NOTES,
    ),
    "inserted": docx(paragraph("Ia", f'<w:ins w:id="1">{run(" teliti.")}</w:ins>')),
    "pdf": pdf(PROFILE, "Akhir."),
}


@pytest.mark.parametrize("raw", ODD.values(), ids=ODD)
def test_the_paragraphs_shown_are_exactly_those_read(raw: bytes, admin_client: Client) -> None:
    page = admin_client.post(BRING, {"file": SimpleUploadedFile("profil.txt", raw)})
    read = read_document(as_sent(read_file(raw).text), fallback_name="Profil")
    assert shown(page) == [placed.text for placed in read.placements] != []


def test_what_is_chosen_is_what_is_saved(admin_client: Client) -> None:
    page = admin_client.post(BRING, {"text": PROFILE})
    changes = {"name": "Pemandu Galeri", "place-3": "left_out", "place-4": "overview"}
    changes |= {"weight-communication": "2", "not_measured": "Pengetahuan sejarah belum dinilai."}
    sent = sent_back(page, **changes)
    del sent["keep-leadership"]
    done = admin_client.post(DRAFT, sent, follow=True)
    profession = Profession.objects.get(slug="pemandu-galeri")
    assert done.redirect_chain[-1][0].endswith(f"/{profession.pk}/change/")
    assert "tersimpan sebagai draf" in done.content.decode()
    assert profession.overview.endswith("\nRombongan sekolah datang setiap Selasa pagi.")
    assert (profession.unplaced, profession.not_measured) == ("", changes["not_measured"])
    assert [
        (demand.trait.code, demand.weight, demand.essential) for demand in profession.demands.all()
    ] == [("communication", 2, True), ("data_analysis", 2, False)]
    history = admin_client.get(f"/admin/profiles/profession/{profession.pk}/history/")
    assert "Diisi dari dokumen." in history.content.decode()


@pytest.mark.parametrize("make", [lambda *texts: docx(*map(paragraph, texts)), pdf])
def test_a_file_is_read_and_named_after_where_it_has_no_title(
    make: Any, admin_client: Client
) -> None:
    text = "Ia menata koleksi di ruang pamer dan menjaganya tetap utuh sepanjang tahun."
    file = SimpleUploadedFile("penata-koleksi.bin", make(text))
    page = admin_client.post(BRING, {"file": file})
    assert shown(page) == [text]
    assert page.context["form"]["name"].value() == "Penata Koleksi"
    again = admin_client.post(DRAFT, sent_back(page, name=""))  # a name is wanted: nothing is lost
    assert shown(again) == [text]
    admin_client.post(DRAFT, sent_back(page))
    assert Profession.objects.filter(slug="penata-koleksi").exists()


def test_what_was_pasted_stays_beside_a_file_that_is_refused(admin_client: Client) -> None:
    file = SimpleUploadedFile("foto.jpg", b"\xff\xd8\xff\xe0" + bytes(900))
    page = admin_client.post(BRING, {"text": PROFILE, "file": file}).content.decode()
    assert "foto.jpg: ini gambar atau hasil pindai, bukan teks" in page
    assert "Pekerjaan sebagai pemandu museum" in page


def test_an_editors_work_is_only_overwritten_where_that_is_asked_for(admin_client: Client) -> None:
    admin_client.post(DRAFT, sent_back(admin_client.post(BRING, {"text": PROFILE})))
    Profession.objects.filter(slug="pemandu-museum").update(overview="Tulisan guru.")

    page = admin_client.post(BRING, {"text": PROFILE})
    assert "“Pemandu Museum” sudah ada" in page.content.decode()
    undecided = admin_client.post(DRAFT, sent_back(page, **{"place-3": "overview"}))
    assert "Pilih dulu, atau beri dokumen ini nama lain" in undecided.content.decode()
    assert undecided.context["form"]["place-3"].value() == "overview"

    admin_client.post(DRAFT, sent_back(page, into="keep"))
    assert Profession.objects.get(slug="pemandu-museum").overview == "Tulisan guru."
    admin_client.post(DRAFT, sent_back(page, into="replace"))
    assert Profession.objects.get(slug="pemandu-museum").overview.startswith("Pekerjaan sebagai")


def test_a_text_that_was_changed_is_read_again(admin_client: Client) -> None:
    sent = sent_back(admin_client.post(BRING, {"text": PROFILE}))
    page = admin_client.post(DRAFT, sent | {"text": PROFILE.replace("Kisah Nyata\n", "")})
    assert "Teksnya berubah" in page.content.decode()
    assert "Kisah Nyata" not in shown(page)
    assert not Profession.objects.filter(slug="pemandu-museum").exists()


def test_a_text_that_is_no_profession_is_said_to_be_none(admin_client: Client) -> None:
    text = "Daftar belanja\n\nBeras\nGula\n"
    page = admin_client.post(BRING, {"text": text})
    assert "ini tidak terbaca sebagai profil profesi" in page.content.decode()
    admin_client.post(DRAFT, sent_back(page, name="Koki Rumahan"))
    assert Profession.objects.filter(slug="koki-rumahan").exists()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Tempel teksnya, atau pilih berkasnya."),
        ("---", "Tidak ada paragraf yang terbaca"),
        ("Ia teliti dan sabar.\n\n" * 500, "terlalu banyak untuk satu profesi"),
        ("a" * 100_001, "terlalu panjang untuk satu profesi"),
        ("a\n" * 4_001, "terlalu panjang untuk satu profesi"),
    ],
    ids=["nothing", "no letter", "paragraphs", "letters", "lines"],
)
def test_what_cannot_be_shown_is_said(text: str, sentence: str, admin_client: Client) -> None:
    for address in (BRING, DRAFT):
        assert sentence in admin_client.post(address, {"text": text}).content.decode()


def test_markup_is_text(admin_client: Client) -> None:
    text = PROFILE.replace("Rombongan", "<svg onload=alert(1)>")
    assert "<svg onload" not in admin_client.post(BRING, {"text": text}).content.decode()


def test_it_takes_the_right_to_add_professions(client: Client) -> None:
    teacher = User.objects.create_user("guru", is_staff=True)
    teacher.user_permissions.add(Permission.objects.get(codename="change_profession"))
    client.force_login(teacher)
    assert BRING not in client.get("/admin/profiles/profession/").content.decode()
    for address in (BRING, DRAFT):
        assert client.get(address).status_code == client.post(address, {}).status_code == 403


def test_who_may_only_add_changes_nothing_that_is_there(
    client: Client, campaign: Profession
) -> None:
    teacher = User.objects.create_user("guru", is_staff=True)
    teacher.user_permissions.add(Permission.objects.get(codename="add_profession"))
    client.force_login(teacher)
    page = client.post(BRING, {"text": PROFILE})
    refused = client.post(DRAFT, sent_back(page, name=campaign.name, into="replace"))
    assert "Kamu belum boleh mengubahnya." in refused.content.decode()
    assert shown(refused) == shown(page)
    assert Profession.objects.get(pk=campaign.pk).overview == campaign.overview


def test_the_questions_do_not_grow_with_the_document(
    admin_client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for text in (PROFILE, PROFILE + "Antropologi\n" * 100):
        with django_assert_num_queries(5):
            admin_client.post(BRING, {"text": text})
