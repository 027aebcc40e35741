"""The site of a school, for the tests of a module: one that ran an earlier version."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from .old_site import SITES, OldSite, upgraded
from .words import Element, read

Ask = Callable[[str], Element]


@pytest.fixture(scope="module", params=SITES, ids=lambda site: site.commit)
def site(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[OldSite]:
    """Each of the sites in turn, upgraded to today's version."""
    with django_db_blocker.unblock(), upgraded(request.param):
        yield request.param


@pytest.fixture(scope="module")
def ask(site: OldSite) -> Ask:
    """Asks the upgraded site for the page at an address."""
    client = Client()

    @cache
    def ask_once(address: str) -> Element:
        response = client.get(address)
        assert response.status_code == 200
        return read(response.content.decode())

    return ask_once
