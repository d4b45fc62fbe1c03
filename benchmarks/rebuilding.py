"""Rebuilding views against a bare read of every row, and the memory that a rebuild takes."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

from benchmarks.generator import generate
from benchmarks.measure import Line, Work, millis, paired, rate
from ledger.store import Store
from projections import engine, files
from projections.engine import Folder
from projections.files import FileShelf
from projections.rebuilding import rebuild
from projections.views import VIEWS, catalogue

MEMORY = 100
"""Megabytes that a rebuild may take."""


def rebuilds(ledger: Path, folder: Path, runs: int) -> list[Line]:
    """The catalogue alone and all views, each beside the bare read; and JSON decoding for scale."""
    store = Store(ledger)
    events = store.head().position
    bare = _bare(store)
    lines = []
    for work, views, target in (
        ("rebuild of the catalogue", [catalogue], 0.3),
        ("rebuild of all views", list(VIEWS), 0.12),
    ):
        taken = paired(bare, _rebuild(store, folder, views), runs)
        lines.append(Line(work, rate(events, taken.floor), rate(events, taken.ours), taken.speed, target))
    loads = paired(bare, _loads(store), max(1, runs // 2))
    beside = Line("  beside it: json.loads of every row", rate(events, loads.floor), rate(events, loads.ours))
    store.close()
    return [lines[0], Line(beside.work, beside.floor, beside.ours, loads.speed), lines[1]]


def _bare(store: Store) -> Work:
    def read() -> None:
        for _ in store.all_rows():
            pass

    return read


def _loads(store: Store) -> Work:
    def read() -> None:
        for row in store.all_rows():
            json.loads(row[4])

    return read


def _rebuild(store: Store, folder: Path, views: Iterable[ModuleType]) -> Work:
    wanted = list(views)

    def build() -> None:
        shelf = FileShelf(folder / "rebuilt")
        path = shelf.folder / shelf.new()
        shelf.folder.mkdir(exist_ok=True)
        with files.building(path) as made:
            Folder(made, views=wanted).fold_all(store.all_rows())
        path.unlink()

    return build


def with_two_processes(ledger: Path, folder: Path, runs: int) -> Line:
    """A whole rebuild by two processes, beside the same by one."""
    store = Store(ledger)
    events = store.head().position
    taken = paired(_whole(store, folder, 1), _whole(store, folder, 2), max(1, runs // 2))
    store.close()
    work = "rebuild by two processes, to one"
    return Line(work, rate(events, taken.floor), rate(events, taken.ours), taken.speed, 1.8)


def _whole(store: Store, folder: Path, jobs: int) -> Work:
    def build() -> None:
        rebuild(store, FileShelf(folder / "whole"), jobs=jobs)

    return build


def catching_up(ledger: Path, folder: Path, runs: int) -> Line:
    """Views that are 1,000 events behind a large ledger, beside the same events on a small one."""
    work = "catch-up of 1,000 events, to a small ledger"
    with contextlib.ExitStack() as stack:
        small = folder / "small-catch-up" / "ledger.db"
        small.parent.mkdir()
        generate(small, events=3_000, seed=2)
        floor, ours = (
            _behind(stack.enter_context(contextlib.closing(Store(path))), folder / name)
            for path, name in ((small, "small-views"), (ledger, "large-views"))
        )
        taken = paired(floor, ours, max(1, runs // 2))
    return Line(work, millis(taken.floor), millis(taken.ours), taken.slowness, 2.0, at_least=False)


def _behind(store: Store, folder: Path) -> Work:
    """Catches up views that are 1,000 events behind, again and again."""
    known = store.head().position - 1_000
    shelf = FileShelf(folder)
    with shelf.building(shelf.new()) as made:
        Folder(made).fold_all(store.all_rows(known=known))
        made.set_state(VIEWS, known, engine.leaf_at(store, known))
    leaf = engine.leaf_at(store, known)

    def catch() -> None:
        found = shelf.today()
        assert found is not None
        with contextlib.closing(found):
            # The rows of a later position are folded away again: the work is the same each time.
            found.set_state(VIEWS, known, leaf)
            engine.catch_up(store, found)

    return catch


def memory(ledger: Path, folder: Path) -> Line:
    """The peak memory of a process that rebuilds all views, the interpreter and libraries included."""
    work = "peak memory of a rebuild"
    code = "import sys; from benchmarks.rebuilding import report_memory; report_memory(*sys.argv[1:])"
    command = [sys.executable, "-c", code, str(ledger), str(folder / "memory")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[1])
    if done.returncode or not done.stdout.strip():
        return Line(work, "-", "not there")
    peak = float(done.stdout)
    return Line(work, f"{MEMORY} MB", f"{peak:.0f} MB", peak / MEMORY, 1.0, at_least=False)


def report_memory(ledger: str, folder: str) -> None:
    """Rebuilds all views and prints the process's peak in megabytes. Prints nothing on Windows."""
    if sys.platform == "win32":
        return
    rebuild(Store(Path(ledger)), FileShelf(Path(folder)))
    print(peak())


def peak() -> float:
    """The process's peak memory in megabytes."""
    import resource

    unit = 1_000_000 if sys.platform == "darwin" else 1_000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
