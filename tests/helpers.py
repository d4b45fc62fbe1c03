"""What tests share: the command line in process, and small readers."""

from __future__ import annotations

import json
import os
import pty
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from click.testing import CliRunner

import cli
from tools.called import Called as Done

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"


KIPP_PARTS = (
    "background",
    "replication_potential",
    "letter_implementation",
    "letter_identity",
    "letter_replication",
    "form_spbe",
)
"""What the proposal of SIMPEL PASAR of 2023 names in the demo without a file."""


def complete_proposal(demo: Path, folder: Path) -> None:
    """Attaches one file for the parts of the proposal of SIMPEL PASAR that have none: one event."""
    folder.mkdir(exist_ok=True)
    path = folder / "lampiran.pdf"
    path.write_bytes(b"%PDF-1.4 lampiran")
    parts = [word for part in KIPP_PARTS for word in ("--part", part)]
    words = (path, "--code", "SIMPEL PASAR", "--kind", "other", "--subject", "Lampiran", *parts)
    done = invoke("evidence", "add", *words, "--home", demo)
    assert done.status == 0, done.err


def invoke(*arguments: str | Path) -> Done:
    """Runs `jejak` in process; an unexpected exception is raised, never swallowed."""
    result = CliRunner().invoke(cli.jejak, [str(one) for one in arguments], prog_name="jejak")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Done(result.exit_code, result.stdout, result.stderr)


def with_no_reads(home: Path) -> Path:
    """A copied workspace that forgets who looked at the original, and its backups: other tests may have."""
    (home / "upkeep.json").unlink(missing_ok=True)
    with closing(sqlite3.connect(home / "vault.db", isolation_level=None)) as vault:
        guards = vault.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _sql in guards:
            vault.execute(f"DROP TRIGGER {name}")
        if vault.execute("SELECT 1 FROM sqlite_master WHERE name = 'reads'").fetchone():
            vault.execute("DELETE FROM reads")
        for _name, sql in guards:
            vault.execute(sql)
    return home


def at_a_terminal(answer: str, *words: str | Path) -> Done:
    """Runs `jejak` in a process whose input is a terminal, at which somebody types an answer."""
    master, slave = pty.openpty()
    os.write(master, f"{answer}\n".encode())
    environment = {"PYTHONPATH": str(ROOT), "PATH": "", "JEJAK_LANG": "id"}
    done = subprocess.run(
        [sys.executable, "-m", "cli", *map(str, words)],
        stdin=slave,
        capture_output=True,
        text=True,
        env=environment,
        check=False,
        timeout=60,
    )
    os.close(slave)
    os.close(master)
    return Done(done.returncode, done.stdout, done.stderr)


def note(home: Path, folder: Path) -> None:
    """Records a note of the second innovation."""
    line = {"type": "innovation.note", "region": "33.03", "key": "K-1", "innovation": "3303-0002"}
    path = folder / "keterangan.jsonl"
    path.write_text(json.dumps({**line, "heading": "Skor", "remark": "87"}), encoding="utf-8")
    done = invoke("import", path, "--home", home)
    assert done.status == 0, done.err


def column(sheet: Any, label: str) -> int:
    """The number of a column by its heading."""
    return next(cell.column for cell in sheet[1] if cell.value == label)


def row_of(sheet: Any, key: str) -> int:
    """The number of a row by its key."""
    return next(row[0].row for row in sheet.iter_rows(min_row=2, max_col=1) if row[0].value == key)


def moved(home: Path, url: str) -> Path:
    """Moves the ledger of a workspace to a database, which its settings then name."""
    done = invoke("ledger", "copy", home, url)
    assert done.status == 0, done.err
    with (home / "jejak.toml").open("a", encoding="utf-8") as file:
        file.write(f'database_url = "{url}"\n')
    (home / "ledger.db").unlink()
    (home / "vault.db").unlink()
    return home


def whole(name: str, count: int, said: str) -> str:
    """All that is said of a file that was not recorded."""
    head = f"{name} tidak dicatat: {count} kesalahan, tidak ada yang berubah."
    return f"{head}\n\n{said}\nPerbaiki, lalu impor lagi berkas yang sama.\n"
