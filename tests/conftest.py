"""What all tests share: settings that no machine's environment changes, a database, a browser."""

from __future__ import annotations

import fcntl
import os
import secrets
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import django
import hypothesis
import pytest
from django.conf import settings
from django.core.cache import caches
from django.core.cache.backends.db import BaseDatabaseCache
from django.db import connection
from django.test import override_settings
from django.utils import translation
from pytest_django import DjangoDbBlocker

from careerfit.memory.recent import forget_all
from careerfit.postgres.embedded import EmbeddedPostgres
from careerfit.postgres.silence import expect_answers
from careerfit.serving.translations import compile_changed
from tests.journeys.site.browser import MISSING, find_browser, launch_options, must_have_browser

# Django reads its settings after this file, so this is the place to decide them. The names that
# stay are those that say which database to use.
os.environ.update(
    DJANGO_SETTINGS_MODULE="careerfit.settings",
    SECRET_KEY=secrets.token_urlsafe(50),
    DEBUG="false",
    HTTPS="false",
    HOST="127.0.0.1",
    PORT="8000",
    ALLOWED_HOSTS="localhost,127.0.0.1,testserver",
    CSRF_TRUSTED_ORIGINS="",
    TRUST_X_FORWARDED_PROTO="false",
    TIME_ZONE="Asia/Jakarta",
    # Playwright runs an event loop in the tests' thread, which Django would take for an async view.
    DJANGO_ALLOW_ASYNC_UNSAFE="true",
)

hypothesis.settings.register_profile("careerfit", deadline=None)
hypothesis.settings.load_profile("careerfit")

BROWSER = pytest.StashKey[str | None]()  # where it is, if there is one


OTHER_SESSIONS = """
SELECT state, query, pg_terminate_backend(pid, 5000) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""


def pytest_configure(config: pytest.Config) -> None:
    """Compile the translations, start Django, which reads them, then load what needs its models."""
    compile_changed()
    django.setup()
    config.pluginmanager.import_plugin("tests.content_fixtures")
    config.pluginmanager.import_plugin("tests.attempts_guard")
    config.stash[BROWSER] = find_browser()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what needs a browser where there is none, so that the rest says something."""
    if not _leaves_browser_out(config):
        return
    in_browser = [item for item in items if "browser" in getattr(item, "fixturenames", ())]
    config.hook.pytest_deselected(items=in_browser)
    items[:] = [item for item in items if "browser" not in getattr(item, "fixturenames", ())]


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say what was left out."""
    if _leaves_browser_out(config):
        terminalreporter.write_line(f"Tidak diuji: semua yang memerlukan peramban. {MISSING}")


def _leaves_browser_out(config: pytest.Config) -> bool:
    return config.stash[BROWSER] is None and not must_have_browser()


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> Iterator[None]:
    """Run the embedded PostgreSQL, and use a database that no other test run uses."""
    if not settings.EMBEDDED_POSTGRES:
        yield
        return
    embedded = EmbeddedPostgres(settings.EMBEDDED_POSTGRES_FOLDER, settings.PG_BIN)
    with embedded.running():
        number, lock = _free_number(settings.VAR_DIR)
        settings.DATABASES["default"]["TEST"]["NAME"] = f"test_careerfit_{number}"
        yield
        lock.close()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let no connection that a test's thread left open keep the database from being removed."""
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(OTHER_SESSIONS)
        for left in cursor.fetchall():
            sys.stderr.write(f"a test left a connection open: {left}\n")


def _free_number(folder: Path) -> tuple[int, IO[str]]:
    """The lowest number that no other test run on this machine has, and what keeps it."""
    number = 0
    while True:
        lock = (folder / f"test-{number}.lock").open("w")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.close()
            number += 1
        else:
            return number, lock


@pytest.fixture(scope="session", autouse=True)
def _plain_static_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Serve static files as they are in the source, and none that the server once collected."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(
        STATIC_ROOT=tmp_path_factory.mktemp("static"),
        STORAGES={**settings.STORAGES, "staticfiles": plain},
    ):
        yield


@pytest.fixture(autouse=True)
def _indonesian() -> Iterator[None]:
    """Begin in Indonesian: a page in English leaves its language behind in the thread."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture(autouse=True)
def _nothing_in_memory() -> None:
    """Begin as a process does: what one test has published is not what the next one has."""
    forget_all()
    expect_answers()
    for cache in caches.all():
        if not isinstance(cache, BaseDatabaseCache):  # its rows go with the test's transaction
            cache.clear()


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], pytestconfig: pytest.Config
) -> dict[str, Any]:
    """Chromium, told not to talk to anyone but the tests' server."""
    browser = pytestconfig.stash[BROWSER]
    if browser is None:
        pytest.fail(MISSING)
    return {**browser_type_launch_args, **launch_options(browser)}
