"""One folder of a batch: document, JSON and evidence files, written whole or not at all."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from exporters.dossier.model import Dossier
from exporters.folder_in_place import put_in_place
from exporters.word.files import dossier_files

EVIDENCE = "bukti"
"""The folder of the evidence files, which are named as in the package."""


class Task(NamedTuple):
    """One dossier to be written; it goes to another process as it is."""

    dossier: Dossier
    final: bool
    folder: Path
    evidence: Mapping[str, Path]
    """Names in the folder `EVIDENCE` to the files that are copied there."""
    ours: Mapping[str, str]
    """The files that an earlier run left in the folder, with their SHA-256: they may be replaced."""
    template: bytes | None = None
    """A template of one's own."""


class FolderTakenError(Exception):
    """The folder holds files that somebody changed or added; where it names none, a file has its name."""

    def __init__(self, folder: str, changed: list[str], added: list[str]) -> None:
        super().__init__(folder, changed, added)
        self.folder, self.changed, self.added = folder, changed, added


def write(task: Task) -> dict[str, str]:
    """Writes the folder in the place of a former one, and returns its files with their SHA-256.

    A folder with a file that is neither ours nor the same as now stays as it is; one that only lacks files
    is written again. Raises FolderTakenError, OSError and TemplateRefusedError.
    """
    part = task.folder.with_name(f".{task.folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        part.mkdir(parents=True)
        files = dossier_files(task.dossier, final=task.final, template=task.template)
        for name, content in files.items():
            (part / name).write_bytes(content)
        if task.evidence:
            (part / EVIDENCE).mkdir()
        for name, source in task.evidence.items():
            shutil.copyfile(source, part / EVIDENCE / name)
        written = hashes(part)
        found = _there(task.folder)
        others = [name for name, sha in found.items() if sha not in (task.ours.get(name), written.get(name))]
        if others:
            names = task.ours.keys() | written.keys()
            changed = [name for name in others if name in names]
            raise FolderTakenError(task.folder.name, changed, [name for name in others if name not in names])
        if found != written:
            put_in_place(part, task.folder)
        return written
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _there(folder: Path) -> dict[str, str]:
    """The files of a folder that may be there. Raises FolderTakenError for a file of that name."""
    if folder.exists() and not folder.is_dir():
        raise FolderTakenError(folder.name, [], [])
    return hashes(folder) if folder.exists() else {}


def hashes(folder: Path) -> dict[str, str]:
    """Every file below a folder by its path there, with its SHA-256. Raises OSError."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            with path.open("rb") as stream:
                found[path.relative_to(folder).as_posix()] = hashlib.file_digest(stream, "sha256").hexdigest()
    return found
