"""One PostgreSQL server: makes its data, starts it, asks whether it runs, stops it.

It listens on a socket in a folder that only its owner can enter, and on no network address, which
is why it asks for no password. Whoever calls this sees to it that no other process does so at the
same time; ``careerfit.postgres.embedded`` does.
"""

from __future__ import annotations

import contextlib
import enum
import hashlib
import os
import shutil
import signal
import stat
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from careerfit.postgres.programs import (
    PostgresUnavailable,
    Programs,
    find_all,
    unprivileged_command,
)
from careerfit.postgres.remains import end_remains, is_suspended
from careerfit.postgres.roles import (
    MAINTENANCE_DATABASE,
    SUPERUSER,
    USER,
    ensure_owner_and_database,
)

PORT = 5432  # names the socket; no network port is opened
# The kernel takes 107 bytes for a socket's path; PostgreSQL puts a lock file's suffix behind it.
LONGEST_SOCKET_PATH = 100
START_SECONDS = 60.0
STOP_SECONDS = 20.0
LAUNCH_ATTEMPTS = 20
POLL_SECONDS = 0.05
LARGEST_LOG = 1_000_000
NO_ANSWER = 2  # what pg_isready says of a server that is not even starting or stopping

# The servers that this process launched, by process number.
_children: dict[int, subprocess.Popen[bytes]] = {}


def socket_folder(folder: Path) -> Path:
    """Where the server's socket is: beside its data, or in a shorter place if need be."""
    beside = folder / "run"
    fits = len(os.fsencode(beside / f".s.PGSQL.{PORT}")) <= LONGEST_SOCKET_PATH
    if fits and "," not in str(beside):  # to libpq, a comma begins another host
        return beside
    name = hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"careerfit-{os.getuid()}-{name}"


class Condition(enum.Enum):
    """How a server is."""

    WELL = enum.auto()  # or on its way there
    SILENT = enum.auto()  # its process runs and does not answer
    SUSPENDED = enum.auto()  # its process was stopped by a signal
    GONE = enum.auto()


class PostgresServer:
    """The server whose data is in ``folder``, in a folder of its own for each major version."""

    def __init__(self, folder: Path, pg_bin: str = "") -> None:
        self._folder = folder
        self._sockets = socket_folder(folder)
        self._programs = _choose_programs(folder, find_all(pg_bin))
        self._data = folder / str(self._programs.major)
        self._log = folder / f"{self._programs.major}.log"

    def ensure_running(self) -> None:
        """Bring the server to where it answers and has CareerFit's database."""
        if not self._answers():
            self._initialise()
            self._make_socket_folder()
            self._start()
        self._create_database()

    def condition(self, *, ask: bool) -> Condition:
        """How the server is; whether it answers is found out only if asked for."""
        pid = running_pid(self._data)
        if pid is None:
            return Condition.GONE
        if is_suspended(pid):
            return Condition.SUSPENDED
        return Condition.SILENT if ask and self._ask() == NO_ANSWER else Condition.WELL

    def resume(self) -> None:
        """Let a process that was stopped by a signal go on: nothing is lost that way."""
        self._signal(signal.SIGCONT)

    def end(self) -> None:
        """End the server at once; its next start repairs what it was doing."""
        self._signal(signal.SIGKILL)
        end_remains(self._data)

    def _signal(self, number: int) -> None:
        pid = running_pid(self._data)
        if pid is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)

    def _answers(self) -> bool:
        return self._ask() == 0

    def _ask(self) -> int:
        """Ask the server itself: after a kill -9, pg_ctl and the pid file say it runs.

        It is asked by names that it knows, since it logs those that it does not.
        """
        command = [self._programs["pg_isready"], "-q", "-h", str(self._sockets), "-p", str(PORT)]
        command += ["-U", USER, "-d", MAINTENANCE_DATABASE]
        return subprocess.run(command, check=False).returncode

    def _initialise(self) -> None:
        """Make the data folder, unless it is there; one that was left half made starts over."""
        for unfinished in self._folder.glob("*.new"):
            shutil.rmtree(unfinished)
        if self._data.exists():
            return
        new = self._data.with_suffix(".new")
        locale = ["--locale=C.UTF-8", "--encoding=UTF8"]
        if self._programs.major >= 17:  # the same order of letters on every machine
            locale.insert(0, "--locale-provider=builtin")
        command = [self._programs["initdb"], f"--pgdata={new}", f"--username={SUPERUSER}", *locale]
        result = subprocess.run(
            [*self._prefix(), *command, "--auth=trust", "--no-instructions"],
            capture_output=True,
            text=True,
            cwd=self._folder,
            env=_environment(),
            check=False,
        )
        if result.returncode != 0:
            reason = " ".join(result.stderr.split())
            raise PostgresUnavailable(f"Basis data di {new} tidak bisa dibuat: {reason}")
        new.rename(self._data)

    def _make_socket_folder(self) -> None:
        """Make the socket's folder, which nobody but the data's owner may enter."""
        self._sockets.mkdir(mode=0o700, exist_ok=True)
        wanted, found = self._folder.stat(), self._sockets.lstat()
        if found.st_uid == os.geteuid() != wanted.st_uid:
            os.chown(self._sockets, wanted.st_uid, wanted.st_gid)
            found = self._sockets.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != wanted.st_uid:
            raise PostgresUnavailable(f"{self._sockets} milik pengguna lain: hapus folder itu.")
        self._sockets.chmod(0o700)

    def _start(self) -> None:
        """Launch the server and wait until it answers.

        Just after a kill -9 the old server's children may still hold its memory, so a launch that
        fails at once is tried again.
        """
        process: subprocess.Popen[bytes] | None = None
        attempts = 0
        give_up = time.monotonic() + START_SECONDS
        while not self._answers():
            comes_up = process is not None and process.poll() is None
            if not comes_up and running_pid(self._data) is None:
                attempts += 1
                process = self._launch()
            time.sleep(POLL_SECONDS)
            if attempts > LAUNCH_ATTEMPTS or time.monotonic() > give_up:
                raise PostgresUnavailable(
                    f"PostgreSQL tidak mau menyala: {self._last_words()} (lihat {self._log})"
                )

    def _launch(self) -> subprocess.Popen[bytes]:
        end_remains(self._data)
        # No server runs on this data, so these are leftovers. PostgreSQL would not dare to remove
        # them where the number in them belongs to some other program by now.
        for leftover in (self._data / "postmaster.pid", *self._sockets.glob(".s.PGSQL.*")):
            leftover.unlink(missing_ok=True)
        folder = str(self._sockets).replace('"', '""')
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": f'"{folder}"',
            "unix_socket_permissions": "0700",
            "port": str(PORT),
            "log_checkpoints": "off",
            "log_min_error_statement": "panic",  # statements may hold a student's answers
        }
        options = [word for pair in settings.items() for word in ("-c", "=".join(pair))]
        _collect_ended()
        full = self._log.exists() and self._log.stat().st_size > LARGEST_LOG
        with self._log.open("wb" if full else "ab") as log:
            process = subprocess.Popen(
                [*self._prefix(), self._programs["postgres"], "-D", str(self._data), *options],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self._folder,
                env=_environment(),
                start_new_session=True,  # Ctrl+C in the terminal is not for the database
            )
        _children[process.pid] = process
        return process

    def _create_database(self) -> None:
        """Create CareerFit's database and its owner, unless they are there."""
        ensure_owner_and_database(self._sockets, PORT)

    def _prefix(self) -> Sequence[str]:
        return unprivileged_command(self._folder, self._programs)

    def _last_words(self) -> str:
        with contextlib.suppress(OSError, IndexError):
            return self._log.read_text(errors="replace").strip().splitlines()[-1]
        return "(kosong)"


