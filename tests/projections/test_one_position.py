"""All rows of an answer come from the position that it states, whatever others do meanwhile."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from threading import Event

from sqlalchemy import func, select

from domain.unit import RegisterUnit
from ledger.workspace.workspace import Workspace, open_at
from projections.read_session import ReadSession, open_session
from projections.runner import rebuild
from projections.storage.factory import generation_store_of
from projections.views.units import names, units
from tests.helpers import invoke

VERBS = ("status", "verify")


def register(workspace: Workspace, name: str) -> None:
    action = RegisterUnit.of(region="3303", kind="opd", name=name)
    workspace.command_handler().run(name, lambda decision: decision.act(action))


def told(session: ReadSession) -> tuple[int, int, int]:
    counts = [session.connection.execute(select(func.count()).select_from(one)) for one in (units, names)]
    return session.position, *(count.scalar_one() for count in counts)


def test_an_answer_stays_where_it_is_while_others_catch_up(home: Path) -> None:
    workspace = open_at(home)
    register(workspace, "Dinas Satu")
    first = open_session(workspace)
    register(workspace, "Dinas Dua")
    second = open_session(workspace)
    assert (told(first), told(second)) == ((3, 1, 1), (4, 2, 2))
    first.close()
    second.close()


def test_an_answer_stays_where_it_is_while_others_switch(home: Path) -> None:
    workspace = open_at(home)
    register(workspace, "Dinas Satu")
    first = open_session(workspace)
    register(workspace, "Dinas Dua")
    rebuild.rebuild(workspace.store(), generation_store_of(workspace))
    second = open_session(workspace)
    rebuild.rebuild(workspace.store(), generation_store_of(workspace))
    assert (told(first), told(second)) == ((3, 1, 1), (4, 2, 2))
    first.close()
    second.close()


def test_status_and_verify_take_the_next_generation_when_theirs_goes(home: Path) -> None:
    """What they say comes from one moment: no view is ahead of the ledger, or of another."""
    workspace = open_at(home)
    open_session(workspace).close()
    stop = Event()

    def switching() -> None:
        while not stop.is_set():
            rebuild.rebuild(workspace.store(), generation_store_of(workspace))

    def recording() -> None:
        for number in count():
            if stop.is_set():
                return
            register(workspace, f"Dinas {number}")
            open_session(workspace).close()

    with ThreadPoolExecutor(3) as executor:
        loops = [executor.submit(one) for one in (switching, switching, recording)]
        ends, lags, differing = set(), set(), set()
        try:
            for _ in range(40):
                status, verified = (invoke("projections", one, "--json", "--home", home) for one in VERBS)
                ends |= {status.status, verified.status}
                lags |= {one["lag"] for one in status.data["views"]} if status.data else {-1}
                differing |= {len({one["position"] for one in status.data["views"]})} if status.data else {0}
        finally:
            stop.set()
        for loop in loops:
            loop.result()
    assert ends == {0}
    assert min(lags) >= 0
    assert differing == {1}
