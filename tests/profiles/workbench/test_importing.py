from __future__ import annotations

import dataclasses

import pytest

from profiles.documents.asking.demands import ProposedDemand
from profiles.documents.document import ProfileDocument, Reading
from profiles.documents.placing import Placement
from profiles.models import Profession
from profiles.workbench.doubts import open_doubts
from profiles.workbench.importing import ImportReport, NoAddress, import_document, slug_for

pytestmark = pytest.mark.django_db

LIBRARIAN = ProfileDocument(
    name="Pustakawan Sekolah",
    overview=("Pustakawan menata koleksi.", "Ia menyambut pembaca."),
    suited=("Ia senang berkomunikasi.",),
    unsuited=(),
    misconception=("Katanya hanya menjaga buku.",),
    expectation=(),
    difference=(),
    majors=("Ilmu Perpustakaan", "Sastra", "Sastra"),
    institutions=("Perpustakaan Daerah",),
    unplaced=("Baris yang belum jelas.",),
)
DEMANDS = (ProposedDemand("communication", 2, False, "Ia senang berkomunikasi."),)
NOT_MEASURED = "Minat pada buku juga penting untuk pekerjaan ini."


@pytest.fixture(autouse=True)
def _traits(campaign: Profession) -> None:
    """The importer needs the site's traits."""


def load(document: ProfileDocument = LIBRARIAN, *, replace: bool = False) -> ImportReport:
    return import_document(
        reading=Reading(document, (), "one"),
        demands=DEMANDS,
        not_measured=NOT_MEASURED,
        replace=replace,
    )


def librarian() -> Profession:
    return Profession.objects.get(slug="pustakawan-sekolah")


def test_a_document_becomes_rows_in_its_order() -> None:
    report = load()
    profession = librarian()
    assert report.created
    assert profession.overview == "Pustakawan menata koleksi.\n\nIa menyambut pembaca."
    assert [major.name for major in profession.majors.all()] == [
        "Ilmu Perpustakaan",
        "Sastra",
        "Sastra",
    ]
    assert [place.name for place in profession.institutions.all()] == ["Perpustakaan Daerah"]
    assert profession.unplaced == "Baris yang belum jelas."
    demand = profession.demands.get()
    assert (demand.trait.code, demand.weight, demand.evidence) == (
        "communication",
        2,
        "Ia senang berkomunikasi.",
    )


def test_the_same_document_twice_changes_nothing() -> None:
    load()
    before = (librarian().pk, list(librarian().majors.values_list("pk", "name")))
    report = load()
    assert (report.created, report.written, report.kept) == (False, (), ())
    assert (librarian().pk, list(librarian().majors.values_list("pk", "name"))) == before


def test_a_newer_document_updates_what_no_editor_touched() -> None:
    load()
    report = load(dataclasses.replace(LIBRARIAN, overview=("Baru.",), majors=("Sastra",)))
    assert set(report.written) == {"overview", "majors"}
    assert librarian().overview == "Baru."
    assert [major.name for major in librarian().majors.all()] == ["Sastra"]


def test_what_an_editor_changed_is_kept_until_replace_says_so() -> None:
    load()
    Profession.objects.filter(slug="pustakawan-sekolah").update(overview="Kata editor.")
    librarian().demands.update(weight=3)
    newer = dataclasses.replace(LIBRARIAN, overview=("Baru.",), suited=("Ia ramah.",))

    report = load(newer)
    assert (report.written, set(report.kept)) == (("suited",), {"overview", "demands"})
    assert librarian().overview == "Kata editor."
    assert librarian().demands.get().weight == 3

    report = load(newer, replace=True)
    assert set(report.written) == {"overview", "demands"}
    assert librarian().overview == "Baru."
    assert librarian().demands.get().weight == 2


def test_an_edit_that_happens_to_equal_the_document_is_no_conflict() -> None:
    load()
    Profession.objects.filter(slug="pustakawan-sekolah").update(overview="Baru.")
    report = load(dataclasses.replace(LIBRARIAN, overview=("Baru.",)))
    assert (report.written, report.kept) == ((), ())


