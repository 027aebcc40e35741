"""The door of a server process: bodies are read before a thread is taken, within bounds."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

import pytest

from careerfit.serving import front as front_module
from careerfit.serving.front import Front
from careerfit.serving.lanes import LaneChoice, LanePlan

T = TypeVar("T")

CHOOSE = LaneChoice(r"/hasil/")


class Scope:
    """A request as granian describes it."""

    http_version = "1.1"
    server = "127.0.0.1:8000"
    client = "[::1]:50000"
    scheme = "http"
    query_string = "q=1"

    def __init__(self, method: str, path: str, *headers: tuple[str, str]) -> None:
        self.method = method
        self.path = path
        self.headers = Headers(headers)


class Headers:
    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._pairs = list(pairs)

    def items(self) -> list[tuple[str, str]]:
        return self._pairs

    def get(self, name: str, default: str | None = None) -> str | None:
        return dict(self._pairs).get(name, default)

    def __contains__(self, name: str) -> bool:
        return name in dict(self._pairs)


class Protocol:
    """The network's side: what a phone sends, and what it is answered."""

    def __init__(self, *parts: bytes, stalls: bool = False) -> None:
        self._parts = parts
        self._stalls = stalls
        self.status = 0
        self.headers: dict[str, str] = {}
        self.body = b""
        self.file: Path | None = None

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self._parts:
            yield part
        if self._stalls:
            await asyncio.Event().wait()

    def response_str(self, status: int, headers: list[tuple[str, str]], body: str) -> None:
        self.response_bytes(status, headers, body.encode())

    def response_bytes(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self.status, self.headers, self.body = status, dict(headers), body

    def response_file(self, status: int, headers: list[tuple[str, str]], file: str) -> None:
        self.response_bytes(status, headers, Path(file).read_bytes())
        self.file = Path(file)


def echo(environ: dict[str, Any], start_response: Any) -> list[bytes]:
    """Answers with what it was asked."""
    start_response("201 Created", [("x-method", environ["REQUEST_METHOD"])])
    return [environ["wsgi.input"].read(), threading.current_thread().name.encode()]


def plans(**changes: Any) -> dict[str, LanePlan]:
    plan = LanePlan(threads=1, **{"largest_body": 100, **changes})
    return dict.fromkeys(["files", "health", "reading", "answering", "staff"], plan)


def in_a_thread(work: Callable[[], T]) -> T:
    """What the work gives, done where no event loop runs: Playwright's may run in this thread."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()


def ask(
    front: Front, method: str, path: str, *parts: bytes, headers: Any = (), stalls: bool = False
) -> Protocol:
    protocol = Protocol(*parts, stalls=stalls)
    headers = headers or [("content-length", str(sum(map(len, parts))))]
    scope: Any = Scope(method, path, *headers)
    network: Any = protocol

    async def ask_and_wait_a_turn() -> None:
        await front.__rsgi__(scope, network)
        await asyncio.sleep(0)

    in_a_thread(lambda: asyncio.run(ask_and_wait_a_turn()))
    return protocol


def test_a_request_arrives_whole_and_its_answer_comes_back() -> None:
    answer = ask(Front(echo, plans(), CHOOSE), "POST", "/profesi/x/kuis/", b"a=1", b"&b=2")
    assert answer.status == 201
    assert answer.headers == {"x-method": "POST"}
    assert answer.body == b"a=1&b=2answering_0"


def test_the_environment_is_what_wsgi_asks_for() -> None:
    seen: dict[str, Any] = {}

    def application(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        seen.update(environ)
        start_response("200 OK", [])
        return []

    ask(
        Front(application, plans(), CHOOSE),
        "POST",
        "/hasil/é/",
        b"abc",
        headers=[
            ("host", "karier.example"),
            ("content-type", "text/plain"),
            ("content-length", "3"),
            ("x-forwarded-proto", "http"),
            ("x_forwarded_proto", "https"),
            ("cookie", "a=1"),
            ("cookie", "b=2"),
            ("accept", "text/html"),
            ("accept", "*/*"),
        ],
    )
    assert seen["PATH_INFO"].encode("latin-1").decode() == "/hasil/é/"
    assert seen["QUERY_STRING"] == "q=1"
    assert seen["REMOTE_ADDR"] == "::1"
    assert (seen["SERVER_NAME"], seen["SERVER_PORT"]) == ("127.0.0.1", "8000")
    assert (seen["CONTENT_TYPE"], seen["CONTENT_LENGTH"]) == ("text/plain", "3")
    assert seen["HTTP_X_FORWARDED_PROTO"] == "http"
    assert seen["HTTP_COOKIE"] == "a=1; b=2"
    assert seen["HTTP_ACCEPT"] == "text/html,*/*"


def test_healthz_asks_nobody() -> None:
    def never(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        raise AssertionError

    front = Front(never, plans(), CHOOSE)
    answer = ask(front, "GET", "/healthz")
    assert (answer.status, answer.body) == (200, b"ok\n")


def test_a_body_that_does_not_end_is_given_up_and_takes_no_thread() -> None:
    front = Front(echo, plans(seconds_for_a_body=0.01), CHOOSE)
    answer = ask(front, "POST", "/en/x", b"a=", stalls=True)
    assert answer.status == 408
    assert answer.headers["connection"] == "close"
    assert "send" in answer.body.decode()


def test_a_body_that_breaks_off_does_not_pass_for_a_whole_one() -> None:
    half = [("content-length", "20")]
    answer = ask(Front(echo, plans(), CHOOSE), "POST", "/x", b"a=1", headers=half)
    assert answer.status == 400
    assert "terputus" in answer.body.decode()


def test_a_body_whose_length_nobody_knows_is_refused() -> None:
    chunked = [("transfer-encoding", "chunked")]
    answer = ask(Front(echo, plans(), CHOOSE), "POST", "/x", b"a=1", headers=chunked)
    assert answer.status == 411


def test_a_body_that_is_too_large_is_refused() -> None:
    answer = ask(Front(echo, plans(), CHOOSE), "POST", "/x", b"a" * 101)
    assert answer.status == 413
    assert "terlalu besar" in answer.body.decode()


def test_bodies_together_may_take_only_so_much_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front_module, "BODIES_TOGETHER", 10)
    front = Front(echo, plans(), CHOOSE)
    assert ask(front, "POST", "/x", b"a" * 11).status == 503
    assert ask(front, "POST", "/x", b"a" * 10).status == 201  # what was held is free again


def test_an_error_of_the_server_itself_is_said_without_details(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        raise RuntimeError("secret")

    answer = ask(Front(broken, plans(), CHOOSE), "GET", "/")
    assert answer.status == 500
    assert "secret" not in answer.body.decode()
    assert "secret" in caplog.text


def test_a_large_answer_waits_for_its_reader_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front_module, "SECONDS_TO_OPEN_A_FILE", 0)
    size = 600_000

    def large(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        start_response("200 OK", [("content-length", str(size))])
        return (b"x" * 1000 for _ in range(size // 1000))

    answer = ask(Front(large, plans(), CHOOSE), "GET", "/")
    assert len(answer.body) == size
    assert answer.file is not None
    assert not answer.file.exists()  # by now


def test_what_the_application_opened_is_closed() -> None:
    class Pages(list[bytes]):
        closed = False

        def close(self) -> None:
            self.closed = True

    pages = Pages([b"x"])

    def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        start_response("200 OK", [])
        return pages

    ask(Front(application, plans(), CHOOSE), "GET", "/")
    assert pages.closed


def test_a_lane_that_is_blocked_leaves_the_others_free_and_lets_nobody_wait_for_ever() -> None:
    blocked = threading.Event()

    def application(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        if environ["REQUEST_METHOD"] == "POST":
            blocked.wait(20)
        start_response("200 OK", [])
        return [environ["REQUEST_METHOD"].encode()]

    async def visit() -> list[tuple[int, bytes]]:
        front = Front(application, plans(patience=0.05, longest_queue=1), CHOOSE)

        async def one(method: str) -> Protocol:
            protocol: Any = Protocol()
            scope: Any = Scope(method, "/x")
            await front.__rsgi__(scope, protocol)
            return protocol

        stuck = asyncio.create_task(one("POST"))
        await asyncio.sleep(0)
        refused = await asyncio.gather(one("POST"), one("POST"), one("GET"))
        assert not stuck.done()
        blocked.set()
        return [(answer.status, answer.body) for answer in [*refused, await stuck]]

    waited, too_many, read, stuck = in_a_thread(lambda: asyncio.run(visit()))
    assert (waited[0], too_many[0]) == (503, 503)
    assert (read, stuck) == ((200, b"GET"), (200, b"POST"))


def test_those_whose_request_is_under_way_may_finish() -> None:
    front = Front(echo, plans(), CHOOSE)
    protocol: Any = Protocol(b"a")
    scope: Any = Scope("POST", "/x", ("content-length", "1"))

    def begin_and_stop() -> bool:
        with closing(asyncio.new_event_loop()) as loop:
            task = loop.create_task(front.__rsgi__(scope, protocol))
            loop.run_until_complete(asyncio.sleep(0))
            front.__rsgi_del__(loop)
            return task.done()

    assert in_a_thread(begin_and_stop)
    assert protocol.status == 201


@pytest.mark.parametrize(
    ("method", "path", "lane"),
    [
        ("GET", "/", "reading"),
        ("HEAD", "/profesi/", "reading"),
        ("POST", "/profesi/x/kuis/", "answering"),
        ("GET", "/hasil/abc/", "answering"),
        ("BREW", "/", "answering"),
        ("GET", "/admin/", "staff"),
        ("POST", "/admin/login/", "staff"),
        ("GET", "/static/careerfit/site.css", "files"),
        ("GET", "/sw.js", "files"),
        ("GET", "/sw.json", "reading"),
        ("GET", "/readyz", "health"),
    ],
)
def test_each_request_takes_the_lane_of_what_it_needs(method: str, path: str, lane: str) -> None:
    assert CHOOSE(method, path) == lane
