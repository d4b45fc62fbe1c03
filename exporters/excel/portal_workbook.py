"""The fields of an official application as a workbook to copy from, one row a field in its order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import structs
from xlsxwriter.utility import xl_col_to_name

from exporters.dossier.model import Dossier
from exporters.dossier.portal_rows import PortalRow
from exporters.excel import workbook
from exporters.excel.workbook import (
    LINE_POINTS,
    TALLEST,
    Cell,
    Column,
    Look,
    Page,
    Workbook,
)
from exporters.word.printed_text import BIDI, ILLEGAL, REPLACEMENT
from jejak_i18n import formatting
from jejak_i18n import indonesian as _
from jejak_i18n.verdicts import edition_name
from schemas.cell_limit import CELL_LIMIT

COPY, TICK = 3, 9
"""The columns to copy from and to tick, counted from 0."""
TICKS = ("ya", "belum")
_LETTERS = 1.15
"""Letters of running text to one digit, in which widths of columns are counted; cautiously."""
_FIXED_COLUMNS = 3
SHADES: dict[str, Look] = {
    "lacking": {"bg_color": "#FDE9E7"},
    "outside": {"bg_color": "#EDEDED"},
}


def write(path: Path, dossier: Dossier, rows: Sequence[PortalRow]) -> None:
    """Writes the workbook whole or not at all; equal dossiers give equal bytes. Text is never a formula."""
    title = _("To copy into the application: {code}").format(code=dossier.code)
    with workbook.book(path, title) as made:
        _page(made, made.page(_("Portal")), title, dossier, [_fitted(row) for row in rows])


def _page(made: Workbook, page: Page, title: str, dossier: Dossier, rows: Sequence[PortalRow]) -> None:
    columns = _columns()
    widths = [one.width for one in columns]
    workbook.set_widths(page, widths)
    top = workbook.heading(made, page, title, [_about(dossier)], widths)
    looks = [SHADES.get(row.state, {}) for row in rows]
    after = workbook.table(made, page, top, columns, [_cells(row) for row in rows], looks)
    for at, row in enumerate(rows, top + 1):
        _copied(page, at, row, widths)
    page.data_validation(top + 1, TICK, after - 1, TICK, {"validate": "list", "source": list(TICKS)})
    page.autofilter(top, 0, after - 1, len(columns) - 1)
    page.freeze_panes(top + 1, _FIXED_COLUMNS)
    page.repeat_rows(top)
    last = after
    for note in _notes(dossier):
        last += 1
        workbook.wide(made, page, last, note, widths, font_color=workbook.GREY)
    page.print_area(f"A1:{xl_col_to_name(len(columns) - 1)}{last + 1}")


def _columns() -> list[Column]:
    return [
        Column(_("Part"), 10, "center"),
        Column("No.", 5, "center"),
        Column(_("Field of the application"), 22),
        Column(_("To copy"), 64),
        Column(_("Words"), 7, "count"),
        Column(_("Characters"), 9, "count"),
        Column(_("Limit"), 15),
        Column(_("File to upload"), 31),
        Column(_("State of the field"), 30),
        Column(_("Copied"), 9, "center"),
    ]


def _cells(row: PortalRow) -> list[Cell]:
    files = "\n".join(printable(one) for one in row.files) or None
    counted: list[Cell] = [row.words, row.characters, row.limit]
    return [_part(row), row.number, row.label, row.text, *counted, files, printable(row.told), None]


def _part(row: PortalRow) -> str:
    names = {
        "identity": _("Profile"),
        "section": _("Content"),
        "letter": _("Letter"),
        "indicator": _("Indicator"),
    }
    return names[row.part]


def _copied(page: Page, at: int, row: PortalRow, widths: Sequence[float]) -> None:
    """The row as high as its text needs in letters of the usual size, or as high as Excel allows."""
    others = [cell for place, cell in enumerate(_cells(row)) if place != COPY]
    needed = workbook.height(others, [width for place, width in enumerate(widths) if place != COPY])
    page.set_row(at, max(needed, min(TALLEST, _height(row.text or ""))))


def _height(text: str) -> float:
    width = _columns()[COPY].width * _LETTERS
    return workbook.wrapped_lines(text, width) * LINE_POINTS + workbook.MARGIN


def _fitted(row: PortalRow) -> PortalRow:
    """The row with a text that a cell can hold, and said where it is not the text as recorded."""
    if row.text is None:
        return row
    # Excel counts UTF-16 units.
    if len(row.text.encode("utf-16-le", "surrogatepass")) // 2 > CELL_LIMIT:
        told = _(
            "The text has {count} characters, more than the {limit} that a cell holds:"
            " copy it from the Word document."
        )
        numbers = {"count": formatting.number(len(row.text)), "limit": formatting.number(CELL_LIMIT)}
        return structs.replace(row, text=None, told=f"{row.told}\n{told.format(**numbers)}")
    text, told = printable(row.text), row.told
    if text != row.text:
        count = len(ILLEGAL.findall(row.text))
        note = _("{count} control characters that no cell can hold stand as {mark}.")
        told = f"{told}\n{note.format(count=formatting.number(count), mark=REPLACEMENT)}"
    if turns := len(BIDI.findall(text)):
        note = _("{count} characters in it turn the direction of writing; a screen does not show them.")
        told = f"{told}\n{note.format(count=formatting.number(turns))}"
    if _height(text) > TALLEST:
        told = f"{told}\n{_('The cell shows only the beginning of the text; copied is all of it.')}"
    return structs.replace(row, text=text, told=told)


def printable(text: str) -> str:
    """A text without what XML cannot hold, replaced as in the Word documents."""
    return ILLEGAL.sub(REPLACEMENT, text)


def _about(dossier: Dossier) -> str:
    """Which innovation, edition, day and position the sheet speaks of."""
    name = printable(str(dossier.subject.title.value or dossier.code))
    parts = [
        edition_name(dossier),
        f"{dossier.code} {name}",
        _("State as of {day}").format(day=formatting.date(dossier.spoken_day)),
        _("Position of the ledger: {position}").format(position=formatting.number(dossier.position)),
    ]
    if dossier.illustrative:
        parts.append(_("illustration"))
    return " · ".join(parts)


def _notes(dossier: Dossier) -> list[str]:
    """How to use the sheet, and what is not confirmed about it."""
    return [
        _("Copy one cell at a time, then tick the last column. Rows shaded grey are not recorded in Jejak."),
        _("The order of the fields follows public copies of the application; the official is unconfirmed."),
        dossier.word_count.note,
    ]
