"""Students who send, and a ledger of what they sent and what was acknowledged.

A student keeps sending the same answers under the same key until they are acknowledged, as the
phone's script does. What the ledger says is then compared with what the database holds.
"""

from __future__ import annotations

import http.client
import json
import random
import re
import secrets
import threading
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from benchmarks.faults.site import HOST, PROFESSION, QUIZ, Site, wait_until

SENDERS = 4
SECONDS_TO_SEND_AGAIN = 0.1
SECONDS_TO_THE_NEXT = 0.05
PATIENCE = 5.0


@dataclass
class Sent:
    """One student's answers."""

    answers: dict[str, int]
    acknowledged: bool = False


@dataclass(frozen=True)
class Comparison:
    """What became of everything that was sent."""

    sent: int
    acknowledged: int
    stored: int
    lost: int
    doubled: int
    changed: int


@dataclass
class Load:
    """Students who send and one who reads, from `start` to `stop`, around a fault."""

    site: Site
    ledger: dict[str, Sent] = field(default_factory=dict)
    pages: list[tuple[float, float | None]] = field(default_factory=list)
    sends: list[float] = field(default_factory=list)

    def start(self) -> None:
        """Begin; each student uses new connections, as after a change of network."""
        self._codes, self._edition = _form(self.site)
        self._ended = threading.Event()
        self._threads = [threading.Thread(target=self._send_on_and_on) for _ in range(SENDERS)]
        self._threads.append(threading.Thread(target=self._read_on_and_on))
        for thread in self._threads:
            thread.start()

    def wait_for_answers(self, *, since: float) -> None:
        """Wait until a page and a send that began later than this were answered."""
        wait_until(
            lambda: (
                any(at > since and took is not None for at, took in self.pages)
                and any(at > since for at in self.sends)
            )
        )

    def stop(self) -> None:
        """Let everybody finish what they are at."""
        self._ended.set()
        for thread in self._threads:
            thread.join()

    def _read_on_and_on(self) -> None:
        while not self._ended.is_set():
            began = time.monotonic()
            self.pages.append((began, self.site.get(PROFESSION, PATIENCE)))
            time.sleep(SECONDS_TO_THE_NEXT)

    def _send_on_and_on(self) -> None:
        while not self._ended.is_set():
            key = secrets.token_urlsafe(16)
            sent = Sent({code: random.randint(1, 5) for code in self._codes})  # noqa: S311
            self.ledger[key] = sent
            give_up = None
            while not sent.acknowledged:
                sent.acknowledged = self._send(key, sent.answers)
                if sent.acknowledged:
                    self.sends.append(time.monotonic())
                elif self._ended.is_set():
                    give_up = give_up or time.monotonic() + PATIENCE
                    if time.monotonic() > give_up:
                        return
                time.sleep(SECONDS_TO_THE_NEXT if sent.acknowledged else SECONDS_TO_SEND_AGAIN)

    def _send(self, key: str, answers: dict[str, int]) -> bool:
        fields: dict[str, object] = {"key": key, "edition": self._edition}
        fields |= {f"answer-{code}": value for code, value in answers.items()}
        status = self.site.ask("POST", QUIZ, patience=PATIENCE, form=urlencode(fields))
        return status == 201

    def compare(self) -> Comparison:
        """Hold the ledger against the database."""
        with self.site.database() as connection, connection.cursor() as cursor:
            cursor.execute(
                "SELECT key, answers FROM quiz_attempt WHERE key = ANY(%s)", [list(self.ledger)]
            )
            stored = {key: _as_answers(answers) for key, answers in cursor.fetchall()}
            cursor.execute(
                "SELECT count(*) - count(DISTINCT answers) FROM quiz_attempt"
            )  # at random, no two students answer the same
            row = cursor.fetchone()
        connection.close()
        acknowledged = [key for key, sent in self.ledger.items() if sent.acknowledged]
        return Comparison(
            sent=len(self.ledger),
            acknowledged=len(acknowledged),
            stored=len(stored),
            lost=sum(key not in stored for key in acknowledged),
            doubled=int(row[0]) if row else 0,
            changed=sum(stored[key] != self.ledger[key].answers for key in stored),
        )


def _form(site: Site) -> tuple[list[str], str]:
    """The codes of the quiz's statements, and the number of its edition."""
    connection = http.client.HTTPConnection(HOST, site.port, timeout=PATIENCE)
    connection.request("GET", QUIZ)
    page = connection.getresponse().read().decode()
    connection.close()
    edition = re.search(r'name="edition"[^>]*value="(\d+)"', page)
    codes = sorted(set(re.findall(r'name="answer-([^"]+)"', page)))
    if edition is None or not codes:
        raise ValueError("the quiz's page has changed")
    return codes, edition[1]


def _as_answers(stored: Any) -> dict[str, int]:
    answers = json.loads(stored) if isinstance(stored, str) else stored
    return {str(code): int(value) for code, value in answers.items()}
