"""What each page costs as professions and attempts become many.

Run it with `.venv/bin/python -m benchmarks.growth` (`--help` names the sizes). It makes a site in a
folder of its own, grows it from size to size and asks for each page, in this process: nothing
listens on a port. Printed are milliseconds (the median), and queries.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import secrets
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Figures = dict[str, dict[str, str]]


def main() -> None:
    """Grow a site, and print the table."""
    options = _options()
    figures: Figures = {}
    with contextlib.ExitStack() as stack:
        name = options.folder or stack.enter_context(
            tempfile.TemporaryDirectory(prefix="careerfit-growth-")
        )
        stack.enter_context(site(Path(name)))
        for professions in options.professions:
            for attempts in options.attempts:
                size = f"{professions:,}/{attempts:,}"
                fill(size, professions, attempts)
                _measure(figures, size, options.rounds)
    _print(figures)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m benchmarks.growth")
    parser.add_argument("--professions", type=int, nargs="+", default=[1, 1_000])
    parser.add_argument("--attempts", type=int, nargs="+", default=[0, 1_000_000])
    parser.add_argument("--rounds", type=int, default=15, help="times that each page is asked for")
    parser.add_argument("--folder", help="where to make the site; it is kept, and grown again")
    return parser.parse_args()


@contextlib.contextmanager
def site(folder: Path) -> Iterator[None]:
    """A site in this folder, with no setting of this machine's: its database, what ships, an admin.

    Django reads its settings once, so nothing of it may be imported before.
    """
    folder.mkdir(exist_ok=True)
    folder.chmod(0o755)  # where root runs this, PostgreSQL runs as somebody else
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "careerfit.settings",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "VAR_DIR": str(folder.absolute()),
        "DATABASE_URL": "",
        "DEBUG": "false",
        "HTTPS": "false",
        "ALLOWED_HOSTS": "testserver",
    }
    import django
    from django.conf import settings

    from careerfit.postgres.embedded import EmbeddedPostgres
    from careerfit.serving.site_setup import prepare_site
    from careerfit.serving.translations import compile_changed

    compile_changed()
    django.setup()
    with EmbeddedPostgres(settings.EMBEDDED_POSTGRES_FOLDER, settings.PG_BIN).running():
        prepare_site()
        yield


def fill(size: str, professions: int, attempts: int) -> None:
    from benchmarks.growing import filling

    begun = time.perf_counter()
    filling.fill_professions(professions)
    filling.fill_attempts(attempts)
    print(f"{size}: filled in {time.perf_counter() - begun:.0f} s", flush=True)


def _measure(figures: Figures, size: str, rounds: int) -> None:
    """Ask for each page: once to warm up, once to count, then against the clock."""
    from benchmarks.growing.pages import pages

    for name, ask in pages().items():
        ask()
        queries = _queries(ask)
        times = []
        for _ in range(rounds):
            begun = time.perf_counter()
            ask()
            times.append(time.perf_counter() - begun)
        median = 1000 * statistics.median(times)
        figures.setdefault(name, {})[size] = f"{median:.1f} ms {queries:3}"


def _queries(ask: Callable[[], object]) -> int:
    from django.db import connection

    asked: list[str] = []

    def count(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(count):
        ask()
    return len(asked)


def _print(figures: Figures) -> None:
    sizes = list(dict.fromkeys(size for row in figures.values() for size in row))
    print(f"\n{'professions/attempts':34}" + "".join(f"{size:>20}" for size in sizes))
    for name, row in figures.items():
        print(f"{name:34}" + "".join(f"{row.get(size, ''):>20}" for size in sizes))


if __name__ == "__main__":
    main()
