#!/usr/bin/env python3
"""Runs one of Django's commands, with the embedded PostgreSQL running if the command needs it."""

import os
import signal
import sys
from contextlib import AbstractContextManager, nullcontext
from types import FrameType
from typing import NoReturn

# The commands that read no database: starting one for them would only take time.
WITHOUT_DATABASE = {"check", "collectstatic", "diffsettings", "findstatic", "help", "makemessages"}


def main(arguments: list[str]) -> int:
    """Run the command line and return the exit code; what is wrong is said in one sentence."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerfit.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line
    from django.db import OperationalError, ProgrammingError

    from careerfit.postgres.programs import PostgresUnavailable
    from careerfit.serving.translations import compile_changed

    _exit_on_signals()
    try:
        compile_changed()
        with _database(arguments[1:2]):
            execute_from_command_line(arguments)
    except (ImproperlyConfigured, PostgresUnavailable) as error:
        print(error, file=sys.stderr)
        return 1
    except (OperationalError, ProgrammingError) as error:
        sentence = _about_database(error)
        if not sentence or "--traceback" in arguments:
            raise
        print(sentence, file=sys.stderr)
        return 1
    except PermissionError as error:
        print(f"{error.filename}: tidak diizinkan; periksa pemilik dan izinnya.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _database(command: list[str]) -> AbstractContextManager[None]:
    """What keeps the database running while the command runs."""
    from django.conf import settings

    from careerfit.postgres.embedded import EmbeddedPostgres

    if not settings.EMBEDDED_POSTGRES or not command or command[0] in WITHOUT_DATABASE:
        return nullcontext()
    return EmbeddedPostgres(settings.EMBEDDED_POSTGRES_FOLDER, settings.PG_BIN).running()


def _about_database(error: Exception) -> str:
    """What to do about a database that is away or not ready; nothing where the fault is ours."""
    from django.db import OperationalError
    from psycopg2.errors import UndefinedColumn, UndefinedTable

    from careerfit.postgres.reasons import why_not

    if isinstance(error.__cause__, UndefinedTable | UndefinedColumn):
        return (
            "Basis data belum disiapkan untuk CareerFit versi ini: jalankan "
            "`script/manage migrate`, lalu ulangi."
        )
    return why_not(error) if isinstance(error, OperationalError) else ""


def _exit_on_signals() -> None:
    """Let SIGTERM, and the closing of the terminal, end the program as an error would."""

    def end(number: int, frame: FrameType | None) -> NoReturn:
        sys.exit(128 + number)

    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:  # nohup means it
            signal.signal(number, end)


if __name__ == "__main__":
    sys.exit(main(sys.argv))
