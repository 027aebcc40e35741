"""Starts the real server, as `script/server` runs it, on a site of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg2

from careerfit.postgres.embedded import DATABASE, PORT, USER, socket_folder

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 60


@dataclass(frozen=True)
class Site:
    """A site that is being served, with nothing in it but what ships."""

    url: str
    folder: Path
    password: str

    def query(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """What the site's own database answers to a statement."""
        folder = str(socket_folder(self.folder / "postgres"))
        with (
            closing(psycopg2.connect(host=folder, port=PORT, user=USER, dbname=DATABASE)) as base,
            base.cursor() as cursor,
        ):
            cursor.execute(statement, values)
            return list(cursor.fetchall())

    def attempts(self) -> list[dict[str, int]]:
        """The answers of every attempt that has arrived, in order of arrival."""
        return [
            answers for (answers,) in self.query("SELECT answers FROM quiz_attempt ORDER BY id")
        ]

    def manage(self, *arguments: str) -> None:
        """Run one of manage.py's commands on this site, quietly."""
        subprocess.run(
            [sys.executable, str(ROOT / "manage.py"), *arguments],
            env=_environment(self.folder),
            stdout=subprocess.DEVNULL,
            check=True,
        )


@contextmanager
def served_site(folder: Path, settings: str = "careerfit.settings") -> Iterator[Site]:
    """First start, embedded database, shipped content, real server; ended with the block."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = int(probe.getsockname()[1])
    with subprocess.Popen(
        [sys.executable, str(ROOT / "manage.py"), "serve"],
        env={**_environment(folder), "PORT": str(port), "DJANGO_SETTINGS_MODULE": settings},
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            yield Site(f"http://127.0.0.1:{port}", folder, _until_ready(server))
        finally:
            server.terminate()
            server.wait(PATIENCE)


def _environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "VAR_DIR": str(folder), "DATABASE_URL": "", "ALLOWED_HOSTS": ""}


def _until_ready(server: subprocess.Popen[str]) -> str:
    """Wait until the server answers, and give the admin's password that it prints before that."""
    assert server.stdout is not None
    password = ""
    for line in server.stdout:
        if "kata sandi " in line:
            password = line.partition("kata sandi ")[2].split()[0]
        if "CareerFit siap" in line:
            return password
    raise AssertionError("the server ended before it was ready")
