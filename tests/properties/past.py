"""A history made by chance: recorded once, then asked for on either database."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from domain.base import Refused
from domain.region import RegisterRegion
from ledger.admin import copying
from ledger.workspace.workspace import Workspace, create
from ledger.write.command_handler import CommandHandler, IntegrityViolations
from schemas.regions import regions
from tests.ledger.office import Clock
from tests.postgres import database
from tests.properties import oracle
from tests.properties.moves import Moves

Recorder = Callable[[CommandHandler, Clock, random.Random], Counter[str]]


class Past(NamedTuple):
    """A history: its workspace, the opened events, and what was accepted of what kind."""

    workspace: Workspace
    events: list[oracle.Event]
    accepted: Counter[str]


def lived(folder: Path, start: datetime, codes: Sequence[str], seed: int, record: Recorder) -> Past:
    """A workspace of the first region, with the others registered, in which a recorder was at work."""
    clock = Clock(start)
    workspace, _ = create(
        folder / "ruang", region_code=codes[0], name="Nama", post="Analis", command_id="init", now=clock
    )
    command_handler = workspace.command_handler(clock)
    for code in codes[1:]:
        action = RegisterRegion.of(region=code.replace(".", ""), **regions()[code])
        command_handler.run(f"daftar-{code}", lambda decision, action=action: decision.act(action))
    accepted = record(command_handler, clock, random.Random(seed))
    command_handler.store.close()
    command_handler.recorder.datastore.close()
    return Past(workspace, oracle.events(workspace.ledger_path), accepted)


def attempt(command_handler: CommandHandler, number: int, moves: Moves, name: str) -> bool:
    """Does what a move is called, as the command of that number; False when it was refused."""
    command: Any = moves.void(voids=True) if name == "void_void" else getattr(moves, name)()
    try:
        command_handler.run(f"perintah-{number}", command)
    except (Refused, IntegrityViolations):
        return False
    return True


def dates(clock: Clock, chance: random.Random) -> Callable[[], str | None]:
    """Dates as sources give them: backdated, seldom exact, often not at all."""

    def when() -> str | None:
        day = clock.moment.date() - timedelta(days=chance.choice((-1, 0, 0, 1, 5, 40, 200, 700, 2000)))
        end = day + timedelta(days=chance.randrange(60))
        forms = (None, f"{day.year}", f"{day:%Y-%m}", f"{day}", f"{day}", f"{day}/{end}")
        return chance.choice(forms)

    return when


@contextmanager
def on_postgres(past: Past, folder: Path, server: str) -> Iterator[Past]:
    """The same history in a database of its own."""
    home = Path(shutil.copytree(past.workspace.home, folder / "salinan"))
    with database(server) as url:
        copying.copy(home / "ledger.db", url)
        workspace = replace(past.workspace, home=home, database_url=url)
        with closing(workspace.store()) as store:
            assert store.head().position == len(past.events)
        yield past._replace(workspace=workspace)
