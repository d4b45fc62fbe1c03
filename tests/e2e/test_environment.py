"""Disks that are full, folders that are read-only, clocks that lie: a clear sentence and status 5."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ledger import clock
from ledger.event_store import EventStore
from ledger.workspace.workspace import open_at
from tests.helpers import EXAMPLES, ROOT, invoke


def recorded_ahead(home: Path, ahead: timedelta) -> None:
    """Records something with a clock that runs ahead."""
    from domain.unit import RegisterUnit

    command_handler = open_at(home).command_handler(now=lambda: datetime.now(UTC) + ahead)
    command_handler.run(
        "maju", lambda decision: _one(decision.act(RegisterUnit.of(region="3303", kind="opd", name="Dinas")))
    )


def _one(_number: int) -> None:
    return None


def test_a_clock_set_back_is_refused_in_words_and_head_time_records(home: Path, tmp_path: Path) -> None:
    recorded_ahead(home, timedelta(hours=2))
    head = EventStore(home / "ledger.db").head()
    words = ("import", EXAMPLES / "purbalingga-2018.xlsx", "--home", home)
    done = invoke(*words)
    assert done.status == 5
    assert "tertinggal lebih dari sepuluh menit dari catatan terakhir" in done.err
    assert done.err.splitlines()[1].endswith("catat dengan waktu catatan terakhir: --head-time")
    assert EventStore(home / "ledger.db").head() == head
    assert invoke(*words, "--head-time").status == 0
    after = EventStore(home / "ledger.db").head()
    assert (after.recorded_at, after.position > head.position) == (head.recorded_at, True)
    assert invoke("ledger", "verify", "--home", home).status == 0


def test_a_clock_a_little_back_records_with_the_head_time(home: Path) -> None:
    recorded_ahead(home, timedelta(minutes=5))
    head = EventStore(home / "ledger.db").head()
    assert invoke("import", EXAMPLES / "purbalingga-2018.xlsx", "--home", home).status == 0
    assert EventStore(home / "ledger.db").head().recorded_at == head.recorded_at
    assert clock.moment(head.recorded_at) > datetime.now(UTC)


def test_a_locked_ledger_is_said_after_ten_seconds(home: Path) -> None:
    other = sqlite3.connect(home / "ledger.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    done = invoke("import", EXAMPLES / "purbalingga-2018.xlsx", "--home", home)
    other.execute("ROLLBACK")
    assert done.status == 5
    assert done.err == (
        "Program lain mengunci rekam jejak selama sepuluh detik; tidak ada yang dicatat.\n"
        "  Tutup program lain itu, lalu jalankan lagi perintah yang sama.\n"
    )
    assert invoke("import", EXAMPLES / "purbalingga-2018.xlsx", "--home", home).status == 0


def test_writing_limited_by_the_disk_leaves_nothing_half_written(own_demo: Path, tmp_path: Path) -> None:
    """A limit on file sizes stands for the full disk: the system refuses the write in the same place."""
    before = invoke("ledger", "verify", "--json", "--home", own_demo).data
    code = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000)); sys.argv = sys.argv[1:];"
        "import runpy; runpy.run_path(sys.argv[0], run_name='__main__')"
    )
    for words in (
        ["projections", "rebuild"],
        ["backup", str(tmp_path / "cadangan.zip")],
        ["export", str(tmp_path / "semua.jsonl")],
        ["catalogue", "list", "--xlsx", str(tmp_path / "daftar.xlsx")],
    ):
        command = [sys.executable, "-c", code, str(ROOT / "cli.py"), *words, "--home", str(own_demo)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if words[0] == "catalogue":
            continue
        assert done.returncode == 5, (words, done.stderr)
        assert "Traceback" not in done.stderr
    assert [
        path.name for path in tmp_path.iterdir() if path.name.startswith((".", "cadangan", "semua"))
    ] == []
    assert invoke("ledger", "verify", "--json", "--home", own_demo).data == before
    assert invoke("projections", "verify", "--home", own_demo).status == 0


@pytest.mark.parametrize("with_views", [True, False])
def test_read_only_media_answer_and_refuse_in_words(own_demo: Path, with_views: bool) -> None:
    invoke("catalogue", "list", "--home", own_demo)
    expected = invoke("catalogue", "list", "--json", "--home", own_demo).data
    if not with_views:
        shutil.rmtree(own_demo / "views")
    code = _without_rights("catalogue", "list", "--json")
    _make_read_only(own_demo)
    try:
        read = subprocess.run(
            [*code, "--home", str(own_demo)], cwd=ROOT, capture_output=True, text=True, check=False
        )
        book = str(EXAMPLES / "purbalingga-2018.xlsx")
        wrote = subprocess.run(
            [*_without_rights("void", "x", "--reason", "y", "--yes"), "--home", str(own_demo)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        _make_writable(own_demo)
    import json

    assert read.returncode == 0, read.stderr
    assert json.loads(read.stdout)["data"] == expected
    assert wrote.returncode in (4, 5), (book, wrote.stderr)
    assert "Traceback" not in wrote.stderr


DROP_RIGHTS = """
import ctypes, os, runpy, sys
sys.argv = sys.argv[1:]
if os.geteuid() == 0:
    # Without its capabilities the superuser obeys the rights of files like everybody else.
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    assert ctypes.CDLL(None).capset(header, (ctypes.c_uint32 * 6)()) == 0
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def _without_rights(*words: str) -> list[str]:
    """The program as somebody who must obey the rights of files."""
    return [sys.executable, "-c", DROP_RIGHTS, str(ROOT / "cli.py"), *words]


def _make_read_only(folder: Path) -> None:
    for path in [*folder.rglob("*"), folder]:
        path.chmod(0o555 if path.is_dir() else 0o444)


def _make_writable(folder: Path) -> None:
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
