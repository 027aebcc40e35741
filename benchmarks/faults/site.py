"""A real site on a scratch folder: started, looked into, asked for pages, and stopped."""

from __future__ import annotations

import http.client
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psycopg2

from careerfit.postgres.embedded import DATABASE, PORT, USER, socket_folder
from careerfit.postgres.server import running_pid

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
PATIENCE = 60.0
PROFESSION = "/profesi/pengurus-kampanye-politik/"
QUIZ = f"{PROFESSION}kuis/"


class Site:
    """One site, whose server may be started again and again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = _free_port()
        self._secret = secrets.token_urlsafe(50)
        self._process: subprocess.Popen[bytes]

    def start(self) -> None:
        """Start the server, and wait until it answers."""
        with (self.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, str(ROOT / "manage.py"), "serve"],
                env={
                    **os.environ,
                    "VAR_DIR": str(self.folder),
                    "PORT": str(self.port),
                    "DATABASE_URL": "",
                    "ALLOWED_HOSTS": "",
                    "SECRET_KEY": self._secret,
                },
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        wait_until(lambda: self.get(PROFESSION) is not None)

    def stop(self) -> None:
        """Stop the server and all that belongs to it."""
        self._process.terminate()
        self.collect()

    def get(self, path: str, patience: float = 30.0) -> float | None:
        """How long a new visitor waits for a page; None where it is not answered with 200."""
        began = time.monotonic()
        status = self.ask("GET", path, patience=patience)
        return time.monotonic() - began if status == 200 else None

    def ask(self, method: str, path: str, *, patience: float, form: str = "") -> int | None:
        """The status of the answer to one request on a connection of its own; None for none."""
        connection = http.client.HTTPConnection(HOST, self.port, timeout=patience)
        sent = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
        try:
            connection.request(method, path, body=form or None, headers=sent if form else {})
            answer = connection.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()
        return answer.status

    @property
    def parent(self) -> int:
        """The process that was started."""
        return self._process.pid

    def collect(self) -> None:
        """Wait for a server to end that was told to, or was killed."""
        self._process.wait(PATIENCE)

    def workers(self) -> list[int]:
        """The processes that answer requests: those of our own that have threads."""
        return [pid for pid in self._own_children() if len(_tasks(pid)) > 1]

    def watcher(self) -> int:
        """The process that watches the database."""
        return next(pid for pid in self._own_children() if len(_tasks(pid)) == 1)

    def postmaster(self) -> int:
        """The database's main process; ProcessLookupError while there is none."""
        data = next(path for path in (self.folder / "postgres").iterdir() if path.name.isdecimal())
        pid = running_pid(data)
        if pid is None:
            raise ProcessLookupError
        return pid

    def backend(self) -> int:
        """A process of the database that serves one of our connections."""
        with self.database() as connection, connection.cursor() as cursor:
            cursor.execute(
                "SELECT pid FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()",
                [DATABASE],
            )
            [first, *_] = cursor.fetchall()
        connection.close()
        return int(first[0])

    def database(self) -> psycopg2.extensions.connection:
        """A connection as the application has it."""
        return psycopg2.connect(
            host=str(socket_folder(self.folder / "postgres")), port=PORT, user=USER, dbname=DATABASE
        )

    def _own_children(self) -> list[int]:
        return [
            pid
            for pid in _children(self.parent)
            if (Path(f"/proc/{pid}/comm").read_text().startswith("python"))
        ]


def kill(pid: int, number: signal.Signals = signal.SIGKILL) -> None:
    """Send a signal."""
    os.kill(pid, number)


def wait_until(happened: Callable[[], bool]) -> None:
    """Look again and again; TimeoutError when it takes too long."""
    give_up = time.monotonic() + PATIENCE
    while not happened():
        if time.monotonic() > give_up:
            raise TimeoutError
        time.sleep(0.05)


def _children(parent: int) -> list[int]:
    text = Path(f"/proc/{parent}/task/{parent}/children").read_text()
    return [int(word) for word in text.split()]


def _tasks(pid: int) -> list[Path]:
    return list(Path(f"/proc/{pid}/task").iterdir())


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as server:
        return int(server.getsockname()[1])
