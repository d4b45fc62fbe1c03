"""Signing that is killed, done twice at once, or with a clock that fell behind: heals, or says why not."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from ledger.proofs import signed_note
from ledger.proofs.checkpoints import Checkpoint
from ledger.proofs.signing import KEY
from tests.helpers import invoke

COMMAND = (sys.executable, "-m", "cli")
ROOT = Path(__file__).parents[2]
MOMENTS = (0.1, 0.25, 0.35, 0.42, 0.5)
"""Seconds after which a process is killed: while it starts, reads, signs, writes."""


def started(home: Path, *words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        (*COMMAND, "ledger", *words, "--home", str(home)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )


def killed(home: Path, *words: str) -> None:
    for moment in MOMENTS:
        process = started(home, *words)
        time.sleep(moment)
        process.kill()
        process.communicate()


def test_a_key_and_a_checkpoint_whose_making_was_killed(own_life: Path) -> None:
    killed(own_life, "key")
    assert invoke("ledger", "key", "--home", own_life).status in (0, 4)
    assert signed_note.read_signing_key((own_life / KEY).read_text(encoding="utf-8"))
    killed(own_life, "checkpoint")
    done = invoke("ledger", "checkpoint", "--json", "--home", own_life)
    assert (done.status, done.data["events"]) == (0, 115)
    (kept,) = (own_life / "checkpoints").glob("*.txt")
    assert kept.read_text(encoding="utf-8") == done.data["note"]
    key = done.data["verifier"]
    assert invoke("ledger", "verify-proof", kept, "--key", key).status == 0


def test_two_who_sign_at_once_sign_the_same(own_life: Path) -> None:
    assert invoke("ledger", "key", "--home", own_life).status == 0
    both = [started(own_life, "checkpoint") for _ in range(2)]
    said = [process.communicate() for process in both]
    assert [(process.returncode, err) for process, (_, err) in zip(both, said, strict=True)] == [(0, b"")] * 2
    assert said[0][0] == said[1][0]
    assert [path.name for path in (own_life / "checkpoints").iterdir()] == ["0000000115.txt"]


def test_two_who_make_the_key_at_once(own_life: Path) -> None:
    both = [started(own_life, "key") for _ in range(2)]
    for process in both:
        process.communicate()
    assert sorted(process.returncode for process in both) == [0, 4]
    assert not list(own_life.glob("*.part"))


def test_a_witness_whose_clock_fell_behind_is_told(tmp_path: Path) -> None:
    log, witness = signed_note.new_key("log"), signed_note.new_key("saksi")
    note = signed_note.sign(Checkpoint("log", 1, bytes(32)).text(), log)
    later = signed_note.cosign(note, witness, int(time.time()) + 1000)
    path, key = tmp_path / "titik.txt", tmp_path / "saksi.key"
    path.write_text(later, encoding="utf-8")
    key.write_text(f"{witness}\n", encoding="utf-8")
    done = invoke("ledger", "witness", path, "--key", key)
    assert (done.status, done.err.splitlines()) == (
        5,
        [
            "Jam komputer ini tertinggal: saksi ini sudah menandatangani pada waktu yang lebih kemudian.",
            "  Betulkan jamnya, lalu tanda tangani lagi.",
        ],
    )
    assert path.read_text(encoding="utf-8") == later
