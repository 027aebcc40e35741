"""Reads a file in a process of its own, which may fail or be ended without harm. Pure."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Final, Literal

from profiles.documents.decoding import NotAProfile
from profiles.documents.files.text import FileText

_ROOT: Final = Path(__file__).parents[3]
_PATIENCE: Final = 15  # seconds; on a busy machine two seconds of computing take a while


def read_apart(kind: Literal["word", "pdf"], raw: bytes) -> FileText:
    """The text of a file. Raises NotAProfile, with too_demanding for what cannot be read soon."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "profiles.documents.files.worker", kind],
            input=raw,
            capture_output=True,
            check=False,
            cwd=_ROOT,
            # None of the site's settings, its secret key among them, is this process's business.
            env={"PYTHONPATH": str(_ROOT), "PYTHONIOENCODING": "utf-8"},
            timeout=_PATIENCE,
        )
    except subprocess.TimeoutExpired as error:
        raise NotAProfile("too_demanding") from error
    try:
        answer = json.loads(done.stdout)
    except ValueError as error:
        # It was ended while reading: by its bounds, or by the machine.
        raise NotAProfile("too_demanding") from error
    if "code" in answer:
        raise NotAProfile(answer["code"])
    return FileText(answer["text"], tuple(answer["aside"]))
