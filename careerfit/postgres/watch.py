"""Watches the embedded PostgreSQL and brings it back, however and however often it fell.

It runs in a process of its own beside the web server's (``careerfit.serving.web_server``). A look
at the process costs next to nothing and comes often; a question, which costs a program, rarely.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from careerfit.postgres.embedded import EmbeddedPostgres
from careerfit.postgres.programs import PostgresUnavailable
from careerfit.postgres.server import Condition

logger = logging.getLogger(__name__)

SECONDS_BETWEEN_LOOKS = 0.5
SECONDS_BETWEEN_QUESTIONS = 5.0
# A server that runs and says nothing for this long has come to a stop.
SECONDS_OF_SILENCE = 6.0
LONGEST_PAUSE = 4.0  # between two attempts: it is to be back soon after it can be


class Watch:
    """What is known about one PostgreSQL, from look to look; time is passed in."""

    def __init__(self, embedded: EmbeddedPostgres) -> None:
        self._embedded = embedded
        self._asked_at = float("-inf")
        self._silent_since: float | None = None
        self._failures = 0
        self._last_reason = ""

    def run(
        self,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Watch for ever."""
        while True:
            self.look(clock())
            sleep(self.pause)

    @property
    def pause(self) -> float:
        """Seconds until the next look: longer the more often reviving failed."""
        return min(SECONDS_BETWEEN_LOOKS * (1 + self._failures), LONGEST_PAUSE)

    def look(self, now: float) -> None:
        """Look once, and do what is needed."""
        asked = now - self._asked_at >= SECONDS_BETWEEN_QUESTIONS or self._silent_since is not None
        if asked:
            self._asked_at = now
        try:
            condition = self._embedded.condition(ask=asked)
        except PostgresUnavailable as error:  # too little memory, say, to ask its programs
            self._note_failure(error)
            return
        if condition is Condition.SUSPENDED:
            logger.warning("PostgreSQL dibekukan dari luar; dilanjutkan lagi.")
            self._embedded.resume()
        elif condition is Condition.SILENT:
            self._silent(now)
        elif condition is Condition.GONE:
            self._revive("PostgreSQL berhenti tanpa diminta; dinyalakan lagi.", by_force=False)
        else:
            self._failures, self._last_reason = 0, ""
            if asked:
                self._silent_since = None

    def _silent(self, now: float) -> None:
        if self._silent_since is None:
            self._silent_since = now
        elif now - self._silent_since >= SECONDS_OF_SILENCE:
            self._revive("PostgreSQL tidak menjawab; dinyalakan ulang.", by_force=True)

    def _revive(self, news: str, *, by_force: bool) -> None:
        """Bring it back; what is wrong is said once for as long as it stays the same."""
        if not self._failures:
            logger.warning(news)
        try:
            self._embedded.revive(by_force=by_force)
        except Exception as error:  # whatever it is, the next attempt may succeed
            self._note_failure(error)
        else:
            logger.warning("PostgreSQL menyala lagi.")
            self._failures, self._last_reason, self._silent_since = 0, "", None

    def _note_failure(self, error: Exception) -> None:
        self._failures += 1
        reason = " ".join(str(error).split())
        if reason != self._last_reason:
            logger.warning("PostgreSQL belum bisa dinyalakan, dicoba terus: %s", reason)
            self._last_reason = reason
