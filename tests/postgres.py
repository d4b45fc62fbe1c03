"""A real PostgreSQL for tests: the server that JEJAK_TEST_POSTGRES_URL names, or one started for the run."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Iterator

import psycopg

from tools.server import VARIABLE, address, database
from tools.server import server as started

__all__ = ["VARIABLE", "address", "cut", "database", "role", "server"]


@contextlib.contextmanager
def server() -> Iterator[str]:
    """The address of a server's maintenance database; a server of our own ends with the run."""
    with started() as one:
        if one.is_own:
            with psycopg.connect(one.url, autocommit=True) as connection:
                # The data are thrown away; lost commits are tested by cutting connections, not the power.
                connection.execute("ALTER SYSTEM SET fsync = off")
                connection.execute("SELECT pg_reload_conf()")
        yield one.url


@contextlib.contextmanager
def role(url: str) -> Iterator[tuple[str, str]]:
    """A new role of the server without rights, and its password; its rights in this database end with it."""
    name, secret = f"jejak_{uuid.uuid4().hex}", uuid.uuid4().hex
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {name} LOGIN PASSWORD '{secret}'")
    yield name, secret
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"DROP OWNED BY {name}")
        connection.execute(f"DROP ROLE {name}")


def cut(url: str) -> None:
    """Ends every other connection to the database, as a server does that is stopped."""
    query = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()"""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(query)
