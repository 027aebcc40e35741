"""When a worker process that died is started again: at once, and later the more often it dies."""

from __future__ import annotations

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 5.0  # short enough for a site that answers again within ten seconds
# Who dies again within this time did not come up.
SECONDS_TO_PROVE_ITSELF = 10.0


class Setbacks:
    """The deaths of workers, and what follows from them; time is passed in."""

    def __init__(self) -> None:
        self._last_start: dict[int, float] = {}
        self._pause: dict[int, float] = {}
        self._due: dict[int, float] = {}

    def note(self, worker: int, now: float) -> float:
        """Remember that a worker died; returns after how many seconds it is due again."""
        lived = now - self._last_start.get(worker, float("-inf"))
        before = self._pause.get(worker, 0.0) if lived < SECONDS_TO_PROVE_ITSELF else None
        pause = 0.0 if before is None else min(max(2 * before, FIRST_PAUSE), LONGEST_PAUSE)
        self._pause[worker] = pause
        self._due[worker] = now + pause
        return pause

    def take_due(self, now: float) -> list[int]:
        """The workers to be started now."""
        due = [worker for worker, moment in self._due.items() if moment <= now]
        for worker in due:
            del self._due[worker]
            self._last_start[worker] = now
        return due

    def until_next_due(self, now: float) -> float:
        """Seconds until the next one is due; infinite when none is."""
        return max(0.0, min(self._due.values(), default=float("inf")) - now)
