"""The sites of schools that ran earlier versions: the database of each, and what it showed."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection

FOLDER = Path(__file__).parent / "sites"


@dataclass(frozen=True)
class OldSite:
    """A site that ran the version of this commit."""

    commit: str

    @cached_property
    def shown(self) -> dict[str, Any]:
        """What it answered; README.md says what is in it."""
        packed = (FOLDER / f"{self.commit}.json.gz").read_bytes()
        shown: dict[str, Any] = json.loads(gzip.decompress(packed))
        return shown

    def pages(self, *, ending: str, of_results: bool) -> dict[str, str]:
        """The words of the pages whose addresses end so, by address."""
        return {
            address: words
            for address, words in self.shown["pages"].items()
            if address.endswith(ending) and ("/hasil/" in address) == of_results
        }


SITES = (OldSite("ef79f96"), OldSite("a1be302"))


@contextmanager
def upgraded(site: OldSite) -> Iterator[None]:
    """Let Django use the site's database, restored from its dump and upgraded, for a while."""
    usual = connection.settings_dict["NAME"]
    name = f"{usual}_upgrade"
    _execute(f"DROP DATABASE IF EXISTS {name}")
    _execute(f"CREATE DATABASE {name}")
    try:
        _use(name)
        _execute((FOLDER / f"{site.commit}.sql").read_text(encoding="utf-8"))
        _use(name)  # the dump leaves its connection without a search path
        call_command("migrate", verbosity=0, interactive=False)
        yield
    finally:
        _use(usual)
        # Not by force, which may not end an autovacuum worker; without, PostgreSQL does so itself.
        _execute(f"DROP DATABASE {name}")


def _use(name: str) -> None:
    # Imported late because pytest reads the fixtures before Django has started.
    from django.contrib.contenttypes.models import ContentType

    connection.close()
    connection.settings_dict["NAME"] = name
    ContentType.objects.clear_cache()


def _execute(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)
