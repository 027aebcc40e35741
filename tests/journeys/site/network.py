"""A bad network: it stands between the browser and the real server, and fails as it is told.

A proxy rather than the browser's own tricks, which a service worker escapes.
"""

from __future__ import annotations

import http.client
import threading
import time
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Literal
from urllib.parse import urlsplit

State = Literal["up", "down", "portal", "impostor", "answers lost", "broken"]
NOT_PASSED_ON = {"connection", "transfer-encoding", "content-length", "date", "server"}
PORTAL = b"<!DOCTYPE html><title>WiFi</title><p>Masuk dulu untuk memakai WiFi."
# What our server would say, but for the key that it was sent.
IMPOSTOR = b'{"result": "/hasil/AAAAAAAAAAAAAAAAAAAAAA/"}'


class Network:
    """Passes requests on while it is up. `url` is the site's address as the phone sees it."""

    def __init__(self, site: str) -> None:
        self.state: State = "up"
        self.delay = 0.0  # seconds that everything takes longer
        self.sent = 0  # how often answers left the phone and got as far as the network
        self.server = urlsplit(site).netloc
        network = self

        class Handler(_Handler):
            behind = network

        self._listener = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._listener.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._listener.server_address[1]}"

    def __enter__(self) -> Network:
        threading.Thread(target=self._listener.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.shutdown()
        self._listener.server_close()


class _Handler(BaseHTTPRequestHandler):
    behind: Network
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if self.behind.state == "down":
            self.close_connection = True  # without a word
        elif self.behind.state == "broken":
            self._answer(502, [("Content-Type", "text/html")], b"Bad gateway")
        else:
            self._answer(*self._pass_on(b""))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        state = self.behind.state
        if state == "portal":
            self.behind.sent += 1
            self._answer(200, [("Content-Type", "text/html")], PORTAL)
        elif state == "impostor":
            self.behind.sent += 1
            self._answer(201, [("Content-Type", "application/json")], IMPOSTOR)
        elif state in ("up", "answers lost"):
            self.behind.sent += 1
            answer = self._pass_on(body)
            if state == "up":
                self._answer(*answer)
            else:
                self.close_connection = True
        else:
            self.do_GET()

    def _pass_on(self, body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        time.sleep(self.behind.delay)
        with closing(http.client.HTTPConnection(self.behind.server, timeout=30)) as connection:
            connection.request(self.command, self.path, body or None, dict(self.headers.items()))
            with connection.getresponse() as response:
                return response.status, response.getheaders(), response.read()

    def _answer(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self.send_response_only(status)
        for name, value in headers:
            if name.lower() not in NOT_PASSED_ON:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
