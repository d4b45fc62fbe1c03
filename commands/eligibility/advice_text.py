"""Advice as a table and as a workbook."""

from __future__ import annotations

from typing import Any

from commands.common.output import Answer, count, list_notes, table
from commands.eligibility import text as words
from jejak_i18n import gettext as _
from jejak_i18n import verdicts as verdict_words

Json = dict[str, Any]


def text(data: Json, *, by: str, limit: int) -> str:
    """The items, or their sums by innovation or unit."""
    rows, headings = {"item": _items, "innovation": _innovations, "unit": _units, "region": _regions}[by](
        data
    )
    if not rows:
        return _("No entry lacks evidence. Enter innovations first: sheet Klaim IGA, or jejak entry claim.")
    shown = _("{shown} of {total}").format(shown=count(min(limit, len(rows))), total=count(len(rows)))
    return f"{table(headings, rows[:limit], right=(0, 1))}\n{shown}"


def _items(data: Json) -> tuple[list[list[str]], list[str]]:
    rows = [
        [
            verdict_words.number(item["points"]),
            str(item["pieces"]),
            item["code"],
            item["title"],
            item["unit"],
            _("stated") if item["stated"] else _("at most"),
            words.sentence_text(item["remedy"] or item["sentence"]),
        ]
        for item in data["items"]
    ]
    headings = [_("Points"), _("Pieces"), _("Code"), _("Title"), _("Unit"), _("Certain"), _("What to do")]
    return rows, headings


def _innovations(data: Json) -> tuple[list[list[str]], list[str]]:
    rows = [
        [verdict_words.number(one["points"]), str(one["pieces"]), one["code"], one["title"]]
        for one in data["innovations"]
    ]
    return rows, [_("Points"), _("Pieces"), _("Code"), _("Title")]


def _units(data: Json) -> tuple[list[list[str]], list[str]]:
    rows = [[verdict_words.number(one["points"]), str(one["pieces"]), one["unit"]] for one in data["units"]]
    return rows, [_("Points"), _("Pieces"), _("Unit")]


def _regions(data: Json) -> tuple[list[list[str]], list[str]]:
    rows = [
        [verdict_words.number(one["points"]), str(one["pieces"]), one["region"]] for one in data["regions"]
    ]
    return rows, [_("Points"), _("Pieces"), _("Region")]


def sheets(answer: Answer, data: Json) -> list[Any]:
    """One sheet for the items, one for innovations, one for units."""
    from exporters.excel.list_workbook import ListSheet

    notes = list_notes(answer)
    parts = (
        (_("Items"), _items),
        (_("Innovations"), _innovations),
        (_("Units"), _units),
        (_("Region"), _regions),
    )
    made = []
    for name, rows_of in parts:
        rows, headings = rows_of(data)
        made.append(ListSheet(name, _("What brings points"), notes, headings, rows))
    return made
