"""The sheet Peringkat: innovations by what is verified, then by what is claimed and proved."""

from __future__ import annotations

from exporters.excel import eligibility_text as words
from exporters.excel import workbook
from exporters.excel.workbook import Cell, Column, Workbook
from jejak_i18n import indonesian as _
from projections.eligibility.assessment import Assessment, UnitVerdict

ORDER = {"met": 0, "unknown": 1, "not_met": 2}


def ranked(verdicts: list[UnitVerdict]) -> list[tuple[int, UnitVerdict]]:
    """Rank and verdict; equals share a rank and stand by code."""
    found: list[tuple[int, UnitVerdict]] = []
    for place, one in enumerate(sorted(verdicts, key=lambda one: (*_key(one), one.code)), 1):
        equal = found and _key(found[-1][1]) == _key(one)
        found.append((found[-1][0] if equal else place, one))
    return found


def _key(one: UnitVerdict) -> tuple[float, float, int, int]:
    verified, maturity = words.points(one.maturity_verified), words.points(one.maturity)
    return -(verified or 0), -(maturity or 0), ORDER[one.outcome], one.not_met + one.unknown


def gains(verdict: UnitVerdict) -> tuple[float | None, float | None]:
    """Points that lacking evidence for stated levels would bring, and the most that is still open."""
    scored = [one for one in verdict.findings if one.points is not None]
    if not scored:
        return None, None
    certain = sum(words.points(one.gain) or 0 for one in scored)
    return certain, sum(words.points(one.upto) or 0 for one in scored)


def ranking(made: Workbook, assessed: Assessment) -> None:
    """Writes the sheet."""
    columns = [
        Column(_("Rank"), 11, "count"),
        Column(_("Code"), 12, "center"),
        Column(_("Innovation"), 46),
        Column(_("Unit"), 20),
        Column(_("Verdict"), 20),
        Column(_("Maturity verified"), 13, "points"),
        Column(_("Maturity claimed and proved"), 13, "points"),
        Column(_("To gain with evidence"), 15, "points"),
        Column(_("To gain at most"), 13, "points"),
    ]
    rows = [_row(rank, one) for rank, one in ranked(assessed.verdicts)]
    page = made.page(_("Ranking"))
    widths = [one.width for one in columns]
    workbook.set_widths(page, widths)
    notes = [words.about(assessed), _order(assessed), *words.illustrations(assessed.verdicts)]
    top = workbook.heading(made, page, _("Ranking of innovations"), notes, widths)
    after = workbook.table(made, page, top, columns, rows)
    page.autofilter(top, 0, max(after - 1, top + 1), len(columns) - 1)
    page.freeze_panes(top + 1, 3)
    page.repeat_rows(top)


def _row(rank: int, one: UnitVerdict) -> list[Cell]:
    cells: list[Cell] = [rank, one.code, words.named(one), one.unit, words.outcome(one.outcome)]
    return [*cells, words.points(one.maturity_verified), words.points(one.maturity), *gains(one)]


def _order(assessed: Assessment) -> str:
    if any(one.maturity is not None for one in assessed.verdicts):
        return _("By maturity verified, then claimed and proved, then verdict and gaps. Equals share a rank.")
    return _("This edition knows no maturity: by verdict, then by number of gaps. Equals share a rank.")
