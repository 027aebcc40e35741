"""A site that has the words which shipped before gets today's, where nobody has changed them."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps

from profiles.editions.card_parts import digest
from profiles.models import LevelText, Profession, Statement, Trait
from profiles.models.traits import CODES_BEFORE
from profiles.workbench import parts
from profiles.workbench.publishing import freeze, publish
from tests.factories import NOW

better_words = importlib.import_module("profiles.migrations.0007_better_words")
WORDS: dict[str, Any] = json.loads(better_words.WORDS.read_text(encoding="utf-8"))
# The shipped profession, as version ef79f96 published it.
BEFORE: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "editions" / "schema-1.json").read_text(encoding="utf-8")
)


@pytest.fixture
def profession(db: None) -> Profession:
    """The shipped profession and its traits on the workbench, as they shipped before."""
    for position, value in enumerate(BEFORE["traits"], start=1):
        trait = Trait.objects.create(
            code=value["code"],
            name=value["name"]["id"],
            description=value["description"]["id"],
            description_en=value["description"]["en"],
            position=position,
        )
        for code, level in value["levels"].items():
            trait.levels.create(
                level=CODES_BEFORE[code],
                feedback=level["feedback"]["id"],
                feedback_en=level["feedback"]["en"],
                step=level["step"]["id"],
                step_en=level["step"]["en"],
            )
        asked = [one for one in BEFORE["statements"] if one["trait"] == trait.code]
        for place, statement in enumerate(asked, start=1):
            trait.statements.create(
                code=statement["code"],
                keying=statement["keying"],
                text=statement["text"]["id"],
                text_en=statement["text"]["en"],
                position=place,
            )
    profession = Profession(slug=BEFORE["slug"])
    parts.write(profession, {part: BEFORE[part] for part in parts.PARTS if part in BEFORE})
    return profession


def renew() -> None:
    better_words.renew(apps, None)


def texts(value: Any) -> set[tuple[str, str]]:
    """Every text in what would be published, in its two languages."""
    if isinstance(value, dict) and value.keys() == {"id", "en"}:
        both = (value["id"], value["en"])
        return {both} if isinstance(value["id"], str) else set(zip(*both, strict=True))
    if isinstance(value, dict):
        return texts(list(value.values()))
    return set().union(*map(texts, value)) if isinstance(value, list | tuple) else set()


def test_where_nobody_changed_a_word_all_are_renewed(profession: Profession) -> None:
    renew()
    there = texts(freeze(Profession.objects.get(pk=profession.pk)).to_json())
    evidence = [quoted for section in WORDS["sections"] for quoted in section["evidence"]]
    kinds = ("statements", "descriptions", "levels", "sections", "majors")
    changes = [*evidence, *(change for kind in kinds for change in WORDS[kind])]
    assert {(change["new"]["id"], change["new"]["en"]) for change in changes} <= there
    assert not {(change["old"]["id"], change["old"]["en"]) for change in changes} & there


def test_the_quiz_then_asks_in_the_order_in_which_it_asked(profession: Profession) -> None:
    renew()
    edition, _ = publish(profession=profession, now=NOW)
    statements = edition.content.statements
    assert [statement.code for statement in statements] == [
        *("C7", "O1", "L1", "D7", "C8", "O7", "L5", "D8", "C9", "O5", "L7", "D9"),
        *("C3", "O8", "L8", "D10", "C10", "O2", "L2", "D6", "C11", "O9", "L9", "D11"),
    ]
    assert [(one.trait, one.keying) for one in statements] == [
        (one["trait"], one["keying"]) for one in BEFORE["statements"]
    ]


def test_nothing_is_published_but_the_desk_can_tell(profession: Profession) -> None:
    publish(profession=profession, now=NOW)
    renew()
    assert profession.editions.count() == 1
    stored = Profession.objects.with_published().get()
    assert stored.published_digest != digest(freeze(stored))


def test_what_an_editor_wrote_or_decided_stays(profession: Profession) -> None:
    Statement.objects.filter(code="C1").update(text="Saya menerangkan pelajaran kepada adik.")
    Statement.objects.filter(code="C5").update(text_en="My messages confuse people.")
    Statement.objects.filter(code="D5").update(is_used=False)
    Statement.objects.filter(code="D1").update(keying=-1)
    Trait.objects.filter(code="data_analysis").update(description_en="")
    levels = LevelText.objects.filter(trait__code="communication")
    levels.filter(level="often").update(feedback="Dari jawabanmu, kamu ramah.", step_en="Talk.")
    profession.majors.filter(name="Jurnalisme").update(name_en="Reporting")
    profession.unsuited += "\n\nJam kerjanya panjang."
    profession.save()

    def of_the_editor() -> list[Any]:
        rows = Statement.objects.filter(code__in=["C1", "C5", "D5", "D1"]).order_by("code")
        stored = Profession.objects.get()
        return [
            *rows.values(),
            *Trait.objects.filter(code="data_analysis").values(),
            *levels.filter(level="often").values(),
            *profession.majors.filter(name_en="Reporting").values(),
            (stored.unsuited, stored.unsuited_en),
            *profession.demands.values(),
        ]

    before = of_the_editor()
    renew()
    assert of_the_editor() == before
    assert not Statement.objects.filter(code__in=["C7", "C8", "D9", "D7"]).exists()


def test_evidence_that_an_editor_chose_keeps_the_sentence_it_quotes(profession: Profession) -> None:
    profession.demands.filter(trait__code="leadership").update(
        evidence="Tanpa kemampuan melahirkan strategi  yang inovatif, tantangannya pun bertambah.",
        evidence_en="",
    )
    renew()
    _, is_new = publish(profession=profession, now=NOW)
    assert is_new


def test_a_statement_stays_where_its_new_code_is_taken(profession: Profession) -> None:
    Trait.objects.get(code="organization").statements.create(code="C7", text="Lain.", position=9)
    renew()
    assert Statement.objects.get(code="C1").is_used
    assert Statement.objects.get(code="C7").text == "Lain."


@pytest.mark.django_db
def test_a_new_site_stays_empty() -> None:
    renew()
    assert not Statement.objects.exists()


def test_keywords_follow_where_they_still_read_as_they_shipped(profession: Profession) -> None:
    first, second, *_ = WORDS["keywords"]
    Trait.objects.filter(code=first["trait"]).update(keywords="\n".join(first["old"]))
    own = "\n".join([*second["old"], "kata sendiri"])
    Trait.objects.filter(code=second["trait"]).update(keywords=own)
    better_words.renew(apps, None)
    assert Trait.objects.get(code=first["trait"]).keywords == "\n".join(first["new"])
    assert Trait.objects.get(code=second["trait"]).keywords == own
