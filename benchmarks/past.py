"""The catalogue of one region as of a day, against its current list: both as the command line asks."""

from __future__ import annotations

from benchmarks.measure import Line, Work, millis, paired
from domain import streams
from ledger.workspace.workspace import Workspace
from projections.queries.catalogue import Filter, page
from projections.read_session import ReadSession, open_session

DAY = "2023-12-31"
"""After nearly all that a generated region did: nearly all of it stands."""


def one_region(work: str, ours: Workspace, runs: int) -> Line:
    """The workspace's region in a ledger of many, opened anew for each list."""
    prefix = streams.prefix(ours.region)
    open_session(ours).close()
    taken = paired(_now(ours, prefix), _then(ours, prefix), runs)
    return Line(work, millis(taken.floor), millis(taken.ours), taken.slowness, 10, at_least=False)


def _now(ours: Workspace, prefix: str) -> Work:
    return lambda: listed(open_session(ours), prefix)


def _then(ours: Workspace, prefix: str) -> Work:
    return lambda: listed(open_session(ours, as_of=DAY, prefix=f"{prefix}/"), prefix)


def listed(session: ReadSession, prefix: str) -> int:
    """How many innovations the list of a region holds; ends the answer."""
    try:
        return page(session, Filter(region=prefix)).total
    finally:
        session.close()
