"""When a workspace was last backed up, and when a backup was last tried: a small file beside the settings.

It is no record: who deletes it loses only the reminder. A backup leaves it out.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

import msgspec
from msgspec import Struct

UPKEEP = "upkeep.json"


class Kept(Struct, frozen=True):
    """A backup that was made or tried: the instant, its file, the ledger's position in it, its findings."""

    at: str
    file: str
    position: int
    findings: int


class Upkeep(Struct, frozen=True):
    """The last backup, and the last restore that was tried; None where there was none."""

    backup: Kept | None = None
    restore: Kept | None = None


def read(home: Path) -> Upkeep:
    """What the workspace in a folder remembers; nothing where the file is missing or damaged."""
    try:
        return msgspec.json.decode((home / UPKEEP).read_bytes(), type=Upkeep)
    except (OSError, msgspec.MsgspecError, UnicodeError, RecursionError):
        return Upkeep()


def note(home: Path, *, backup: Kept | None = None, restore: Kept | None = None) -> None:
    """Remembers a backup or a trial, whole or not at all; a folder that may not be written forgets it."""
    known = read(home)
    new = Upkeep(backup or known.backup, restore or known.restore)
    part = home / f".{UPKEEP}.part"
    with contextlib.suppress(OSError):
        try:
            part.write_bytes(msgspec.json.format(msgspec.json.encode(new)) + b"\n")
            part.replace(home / UPKEEP)
        finally:
            part.unlink(missing_ok=True)
