"""The site of a school that ran the version before: its database, and what it showed."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection

FOLDER = Path(__file__).parent
SHOWN: dict[str, Any] = json.loads(gzip.decompress((FOLDER / "shown.json.gz").read_bytes()))


@contextmanager
def upgraded_site() -> Iterator[None]:
    """Let Django use the school's database, restored from its dump and upgraded, for a while."""
    usual = connection.settings_dict["NAME"]
    name = f"{usual}_upgrade"
    _execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    _execute(f"CREATE DATABASE {name}")
    try:
        _use(name)
        _execute((FOLDER / "site.sql").read_text(encoding="utf-8"))
        _use(name)  # the dump leaves its connection without a search path
        call_command("migrate", verbosity=0, interactive=False)
        yield
    finally:
        _use(usual)
        _execute(f"DROP DATABASE {name} WITH (FORCE)")


def _use(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name
    ContentType.objects.clear_cache()


def _execute(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)
