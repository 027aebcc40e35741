"""Students who take a quiz one after the other, over connections that stay open."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import repeat

HOST = "127.0.0.1"
PATIENCE = 30.0
PAGES = ("quiz", "submit", "result")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


class Connection:
    """One browser's connection. Written out, so that the browser takes little of the machine."""

    def __init__(self, port: int, packing: str) -> None:
        self._socket = socket.create_connection((HOST, port), PATIENCE)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._headers = (
            f"Host: {HOST}:{port}\r\nAccept: text/html\r\nAccept-Encoding: {packing}\r\n"
            "Accept-Language: id\r\nUser-Agent: Mozilla/5.0 (Linux; Android 10)\r\n"
        )

    def ask(self, method: str, path: str, body: str = "") -> Answer:
        """Send one request and wait for the answer."""
        lines = f"{method} {path} HTTP/1.1\r\n{self._headers}"
        if body:
            lines += "Content-Type: application/x-www-form-urlencoded\r\n"
            lines += f"Content-Length: {len(body)}\r\n"
        self._socket.sendall(f"{lines}\r\n{body}".encode())
        received = b""
        while b"\r\n\r\n" not in received:
            received += self._receive()
        head, _, rest = received.partition(b"\r\n\r\n")
        status, *fields = head.decode("latin-1").split("\r\n")
        headers = {
            name.lower(): value.strip() for name, _, value in (f.partition(":") for f in fields)
        }
        while len(rest) < int(headers.get("content-length", 0)):
            rest += self._receive()
        return Answer(int(status.split()[1]), headers, rest)

    def close(self) -> None:
        """Leave."""
        self._socket.close()

    def _receive(self) -> bytes:
        data = self._socket.recv(65536)
        if not data:
            raise ConnectionError("the server closed the connection")
        return data


@dataclass
class Times:
    """How long each page took, in seconds, and how long all took together."""

    whole: float = 0.0
    of: dict[str, list[float]] = field(default_factory=lambda: {page: [] for page in PAGES})

    @property
    def completed(self) -> int:
        """How many quizzes were completed."""
        return len(self.of["result"])


def visit(
    port: int, path: str, packing: str, *, students: int, quizzes: int, body: Callable[[], str]
) -> Times:
    """Let `students` at once complete `quizzes` each."""
    times = Times()

    def student() -> None:
        connection = Connection(port, packing)
        for _ in range(quizzes):
            started = time.perf_counter()
            _expect(connection.ask("GET", path), 200)
            read = time.perf_counter()
            sent = _expect(connection.ask("POST", path, body()), 303)
            led_on = time.perf_counter()
            _expect(connection.ask("GET", sent.headers["location"]), 200)
            done = time.perf_counter()
            for page, seconds in zip(
                PAGES, (read - started, led_on - read, done - led_on), strict=True
            ):
                times.of[page].append(seconds)
        connection.close()

    began = time.perf_counter()
    with ThreadPoolExecutor(students) as pool:
        for visits in [pool.submit(student) for _ in repeat(None, students)]:
            visits.result()
    times.whole = time.perf_counter() - began
    return times


def _expect(answer: Answer, status: int) -> Answer:
    if answer.status != status:
        raise AssertionError(f"{answer.status} instead of {status}: {answer.body[:200]!r}")
    return answer
