"""eligibility index and advise: where a region stands, and what would bring it further."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click

from commands.common.output import Answer, time_options, verb, write_list, xlsx_option
from commands.common.written_value import OneOf
from commands.eligibility import advice_text, index_text
from commands.eligibility.options import RegionOptions, edition_options, region_edition, region_option
from domain.fields import LARGEST
from jejak_i18n import gettext as _
from projections.eligibility.advice import advice_answer
from projections.eligibility.index import index_answer


@click.command("index", help=_("The index of a region: its own rows, its innovations, their number."))
@edition_options
@region_option
@time_options
@verb("eligibility index")
def index(answer: Answer, home: str | None, **options: Unpack[RegionOptions]) -> None:
    with region_edition(answer, home, **options) as (session, edition):
        found = index_answer(edition, session.position)
    answer.result(found, lambda: index_text.text(found))


@click.command("advise", help=_("What brings the most points for the least work."))
@click.argument("award")
@click.option("--year", type=int, required=True, help=_("Year of the competition."))
@click.option("--group", metavar="GROUP", help=_("Group of the competition, such as umum."))
@region_option
@click.option(
    "--by", type=OneOf(["item", "innovation", "unit", "region"]), default="item", help=_("Order by.")
)
@click.option(
    "--limit", type=click.IntRange(1, LARGEST), default=30, show_default=True, help=_("At most so many.")
)
@xlsx_option
@time_options
@verb("eligibility advise")
def advise(
    answer: Answer,
    home: str | None,
    *,
    by: str,
    limit: int,
    xlsx: Path | None,
    **options: Unpack[RegionOptions],
) -> None:
    with region_edition(answer, home, **options) as (session, edition):
        found = advice_answer(session, edition)
    write_list(answer, xlsx, advice_text.sheets(answer, found) if xlsx else [])
    answer.result(found, lambda: advice_text.text(found, by=by, limit=limit))
