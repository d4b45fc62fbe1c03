"""The funnel of a lab as text and as a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from commands.common.list_spec import Column, ListSpec, screen_text, sheet
from commands.common.output import count
from commands.show.lab_text import STAGES, illustrations
from jejak_i18n import gettext as _
from jejak_i18n import labels
from jejak_i18n import marked as n_
from projections.queries.funnel import Funnel

if TYPE_CHECKING:
    from exporters.excel.list_workbook import ListSheet

NUMBER_WIDTH = 7
"""Characters of the column of numbers on the screen, at least."""


MOST = 10
"""How many units the screen shows."""


class FunnelRow(Struct, frozen=True):
    """One figure of a funnel with its name; None where nobody recorded any."""

    figure: str
    count: int | None


class UnitIdeasRow(Struct, frozen=True):
    """How many ideas a unit proposed."""

    unit: str
    count: int


class Sections(NamedTuple):
    """The figures of a funnel: where ideas came from, where they went, what became of innovations."""

    came: list[FunnelRow]
    went: list[FunnelRow]
    after: list[FunnelRow]


FUNNEL = ListSpec(
    row=FunnelRow,
    name=n_("Funnel"),
    title="",
    columns=(
        Column("figure", n_("Figure")),
        Column("count", n_("Count"), "number", lambda row: _known(row.count)),
    ),
)
BY_UNIT = ListSpec(
    row=UnitIdeasRow,
    name=n_("Ideas by unit"),
    title="",
    columns=(Column("unit", n_("Unit")), Column("count", n_("Ideas proposed"), "number")),
)


def _known(number: int | None) -> int | str:
    return _("not known yet") if number is None else number


def sheets(found: Funnel, notes: list[str]) -> list[ListSheet]:
    """One sheet for the figures, one for the ideas by unit, one for the stages."""
    came, went, after = _sections(found)
    notes = [*notes, _illustrations(found)]
    title = _("Funnel of {lab}").format(lab=found.lab)
    return [
        sheet(FUNNEL, [*came, *went, *after], notes, title=title),
        sheet(BY_UNIT, _unit_rows(found), notes, title=title),
        sheet(STAGES, found.stages, notes, title=title),
    ]


def text(found: Funnel) -> str:
    """The three parts of the funnel with their sums, then the stages."""
    came, went, after = _sections(found)
    width = max(len(row.figure) for row in (*came, *went, *after)) + 2
    digits = max(NUMBER_WIDTH, *(len(_number(row.count)) for row in (*came, *went, *after)))
    lines = [
        found.lab,
        *_lines([*came, _sum_of(came)], width, digits),
        *_late(found),
        "",
        *_lines([*went, _sum_of(went)], width, digits),
        *_reasons(found),
        "",
        *_lines(after, width, digits),
        _illustrations(found),
        *_unit_lines(found),
        "",
        screen_text(STAGES, found.stages),
    ]
    return "\n".join(lines)


def _lines(rows: list[FunnelRow], width: int, digits: int) -> list[str]:
    return [f"  {row.figure.ljust(width)}{_number(row.count):>{digits}}" for row in rows]


def _number(number: int | None) -> str:
    return _("not known yet") if number is None else count(number)


def _unit_rows(found: Funnel) -> list[UnitIdeasRow]:
    return [UnitIdeasRow(one.unit, one.count) for one in found.ideas_by_unit]


def _unit_lines(found: Funnel) -> list[str]:
    """The units with the most ideas."""
    rows = _unit_rows(found)
    return ["", screen_text(BY_UNIT, rows[:MOST])] if rows else []


def _reasons(found: Funnel) -> list[str]:
    """Why ideas ended, a line for each way and reason."""
    return [
        "    "
        + _("{ending} because of {reason}: {count}").format(
            ending=labels.label_of("idea_status", one.ending),
            reason=labels.label_of("end_reason", one.code),
            count=count(one.count),
        )
        for one in found.ended_because
    ]


def _late(found: Funnel) -> list[str]:
    """How many of the ideas came after diagnose, where any did."""
    if not found.proposed_late:
        return []
    text = _("of these {count} proposed after diagnose").format(count=count(found.proposed_late))
    return [f"    {text}"]


def _sum_of(rows: list[FunnelRow]) -> FunnelRow:
    return FunnelRow(_("Together"), _sum(rows))


def _sum(rows: list[FunnelRow]) -> int | None:
    known = [row.count for row in rows if row.count is not None]
    return sum(known) if len(known) == len(rows) else None


def _illustrations(found: Funnel) -> str:
    return illustrations(found.illustrative_ideas, found.illustrative_innovations)


def _sections(found: Funnel) -> Sections:
    return Sections(
        came=[
            FunnelRow(_("Ideas proposed"), found.ideas_proposed),
            FunnelRow(_("Made by merge"), found.made_by_merge),
            FunnelRow(_("Made by split"), found.made_by_split),
        ],
        went=[
            FunnelRow(_("Merged into another"), found.merged_away),
            FunnelRow(_("Split"), found.split_away),
            FunnelRow(_("Withdrawn"), found.withdrawn),
            FunnelRow(_("Not continued"), found.not_continued),
            FunnelRow(_("Still open"), found.open),
            FunnelRow(_("Taken into design"), found.designed),
        ],
        after=[
            FunnelRow(_("Innovations designed"), found.innovations_designed),
            FunnelRow(_("… without an idea"), found.innovations_without_idea),
            FunnelRow(_("Monitored"), found.monitored),
            FunnelRow(_("Launched"), found.launched),
            FunnelRow(_("Displayed"), found.displayed),
        ],
    )
