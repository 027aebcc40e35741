"""The shipped content in a test's database, and answers to its quiz."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from profiles.models import Edition, Profession
from profiles.workbench import shipped_content
from quiz.models import Attempt
from tests.factories import KEY, NOW, make_attempt, make_edition, vary_answers

Post = dict[str, str]

CAMPAIGN_SLUG = "pengurus-kampanye-politik"


@pytest.fixture
def campaign(db: None) -> Profession:
    """The campaign manager that ships, published as edition 1; no other profession is there."""
    for trait in shipped_content.shipped_traits():
        shipped_content.write_trait(trait)
    (profession,) = shipped_content.write_professions(
        [one for one in shipped_content.shipped_professions() if one["slug"] == CAMPAIGN_SLUG]
    )
    make_edition(profession)
    return profession


@pytest.fixture
def edition(campaign: Profession) -> Edition:
    return campaign.editions.get()


@pytest.fixture
def answers(edition: Edition) -> dict[str, int]:
    """Answers to every statement, not all alike."""
    return vary_answers(edition)


@pytest.fixture
def attempt(edition: Edition, answers: dict[str, int]) -> Attempt:
    """A stored attempt in which one statement was skipped."""
    del answers["C7"]
    return make_attempt(edition, answers, seconds=300)


@pytest.fixture
def post(edition: Edition) -> Callable[..., Post]:
    """What a browser sends for given answers."""

    def make(answers: dict[str, int], key: str = KEY, number: int | None = None) -> Post:
        return {
            "key": key,
            "edition": str(number or edition.number),
            "started_at": str(int(NOW.timestamp()) - 300),
            **{f"answer-{code}": str(answer) for code, answer in answers.items()},
        }

    return make
