"""Advice as tables and as a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from commands.common.list_spec import Column, ListSpec, innovation_columns, screen_text, sheet
from commands.common.output import Answer, count, list_notes
from commands.eligibility import plan_text
from commands.eligibility.text import sentence_text
from jejak_i18n import gettext as _
from jejak_i18n import marked as n_
from jejak_i18n import sentence as in_words
from jejak_i18n.verdicts import number
from projections.eligibility.answers import (
    AdviceAnswer,
    AdviceItem,
    InnovationSum,
    RegionSum,
    UnitSum,
)
from projections.eligibility.other_sheets import way_to_sheets

if TYPE_CHECKING:
    from exporters.excel.list_workbook import ListSheet


class Weighed(Protocol):
    """What brings points for pieces of evidence."""

    @property
    def points(self) -> str: ...

    @property
    def pieces(self) -> int: ...


R = TypeVar("R")
W = TypeVar("W", bound=Weighed)
TITLE = n_("What brings points")


def _weighed(row: type[W], *more: Column[W]) -> tuple[Column[W], ...]:
    """Points and pieces, then the other columns."""
    return (
        Column("points", n_("Points"), value=lambda one: number(one.points), right=True),
        Column("pieces", n_("Pieces"), value=lambda one: str(one.pieces), right=True),
        *more,
    )


def _certainty(item: AdviceItem) -> str:
    return _("stated") if item.stated else _("at most")


def _to_do(item: AdviceItem) -> str:
    return sentence_text(item.remedy or item.sentence)


ITEMS = ListSpec(
    row=AdviceItem,
    name=n_("Items"),
    title=TITLE,
    columns=_weighed(
        AdviceItem,
        *innovation_columns(),
        Column("label", n_("Row")),
        Column("stated", n_("Certain"), value=_certainty),
        Column("remedy", n_("What to do"), value=_to_do),
    ),
)
INNOVATIONS = ListSpec(
    row=InnovationSum,
    name=n_("Innovations"),
    title=TITLE,
    columns=_weighed(InnovationSum, Column("code", n_("Code")), Column("title", n_("Title"))),
)
UNITS = ListSpec(
    row=UnitSum, name=n_("Units"), title=TITLE, columns=_weighed(UnitSum, Column("unit", n_("Unit")))
)
REGIONS = ListSpec(
    row=RegionSum, name=n_("Region"), title=TITLE, columns=_weighed(RegionSum, Column("region", n_("Region")))
)


def text(advice: AdviceAnswer, *, by: str, limit: int, planned: bool = False) -> str:
    """The plan where one was asked for, else the items or their sums; then who is silent, and who may go."""
    parts = [plan_text.text(advice) if planned else _by(advice, by, limit)]
    parts += [_shut_out(advice)] if advice.shut_out else []
    parts += [plan_text.silent_text(advice.silent)] if advice.silent else []
    parts += [plan_text.sending_text(advice.sending, limit)] if advice.sending else []
    return "\n\n".join(parts)


def _by(advice: AdviceAnswer, by: str, limit: int) -> str:
    match by:
        case "item":
            return _shown(ITEMS, advice.items, limit, advice)
        case "innovation":
            return _shown(INNOVATIONS, advice.innovations, limit, advice)
        case "unit":
            return _shown(UNITS, advice.units, limit, advice)
    return _shown(REGIONS, advice.regions, limit, advice)


def _shut_out(advice: AdviceAnswer) -> str:
    """How many innovations entered cannot gain points before they may enter, and where to see why."""
    told = _(
        "{shut} of {entered} innovations entered are shut out by conditions that are not met. See them:"
        " jejak eligibility list --award {award} --year {year}{more} --entered"
    )
    more = f" --group {advice.group}" if advice.group else ""
    return told.format(
        shut=count(advice.shut_out),
        entered=count(advice.entered),
        award=advice.award,
        year=advice.year,
        more=f"{more} --region {advice.region}",
    )


def _nothing(advice: AdviceAnswer) -> str:
    if advice.items:
        return _("Nothing brings points for certain; what brings points at most: --by item")
    if advice.shut_out and advice.shut_out == advice.entered:
        return _("There is no advice on evidence before an innovation entered meets the conditions.")
    if advice.entered:
        return _("No entry lacks evidence.")
    return _("No entry lacks evidence. Enter innovations first: sheet Klaim IGA, or jejak entry claim.")


def _shown(spec: ListSpec[R], rows: Sequence[R], limit: int, advice: AdviceAnswer) -> str:
    if not rows:
        return _nothing(advice)
    way = way_to_sheets(_to_do(one) for one in rows[:limit] if isinstance(one, AdviceItem))
    shown = _("{shown} of {total}").format(shown=count(min(limit, len(rows))), total=count(len(rows)))
    return "\n".join([screen_text(spec, rows[:limit]), shown, *([in_words(way)] if way else [])])


def sheets(answer: Answer, advice: AdviceAnswer) -> list[ListSheet]:
    """One sheet for the items, one each for innovations, units, regions and all else there is."""
    notes = list_notes(answer)
    return [
        sheet(ITEMS, advice.items, notes),
        sheet(INNOVATIONS, advice.innovations, notes),
        sheet(UNITS, advice.units, notes),
        sheet(REGIONS, advice.regions, notes),
        *plan_text.sheets(advice, notes),
    ]
