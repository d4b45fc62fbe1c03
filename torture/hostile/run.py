"""Many hostile cases, each in a process that is watched: no fault, no abort, no wait, no flood of memory."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from torture.hostile.cases import ROOT, workbook_of_a_list
from torture.site import Site

SECONDS = 30
"""How long one case may work; it may wait for four times as long."""
MEGABYTES = 700
"""What one case may let the memory of its process grow to."""
EACH = 100
"""After so many cases a new process begins."""


@dataclass
class Met:
    """What came of many cases."""

    cases: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    wrong: list[str] = field(default_factory=list)
    peak: int = 0
    """The largest peak of a case, in MB."""


def furnish(folder: Path, demo: Path | None = None) -> None:
    """Makes an empty and a full workspace, and the files that cases are made of; `demo` is a full one."""
    empty, full = Site(folder / "kosong"), Site(folder / "penuh")
    empty.make()
    if demo:
        shutil.copytree(demo, full.home)
    else:
        _need(empty.call("demo", "--out", str(full.home), at_home=False).status)
    _need(empty.call("catalogue", "list").status)
    _need(full.call("backup", str(folder / "cadangan.zip")).status)
    packing = ("dossier", "pack", "iga", "SIMPEL PASAR", "--year", "2026", "--out")
    _need(full.call(*packing, str(folder / "paket.zip")).status)
    (folder / "daftar.xlsx").write_bytes(workbook_of_a_list())
    _need(empty.call("map", str(folder / "daftar.xlsx"), "--out", str(folder / "PETA.toml")).status)
    shutil.rmtree(full.home / "dokumen", ignore_errors=True)


def _need(status: int) -> None:
    if status:
        raise RuntimeError("a verb that must succeed did not")


def run(folder: Path, numbers: range, seed: int, told: bool = False) -> Met:
    """Meets the cases of these numbers in a folder that `furnish` made ready."""
    met, said = Met(), 0
    todo = iter(numbers)
    while batch := list(islice(todo, EACH)):
        rest = batch
        while rest:
            rest = _batch(folder, rest, seed, met)
        if told:
            print("".join(f"WRONG {one}\n" for one in met.wrong[said:]), end="")
            said = len(met.wrong)
            print(f"{sum(met.cases.values())} cases, {len(met.wrong)} wrong, peak {met.peak} MB", flush=True)
    return met


def _batch(folder: Path, numbers: list[int], seed: int, met: Met) -> list[int]:
    """Meets cases in one process; returns those that are left when it had to be ended."""
    command = [sys.executable, "-m", "torture.hostile.worker", str(folder), str(seed)]
    environment = {**os.environ, "JEJAK_LANG": "id", "PYTHONFAULTHANDLER": "0"}
    environment.pop("JEJAK_HOME", None)
    environment.pop("JEJAK_DATABASE_URL", None)
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as worker:
        try:
            for at, number in enumerate(numbers):
                answer = _answer(worker, number)
                if isinstance(answer, str):
                    met.wrong.append(f"{number}: {answer}")
                    met.cases["ended"] += 1
                    return numbers[at + 1 :]
                met.cases[answer["kind"]] += 1
                met.statuses[f"{answer['kind']} {answer['statuses'][-1]}"] += 1
                met.seconds[answer["kind"]] += answer["seconds"]
                met.wrong += [f"{number} {answer['kind']}: {one}" for one in answer["wrong"]]
                met.peak = max(met.peak, answer["peak"])
                if answer["peak"] > MEGABYTES:
                    met.wrong.append(f"{number} {answer['kind']}: took {answer['peak']} MB")
        finally:
            worker.kill()
            shutil.rmtree(folder / f"kerja-{worker.pid}", ignore_errors=True)
    return []


def _answer(worker: subprocess.Popen[bytes], number: int) -> dict[str, Any] | str:
    """What came of a case, or in words why nothing did."""
    assert worker.stdin
    assert worker.stdout
    assert worker.stderr
    worker.stdin.write(b"%d\n" % number)
    worker.stdin.flush()
    began, worked = time.monotonic(), _worked(worker.pid)
    while not select.select([worker.stdout], [], [], 1)[0]:
        if _worked(worker.pid) - worked > SECONDS or time.monotonic() - began > 4 * SECONDS:
            return f"hung for more than {SECONDS} seconds"
    line = worker.stdout.readline()
    if not line:
        said = worker.stderr.read().decode("utf-8", "replace")
        return f"the process ended with {worker.wait()}: {said[-600:]}"
    found: dict[str, Any] = json.loads(line)
    return found


def _worked(pid: int) -> float:
    """Seconds that a process has worked: on a busy computer it also waits for its turn. 0 where unknown."""
    try:
        told = (
            Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        )
    except OSError:
        return 0
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def lines(met: Met) -> Iterator[str]:
    """What people read of it."""
    yield f"{sum(met.cases.values())} hostile cases, peak {met.peak} MB"
    yield ", ".join(
        f"{kind} {count} ({met.seconds[kind] / count:.2f} s each)"
        for kind, count in sorted(met.cases.items())
    )
    yield ", ".join(f"{kind}: {count}" for kind, count in sorted(met.statuses.items()))
