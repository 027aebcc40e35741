"""How long one thread lets the database take: a lock that stays must not hold a thread for ever.

Only the server's threads are limited: a migration, an import or a backup takes the time it takes.
The limits are parameters of the connection, so that they cost no statement.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections

IDLE_IN_TRANSACTION_SECONDS = 60.0
# Seconds to connect, and milliseconds until a network that swallows everything counts as one.
NETWORK = {
    "connect_timeout": 2,
    "tcp_user_timeout": 5000,
    "keepalives_idle": 30,
    "keepalives_interval": 5,
    "keepalives_count": 3,
}


@dataclass(frozen=True)
class TimeLimits:
    """Seconds that a statement may take, and that it may wait for a lock."""

    statement: float
    lock: float

    def as_options(self) -> str:
        """The limits as libpq's ``options``."""
        seconds = {
            "statement_timeout": self.statement,
            "lock_timeout": self.lock,
            "idle_in_transaction_session_timeout": IDLE_IN_TRANSACTION_SECONDS,
        }
        return " ".join(f"-c {name}={value * 1000:.0f}" for name, value in seconds.items())


def with_parameters(options: dict[str, Any], parameters: str) -> dict[str, Any]:
    """A connection's options with these parameters for libpq added to those that it has.

    A pooler in front of the database may refuse such parameters; where DATABASE_POOLED says
    so, the database's own settings hold.
    """
    if settings.DATABASE_POOLED:
        return options
    return options | {"options": f"{options.get('options', '')} {parameters}".strip()}


def limit_this_thread(limits: TimeLimits) -> None:
    """Have every connection that this thread opens from now on keep to the limits."""
    connection = connections[DEFAULT_DB_ALIAS].copy()
    options = {**connection.settings_dict["OPTIONS"], **NETWORK}
    connection.settings_dict["OPTIONS"] = with_parameters(options, limits.as_options())
    connections[DEFAULT_DB_ALIAS] = connection
