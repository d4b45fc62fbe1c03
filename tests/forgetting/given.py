"""Whose data are destroyed in these tests, and the commands that do it."""

from __future__ import annotations

import zipfile
from contextlib import closing
from pathlib import Path

from ledger.workspace.workspace import open_at
from tests.helpers import Done, invoke

WHO, SECOND, CLERK = "3303-P0002", "3303-P0003", "3303-P0001"
PERSON = "3303/person/000002"
NAME, NIP, PHONE, EMAIL = "Ratna Pujiastuti", "198001012005012001", "081234567890", "ratna@contoh.id"
GROUPED = "19800101 200501 2 001"
VALUES = (NAME, NIP, GROUPED, PHONE, "+6281234567890", EMAIL)
CORRECT = (
    *("person", "correct", WHO, "--yes", "--name", NAME, "--nip", NIP, "--phone", PHONE, "--email", EMAIL),
    *("--reason", "belum tercatat"),
)
FORGET = (
    *("person", "forget", WHO, "--basis", "permohonan subjek data", "--retention", "JRA 800, 2 tahun"),
    *("--record", "BA 1/2026"),
)
CONFIRM = ("person", "confirm-forget", WHO, "--actor", SECOND, "--yes")


def done(home: Path, *words: str | Path, status: int = 0) -> Done:
    """Runs a command in the workspace; it must end so."""
    answer = invoke(*words, "--home", home)
    assert answer.status == status, (words, answer.out, answer.err)
    return answer


def forgotten(home: Path) -> Done:
    """Asks and confirms; answers what the confirmation said."""
    done(home, *FORGET)
    return done(home, *CONFIRM)


def everywhere(*folders: Path) -> list[tuple[str, str]]:
    """Value and file of every place where personal data stand: UTF-8 and UTF-16, also inside zips."""
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    pieces = [(path.name, path.read_bytes()) for path in files]
    for path in files:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                pieces += [(f"{path.name}!{name}", archive.read(name)) for name in archive.namelist()]
    codes = ("utf-8", "utf-16-le", "utf-16-be")
    named = [(value, path.name) for value in VALUES for path in files if value in path.name]
    return named + [
        (value, name)
        for value in VALUES
        for name, data in pieces
        if any(value.encode(code) in data for code in codes)
    ]


def in_database(home: Path) -> list[str]:
    """Which values stand in the events and in the tables of the vault."""
    workspace = open_at(home)
    with closing(workspace.store()) as store:
        data = b"".join(row[4] for row in store.all_rows())
    data += repr(workspace.vault.lying()).encode() + repr(workspace.vault.all()).encode()
    return [value for value in VALUES if value.encode() in data]
