"""The web server: granian, started from within a program, quiet, kept up until it is stopped."""

from __future__ import annotations

import ctypes
import errno
import gc
import logging
import multiprocessing
import os
import re
import resource
import signal
import socket
import sys
import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server import MPServer

from careerfit.serving.setbacks import Setbacks

logger = logging.getLogger(__name__)

SECONDS_TO_FINISH = 5
# A connection that sends no (further) request within this time is closed.
IDLE_MILLISECONDS = 15_000
LARGEST_HEADERS = 64 * 1024
# Open connections cost memory but no thread. Each process may have this many, if the system allows
# it as many open files, less those that it needs for itself.
MOST_CONNECTIONS = 8192
OWN_FILES = 200
WAITING_TO_BE_ACCEPTED = 4096
# The event loop shares the interpreter with the threads that draw pages, and is to get its turn
# sooner than after Python's five milliseconds for each of them.
SECONDS_OF_A_TURN = 0.001
SECONDS_UNTIL_READY_IS_LOOKED_FOR_AGAIN = 0.02
SECONDS_BETWEEN_LOOKS = 0.5
NEW_OBJECTS_BEFORE_A_LOOK = 10_000  # a page makes some thousands, which nearly all go by themselves
PR_SET_PDEATHSIG = 1  # Linux: "signal me when my parent dies"


class CannotListen(Exception):
    """The address cannot be listened on; the message says why in one sentence."""


class WebServer(MPServer):
    """A granian that says when it answers, replaces what dies, and ends with its terminal.

    `beside` runs in a process of its own, which is replaced like the workers: forking them from a
    process that has threads which start programs could leave them locks that nobody frees.
    """

    def __init__(
        self,
        host: str,
        port: int,
        on_ready: Callable[[], None],
        beside: Callable[[], None] | None = None,
    ) -> None:
        # The worker processes take over the running Django instead of starting their own.
        multiprocessing.set_start_method("fork", force=True)
        super().__init__(
            target="careerfit.wsgi:application",
            address=host,
            port=port,
            interface=Interfaces.RSGI,
            http=HTTPModes.http1,
            http1_settings=HTTP1Settings(
                header_read_timeout=IDLE_MILLISECONDS, max_buffer_size=LARGEST_HEADERS
            ),
            websockets=False,
            workers=settings.SERVER_PROCESSES,
            backlog=WAITING_TO_BE_ACCEPTED,
            backpressure=connections_allowed(),
            respawn_failed_workers=True,
            workers_kill_timeout=SECONDS_TO_FINISH,
            log_level=LogLevels.error,
        )
        self._on_ready: Callable[[], None] | None = on_ready
        self._beside = beside
        self._companion: multiprocessing.Process | None = None
        self._setbacks = Setbacks()

    def startup(self, spawn_target: Any, target_loader: Any) -> None:
        """Start the workers, and what runs beside them."""
        stays_without_terminal = signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        self._keep_companion()
        super().startup(spawn_target, target_loader)
        # granian would restart its workers on SIGHUP, which a closed terminal sends.
        signal.signal(
            signal.SIGHUP,
            signal.SIG_IGN if stays_without_terminal else self.signal_handler_interrupt,
        )

    def shutdown(self, exit_code: int = 0) -> None:
        """Stop what runs beside the workers, then the workers."""
        if self._companion is not None:
            self._companion.terminate()
            self._companion.join(SECONDS_TO_FINISH)
        super().shutdown(exit_code)

    def _serve_loop(self, spawn_target: Any, target_loader: Any) -> None:
        """Replace what dies until told to stop; granian gives up when a worker dies twice."""
        while not self.interrupt_signal:
            self._say_when_ready()
            self._keep_companion()
            while self.interrupt_children:
                self._setbacks.note(self.interrupt_children.pop(), time.monotonic())
            due = self._setbacks.take_due(time.monotonic())
            if due:
                self._respawn_workers(due, spawn_target, target_loader)
            self.main_loop_interrupt.wait(self._until_next_look())
            self.main_loop_interrupt.clear()

    def _until_next_look(self) -> float:
        if self._on_ready:
            return SECONDS_UNTIL_READY_IS_LOOKED_FOR_AGAIN
        return min(SECONDS_BETWEEN_LOOKS, self._setbacks.until_next_due(time.monotonic()))

    def _say_when_ready(self) -> None:
        if self._on_ready and accepts_connections(self.bind_addr, self.bind_port):
            self._on_ready()
            self._on_ready = None

    def _keep_companion(self) -> None:
        if self._beside is None or (self._companion and self._companion.is_alive()):
            return
        self._companion = multiprocessing.Process(target=_run_beside, args=(self._beside,))
        self._companion.start()


def serve(
    host: str, port: int, on_ready: Callable[[], None], beside: Callable[[], None] | None = None
) -> None:
    """Serve until told to stop."""
    WebServer(host, port, on_ready, beside).serve(target_loader=_load_application)


def connections_allowed() -> int:
    """How many connections a process may have open, after asking the system for all it allows."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_CONNECTIONS + OWN_FILES
    allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < allowed:
        resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
        soft = allowed
    return (
        MOST_CONNECTIONS
        if soft == resource.RLIM_INFINITY
        else min(MOST_CONNECTIONS, max(soft - OWN_FILES, OWN_FILES))
    )


def _load_application(target: str) -> Any:
    """Load the application in a worker process."""
    _belong_to_parent()
    sys.setswitchinterval(SECONDS_OF_A_TURN)
    from careerfit.serving.front import Front
    from careerfit.serving.lanes import LaneChoice, plan_lanes
    from careerfit.web.paths import result_folders
    from careerfit.wsgi import application

    plans = plan_lanes(
        reading=settings.READING_THREADS,
        answering=settings.ANSWERING_THREADS,
        staff=settings.STAFF_THREADS,
    )
    # What is loaded by now stays for good: to look through it for garbage again and again costs a
    # seventh of a quiz, and copies memory that the processes share.
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS_BEFORE_A_LOOK)
    return Front(application, plans, LaneChoice("|".join(map(re.escape, result_folders()))))


def _run_beside(work: Callable[[], None]) -> None:
    _belong_to_parent()
    work()


def _belong_to_parent() -> None:
    """Leave stopping to the parent, and do not outlive it."""
    # Until a worker is set up, the parent's handler is in force in it, to no effect.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    # Ctrl+C reaches every process of the terminal's group: only the parent shall act on it.
    os.setpgrp()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def resolve(host: str, port: int) -> str:
    """The numeric address of ``host``, if this machine can listen on it and the port is free."""
    try:
        family, _, _, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            # Unlike granian's sockets, this one shares its port with nobody.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except (OSError, OverflowError, UnicodeError) as error:  # a name that can be none, too
        raise CannotListen(_why_not(host, port, error)) from error
    return str(address[0])


def _why_not(host: str, port: int, error: Exception) -> str:
    if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} sudah dipakai program lain: hentikan program itu, "
            f"atau pakai port lain dengan `PORT={port + 1} script/server`."
        )
    if isinstance(error, PermissionError):
        return f"Port {port} hanya boleh dipakai root: pakai PORT=8000 atau yang lebih besar."
    return f"CareerFit tidak bisa dijalankan di {host} port {port}: periksa HOST dan PORT."


def accepts_connections(host: str, port: int) -> bool:
    """Whether somebody listens there."""
    try:
        socket.create_connection((host, port), timeout=1).close()
    except OSError:
        return False
    return True
