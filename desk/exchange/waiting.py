"""An uploaded file's rows, kept between the page that shows what they change and the yes to it.

They wait in a session of their own, in the same store as the editors' sessions: every process sees
it, it ends by itself, and it holds nobody's log-in. Its key is in the preview's address, and works
for nobody but the editor who sent the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from importlib import import_module
from typing import Any, Final

from django.conf import settings

from profiles.exchange.lines import Line, Lines

KEPT_FOR: Final = timedelta(hours=3)
_FIELD = "exchange"


@dataclass(frozen=True, slots=True)
class Waiting:
    """The rows of a file, and what the file was called."""

    file_name: str
    lines: Lines


def keep(waiting: Waiting, *, user: int) -> str:
    """Store what waits for this editor's yes, and give the key to it."""
    store = _store()
    store[_FIELD] = {"user": user, "file_name": waiting.file_name, "lines": waiting.lines}
    store.set_expiry(int(KEPT_FOR.total_seconds()))
    store.create()
    return str(store.session_key)


def find(key: str, *, user: int) -> Waiting | None:
    """What waits under this key for this editor, if it still does."""
    value = _store(key).get(_FIELD)
    if value is None or value["user"] != user:
        return None
    lines = {name: [Line(*line) for line in rows] for name, rows in value["lines"].items()}
    return Waiting(value["file_name"], lines)


def forget(key: str) -> None:
    """Let go of what has been written."""
    _store(key).delete()


def _store(key: str | None = None) -> Any:
    return import_module(settings.SESSION_ENGINE).SessionStore(key)
