"""Two editors press "Simpan" in the same moment: one saves, the other is asked."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client

from profiles.models import Profession
from tests.desk.pages import CHANGE, form_of

ROUNDS = 5


@pytest.mark.django_db(transaction=True)
def test_of_two_who_save_at_once_one_is_asked(campaign: Profession) -> None:
    address = CHANGE.format(campaign.pk)
    editors = []
    for name in ("ratna", "budi"):
        client = Client()
        client.force_login(User.objects.create_superuser(name))
        editors.append(client)
    for number in range(ROUNDS):
        together = Barrier(len(editors))
        forms = []
        for client, name in zip(editors, "ab", strict=True):
            seen = str(client.get(address).context["seen"])
            forms.append(form_of(client, address) | {"_seen": seen, "name": f"{name}{number}"})

        def save(
            client: Client, form: dict[str, str], together: Barrier = together
        ) -> tuple[int, str]:
            try:
                together.wait()
                return client.post(address, form).status_code, form["name"]
            finally:
                connection.close()

        with ThreadPoolExecutor(len(editors)) as pool:
            (_, asked), (_, saved) = pairs = sorted(pool.map(save, editors, forms))
        assert [status for status, _ in pairs] == [200, 302]
        campaign.refresh_from_db()
        assert campaign.name == saved != asked
