"""What an import found, in sentences: its sum, how cells differ, what people may not expect."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from domain.base import Reason, reason
from importers.recording.hints import Vanished
from importers.recording.report import Difference, Report
from jejak_i18n import gettext as _
from jejak_i18n.formatting import count
from jejak_i18n.typed import argument

SHOWN_WHOLE = 120
"""Characters up to which the two values of a cell that differs are shown whole."""


class Hint(NamedTuple):
    """What people may not expect: where, what, and what to do where there is something to do."""

    what: Reason
    where: str | None
    remedy: Reason | None
    level: Literal["info", "warning"]


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


def recorded_what(report: Report) -> str:
    """What was recorded, counted: rows by sheet, rows completed, cells corrected."""
    rows = ", ".join(f"{count(number)} {name}" for name, number in report.new.items())
    what = [rows] if rows else []
    if report.completed:
        what.append(_("{count} rows completed").format(count=count(report.completed)))
    if report.corrected:
        what.append(_("{count} cells corrected").format(count=count(report.corrected)))
    return ", ".join(what)


def hints_of(report: Report, most: int) -> Iterator[Hint]:
    """What was read and people may not expect, twins by title, and rows no longer there: `most` of each."""
    for note in report.notes:
        yield Hint(note.what, str(note.cell) if note.cell else None, None, "info")
    for one in report.superseded[:most]:
        yield Hint(difference_text(one), str(one.cell), None, "info")
    for twin in report.twins[:most]:
        what = reason(
            '"{title}" is already recorded as {code}: another innovation of the same title.',
            title=short(twin.title),
            code=twin.code,
        )
        remedy = reason("If it is the same one, undo this import and write the code {code}.", code=twin.code)
        yield Hint(what, str(twin.cell), remedy, "warning")
    for row in report.vanished[:most]:
        yield _vanished(row)


def _vanished(row: Vanished) -> Hint:
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
    return Hint(what, row.sheet, remedy, "warning")
