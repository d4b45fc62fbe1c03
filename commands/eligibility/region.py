"""eligibility index and advise: where a region stands, and what would bring it further."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from commands.common.output import Answer, time_options, verb, write_list, xlsx_option
from commands.eligibility.options import edition_options, opened, region_option
from jejak_i18n import gettext as _


@click.command("index", help=_("The index of a region: its own rows, its innovations, their number."))
@edition_options
@region_option
@time_options
@verb("eligibility index")
def index(answer: Answer, home: str | None, **options: Any) -> None:
    from projections.eligibility.index import plain

    with opened(answer, home, **options) as (session, edition, _none):
        data = plain(edition, session.position)
    from commands.eligibility.index_text import text

    answer.result(data, lambda: text(data))


@click.command("advise", help=_("What brings the most points for the least work."))
@click.argument("award")
@click.option("--year", type=int, required=True, help=_("Year of the competition."))
@click.option("--group", metavar="GROUP", help=_("Group of the competition, such as umum."))
@region_option
@click.option(
    "--by", type=click.Choice(["item", "innovation", "unit", "region"]), default="item", help=_("Order by.")
)
@click.option("--limit", type=click.IntRange(1), default=30, show_default=True, help=_("At most so many."))
@xlsx_option
@time_options
@verb("eligibility advise")
def advise(
    answer: Answer, home: str | None, *, by: str, limit: int, xlsx: Path | None, **options: Any
) -> None:
    from projections.eligibility.advice import plain

    with opened(answer, home, **options) as (session, edition, _none):
        data = plain(session, edition)
    from commands.eligibility import advice_text

    write_list(answer, xlsx, advice_text.sheets(answer, data) if xlsx else [])
    answer.result(data, lambda: advice_text.text(data, by=by, limit=limit))
