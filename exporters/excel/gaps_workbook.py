"""Yang masih kurang: a workbook for each unit, ready to mail, and one book with a sheet for each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from exporters.excel import eligibility_text as words
from exporters.excel import workbook
from exporters.excel.eligibility_matrix import legend
from exporters.excel.gaps_by_unit import Gap, UnitGaps, by_unit
from exporters.excel.safe_names import FileNames, SheetNames
from exporters.excel.workbook import Column, Workbook
from jejak_i18n import formatting
from jejak_i18n import indonesian as _

Json = dict[str, Any]
NAME = "yang-masih-kurang"
DECISIVE = {"bg_color": "#FDE9E7"}


def write_all(folder: Path, data: Json) -> Iterator[Json]:
    """Writes the book of all units, then one book for each; tells of each file when it is there.

    Nothing is written where nothing is lacking.
    """
    units = by_unit(data)
    if not units:
        return
    path = folder / f"{NAME}.xlsx"
    _write(path, units, data)
    yield {"path": str(path), "kind": "lacking", "unit": None, "rows": sum(len(u.lacks) for u in units)}
    names = FileNames()
    for unit in units:
        path = folder / names.of(f"{NAME}-", unit.name, ".xlsx")
        _write(path, [unit], data)
        yield {"path": str(path), "kind": "unit", "unit": unit.name, "rows": len(unit.lacks)}


def _write(path: Path, units: list[UnitGaps], data: Json) -> None:
    sheets = SheetNames()
    with workbook.book(path, _("What is still lacking")) as made:
        for unit in units:
            _page(made, sheets.of(unit.name), unit, data)


def _page(made: Workbook, name: str, unit: UnitGaps, data: Json) -> None:
    columns = _columns()
    widths = [one.width for one in columns]
    page = made.page(name)
    for at, width in enumerate(widths):
        page.set_column(at, at, width)
    title = _("Still lacking: {unit}").format(unit=unit.name)
    top = workbook.heading(made, page, title, _notes(unit, data), widths)
    looks = [DECISIVE if one.decides else {} for one in unit.lacks]
    rows = [_row(at, one, data) for at, one in enumerate(unit.lacks, 1)]
    after = workbook.table(made, page, top, columns, rows, looks)
    page.autofilter(top, 0, after - 1, len(columns) - 1)
    page.freeze_panes(top + 1, 0)
    page.repeat_rows(top)
    ids = [source for one in unit.lacks for source in one.finding["sources"]]
    legend(made, page, after + 1, ids, data, widths)


def _columns() -> list[Column]:
    return [
        Column("No.", 6, "count"),
        Column(_("Code"), 11, "center"),
        Column(_("Innovation"), 30),
        Column(_("Condition"), 28),
        Column(_("What is lacking"), 36),
        Column(_("Way out"), 40),
        Column(_("Points to gain"), 14, "points"),
        Column(_("Source of the rule"), 16),
        Column(_("Certainty"), 22),
    ]


def _row(number: int, lack: Gap, data: Json) -> list[Any]:
    one = lack.finding
    return [
        number,
        lack.code,
        lack.innovation,
        words.rule(one),
        words.finding_text(one),
        one["remedy"]["id"] if one["remedy"] else "–",
        lack.points,
        words.sources(one, data).replace(", ", ",\n"),
        words.certainty(one),
    ]


def _notes(unit: UnitGaps, data: Json) -> list[str]:
    """What the sheet speaks of, how much it lists, and how to read it."""
    decisive = sum(one.decides for one in unit.lacks)
    told = _("{count} things for {innovations} innovations; {decisive} of them decide (shaded).")
    told = told.format(
        count=formatting.number(len(unit.lacks)),
        innovations=formatting.number(len({one.code for one in unit.lacks})),
        decisive=formatting.number(decisive),
    )
    notes = [words.about(data), told]
    notes.append(_("Rules that are not confirmed do not decide; the column Kepastian says which they are."))
    notes.append(
        _("Points are what the evidence of the stated level brings; where none is stated, the most to gain.")
    )
    if any(one.illustrative for one in unit.lacks):
        notes.append(_("Innovations marked (ilustrasi) are illustrative."))
    return notes
