"""A school upgrades: professions and quizzes say all that their editions say, as they did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from profiles.models import Edition

from .conftest import Ask
from .old_site import OldSite

pytestmark = pytest.mark.django_db

TRAITS_OF_A_CARD = re.compile(" (?:Keterampilan yang dilihat kuis|Skills the quiz looks at) ")
"""What older versions called the traits on a card, to who does not see it."""

SHORTEST_OPENING = 60


def test_a_profession_says_every_text_of_its_profile(
    site: OldSite, ask: Ask, subtests: pytest.Subtests
) -> None:
    for address, before in site.pages(ending="/", of_results=False).items():
        if address.endswith("/kuis/"):
            continue
        with subtests.test(address):
            texts = {text for text in _texts(_edition_at(address)) if text and text in before}
            now = ask(address).one("main").words
            assert len(texts) > 10
            assert {text for text in texts if text not in now} == set()


def test_a_quiz_asks_the_same_statements_with_the_same_answers(
    site: OldSite, ask: Ask, subtests: pytest.Subtests
) -> None:
    for address, before in site.pages(ending="/kuis/", of_results=False).items():
        with subtests.test(address):
            asked = ask(address).one("main").all("fieldset", "statement")
            statements = [question.one("legend").words for question in asked]
            answers = [" ".join(a.words for a in question.all("label")) for question in asked]
            together = " ".join(" ".join(pair) for pair in zip(statements, answers, strict=True))
            assert together in before
            assert len(asked) == len(_edition_at(address)["statements"])


def test_who_deletes_a_result_is_told_which(
    site: OldSite, ask: Ask, subtests: pytest.Subtests
) -> None:
    for address in site.pages(ending="/hapus/", of_results=True):
        with subtests.test(address):
            file = site.shown["files"][address.replace("/hapus/", "/jawaban.json")]
            assert file["profession"]["name"] in ask(address).one("main").words


def test_old_editions_are_found_and_listed_as_before(
    site: OldSite, ask: Ask, subtests: pytest.Subtests
) -> None:
    for address, cards in site.shown["cards"].items():
        with subtests.test(address):
            now = ask(address).all("li", "card")
            for card, before in zip(now, cards, strict=True):
                opening, traits = TRAITS_OF_A_CARD.split(before)
                said, cut, _rest = card.words.partition("…")  # it may end sooner than it did
                assert len(said) > SHORTEST_OPENING
                assert opening.startswith(said.strip()) if cut else said.startswith(opening)
                assert " ".join(name.words for name in card.all("li")) == traits


def _edition_at(address: str) -> dict[str, Any]:
    """What the newest edition of the profession at this address holds, as it was stored."""
    slug = address.split("/profesi/")[1].split("/")[0]
    frozen: dict[str, Any] = Edition.objects.of_profession(slug)[0].frozen
    return frozen


def _texts(frozen: Any) -> Iterator[str]:
    """Every text in a stored value, in whichever language."""
    if isinstance(frozen, str):
        yield frozen
    elif isinstance(frozen, dict | list):
        for part in frozen.values() if isinstance(frozen, dict) else frozen:
            yield from _texts(part)
