"""What a result says of other professions."""

from __future__ import annotations

import re

from django.test import Client
from pytest_django import DjangoAssertNumQueries

from profiles.models import Profession, Trait
from quiz.models import Attempt
from tests.factories import (
    make_edition,
    make_profession,
    make_trait,
)
from tests.quiz.result.pages import RESULT, text_of


def publish_other(name: str, trait: str, *, listed: bool = True) -> Profession:
    """Another profession, which asks for one trait of the shipped ones."""
    profession = make_profession(name, {trait: (2, False)}, is_listed=listed)
    make_edition(profession)
    return profession


def test_other_professions_that_ask_for_the_same_are_listed(
    client: Client, attempt: Attempt
) -> None:
    publish_other("Penyiar Radio", "communication")
    text = text_of(client, RESULT)
    assert "Penyiar Radio" in text
    assert 'href="/profesi/penyiar-radio/"' in text
    assert re.search(r"Penyiar Radio: \d+–\d+, \w", re.sub(r"<[^>]+>", "", text))
    assert "tidak cocok" not in text


def test_professions_that_lack_a_few_answers_lead_to_their_quiz(
    client: Client, attempt: Attempt
) -> None:
    make_trait("E", keyings=(1, 1, 1, 1, -1, -1))
    make_edition(make_profession("Perawat", {"communication": (2, False), "E": (3, True)}))
    make_edition(make_profession("Pendengar", {"E": (3, True)}))  # shares nothing
    text = " ".join(text_of(client, RESULT).split())
    # The six on the new trait, and the one that was skipped.
    assert '<a href="/profesi/perawat/kuis/">Perawat</a> 7 pernyataan lagi' in text
    assert "Kurang sedikit lagi: 1 profesi" in text
    assert "Pendengar" not in text
    assert '<a href="/en/profesi/perawat/kuis/">Perawat</a> 7 statements to go' in " ".join(
        text_of(client, f"/en{RESULT}").split()
    )


def test_professions_that_are_not_shown_or_ask_for_more_are_not(
    client: Client, attempt: Attempt
) -> None:
    publish_other("Tersembunyi", "communication", listed=False)
    other = publish_other("Perlu Lebih", "communication")
    trait = Trait.objects.get(code="communication")
    trait.statements.update(text="Kalimat yang lain sama sekali.")
    make_edition(other)
    text = text_of(client, RESULT)
    assert "Tersembunyi" not in text
    assert "Perlu Lebih" not in text
    assert "profesi lain" not in text


def test_many_professions_cost_no_more_queries_and_five_are_shown(
    client: Client, attempt: Attempt, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(8):
        publish_other(f"Profesi {number}", "leadership")
    with django_assert_num_queries(2):
        text = text_of(client, RESULT)
    assert len(set(re.findall(r"/profesi/profesi-\d/", text))) == 5
