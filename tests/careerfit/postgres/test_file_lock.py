"""Shares and sole holds of a lock file exclude each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerfit.postgres.file_lock import FileLock, held_alone


def test_nobody_holds_alone_what_others_share(tmp_path: Path) -> None:
    first, second = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")
    first.share()
    second.share()
    assert first.try_alone() is False
    first.close()
    assert second.try_alone() is True
    second.close()


def test_waiting_ends_when_the_lock_is_free_or_the_time_is_up(tmp_path: Path) -> None:
    with (
        held_alone(tmp_path / "lock", timeout=0),
        pytest.raises(TimeoutError),
        held_alone(tmp_path / "lock", timeout=0),
    ):
        pass
    with held_alone(tmp_path / "lock", timeout=0):
        pass
