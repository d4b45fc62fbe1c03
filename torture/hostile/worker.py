"""One process that meets many cases, each as the console script would; it tells what came of each.

`python -m torture.hostile.worker FOLDER SEED`: numbers of cases come as lines, answers go as lines of JSON.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import re
import resource
import shutil
import sys
import time
import traceback
from pathlib import Path
from typing import Any

import cli
from torture.hostile import documents
from torture.hostile.cases import Case, Sources, case

MEMORY = 4 << 30
"""Bytes that the process may have at most: a hostile file must not take the whole computer."""
OURS = ("ledger.db", "vault.db", "jejak.toml")
FAULTS = (
    "Ini kesalahan Jejak sendiri",
    "This is a fault of Jejak itself",
    "Traceback (most recent call last)",
)


def main() -> None:
    """Answers numbers of cases until there are no more."""
    folder, seed = Path(sys.argv[1]), int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    sources = Sources(folder)
    work = folder / f"kerja-{os.getpid()}"
    for line in sys.stdin:
        number = int(line)
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir()
        answer = meet(case(number, seed, sources), folder, work)
        answers.write(json.dumps({"number": number, **answer}) + "\n")
        answers.flush()


def meet(one: Case, folder: Path, work: Path) -> dict[str, Any]:
    """Makes the files of a case, runs its calls, and says what was wrong with it."""
    home = work / "ruang"
    shutil.copytree(folder / ("penuh" if one.full else "kosong"), home)
    for name, data in one.files.items():
        (work / name).write_bytes(data)
    os.environ["TMPDIR"] = str(work)
    __import__("tempfile").tempdir = str(work)
    wrong: list[str] = []
    statuses = []
    _forget_peak()
    began = time.monotonic()
    with contextlib.chdir(work):
        for words in one.calls:
            before = ledger(home)
            status, said = call([*words, "--home", str(home)])
            statuses.append(status)
            if status not in (0, 1, 2, 3, 4, 5) or any(fault in said for fault in FAULTS):
                wrong.append(f"{_short(words)}: {_told(said, work)}")
            elif status not in (0, 1) and ledger(home) != before:
                wrong.append(f"{_short(words)}: refused ({status}), but the ledger changed")
            if status == 0 and words[0] in ("import", "correct", "void", "entry", "calendar"):
                wrong += _after(home, work, one.checks)
            if status and words[0] != "rulebook":
                if one.kind == "documents":
                    wrong.append(f"{_short(words)} ended with {status}: {_told(said, work)}")
                break
        if one.kind == "documents":
            wrong += documents.faults(work / documents.OUT)
    return {
        "kind": one.kind,
        "statuses": statuses,
        "wrong": wrong,
        "peak": _peak(),
        "seconds": time.monotonic() - began,
    }


def _after(home: Path, work: Path, checks: list[list[str]]) -> list[str]:
    """What was taken must be shown and proved."""
    wrong = []
    for words in checks:
        status, said = call([*words, "--home", str(home)])
        if status:
            wrong.append(f"after it, {_short(words)} ended with {status}: {_told(said, work)}")
    return wrong


def call(words: list[str]) -> tuple[int | None, str]:
    """One call under the guard of the console script: its status and all that it said."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    sys.argv = ["jejak", *words]
    status: int | None = None
    more = ""
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            cli.main()
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 0
        except BaseException:
            more = traceback.format_exc()
    said = b"".join(one.buffer.getvalue() for one in (out, err) if isinstance(one.buffer, io.BytesIO))
    return status, said.decode("utf-8", "replace") + more


def ledger(home: Path) -> str:
    """The hash of all that is the record in a workspace."""
    hashed = hashlib.sha256()
    evidence = sorted(path for path in (home / "evidence").rglob("*") if path.is_file())
    for path in [*(home / name for name in OURS), home / "ledger.db-wal", *evidence]:
        hashed.update(path.name.encode() + (path.read_bytes() if path.exists() else b""))
    return hashed.hexdigest()


def _short(words: list[str]) -> str:
    return (
        " ".join(word if len(word) < 60 else f"{word[:20]!r}…({len(word)})" for word in words)
        .encode("utf-8", "backslashreplace")
        .decode()
    )


def _told(said: str, work: Path) -> str:
    """The report of a fault where there is one, else the end of what was said."""
    reports = sorted(work.glob("jejak-laporan-*.txt"))
    if reports:
        text = reports[-1].read_text(encoding="utf-8")
        reports[-1].unlink()
        kinds = [line for line in text.splitlines()[1:] if not line.startswith(" ")]
        places = [line.strip() for line in text.splitlines() if re.match(r"  (?!/|.*lib/)[a-z_]+/", line)]
        ends = [line.strip() for line in text.splitlines() if line.startswith("  ")]
        return f"{' < '.join(kinds)} at {' < '.join(places[-4:][::-1])} ({ends[-1] if ends else ''})"
    return said[-600:]


def _forget_peak() -> None:
    """Lets the peak of memory begin anew, where the system can."""
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def _peak() -> int:
    """The peak of this process's memory since then, in MB."""
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"VmHWM:\s*([0-9]+) kB", status.read_text(encoding="ascii", errors="replace"))
        return int(found[1]) * 1024 // 1_000_000 if found else 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000


if __name__ == "__main__":
    main()
