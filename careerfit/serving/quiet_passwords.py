"""Hashes passwords where it holds up no page: one at a time, and only with what others leave over.

A hash is meant to cost half a second of a processor. Sixteen people who log in together would take
the pages of a whole class with them.
"""

from __future__ import annotations

import contextlib
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from django.contrib.auth.hashers import PBKDF2PasswordHasher

LEAST = 19  # the nice value of what comes last


class QuietPBKDF2(PBKDF2PasswordHasher):
    """Django's own hash, bit for bit, computed in a thread that yields to all others."""

    def encode(self, password: str, salt: str, iterations: int | None = None) -> str:
        """The hash; waits for those that were asked for before."""
        return _hashing().submit(super().encode, password, salt, iterations).result()


@cache
def _hashing() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1, thread_name_prefix="hashing", initializer=_step_back)


# A forked process has the pool of its parent, without the thread that works in it.
os.register_at_fork(after_in_child=_hashing.cache_clear)


def _step_back() -> None:
    with contextlib.suppress(OSError):  # where a thread has no priority of its own
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), LEAST)
