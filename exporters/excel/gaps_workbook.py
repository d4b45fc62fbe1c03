"""Yang masih kurang: a workbook for each unit, ready to mail, and one book with a sheet for each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from exporters.excel import eligibility_text as words
from exporters.excel import workbook
from exporters.excel.eligibility_matrix import legend
from exporters.excel.gaps_by_unit import InnovationGap, UnitGaps, by_unit
from exporters.excel.safe_names import FileNames, SheetNames
from exporters.excel.workbook import Cell, Column, Look, Workbook
from exporters.excel.written_file import WrittenFile
from jejak_i18n import formatting, sentence
from jejak_i18n import indonesian as _
from projections.eligibility.assessment import Assessment
from projections.eligibility.other_sheets import way_to_sheets

NAME = "yang-masih-kurang"
DECISIVE: Look = {"bg_color": "#FDE9E7"}


def write_all(folder: Path, assessed: Assessment) -> Iterator[WrittenFile]:
    """Writes the book of all units, then one book for each; tells of each file when it is there.

    Nothing is written where there is no gap.
    """
    units = by_unit(assessed)
    if not units:
        return
    path = folder / f"{NAME}.xlsx"
    _write(path, units, assessed)
    yield WrittenFile(path=str(path), kind="lacking", unit=None, rows=sum(len(u.gaps) for u in units))
    names = FileNames()
    for unit in units:
        path = folder / names.of(f"{NAME}-", unit.name, ".xlsx")
        _write(path, [unit], assessed)
        yield WrittenFile(path=str(path), kind="unit", unit=unit.name, rows=len(unit.gaps))


def _write(path: Path, units: list[UnitGaps], assessed: Assessment) -> None:
    sheets = SheetNames()
    with workbook.book(path, _("What is still lacking")) as made:
        for unit in units:
            _page(made, sheets.of(unit.name), unit, assessed)


def _page(made: Workbook, name: str, unit: UnitGaps, assessed: Assessment) -> None:
    columns = _columns()
    widths = [one.width for one in columns]
    page = made.page(name)
    workbook.set_widths(page, widths)
    title = _("Still lacking: {unit}").format(unit=unit.name)
    top = workbook.heading(made, page, title, _notes(unit, assessed), widths)
    looks = [DECISIVE if one.decides else {} for one in unit.gaps]
    rows = [_row(at, one, assessed) for at, one in enumerate(unit.gaps, 1)]
    after = workbook.table(made, page, top, columns, rows, looks)
    page.autofilter(top, 0, after - 1, len(columns) - 1)
    page.freeze_panes(top + 1, 0)
    page.repeat_rows(top)
    ids = [source for one in unit.gaps for source in one.sources]
    legend(made, page, after + 1, ids, assessed, widths)


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


def _row(number: int, gap: InnovationGap, assessed: Assessment) -> list[Cell]:
    sources = words.sources(gap.sources, assessed).replace(", ", ",\n")
    cells: list[Cell] = [number, gap.code, gap.innovation, gap.label, gap.what, gap.mend]
    return [*cells, gap.points, sources, gap.effect]


def _notes(unit: UnitGaps, assessed: Assessment) -> list[str]:
    """What the sheet speaks of, how much it lists, and how to read it."""
    notes = [words.about(assessed), _counts_text(unit.gaps)]
    notes.append(_("Rules that are not confirmed do not decide; the column Kepastian says which they are."))
    notes.append(
        _("Points are what the evidence of the stated level brings; where none is stated, the most to gain.")
    )
    if way := way_to_sheets((one.mend for one in unit.gaps), unit=unit.name):
        notes.append(sentence(way, "id"))
    if any(one.illustrative for one in unit.gaps):
        notes.append(_("Innovations marked (ilustrasi) are illustrative."))
    return notes


def _counts_text(gaps: list[InnovationGap]) -> str:
    text = _("{count} things for {innovations} innovations; {decisive} of them decide (shaded).")
    return text.format(
        count=formatting.number(len(gaps)),
        innovations=formatting.number(len({one.code for one in gaps})),
        decisive=formatting.number(sum(one.decides for one in gaps)),
    )
