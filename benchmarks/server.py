"""A PostgreSQL server for the benchmarks, or why there is none."""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Iterator
from typing import NamedTuple

import psycopg

from tools import server as servers


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
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                url = stack.enter_context(servers.server()).url
            found = Server(url, _words(url))
        except (servers.NoServerError, psycopg.Error) as error:
            found = Server(None, f"no PostgreSQL: {' '.join(str(error).split())}")
        yield found


def _words(url: str) -> str:
    with psycopg.connect(url, connect_timeout=10) as connection:
        version, fsync, commit = (
            value
            for name in ("server_version", "fsync", "synchronous_commit")
            for (value,) in connection.execute(f"SHOW {name}")
        )
    return f"PostgreSQL {version}, fsync {fsync}, synchronous_commit {commit}"
