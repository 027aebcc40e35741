"""What Linux tells about a server's processes: which were left behind, and which are suspended."""

from __future__ import annotations

import contextlib
import os
import signal
from pathlib import Path

PROCESSES = Path("/proc")


def end_remains(data: Path) -> None:
    """End the processes of a server on ``data`` that died.

    They notice by themselves, but one that computes or waits may do so late, and until then no new
    server starts. One whose server has not yet written its pid file is ended just the same.
    """
    for process in PROCESSES.glob("[0-9]*"):
        with contextlib.suppress(OSError):  # it ended meanwhile, or is somebody else's
            if (process / "cwd").samefile(data) and _name(process) == "postgres":
                os.kill(int(process.name), signal.SIGKILL)


def is_suspended(pid: int) -> bool:
    """Whether a process was stopped by a signal, and waits to be continued."""
    try:
        return (PROCESSES / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] == "T"
    except OSError:
        return False


def _name(process: Path) -> str:
    return (process / "comm").read_text().strip()
