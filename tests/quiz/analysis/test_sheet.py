from __future__ import annotations

from dataclasses import replace

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from profiles.editions.content import FrozenBorder
from profiles.models import Edition
from quiz.analysis.sheet import draw_up
from quiz.models import Attempt
from tests.desk.analysis.answers import send_many
from tests.factories import NOW, copy_profession, make_attempt, make_edition

SHEET = "/profesi/pengurus-kampanye-politik/kuis/lembar-teknis/1/"


def text_of(client: Client, address: str = SHEET) -> str:
    response = client.get(address)
    assert response.status_code == 200
    assert not response.cookies
    return " ".join(response.content.decode().split())


def test_it_names_what_is_asked_and_what_the_answers_show(client: Client, edition: Edition) -> None:
    send_many(edition, 80)
    send_many(make_edition(copy_profession(edition.profession, slug="lain", name="Lain")), 40)
    text = text_of(client)
    assert "lembar teknis edisi 1" in text
    for statement in edition.content.statements:
        assert f"<li>{statement.text.id}" in text
    assert text.count("Dijawab lengkap oleh 120 siswa.") == 4
    assert text.count("Alfa 0,8") == 4
    assert text.count("rentang di hasilmu memakai 10,2.") == 4
    assert "belum teruji di sini" not in text


@pytest.mark.parametrize(("students", "told"), [(29, 0), (99, 4)])
def test_it_tells_no_figure_that_too_few_students_carry(
    client: Client, edition: Edition, students: int, told: int
) -> None:
    send_many(edition, students)
    text = text_of(client)
    assert text.count(f"Dijawab lengkap oleh {students} siswa.") == told
    assert text.count("Alfa dan galat baku belum diketahui") == 4
    assert "belum teruji di sini" in text


def test_it_says_what_nobody_knows(client: Client, edition: Edition) -> None:
    assert text_of(client).count("Belum ada bukti.") == 2


def test_what_was_simulated_is_told_of_the_levels_that_were_simulated(edition: Edition) -> None:
    content = edition.content
    assert draw_up(content).is_simulated
    earlier = (FrozenBorder("developing", 0), FrozenBorder("capable", 50))
    levels = replace(content.levels, match=earlier)
    assert not draw_up(replace(content, levels=levels)).is_simulated


def test_a_hundred_visits_cost_one_analysis(client: Client, edition: Edition) -> None:
    send_many(edition, 120)
    client.get(SHEET)
    with CaptureQueriesContext(connection) as queries:
        for _ in range(5):
            client.get(SHEET)
    assert len(queries) == 5
    other = make_edition(copy_profession(edition.profession, slug="lain", name="Lain"))
    with CaptureQueriesContext(connection) as queries:
        client.get(SHEET.replace("pengurus-kampanye-politik", "lain"))
    assert len(queries) == 2, "the edition, its pilot, and not the same statements once more"
    Attempt.objects.filter(edition=edition).delete()
    caches["studies"].clear()
    assert "belum teruji di sini" in text_of(client)
    assert other.number == 1


def test_results_lead_to_the_sheet_of_their_own_edition_for_ever(
    client: Client, edition: Edition
) -> None:
    attempt = make_attempt(edition)
    edition.profession.overview += "\nSatu kalimat lagi."
    edition.profession.save()
    make_edition(edition.profession, now=NOW)
    type(edition.profession).objects.update(is_listed=False)
    assert f'href="{SHEET}"' in client.get(f"/hasil/{attempt.key}/").content.decode()
    assert text_of(client)


@pytest.mark.parametrize("path", ["tidak-ada/kuis/lembar-teknis/1/", "x/kuis/lembar-teknis/99/"])
def test_what_was_never_published_has_no_sheet(client: Client, edition: Edition, path: str) -> None:
    assert client.get(f"/profesi/{path}").status_code == 404
    for number in ("2", "0", "01", "9" * 9, "9" * 20):
        assert client.get(SHEET.replace("/1/", f"/{number}/")).status_code == 404
    assert client.post(SHEET).status_code == 405


def test_a_scale_that_does_not_count_from_one_is_not_analysed(edition: Edition) -> None:
    send_many(edition, 120)
    content = edition.content
    answers = tuple(replace(one, value=2 * one.value - 1) for one in content.scale.answers)
    other = replace(content, scale=replace(content.scale, answers=answers))
    assert not draw_up(other).has_figures
    assert draw_up(content).has_figures


def test_a_trait_without_statements_is_not_spoken_of(edition: Edition) -> None:
    assert draw_up(replace(edition.content, statements=())).traits == []


def test_there_is_an_english_one(client: Client, edition: Edition) -> None:
    text = text_of(client, f"/en{SHEET}")
    assert 'lang="en"' in text
    assert edition.content.statements[0].text.en in text
