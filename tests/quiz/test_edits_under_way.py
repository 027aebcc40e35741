"""Eight kinds of edit meet a quiz that is under way, that was sent, and that is sent again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from django.db import transaction
from django.db.models import F, ProtectedError
from django.test import Client

from profiles.models import Edition, Profession, Statement, Trait
from profiles.workbench.publishing import PublishingRefused
from quiz.core.scoring import score
from quiz.models import Attempt
from tests.factories import make_edition

Post = dict[str, str]
COMMUNICATION = "communication"


def change_text(profession: Profession) -> None:
    Statement.objects.update(text="Saya menulis hal lain.", text_en="I write something else.")


def change_order(profession: Profession) -> None:
    Statement.objects.update(position=100 - F("position"))


def change_keying(profession: Profession) -> None:
    Statement.objects.update(keying=-F("keying"))


def delete_statements(profession: Profession) -> None:
    for trait in Trait.objects.all():
        trait.statements.filter(keying=1).first().delete()  # type: ignore[union-attr]


def delete_trait(profession: Profession) -> None:
    profession.demands.filter(trait__code=COMMUNICATION).delete()
    Trait.objects.get(code=COMMUNICATION).delete()


def change_weights(profession: Profession) -> None:
    profession.demands.update(weight=F("weight") + 2, essential=False)


def unpublish(profession: Profession) -> None:
    Profession.objects.filter(pk=profession.pk).update(is_listed=False)


def delete_profession(profession: Profession) -> None:
    """What students answered keeps its profession: it is only taken off the site."""
    unpublish(profession)
    with pytest.raises(ProtectedError), transaction.atomic():
        profession.delete()


EDITS = (
    *(change_text, change_order, change_keying, delete_statements),
    *(delete_trait, change_weights, unpublish, delete_profession),
)


@pytest.fixture(params=EDITS, ids=lambda edit: edit.__name__)
def edit(request: pytest.FixtureRequest, campaign: Profession) -> Callable[[], None]:
    """One of the edits, published where that is possible."""

    def make() -> None:
        request.param(campaign)
        with suppress(PublishingRefused):
            make_edition(campaign)

    return make


@pytest.mark.parametrize("moment", ["under way", "sent", "sent again"])
def test_an_edit_changes_no_quiz_and_no_outcome(
    moment: str,
    edit: Callable[[], None],
    client: Client,
    edition: Edition,
    answers: dict[str, int],
    post: Callable[..., Post],
) -> None:
    quiz = f"/profesi/{edition.profession.slug}/kuis/"
    expected = score(edition.content, answers).to_json()
    assert client.get(quiz).status_code == 200
    if moment == "under way":
        edit()
        address = client.post(quiz, post(answers))["Location"]
    else:
        address = client.post(quiz, post(answers))["Location"]
        before = client.get(address).content
        edit()
        assert client.get(address).content == before
    if moment == "sent again":
        assert client.post(quiz, post(answers))["Location"] == address
    assert client.get(address).status_code == 200
    assert client.get(f"{address}jawaban/").status_code == 200
    attempt = Attempt.objects.get()
    assert attempt.edition == edition
    assert attempt.stored_outcome == expected
