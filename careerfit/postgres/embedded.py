"""Runs a PostgreSQL of CareerFit's own under var/, for as long as any process uses it.

Several processes share it: the server, ``script/manage`` beside it, the tests. Each holds a share
of one lock file. Whoever leaves and finds that it could hold that lock alone was the last one, and
stops the server. A process that was killed leaves PostgreSQL running; the next one to come takes
it over.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from careerfit.postgres.file_lock import FileLock, held_alone
from careerfit.postgres.programs import PostgresUnavailable
from careerfit.postgres.roles import DATABASE, USER
from careerfit.postgres.server import (
    PORT,
    Condition,
    PostgresServer,
    socket_folder,
    stop_all,
)

__all__ = ["DATABASE", "PORT", "USER", "EmbeddedPostgres", "socket_folder"]

# One process may be making the database while the next one waits for its turn.
TURN_SECONDS = 90.0


class EmbeddedPostgres:
    """This process's use of the PostgreSQL that lives in ``folder``."""

    def __init__(self, folder: Path, pg_bin: str = "") -> None:
        self.folder = folder.absolute()
        self._pg_bin = pg_bin
        self._use: FileLock | None = None

    @contextlib.contextmanager
    def running(self) -> Iterator[None]:
        """Keep PostgreSQL running for a while."""
        try:
            self.start()
            yield
        finally:
            self.leave()

    def start(self) -> None:
        """Join those who use PostgreSQL, starting it if it does not run.

        Whatever comes of it, ``leave`` is to be called afterwards: a start that was interrupted may
        have launched the server.
        """
        self._make_folder()
        with self._nobody_else_starts_or_stops():
            self._use = FileLock(self.folder / "users.lock")
            self._use.share()
            PostgresServer(self.folder, self._pg_bin).ensure_running()

    def condition(self, *, ask: bool) -> Condition:
        """How PostgreSQL is; whether it answers is found out only if asked for."""
        return PostgresServer(self.folder, self._pg_bin).condition(ask=ask)

    def resume(self) -> None:
        """Let a PostgreSQL go on that was stopped by a signal."""
        PostgresServer(self.folder, self._pg_bin).resume()

    def revive(self, *, by_force: bool) -> None:
        """Start PostgreSQL again for those who use it; by force, also if it seems to run."""
        with self._nobody_else_starts_or_stops():
            server = PostgresServer(self.folder, self._pg_bin)
            if by_force:
                server.end()
            server.ensure_running()

    def leave(self) -> bool:
        """Stop using PostgreSQL, and stop it if nobody else does; true when it does not run now."""
        if not self.folder.is_dir():
            return True
        with self._nobody_else_starts_or_stops():
            use = self._use or FileLock(self.folder / "users.lock")
            self._use = None
            try:
                if not use.try_alone():
                    return False
                stop_all(self.folder)
                return True
            finally:
                use.close()

    def _make_folder(self) -> None:
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise PostgresUnavailable(
                f"Folder {self.folder} tidak bisa dibuat ({error.strerror}): "
                "periksa izin menulis di folder ini."
            ) from error
        if not os.access(self.folder, os.W_OK | os.X_OK):
            raise PostgresUnavailable(
                f"Folder {self.folder} milik pengguna lain: jalankan CareerFit sebagai pemiliknya."
            )

    @contextlib.contextmanager
    def _nobody_else_starts_or_stops(self) -> Iterator[None]:
        try:
            with held_alone(self.folder / "start.lock", TURN_SECONDS):
                yield
        except TimeoutError as error:
            raise PostgresUnavailable(
                "Proses CareerFit lain masih sibuk menyalakan PostgreSQL: coba lagi sebentar lagi."
            ) from error
