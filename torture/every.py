"""Every fault in its long form, on each database, one after the other."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from tools.server import database, own
from torture import faults, full
from torture.site import Site

SMALL, LARGE = 8, 128
"""Sizes of disks in MiB: one for a workspace, one for the data of a server."""
Found = Iterator[tuple[str, list[str] | None]]
"""Names of faults and what was wrong; None where this computer does not let it be tried."""


def in_a_file(seconds: float) -> Found:
    """The faults of a ledger on SQLite."""
    trials: dict[str, Callable[[Path], list[str]]] = {
        "lock of the ledger held": lambda home: faults.ledger_locked(faults.furnished(home), seconds),
        "lock of the views held": lambda home: faults.views_locked(faults.furnished(home), seconds),
        "switch in the middle of an answer": lambda home: faults.switched(faults.furnished(home)),
        "files that may not grow": lambda home: full.ledger_limited(faults.furnished(home)),
    }
    for name, trial in trials.items():
        with tempfile.TemporaryDirectory() as folder:
            yield name, trial(Path(folder) / "ruang")
    with full.small_disk(SMALL) as disk:
        yield "disk full", full.ledger_full(faults.furnished(disk / "ruang"), disk) if disk else None


def on_a_server(seconds: float) -> Found:
    """The faults of a ledger on PostgreSQL; on a server of our own, which may be killed."""
    with own() as server:
        trials: dict[str, Callable[[Site], list[str]]] = {
            "lock of the ledger held": lambda site: faults.ledger_locked(site, seconds),
            "lock of the views held": lambda site: faults.views_locked(site, seconds),
            "server away": lambda site: faults.server_away(site, server, seconds),
            "switch in the middle of an answer": faults.switched,
            "files that may not grow": lambda site: full.server_limited(site, server),
        }
        for name, trial in trials.items():
            with tempfile.TemporaryDirectory() as folder, database(server.url) as url:
                yield name, trial(faults.furnished(Path(folder) / "ruang", url))
    yield "disk full", _server_on_small_disk()


def _server_on_small_disk() -> list[str] | None:
    with ExitStack() as stack:
        disk = stack.enter_context(full.small_disk(LARGE))
        if disk is None:
            return None
        home = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "ruang"
        url = stack.enter_context(database(stack.enter_context(own(disk)).url))
        return full.server_full(faults.furnished(home, url), disk)
