"""The web server: granian, started from within a program, quiet, and ended together with it."""

from __future__ import annotations

import ctypes
import errno
import multiprocessing
import os
import signal
import socket
import sys
from collections.abc import Callable
from typing import Any

from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels
from granian.server import MPServer

# Two processes for the two cores of a small machine, and in each as many requests at once as make
# sense there. Every thread keeps one database connection, so together they bound those, too;
# granian reads requests and sends answers by itself, so a slow phone occupies no thread.
PROCESSES = 2
THREADS = 8
SECONDS_TO_FINISH = 5
PR_SET_PDEATHSIG = 1  # Linux: "signal me when my parent dies"


class CannotListen(Exception):
    """The address cannot be listened on; the message says why in one sentence."""


class WebServer(MPServer):
    """A granian that says when it answers and that ends when its terminal closes."""

    def __init__(self, host: str, port: int, on_ready: Callable[[], None]) -> None:
        # The worker processes take over the running Django instead of starting their own.
        multiprocessing.set_start_method("fork", force=True)
        super().__init__(
            target="careerfit.wsgi:application",
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            http=HTTPModes.http1,
            websockets=False,
            workers=PROCESSES,
            blocking_threads=THREADS,
            respawn_failed_workers=True,
            workers_kill_timeout=SECONDS_TO_FINISH,
            log_level=LogLevels.error,
        )
        self._on_ready = on_ready

    def startup(self, spawn_target: Any, target_loader: Any) -> None:
        """Start the workers, then report as soon as one accepts connections."""
        stays_without_terminal = signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        super().startup(spawn_target, target_loader)
        # granian would restart its workers on SIGHUP, which a closed terminal sends.
        signal.signal(
            signal.SIGHUP,
            signal.SIG_IGN if stays_without_terminal else self.signal_handler_interrupt,
        )
        while not self.main_loop_interrupt.wait(0.02):
            if accepts_connections(self.bind_addr, self.bind_port):
                self._on_ready()
                return


def serve(host: str, port: int, on_ready: Callable[[], None]) -> None:
    """Serve until told to stop."""
    WebServer(host, port, on_ready).serve(target_loader=_load_application)


def _load_application(target: str) -> Callable[..., Any]:
    """Load the application in a worker process, which must not outlive its parent."""
    # Until granian has set up the worker, the parent's handler is in force here, to no effect.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    # Ctrl+C reaches every process of the terminal's group: only the parent shall act on it.
    os.setpgrp()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    from careerfit.wsgi import application

    return application


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
    except (OSError, OverflowError) as error:
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
