"""The trial: writers, readers, a projector and rebuilds at once, killed at random; then all is counted.

On PostgreSQL the server is killed as well. What ends while it is away may say so with status 5; the
projector may not end, and what holds afterwards is the same.
"""

from __future__ import annotations

import random
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tools.server import Server
from torture import counting
from torture.site import Site

WRITER, PROJECTOR, AWAY = "writer", "projector", 5
MODULES = {WRITER: "torture.writer", "answers": "torture.reader"}
"""Roles that are programs of the trial."""
VERBS = {
    "reader": ("catalogue", "list"),
    PROJECTOR: ("projections", "run"),
    "rebuild": ("projections", "rebuild"),
    "ledger verify": ("ledger", "verify"),
    "views verify": ("projections", "verify"),
    "status": ("projections", "status"),
}
"""Roles that are verbs of the command line; all but the projector end, and begin again."""
READERS = ("reader", "reader", "answers", "answers")
ROLES = (*READERS, PROJECTOR, "rebuild", "ledger verify", "views verify", "status")
PATIENCE = 300.0
"""Seconds that every role has to end once by itself after the last kill."""
PAUSE = 2.0
"""Seconds that a killed server is away, at most."""


class Result(NamedTuple):
    """What a trial did, and what was wrong during it and afterwards."""

    kills: int
    outages: int
    acknowledged: int
    events: int
    ended: dict[str, int]
    """How often each role came to its end by itself, with status 0."""
    wrong: list[str]


Deed = Callable[[], None]


class Running(NamedTuple):
    """One process, what it says, and since when it runs."""

    role: str
    process: subprocess.Popen[bytes]
    said: Path
    since: float


class Trial:
    """Processes over one workspace for some seconds, with a number of kills spread over them."""

    def __init__(
        self, folder: Path, *, seed: int, url: str | None = None, server: Server | None = None
    ) -> None:
        self.site = Site(folder / "ruang", url)
        self.server = server if server and server.is_own else None
        self.notes, self.said = folder / "catatan", folder / "ucapan"
        self.notes.mkdir()
        self.said.mkdir()
        self.wrong: list[str] = []
        self.ended: Counter[int] = Counter()
        self.random = random.Random(seed)  # noqa: S311 - a trial that can be repeated, no secret
        self.running: dict[int, Running] = {}
        self.started = 0
        self.outages = 0
        self.back: float | None = None
        """When a killed server is to be started again."""
        self.last_away = float("-inf")
        self.site.make()

    def run(self, *, seconds: float, writers: int, kills: int, outages: int = 0) -> Result:
        """Runs, kills, lets everything end once, and counts. `outages` are kills of the server."""
        for slot, role in enumerate([WRITER] * writers + list(ROLES)):
            self._start(slot, role)
        end = time.monotonic() + seconds
        for at, deed in self._plan(end - seconds, seconds, kills, outages):
            self._wait(at)
            deed()
        self._wait(end)
        self._last_round()
        self._stop()
        return self._count(kills)

    def _plan(self, begin: float, seconds: float, kills: int, outages: int) -> list[tuple[float, Deed]]:
        deeds: list[Deed] = [self._kill_one] * kills + [self._kill_server] * outages
        moments = [(begin + self.random.uniform(0, seconds), deed) for deed in deeds]
        return sorted(moments, key=lambda one: one[0])

    def _wait(self, until: float) -> None:
        self._revive()
        while (now := time.monotonic()) < until:
            time.sleep(min(0.05, until - now))
            self._revive()

    def _kill_one(self) -> None:
        slot = self.random.choice(sorted(self.running))
        one = self.running[slot]
        if (code := _killed(one.process)) is not None:
            self._judge(slot, one, code)
        self._start(slot, one.role)

    def _kill_server(self) -> None:
        """A server that is not our own is left alone; one that is away comes back first."""
        while self.back is not None:
            self._wait(self.back)
        if self.server:
            self.server.kill()
            self.outages += 1
            self.back = time.monotonic() + self.random.uniform(0, PAUSE)

    def _start(self, slot: int, role: str) -> None:
        self.started += 1
        said = self.said / f"{self.started}"
        if role in MODULES:
            notes = [str(self.notes / f"{self.started}")] if role == WRITER else []
            process = self.site.start(said, *notes, module=MODULES[role])
        else:
            process = self.site.start(said, *VERBS[role])
        self.running[slot] = Running(role, process, said, time.monotonic())

    def _revive(self) -> None:
        """Starts again what ended, and the server when its pause is over."""
        if self.server and self.back is not None:
            self.last_away = time.monotonic()
            if self.last_away >= self.back:
                self.server.start()
                self.last_away, self.back = time.monotonic(), None
        for slot, one in list(self.running.items()):
            code = one.process.poll()
            if code is not None:
                self._judge(slot, one, code)
                self._start(slot, one.role)

    def _judge(self, slot: int, one: Running, code: int) -> None:
        """Verbs end with status 0; with 5 and a sentence those that the server left; the rest never."""
        if code == 0 and one.role not in (WRITER, PROJECTOR):
            self.ended[slot] += 1
            return
        said = one.said.read_text(errors="replace").strip()
        is_left = code == AWAY and one.since <= self.last_away and one.role != PROJECTOR
        if not is_left or not said or "Traceback" in said:
            self.wrong.append(f"{one.role} ended with {code}: {' '.join(said.splitlines()[-3:])}")

    def _last_round(self) -> None:
        """Every role that ends does so once more, while the writers go on."""
        before, until = Counter(self.ended), time.monotonic() + PATIENCE
        slots = [slot for slot, one in self.running.items() if one.role not in (WRITER, PROJECTOR)]
        while self.back is not None or any(self.ended[slot] == before[slot] for slot in slots):
            self._wait(time.monotonic() + 0.2)
            if time.monotonic() > until:
                late = {self.running[slot].role for slot in slots if self.ended[slot] == before[slot]}
                self.wrong.append(f"did not end within {PATIENCE:.0f} seconds: {', '.join(sorted(late))}")
                return

    def _stop(self) -> None:
        """The projector is asked to stop, which it does with status 0; everything else is killed."""
        for one in self.running.values():
            if one.role != PROJECTOR:
                _killed(one.process)
        for one in self.running.values():
            if one.role == PROJECTOR:
                self._ask(one)

    def _ask(self, one: Running) -> None:
        # Before it says its first position it does not listen yet.
        until = time.monotonic() + PATIENCE
        while not one.said.stat().st_size and time.monotonic() < until:
            time.sleep(0.05)
        one.process.send_signal(signal.SIGTERM)
        code = one.process.wait(PATIENCE)
        if code:
            self.wrong.append(
                f"{one.role} stopped with {code}: {one.said.read_text(errors='replace')[-300:]}"
            )

    def _count(self, kills: int) -> Result:
        acknowledged = [line for path in self.notes.iterdir() for line in path.read_text().split()]
        found = counting.ledger(self.site)
        wrong = [*counting.wrong(self.site, found, acknowledged), *self.wrong]
        ended: Counter[str] = Counter()
        for slot, times in self.ended.items():
            ended[self.running[slot].role] += times
        return Result(kills, self.outages, len(acknowledged), len(found.positions), dict(ended), wrong)


def _killed(process: subprocess.Popen[bytes]) -> int | None:
    """Kills it; the status where it had ended before."""
    process.send_signal(signal.SIGKILL)
    code = process.wait()
    return None if code == -signal.SIGKILL else code
