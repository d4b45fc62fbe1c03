"""eligibility index and advise: where a region stands, and what would bring it further."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from commands.editions import edition_options, opened, region_option
from commands.shared import Answer, listing, times, verb, write_list
from messages import gettext as _


@click.command("index", help=_("The index of a region: its own rows, its innovations, their number."))
@edition_options
@region_option
@times
@verb("eligibility index")
def index(answer: Answer, home: str | None, **options: Any) -> None:
    from projections.index import plain

    with opened(answer, home, **options) as (views, edition, _none):
        data = plain(edition, views.position)
    from commands.index_text import text

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
@listing
@times
@verb("eligibility advise")
def advise(
    answer: Answer, home: str | None, *, by: str, limit: int, xlsx: Path | None, **options: Any
) -> None:
    from projections.advice import plain

    with opened(answer, home, **options) as (views, edition, _none):
        data = plain(views, edition)
    from commands import advice_text

    write_list(answer, xlsx, advice_text.sheets(answer, data) if xlsx else [])
    answer.result(data, lambda: advice_text.text(data, by=by, limit=limit))
