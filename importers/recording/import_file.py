"""`jejak import`: a workbook becomes events once, or a list of all that is wrong with it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

from domain import streams
from importers.problems import ImportProblems
from importers.reading import jsonl, workbook
from importers.reading.book import Book, Known
from importers.reading.boundary import check_file
from importers.recording import hints
from importers.recording.broken_rows import explain
from importers.recording.import_decision import ImportDecision
from importers.recording.report import Report
from ledger.workspace.workspace import Workspace
from ledger.write.command_handler import CommandHandler, IntegrityViolations
from projections.eligibility import known_rulebooks
from schemas.loader import packaged
from schemas.regions import region as official
from schemas.rulebook_set import RulebookSet

LISTS_ONLY = (".csv", ".tsv", ".txt")
"""Kinds of files that can hold a list, and no workbook."""
BookReader = Callable[[Path, Known], Book]
"""Makes rows of a file; what is wrong with it stands in the book."""


def run(
    path: Path,
    workspace: Workspace,
    command_handler: CommandHandler,
    *,
    command_id: str,
    dry_run: bool = False,
    correction: str | None = None,
    allow_text: str | None = None,
    head_time: bool = False,
    reader: BookReader | None = None,
    second: bool = False,
    update: bool = False,
    take_earlier: bool = False,
    files: Path | None = None,
) -> Report:
    """Imports a workbook as one command; `reader` makes the rows where the file is no workbook of ours.

    `correction` is the reason with which differing cells are corrected; `allow_text` the one with which
    texts are recorded that hold personal data: it stands beside each of them. `second` takes new innovations
    of a title that is recorded, where a workbook written for a unit has them; `update` takes what a profile
    says otherwise as its new state, and leaves what it was before; with `take_earlier` a
    correction also takes values from before an earlier one. `files` is the folder of the files that
    the workbook names, where that is another than its own. Raises ImportProblems (errors
    in the file) and ImportDifferences (known rows differ, no reason given); nothing is recorded then.
    """
    return record(
        read(path, workspace, reader, files),
        workspace,
        command_handler,
        command_id=command_id,
        dry_run=dry_run,
        correction=correction,
        head_time=head_time,
        allow_text=allow_text,
        second=second,
        update=update,
        take_earlier=take_earlier,
    )


def read(
    path: Path, workspace: Workspace, reader: BookReader | None = None, files: Path | None = None
) -> Book:
    """Reads a file for a workspace. Raises ImportProblems when it cannot be read at all."""
    kind = path.suffix.casefold()
    if reader is None and kind in LISTS_ONLY:
        check_file(path)
        raise workbook.no_workbook_of_ours(path)
    reading = reader or (jsonl.read if kind == ".jsonl" else workbook.read)
    book = reading(path, lambda code: _rulebooks(workspace, code))
    book.files = files
    return book


def record(
    book: Book,
    workspace: Workspace,
    command_handler: CommandHandler,
    *,
    command_id: str,
    dry_run: bool = False,
    correction: str | None = None,
    head_time: bool = False,
    allow_text: str | None = None,
    second: bool = False,
    update: bool = False,
    take_earlier: bool = False,
) -> Report:
    """Records what was read, as `run` does."""
    importing = ImportDecision(
        book,
        workspace,
        correction,
        allow_text,
        telling=dry_run,
        second=second,
        update=update,
        take_earlier=take_earlier,
    )
    try:
        outcome, _ = command_handler.run(
            command_id, importing.decide, dry_run=dry_run, head_time=head_time, prepare=importing.prepare
        )
    except IntegrityViolations as problems:
        raise ImportProblems(explain(importing, problems)) from problems
    importing.report.outcome = outcome
    importing.report.twins = hints.twins(workspace, streams.prefix(book.region), importing.titles)
    return importing.report


def _rulebooks(workspace: Workspace, code: str) -> RulebookSet:
    """What the rulebooks that speak in a region have to choose from; of the package's for one unknown."""
    if not official(code):
        return packaged()
    with contextlib.closing(workspace.store()) as store:
        return known_rulebooks.known(store, workspace.evidence, streams.prefix(code))
