"""What the first start makes, and what later starts leave alone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.templatetags.static import static

from careerfit.serving import site_setup
from careerfit.serving.site_setup import collect_static_if_changed, create_first_admin

User = get_user_model()


@pytest.mark.django_db
def test_a_site_without_an_admin_gets_one_who_can_sign_in() -> None:
    admin = create_first_admin()
    assert admin is not None
    assert admin.username == "admin"
    assert re.fullmatch(r"[a-z2-9]{16}", admin.password)
    user = authenticate(username="admin", password=admin.password)
    assert user is not None
    assert user.is_superuser


@pytest.mark.django_db
def test_no_two_sites_get_the_same_password() -> None:
    first = create_first_admin()
    User.objects.all().delete()
    second = create_first_admin()
    assert first is not None
    assert second is not None
    assert first.password != second.password


@pytest.mark.django_db
def test_a_site_with_an_admin_gets_no_other() -> None:
    User.objects.create_superuser("ibu-guru", password="x")
    assert create_first_admin() is None
    assert User.objects.count() == 1


@pytest.mark.django_db
def test_an_ordinary_user_named_admin_is_left_alone() -> None:
    User.objects.create_user("admin", password="mine")
    admin = create_first_admin()
    assert admin is not None
    assert re.fullmatch(r"admin-[0-9a-f]{4}", admin.username)
    assert authenticate(username="admin", password="mine") is not None


@pytest.fixture
def source(settings: Any, tmp_path: Path) -> Path:
    """A folder with the only static file there is."""
    folder = tmp_path / "source"
    folder.mkdir()
    (folder / "site.css").write_text("a {}")
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [folder]
    settings.STATIC_ROOT = tmp_path / "collected"
    return folder


def test_static_files_are_collected_when_one_changed(source: Path, settings: Any) -> None:
    assert collect_static_if_changed() is True
    assert collect_static_if_changed() is False
    (source / "site.css").write_text("a { color: red }")
    assert collect_static_if_changed() is True
    assert (settings.STATIC_ROOT / "site.css").read_text() == "a { color: red }"
    assert collect_static_if_changed() is False


def test_a_collection_that_failed_is_done_again(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object, **options: object) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as patched:
        patched.setattr(site_setup, "call_command", fail)
        with pytest.raises(OSError, match="disk full"):
            collect_static_if_changed()
    assert collect_static_if_changed() is True


def test_nothing_is_served_that_only_tells_about_the_files(source: Path, settings: Any) -> None:
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "careerfit.serving.static_files.StaticFiles"},
    }
    collect_static_if_changed()
    served = {path.name for path in settings.STATIC_ROOT.iterdir()}
    assert len(served) == 2
    assert {name.split(".")[0] for name in served} == {"site"}
    assert static("site.css") != "/static/site.css"  # so it was found out what it is called
