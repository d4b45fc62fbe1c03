"""catalogue ideas: what was proposed, by whom, and what became of it."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict, Unpack

import click

from commands.common.list_spec import Column, Items, ListSpec, show_list
from commands.common.output import (
    UNITS_OF,
    Answer,
    reading_session,
    time_options,
    units_notes,
    units_option,
    verb,
    xlsx_option,
)
from commands.common.written_value import REGION, Term, listed
from jejak_i18n import gettext as _
from jejak_i18n import marked as n_
from projections.queries.ideas import IdeaRow

IDEAS = ListSpec(
    row=IdeaRow,
    name=n_("Ideas"),
    title=n_("Ideas and what became of them"),
    columns=(
        Column("region", n_("Region"), telling_apart=True),
        Column("code", n_("Code")),
        Column("title", n_("Title")),
        Column("proposers", n_("Proposed by"), value=lambda row: "; ".join(row.proposers)),
        Column("lab", n_("Lab"), telling_apart=True),
        Column("origin", n_("Origin"), "label", codes="origin"),
        Column("proposal", n_("Kind"), "label", codes="proposal", place="workbook"),
        Column("status", n_("Status"), "label", codes="idea_status"),
        Column("went_to", n_("Became")),
        Column("founded_on", n_("Date"), "day"),
        Column("ended_on", n_("Ended"), "day", place="workbook"),
        Column("approved", n_("Approved"), "flag", mark=n_("approved"), place="workbook"),
        Column("illustrative", n_("Note"), "flag", mark=n_("illustration"), screen_label=""),
    ),
    empty=n_("No idea is recorded."),
    sheet="Ide",
)
NONE_FITS = n_("No idea fits. Look with fewer conditions: jejak catalogue ideas")
STATUS = Term("idea_status")


class Wanted(TypedDict):
    """The options that say which ideas fit, besides the region."""

    search: str | None
    lab: str | None
    unit: str | None
    status: str | None


@click.command("ideas", help=_("List ideas, who proposed them, and what became of them."))
@click.option("--search", metavar="WORDS", help=_("Words in code, title or former titles."))
@click.option("--lab", metavar="SLUG", help=_("Only of this lab."))
@click.option("--unit", metavar="NAME", help=_("Only of this unit, by a name that it bears or bore."))
@click.option("--status", type=STATUS, help=listed(_("Only ideas of this status."), STATUS))
@click.option("--region", type=REGION, metavar="CODE", help=_("Only of this region."))
@units_option
@xlsx_option
@time_options
@verb("catalogue ideas")
def ideas(
    answer: Answer,
    home: str | None,
    *,
    region: str | None,
    units_of: str,
    xlsx: Path | None,
    as_of: str | None,
    known_at: str | None,
    **wanted: Unpack[Wanted],
) -> None:
    from domain.streams import prefix
    from projections.queries.ideas import IdeaFilter, list_ideas

    with reading_session(answer, home, as_of, known_at, region=region) as session:
        chosen = IdeaFilter(region=prefix(region) if region else None, **wanted)
        found = list_ideas(session, chosen, UNITS_OF[units_of])
    narrowed = bool(region or any(value is not None for value in wanted.values()))
    notes = units_notes(units_of)
    show_list(answer, IDEAS, Items(found), xlsx, notes=notes, empty=NONE_FITS if narrowed else None)
