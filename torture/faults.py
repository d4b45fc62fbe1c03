"""Faults one by one: each ends in a clear message with the documented status, and the next run heals.

Every function works on a workspace of its own and returns what did not hold.
"""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
from sqlalchemy import func, select

from projections.read_session import ReadSession, open_session
from projections.storage.factory import generation_store_of
from projections.views import VIEWS
from tools.server import Server
from torture.counting import healed
from torture.site import Called, Site

FIRST, NEXT = ("import", "examples/purbalingga-2018.xlsx"), ("import", "examples/purbalingga-2016.xlsx")
READING = ("catalogue", "list", "--json")
REFUSED = 5
AWAY = "The database of the ledger cannot be reached"
LOCKED = "Another program kept the ledger locked for ten seconds; nothing was recorded."
PATIENCE = 120.0
"""Seconds within which a projector must have followed."""


def furnished(home: Path, url: str | None = None) -> Site:
    """A workspace with the innovations of one workbook."""
    site = Site(home, url)
    site.make()
    done = site.call(*FIRST)
    if done.status:
        raise RuntimeError(done.err)
    return site


def head(site: Site) -> int:
    """The last position of the ledger."""
    with closing(site.store()) as store:
        return store.head().position


def server_away(site: Site, server: Server, seconds: float) -> list[str]:
    """The server is killed and stays away; a projector waits for it and is not started again."""
    before = head(site)
    with _following(site, before) as projector:
        server.kill()
        try:
            wrong = [*refused(site.call(*NEXT), AWAY), *refused(site.call(*READING[:-1]), AWAY)]
            time.sleep(seconds)
        finally:
            server.start()
        wrong += [*recorded(site.call(*NEXT)), *_reached(projector, head(site))]
    return [*wrong, *healed(site, head(site))]


def ledger_locked(site: Site, seconds: float) -> list[str]:
    """Another program holds the lock of the writers: readers answer, a writer gives up after ten seconds."""
    before = head(site)
    with _writing(site):
        wrong = answered(site.call(*READING), before, lag=0)
        wrong += refused(site.call(*NEXT), LOCKED)
        time.sleep(seconds)
        wrong += answered(site.call(*READING), before, lag=0)
    return [*wrong, *recorded(site.call(*NEXT)), *healed(site, head(site))]


def views_locked(site: Site, seconds: float) -> list[str]:
    """Another program holds the lock of the views: an answer says how far it lags."""
    site.call(*READING)
    before = head(site)
    today = generation_store_of(site.workspace()).today()
    if today is None:
        return ["there are no views"]
    with closing(today), today.writing():
        wrong = recorded(site.call(*NEXT))
        wrong += answered(site.call(*READING), before, lag=head(site) - before)
        time.sleep(seconds)
    return [*wrong, *healed(site, head(site))]


def switched(site: Site) -> list[str]:
    """Others record, catch up and rebuild in the middle of an answer: it keeps the rows of its position."""
    with closing(open_session(site.workspace())) as views:
        before = views.position, _rows(views)
        wrong = [one for _ in range(2) for one in recorded(site.call("projections", "rebuild"))]
        wrong += [*recorded(site.call(*NEXT)), *recorded(site.call(*READING))]
        wrong += recorded(site.call("projections", "rebuild"))
        if (views.position, _rows(views)) != before:
            wrong.append("an answer changed while it was read")
    return [*wrong, *healed(site, head(site))]


def _rows(session: ReadSession) -> dict[str, int]:
    tables = [table for view in VIEWS for table in view.TABLES]
    counts = {one.name: select(func.count()).select_from(one) for one in tables}
    return {name: session.connection.execute(count).scalar_one() for name, count in counts.items()}


def refused(done: Called, sentence: str) -> list[str]:
    """What is wrong with a refusal: it ends with status 5 and says so."""
    said = done.out + done.err
    is_clear = done.status == REFUSED and sentence in said and "Traceback" not in said
    return [] if is_clear else [f"not refused with {sentence!r}: {done}"]


def recorded(done: Called) -> list[str]:
    """What is wrong with a command that must be done."""
    return [f"refused: {done}"] if done.status else []


def answered(done: Called, position: int, *, lag: int) -> list[str]:
    """What is wrong with an answer: it comes from the position, and says how far it lags."""
    if done.status or (done.envelope["position"], done.envelope["lag"]) != (position, lag):
        return [f"no answer from {position} with {lag} behind: {done}"]
    told = any(f"{lag} events behind the ledger" in one["text"] for one in done.envelope["messages"])
    return [] if told == (lag > 0) else [f"the lag of {lag} is not said: {done}"]


@contextmanager
def _writing(site: Site) -> Iterator[None]:
    """The lock of the writers, held by a connection that is no part of Jejak."""
    if site.url is None:
        with closing(sqlite3.connect(site.home / "ledger.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
        return
    with closing(psycopg.connect(site.url)) as other:
        other.execute("UPDATE jejak.head SET position = position")
        yield


@contextmanager
def _following(site: Site, position: int) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    said = site.home / "projector.txt"
    process = site.start(said, "projections", "run")
    try:
        _wait_for(process, said, position)
        yield process, said
    finally:
        process.kill()
        process.wait()
        said.unlink()


def _reached(projector: tuple[subprocess.Popen[bytes], Path], position: int) -> list[str]:
    """What a projector did not do: follow to the position, and stop when it is asked to."""
    process, said = projector
    if not _wait_for(process, said, position):
        return [f"the projector did not follow to {position}: {said.read_text()[-500:]}"]
    process.send_signal(signal.SIGTERM)
    code = process.wait(PATIENCE)
    return [f"the projector stopped with {code}"] if code else []


def _wait_for(process: subprocess.Popen[bytes], said: Path, position: int) -> bool:
    until, wanted = time.monotonic() + PATIENCE, f"Position {f'{position:,}'.replace(',', '.')}, "
    while wanted not in said.read_text(encoding="utf-8"):
        if process.poll() is not None or time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True
