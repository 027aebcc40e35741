from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from profiles.editions import today
from profiles.models import Edition, Profession, Statement, Trait
from profiles.workbench.fault_words import describe
from profiles.workbench.publishing import (
    PublishingDoubted,
    PublishingRefused,
    freeze,
    publish,
    workbench_faults,
)
from tests.factories import NOW

SCHEMA_1 = Path(__file__).parent.parent / "editions/schema-1.json"
LATER = NOW + timedelta(days=1)


def test_publishing_freezes_the_workbench_under_the_next_number(campaign: Profession) -> None:
    campaign.name = "Manajer Kampanye"
    campaign.save()
    edition, is_new = publish(profession=campaign, now=LATER)
    assert is_new
    assert (edition.number, edition.published_at) == (2, LATER)
    assert edition.content == freeze(campaign)
    assert [e.content.name.id for e in campaign.editions.all()] == [
        "Manajer Kampanye",
        "Pengurus Kampanye Politik",
    ]


def test_publishing_what_is_published_changes_nothing(campaign: Profession) -> None:
    edition, is_new = publish(profession=campaign, now=LATER)
    assert not is_new
    assert (edition.number, campaign.editions.count()) == (1, 1)


def test_publishing_brings_today_s_levels_and_leaves_the_edition_before_its_own(
    campaign: Profession,
) -> None:
    campaign.editions.all().delete()
    before = Edition.objects.create(
        profession=campaign, number=1, frozen=json.loads(SCHEMA_1.read_text()), published_at=NOW
    )
    edition, is_new = publish(profession=campaign, now=LATER)
    assert is_new
    assert edition.content.levels == today.LEVELS
    assert edition.content.rule == before.content.rule
    before.refresh_from_db()
    assert before.frozen["schema"] == 1
    assert [level.lowest for level in before.content.levels.match] == [0, 50, 75]
    assert not publish(profession=campaign, now=LATER)[1]


def test_a_later_edit_leaves_the_edition_as_it_was(edition: Edition) -> None:
    Statement.objects.filter(code="C7").update(text="Lain sama sekali.")
    Trait.objects.filter(code="communication").update(name="Lain")
    assert Edition.objects.get().content == edition.content


def test_a_statement_that_is_not_used_is_not_asked(campaign: Profession) -> None:
    Statement.objects.filter(code="C7").update(is_used=False)
    edition, _ = publish(profession=campaign, now=LATER)
    assert "C7" not in [statement.code for statement in edition.content.statements]
    assert len(edition.content.statements) == 23


def test_a_refusal_names_every_fault_and_publishes_nothing(campaign: Profession) -> None:
    communication = campaign.demands.get(trait__code="communication")
    communication.evidence = "Kalimat yang tidak ada di profil."
    communication.save()
    Statement.objects.filter(trait__code="leadership", keying=-1).update(is_used=False)
    Statement.objects.filter(code="L1").update(is_used=False)
    with pytest.raises(PublishingRefused) as refusal:
        publish(profession=campaign, now=LATER)
    assert refusal.value.sentences == [
        "Bukti untuk Komunikasi tidak tertulis di profil. Salin kalimatnya persis dari teks.",
        "Kepemimpinan memerlukan paling sedikit 4 pernyataan yang dipakai.",
        "Kepemimpinan memerlukan satu pernyataan berarah −.",
    ]
    assert campaign.editions.count() == 1


def test_every_fault_has_a_sentence(campaign: Profession) -> None:
    campaign.overview = campaign.not_measured = ""
    campaign.unsuited, campaign.unplaced = "Kamu tidak cocok.", "Belum jelas."
    campaign.save()
    campaign.demands.update(weight=0, evidence="")
    trait = Trait.objects.get(code="communication")
    trait.levels.all().delete()
    sentences = [describe(fault) for fault in workbench_faults(campaign)]
    assert (
        "Komunikasi ditandai kunci tetapi bobotnya 0. Beri bobot 3 atau hapus tanda kunci."
        in sentences
    )
    assert all("%" not in sentence and sentence.endswith(".") for sentence in sentences)
    campaign.demands.all().delete()
    assert [describe(fault) for fault in workbench_faults(campaign)] == [
        "Isi dulu bagian “gambaran pekerjaan”.",
        "Masih ada teks yang belum ditempatkan. Pindahkan ke bagian yang sesuai atau hapus.",
        "Isi “yang belum diukur kuis”: sebutkan apa yang diminta profesi ini, tetapi tidak "
        "ditanyakan.",
        "Kalimat “Kamu tidak cocok.” memberi tahu siswa bahwa ia tidak cocok. Bicaralah tentang "
        "pekerjaannya, misalnya: “Pekerjaan ini terasa berat bagi orang yang …”.",
        "Tambahkan paling sedikit satu keterampilan yang diminta profesi ini.",
    ]


def test_a_warning_wants_a_yes_unless_students_see_it_already(campaign: Profession) -> None:
    campaign.demands.exclude(trait__code__in=["communication", "organization"]).update(weight=0)
    with pytest.raises(PublishingDoubted) as doubt:
        publish(profession=campaign, now=LATER)
    (sentence,) = doubt.value.sentences
    assert sentence.startswith("Kurang dari 3 keterampilan berbobot")
    assert campaign.editions.count() == 1
    _, is_new = publish(profession=campaign, now=LATER, accept_warnings=True)
    assert is_new
    _, is_new = publish(profession=campaign, now=LATER)
    assert not is_new


def test_a_yes_to_warnings_publishes_nothing_that_is_refused(campaign: Profession) -> None:
    campaign.unplaced = "Belum jelas."
    campaign.save()
    campaign.demands.exclude(trait__code="communication").delete()
    with pytest.raises(PublishingRefused) as refusal:
        publish(profession=campaign, now=LATER, accept_warnings=True)
    assert [fault.code for fault in refusal.value.faults] == ["text_unplaced"]


def test_the_database_refuses_to_change_an_edition(edition: Edition) -> None:
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        Edition.objects.update(number=7)
    edition.refresh_from_db()
    assert edition.number == 1


def test_a_published_profession_cannot_be_deleted(campaign: Profession) -> None:
    with pytest.raises(ProtectedError):
        campaign.delete()


def test_a_number_is_used_once(edition: Edition) -> None:
    with pytest.raises(IntegrityError, match="edition_number_once"), transaction.atomic():
        Edition.objects.create(
            profession=edition.profession, number=1, frozen=edition.frozen, published_at=NOW
        )


def test_the_newest_edition_of_each_listed_profession_is_current(campaign: Profession) -> None:
    campaign.name = "Lain"
    campaign.save()
    publish(profession=campaign, now=LATER)
    assert [edition.number for edition in Edition.objects.current()] == [2]
    Profession.objects.update(is_listed=False)
    assert list(Edition.objects.current()) == []
