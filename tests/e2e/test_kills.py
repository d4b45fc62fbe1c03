"""Killed in the middle: a file is there whole, or not at all."""

import hashlib
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.helpers import ROOT, invoke


def killed(delay: float, *words: str | Path) -> None:
    """Starts the program and kills it after a while."""
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "cli.py"), *map(str, words)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    process.wait()


def digests(folder: Path) -> dict[str, str]:
    visible = [path for path in folder.iterdir() if not path.name.startswith(".")]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in visible}


def test_a_killed_backup_is_whole_or_absent(own_demo: Path, tmp_path: Path) -> None:
    file = tmp_path / "cadangan.zip"
    seen = set()
    for step in range(6):
        killed(0.15 + 0.12 * step, "backup", file, "--force", "--home", own_demo)
        seen.add(file.exists())
        if file.exists():
            assert invoke("restore", "--check", file).status == 0
            file.unlink()
    assert False in seen
    assert invoke("backup", file, "--home", own_demo).status == 0
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_killed_dossier_is_whole_or_absent(own_demo: Path, tmp_path: Path) -> None:
    whole, cut = tmp_path / "utuh", tmp_path / "putus"
    words = ("dossier", "kipp", "SIMPEL PASAR", "--year", "2023", "--home", own_demo, "--out")
    assert invoke(*words, whole).status == 0
    expected = digests(whole)
    for step in range(6):
        killed(0.2 + 0.12 * step, *words, cut)
        if cut.exists():
            assert set(digests(cut).items()) <= set(expected.items())
    assert invoke(*words, cut).status == 0
    assert digests(cut) == expected


def test_a_killed_rebuild_leaves_views_that_answer(own_demo: Path) -> None:
    expected = invoke("catalogue", "list", "--json", "--home", own_demo).data
    for step in range(6):
        killed(0.15 + 0.1 * step, "projections", "rebuild", "--home", own_demo)
        assert invoke("catalogue", "list", "--json", "--home", own_demo).data == expected
    assert invoke("projections", "verify", "--home", own_demo).status == 0
