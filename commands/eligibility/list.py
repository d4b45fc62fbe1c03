"""eligibility list: the verdicts of a region as a table."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from commands.common.output import (
    Answer,
    count,
    list_notes,
    table,
    time_options,
    verb,
    write_list,
    xlsx_option,
)
from commands.eligibility.options import RegionOptions, edition_options, region_edition, region_option
from commands.eligibility.text import outcome_text
from jejak_i18n import gettext as _
from projections.eligibility.answers import VerdictList, VerdictRow
from projections.eligibility.verdicts import verdict_list
from projections.timeline.stream_names import StreamNames

if TYPE_CHECKING:
    from exporters.excel.list_workbook import ListSheet


@click.command("list", help=_("The verdicts of all innovations of a region as a table."))
@edition_options
@region_option
@click.option("--entered", is_flag=True, help=_("Only innovations with an entry."))
@xlsx_option
@time_options
@verb("eligibility list")
def list_(
    answer: Answer,
    home: str | None,
    *,
    xlsx: Path | None,
    entered: bool,
    **options: Unpack[RegionOptions],
) -> None:
    with region_edition(answer, home, **options) as (session, edition):
        found = verdict_list(edition.verdicts(entered=entered), StreamNames(session))
    write_list(answer, xlsx, [_sheet(answer, found.items)] if xlsx else [])
    answer.result(found, lambda: _text(found))


def _headings() -> list[str]:
    return [
        _("Code"),
        _("Title"),
        _("Unit"),
        _("Verdict"),
        _("Not met"),
        _("Unknown"),
        _("Maturity"),
        _("Verified"),
    ]


def _cells(row: VerdictRow) -> list[str | int | Decimal | None]:
    return [
        row.code,
        row.title,
        row.unit,
        outcome_text(row.outcome),
        row.not_met,
        row.unknown,
        _points(row.maturity),
        _points(row.maturity_verified),
    ]


def _points(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _sheet(answer: Answer, rows: list[VerdictRow]) -> ListSheet:
    from exporters.excel.list_workbook import ListSheet

    cells = [_cells(row) for row in rows]
    return ListSheet(_("Verdicts"), _("Eligibility"), list_notes(answer), _headings(), cells)


def _text(found: VerdictList) -> str:
    if not found.items:
        return _("No innovation is recorded. Record some with sheet Inovasi.")
    sums = _("{met} eligible, {not_met} not yet, {unknown} cannot be told.").format(
        met=count(found.counts.met),
        not_met=count(found.counts.not_met),
        unknown=count(found.counts.unknown),
    )
    return f"{table(_headings(), map(_cells, found.items), right=(4, 5, 6, 7))}\n{sums}"
