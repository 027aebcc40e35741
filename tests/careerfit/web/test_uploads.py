"""Files come from those who edit the site; anybody else's are refused before a byte is stored."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import MemoryFileUploadHandler, TemporaryFileUploadHandler
from django.test import Client

from profiles.models import Edition

QUIZ = "/profesi/pengurus-kampanye-politik/kuis/"
ADD_USER = "/admin/auth/user/add/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def stored(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files for which memory or a temporary file was made."""
    names: list[str] = []
    for handler in (MemoryFileUploadHandler, TemporaryFileUploadHandler):
        begin = handler.new_file

        def remember(self: Any, field: str, name: str, *rest: Any, begin: Any = begin) -> None:
            names.append(name)
            begin(self, field, name, *rest)

        monkeypatch.setattr(handler, "new_file", remember)
    return names


def file(size: int) -> SimpleUploadedFile:
    return SimpleUploadedFile(f"{size}.txt", b"x" * size)


@pytest.mark.parametrize("size", [1, 3_000_000])
@pytest.mark.parametrize("address", [QUIZ, "/admin/login/", ADD_USER])
def test_a_file_of_anybodys_is_refused(
    address: str, size: int, stored: list[str], client: Client, edition: Edition
) -> None:
    response = client.post(address, {"key": "k" * 22, "file": file(size)})
    if address != ADD_USER:  # this one leads to the login, and reads nothing
        assert response.status_code == 400
        assert "tidak bisa kami baca" in response.content.decode()
    assert stored == []


def test_a_form_in_parts_without_a_file_is_read(client: Client, edition: Edition) -> None:
    assert client.post(QUIZ, {"key": "k" * 22}).status_code == 422


def test_a_form_with_no_file_chosen_is_read(client: Client, edition: Edition) -> None:
    body = '--b\r\nContent-Disposition: form-data; name="file"; filename=""\r\n\r\n\r\n--b--\r\n'
    response = client.post(QUIZ, body, content_type="multipart/form-data; boundary=b")
    assert response.status_code == 422


def test_who_edits_the_site_may_send_one(
    stored: list[str], client: Client, admin_user: User
) -> None:
    client.force_login(admin_user)
    assert client.post(ADD_USER, {"username": "", "file": file(3_000_000)}).status_code == 200
    assert stored == ["3000000.txt"] * 2


def test_who_has_an_account_and_edits_nothing_may_not(
    stored: list[str], client: Client, edition: Edition, django_user_model: type[User]
) -> None:
    client.force_login(django_user_model.objects.create_user("siswa"))
    assert client.post(QUIZ, {"file": file(1)}).status_code == 400
    assert stored == []
