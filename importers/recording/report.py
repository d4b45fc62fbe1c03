"""What an import works with and what it found: rows new, the same and different, cell by cell."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, Protocol

from domain.base import Action, Draft, Source
from importers.problems import Cell, Problem
from importers.reading.book import Book, Note, Row
from importers.recording import recorded_rows
from importers.recording.given_files import GivenFiles
from importers.recording.hints import Twin, Vanished
from importers.recording.prefetch import People
from importers.recording.resolve import Resolver
from importers.recording.texts import Texts
from ledger.workspace.workspace import Workspace
from ledger.write.command_handler import Outcome
from ledger.write.decision import Decision

Change = Literal["new", "completed", "corrected"]
"""What becomes of a row."""


class Difference(NamedTuple):
    """A cell of a known row that says something else than the ledger."""

    cell: Cell
    label: str
    recorded: str
    now: str
    earlier: bool
    """True when the cell repeats a value from before a correction or an update."""
    voided_by: str = ""
    """The action to void and record again, where the cell cannot be corrected."""
    replaced: bool = False
    """True when that value was true until an update, and no correction took it back."""
    may_update: bool = False
    """True where a new fact may say it: the recorded value was true until then."""


class ToldRow(NamedTuple):
    """A row that would be recorded: its cell, sheet and key, and its values as they were understood."""

    cell: Cell
    sheet: str
    key: str
    change: Literal["new", "completed", "corrected"]
    values: dict[str, str]
    """Heading of the column to its value as people read it."""


@dataclass
class Report:
    """What an import found: rows new, the same and different, and the differences cell by cell."""

    outcome: Outcome = field(default_factory=lambda: Outcome(""))
    """What the command did; nothing before it ran."""
    new: Counter[str] = field(default_factory=Counter)
    same: int = 0
    completed: int = 0
    corrected: int = 0
    different: set[Row] = field(default_factory=set)
    differences: list[Difference] = field(default_factory=list)
    superseded: list[Difference] = field(default_factory=list)
    """Cells that repeat a value from before a correction or an update: what is recorded stays."""
    examples: int = 0
    lab: str | None = None
    """The lab that the file's rows belong to."""
    notes: list[Note] = field(default_factory=list)
    twins: list[Twin] = field(default_factory=list)
    vanished: list[Vanished] = field(default_factory=list)
    planned: list[tuple[Cell, str]] = field(default_factory=list)
    """Cell and event type of everything that would be, or was, recorded."""
    told: list[ToldRow] = field(default_factory=list)
    """What a dry run says of each row that would be recorded."""


class ImportDifferences(Exception):  # noqa: N818 - the answer to an input
    """Known rows differ and nothing was recorded."""

    def __init__(self, report: Report) -> None:
        super().__init__(f"{len(report.differences)} cells differ")
        self.report = report


class Importing(Protocol):
    """The import that a comparison works for."""

    book: Book
    workspace: Workspace
    correction: str | None
    update: bool
    take_earlier: bool
    decision: Decision
    resolver: Resolver
    recorded: recorded_rows.RecordedRows
    people: People
    report: Report
    texts: Texts
    rows: dict[int, Row]
    given_files: GivenFiles
    problems: list[Problem]

    def action(self, row: Row, action: type[Action], values: dict[str, Any]) -> Action:
        """The action of a row."""

    def source(self, row: Row, draft: Draft) -> Source:
        """Where a draft of a row was read."""

    def profile(self, row: Row, values: dict[str, Any]) -> str:
        """The vault key of a person's row."""

    def tell(self, row: Row, change: Change, values: dict[str, Any]) -> None:
        """Keeps what a dry run says of a row."""
