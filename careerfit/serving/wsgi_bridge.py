"""Between granian's RSGI and WSGI: a whole request in, a whole answer out, nothing in between.

The thread that runs the application neither reads from the network nor writes to it, so a slow
phone never holds one. An answer that is too large for the memory goes to a temporary file.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import Any

from granian.rsgi import Scope

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
Headers = list[tuple[str, str]]

LARGEST_IN_MEMORY = 256 * 1024
# These have a meaning for one connection, or are known better by now.
NOT_PASSED_ON = frozenset({"content-length", "transfer-encoding"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What the application answered; the body is to be read from its beginning."""

    status: int
    headers: Headers
    body: SpooledTemporaryFile[bytes]


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
    body = SpooledTemporaryFile(LARGEST_IN_MEMORY)  # noqa: SIM115, whoever sends it closes it
    try:
        for part in parts:
            body.write(part)
    finally:
        close = getattr(parts, "close", None)
        if close:
            close()
    body.seek(0)
    return Answer(status, headers, body)
