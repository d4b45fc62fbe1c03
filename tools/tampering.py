"""Writes the table of tamperings in the auditors' page: `python -m tools.tampering [--check]`.

Each entry says what is changed behind Jejak's back, which command finds it and what that command says, or why
nothing can find it. `tests/projections/test_tampering.py` does each of them on both databases; it takes the
columns from the tables themselves, so that a new one without an entry fails.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import NamedTuple

from jejak_i18n import indonesian
from tools.generated import bring_up_to_date

PAGE = Path(__file__).parent.parent / "docs" / "audit.md"
BEGIN, END = "<!-- tools.tampering -->\n", "<!-- /tools.tampering -->\n"
_PLACE = re.compile(r"\{\w+\}")
VERIFY = "jejak ledger verify"
LEAF = "The event does not match its leaf in the proof tree."
MISSING = "Position {expected} is missing before this one."
LEAVES = "The leaves do not lead to the proof tree's head."
OTHER_TIME = "The append of this event has another time."
OTHER_COMMAND = "The append of this event has another command id."
GAP = "The list of appends has a gap before this position."
HEAD = "The head says position {head}, the last event has {last}."
HOLDER = "The reservation {key} names another event than the one that holds it."
KEY = "The reservation {key} is missing."
REF = "The reference of {stream} to {target} is missing."
LAYOUT = "The ledger in {place} was laid out by a newer Jejak."
FORK = "The first {then} events are no longer those of the signed checkpoint."
SHORT = "The ledger holds {now} events, but a checkpoint of {then} events was signed."
RUN = "The append of what was merged has other positions or another time."
PART = "A part of what was merged from {origin} is missing."
UNLIKE = "What was merged from {origin} is not what its checkpoint covers."
VAULT = "The vault lacks the personal data that this event names: it is another ledger's, or old."


UNOPENED = "The personal data that this event names cannot be opened: the vault or its key was changed."


class Finding(NamedTuple):
    """Which command says what (a msgid), or why none can and what would be needed (`else_by`)."""

    says: str = ""
    command: str = VERIFY
    else_by: str = ""
    refused: bool = False
    """The database itself refuses it, guards or not."""
    column: bool = False
    """The column is named, too."""


BESIDE = Finding(
    command="",
    else_by="tidak tercakup pohon bukti, sebab data pribadi dapat dihapus; bandingkan dengan cadangan",
)
PLAIN = Finding(command="", else_by="hanya dari rilis lama; kosong sejak data orang disimpan tertutup")
TRAIL = Finding(
    command="",
    else_by="jejak pembacaan hanya dijaga pemicu; salinannya di cadangan menunjukkan perbedaannya",
)
GRANTED = Finding(
    command="",
    else_by="hak dan batas peran bukan rekam jejak; `jejak database check` menyebutkannya satu per satu",
)
ONE = Finding(refused=True)
SIGNED = Finding(
    "{origin} is not signed with the key that is known of it.",
    else_by="tanpa kunci yang disebut saat menggabungkan hanya ketahuan bila akarnya berubah",
)
COLUMNS: dict[str, dict[str, Finding]] = {
    "stored_events": {
        "rowid": Finding(MISSING),
        "originator_id": Finding(LEAF, column=True),
        "originator_version": Finding(LEAF, column=True),
        "topic": Finding(LEAF, column=True),
        "state": Finding(LEAF, column=True),
        "recorded_at": Finding(LEAF, column=True),
        "leaf": Finding(LEAF, column=True),
    },
    "head": {
        "one": ONE,
        "position": Finding(HEAD),
        "recorded_at": Finding("The head's time is not that of the last event."),
        "frontier": Finding(LEAVES),
    },
    "appends": {
        "first": Finding(GAP),
        "last": Finding(OTHER_TIME),
        "recorded_at": Finding(OTHER_TIME),
        "command_id": Finding(OTHER_COMMAND),
    },
    "reservations": {
        "key": Finding(KEY),
        "originator_id": Finding(HOLDER),
        "originator_version": Finding(HOLDER),
    },
    "refs": {"target": Finding(REF), "originator_id": Finding(REF)},
    "layout": {"one": ONE, "version": Finding(LAYOUT)},
    "profiles": dict.fromkeys(("profile", "name", "civil_number", "phone", "email"), PLAIN),
    "sealed": {"profile": Finding(VAULT), "box": Finding(UNOPENED)},
    "keys": {"profile": BESIDE, "key": Finding(UNOPENED)},
    "reads": dict.fromkeys(("number", "at", "actor", "command", "persons"), TRAIL),
    "merged_from": {
        "first": Finding(OTHER_TIME),
        "last": Finding(RUN),
        "recorded_at": Finding(RUN),
        "origin": Finding(UNLIKE),
        "origin_first": Finding(PART),
        "origin_last": Finding(PART),
        "frontier": Finding(UNLIKE),
        "root": Finding(UNLIKE),
        "regions": Finding("The regions of what was merged from {origin} are not those recorded."),
        "checkpoint": SIGNED,
        "verifier": SIGNED,
    },
    "roles": dict.fromkeys(("role", "standing", "person", "regions"), GRANTED),
    "profile_regions": dict.fromkeys(("profile", "regions"), GRANTED),
}
"""Every column of every table; one byte of one of its values is changed. `layout` is PostgreSQL's alone;
`merged_from` is made by the first merge."""
CHECKPOINT = "jejak ledger checkpoint"
WHOLE: dict[str, tuple[str, Finding]] = {
    "delete": ("Satu peristiwa dihapus", Finding(MISSING)),
    "insert": ("Satu peristiwa disisipkan di akhir", Finding(HEAD)),
    "swap": ("Dua peristiwa bertukar posisi", Finding(LEAF)),
    "truncate": ("Peristiwa terakhir dipotong", Finding(HEAD)),
    "rewrite": (
        "Satu peristiwa ditulis ulang, daunnya dan seluruh pohonnya dihitung ulang",
        Finding(
            FORK, CHECKPOINT, "tanpa titik periksa atau akar yang disimpan di tempat lain tidak ketahuan"
        ),
    ),
    "rollback": (
        "Rekam jejak dikembalikan ke salinan lama",
        Finding(
            SHORT, CHECKPOINT, "tanpa titik periksa atau akar yang disimpan di tempat lain tidak ketahuan"
        ),
    ),
    "stranger": (
        "Rekam jejak diganti dengan milik ruang kerja lain",
        Finding(FORK, CHECKPOINT, "tanpa titik periksa hanya ketahuan dari brankasnya"),
    ),
    "vault": (
        "Brankas diganti dengan milik ruang kerja lain, atau dari sebelum operatornya bergabung",
        Finding(VAULT),
    ),
    "old_vault": (
        "Brankas dikembalikan ke salinan yang lebih baru dari itu",
        Finding(
            command="",
            else_by="orang yang dicatat dengan jabatannya saja tidak mempunyai data di brankas, jadi yang"
            " hilang tidak dapat dibedakan dari yang tidak pernah ada; bandingkan dengan cadangan",
        ),
    ),
    "evidence": (
        "Satu bita berkas bukti dukung",
        Finding("Altered: {path} (events {events}). Restore it from a backup.", "jejak evidence check"),
    ),
    "rulebook": (
        "Satu bita aturan penilaian milik daerah",
        Finding("The rulebook with the SHA-256 {sha256} was altered.", "jejak rulebook list"),
    ),
    "dossier": (
        "Satu bita dosir dalam paketnya",
        Finding("Changed since it was packed.", "jejak dossier verify"),
    ),
    "view": ("Satu bita dalam tampilan", Finding("", "jejak projections verify")),
}
"""What is done to a workspace as a whole."""


def table() -> str:
    """Both tables as Markdown."""
    lines = ["| Yang diubah | Yang menemukannya | Yang dikatakannya |", "|---|---|---|"]
    for name, columns in COLUMNS.items():
        lines += [_row(f"`{name}.{column}`", found) for column, found in columns.items()]
    lines += [_row(what, found) for what, found in WHOLE.values()]
    return "\n".join(lines) + "\n"


def _row(what: str, found: Finding) -> str:
    if found.refused:
        return f"| {what} | basis data sendiri | menolaknya |"
    command = f"`{found.command}`" if found.command else "tidak ada"
    says = [_PLACE.sub("…", indonesian(found.says)).rstrip(".")] if found.says else []
    says += ["nama kolomnya"] if found.column else []
    says += [found.else_by] if found.else_by else []
    return f"| {what} | {command} | {'; '.join(says) or 'baris yang berbeda'} |"


def page() -> str:
    """The auditors' page with today's table in it."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    return f"{before}{BEGIN}\n{table()}\n{END}{rest.partition(END)[2]}"


def main() -> int:
    """Writes the page, or with `--check` says whether it is up to date."""
    return bring_up_to_date({PAGE: page()}, sys.argv[1:], "tampering")


if __name__ == "__main__":
    raise SystemExit(main())