def _environment() -> dict[str, str]:
    """The environment for PostgreSQL's programs: the language of their messages may be missing."""
    return {**os.environ, "LC_ALL": "C"}


def _choose_programs(folder: Path, found: Sequence[Programs]) -> Programs:
    """The programs that match the data which is already there, else the preferred ones.

    A newer PostgreSQL cannot read an older one's data. Starting an empty database beside it would
    look as if everything were lost, so that is refused.
    """
    present = sorted(int(path.name) for path in folder.iterdir() if path.name.isdecimal())
    for programs in found:
        if programs.major in present or not present:
            return programs
    raise PostgresUnavailable(
        f"Data di {folder} ditulis oleh PostgreSQL {present[-1]}, yang tidak ada lagi di sini: "
        f"pasang PostgreSQL {present[-1]} dan isi PG_BIN dengan folder programnya."
    )


def stop_all(folder: Path) -> None:
    """Stop whatever server runs on data in ``folder``; transactions under way are rolled back."""
    for data in folder.iterdir():
        if data.name.isdecimal():
            _stop(data)
            end_remains(data)


def _stop(data: Path) -> None:
    """Stop the server that runs on ``data``, if one does: fast, and if need be by force."""
    for request in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        pid = running_pid(data)
        if pid is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, request)
        give_up = time.monotonic() + STOP_SECONDS
        while running_pid(data) == pid and time.monotonic() < give_up:
            time.sleep(POLL_SECONDS)
            _collect_ended()


def _collect_ended() -> None:
    """Take leave of those of this process's servers that ended: until then, they stay listed."""
    for pid, process in list(_children.items()):
        if process.poll() is not None:
            del _children[pid]


def running_pid(data: Path) -> int | None:
    """The process number of the server that runs on ``data``, if one does.

    The pid file alone proves nothing: after a crash its number may belong to any other program.
    A PostgreSQL server works inside its data folder, so that is what is compared.
    """
    try:
        pid = int((data / "postmaster.pid").read_text().split("\n", 1)[0])
        if Path("/proc/self/cwd").exists():
            return pid if Path(f"/proc/{pid}/cwd").samefile(data) else None
        os.kill(pid, 0)
    except (OSError, ValueError):
        return None
    return pid
