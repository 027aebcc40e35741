"""Between granian's RSGI and WSGI: a whole request in, a whole answer out, nothing in between.

The thread that runs the application neither reads from the network nor writes to it, so a slow
phone never holds one. An answer that is too large for the memory goes to a temporary file.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from tempfile import NamedTemporaryFile
from typing import IO, Any

from granian.rsgi import Scope

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
Headers = list[tuple[str, str]]

LARGEST_IN_MEMORY = 256 * 1024
# These have a meaning for one connection, or are known better by now.
NOT_PASSED_ON = frozenset({"content-length", "transfer-encoding"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What the application answered; what is too large for the memory is in a file."""

    status: int
    headers: Headers
    body: bytes | IO[bytes]


def environ_of(scope: Scope, body: bytes) -> dict[str, Any]:
    """The WSGI environment of a request whose body was read."""
    server, _, port = scope.server.rpartition(":")
    environ: dict[str, Any] = {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        # WSGI wants the path's bytes as the first 256 characters of Unicode.
        "PATH_INFO": scope.path.encode().decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "SERVER_NAME": server.strip("[]"),
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "REMOTE_ADDR": scope.client.rpartition(":")[0].strip("[]"),
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in scope.headers.items():
        if name in NOT_PASSED_ON or "_" in name:  # X_Forwarded_Proto must not pass for the real one
            continue
        key = name.upper().replace("-", "_")
        if key != "CONTENT_TYPE":
            key = f"HTTP_{key}"
        separator = "; " if name == "cookie" else ","
        environ[key] = f"{environ[key]}{separator}{value}" if key in environ else value
    return environ


def answer_of(application: Application, environ: dict[str, Any]) -> Answer:
    """Run the application to its end."""
    status, headers = 500, []

    def start_response(line: str, fields: Headers, exc_info: Any = None) -> None:
        nonlocal status, headers
        status, headers = int(line.split(" ", 1)[0]), fields

    parts = application(environ, start_response)
    try:
        body = _gather(parts)
    finally:
        close = getattr(parts, "close", None)
        if close:
            close()
    return Answer(status, headers, body)


def _gather(parts: Iterable[bytes]) -> bytes | IO[bytes]:
    """All of an answer's parts; the file goes when it is closed."""
    whole = bytearray()
    file: IO[bytes] | None = None
    for part in parts:
        whole += part
        if len(whole) > LARGEST_IN_MEMORY:
            file = file or NamedTemporaryFile()  # noqa: SIM115 (its sender closes it)
            file.write(whole)
            whole.clear()
    if file is None:
        return bytes(whole)
    file.write(whole)
    file.flush()
    return file
