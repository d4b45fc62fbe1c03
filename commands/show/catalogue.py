"""catalogue list, show, stats and awards."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict, Unpack

import click
from msgspec import Struct

from commands.common.list_spec import Column, Items, ListSpec, screen_text, sheet, show_list
from commands.common.output import (
    UNITS_OF,
    Answer,
    count,
    list_notes,
    reading_session,
    time_options,
    units_notes,
    units_option,
    units_then_option,
    verb,
    write_list,
    xlsx_option,
)
from commands.common.written_value import REGION, Between, Term, listed
from commands.show import catalogue_stats, ideas
from commands.show.innovation_text import detail_text, tree_lines
from domain.fields import LARGEST
from jejak_i18n import gettext as _
from jejak_i18n import marked as n_
from projections.queries.awards import AwardRow
from projections.queries.catalogue import CataloguePage, CatalogueRow
from projections.queries.lineage import Node

INNOVATIONS = ListSpec(
    row=CatalogueRow,
    name=n_("Innovations"),
    title=n_("Catalogue of innovations"),
    columns=(
        Column(
            "region_name", n_("Region"), value=lambda row: row.region_name or row.region, telling_apart=True
        ),
        Column("code", n_("Code")),
        Column("acronym", n_("Acronym")),
        Column("title", n_("Title")),
        Column("unit", n_("Unit")),
        Column("stage", n_("Stage"), "label", codes="maturity"),
        Column("launched_on", n_("Launched"), "day", lambda row: row.launched_on if row.launched else None),
        Column("illustrative", n_("Note"), "flag", mark=n_("illustration"), screen_label=""),
    ),
    empty=n_("No innovation is recorded."),
    sheet="Inovasi",
)
NONE_FITS = n_("No innovation fits. Look with fewer conditions: jejak catalogue list")

ONLY_IDEAS = n_("No innovation is recorded yet, but ideas are: jejak catalogue ideas")
KIND = Term("unit_kind")


class LineageTree(Struct, frozen=True):
    """The answer of `catalogue show --lineage`."""

    tree: Node


class Wanted(TypedDict):
    """The options of `catalogue list` that say which innovations fit."""

    search: str | None
    lab: str | None
    unit: str | None
    kind: str | None
    stage: str | None
    launched: bool | None


@click.group("catalogue", help=_("The innovations as they are now, or were."))
def catalogue() -> None:
    pass


catalogue.add_command(ideas.ideas)


@catalogue.command("list", help=_("List innovations."))
@click.option("--search", metavar="WORDS", help=_("Words in code, acronym, title or former names."))
@click.option("--lab", metavar="SLUG", help=_("Only of this lab."))
@click.option("--unit", metavar="NAME", help=_("Only of this unit, by a name that it bears or bore."))
@click.option("--kind", type=KIND, help=listed(_("Only of units of this kind."), KIND))
@click.option("--stage", type=Term("maturity"), help=_("Only of this stage."))
@click.option("--launched/--not-launched", default=None, help=_("Only launched, or only not launched."))
@click.option("--region", type=REGION, metavar="CODE", help=_("Only of this region."))
@click.option("--limit", type=Between(1, LARGEST), default=None, help=_("At most so many."))
@click.option("--offset", type=Between(0, LARGEST), default=0, help=_("Leave out so many at the start."))
@units_option
@xlsx_option
@time_options
@verb("catalogue list")
def list_(
    answer: Answer,
    home: str | None,
    *,
    as_of: str | None,
    known_at: str | None,
    limit: int | None,
    offset: int,
    region: str | None,
    units_of: str,
    xlsx: Path | None,
    **wanted: Unpack[Wanted],
) -> None:
    from domain.streams import prefix
    from projections.queries.catalogue import Filter, page
    from projections.queries.ideas import count_ideas

    with reading_session(answer, home, as_of, known_at, region=region) as session:
        chosen = Filter(region=prefix(region) if region else None, units=UNITS_OF[units_of], **wanted)
        found = page(session, chosen, limit=limit, offset=offset)
        proposed = 0 if found.items else count_ideas(session, chosen.region)
    if xlsx is not None:
        notes = [*list_notes(answer), *units_notes(units_of)]
        write_list(answer, xlsx, [sheet(INNOVATIONS, found.items, notes, apart=found.several_regions)])
    narrowed = bool(region or offset or any(value is not None for value in wanted.values()))
    none = NONE_FITS if narrowed else ONLY_IDEAS if proposed else None
    answer.result(found, lambda: _page_text(found, none))


def _page_text(found: CataloguePage, empty: str | None) -> str:
    text = screen_text(INNOVATIONS, found.items, apart=found.several_regions, empty=empty)
    if not found.items:
        return text
    of_all = _("{shown} of {total} innovations")
    return f"{text}\n{of_all.format(shown=count(len(found.items)), total=count(found.total))}"


@catalogue.command("show", help=_("Show one innovation with all that is recorded of it."))
@click.argument("code", nargs=-1, required=True)
@click.option("--lineage", is_flag=True, help=_("Draw the tree back to every idea in it."))
@units_then_option
@time_options
@verb("catalogue show")
def show(
    answer: Answer,
    home: str | None,
    *,
    code: tuple[str, ...],
    lineage: bool,
    units_of: str,
    as_of: str | None,
    known_at: str | None,
) -> None:
    from projections.queries import find, innovation_detail
    from projections.queries import lineage as lines
    from projections.queries.present_unit import with_present_unit

    with reading_session(answer, home, as_of, known_at, code=code) as session:
        stream = find.innovation_of(session, " ".join(code))
        if lineage:
            tree = lines.tree(session, stream)
            answer.result(LineageTree(tree), lambda: "\n".join(tree_lines(tree)))
            return
        detail = innovation_detail.innovation_detail(session, stream)
        if UNITS_OF[units_of] == "now":
            detail = with_present_unit(session, detail)
    answer.result(detail, lambda: detail_text(detail))


@catalogue.command("stats", help=_("Count innovations by kind of unit and by unit."))
@click.option("--lab", metavar="SLUG", help=_("Only of this lab."))
@click.option("--region", type=REGION, metavar="CODE", help=_("Only of this region."))
@units_option
@xlsx_option
@time_options
@verb("catalogue stats")
def stats(
    answer: Answer,
    home: str | None,
    *,
    lab: str | None,
    region: str | None,
    units_of: str,
    xlsx: Path | None,
    as_of: str | None,
    known_at: str | None,
) -> None:
    from domain.streams import prefix
    from projections.queries import catalogue as queries

    with reading_session(answer, home, as_of, known_at, region=region) as session:
        within = prefix(region) if region else None
        found = queries.stats(session, lab=lab, region=within, units_of=UNITS_OF[units_of])
    if xlsx is not None:
        notes = [*list_notes(answer), *units_notes(units_of)]
        write_list(answer, xlsx, catalogue_stats.sheets(found, notes))
    answer.result(found, lambda: catalogue_stats.text(found))


AWARDS = ListSpec(
    row=AwardRow,
    name=n_("Awards"),
    title=n_("Awards received"),
    columns=(
        Column(
            "region_name", n_("Region"), value=lambda row: row.region_name or row.region, telling_apart=True
        ),
        Column("recipient", n_("Recipient"), "label", codes="recipient"),
        Column("to", n_("To whom")),
        Column("unit", n_("Unit")),
        Column("title", n_("Name of the award")),
        Column("tier", n_("Tier")),
        Column("edition", n_("Edition")),
        Column("giver", n_("Given by")),
        Column("occurred", n_("Date"), "day"),
        Column("document", n_("Document")),
    ),
    empty=n_("No award is recorded."),
    sheet="Penghargaan",
)
NO_AWARD_FITS = n_("No award fits. Look with fewer conditions: jejak catalogue awards")


@catalogue.command("awards", help=_("List awards of regions, units, innovations and persons."))
@click.option("--region", type=REGION, metavar="CODE", help=_("Only of this region."))
@click.option("--unit", metavar="NAME", help=_("Only of this unit and of its innovations."))
@units_option
@xlsx_option
@time_options
@verb("catalogue awards")
def awards(
    answer: Answer,
    home: str | None,
    *,
    region: str | None,
    unit: str | None,
    units_of: str,
    xlsx: Path | None,
    as_of: str | None,
    known_at: str | None,
) -> None:
    from domain.streams import prefix
    from projections.queries.awards import list_awards

    with reading_session(answer, home, as_of, known_at, region=region) as session:
        within = prefix(region) if region else None
        found = list_awards(session, region=within, unit=unit, units_of=UNITS_OF[units_of])
    empty = NO_AWARD_FITS if region or unit else None
    show_list(answer, AWARDS, Items(found), xlsx, notes=units_notes(units_of), empty=empty)
