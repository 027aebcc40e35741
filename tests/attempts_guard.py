"""Holds every test to the promise that attempts are written by quiz/actions.py alone.

What is written is seen in its SQL, so that no way round the names in the code is missed.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.handlers.base import BaseHandler
from django.db import connection

ROOT = Path(__file__).parent.parent
ACTIONS = "quiz/actions.py"
OURS = ("careerfit", "desk", "profiles", "quiz", "schools")
REQUESTS = Path(inspect.getfile(BaseHandler))
WRITES = re.compile(
    r'\b(INSERT\s+INTO|UPDATE|DELETE\s+FROM|TRUNCATE|MERGE\s+INTO|COPY)\s+(ONLY\s+)?"?quiz_attempt\b',
    re.IGNORECASE,
)


class WrittenElsewhere(Exception):
    """Code of the site wrote to an attempt, and not through an action."""


@pytest.fixture(autouse=True)
def _only_actions_write_attempts() -> Iterator[None]:
    with connection.execute_wrapper(_watch):
        yield


def _watch(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
    if WRITES.search(sql):
        writers = _writers()
        if writers and ACTIONS not in writers:
            raise WrittenElsewhere(", ".join(writers))
    return execute(sql, *rest)


def _writers() -> list[str]:
    """What is being run of the site, innermost first; nothing where the test itself writes."""
    writers = []
    frame = inspect.currentframe()
    while frame:
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(ROOT):
            module = path.relative_to(ROOT)
            if module.parts[0] in OURS and "migrations" not in module.parts:
                writers.append(module.as_posix())
        elif path == REQUESTS:
            writers.append("a request")
            break
        frame = frame.f_back
    return writers
