"""What a completed quiz costs, beside the least that it could cost, in one run on one machine.

Run it with `.venv/bin/python -m benchmarks.visit` (`--help` names the sizes). It starts the site on
a folder of its own and beside it the floor: a Django without anything, on the same server program,
with the same settings and database, which sends the same bytes and stores the same row; once as
Django comes, and once keeping its connections to the database, as the site does. They are visited
in turn. Everything stays on 127.0.0.1 and ends with the run.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import secrets
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import psycopg2

from benchmarks import machine
from benchmarks.visitors import HOST, PAGES, Connection, Times, visit
from careerfit.postgres.embedded import DATABASE, PORT, USER, EmbeddedPostgres, socket_folder

ROOT = Path(__file__).parents[1]
QUIZ = "/profesi/pengurus-kampanye-politik/kuis/"
FLOOR_QUIZ = "/kuis/"
TRAITS = json.loads((ROOT / "profiles/content/traits.json").read_text(encoding="utf-8"))
ASKED = ("communication", "organization", "leadership", "data_analysis")
ANSWERS = {
    statement["code"]: answer
    for trait in TRAITS
    if trait["code"] in ASKED
    for statement, answer in zip(trait["statements"], (2, 4, 3, 5, 4, 1), strict=True)
}
# A header that belongs to one answer, or that the server program adds by itself.
OWN_HEADERS = {"content-length", "date", "server", "connection", "x-kept-page", "etag"}
WARM_UP = 20


@dataclass
class Run:
    """One of the three: where it answers, and what it has cost so far."""

    name: str
    port: int
    path: str
    pid: int
    server_cpu: float = 0.0
    database_cpu: float = 0.0
    times: Times = field(default_factory=Times)
    throughputs: list[float] = field(default_factory=list)
    memory: float = 0.0

    @property
    def cpu_a_quiz(self) -> float:
        """Milliseconds of CPU for one completed quiz, the database's included."""
        return 1000 * (self.server_cpu + self.database_cpu) / self.times.completed


