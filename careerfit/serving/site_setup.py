"""Brings a site to where it can be served: tables, content, static files and a first admin."""

from __future__ import annotations

import contextlib
import hashlib
import secrets
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import OperationalError, connection

from careerfit.postgres.reasons import why_not
from careerfit.serving import static_files

# No letters and digits that are easily taken for each other: the password is copied by hand.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
PASSWORD_LENGTH = 16
SECONDS_BETWEEN_ATTEMPTS = 1.0
SETUP_LOCK = 0x0CA4EE4F17  # any number that nothing else in the database locks


@dataclass(frozen=True)
class NewAdmin:
    """An administrator who was just created, and the only copy of the password."""

    username: str
    password: str


def wait_for_database(say: Callable[[str], None]) -> None:
    """Wait until the database can be used; says why it cannot, and that it can again."""
    said = ""
    while True:
        try:
            connection.ensure_connection()
        except OperationalError as error:
            reason = why_not(error)
            if reason != said:
                say(f"{reason} CareerFit menunggu.")
                said = reason
            time.sleep(SECONDS_BETWEEN_ATTEMPTS)
        else:
            if said:
                say("Basis data sudah bisa dipakai.")
            return


def prepare_site() -> NewAdmin | None:
    """Do what is missing and no more; returns the first administrator when this made one."""
    with _alone():
        call_command("migrate", verbosity=0, interactive=False)
        call_command("load_content", verbosity=0)
        call_command("fill_cards", verbosity=0)
        call_command("clearsessions", verbosity=0)
        collect_static_if_changed()
        return create_first_admin()


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Keep others who start on the same database waiting.

    The lock lives in a transaction of a connection of its own, and ends with it, however it ends;
    that way it also works through a pooler.
    """
    waiting = connection.copy()
    try:
        with waiting.cursor() as cursor:
            cursor.execute("BEGIN")
            # Whoever waits here waits for a migration, whatever limits the role has.
            cursor.execute("SET LOCAL lock_timeout = 0")
            cursor.execute("SET LOCAL statement_timeout = 0")
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SETUP_LOCK])
        yield
    finally:
        waiting.close()


def collect_static_if_changed() -> bool:
    """Collect and compress the static files if any of them changed since the last time."""
    stamp = static_files.beside_static_root(".collected")
    state = _static_state()
    if stamp.exists() and stamp.read_text() == state:
        return False
    # What is there goes first: by time of change alone, a file that was restored would seem old.
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(state)
    return True


def _static_state() -> str:
    """A digest of every static file's place, size and time of change, and of what collects them."""
    digest = hashlib.sha256(Path(static_files.__file__).read_bytes())
    for finder in get_finders():
        for path, storage in finder.list([]):
            status = (storage.path(path), storage.size(path), storage.get_modified_time(path))
            digest.update(repr(status).encode())
    return digest.hexdigest()


def create_first_admin() -> NewAdmin | None:
    """Create an administrator with a random password, if the site has none at all."""
    users = get_user_model()._default_manager
    if users.filter(is_superuser=True).exists():
        return None
    taken = users.filter(username="admin").exists()
    username = f"admin-{secrets.token_hex(2)}" if taken else "admin"
    password = "".join(secrets.choice(ALPHABET) for _ in range(PASSWORD_LENGTH))
    get_user_model().objects.create_superuser(username=username, password=password)
    # Whoever looks at the terminal, or at a log of it, has seen the password.
    call_command("expect_new_password", username)
    return NewAdmin(username, password)
