"""The real server among phones that stall, connections that idle, and things that are killed."""

from __future__ import annotations

import socket
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.careerfit.serving.test_serve import PATIENCE, free_port, starting, status, until_ready


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a site that runs."""
    port = free_port()
    with starting(tmp_path_factory.mktemp("site"), port) as process:
        until_ready(process)
        yield port
        process.terminate()
        process.wait(PATIENCE)


def test_unfinished_bodies_and_idle_connections_keep_nobody_out(port: int) -> None:
    unfinished = b"POST /profesi/x/kuis/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\na"
    with ExitStack() as stack:
        for start in [unfinished] * 64 + [b"GET / HTTP/1.1\r\nHo"] * 64 + [b""] * 400:
            phone = stack.enter_context(socket.create_connection(("127.0.0.1", port)))
            phone.sendall(start)
        assert status(port, "/profesi/") == 200
        assert status(port, "/healthz") == 200
        assert status(port, "/admin/login/") == 200


def test_a_body_that_is_too_large_is_refused_before_it_is_sent(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as phone:
        phone.sendall(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000000\r\n\r\n")
        answer = phone.recv(65536)
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert b"connection: close" in answer


def test_a_page_has_the_length_it_says_also_where_only_its_head_is_asked(port: int) -> None:
    address = f"http://127.0.0.1:{port}/"
    with urllib.request.urlopen(address, timeout=10) as page:
        assert len(page.read()) == int(page.headers["Content-Length"])
    head = urllib.request.Request(address, method="HEAD")
    with urllib.request.urlopen(head, timeout=10) as page:  # noqa: S310
        assert int(page.headers["Content-Length"]) > 0
        assert page.read() == b""
