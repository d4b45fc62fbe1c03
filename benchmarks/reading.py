"""A page of the catalogue as the command line asks for it, against the same SQL through sqlite3."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from benchmarks.measure import Line, Work, millis, paired
from domain import streams
from ledger.workspace import Workspace
from projections.open import Views, open_views
from projections.queries.catalogue import Filter, page

LIMIT = 50
CALLS = 10
"""Pages of one measured run."""


def pages(home: Path, region: str, innovations: int, runs: int) -> list[Line]:
    """The first page of all innovations, and of those that a word finds.

    `home` is a folder with a `ledger.db` that has so many innovations.
    """
    operator = streams.stream_id(streams.prefix(region), "person", 1)
    views = open_views(Workspace(home, region, operator, "Asia/Jakarta"))
    try:
        return [
            _line(views, f"first {LIMIT} of {innovations:,} innovations", Filter(), runs),
            _line(views, "the same with a search word", Filter(search="sampah"), runs),
        ]
    finally:
        views.close()


def _line(views: Views, work: str, wanted: Filter, runs: int) -> Line:
    assert views.generation is not None
    raw = views.generation.connection
    statements = _statements(views, raw, wanted)
    taken = paired(_plainly(raw, statements), _ours(views, wanted), runs)
    floor, ours = millis(taken.floor / CALLS), millis(taken.ours / CALLS)
    return Line(work, floor, ours, taken.slowness, 1.5, at_least=False)


def _statements(views: Views, raw: sqlite3.Connection, wanted: Filter) -> list[str]:
    """The statements of one page, with their values in place."""
    heard: list[str] = []
    raw.set_trace_callback(heard.append)
    page(views, wanted, limit=LIMIT)
    raw.set_trace_callback(None)
    return [text for text in heard if text.lstrip().upper().startswith("SELECT")]


def _plainly(raw: sqlite3.Connection, statements: list[str]) -> Work:
    def read() -> None:
        for _ in range(CALLS):
            for statement in statements:
                raw.execute(statement).fetchall()

    return read


def _ours(views: Views, wanted: Filter) -> Work:
    def read() -> None:
        for _ in range(CALLS):
            page(views, wanted, limit=LIMIT)

    return read
