"""All rows of an answer come from the position that it states, whatever others do meanwhile."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import func, select

from domain.unit import RegisterUnit
from ledger.workspace import Workspace, open_at
from projections import rebuilding
from projections.open import Views, open_views
from projections.views.units import names, units


def register(workspace: Workspace, name: str) -> None:
    action = RegisterUnit(region="3303", kind="opd", name=name)
    workspace.desk().run(name, lambda decision: decision.act(action))


def told(views: Views) -> tuple[int, int, int]:
    counts = [views.connection.execute(select(func.count()).select_from(one)) for one in (units, names)]
    return views.position, *(count.scalar_one() for count in counts)


def test_an_answer_stays_where_it_is_while_others_catch_up(home: Path) -> None:
    workspace = open_at(home)
    register(workspace, "Dinas Satu")
    first = open_views(workspace)
    register(workspace, "Dinas Dua")
    second = open_views(workspace)
    assert (told(first), told(second)) == ((3, 1, 1), (4, 2, 2))
    first.close()
    second.close()


def test_an_answer_stays_where_it_is_while_others_switch(home: Path) -> None:
    workspace = open_at(home)
    register(workspace, "Dinas Satu")
    first = open_views(workspace)
    register(workspace, "Dinas Dua")
    rebuilding.rebuild(workspace.store(), workspace.views)
    second = open_views(workspace)
    rebuilding.rebuild(workspace.store(), workspace.views)
    assert (told(first), told(second)) == ((3, 1, 1), (4, 2, 2))
    first.close()
    second.close()
