"""evidence take: the files of an innovation written out under the names under which they were given."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from exporters.package.names import file_name
from ledger.workspace.evidence_store import EvidenceStore, digest
from projections.queries.evidence import EvidenceRow
from schemas.file_types import HEAD


class TakenFile(Struct, frozen=True):
    """A file that was written, or that is not there as it was recorded (`path` is None)."""

    event: int
    subject: str
    name: str | None
    file: str
    path: str | None


class EvidenceTaken(Struct, frozen=True):
    """The answer of `evidence take`."""

    folder: str
    files: list[TakenFile]
    missing: list[TakenFile]


def take(store: EvidenceStore, rows: list[EvidenceRow], folder: Path) -> EvidenceTaken:
    """Writes each file once, whole or not at all; a file that is there with other bytes is not replaced.

    Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files: list[TakenFile] = []
    missing: list[TakenFile] = []
    done: dict[str, str] = {}
    for row in rows:
        if row.file is None or row.file in done:
            continue
        one = TakenFile(row.event, row.subject, row.name, row.file, None)
        path = store.path(row.file)
        if not path.is_file() or digest(path) != row.file:
            missing.append(one)
            continue
        target = _target(folder, row, path)
        if not target.exists():
            part = target.with_name(f".{target.name}.part")
            part.write_bytes(path.read_bytes())
            part.replace(target)
        done[row.file] = target.name
        files.append(TakenFile(row.event, row.subject, row.name, row.file, target.name))
    return EvidenceTaken(str(folder), files, missing)


def _target(folder: Path, row: EvidenceRow, path: Path) -> Path:
    """The given name, with a number where a file of other bytes bears it."""
    with path.open("rb") as stream:
        name = file_name(row.name, row.number or row.subject, stream.read(HEAD))
    stem, dot, suffix = name.rpartition(".")
    number = 1
    while (target := folder / name).exists() and digest(target) != row.file:
        number += 1
        name = f"{stem}-{number}{dot}{suffix}"
    return target
