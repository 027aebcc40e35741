"""Whose the database is: an owner who may do everything with it, and nothing with the machine.

A superuser of PostgreSQL can run programs (``COPY … PROGRAM``) and read files, so the application
is none. It may create databases, because the tests make their own.

Older clusters have the application's role as the superuser that initdb makes, whom PostgreSQL
refuses to demote. There, that role gets the superuser's name, a new role takes the old name, and
what the application made is given to it: all or nothing, and again if it was interrupted.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from psycopg2 import extensions

SUPERUSER = MAINTENANCE_DATABASE = "postgres"
DATABASE = USER = "careerfit"
# Exists only while an old cluster changes: nobody can rename the role that they are.
HELPER = "careerfit_helper"

CREATE_USER = f"CREATE ROLE {USER} LOGIN CREATEDB"
ROLE = "SELECT FROM pg_roles WHERE rolname = %s"
DATABASE_OF_NAME = "SELECT FROM pg_database WHERE datname = %s"
# The superuser that initdb makes has the number 10, whatever its name.
DATABASES_OF_SUPERUSER = """
SELECT format('DATABASE %I', datname) FROM pg_database
WHERE datdba = 10 AND NOT datistemplate AND datname <> 'postgres'
"""
# All that an application makes in its database, less what came with PostgreSQL (whose objects have
# numbers below 16384) or with an extension. Indexes and a column's sequence go with their table.
THINGS_OF_SUPERUSER = """
SELECT format('%s %s', CASE relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'v' THEN 'VIEW'
    WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'TABLE' END, oid::regclass)
FROM pg_class AS made
WHERE relowner = 10 AND oid >= 16384 AND relkind IN ('r', 'p', 'v', 'm', 'S')
    AND relnamespace <> 'pg_toast'::regnamespace AND NOT EXISTS (
        SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = made.oid
            AND (deptype = 'e' OR relkind = 'S' AND deptype IN ('a', 'i')))
UNION ALL
SELECT format('ROUTINE %s', oid::regprocedure)
FROM pg_proc AS made
WHERE proowner = 10 AND oid >= 16384 AND NOT EXISTS (
    SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = made.oid
        AND deptype = 'e')
"""


def ensure_owner_and_database(sockets: Path, port: int) -> None:
    """Bring the server's roles and CareerFit's database to where they should be."""
    # Imported late because script/ uses this package before the packages are installed.
    import psycopg2

    server = {"host": str(sockets), "port": port}
    try:
        with _connected(server, SUPERUSER, MAINTENANCE_DATABASE) as connection:
            _create_what_is_missing(connection)
    except psycopg2.OperationalError as error:
        if f'role "{SUPERUSER}" does not exist' not in str(error):
            raise
        _change_old_cluster(server)
        with _connected(server, SUPERUSER, MAINTENANCE_DATABASE) as connection:
            _create_what_is_missing(connection)


def _create_what_is_missing(connection: extensions.connection) -> None:
    connection.autocommit = True  # a database is not created in a transaction
    if not _rows(connection, ROLE, USER):
        _run(connection, CREATE_USER)
    if not _rows(connection, DATABASE_OF_NAME, DATABASE):
        _run(connection, f"CREATE DATABASE {DATABASE} OWNER {USER}")
    _run(connection, f"DROP ROLE IF EXISTS {HELPER}")


def _change_old_cluster(server: dict[str, Any]) -> None:
    """Separate the superuser from the owner where one role is both."""
    with _connected(server, USER, MAINTENANCE_DATABASE) as connection:
        if not _rows(connection, ROLE, HELPER):
            _run(connection, f"CREATE ROLE {HELPER} LOGIN SUPERUSER")
        existing = _rows(connection, DATABASE_OF_NAME, DATABASE)
    database = DATABASE if existing else MAINTENANCE_DATABASE
    with _connected(server, HELPER, database) as connection:
        _run(connection, f"ALTER ROLE {USER} RENAME TO {SUPERUSER}")
        _run(connection, CREATE_USER)
        things = _rows(connection, DATABASES_OF_SUPERUSER)
        if existing:
            things += _rows(connection, THINGS_OF_SUPERUSER)
        for (thing,) in things:
            _run(connection, f"ALTER {thing} OWNER TO {USER}")


@contextlib.contextmanager
def _connected(server: dict[str, Any], user: str, database: str) -> Iterator[extensions.connection]:
    """One transaction, committed if all goes well."""
    import psycopg2

    connection = psycopg2.connect(user=user, dbname=database, **server)
    try:
        yield connection
        connection.commit()
    finally:
        connection.close()


def _run(connection: extensions.connection, command: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(command)


def _rows(connection: extensions.connection, question: str, *names: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question, names or None)
        return cursor.fetchall()
