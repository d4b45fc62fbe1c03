"""eligibility list: the verdicts of a region as a table."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

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
from commands.eligibility import text as words
from commands.eligibility.options import edition_options, opened, region_option
from jejak_i18n import gettext as _

Json = dict[str, Any]


@click.command("list", help=_("The verdicts of all innovations of a region as a table."))
@edition_options
@region_option
@click.option("--entered", is_flag=True, help=_("Only innovations with an entry."))
@xlsx_option
@time_options
@verb("eligibility list")
def list_(answer: Answer, home: str | None, *, xlsx: Path | None, entered: bool, **options: Any) -> None:
    from projections.eligibility import verdicts
    from projections.timeline.stream_names import StreamNames

    with opened(answer, home, **options) as (session, edition, _none):
        names = StreamNames(session)
        items = []
        for one in edition.verdicts(entered=entered):
            item = verdicts.plain(one)
            item["rules"] = {found["rule"]: found["outcome"] for found in item.pop("findings")}
            items.append({**item, "unit": names.of(one.unit)})
    data = {"items": items, "counts": _counts(items)}
    write_list(answer, xlsx, [_sheet(answer, items)] if xlsx else [])
    answer.result(data, lambda: _list_text(data))


def _counts(items: list[Json]) -> dict[str, int]:
    return {name: sum(item["outcome"] == name for item in items) for name in ("met", "not_met", "unknown")}


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


def _rows(items: list[Json]) -> list[list[Any]]:
    return [
        [
            item["code"],
            item["title"],
            item["unit"],
            words.outcome(item["outcome"]),
            item["not_met"],
            item["unknown"],
            _points(item["maturity"]),
            _points(item["maturity_verified"]),
        ]
        for item in items
    ]


def _points(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _sheet(answer: Answer, items: list[Json]) -> Any:
    from exporters.excel.list_workbook import ListSheet

    return ListSheet(_("Verdicts"), _("Eligibility"), list_notes(answer), _headings(), _rows(items))


def _list_text(data: Json) -> str:
    if not data["items"]:
        return _("No innovation is recorded. Record some with sheet Inovasi.")
    counts = data["counts"]
    told = _("{met} eligible, {not_met} not yet, {unknown} cannot be told.").format(
        met=count(counts["met"]), not_met=count(counts["not_met"]), unknown=count(counts["unknown"])
    )
    return f"{table(_headings(), _rows(data['items']), right=(4, 5, 6, 7))}\n{told}"