def test_a_translation_is_an_editors_work_too() -> None:
    load()
    Profession.objects.filter(slug="pustakawan-sekolah").update(overview_en="Arranges books.")
    assert load().kept == ()
    report = load(dataclasses.replace(LIBRARIAN, overview=("Baru.",)))
    assert report.kept == ("overview",)
    assert librarian().overview_en == "Arranges books."


def test_the_shipped_profile_is_kept_from_a_document_of_the_same_name(
    campaign: Profession,
) -> None:
    report = load(dataclasses.replace(LIBRARIAN, name="Pengurus kampanye POLITIK"))
    assert report.profession == campaign
    assert report.written == ()
    assert set(report.kept) >= {"name", "overview", "majors", "demands"}
    campaign.refresh_from_db()
    assert campaign.name == "Pengurus Kampanye Politik"


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Pengurus Kampanye Politik", "pengurus-kampanye-politik"),
        ("  Ahli   Gizi (S.Gz) ", "ahli-gizi-sgz"),
        ("x" * 120, "x" * 80),
    ],
)
def test_addresses(name: str, slug: str) -> None:
    assert slug_for(name) == slug


def test_a_name_without_letters_has_no_address() -> None:
    with pytest.raises(NoAddress):
        slug_for("会计 – !")


def test_what_is_not_measured_is_proposed_where_nobody_wrote_it() -> None:
    load()
    assert librarian().not_measured == NOT_MEASURED
    # Imported before imports proposed it: nobody has written there.
    profession = librarian()
    del profession.imported["not_measured"]
    profession.not_measured = ""
    profession.save()
    assert load().written == ("not_measured",)
    Profession.objects.filter(slug="pustakawan-sekolah").update(not_measured="Kata editor.")
    assert load().kept == ("not_measured",)


def test_doubts_last_until_their_paragraph_is_moved_or_rewritten() -> None:
    placements = (
        Placement("Ia menyambut pembaca.", "overview", "before", "", False),
        Placement("Sastra", "majors", "wording", "sastra", False),
        Placement("Baris yang belum jelas.", "unplaced", "nothing", "", False),
        Placement("Pustakawan menata koleksi.", "overview", "heading", "tugas", True),
    )
    import_document(
        reading=Reading(LIBRARIAN, placements, "one"), demands=(), not_measured=NOT_MEASURED
    )
    assert [(doubt.opening, doubt.place) for doubt in open_doubts(librarian())] == [
        ("Ia menyambut pembaca.", "gambaran pekerjaan"),
        ("Sastra", "jurusan kuliah yang mendukung"),
        ("Baris yang belum jelas.", "belum ditempatkan"),
    ]
    Profession.objects.filter(slug="pustakawan-sekolah").update(overview="Baru.", unplaced="")
    assert [doubt.reason for doubt in open_doubts(librarian())] == ["karena kata “sastra”"]


def test_a_major_comes_with_the_group_that_is_sure_and_stays_free_to_be_replaced() -> None:
    load(dataclasses.replace(LIBRARIAN, majors=("Ilmu Hukum", "Ilmu Perpustakaan")))
    assert [major.group for major in librarian().majors.all()] == ["hukum", ""]
    assert load().written == ("majors",)


def test_what_an_earlier_version_imported_is_still_free_to_be_replaced() -> None:
    document = dataclasses.replace(LIBRARIAN, majors=("Ilmu Hukum", "Ilmu Perpustakaan"))
    load(document)
    # As it was remembered before majors had a group and workplaces a name in English.
    profession = librarian()
    profession.imported |= {
        "majors": [{"id": major, "en": ""} for major in document.majors],
        "institutions": list(LIBRARIAN.institutions),
    }
    profession.save()
    newer = dataclasses.replace(LIBRARIAN, majors=("Sastra",), institutions=("Arsip Kota",))
    assert set(load(newer).written) == {"majors", "institutions"}