def main() -> None:
    """Visit all in turn, then print what each cost."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="careerfit-visit-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # where root runs this, PostgreSQL runs as somebody else
        database = EmbeddedPostgres(folder / "postgres")
        with database.running(), _served(folder, "site", "manage.py", "serve") as site:
            site.path = QUIZ
            recorded = _record(folder, site.port, options.packing)
            command = ("-m", "benchmarks.floor")
            with (
                _served(folder, "floor", *command, recorded=recorded) as floor,
                _served(folder, "kept", *command, recorded=recorded, keeps="1") as kept,
            ):
                floor.path = kept.path = FLOOR_QUIZ
                runs = (floor, kept, site)
                for round_ in range(options.rounds + 1):
                    for run in runs:
                        _visit(run, options, _postmaster(folder), counts=round_ > 0)
                for run in runs:
                    run.memory = machine.memory(run.pid)
                _print(runs, _statements(folder, site.port, options.packing))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m benchmarks.visit")
    parser.add_argument("--rounds", type=int, default=5, help="times that each is visited")
    parser.add_argument("--students", type=int, default=8, help="who visit at once")
    parser.add_argument("--quizzes", type=int, default=40, help="that each completes in a round")
    parser.add_argument("--packing", default="gzip, deflate, br", help="what browsers accept")
    return parser.parse_args()


@contextlib.contextmanager
def _served(
    folder: Path, name: str, *command: str, recorded: Path | None = None, keeps: str = ""
) -> Iterator[Run]:
    """Serve one of them, with no environment of this machine's, until the block ends."""
    with socket.create_server((HOST, 0)) as probe:
        port = int(probe.getsockname()[1])
    environment = {
        **{name: os.environ[name] for name in ("PATH", "HOME", "PG_BIN") if name in os.environ},
        "VAR_DIR": str(folder),
        "SECRET_KEY": secrets.token_urlsafe(50),
        "PORT": str(port),
        "FLOOR_RECORDED": str(recorded or ""),
        "FLOOR_KEEPS": keeps,
    }
    with subprocess.Popen(
        [sys.executable, *command], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None  # noqa: S101
            if not any("CareerFit siap" in line for line in process.stdout):
                raise SystemExit(f"{name} has not started")
            yield Run(name, port, "", process.pid)
        finally:
            process.send_signal(signal.SIGTERM)


def _record(folder: Path, port: int, packing: str) -> Path:
    """What the site sends and stores, for the floor to do the same."""
    connection = Connection(port, packing)
    quiz = connection.ask("GET", QUIZ)
    result = connection.ask("GET", connection.ask("POST", QUIZ, _body()).headers["location"])
    connection.close()
    with _database(folder) as cursor:
        cursor.execute("SELECT answers::text, stored_outcome::text FROM quiz_attempt LIMIT 1")
        answers, outcome = cursor.fetchone() or ("", "")
    recorded: dict[str, object] = {"answers": answers, "outcome": outcome}
    for name, answer in (("quiz", quiz), ("result", result)):
        headers = {key: value for key, value in answer.headers.items() if key not in OWN_HEADERS}
        recorded[name] = {"body": answer.body.hex(), "headers": headers}
    file = folder / "recorded.json"
    file.write_text(json.dumps(recorded))
    return file


def _body() -> str:
    """What a browser sends for a completed quiz, under a key of its own."""
    hidden = {"key": secrets.token_urlsafe(16), "edition": "1", "started_at": "", "seconds": "300"}
    return urlencode(hidden | {f"answer-{code}": answer for code, answer in ANSWERS.items()})


def _visit(run: Run, options: argparse.Namespace, postmaster: int, *, counts: bool) -> None:
    """Visit one of them for a round; the first one only warms it up."""
    before = machine.cpu(run.pid), machine.cpu(postmaster)
    times = visit(
        run.port,
        run.path,
        options.packing,
        students=options.students,
        quizzes=options.quizzes if counts else WARM_UP,
        body=_body,
    )
    if not counts:
        return
    run.server_cpu += machine.cpu(run.pid) - before[0]
    run.database_cpu += machine.cpu(postmaster) - before[1]
    run.throughputs.append(times.completed / times.whole)
    for page in PAGES:
        run.times.of[page] += times.of[page]


def _postmaster(folder: Path) -> int:
    (file,) = (folder / "postgres").glob("*/postmaster.pid")
    return int(file.read_text().split()[0])


@contextlib.contextmanager
def _database(folder: Path) -> Iterator[psycopg2.extensions.cursor]:
    sockets = str(socket_folder(folder / "postgres"))
    connection = psycopg2.connect(host=sockets, port=PORT, user=USER, dbname=DATABASE)
    try:
        with connection.cursor() as cursor:
            yield cursor
    finally:
        connection.close()


def _statements(folder: Path, port: int, packing: str) -> int:
    """How many statements reach the database for one completed quiz, from its own log."""
    (data,) = (path.parent for path in (folder / "postgres").glob("*/postgresql.conf"))
    with (data / "postgresql.conf").open("a") as settings:
        settings.write("\nlog_statement = all\n")
    os.kill(_postmaster(folder), signal.SIGHUP)
    log = data.with_suffix(".log")
    time.sleep(1)
    before = log.read_text().count("statement: ")
    visit(port, QUIZ, packing, students=1, quizzes=10, body=_body)
    time.sleep(1)
    return (log.read_text().count("statement: ") - before) // 10


def _print(runs: tuple[Run, ...], statements: int) -> None:
    names = "".join(f"{run.name:>10}" for run in runs)
    print(f"{'':32}{names}{'site/floor':>12}{'site/kept':>12}")

    def row(what: str, values: list[float], digits: int = 2) -> None:
        figures = "".join(f"{value:10.{digits}f}" for value in values)
        ratios = "".join(f"{values[-1] / value:12.2f}" for value in values[:-1])
        print(f"{what:32}{figures}{ratios}")

    row("CPU a quiz, ms", [run.cpu_a_quiz for run in runs])
    row("  of the server", [1000 * run.server_cpu / run.times.completed for run in runs])
    row("  of the database", [1000 * run.database_cpu / run.times.completed for run in runs])
    row("quizzes a second, median", [statistics.median(run.throughputs) for run in runs], 1)
    for page in PAGES:
        for name, share in (("p50", 0.5), ("p95", 0.95)):
            values = [1000 * _quantile(run.times.of[page], share) for run in runs]
            row(f"{page}, {name}, ms", values)
    row("memory of the server, MiB (PSS)", [run.memory for run in runs], 0)
    print(f"statements a quiz: {statements}; quizzes: {runs[-1].times.completed} each")


def _quantile(values: list[float], share: float) -> float:
    return sorted(values)[int(share * (len(values) - 1))]


if __name__ == "__main__":
    main()
