"""Every page leads to itself in the other language, and says where it is in each."""

from __future__ import annotations

import pytest
from django.test import Client

from profiles.models import Edition

LIST = "/profesi/"
PROFESSION = "/profesi/pengurus-kampanye-politik/"
QUIZ = f"{PROFESSION}kuis/"


def text_of(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("path", ["/", LIST, PROFESSION, QUIZ])
def test_search_engines_learn_each_page_s_address_in_both_languages(
    path: str, client: Client, edition: Edition
) -> None:
    for prefix in ("", "/en"):
        text = text_of(client, prefix + path)
        assert f'<link rel="canonical" href="http://testserver{prefix}{path}">' in text
        for language, address in (("id", path), ("en", f"/en{path}"), ("x-default", path)):
            assert f'hreflang="{language}" href="http://testserver{address}"' in text
        assert 'name="description"' in text
        assert "noindex" not in text


def test_the_other_language_keeps_what_was_searched_for(client: Client, edition: Edition) -> None:
    text = text_of(client, f"{LIST}?cari=kampanye&jurusan=hukum")
    assert 'href="/en/profesi/?cari=kampanye&amp;jurusan=hukum"' in text


def test_a_missing_page_claims_no_address(client: Client, edition: Edition) -> None:
    for path in ("/tidak-ada/", "/profesi/tidak-ada/"):
        response = client.get(path)
        assert response.status_code == 404
        assert b"canonical" not in response.content
