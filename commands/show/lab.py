"""lab list, show, funnel, compare and documents."""

from __future__ import annotations

from pathlib import Path

import click

from commands.common.list_spec import Column, Items, ListSpec, screen_text, sheet, show_list
from commands.common.output import (
    UNITS_OF,
    Answer,
    list_notes,
    reading_session,
    time_options,
    units_notes,
    units_option,
    verb,
    write_list,
    xlsx_option,
)
from commands.common.written_value import REGION
from commands.show import lab_funnel_text, lab_text
from commands.show.lab_documents import documents
from commands.show.lab_text import illustrations
from commands.show.next_steps import lab_next
from jejak_i18n import gettext as _
from jejak_i18n import marked as n_
from projections.queries.figures import PublishedFigure
from projections.queries.labs import LabList, LabRow

LABS = ListSpec(
    row=LabRow,
    name=n_("Labs"),
    title=n_("Innovation labs"),
    columns=(
        Column("slug", n_("Lab")),
        Column("region_name", n_("Region"), value=lambda row: row.region_name or row.region),
        Column("round", n_("Round"), "number"),
        Column("opened_on", n_("Opened"), "day"),
        Column("units", n_("Units"), "number"),
        Column("ideas", n_("Ideas"), "number"),
        Column("launched", n_("Launched"), "number"),
        Column("illustrative", "", "flag", mark=n_("illustration"), place="screen"),
        Column("illustrative_ideas", n_("Illustrative ideas"), "number", place="workbook"),
    ),
    empty=n_("No lab is recorded yet."),
    sheet="Lab",
)


@click.group("lab", help=_("Labs, their stages and their funnels."))
def lab() -> None:
    pass


lab.add_command(documents)
lab.add_command(lab_next)


@lab.command("list", help=_("List the labs."))
@click.option("--region", type=REGION, metavar="CODE", help=_("Only of this region."))
@xlsx_option
@time_options
@verb("lab list")
def list_(
    answer: Answer,
    home: str | None,
    *,
    region: str | None,
    xlsx: Path | None,
    as_of: str | None,
    known_at: str | None,
) -> None:
    from domain.streams import prefix
    from projections.queries import labs

    with reading_session(answer, home, as_of, known_at, region=region) as session:
        found = labs.list_labs(session, region=prefix(region) if region else None)
    if xlsx is not None:
        write_list(answer, xlsx, [sheet(LABS, found.items, list_notes(answer))])
    answer.result(found, lambda: _list_text(found))


def _list_text(found: LabList) -> str:
    ideas = sum(one.illustrative_ideas for one in found.items)
    innovations = sum(one.illustrative_innovations for one in found.items)
    return f"{screen_text(LABS, found.items)}\n{illustrations(ideas, innovations)}".rstrip()


@lab.command("show", help=_("Show one lab: stages, participants, ceremonies, agreements."))
@click.argument("slug")
@units_option
@xlsx_option
@time_options
@verb("lab show")
def show(
    answer: Answer,
    home: str | None,
    *,
    slug: str,
    units_of: str,
    xlsx: Path | None,
    as_of: str | None,
    known_at: str | None,
) -> None:
    from projections.queries import labs

    with reading_session(answer, home, as_of, known_at) as session:
        found = labs.lab_detail(session, slug, units_of=UNITS_OF[units_of])
    if xlsx is not None:
        write_list(answer, xlsx, lab_text.sheets(found, [*list_notes(answer), *units_notes(units_of)]))
    answer.result(found, lambda: lab_text.text(found))


@lab.command("funnel", help=_("The funnel of a lab: from ideas proposed to innovations launched."))
@click.argument("slug")
@units_option
@xlsx_option
@time_options
@verb("lab funnel")
def funnel(
    answer: Answer,
    home: str | None,
    *,
    slug: str,
    units_of: str,
    xlsx: Path | None,
    as_of: str | None,
    known_at: str | None,
) -> None:
    from projections.queries.funnel import funnel as funnel_of

    with reading_session(answer, home, as_of, known_at) as session:
        found = funnel_of(session, slug, units_of=UNITS_OF[units_of])
    if xlsx is not None:
        write_list(answer, xlsx, lab_funnel_text.sheets(found, [*list_notes(answer), *units_notes(units_of)]))
    answer.result(found, lambda: lab_funnel_text.text(found))


@lab.command("compare", help=_("The rounds of a region side by side."))
@click.option("--region", type=REGION, metavar="CODE", help=_("The region; else that of the workspace."))
@click.option("--codes", is_flag=True, help=_("Show the codes behind every number."))
@units_option
@xlsx_option
@time_options
@verb("lab compare")
def compare(
    answer: Answer,
    home: str | None,
    *,
    region: str | None,
    codes: bool,
    units_of: str,
    xlsx: Path | None,
    as_of: str | None,
    known_at: str | None,
) -> None:
    from commands.show import lab_comparison_text
    from domain.streams import prefix
    from projections.queries.lab_comparison import compare_labs

    with reading_session(answer, home, as_of, known_at) as session:
        found = compare_labs(session, prefix(region or session.workspace.region), UNITS_OF[units_of])
    if xlsx is not None:
        write_list(answer, xlsx, lab_comparison_text.sheets(answer, found))
    answer.result(found, lambda: lab_comparison_text.text(found, codes=codes))


FIGURES = ListSpec(
    row=PublishedFigure,
    name=n_("Figures"),
    title=n_("Published figures beside the computed ones"),
    columns=(
        Column(
            "region_name", n_("Region"), value=lambda row: row.region_name or row.region, telling_apart=True
        ),
        Column("lab", n_("Lab"), value=lambda row: row.lab or "–"),
        Column("area", n_("About"), value=lab_text.area_text),
        *lab_text.FIGURES.columns[1:],
    ),
    empty=n_("No figure is recorded."),
    sheet="Angka",
)


@lab.command(
    "figures", help=_("List published figures, of labs, regions and the nation, beside the computed.")
)
@click.option(
    "--region", type=REGION, metavar="CODE", help=_("Only those that this region recorded or that name it.")
)
@click.option("--lab", "slug", metavar="SLUG", help=_("Only of this lab."))
@xlsx_option
@time_options
@verb("lab figures")
def figures(
    answer: Answer,
    home: str | None,
    *,
    region: str | None,
    slug: str | None,
    xlsx: Path | None,
    as_of: str | None,
    known_at: str | None,
) -> None:
    from domain.streams import prefix
    from projections.queries.figures import published_figures

    with reading_session(answer, home, as_of, known_at) as session:
        within = prefix(region) if region else None
        found = published_figures(session, lab=slug, region=within)
    show_list(answer, FIGURES, Items(found), xlsx)
