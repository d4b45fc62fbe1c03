"""import: a workbook into the ledger."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click
from msgspec import Struct

from commands.common.output import Answer, count, verb
from commands.common.recording import agreed, recording_options, require_reason, valid_command_id
from commands.common.written_value import ALLOW_HELP, FREE_TEXT, argument
from domain.base import Reason, reason
from jejak_i18n import gettext as _

if TYPE_CHECKING:
    from importers.problems import Problem
    from importers.recording.compare import Difference, Report

PRINTED = 40
"""How many planned events the screen shows; all of them stand in `--json`."""


class PlannedEvent(Struct, frozen=True):
    """An event that would be recorded, and the row that it is read from."""

    cell: str
    event: str


class TitleTwin(Struct, frozen=True):
    """A new innovation, and the code of one recorded before under the same title."""

    cell: str
    title: str
    code: str


class VanishedRow(Struct, frozen=True):
    """A row that an earlier state of the file had; it stays recorded, `action` is what `void` takes."""

    sheet: str
    key: str
    code: str
    action: str


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
    twins: list[TitleTwin]
    vanished: list[VanishedRow]
    planned: list[PlannedEvent]


@click.command("import", help=_("Record the rows of a workbook."))
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--as-correction",
    metavar="REASON",
    type=FREE_TEXT,
    help=_("Record differing cells as corrections: the recorded values were never true."),
)
@click.option("--allow-text", metavar="REASON", type=FREE_TEXT, help=ALLOW_HELP)
@click.option("--yes", is_flag=True, help=_("Record corrections without asking."))
@recording_options
@verb("import")
def import_(
    answer: Answer,
    home: str | None,
    *,
    file: Path,
    as_correction: str | None,
    allow_text: str | None,
    yes: bool,
    dry_run: bool,
    command_id: str | None,
    head_time: bool,
) -> None:
    from importers.problems import ImportProblems
    from importers.recording import import_file
    from ledger.workspace.workspace import find

    require_reason(as_correction, "--as-correction")
    require_reason(allow_text, "--allow-text")
    workspace = find(home=home)
    handler, given = workspace.command_handler(), valid_command_id(command_id)

    def run(*, dry: bool) -> Report:
        return import_file.run(
            file,
            workspace,
            handler,
            command_id=given,
            dry_run=dry,
            correction=as_correction,
            allow_text=allow_text,
            head_time=head_time,
        )

    try:
        # Corrections are shown one by one before any is recorded.
        seen = run(dry=True) if as_correction and not yes and not dry_run else None
        if seen and seen.differences:
            _print_corrections(answer, file, seen)
            if not agreed(answer, _("Record these corrections?")):
                answer.message(_("Nothing was recorded. To record: the same command with --yes."))
                answer.fail(4)
        report = run(dry=dry_run)
    except ImportProblems as problems:
        print_problems(answer, file, problems.problems)
        return
    except import_file.ImportDifferences as differs:
        _print_differences(answer, file, differs.report)
        return
    _print_hints(answer, report)
    answer.result(_imported(report), lambda: _text(report, answer, dry_run=dry_run))


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


def _print_differences(answer: Answer, file: Path, report: Report) -> None:
    text = _("{file} was not recorded: {count} cells differ from what is recorded, nothing has changed.")
    answer.message(text.format(file=file.name, count=len(report.differences)), level="error")
    answer.message("")
    for one in report.differences:
        answer.problem(_difference(one), where=str(one.cell))
    answer.message("")
    answer.message(_summary(report))
    answer.message(
        _("If the recorded values were never true: jejak import {file} --as-correction REASON").format(
            file=file
        )
    )
    answer.fail(4)


def _print_hints(answer: Answer, report: Report) -> None:
    for cell, note in report.notes:
        answer.problem(note, where=str(cell), level="info")
    for twin in report.twins[:PRINTED]:
        what = reason(
            '"{title}" is already recorded as {code}: another innovation of the same title.',
            title=_short(twin.title),
            code=twin.code,
        )
        remedy = reason("If it is the same one, undo this import and write the code {code}.", code=twin.code)
        answer.problem(what, where=str(twin.cell), remedy=remedy, level="warning")
    for row in report.vanished[:PRINTED]:
        what = reason(
            "the row {key} ({code}) no longer stands in the file; it stays recorded.",
            key=row.key,
            code=row.code,
        )
        remedy = reason(
            "If it came to its end, record that; if it was never true: jejak void {action} --reason TEXT",
            action=argument(row.action),
        )
        answer.problem(what, where=row.sheet, remedy=remedy, level="warning")
    left = len(report.twins[PRINTED:]) + len(report.vanished[PRINTED:])
    if left:
        answer.message(_("  … and {count} more (all of them: --json)").format(count=left))


def _print_corrections(answer: Answer, file: Path, report: Report) -> None:
    text = _("{file}: {count} cells would be corrected.")
    answer.message(text.format(file=file.name, count=len(report.differences)))
    answer.message("")
    for one in report.differences:
        answer.problem(_difference(one), where=str(one.cell), level="warning")
    answer.message("")


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
        twins=[TitleTwin(str(one.cell), one.title, one.code) for one in report.twins],
        vanished=[VanishedRow(*one) for one in report.vanished],
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
    following = (
        _("Next: jejak lab show {lab}").format(lab=argument(report.lab))
        if report.lab
        else _("Next: jejak lab list")
    )
    return f"{done}\n{undo}\n{following}"


def _planned(report: Report) -> str:
    lines = [f"  {cell!s:<18} {topic.partition('/')[0]}" for cell, topic in report.planned[:PRINTED]]
    if len(report.planned) > PRINTED:
        lines.append(
            _("  … and {count} more (all of them: --json)").format(count=len(report.planned) - PRINTED)
        )
    head = _("Would record {count} events; nothing was recorded. {summary}")
    return "\n".join([head.format(count=count(len(report.planned)), summary=_summary(report)), *lines])
