"""`projections run` follows the ledger, across rebuilds, and stops cleanly."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

from ledger.workspace.workspace import open_at
from tests.helpers import ROOT, invoke
from tests.postgres import cut


def follower(home: Path) -> subprocess.Popen[str]:
    command = [sys.executable, str(ROOT / "cli.py"), "--home", str(home), "projections", "run"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def wait_for(process: subprocess.Popen[str], text: str) -> None:
    """Reads what it says until a line holds the text."""
    assert process.stderr is not None
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if text in process.stderr.readline():
            return
    raise AssertionError(text)


def stop(process: subprocess.Popen[str]) -> str:
    process.send_signal(signal.SIGTERM)
    out, _err = process.communicate(timeout=30)
    assert process.returncode == 0
    return out


def prepare(home: Path, code: str) -> None:
    done = invoke("entry", "prepare", code, "--award", "iga", "--year", "2027", "--home", home)
    assert done.status == 0, done.err


def test_it_follows_what_is_recorded_and_stops_on_a_signal(own_demo: Path) -> None:
    process = follower(own_demo)
    wait_for(process, "Posisi 3.777, 0 peristiwa baru")
    prepare(own_demo, "3303-0001")
    wait_for(process, "Posisi 3.778, ")
    assert invoke("projections", "rebuild", "--home", own_demo).status == 0
    wait_for(process, "Posisi 3.778, 0 peristiwa baru")
    prepare(own_demo, "3303-0002")
    wait_for(process, "Posisi 3.779, ")
    assert stop(process).startswith("Berhenti pada posisi 3.779; ")
    assert invoke("projections", "verify", "--home", own_demo).status == 0


def test_a_follower_that_was_killed_loses_nothing(own_demo: Path) -> None:
    process = follower(own_demo)
    wait_for(process, "Posisi 3.777, 0 peristiwa baru")
    process.kill()
    process.communicate(timeout=30)
    prepare(own_demo, "3303-0003")
    again = follower(own_demo)
    wait_for(again, "Posisi 3.778, ")
    stop(again)
    assert invoke("projections", "verify", "--home", own_demo).status == 0


def test_it_follows_a_shared_ledger_across_a_lost_connection(on_postgres: Path, postgres: str) -> None:
    head = open_at(on_postgres).store().head().position
    codes = ("3303-0001", "3303-0002")
    process = follower(on_postgres)
    wait_for(process, f"Posisi {head}, 0 peristiwa baru")
    prepare(on_postgres, codes[0])
    wait_for(process, f"Posisi {head + 1}, ")
    cut(postgres)
    wait_for(process, f"Posisi {head + 1}, 0 peristiwa baru")
    prepare(on_postgres, codes[1])
    wait_for(process, f"Posisi {head + 2}, ")
    assert stop(process).startswith(f"Berhenti pada posisi {head + 2}; ")
    assert invoke("projections", "verify", "--home", on_postgres).status == 0
