"""Starting the command line against an interpreter that only imports click."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from benchmarks.measure import Line, Work, absent, millis, paired

ROOT = Path(__file__).parents[1]


def helping(work: str, runs: int) -> Line:
    """`jejak --help` as a whole process."""
    command = _command()
    if command is None:
        return absent(work, 1.6, at_least=False)
    floor = [sys.executable, "-c", "import click"]
    taken = paired(_process(floor), _process([*command, "--help"]), runs)
    return Line(work, millis(taken.floor), millis(taken.ours), taken.slowness, 1.6, at_least=False)


def _command() -> list[str] | None:
    script = Path(sys.executable).with_name("jejak.exe" if sys.platform == "win32" else "jejak")
    if script.is_file():
        return [str(script)]
    source = ROOT / "cli.py"
    return [sys.executable, str(source)] if source.is_file() else None


def _process(command: list[str]) -> Work:
    return lambda: subprocess.run(command, capture_output=True, check=True, cwd=ROOT)
