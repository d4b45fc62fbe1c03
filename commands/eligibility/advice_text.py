"""Advice as a table and as a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.output import Answer, count, list_notes, table
from commands.eligibility.text import sentence_text
from jejak_i18n import gettext as _
from jejak_i18n.verdicts import number
from projections.eligibility.answers import AdviceAnswer

if TYPE_CHECKING:
    from exporters.excel.list_workbook import ListSheet

Table = tuple[list[list[str]], list[str]]
"""Rows, and the headings over them."""


def text(advice: AdviceAnswer, *, by: str, limit: int) -> str:
    """The items, or their sums by innovation, unit or region."""
    table_of = {"item": _items, "innovation": _innovations, "unit": _units, "region": _regions}[by]
    rows, headings = table_of(advice)
    if not rows:
        return _("No entry lacks evidence. Enter innovations first: sheet Klaim IGA, or jejak entry claim.")
    shown = _("{shown} of {total}").format(shown=count(min(limit, len(rows))), total=count(len(rows)))
    return f"{table(headings, rows[:limit], right=(0, 1))}\n{shown}"


def _items(advice: AdviceAnswer) -> Table:
    rows = [
        [
            number(item.points),
            str(item.pieces),
            item.code,
            item.title,
            item.unit,
            _("stated") if item.stated else _("at most"),
            sentence_text(item.remedy or item.sentence),
        ]
        for item in advice.items
    ]
    headings = [_("Points"), _("Pieces"), _("Code"), _("Title"), _("Unit"), _("Certain"), _("What to do")]
    return rows, headings


def _innovations(advice: AdviceAnswer) -> Table:
    rows = [[number(one.points), str(one.pieces), one.code, one.title] for one in advice.innovations]
    return rows, [_("Points"), _("Pieces"), _("Code"), _("Title")]


def _units(advice: AdviceAnswer) -> Table:
    rows = [[number(one.points), str(one.pieces), one.unit] for one in advice.units]
    return rows, [_("Points"), _("Pieces"), _("Unit")]


def _regions(advice: AdviceAnswer) -> Table:
    rows = [[number(one.points), str(one.pieces), one.region] for one in advice.regions]
    return rows, [_("Points"), _("Pieces"), _("Region")]


def sheets(answer: Answer, advice: AdviceAnswer) -> list[ListSheet]:
    """One sheet for the items, one each for innovations, units and regions."""
    from exporters.excel.list_workbook import ListSheet

    notes = list_notes(answer)
    tables = {
        _("Items"): _items(advice),
        _("Innovations"): _innovations(advice),
        _("Units"): _units(advice),
        _("Region"): _regions(advice),
    }
    return [
        ListSheet(name, _("What brings points"), notes, headings, rows)
        for name, (rows, headings) in tables.items()
    ]
