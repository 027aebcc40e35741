"""The door of one server process: reads a request whole, finds it a thread, sends the answer.

Everything that takes as long as a phone and its network take happens here, in the event loop. A
thread is taken for what Django does, and for nothing else; so unfinished requests, idle connections
and slow readers keep nobody out. What takes too long or too much is refused in a sentence.
"""

from __future__ import annotations

import asyncio
import functools
import logging
import time
from collections.abc import Mapping

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import get_language_from_path, override
from django.utils.translation import gettext_lazy as _
from granian.rsgi import (  # type: ignore[attr-defined]
    HTTPProtocol,
    ProtocolClosed,
    ProtocolError,
    Scope,
)

from careerfit.serving.lanes import MEGABYTE, READING_METHODS, Lane, LaneBusy, LaneChoice, LanePlan
from careerfit.serving.wsgi_bridge import (
    Answer,
    Application,
    answer_of,
    environ_of,
)

logger = logging.getLogger(__name__)

SECONDS_TO_OPEN_A_FILE = 10.0
SECONDS_TO_FINISH = 3.0  # for those whose request is under way when the server is stopped
BODIES_TOGETHER = 64 * MEGABYTE
RETRY_AFTER = "5"
HEADERS = [
    ("content-type", "text/plain; charset=utf-8"),
    ("cache-control", "no-store"),
    ("x-content-type-options", "nosniff"),
    ("content-security-policy", "default-src 'none'"),
]


class Refused(Exception):
    """The request is not passed on: with which status, and in which words."""

    status = 500
    words: str | Promise = _("Maaf, ada gangguan di server kami. Tunggu sebentar, lalu coba lagi.")


class TooSlow(Refused):
    status = 408
    words = _("Kirimanmu terputus di tengah jalan. Periksa jaringanmu, lalu kirim lagi.")


class BrokenOff(TooSlow):
    status = 400


class WithoutLength(Refused):
    status = 411
    words = _("Yang dikirim tidak menyebutkan panjangnya, jadi tidak kami terima.")


class TooLarge(Refused):
    status = 413
    words = _("Yang dikirim terlalu besar, jadi tidak kami terima.")


class Busy(Refused):
    status = 503
    words = _("Situs sedang sangat ramai. Tunggu sebentar, lalu coba lagi.")


class Front:
    """The RSGI application that granian calls, in front of a WSGI application."""

    def __init__(
        self, application: Application, plans: Mapping[str, LanePlan], choose: LaneChoice
    ) -> None:
        self._application = application
        self._lanes = {name: Lane(name, plan) for name, plan in plans.items()}
        self._choose = choose
        self._held = 0  # bytes of bodies in memory
        self._under_way = 0

    def __rsgi_del__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Let those finish whose request is under way."""
        loop.run_until_complete(self._finish())
        for lane in self._lanes.values():
            lane.close()

    async def __rsgi__(self, scope: Scope, protocol: HTTPProtocol) -> None:
        """Answer one request."""
        self._under_way += 1
        try:
            await self._answer(scope, protocol)
        except Refused as refused:
            _refuse(scope, protocol, refused)
        except (ProtocolClosed, ProtocolError):
            pass  # who asked has gone
        finally:
            self._under_way -= 1

    async def _answer(self, scope: Scope, protocol: HTTPProtocol) -> None:
        if scope.path == "/healthz" and scope.method in {"GET", "HEAD"}:
            # The server lives if this line runs, whatever its threads wait for.
            protocol.response_str(200, HEADERS, "ok\n")
            return
        lane = self._lanes[self._choose(scope.method, scope.path)]
        body = bytearray()
        try:
            if scope.method not in READING_METHODS:
                await self._read(scope, protocol, body, lane.plan)
            environ = environ_of(scope, bytes(body))
            answer = await lane.run(functools.partial(answer_of, self._application, environ))
        except LaneBusy:
            raise Busy from None
        except (Refused, ProtocolClosed, ProtocolError):
            raise
        except Exception:
            # Django answers its own errors, so this one is the server's.
            logger.exception("a request ended in an error of the server itself")
            raise Refused from None
        finally:
            self._held -= len(body)
        _send(protocol, answer)

    async def _read(
        self, scope: Scope, protocol: HTTPProtocol, body: bytearray, plan: LanePlan
    ) -> None:
        """Read the request's body, within bounds of size and time.

        granian ends a body that breaks off like one that is complete, so what arrived is held
        against what was announced: half of somebody's answers must not pass for all of them.
        """
        if "transfer-encoding" in scope.headers:
            raise WithoutLength
        announced = int(scope.headers.get("content-length", "0"))
        if announced > plan.largest_body:
            raise TooLarge
        try:
            async with asyncio.timeout(plan.seconds_for_a_body):
                async for part in protocol:
                    body += part
                    self._held += len(part)
                    if self._held > BODIES_TOGETHER:
                        raise Busy
        except TimeoutError:
            raise TooSlow from None
        if len(body) != announced:
            raise BrokenOff

    async def _finish(self) -> None:
        give_up = time.monotonic() + SECONDS_TO_FINISH
        while self._under_way and time.monotonic() < give_up:
            await asyncio.sleep(0.02)


def _send(protocol: HTTPProtocol, answer: Answer) -> None:
    """Hand the answer to granian, which sends it as fast as the phone takes it."""
    if isinstance(answer.body, bytes):
        protocol.response_bytes(answer.status, answer.headers, answer.body)
        return
    # granian reads the file piece by piece. It opens it at once, but does not say when.
    protocol.response_file(answer.status, answer.headers, answer.body.name)
    asyncio.get_running_loop().call_later(SECONDS_TO_OPEN_A_FILE, answer.body.close)


def _refuse(scope: Scope, protocol: HTTPProtocol, refused: Refused) -> None:
    """Say why not, and end the connection: the rest of the request may still be on its way."""
    with override(get_language_from_path(scope.path) or settings.LANGUAGE_CODE):
        words = str(refused.words)
    headers = [*HEADERS, ("connection", "close")]
    if isinstance(refused, Busy):
        headers.append(("retry-after", RETRY_AFTER))
    protocol.response_str(refused.status, headers, f"{words}\n")
