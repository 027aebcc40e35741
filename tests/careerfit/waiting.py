"""Waiting for what another process does, with generous patience."""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE = 20


def wait_until(happened: Callable[[], bool], patience: float = PATIENCE) -> None:
    """Look again and again; whoever waits in vain has found a fault."""
    give_up = time.monotonic() + patience
    while not happened():
        assert time.monotonic() < give_up
        time.sleep(0.02)
