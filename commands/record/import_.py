"""import: a workbook into the ledger."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click
from msgspec import Struct

from commands.common.output import Answer, count, verb
from commands.common.recording import recording_options, require_reason, valid_command_id
from commands.common.written_value import argument
from domain.base import Reason, reason
from jejak_i18n import gettext as _
from jejak_i18n import sentence

if TYPE_CHECKING:
    from importers.problems import Problem
    from importers.recording.compare import Difference, Report
    from importers.recording.import_file import BookReader
    from ledger.workspace.workspace import Workspace

PRINTED = 40
"""How many planned events the screen shows; all of them stand in `--json`."""


class PlannedEvent(Struct, frozen=True):
    """An event that would be recorded, and the row that it is read from."""

    cell: str
    event: str


class Imported(Struct, frozen=True):
    """The answer of `import`; rows are counted, and `completed` and `corrected` by cells of known rows."""

    command_id: str
    recorded_before: bool
    dry_run: bool
    first: int | None
    last: int | None
    new: int
    same: int
    different: int
    completed: int
    corrected: int
    new_by_sheet: dict[str, int]
    planned: list[PlannedEvent]


@click.command("import", help=_("Record the rows of a workbook."))
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--as-correction",
    metavar="REASON",
    help=_("Record differing cells as corrections: the recorded values were never true."),
)
@click.option(
    "--map",
    "map_",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="MAP.toml",
    help=_("Read the file as a list, by the map that jejak map wrote."),
)
@recording_options
@verb("import")
def import_(
    answer: Answer,
    home: str | None,
    *,
    file: Path,
    as_correction: str | None,
    map_: Path | None,
    dry_run: bool,
    command_id: str | None,
    head_time: bool,
) -> None:
    from importers.problems import ImportProblems
    from importers.recording import import_file
    from ledger.workspace.workspace import find

    require_reason(as_correction, "--as-correction")
    workspace = find(home=home)
    try:
        report = import_file.run(
            file,
            workspace,
            workspace.command_handler(),
            command_id=valid_command_id(command_id),
            dry_run=dry_run,
            correction=as_correction,
            head_time=head_time,
            reader=_reader(map_, workspace),
        )
    except ImportProblems as problems:
        _print_problems(answer, file, problems.problems, map_)
    except import_file.ImportDifferences as differs:
        _print_notices(answer, differs.report)
        _print_differences(answer, file, differs.report, map_)
    _print_notices(answer, report)
    answer.result(_imported(report), lambda: _text(report, answer, dry_run=dry_run))


def _reader(map_: Path | None, workspace: Workspace) -> BookReader | None:
    """What reads the list by a map; None for a workbook or lines. Raises ImportProblems for a wrong map."""
    if map_ is None:
        return None
    from importers.flat_list import mapping, rows

    return rows.reader(mapping.read(map_), workspace.today())


def _print_notices(answer: Answer, report: Report) -> None:
    for one in report.notices:
        answer.message(sentence(one))


def _print_problems(answer: Answer, file: Path, problems: list[Problem], map_: Path | None) -> NoReturn:
    """All errors; a file that is no workbook of ours may be a list, which wants a map."""
    said = {one.what.text.partition(".")[0] for one in problems}
    strange = {"the code of the region is missing", 'the sheet "{name}" is not known'}
    foreign = file.suffix.casefold() in (".csv", ".ods") or strange <= said
    if map_ is None and foreign:
        text = _("If {file} is a list of innovations, begin with: jejak map {argument}")
        answer.message(text.format(file=file.name, argument=argument(str(file))))
    print_problems(answer, file, problems)


def print_problems(answer: Answer, file: Path, problems: list[Problem]) -> NoReturn:
    """All errors of a file, each with its cell and remedy; ends with status 3."""
    text = _("{file} was not recorded: {count} errors, nothing has changed.")
    answer.message(text.format(file=file.name, count=len(problems)), level="error")
    answer.message("")
    for problem in problems:
        answer.problem(problem.what, where=str(problem.cell), remedy=problem.remedy)
    answer.message("")
    answer.message(_("Mend them, then import the same file again."))
    answer.fail(3)


def _print_differences(answer: Answer, file: Path, report: Report, map_: Path | None) -> NoReturn:
    text = _("{file} was not recorded: {count} cells differ from what is recorded, nothing has changed.")
    answer.message(text.format(file=file.name, count=len(report.differences)), level="error")
    answer.message("")
    for one in report.differences:
        answer.problem(_difference(one), where=str(one.cell))
    answer.message("")
    answer.message(_summary(report))
    named = f"{file} --map {argument(str(map_))}" if map_ else str(file)
    answer.message(
        _("If the recorded values were never true: jejak import {file} --as-correction REASON").format(
            file=named
        )
    )
    answer.fail(4)


def _difference(one: Difference) -> Reason:
    values = {"label": one.label, "recorded": _short(one.recorded), "now": _short(one.now)}
    if one.earlier:
        return reason(
            '{label} is recorded as "{recorded}"; "{now}" is the value before a correction.', **values
        )
    if one.fixed:
        return reason(
            '{label} is recorded as "{recorded}", now "{now}". It cannot be corrected: void the action,'
            " then import again.",
            **values,
        )
    return reason('{label} is recorded as "{recorded}", now "{now}".', **values)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 60 else f"{plain[:57]}…"


def _summary(report: Report) -> str:
    text = _("{new} new, {same} the same, {different} different.")
    return text.format(
        new=count(sum(report.new.values()) + report.completed),
        same=count(report.same),
        different=count(len(report.different)),
    )


def _imported(report: Report) -> Imported:
    outcome = report.outcome
    return Imported(
        command_id=outcome.command_id,
        recorded_before=outcome.before,
        dry_run=outcome.dry_run,
        first=outcome.first or None,
        last=outcome.last or None,
        new=sum(report.new.values()),
        same=report.same,
        different=len(report.different),
        completed=report.completed,
        corrected=report.corrected,
        new_by_sheet=dict(report.new),
        planned=[PlannedEvent(str(cell), topic) for cell, topic in report.planned],
    )


def _text(report: Report, answer: Answer, *, dry_run: bool) -> str:
    outcome = report.outcome
    if outcome.before:
        return _("Nothing new: command {id} was recorded before.").format(id=outcome.command_id)
    if dry_run:
        return _planned(report)
    if not outcome.events:
        return _("Nothing new: {summary}").format(summary=_summary(report))
    rows = ", ".join(f"{count(number)} {name}" for name, number in report.new.items())
    what = [rows] if rows else []
    if report.completed:
        what.append(_("{count} rows completed").format(count=count(report.completed)))
    if report.corrected:
        what.append(_("{count} cells corrected").format(count=count(report.corrected)))
    text = _("Recorded: {what} (position {first}–{last}) in {seconds} seconds. {summary}")
    done = text.format(
        what=", ".join(what),
        first=count(outcome.first),
        last=count(outcome.last),
        seconds=answer.seconds(),
        summary=_summary(report),
    )
    undo = _("To undo: jejak void {id} --reason TEXT").format(id=outcome.command_id)
    if report.lab:
        following = _("Next: jejak lab show {lab}").format(lab=argument(report.lab))
    elif report.listed:
        following = _("Next: jejak catalogue list")
    else:
        following = _("Next: jejak lab list")
    return f"{done}\n{undo}\n{following}"


def _planned(report: Report) -> str:
    lines = [f"  {cell!s:<18} {topic.partition('/')[0]}" for cell, topic in report.planned[:PRINTED]]
    if len(report.planned) > PRINTED:
        lines.append(
            _("  … and {count} more (all of them: --json)").format(count=len(report.planned) - PRINTED)
        )
    head = _("Would record {count} events; nothing was recorded. {summary}")
    return "\n".join([head.format(count=count(len(report.planned)), summary=_summary(report)), *lines])
