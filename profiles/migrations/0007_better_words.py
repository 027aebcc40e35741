"""The words that ship were mended: on the workbench, those that nobody has changed follow.

Shipped content is loaded once, so a site that has it would keep the old words for ever. What an
editor wrote is never touched, and a text counts as an editor's where either language was changed.
Nothing is published: the desk shows that the workbench differs, and a person decides. The words
of then and of now stand beside this file, because what ships will change again.
"""

import json
from pathlib import Path
from typing import Any

from django.db import migrations
from django.db.models import QuerySet

WORDS = Path(__file__).with_suffix(".json")


def renew(apps: Any, schema_editor: Any) -> None:
    """Put the new words where the old ones still stand word for word."""
    words = json.loads(WORDS.read_text(encoding="utf-8"))
    Trait, LevelText, Statement, Profession = (
        apps.get_model("profiles", name)
        for name in ("Trait", "LevelText", "Statement", "Profession")
    )
    for change in words["statements"]:
        _replace_statement(Statement.objects.all(), change)
    for change in words["descriptions"]:
        _renew_text(Trait.objects.filter(code=change["trait"]), "description", change)
    for change in words["keywords"]:
        old, new = ("\n".join(change[which]) for which in ("old", "new"))
        Trait.objects.filter(code=change["trait"], keywords=old).update(keywords=new)
    for change in words["levels"]:
        texts = LevelText.objects.filter(trait__code=change["trait"], level=change["level"])
        _renew_text(texts, change["field"], change)
    for profession in Profession.objects.filter(slug=words["profession"]):
        for change in words["sections"]:
            _renew_section(profession, change)
        for change in words["majors"]:
            _renew_text(profession.majors.all(), "name", change)


def _replace_statement(statements: QuerySet[Any], change: dict[str, Any]) -> None:
    """Retire a statement for one with a new code: answers to other words are other answers."""
    if statements.filter(code=change["new_code"]).exists():
        return
    old = _still_reading(statements, "text", change["old"])
    for statement in old.filter(code=change["code"], keying=change["keying"], is_used=True):
        statements.create(
            trait_id=statement.trait_id,
            code=change["new_code"],
            keying=statement.keying,
            position=statement.position,
            text=change["new"]["id"],
            text_en=change["new"]["en"],
        )
        statements.filter(pk=statement.pk).update(is_used=False)


def _renew_section(profession: Any, change: dict[str, Any]) -> None:
    """Renew one of the six texts with the evidence that is quoted from it, or leave both.

    Evidence that an editor chose from the old text must not lose the sentence that it quotes.
    """
    renewed = [evidence["old"] for evidence in change["evidence"]]
    for demand in profession.demands.all():
        evidence = {"id": demand.evidence, "en": demand.evidence_en}
        if evidence not in renewed and any(
            _quotes(evidence[language], change["old"][language])
            and not _quotes(evidence[language], change["new"][language])
            for language in evidence
        ):
            return
    own = type(profession)._default_manager.filter(pk=profession.pk)
    if _renew_text(own, change["field"], change):
        for evidence in change["evidence"]:
            _renew_text(profession.demands.all(), "evidence", evidence)


def _quotes(evidence: str, text: str) -> bool:
    # Sentences that were pasted from a document may have no-break spaces and double ones.
    return " ".join(evidence.split()) in text


def _renew_text(rows: QuerySet[Any], field: str, change: dict[str, Any]) -> int:
    """Write the new words into the rows that still have the old ones, and say into how many."""
    new = change["new"]
    return _still_reading(rows, field, change["old"]).update(
        **{field: new["id"], f"{field}_en": new["en"]}
    )


def _still_reading(rows: QuerySet[Any], field: str, words: dict[str, str]) -> QuerySet[Any]:
    return rows.filter(**{field: words["id"], f"{field}_en": words["en"]})


class Migration(migrations.Migration):
    dependencies = [("profiles", "0006_levels_by_nearest_answer")]
    operations = [migrations.RunPython(renew, migrations.RunPython.noop)]
