from __future__ import annotations

import itertools

import pytest

from profiles.documents.asking.demands import propose_demands
from profiles.documents.document import ProfileDocument
from profiles.editions.content import SECTIONS
from profiles.models import Edition, Profession, Statement, Trait
from profiles.workbench import shipped_content
from profiles.workbench.importing import known_traits
from tests.factories import NOW, make_trait


def test_it_loads_once_and_never_brings_back_what_was_deleted(campaign: Profession) -> None:
    Statement.objects.filter(code="C7").update(text="Ditulis ulang sekolah.")
    Statement.objects.filter(code="C9").delete()
    assert shipped_content.load(now=NOW) == []
    assert Statement.objects.get(code="C7").text == "Ditulis ulang sekolah."
    assert not Statement.objects.filter(code="C9").exists()


@pytest.mark.django_db
def test_a_site_with_traits_of_its_own_is_left_alone() -> None:
    make_trait("ketelitian")
    assert shipped_content.load(now=NOW) == []
    assert Trait.objects.count() == 1


def test_the_campaign_manager_is_as_promised(edition: Edition) -> None:
    content = edition.content
    assert [(d.trait, d.weight, d.essential) for d in content.demands] == [
        ("communication", 3, True),
        ("organization", 3, True),
        ("leadership", 2, False),
        ("data_analysis", 2, False),
    ]
    assert len(content.majors) == len(content.institutions) == 10
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
