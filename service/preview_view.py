"""What the page of a dropped workbook shows: its table with wrong cells, or what would be recorded."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any, NamedTuple

from importers.marking.shown_sheets import shown_sheets
from importers.problems import Cell
from importers.recording.report import Report, ToldRow
from importers.recording.report_text import difference_text, hints_of, short, summary
from jejak_i18n import gettext as _
from jejak_i18n import marked as n_
from jejak_i18n import sentence
from service.desk import Preview, is_workbook
from service.list_map import columns_of, fields
from service.uploads import Upload

TOLD = 200
"""How many errors a page tells; the marked copy has all."""
HINTS = 40
ALLOWING = "--allow-text"
"""The remedy of personal data in a text names it, in every language."""
ROWS = 40
"""How many planned rows of a sheet a page shows."""
CHANGES = {"new": "", "completed": n_("completed"), "corrected": n_("corrected")}


class Told(NamedTuple):
    """A message about a cell: its number on the page, its cell, what, and how to mend it."""

    number: int
    cell: Cell
    what: str
    remedy: str


def preview_context(upload: Upload, seen: Preview) -> dict[str, Any]:
    """All that the page shows."""
    told, more = _told(seen)
    wrong = dict(reversed([(one.cell, one.number) for one in told]))
    shown = shown_sheets(upload.file, wrong) if seen.kind != "good" and is_workbook(upload.file) else []
    names = {one.name for one in shown}
    report = seen.report
    return {
        "upload": upload,
        "options": upload.options,
        "kind": seen.kind,
        "asked": seen.asked,
        "told": told,
        "more": more,
        "sheets": [(one, [m for m in told if m.cell.sheet == one.name]) for one in shown],
        "elsewhere": [one for one in told if one.cell.sheet not in names],
        "numbers": {str(cell): number for cell, number in wrong.items()},
        "markable": is_workbook(upload.file),
        "summary": summary(report) if report else "",
        "hints": hints(report),
        "planned": _planned(report) if report else [],
        "rows": len(report.told) if report else 0,
        "may_update": bool(report and any(one.may_update for one in report.differences)),
        "personal": any(ALLOWING in one.remedy for one in told),
        "map": upload.map,
        "columns": columns_of(upload.map) if upload.map else [],
        "fields": fields() if upload.map else [],
        "corrections": _corrections(report) if report and seen.kind == "good" else [],
    }


def hints(report: Report | None) -> list[tuple[str, str, str]]:
    """Place, sentence and remedy of what people may not expect."""
    found = hints_of(report, HINTS) if report else ()
    return [
        (one.where or "", sentence(one.what), sentence(one.remedy) if one.remedy else "") for one in found
    ]


def _told(seen: Preview) -> tuple[list[Told], int]:
    if seen.kind == "problems":
        said = [(one.cell, sentence(one.what), sentence(one.remedy)) for one in seen.problems[:TOLD]]
        return _numbered(said), max(0, len(seen.problems) - TOLD)
    if seen.kind == "differences" and seen.report:
        found = sorted(seen.report.differences, key=lambda one: _place(one.cell))
        said = [(one.cell, sentence(difference_text(one)), "") for one in found[:TOLD]]
        return _numbered(said), max(0, len(found) - TOLD)
    return [], 0


def _numbered(said: Sequence[tuple[Cell, str, str]]) -> list[Told]:
    return [Told(at, *one) for at, one in enumerate(said, 1)]


def _corrections(report: Report) -> list[tuple[str, str]]:
    """What would be corrected, cell by cell."""
    found = sorted(report.differences, key=lambda one: _place(one.cell))
    return [(str(one.cell), sentence(difference_text(one))) for one in found[:TOLD]]


def _place(cell: Cell) -> tuple[str, int, str]:
    """Where a cell stands among others."""
    return cell.sheet, int("".join(filter(str.isdigit, cell.ref)) or 0), cell.ref


def _planned(report: Report) -> list[tuple[str, int, list[tuple[str, str, str]], int]]:
    """By sheet: how many rows, the first of them (cell, key, values), and how many more."""
    made = []
    for sheet, found in groupby(report.told, key=lambda one: one.sheet):
        rows = list(found)
        made.append((sheet, len(rows), [_row(one) for one in rows[:ROWS]], len(rows[ROWS:])))
    return made


def _row(one: ToldRow) -> tuple[str, str, str]:
    msgid = CHANGES[one.change]
    change = f" ({_(msgid)})" if msgid else ""
    values = "; ".join(f"{label}: {short(value)}" for label, value in one.values.items())
    return one.cell.ref or str(one.cell), f"{one.key}{change}", values
