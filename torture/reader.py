"""One reader: opens answers and asks each several things that agree only where all come from one position."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from sqlalchemy import Connection, func, select

from ledger.errors import EnvironmentFault
from ledger.workspace.workspace import Workspace, open_at
from projections.read_session import open_session
from projections.views.lineage import idea_credits, ideas
from projections.views.units import names, units
from torture.writer import EVENTS

FIRST = 2
"""Events of `init`: the region and its operator."""
ANSWERS, TIMES, PAUSE = 20, 3, 0.02
"""Answers of one run; how often each is asked, and the seconds between, in which others write and switch."""


def asked(views: Connection) -> dict[str, int]:
    """How many commands stand in the views, told by one table after the other and by all joined."""
    counts = {
        table.name: views.execute(select(func.count()).select_from(table)).scalar_one()
        for table in (units, ideas, idea_credits, names)
    }
    joined = (
        select(func.count())
        .select_from(ideas)
        .join(idea_credits, idea_credits.c.stream == ideas.c.stream)
        .join(units, units.c.stream == idea_credits.c.who)
        .where(ideas.c.title == "Ide " + units.c.name)
    )
    return {**counts, "joined": views.execute(joined).scalar_one()}


def differing(workspace: Workspace) -> str | None:
    """What one answer says that does not agree with the position that it states, or None."""
    views = open_session(workspace)
    try:
        wanted = (views.position - FIRST) / EVENTS
        for _ in range(TIMES):
            found = asked(views.connection)
            if set(found.values()) != {wanted}:
                return f"at position {views.position}: {found}"
            time.sleep(PAUSE)
        return None
    finally:
        views.close()


def main(home: Path) -> int:
    """Asks; 1 when an answer does not agree with itself."""
    workspace = open_at(home)
    for _ in range(ANSWERS):
        if wrong := differing(workspace):
            print(wrong)
            return 1
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(Path(sys.argv[1])))
    except EnvironmentFault as fault:
        print(fault, file=sys.stderr)
        sys.exit(fault.status)
