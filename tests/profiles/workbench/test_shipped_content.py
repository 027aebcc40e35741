from __future__ import annotations

import itertools

import pytest

from profiles.documents.asking.demands import propose_demands
from profiles.documents.document import ProfileDocument
from profiles.editions.content import SECTIONS
from profiles.finding.asked import Asked
from profiles.finding.found import find
from profiles.models import Edition, Profession, Statement, Trait
from profiles.workbench import shipped_content
from profiles.workbench.importing import known_traits
from tests.content_fixtures import CAMPAIGN_SLUG
from tests.factories import NOW, make_profession, make_trait


@pytest.mark.django_db
def test_a_new_site_has_all_that_ships_ready_to_answer() -> None:
    arrived = shipped_content.load(now=NOW)
    assert arrived.published
    assert len(arrived.professions) == Edition.objects.count() == 20
    assert Trait.objects.count() == 13
    found = find(Asked(), "id")
    assert found.count == 20
    assert found.cards[0].slug == CAMPAIGN_SLUG
    # All of them were there before any was published.
    for edition in Edition.objects.all():
        assert edition.content.related


@pytest.mark.django_db
def test_nothing_that_was_offered_comes_a_second_time() -> None:
    shipped_content.load(now=NOW)
    Profession.objects.filter(slug="koki").update(overview="Ditulis ulang sekolah.")
    Statement.objects.filter(code="C9").delete()
    for slug in ("perawat", "polisi"):
        Edition.objects.filter(profession__slug=slug).delete()
        Profession.objects.get(slug=slug).delete()
    assert shipped_content.load(now=NOW).professions == ()
    assert Profession.objects.get(slug="koki").overview == "Ditulis ulang sekolah."
    assert not Statement.objects.filter(code="C9").exists()
    assert not Profession.objects.filter(slug__in=["perawat", "polisi"]).exists()


@pytest.mark.django_db
def test_a_site_that_was_emptied_stays_empty() -> None:
    shipped_content.load(now=NOW)
    for model in (Edition, Profession, Trait):
        model._default_manager.all().delete()
    assert shipped_content.load(now=NOW).professions == ()
    assert not Trait.objects.exists()


@pytest.mark.django_db
def test_what_a_school_has_at_the_same_place_is_left_as_it_is() -> None:
    own = make_trait("AC", keyings=[1, -1])  # its statements have the codes of those on accuracy
    make_profession("Perawat", {"AC": (2, False)})
    arrived = shipped_content.load(now=NOW)
    assert not arrived.published
    assert not Edition.objects.exists()
    assert "perawat" not in {profession.slug for profession in arrived.professions}
    nurse = Profession.objects.get(slug="perawat")
    assert [demand.trait for demand in nurse.demands.all()] == [own]
    codes = [statement.code for statement in Trait.objects.get(code="accuracy").statements.all()]
    assert codes == ["AC1-2", "AC2-2", "AC3", "AC4", "AC5", "AC6"]
    # It had deleted the traits that shipped first, and has not got them back with the others.
    assert not Trait.objects.filter(code="communication").exists()
    asked = {demand.trait.code for demand in Profession.objects.get(slug="koki").demands.all()}
    assert asked == {"technical", "composure", "creativity"}


def test_the_campaign_manager_is_as_promised(edition: Edition) -> None:
    content = edition.content
    assert [(d.trait, d.weight, d.essential) for d in content.demands] == [
        ("communication", 3, True),
        ("organization", 3, True),
        ("leadership", 2, False),
        ("data_analysis", 2, False),
    ]
    assert len(content.majors) == len(content.institutions) == 10
    assert {major.name.id: major.group for major in content.majors if major.group} == {
        "Hubungan Masyarakat (Humas)": "komunikasi",
        "Jurnalistik": "komunikasi",
        "Ilmu Komunikasi": "komunikasi",
        "Sosiologi": "sosial",
        "Ekonomi": "ekonomi",
        "Hukum": "hukum",
    }
    assert len(content.statements) == 24
    for trait in content.traits:
        keyings = [statement.keying for statement in content.statements_of(trait.code)]
        assert sorted(keyings) == [-1, -1, 1, 1, 1, 1]


def test_everything_a_student_reads_is_there_in_english_too(edition: Edition) -> None:
    content = edition.content
    texts = [content.name, content.not_measured, *(one.name for one in content.majors)]
    texts += [demand.evidence for demand in content.demands]
    texts += [statement.text for statement in content.statements]
    for trait in content.traits:
        texts += [trait.name, trait.description]
        texts += [t for lvl in trait.levels.values() for t in (lvl.feedback, lvl.step)]
    assert all(text.id and text.en for text in texts)
    for section in SECTIONS:
        paragraphs = content.section(section)
        assert len(paragraphs.id) == len(paragraphs.en) > 0


def test_reversed_statements_are_spread_over_the_quiz(edition: Edition) -> None:
    runs = itertools.groupby(edition.content.statements, key=lambda s: s.keying)
    assert max(len(list(run)) for keying, run in runs if keying == -1) <= 2


def test_it_never_says_that_the_reader_does_not_fit(edition: Edition) -> None:
    assert "tidak cocok" not in str(edition.frozen)


def test_the_importer_would_propose_the_same_demands_and_creativity(edition: Edition) -> None:
    content = edition.content
    document = ProfileDocument(
        name=content.name.id,
        **{section: content.section(section).id for section in SECTIONS},
        majors=(),
        institutions=(),
        unplaced=(),
    )
    proposed = propose_demands(document, known_traits())
    frozen = {d.trait: (d.weight, d.essential, d.evidence.id) for d in content.demands}
    # Its lack is named too; the quiz is on four traits, and says that it does not measure this one.
    lack = "Kalau sulit menemukan ide baru untuk strateginya, tantangannya makin besar."
    assert {d.trait: (d.weight, d.essential, d.evidence) for d in proposed} == {
        **frozen,
        "creativity": (3, True, lack),
    }
    assert "Kreativitas" in content.not_measured.id
