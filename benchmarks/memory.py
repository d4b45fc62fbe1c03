"""The peak memory of a process of its own, the interpreter and libraries included."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.measure import Line, absent

LIMIT = 100
"""Megabytes that a rebuild, or judging everything, may take."""


def peak_of(module: str, function: str, *values: str) -> float | None:
    """Megabytes that a function of a module takes; None where nobody can say (Windows) or it failed."""
    code = f"import sys; from {module} import {function}; from benchmarks.memory import report;"
    code += f" report({function}, *sys.argv[1:])"
    command = [sys.executable, "-c", code, *values]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[1])
    if done.returncode or not done.stdout.strip():
        return None
    return float(done.stdout.split()[-1])


def report(function: Callable[..., object], *values: str) -> None:
    """Calls a function and prints the process's peak in megabytes. Prints nothing on Windows."""
    function(*values)
    if (peak := own_peak()) is not None:
        print(peak)


def own_peak() -> float | None:
    """This process's peak so far, in megabytes."""
    status = Path("/proc/self/status")
    if status.exists():
        # What getrusage says here begins at the peak of the process that started this one.
        high = re.search(r"VmHWM:\s*([0-9]+) kB", status.read_text(encoding="ascii", errors="replace"))
        return int(high[1]) * 1024 / 1_000_000 if high else None
    if sys.platform == "win32":
        return None
    import resource

    unit = 1_000_000 if sys.platform == "darwin" else 1_000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def line(work: str, peak: float | None, limit: int = LIMIT) -> Line:
    """A row that says whether a peak stays under a limit in megabytes."""
    if peak is None:
        return absent(work, 1.0, at_least=False)
    return Line(work, f"{limit} MB", f"{peak:.0f} MB", peak / limit, 1.0, at_least=False)
