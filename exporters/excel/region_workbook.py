"""The region's own rows (SPD) as a workbook to copy from, in the order of the rulebook."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from xlsxwriter.utility import xl_col_to_name

from exporters.dossier.formatting import date, number
from exporters.excel import workbook
from exporters.excel.portal_workbook import SHADES, TICKS, printable
from exporters.excel.workbook import Cell, Column
from jejak_i18n import formatting, labels
from jejak_i18n import indonesian as _
from projections.eligibility.region_rows import RegionRowAnswer, SourceDocument

SHEET = "SPD"
TICK = 9
"""The column to tick, counted from 0."""
_FIXED_COLUMNS = 2


def write(path: Path, about: str, position: int, rows: Sequence[RegionRowAnswer], paper: str = "A4") -> None:
    """Writes the workbook whole or not at all; equal rows give equal bytes. Text is never a formula.

    `paper` is one of `workbook.PAPERS`.
    """
    title = _("Rows of the region to copy: {about}").format(about=about)
    with workbook.book(path, title) as made:
        page = made.page(SHEET, paper=workbook.PAPERS[paper])
        columns = _columns()
        widths = [one.width for one in columns]
        workbook.set_widths(page, widths)
        told = _("Position of the ledger: {position}").format(position=formatting.number(position))
        top = workbook.heading(made, page, title, [told], widths)
        looks = [SHADES.get(row.state, {}) for row in rows]
        after = workbook.table(made, page, top, columns, [_cells(row) for row in rows], looks)
        page.data_validation(top + 1, TICK, after - 1, TICK, {"validate": "list", "source": list(TICKS)})
        page.autofilter(top, 0, after - 1, len(columns) - 1)
        page.freeze_panes(top + 1, _FIXED_COLUMNS)
        page.repeat_rows(top)
        note = _("What evidence each row of the region needs is not confirmed.")
        workbook.wide(made, page, after + 1, note, widths, font_color=workbook.GREY)
        page.print_area(f"A1:{xl_col_to_name(len(columns) - 1)}{after + 2}")


def _columns() -> list[Column]:
    return [
        Column("No.", 6, "center"),
        Column(_("Indicator"), 32),
        Column(_("Mandatory"), 8, "center"),
        Column(_("Level (parameter)"), 11, "count"),
        Column(_("Wording of the level"), 30),
        Column(_("Figure"), 12, "center"),
        Column(_("Source document"), 38),
        Column(_("State of the field"), 34),
        Column(_("Certainty"), 16),
        Column(_("Copied"), 9, "center"),
    ]


def _cells(row: RegionRowAnswer) -> list[Cell]:
    files = "\n".join(map(_document, row.documents)) or None
    mandatory = {True: _("yes"), False: _("no"), None: _("not known")}[row.mandatory]
    certainty = labels.label_of("certainty", row.certainty)
    figure = None if row.amount is None else number(row.amount)
    values: list[Cell] = [row.number, row.name, mandatory, row.level, row.text, figure]
    return [*values, files, _told(row), certainty, None]


def _document(one: SourceDocument) -> str:
    kind = labels.label_of("document", one.kind)
    parts = [f"{kind} {one.number}" if one.number else kind, one.subject, date(one.date), one.link]
    return printable(", ".join(part for part in parts if part))


def _told(row: RegionRowAnswer) -> str:
    """What the rulebook says of the row without its name, which stands beside it, and the way out."""
    said = row.sentence.id.removeprefix(f"{row.number} {row.name}: ")
    lines = [said, row.remedy.id if row.remedy else ""]
    if row.state == "recorded" and not row.documents:
        lines.append(_("No source document is named: add it in the column Dokumen of the sheet SPD."))
    return "\n".join(line for line in lines if line)
