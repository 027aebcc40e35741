"""What an address may ask of a list: no more than its filters."""

from __future__ import annotations

import pytest
from django.test import Client

from profiles.models import Profession


@pytest.mark.parametrize(
    "page", ["profiles/profession", "profiles/trait", "profiles/edition", "quiz/attempt"]
)
@pytest.mark.parametrize(
    "asked", ["user__password__startswith", "editions__frozen__contains", "key__startswith"]
)
def test_a_list_tells_nothing_that_it_was_not_made_to_filter_by(
    asked: str, page: str, admin_client: Client, campaign: Profession
) -> None:
    response = admin_client.get(f"/admin/{page}/", {asked: "a"})
    assert response.status_code in (302, 400)
