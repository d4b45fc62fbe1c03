"""The trial: writers, readers and rebuilds at once, killed at random; then everything is counted."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from ledger.clock import new_command_id
from ledger.store import Store
from ledger.verify import verify
from ledger.workspace import create, open_at
from projections import engine
from projections.open import open_views

ROOT = Path(__file__).parent.parent
WRITER = "writer"
VERBS = {
    "reader": ("catalogue", "list"),
    "projector": ("projections", "run"),
    "rebuild": ("projections", "rebuild"),
    "ledger verify": ("ledger", "verify"),
    "views verify": ("projections", "verify"),
}
"""Roles that are verbs of the command line; each begins again when it ends."""
ROLES = ("reader",) * 4 + ("projector", "rebuild", "ledger verify", "views verify")


class Result(NamedTuple):
    """What a trial did, and what was wrong afterwards."""

    kills: int
    acknowledged: int
    events: int
    wrong: list[str]


class Trial:
    """Processes over one workspace for some seconds, with a number of kills spread over them."""

    def __init__(self, folder: Path, *, seed: int) -> None:
        self.home, self.notes = folder / "ruang", folder / "catatan"
        self.said = folder / "ucapan"
        self.notes.mkdir()
        self.said.mkdir()
        self.wrong: list[str] = []
        self.words: dict[int, Path] = {}
        self.random = random.Random(seed)  # noqa: S311 - a trial that can be repeated, no secret
        create(
            self.home, region_code="33.03", name="Operator Contoh", post="Analis", command_id=new_command_id()
        )
        self.processes: dict[int, tuple[str, subprocess.Popen[bytes]]] = {}
        self.started = 0

    def run(self, *, seconds: float, writers: int, kills: int) -> Result:
        """Runs, kills, waits, and counts."""
        for slot, role in enumerate([WRITER] * writers + list(ROLES)):
            self._start(slot, role)
        done, end = 0, time.monotonic() + seconds
        while time.monotonic() < end or done < kills:
            time.sleep(max(0.02, seconds / (kills + 1)) if kills else 0.2)
            if done < kills:
                self._kill(self.random.choice(sorted(self.processes)), restart=True)
                done += 1
            self._revive()
        for slot in sorted(self.processes):
            self._kill(slot, restart=False)
        return self._count(done)

    def _start(self, slot: int, role: str) -> None:
        self.started += 1
        if role == WRITER:
            command = ["-m", "torture.writer", str(self.home), str(self.notes / f"{self.started}")]
        else:
            command = ["cli.py", *VERBS[role], "--home", str(self.home)]
        with (self.said / f"{self.started}").open("wb") as said:
            process = subprocess.Popen([sys.executable, *command], cwd=ROOT, stdout=said, stderr=said)
        self.processes[slot] = (role, process)
        self.words[slot] = self.said / f"{self.started}"

    def _kill(self, slot: int, *, restart: bool) -> None:
        role, process = self.processes[slot]
        process.send_signal(signal.SIGKILL)
        process.wait()
        if restart:
            self._start(slot, role)

    def _revive(self) -> None:
        """Verbs end by themselves, with status 0, and begin again; a writer that ended is a fault."""
        for slot, (role, process) in list(self.processes.items()):
            code = process.poll()
            if code is None:
                continue
            if code != 0 or role in (WRITER, "projector"):
                last = self.words[slot].read_text(errors="replace").strip().splitlines()[-3:]
                self.wrong.append(f"{role} ended with {code}: {' '.join(last)}")
            self._start(slot, role)

    def _count(self, kills: int) -> Result:
        acknowledged = [line for path in self.notes.iterdir() for line in path.read_text().split()]
        store = Store(self.home / "ledger.db")
        wrong = [f"{position}: {why.text}" for position, why in verify(store).findings]
        recorded = [row[0] for row in store.connection.execute("SELECT command_id FROM appends")]
        wrong += [f"lost: {one}" for one in sorted(set(acknowledged) - set(recorded))]
        wrong += [f"doubled: {one}" for one in recorded if recorded.count(one) > 1]
        events = store.head().position
        store.close()
        wrong += [*self._views(), *self.wrong]
        wrong += [f"left behind: {path.name}" for path in self.home.rglob(".*") if path.is_file()]
        return Result(kills, len(acknowledged), events, wrong)

    def _views(self) -> list[str]:
        views = open_views(open_at(self.home))
        views.connection.rollback()
        assert views.generation is not None
        _position, found = engine.verify(views.store, views.generation)
        views.close()
        return [f"view {one.view}: {one.row}" for one in found]
