"""The files that cells name: where they lie, and which of them are kept with the import."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from domain.evidence import KeptFile
from domain.sheets.sheet import Column
from importers.problems import bad, shown_value
from importers.reading.book import LONGEST
from ledger.workspace.evidence_store import EvidenceStore, kept_file

KEPT = re.compile(r"[0-9a-f]{64}\Z")
"""A file that is kept already, as a prefilled workbook names it: by its SHA-256."""


class GivenFiles:
    """The files of one import; `given` says by its SHA-256 how each was given."""

    def __init__(self, folder: Path, evidence: EvidenceStore) -> None:
        self.folder, self.evidence = folder, evidence
        self.given: dict[str, KeptFile] = {}
        self._paths: dict[str, Path] = {}

    def keep(self) -> None:
        """Keeps every file that a cell named."""
        for path in self._paths.values():
            self.evidence.keep(path)

    def value(self, column: Column, value: str, recorded: Callable[[], str | None]) -> str:
        """The SHA-256 of the file that a cell names, or of the recorded one. Raises CellError."""
        if KEPT.match(value) and self.evidence.has(value):
            return value
        path = (self.folder / value).resolve()
        if not path.exists() and (kept := recorded()):
            return kept
        if not path.is_relative_to(self.folder) or len(value) > LONGEST:
            raise bad(
                'the file "{value}" does not lie in the folder of the workbook or of --files.',
                "Copy it there, and write where it lies, seen from that folder.",
                value=shown_value(value, column),
            )
        if not path.is_file():
            raise bad(
                'the file "{value}" is not there.',
                "Write where it lies, seen from the folder of the workbook or of --files, or leave the cell"
                " empty.",
                value=shown_value(value, column),
            )
        given = kept_file(path)
        self._paths[given.sha256], self.given[given.sha256] = path, given
        return given.sha256
