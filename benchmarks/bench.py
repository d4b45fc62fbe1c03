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

from benchmarks.grounds import FULL, QUICK, Grounds, Size
from benchmarks.measure import NOT_THERE, Line, table
from benchmarks.rows import rows

LEAST = 2_000


def machine() -> str:
    """What the numbers were taken on, in two lines."""
    cores = os.cpu_count() or 1
    return (
        f"{platform.system()} {platform.machine()}, {cores} cores,"
        f" Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}\n"
        "Only ratios travel from one machine to another; speeds are of this one."
    )


def measure(on: Grounds, *, only: str = "") -> Iterator[Line]:
    """The rows of the table, in order, each measured when it is asked for; those that hold a text."""
    for row in rows(on):
        if only.casefold() in row.work.casefold():
            began = time.perf_counter()
            line = row.line(on)
            print(f"{time.perf_counter() - began:7.1f} s  {row.work}", file=sys.stderr)
            yield line


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the machine, the table and the targets that are missed; the status is 0 all the same."""
    wanted = _wanted(arguments)
    size = _size(wanted)
    print(machine())
    with (
        tempfile.TemporaryDirectory(prefix="jejak-bench-", ignore_cleanup_errors=True) as folder,
        Grounds(size, Path(folder), wanted.seed) as on,
    ):
        print(on.server.words, flush=True)
        lines = list(measure(on, only=wanted.only))
    print(f"{size.events:,} events unless a row says otherwise; medians of paired runs, up to {size.runs}\n")
    print(table(lines))
    for heading, named in (
        ("missed", [line.work for line in lines if line.met is False]),
        (NOT_THERE, [line.work for line in lines if line.ours == NOT_THERE]),
    ):
        print(f"\n{heading}: " + ("; ".join(named) if named else "none"))
    return 0


def _wanted(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks", description="Measure the engine against bare floors.")
    parser.add_argument("--events", type=int, help=f"events of the ledger; {FULL.events:,} when not given")
    parser.add_argument("--verdicts", type=int, help="innovations to judge, in a ledger of their own")
    parser.add_argument("--quick", action="store_true", help="small ledgers and few repetitions")
    parser.add_argument("--only", default="", metavar="TEXT", help="only the rows whose name holds the text")
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args(arguments)
    if wanted.events is not None and wanted.events < LEAST:
        parser.error(f"--events must be {LEAST:,} or more")
    return wanted


def _size(wanted: argparse.Namespace) -> Size:
    size = QUICK if wanted.quick else FULL
    if wanted.events:
        size = size._replace(events=wanted.events)
    return size._replace(verdicts=wanted.verdicts) if wanted.verdicts else size
