"""The benchmarks as one run: made-up ledgers, paired measurements, one table."""

from __future__ import annotations

import argparse
import os
import platform
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks import appending, judging, reading, rebuilding, starting
from benchmarks.generator import Summary, generate
from benchmarks.measure import Line, table

REGION = "33.03"


class Size(NamedTuple):
    """How large a run is: events of the ledger, innovations of the catalogue, repetitions of each pair."""

    events: int
    innovations: int
    runs: int
    verdicts: int = 0
    """Innovations of the ledger that is judged; 0: the large one serves."""


FULL = Size(300_000, 10_000, 7)
QUICK = Size(30_000, 1_000, 2)
LEAST = 2_000


def machine() -> str:
    """What the numbers were taken on, in two lines."""
    cores = os.cpu_count() or 1
    return (
        f"{platform.system()} {platform.machine()}, {cores} cores,"
        f" Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}\n"
        "Only ratios travel from one machine to another; speeds are of this one."
    )


def measure(size: Size, folder: Path, *, seed: int = 1) -> Iterator[Line]:
    """The rows of the table, in order, each measured when it is asked for."""
    ledger = _made(folder / "large" / "ledger.db", events=size.events, seed=seed).path
    yield appending.one_by_one(ledger, folder, size.runs)
    yield appending.in_one_append(ledger, folder, size.runs)
    yield from rebuilding.rebuilds(ledger, folder, size.runs)
    yield rebuilding.with_two_processes(ledger, folder, size.runs)
    yield rebuilding.catching_up(ledger, folder, size.runs)
    yield rebuilding.memory(ledger, folder)
    judged = ledger
    if size.verdicts:
        judged = _made(folder / "judged" / "ledger.db", events=0, seed=seed, innovations=size.verdicts).path
    yield from judging.verdicts(judged, size.runs)
    catalogue = folder / "catalogue"
    made = _made(catalogue / "ledger.db", events=0, seed=seed, innovations=size.innovations)
    yield from reading.pages(catalogue, REGION, made.innovations, size.runs * 3)
    yield starting.helping(size.runs * 2)


def _made(path: Path, *, events: int, seed: int, innovations: int | None = None) -> Summary:
    path.parent.mkdir()
    began = time.perf_counter()
    made = generate(path, events=events, seed=seed, region=REGION, innovations=innovations)
    print(
        f"a ledger of {made.events:,} events, {made.innovations:,} innovations,"
        f" {made.bytes / made.events:.0f} bytes each: {time.perf_counter() - began:.1f} s",
        file=sys.stderr,
    )
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the machine, the table and the targets that are missed; the status is 0 all the same."""
    parser = argparse.ArgumentParser(prog="benchmarks", description="Measure the engine against bare floors.")
    parser.add_argument("--events", type=int, help=f"events of the ledger; {FULL.events:,} when not given")
    parser.add_argument("--verdicts", type=int, help="innovations to judge, in a ledger of their own")
    parser.add_argument("--quick", action="store_true", help="a small ledger and few repetitions")
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args(arguments)
    if wanted.events is not None and wanted.events < LEAST:
        parser.error(f"--events must be {LEAST:,} or more")
    size = QUICK if wanted.quick else FULL
    if wanted.events:
        size = size._replace(events=wanted.events)
    if wanted.verdicts:
        size = size._replace(verdicts=wanted.verdicts)
    print(machine())
    with tempfile.TemporaryDirectory(prefix="jejak-bench-", ignore_cleanup_errors=True) as folder:
        lines = list(measure(size, Path(folder), seed=wanted.seed))
    print(f"{size.events:,} events; medians of {size.runs} pairs or more\n")
    print(table(lines))
    missed = [line.work for line in lines if line.met is False]
    print("\nmissed: " + ("; ".join(missed) if missed else "none"))
    return 0
