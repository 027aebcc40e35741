"""A password is hashed as Django does it, by a thread that everything else goes before."""

from __future__ import annotations

import os
import threading

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher, check_password, make_password

from careerfit.serving import quiet_passwords
from careerfit.serving.quiet_passwords import QuietPBKDF2, _hashing


def test_the_hash_is_djangos_own() -> None:
    assert QuietPBKDF2().encode("x", "salt", 10) == PBKDF2PasswordHasher().encode("x", "salt", 10)
    assert check_password("rahasia", make_password("rahasia"))


def test_it_is_made_one_at_a_time_with_what_others_leave_over() -> None:
    def look() -> tuple[int, int]:
        thread = threading.get_native_id()
        return thread, os.getpriority(os.PRIO_PROCESS, thread)

    found = {_hashing().submit(look).result() for _ in range(4)}
    assert len(found) == 1
    assert {priority for _, priority in found} == {quiet_passwords.LEAST}
    assert os.getpriority(os.PRIO_PROCESS, threading.get_native_id()) < quiet_passwords.LEAST


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_forked_process_hashes_too() -> None:
    QuietPBKDF2().encode("x", "salt", 10)
    child = os.fork()
    if child == 0:
        threading.Timer(10, os._exit, [1]).start()
        os._exit(0 if QuietPBKDF2().encode("x", "salt", 10) else 1)
    assert os.waitpid(child, 0)[1] == 0
