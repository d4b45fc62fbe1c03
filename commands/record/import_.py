"""import: a workbook into the ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NoReturn

import click

from commands.common.output import Answer, count, verb
from commands.record.correct_void import checked_id, checked_reason, recording_options
from domain.base import reason
from jejak_i18n import gettext as _

SHOWN = 40


@click.command("import", help=_("Record the rows of a workbook."))
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--as-correction",
    metavar="REASON",
    help=_("Record differing cells as corrections: the recorded values were never true."),
)
@recording_options
@verb("import")
def import_(
    answer: Answer,
    home: str | None,
    *,
    file: Path,
    as_correction: str | None,
    dry_run: bool,
    command_id: str | None,
    head_time: bool,
) -> None:
    from importers.problems import ImportProblems
    from importers.recording import import_file
    from ledger.workspace.workspace import find

    checked_reason(as_correction, "--as-correction")
    workspace = find(home=home)
    try:
        report = import_file.run(
            file,
            workspace,
            workspace.command_handler(),
            command_id=checked_id(command_id),
            dry_run=dry_run,
            correction=as_correction,
            head_time=head_time,
        )
    except ImportProblems as problems:
        print_problems(answer, file, problems.problems)
        return
    except import_file.ImportDifferences as differs:
        _print_differences(answer, file, differs.report)
        return
    answer.result(_data(report), lambda: _text(report, answer, dry_run=dry_run))


def print_problems(answer: Answer, file: Path, problems: list[Any]) -> NoReturn:
    """All errors of a file, each with its cell and remedy; ends with status 3."""
    text = _("{file} was not recorded: {count} errors, nothing has changed.")
    answer.say(text.format(file=file.name, count=len(problems)), level="error")
    answer.say("")
    for problem in problems:
        answer.problem(problem.what, where=str(problem.cell), remedy=problem.remedy)
    answer.say("")
    answer.say(_("Mend them, then import the same file again."))
    answer.fail(3)


def _print_differences(answer: Answer, file: Path, report: Any) -> None:
    text = _("{file} was not recorded: {count} cells differ from what is recorded, nothing has changed.")
    answer.say(text.format(file=file.name, count=len(report.differences)), level="error")
    answer.say("")
    for one in report.differences:
        answer.problem(_difference(one), where=str(one.cell))
    answer.say("")
    answer.say(_summary(report))
    answer.say(
        _("If the recorded values were never true: jejak import {file} --as-correction REASON").format(
            file=file
        )
    )
    answer.fail(4)


def _difference(one: Any) -> Any:
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


def _summary(report: Any) -> str:
    text = _("{new} new, {same} the same, {different} different.")
    return text.format(
        new=count(sum(report.new.values()) + report.completed),
        same=count(report.same),
        different=count(len(report.different)),
    )


def _data(report: Any) -> dict[str, Any]:
    outcome = report.outcome
    return {
        "command_id": outcome.command_id,
        "recorded_before": outcome.before,
        "dry_run": outcome.dry_run,
        "first": outcome.first or None,
        "last": outcome.last or None,
        "new": sum(report.new.values()),
        "same": report.same,
        "different": len(report.different),
        "completed": report.completed,
        "corrected": report.corrected,
        "new_by_sheet": dict(report.new),
        "planned": [{"cell": str(cell), "event": topic} for cell, topic in report.planned],
    }


def _text(report: Any, answer: Answer, *, dry_run: bool) -> str:
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
        _("Next: jejak lab show {lab}").format(lab=report.lab) if report.lab else _("Next: jejak lab list")
    )
    return f"{done}\n{undo}\n{following}"


def _planned(report: Any) -> str:
    lines = [f"  {cell!s:<18} {topic.partition('/')[0]}" for cell, topic in report.planned[:SHOWN]]
    if len(report.planned) > SHOWN:
        lines.append(
            _("  … and {count} more (all of them: --json)").format(count=len(report.planned) - SHOWN)
        )
    head = _("Would record {count} events; nothing was recorded. {summary}")
    return "\n".join([head.format(count=count(len(report.planned)), summary=_summary(report)), *lines])
