"""A lock on a file, held by any number of processes together or by one alone.

The kernel frees the lock when its holder ends, however it ends, so nothing has to be cleaned up
after a crash. The file itself stays: removing it would let two processes lock two different files.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

POLL_SECONDS = 0.05


class FileLock:
    """One process's hold on the lock file at ``path``; it starts out holding nothing."""

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)

    def share(self) -> None:
        """Hold the lock together with others; waits while one holds it alone."""
        fcntl.flock(self._descriptor, fcntl.LOCK_SH)

    def try_alone(self) -> bool:
        """Hold the lock alone, if nobody else holds it now; a share is given up in either case."""
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def close(self) -> None:
        """Let go."""
        os.close(self._descriptor)


@contextmanager
def held_alone(path: Path, timeout: float) -> Iterator[None]:
    """Hold the lock at ``path`` alone; ``TimeoutError`` when others keep it for too long."""
    lock = FileLock(path)
    try:
        give_up = time.monotonic() + timeout
        while not lock.try_alone():
            if time.monotonic() > give_up:
                raise TimeoutError(path)
            time.sleep(POLL_SECONDS)
        yield
    finally:
        lock.close()
