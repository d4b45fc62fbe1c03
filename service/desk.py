"""What a dropped workbook would record, and recording it: the same functions as `jejak import`."""

from __future__ import annotations

import tempfile
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, NamedTuple

from msgspec import structs

from domain.sheets.registry import SHEETS, START
from domain.streams import kind_of
from importers import template
from importers.definitions.guide import GUIDE_LINES, GUIDE_START
from importers.marking import marked_copy
from importers.marking.marks import marks_of_differences, marks_of_problems
from importers.problems import ImportProblems, Problem
from importers.reading.book import REGION_LABEL
from importers.recording import import_file
from importers.recording.action_texts import ActionTexts
from importers.recording.report import ImportDifferences, Report
from ledger.proofs.after_recording import Signing, sign_after_recording
from ledger.workspace.workspace import Workspace
from service import list_map
from service.uploads import Options, Upload, remove

Kind = Literal["problems", "differences", "good"]


class Preview(NamedTuple):
    """What would come of a workbook at a position of the ledger."""

    kind: Kind
    position: int
    problems: list[Problem]
    asked: bool
    """True where all problems are questions: the file is right once they are said to be meant so."""
    report: Report | None


@dataclass(frozen=True)
class Done:
    """What was recorded of a workbook; `streams` are the units of record that it touched."""

    name: str
    report: Report
    streams: list[str]
    signing: Signing | None

    def of_kind(self, kind: str) -> list[str]:
        """The streams of a kind, such as `innovation`."""
        return [one for one in self.streams if kind_of(one) == kind]


def preview(workspace: Workspace, upload: Upload) -> Preview:
    """A dry run, with the options that the clerk chose; done again where the ledger has moved."""
    with closing(workspace.store()) as store:
        position = store.head().position
    seen = upload.seen
    if seen is None or seen.position != position:
        seen = _tried(workspace, upload, position)
        upload.seen = seen
    return seen


def take_list(workspace: Workspace, upload: Upload) -> None:
    """Finds out whether a dropped file is a list of an office, and how it is to be read."""
    upload.map = list_map.drafted(replace(workspace), upload.file)


def mend_map(upload: Upload, text: str) -> None:
    """Reads a list by another map from now on."""
    upload.map, upload.seen = text, None


def choose(workspace: Workspace, upload: Upload, options: Options) -> None:
    """Changes how a workbook is to be recorded. Raises Refused for a reason with personal data."""
    ActionTexts(replace(workspace)).refuse(options.correction, options.allow_text)
    upload.options = options
    upload.seen = None


def _tried(workspace: Workspace, upload: Upload, position: int) -> Preview:
    try:
        report = _run(workspace, upload, dry_run=True)
    except ImportProblems as found:
        problems = [_by_name(one, upload) for one in found.problems]
        return Preview("problems", position, problems, found.all_asked, None)
    except ImportDifferences as found:
        return Preview("differences", position, [], False, found.report)
    return Preview("good", position, [], False, report)


def _by_name(one: Problem, upload: Upload) -> Problem:
    """A problem that names the file as the clerk knows it, not where it lies on this computer."""
    there = str(upload.file)
    remedy = one.remedy
    told = {name: upload.file.name if value == there else value for name, value in remedy.values.items()}
    return one._replace(remedy=structs.replace(remedy, values=told))


def record(workspace: Workspace, upload: Upload) -> Done | None:
    """Records a workbook once, however often it is asked; None where it cannot be recorded as it is.

    The files are removed afterwards; a preview says what is wrong where nothing was recorded.
    """
    with upload.lock:
        if upload.done:
            return upload.done
        try:
            report = _run(workspace, upload, dry_run=False)
        except (ImportProblems, ImportDifferences):
            upload.seen = None
            return None
        signing = sign_after_recording(workspace) if report.outcome.events else None
        upload.done = Done(upload.file.name, report, _streams(workspace, report), signing)
        upload.seen = None
        remove(upload.folder)
        return upload.done


def empty_workbook(workspace: Workspace, *, whole: bool = False) -> bytes:
    """The workbook with which a lab begins, or that with all sheets, for the region of the workspace."""
    sheets, guide = (SHEETS, GUIDE_LINES) if whole else (START, GUIDE_START)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lab.xlsx"
        template.write(path, sheets=sheets, guide=guide, identity={REGION_LABEL: workspace.region})
        return path.read_bytes()


def marked(upload: Upload, seen: Preview) -> bytes:
    """The copy of a workbook whose wrong or differing cells are marked. Raises NotMarkedError."""
    marks = marks_of_differences(seen.report) if seen.report else marks_of_problems(seen.problems)
    target = upload.folder / ".marked.xlsx"
    target.unlink(missing_ok=True)
    marked_copy.write(upload.file, target, marks)
    content = target.read_bytes()
    target.unlink()
    return content


def _run(workspace: Workspace, upload: Upload, *, dry_run: bool) -> Report:
    options = upload.options
    # A workspace of its own: what is opened for one answer is used by one thread.
    own = replace(workspace)
    reader = None if upload.map is None else list_map.reader_of(own, upload.map)
    book = import_file.read(upload.file, own, reader)
    with closing(own.command_handler()) as handler:
        return import_file.record(
            book,
            own,
            handler,
            command_id=upload.id,
            dry_run=dry_run,
            correction=options.correction,
            update=options.update,
            second=options.second,
            allow_text=options.allow_text,
        )


def _streams(workspace: Workspace, report: Report) -> list[str]:
    outcome = report.outcome
    if not outcome.first:
        return []
    with closing(workspace.store()) as store:
        return store.streams_between(outcome.first - 1, outcome.last)


def is_workbook(file: Path) -> bool:
    """Whether a file has sheets that can be shown and marked."""
    return file.suffix.casefold() == ".xlsx"
