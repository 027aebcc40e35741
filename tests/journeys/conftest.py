"""The real server, as `script/server` runs it, for browsers to visit."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import psycopg2
import pytest

from careerfit.embedded_postgres import DATABASE, PORT, USER, socket_folder

from .network import Network

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60


@dataclass(frozen=True)
class Site:
    """A site that is being served, with nothing in it but what ships."""

    url: str
    folder: Path
    password: str

    def attempts(self) -> list[dict[str, int]]:
        """The answers of every attempt that has arrived, in order of arrival."""
        folder = str(socket_folder(self.folder / "postgres"))
        with (
            closing(psycopg2.connect(host=folder, port=PORT, user=USER, dbname=DATABASE)) as base,
            base.cursor() as cursor,
        ):
            cursor.execute("SELECT answers FROM quiz_attempt ORDER BY id")
            return [answers for (answers,) in cursor.fetchall()]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One site for all journeys: first start, embedded database, shipped content, real server."""
    folder = tmp_path_factory.mktemp("site")
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = int(probe.getsockname()[1])
    environment = {
        **os.environ,
        "VAR_DIR": str(folder),
        "PORT": str(port),
        "DATABASE_URL": "",
        "ALLOWED_HOSTS": "",
    }
    with subprocess.Popen(
        [sys.executable, str(ROOT / "manage.py"), "serve"],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            yield Site(f"http://127.0.0.1:{port}", folder, _until_ready(server))
        finally:
            server.terminate()
            server.wait(PATIENCE)


@pytest.fixture
def network(site: Site) -> Iterator[Network]:
    """What lies between a phone and the site, and can fail in every way."""
    with Network(site.url) as network:
        yield network


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


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """A small phone."""
    return {
        **browser_context_args,
        "viewport": {"width": 360, "height": 740},
        "device_scale_factor": 2,
        "has_touch": True,
        "is_mobile": True,
        "locale": "id-ID",
    }
