"""`jejak template`: the workbook that people fill in, with drop-downs, notes and an example row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from domain.sheets.directory import UNIT
from domain.sheets.registry import SHEETS
from domain.sheets.sheet import Column, Sheet
from importers.definitions.guide import GUIDE_LINES, IDENTITY_HELP, OTHERS, Guide
from importers.definitions.rulebook_ranges import filled_in
from importers.reading.book import (
    CONTENT_LABEL,
    FILLER_LABEL,
    GUIDE,
    IDENTITY,
    LAB_LABEL,
    LISTS,
    NOT_READ,
    REGION_LABEL,
)
from importers.reading.cells import DROP_DOWN
from importers.reading.workbook import NUMBERS
from jejak_i18n import labels
from jejak_i18n.unit_kinds import unit_kind_label
from schemas import affairs
from schemas.loader import packaged

ROWS = 2000
"""How far down drop-downs reach."""
LINE = 13.5
FIXED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
Rows = Mapping[str, Iterable[Mapping[str, Any]]]
NO_ROWS = "tidak ada baris yang tercatat saat buku kerja ini ditulis"
"""What stands above a printed sheet of a filled workbook that has no rows yet."""


def write(
    path: Path,
    *,
    rows: Rows | None = None,
    identity: Mapping[str, str] | None = None,
    sheets: Sequence[Sheet] = SHEETS,
    guide: Guide = GUIDE_LINES,
) -> None:
    """Writes a workbook: empty with an example row in each sheet, or filled with `rows` by column label.

    `identity` fills sheet Identitas by the headings of its lines; `guide` is what Petunjuk says.
    """
    part = path.with_name(f".{path.name}.part")
    # The library has an error of its own for a folder that is not there; the system's says more.
    part.open("wb").close()
    book = xlsxwriter.Workbook(
        str(part), {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    try:
        book.set_properties({"title": "Jejak", "created": FIXED})
        book.set_size(2400, 1400)
        _Writer(book, rows, identity or {}, sheets, guide).write()
        book.close()
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


class _Writer:
    def __init__(
        self,
        book: Any,
        rows: Rows | None,
        identity: Mapping[str, str],
        sheets: Sequence[Sheet],
        guide: Guide,
    ) -> None:
        self.book, self.rows, self.identity = book, rows, identity
        self.sheets, self.guide = sheets, guide
        base = {"font_name": "Arial", "font_size": 10, "valign": "top"}
        self.plain = book.add_format({**base, "num_format": "@", "text_wrap": True})
        self.number = book.add_format({**base, "align": "left"})
        self.example = book.add_format(
            {**base, "num_format": "@", "text_wrap": True, "italic": True, "font_color": "#7F7F7F"}
        )
        self.title = book.add_format({**base, "bold": True, "font_size": 14})
        self.bold = book.add_format({**base, "bold": True})
        self.link = book.add_format({**base, "underline": 1, "font_color": "#0563C1"})
        head = {
            **base,
            "bold": True,
            "border": 1,
            "border_color": "#BFBFBF",
            "text_wrap": True,
            "valign": "vcenter",
        }
        self.required = book.add_format({**head, "bg_color": "#1F4E79", "font_color": "#FFFFFF"})
        self.optional = book.add_format({**head, "bg_color": "#DDEBF7"})
        self.lists: dict[str, str] = {}

    def write(self) -> None:
        guide = self.book.add_worksheet(GUIDE)
        identity = self.book.add_worksheet(IDENTITY)
        sheets = [(sheet, self.book.add_worksheet(sheet.name)) for sheet in self.sheets]
        self._lists(self.book.add_worksheet(LISTS))
        self._guide(guide)
        self._identity(identity)
        for sheet, page in sheets:
            self._sheet(sheet, page)

    def _guide(self, page: Any) -> None:
        page.set_column(0, 0, 24)
        page.set_column(1, 1, 84)
        page.hide_gridlines(2)
        page.write_string(0, 0, "Petunjuk pengisian", self.title)
        row = 2
        for heading, text in self.guide:
            page.write_string(row, 0, heading, self.bold)
            page.write_string(row, 1, text, self.plain)
            page.set_row(row, _height([(text, 84)]))
            row += 1
        row += 1
        page.write_string(row, 0, "Lembar", self.bold)
        page.write_string(row, 1, "Isinya", self.bold)
        for name, text in ((IDENTITY, IDENTITY_HELP), *((one.name, one.help) for one in self.sheets)):
            row += 1
            page.write_url(row, 0, f"internal:'{name}'!A1", self.link, string=name)
            page.write_string(row, 1, text, self.plain)
            page.set_row(row, _height([(text, 84)]))
        row = self._indicators(page, row)
        others = [sheet.name for sheet in SHEETS if sheet not in self.sheets]
        # Who completes a filled workbook does not have the program at hand.
        if others and self.rows is None:
            text = OTHERS.format(names=", ".join(others))
            page.write_string(row + 2, 0, "Lembar lain", self.bold)
            page.write_string(row + 2, 1, text, self.plain)
            page.set_row(row + 2, _height([(text, 84)]))
        _page(page, landscape=False)

    def _indicators(self, page: Any, row: int) -> int:
        """What the numbers of indicators mean, where a sheet asks for one; the last row written."""
        kinds = {column.kind for sheet in self.sheets for column in sheet.columns}
        if not kinds & {"indicator", "indicators"}:
            return row
        book, named = packaged().named_indicators
        row += 2
        page.write_string(row, 0, "Indikator IGA", self.bold)
        page.write_string(row, 1, f"Menurut {book}; parameternya: jejak rulebook show {book}", self.plain)
        for number, name in named:
            row += 1
            page.write_string(row, 0, number, self.plain)
            page.write_string(row, 1, name, self.plain)
        return row

    def _identity(self, page: Any) -> None:
        page.set_column(0, 0, 18)
        page.set_column(1, 1, 26)
        page.set_column(2, 2, 70)
        notes = {
            REGION_LABEL: "Kode wilayah menurut Kemendagri, misalnya 33.03 untuk Kabupaten Purbalingga.",
            LAB_LABEL: "Kunci lab di lembar Lab, atau lab yang sudah tercatat; kosong bila tidak dalam lab.",
            FILLER_LABEL: "Hanya bila beberapa kantor menomori dengan cara yang sama: nama kantor yang"
            " mengisi, maka kuncinya milik kantor itu sendiri. Jangan diubah setelah diimpor.",
        }
        if CONTENT_LABEL in self.identity:
            notes[CONTENT_LABEL] = "Dari baris ini Jejak mengetahui apakah buku kerja sudah dilengkapi."
        for row, (name, note) in enumerate(notes.items()):
            page.write_string(row, 0, name, self.required if name == REGION_LABEL else self.optional)
            page.write_string(row, 1, self.identity.get(name, ""), self.plain)
            page.write_string(row, 2, note, self.example)
            page.set_row(row, _height([(note, 70)]))
        _page(page, landscape=True)

    def _lists(self, page: Any) -> None:
        """Choices on a hidden sheet: a list in a formula may hold no more than 255 characters."""
        choices = {
            "affair": list(affairs.names()),
            "flag": ["ya"],
            "measure": [*labels.LABELS["measure"].values(), "tidak dihitung"],
        }
        for group in dict.fromkeys(
            filter(None, (_list_of(one) for sheet in self.sheets for one in sheet.columns))
        ):
            if group not in choices:
                choices[group] = [self._label(group, code) for code in labels.LABELS[group]]
        for index, (group, names) in enumerate(choices.items()):
            for row, name in enumerate(names):
                page.write_string(row, index, name)
            column = xl_col_to_name(index, col_abs=True)
            self.lists[group] = f"={LISTS}!{column}$1:{column}${len(names)}"
        page.hide()

    def _label(self, group: str, code: str) -> str:
        """The label of a code as the region of the workbook knows it."""
        if group == "unit_kind":
            return unit_kind_label(code, self.identity.get(REGION_LABEL))
        return labels.label_of(group, code)

    def _example(self, sheet: Sheet) -> dict[str, Any]:
        values: dict[str, Any] = {sheet.key_label: sheet.example_key}
        for column in map(filled_in, sheet.columns):
            if column.example is not None:
                values[column.label] = self._example_value(column)
            elif column.kind == "date":
                values[column.label] = "15 Desember 2022"
        return values

    def _example_value(self, column: Column) -> str | int | None:
        if column.group != "unit_kind" or not isinstance(column.example, str):
            return column.example
        codes = (labels.code_of("unit_kind", one) for one in column.example.split(";"))
        return "; ".join(self._label("unit_kind", code) for code in codes if code)

    def _sheet(self, sheet: Sheet, page: Any) -> None:
        page.set_row(0, 32)
        rows = list(self.rows.get(sheet.name, ())) if self.rows is not None else None
        beside = dict.fromkeys(label for row in rows or () for label in row if label.startswith(NOT_READ))
        columns = (
            Column(sheet.key_label, "", required=True, help=sheet.key_help, width=_key_width(sheet, rows)),
            *(Column(label, "", width=34 if label.endswith("Judul") else 16) for label in beside),
            *map(filled_in, sheet.columns),
        )
        page.freeze_panes(1, 1 + len(beside))
        for index, column in enumerate(columns):
            # Else Excel would make numbers and dates of what people type: 003 would become 3.
            page.set_column(index, index, column.width, None if column.kind in NUMBERS else self.plain)
            page.write_string(0, index, column.label, self.required if column.required else self.optional)
            if column.help:
                page.write_comment(0, index, column.help, {"x_scale": 2, "y_scale": 1.2})
            self._choices(page, index, column)
        for number, row in enumerate([self._example(sheet)] if rows is None else rows, 1):
            page.set_row(number, _height([(row.get(one.label), one.width) for one in columns]))
            for index, column in enumerate(columns):
                self._cell(page, number, index, row.get(column.label), example=rows is None)
        page.autofilter(0, 0, max(1, len(rows or [])), len(columns) - 1)
        _page(page, landscape=True)
        if rows == []:
            # On paper a sheet of headings looks like one whose rows were lost.
            page.set_header(f"&L&A: {NO_ROWS}")

    def _cell(self, page: Any, row: int, index: int, value: Any, *, example: bool) -> None:
        if value is None or value == "":
            return
        if isinstance(value, int | float):
            page.write_number(row, index, value, self.example if example else self.number)
        else:
            page.write_string(row, index, str(value), self.example if example else self.plain)

    def _choices(self, page: Any, index: int, column: Column) -> None:
        group = _list_of(column)
        if group:
            stop = "information" if column.kind == "flag" else "stop"
            page.data_validation(1, index, ROWS, index, _validation(self.lists[group], stop))
        elif column.kind in ("ref", "refs") and column.ref == "unit" and UNIT in self.sheets:
            place = 1 + [c.field for c in UNIT.columns].index("short")
            letter = xl_col_to_name(place, col_abs=True)
            source = f"={UNIT.name}!{letter}$2:{letter}${ROWS + 1}"
            page.data_validation(1, index, ROWS, index, _validation(source, "information"))


def _key_width(sheet: Sheet, rows: Iterable[Mapping[str, Any]] | None) -> int:
    """Room for the longest key, which may say within what it is unique."""
    longest = max((len(str(row.get(sheet.key_label, ""))) for row in rows or ()), default=0)
    return max(16, min(40, longest + 2))


def _list_of(column: Column) -> str | None:
    """The list that the cell's drop-down shows."""
    if column.kind == "term":
        return column.group
    return column.kind if column.kind in DROP_DOWN else None


def _height(cells: Iterable[tuple[Any, int]]) -> float:
    """Points that the tallest cell of a row needs (not every program fits heights); 8 lines at most."""
    lines = [
        sum(1 + max(0, len(part) - 1) // int(width * 1.15) for part in str(value).split("\n"))
        for value, width in cells
        if value not in (None, "")
    ]
    return LINE * min(8, max(lines, default=1)) + 2


def _validation(source: str, severity: str) -> dict[str, Any]:
    return {
        "validate": "list",
        "source": source,
        "error_type": severity,
        "error_title": "Tidak ada dalam daftar",
        "error_message": "Pilih dari daftar sel ini.",
        "show_error": severity == "stop",
    }


def _page(page: Any, *, landscape: bool) -> None:
    page.set_paper(9)
    if landscape:
        page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_footer("&L&A&R&P / &N")
