"""What an import tells on the screen: its sum, and what a dry run understood of every row."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from commands.common.output import Answer, count
from commands.common.recording import can_ask
from commands.common.written_value import argument
from commands.record.grouped_problems import tell_grouped
from domain.base import Reason, reason
from jejak_i18n import gettext as _
from jejak_i18n import marked as n_

if TYPE_CHECKING:
    from importers.problems import Problem
    from importers.recording.report import Difference, Report, ToldRow

PRINTED = 40
"""Up to so many planned rows the screen shows all; of hints it shows so many."""
OF_EACH = 5
"""How many of each sheet it shows where there are more; all of them stand in `--json`."""
TOLD = 200
"""How many errors of a file the screen tells; all of them stand in `--json`."""
SHORT = 40
"""Characters of a value on the screen: enough to know it again."""
CHANGES = {"completed": n_("completed"), "corrected": n_("corrected")}


SHOWN_WHOLE = 120
"""Characters up to which the two values of a cell that differs are shown whole."""


def short(text: str, most: int = 60) -> str:
    """A text in one line of a screen."""
    plain = " ".join(text.split())
    return plain if len(plain) <= most else f"{plain[: most - 3]}…"


def differing(one: str, other: str, beside: int = 30) -> tuple[str, str]:
    """Two texts, whole if they are short, else from where they begin to differ to where they end.

    Some characters before and after stay, from the beginning of a word to the end of one.
    """
    if max(len(one), len(other)) <= SHOWN_WHOLE:
        return one, other
    first = _same_at_start(one, other)
    most = min(len(one), len(other)) - first
    last = min(_same_at_start(one[::-1], other[::-1]), most)
    start = one.rfind(" ", 0, max(first - beside, 0)) + 1
    tail = one[len(one) - last :]
    kept = tail if len(tail) <= beside else tail[: (tail + " ").find(" ", beside)]

    def cut(text: str) -> str:
        return f"{'…' if start else ''}{text[start : len(text) - last]}{kept}{'…' if kept != tail else ''}"

    return cut(one), cut(other)


def _same_at_start(one: str, other: str) -> int:
    """How many characters two texts share at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def list_problems(answer: Answer, head: str, problems: list[Problem]) -> None:
    """Errors below a sentence, each with its cell and remedy."""
    answer.message(head, level="error")
    answer.message("")
    tell_grouped(answer, problems if answer.as_json else problems[:TOLD])
    if len(problems) > TOLD:
        left = count(len(problems) - TOLD)
        answer.message(_("  … and {count} more (all of them: --json)").format(count=left))
    answer.message("")


def summary(report: Report) -> str:
    """How many rows are new, the same and different."""
    text = _("{new} new, {same} the same, {different} different.")
    return text.format(
        new=count(sum(report.new.values()) + report.completed),
        same=count(report.same),
        different=count(len(report.different)),
    )


def difference_text(one: Difference) -> Reason:
    """How a cell differs from what is recorded."""
    recorded, now = differing(" ".join(one.recorded.split()), " ".join(one.now.split()))
    values = {"label": one.label, "recorded": recorded, "now": now}
    if one.replaced:
        return reason('{label} is recorded as "{recorded}"; "{now}" is the value before an update.', **values)
    if one.earlier:
        return reason(
            '{label} is recorded as "{recorded}"; "{now}" is the value before a correction.', **values
        )
    if one.voided_by:
        return reason(
            '{label} is recorded as "{recorded}", now "{now}". It cannot be corrected; void it, then'
            " import again: jejak void {action} --reason TEXT",
            action=one.voided_by,
            **values,
        )
    return reason('{label} is recorded as "{recorded}", now "{now}".', **values)


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
    for note in report.notes:
        answer.problem(note.what, where=str(note.cell) if note.cell else None, level="info")
    for one in report.superseded[:PRINTED]:
        answer.problem(difference_text(one), where=str(one.cell), level="info")
    if report.superseded:
        answer.message(
            _(
                "What is recorded stays there. If the earlier value is the true one: --as-correction"
                ' "REASON" --take-earlier'
            )
        )
    for twin in report.twins[:PRINTED]:
        what = reason(
            '"{title}" is already recorded as {code}: another innovation of the same title.',
            title=short(twin.title),
            code=twin.code,
        )
        remedy = reason("If it is the same one, undo this import and write the code {code}.", code=twin.code)
        answer.problem(what, where=str(twin.cell), remedy=remedy, level="warning")
    for row in report.vanished[:PRINTED]:
        what = reason(
            '"{title}" ({code}, key {key}) no longer stands in the file; it stays recorded.',
            title=short(row.title),
            key=row.key,
            code=row.code,
        )
        if not row.title:
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
