"""Statements that change their meaning or go: nothing is saved before somebody has said yes."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from profiles.models import Profession, Statement, Trait
from tests.desk.pages import carried, form_of, text_of

ADD = "/admin/profiles/trait/add/"


@pytest.fixture
def address(campaign: Profession) -> str:
    """The page of the trait that the statements C1 to C11 belong to."""
    return f"/admin/profiles/trait/{Trait.objects.get(code='communication').pk}/change/"


@pytest.fixture
def form(admin_client: Client, address: str) -> dict[str, str]:
    return form_of(admin_client, address)


def test_each_change_of_meaning_is_put_into_a_sentence(
    admin_client: Client, address: str, form: dict[str, str]
) -> None:
    first, second = Statement.objects.filter(trait__code="communication")[:2]
    changes = {
        "statements-0-text": "Saya <svg onload=alert(1)> bercerita.",
        "statements-1-keying": str(-second.keying),
        "statements-2-text_en": "I tell stories.",
        "name": "Komunikasi lisan",
    }
    response = admin_client.post(address, form | changes)
    text = text_of(response.content)
    rises = "skor Komunikasi lisan-nya akan <strong>naik</strong>. Benar?"
    falls = "skor Komunikasi lisan-nya akan <strong>turun</strong>. Benar?"
    asked = "Kalau siswa menjawab “Sangat sesuai” pada"
    assert f"{asked} “{changes['statements-0-text']}”, {rises}" in text
    assert f"Sebelumnya: “{first.text}”" in text
    assert f"{asked} “{second.text}”, {falls if second.keying == 1 else rises}" in text
    assert '“Very much like me” pada terjemahannya: <span lang="en">“I tell stories.”' in text
    assert text.count(asked) == 3
    assert b"<svg onload" not in response.content
    assert Trait.objects.get(code="communication").name == "Komunikasi"
    assert Statement.objects.get(pk=first.pk).text == first.text


def test_a_yes_saves_all_that_was_typed(
    admin_client: Client, address: str, form: dict[str, str]
) -> None:
    changes = {"statements-0-text": "Saya bercerita.", "description": "Baris satu\nbaris dua"}
    question = admin_client.post(address, form | changes)
    response = admin_client.post(address, carried(question.content))
    assert response.status_code == 302
    trait = Trait.objects.get(code="communication")
    assert trait.statements.filter(text="Saya bercerita.").exists()
    assert trait.description.splitlines() == ["Baris satu", "baris dua"]


def test_a_no_turns_the_direction_around(
    admin_client: Client, address: str, form: dict[str, str]
) -> None:
    pk, keying = form["statements-0-id"], int(form["statements-0-keying"])
    question = admin_client.post(address, form | {"statements-0-text": "Saya diam saja."})
    admin_client.post(address, carried(question.content) | {"statements-0-keying": str(-keying)})
    changed = Statement.objects.get(pk=pk)
    assert (changed.text, changed.keying) == ("Saya diam saja.", -keying)


def test_deleting_a_statement_asks_and_can_be_taken_back(
    admin_client: Client, address: str, form: dict[str, str]
) -> None:
    first, second = form["statements-0-id"], form["statements-1-id"]
    ticked = form | {"statements-0-DELETE": "on", "statements-1-DELETE": "on"}
    question = admin_client.post(address, ticked)
    assert text_of(question.content).count("akan <strong>dihapus</strong>. Benar?") == 2
    assert Statement.objects.filter(pk__in=[first, second]).count() == 2
    admin_client.post(address, carried(question.content) | {"statements-1-DELETE": "false"})
    assert not Statement.objects.filter(pk=first).exists()
    assert Statement.objects.filter(pk=second).exists()


def test_the_way_back_shows_what_was_typed_and_saves_nothing(
    admin_client: Client, address: str, form: dict[str, str]
) -> None:
    question = admin_client.post(address, form | {"statements-0-text": "Saya “berbicara” & diam."})
    response = admin_client.post(address, carried(question.content) | {"_edit_again": "1"})
    text = text_of(response.content)
    assert "Saya “berbicara” & diam.</textarea>" in text
    assert "Belum tersimpan. Yang kamu tulis masih ada di sini" in text
    assert "Harap perbaiki" not in text
    assert not Statement.objects.filter(text__contains="& diam").exists()


def test_what_changes_no_meaning_is_saved_without_a_question(
    admin_client: Client, address: str, form: dict[str, str]
) -> None:
    without = {name: value for name, value in form.items() if name != "statements-0-is_used"}
    response = admin_client.post(address, without | {"name": "Lisan", "statements-1-position": "9"})
    assert response.status_code == 302
    assert not Statement.objects.get(pk=form["statements-0-id"]).is_used


def test_a_fault_is_said_before_anything_is_asked(
    admin_client: Client, address: str, form: dict[str, str]
) -> None:
    faulty = form | {"name": "", "statements-0-text": "Saya bercerita."}
    assert "errornote" in text_of(admin_client.post(address, faulty).content)


def test_a_new_trait_is_asked_about_too(admin_client: Client, db: None) -> None:
    form = form_of(admin_client, ADD)
    levels = {
        f"levels-{n}-{field}": value
        for n, level in enumerate(("rarely", "sometimes", "often"))
        for field, value in {"level": level, "feedback": "Umpan.", "step": "Langkah."}.items()
    }
    typed = {
        "code": "rapi",
        "name": "Kerapian",
        "description": "Rapi.",
        "statements-0-code": "R1",
        "statements-0-text": "Mejaku rapi.",
    }
    question = admin_client.post(ADD, form | levels | typed)
    assert "skor Kerapian-nya akan <strong>naik</strong>" in text_of(question.content)
    assert not Trait.objects.exists()
    assert re.search(r'name="statements-0-keying"\s+value="-1"', question.content.decode())
    assert admin_client.post(ADD, carried(question.content)).status_code == 302
    assert Statement.objects.get().text == "Mejaku rapi."
