"""eligibility index and advise: where a region stands, and what would bring it further."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any, Unpack

import click

from commands.common.output import Answer, time_options, verb, write_list, xlsx_option
from commands.common.written_value import Between, Named, read_number
from commands.eligibility import advice_text, index_text
from commands.eligibility.options import RegionOptions, edition_options, region_edition, region_option
from domain.fields import LARGEST
from domain.streams import prefix
from jejak_i18n import gettext as _
from projections.eligibility.advice import advice_answer
from projections.eligibility.index import index_answer

MOST_ITEMS = 200
"""How many items a plan may have."""
ORDERS = {"item": _("item"), "innovation": _("innovation"), "unit": _("unit"), "region": _("region")}
"""What `--by` sums by: its code, and the word for people."""


@click.command("index", help=_("The index of a region: its own rows, its innovations, their number."))
@edition_options
@region_option
@time_options
@verb("eligibility index")
def index(answer: Answer, home: str | None, **options: Unpack[RegionOptions]) -> None:
    with region_edition(answer, home, **options) as (session, edition):
        found = index_answer(edition, session.position)
    answer.result(found, lambda: index_text.text(found))


class Points(click.ParamType[Decimal]):
    """A number of points as people write it, 0 or more."""

    name = "points"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:
        """The points. Raises click.UsageError, with what to write instead."""
        points = value if isinstance(value, Decimal) else Decimal(read_number(str(value)))
        if points < 0:
            raise click.UsageError(_("The threshold must be 0 or more."))
        return points


@click.command("advise", help=_("What brings the most points for the least work."))
@click.argument("award")
@click.option("--year", type=int, required=True, help=_("Year of the competition."))
@click.option("--group", metavar="GROUP", help=_("Group of the competition, such as umum."))
@region_option
@click.option("--by", type=Named(ORDERS), default=ORDERS["item"], show_default=True, help=_("Order by."))
@click.option("--limit", type=Between(1, LARGEST), default=30, show_default=True, help=_("At most so many."))
@click.option(
    "--items",
    type=Between(1, MOST_ITEMS),
    metavar="NUMBER",
    help=_("The plan of at most so many items with the highest index, and what each next one is worth."),
)
@click.option("--stated", is_flag=True, help=_("Plan only with items whose points are certain."))
@click.option(
    "--threshold",
    type=Points(),
    metavar="POINTS",
    envvar="JEJAK_SENDING_THRESHOLD",
    help=_("The region's own least maturity for sending; else sending_threshold in jejak.toml."),
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
    items: int | None,
    stated: bool,
    threshold: Decimal | None,
    xlsx: Path | None,
    **options: Unpack[RegionOptions],
) -> None:
    if stated and items is None:
        raise click.UsageError(_("--stated goes with --items."))
    with region_edition(answer, home, **options) as (session, edition):
        if threshold is None and edition.region == prefix(session.workspace.region):
            # The setting is that of the workspace's own region, not of others in its ledger.
            threshold = session.workspace.sending_threshold
        found = advice_answer(session, edition, items=items, stated=stated, threshold=threshold)
    write_list(answer, xlsx, advice_text.sheets(answer, found) if xlsx else [])
    answer.result(found, lambda: advice_text.text(found, by=by, limit=limit, planned=items is not None))
