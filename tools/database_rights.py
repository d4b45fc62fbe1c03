"""Writes the table of rights into the page of the shared ledger: `python -m tools.database_rights [--check]`.

What it says is what `jejak database grant` gives: both read `ledger.postgres.rights`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from ledger.postgres import rights
from tools.generated import bring_up_to_date

PAGE = Path(__file__).parent.parent / "docs" / "bersama.md"
BEGIN, END = "<!-- hak: dibuat oleh tools.database_rights -->\n", "<!-- hak: selesai -->\n"
STANDINGS = {
    "reader": "pembaca",
    "writer": "penulis",
    "verifier": "pemeriksa keutuhan",
    "auditor": "auditor",
}
WORDS = {"SELECT": "baca", "INSERT": "tambah", "UPDATE": "ubah", "DELETE": "hapus"}


def table() -> str:
    """Every table with what each standing may do; a writer of some regions beside the writer of all."""
    columns = [*((name, False) for name in rights.STANDINGS), ("writer", True)]
    heads = [STANDINGS[name] + (" daerah tertentu" if limited else "") for name, limited in columns]
    lines = [f"| Tabel | {' | '.join(heads)} |", "|---" * (len(columns) + 1) + "|"]
    for name in rights.RIGHTS:
        held = [_words(rights.table_rights(standing, name, limited=limited)) for standing, limited in columns]
        lines.append(f"| `{name}` | {' | '.join(held)} |")
    held = [_words(rights.generation_rights(standing, limited=limited)) for standing, limited in columns]
    lines.append(f"| `views_…` (angkatan tampilan) | {' | '.join(held)} |")
    calls = [
        "ya"
        if rights.may_call(standing, f"{rights.VIEWS}.make_generation(text, jsonb)", limited=limited)
        else "–"
        for standing, limited in columns
    ]
    lines.append(f"| membangun angkatan tampilan | {' | '.join(calls)} |")
    return "\n".join(lines) + "\n"


def _words(given: rights.Rights) -> str:
    return ", ".join(WORDS[one] for one in given) or "–"


def page() -> str:
    """The page with today's table in its place."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    return before + BEGIN + table() + END + rest.partition(END)[2]


if __name__ == "__main__":
    sys.exit(bring_up_to_date({PAGE: page()}, sys.argv[1:], "database_rights"))
