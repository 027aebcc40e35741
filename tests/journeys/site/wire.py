"""Counts what really goes over the wire: headers, redirects, what a service worker fetches."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass
class Wire:
    """A way to the site on which every byte is counted."""

    url: str
    received: int = 0
    sent: int = 0

    def reset(self) -> None:
        """Begin to count anew."""
        self.received = self.sent = 0

    def __str__(self) -> str:
        return f"{self.received} bytes received, {self.sent} sent"


@contextmanager
def counted(url: str) -> Iterator[Wire]:
    """Listen beside the site and pass everything on."""
    parts = urlsplit(url)
    assert parts.hostname
    assert parts.port
    with socket.create_server(("127.0.0.1", 0)) as listener:
        wire = Wire(f"http://127.0.0.1:{listener.getsockname()[1]}")
        arguments = (listener, (parts.hostname, parts.port), wire)
        threading.Thread(target=_accept, args=arguments, daemon=True).start()
        yield wire


def _accept(listener: socket.socket, target: tuple[str, int], wire: Wire) -> None:
    with contextlib.suppress(OSError):  # the listener was closed
        while True:
            browser, _ = listener.accept()
            threading.Thread(target=_connect, args=(browser, target, wire), daemon=True).start()


def _connect(browser: socket.socket, target: tuple[str, int], wire: Wire) -> None:
    with browser, socket.create_connection(target) as site:
        upwards = threading.Thread(target=_pass_on, args=(browser, site, wire, "sent"))
        upwards.start()
        _pass_on(site, browser, wire, "received")
        upwards.join()


def _pass_on(source: socket.socket, sink: socket.socket, wire: Wire, name: str) -> None:
    with contextlib.suppress(OSError):  # either side has gone
        while data := source.recv(65536):
            setattr(wire, name, getattr(wire, name) + len(data))
            sink.sendall(data)
    for one in (source, sink):  # HTTP has no use for a connection that is open in one direction
        with contextlib.suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)
