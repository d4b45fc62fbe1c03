"""What a batch has written so far, a line for each innovation: whoever is cut off goes on from there."""

from __future__ import annotations

from pathlib import Path
from typing import Self, TypeVar

import msgspec

from exporters.batch.model import BatchItem, BatchRun
from exporters.batch.writing import hashes

T = TypeVar("T", BatchRun, BatchItem)
NAME = ".jejak-kumpulan.jsonl"


class ProgressFile:
    """The lines of a folder: the run that they belong to, then an innovation each."""

    def __init__(self, folder: Path, run: BatchRun, known: dict[str, BatchItem]) -> None:
        self.folder, self.run, self.known = folder, run, known
        """Codes to what an earlier run of the same kind made of them."""
        self.path = folder / NAME
        self.before: dict[str, BatchItem] = {}
        """Codes to what runs of another kind wrote into the same folder."""

    @classmethod
    def opened(cls, folder: Path, run: BatchRun) -> Self:
        """Reads what is there; a line that was cut off in the middle counts as none."""
        found: dict[str, BatchItem] = {}
        said: BatchRun | None = None
        before: dict[str, BatchItem] = {}
        for line in _lines(folder / NAME):
            if (begun := _decoded(line, BatchRun)) is not None:
                said = begun
                before |= _written(found)
                found = {}
            elif (item := _decoded(line, BatchItem)) is not None:
                # What was written stays known, whatever a later try came to.
                found[item.code] = item if item.state == "written" else found.get(item.code, item)
        made = cls(folder, run, found if said == run else {})
        made.before = before | (_written(found) if said != run else {})
        return made

    def begin(self) -> None:
        """Notes the run where it is a new one. Raises OSError."""
        if self.path.is_file() and not self.path.read_bytes().endswith(b"\n"):
            # A line that was cut off must not swallow the next.
            with self.path.open("ab") as out:
                out.write(b"\n")
        if not self.known:
            self._add(self.run)

    def add(self, item: BatchItem) -> None:
        """Notes what became of an innovation. Raises OSError."""
        self._add(item)

    def still_there(self, code: str) -> BatchItem | None:
        """What an earlier run wrote of an innovation, if every file is as it was."""
        item = self.known.get(code)
        if item is None or item.folder is None or item.state not in ("written", "kept"):
            return None
        found = _found(self.folder / item.folder)
        # A PDF that somebody deleted is made again from the document.
        return item if found in (item.files, item.ours) else None

    def ours(self, code: str, folder: str) -> dict[str, str]:
        """The files that a batch last wrote into a folder, with their SHA-256: those may be replaced."""
        for item in (self.known.get(code), self.before.get(code)):
            if item is not None and item.state == "written" and item.folder == folder:
                return item.ours
        return {}

    def _add(self, line: BatchRun | BatchItem) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        with self.path.open("ab") as out:
            out.write(msgspec.json.encode(line) + b"\n")


def _written(found: dict[str, BatchItem]) -> dict[str, BatchItem]:
    return {code: item for code, item in found.items() if item.state == "written"}


def _found(folder: Path) -> dict[str, str]:
    try:
        return hashes(folder)
    except OSError:
        return {}


def _lines(path: Path) -> list[bytes]:
    return path.read_bytes().split(b"\n") if path.is_file() else []


def _decoded(line: bytes, kind: type[T]) -> T | None:
    try:
        return msgspec.json.decode(line, type=kind)
    except msgspec.DecodeError:
        return None
