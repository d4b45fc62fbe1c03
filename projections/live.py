"""Live: the views follow the ledger until they are told to stop."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import NamedTuple

from ledger import database
from ledger.errors import EnvironmentFault
from ledger.growth import Growth
from ledger.store import Store
from ledger.workspace import Workspace
from projections import engine, generation, rebuilding

SHORTEST = 0.2
LONGEST = 30.0
"""Seconds that it waits, first and at most, when the ledger cannot be reached."""


class Followed(NamedTuple):
    """One step: the position reached, how many events were new, and what went wrong, if anything."""

    position: int
    events: int
    trouble: str | None = None


def follow(workspace: Workspace, stop: Event, report: Callable[[Followed], None]) -> None:
    """Catches the views up whenever the ledger grew, until `stop` is set.

    A ledger that is locked or away is tried again, at ever longer intervals; nothing is lost, because the
    position stands in the views themselves.
    """
    wait = SHORTEST

    def reached(step: Followed) -> None:
        nonlocal wait
        wait = SHORTEST
        report(step)

    while not stop.is_set():
        try:
            _session(workspace, stop, reached)
            return
        except (sqlite3.Error, EnvironmentFault, OSError) as error:
            report(Followed(0, 0, str(error)))
            stop.wait(wait)
            wait = min(LONGEST, wait * 2)


def _session(workspace: Workspace, stop: Event, report: Callable[[Followed], None]) -> None:
    # Listening begins before the first look: what is appended in between is told.
    with (
        contextlib.closing(database.open_growth(workspace.place)) as growth,
        contextlib.closing(workspace.store()) as store,
    ):
        while not stop.is_set():
            path = _generation(store, workspace.views)
            with contextlib.closing(sqlite3.connect(path, isolation_level=None, timeout=5)) as views:
                _watch(store, growth, workspace.views, path, views, stop, report)


def _generation(store: Store, folder: Path) -> Path:
    """Today's generation, built when there is none that can be used."""
    path = generation.current(folder)
    if path is not None:
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as views:
            if engine.usable(views, store):
                return path
    return rebuilding.rebuild(store, folder).path


def _watch(
    store: Store,
    growth: Growth,
    folder: Path,
    path: Path,
    views: sqlite3.Connection,
    stop: Event,
    report: Callable[[Followed], None],
) -> None:
    """Follows into one generation; returns when another became today's."""
    reached = generation.reached(views)
    report(Followed(reached, 0))
    while not stop.is_set():
        if generation.current(folder) != path:
            return
        if store.head().position > reached:
            position = engine.catch_up(store, views)
            report(Followed(position, position - reached))
            reached = position
        growth.wait(stop)
