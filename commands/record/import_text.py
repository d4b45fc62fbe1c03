"""What an import tells on the screen: its sum, and what a dry run understood of every row."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from commands.common.output import Answer, count
from commands.common.recording import can_ask
from commands.record.grouped_problems import tell_grouped
from importers.recording.report_text import difference_text, hints_of, short, summary
from jejak_i18n import gettext as _
from jejak_i18n import marked as n_

if TYPE_CHECKING:
    from importers.problems import Problem
    from importers.recording.report import Report, ToldRow

PRINTED = 40
"""Up to so many planned rows the screen shows all; of hints it shows so many."""
OF_EACH = 5
"""How many of each sheet it shows where there are more; all of them stand in `--json`."""
TOLD = 200
"""How many errors of a file the screen tells; all of them stand in `--json`."""
SHORT = 40
"""Characters of a value on the screen: enough to know it again."""
CHANGES = {"completed": n_("completed"), "corrected": n_("corrected")}


def list_problems(answer: Answer, head: str, problems: list[Problem]) -> None:
    """Errors below a sentence, each with its cell and remedy."""
    answer.message(head, level="error")
    answer.message("")
    tell_grouped(answer, problems if answer.as_json else problems[:TOLD])
    if len(problems) > TOLD:
        left = count(len(problems) - TOLD)
        answer.message(_("  … and {count} more (all of them: --json)").format(count=left))
    answer.message("")


def planned_text(report: Report) -> str:
    """What a dry run would record: sheet by sheet, each row with its values as they were understood."""
    head = _("Would record {count} rows; nothing was recorded. {summary}")
    lines = [head.format(count=count(len(report.told)), summary=summary(report))]
    most = len(report.told) if len(report.told) <= PRINTED else OF_EACH
    for sheet, found in groupby(report.told, key=lambda one: one.sheet):
        rows = sorted(found, key=_row_number)
        lines += ["", sheet, *map(_row, rows[:most])]
        if len(rows) > most:
            left = count(len(rows) - most)
            lines.append(_("  … and {count} more (all of them: --json)").format(count=left))
    return "\n".join(lines)


def _row(one: ToldRow) -> str:
    text = CHANGES.get(one.change)
    change = f" ({_(text)})" if text else ""
    values = "; ".join(f"{label}: {short(value, SHORT)}" for label, value in one.values.items())
    place = str(one.cell).rpartition("!")[2]
    named = f"{one.key}{change}".strip()
    return f"  {place:<5} {named}  {values}" if named else f"  {place:<5} {values}"


def _row_number(one: ToldRow) -> int:
    return int("".join(filter(str.isdigit, one.cell.ref)) or 0)


def tell_hints(answer: Answer, report: Report) -> None:
    """What was read and people may not expect, twins by title, and rows that are no longer there."""
    for one in hints_of(report, PRINTED):
        answer.problem(one.what, where=one.where, remedy=one.remedy, level=one.level)
    if report.superseded:
        answer.message(
            _(
                "What is recorded stays there. If the earlier value is the true one: --as-correction"
                ' "REASON" --take-earlier'
            )
        )
    left = sum(
        len(one) - PRINTED for one in (report.superseded, report.twins, report.vanished) if one[PRINTED:]
    )
    if left:
        answer.message(_("  … and {count} more (all of them: --json)").format(count=left))


def update_text(file: str) -> str:
    """How what a profile says anew is recorded without a correction; `file` with its options."""
    text = _(
        "If a profile has changed, or says more now: jejak import {file} --as-update (for profile fields"
        " only)"
    )
    return text.format(file=file)


def correction_text(answer: Answer, file: str) -> str:
    """How what was never true is corrected; `file` with its options. With --yes where nobody is asked."""
    text = _('If the recorded values were never true: jejak import {file} --as-correction "REASON"{yes}')
    return text.format(file=file, yes="" if can_ask(answer) else " --yes")


def tell_corrections(answer: Answer, file: Path, report: Report) -> None:
    """What would be corrected, cell by cell."""
    text = _("{file}: {count} cells would be corrected.")
    answer.message(text.format(file=file.name, count=len(report.differences)))
    answer.message("")
    for one in report.differences:
        answer.problem(difference_text(one), where=str(one.cell), level="warning")
    answer.message("")
