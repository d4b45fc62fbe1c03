"""How many innovations there are by kind of unit and by unit, as text and as a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from commands.common.list_spec import Column, ListSpec, screen_text, sheet
from commands.common.output import Answer, count, list_notes
from domain import terms
from jejak_i18n import gettext as _
from jejak_i18n import marked as n_
from projections.queries.catalogue import CatalogueStats, Counts, UnitCount

if TYPE_CHECKING:
    from exporters.excel.list_workbook import ListSheet

LARGEST = 10
"""How many units the screen shows."""


class KindRow(Struct, frozen=True):
    """How many innovations the units of one kind have."""

    kind: str
    designed: int
    launched: int
    implemented: int
    displayed: int


class UnitRow(KindRow, frozen=True):
    """How many innovations one unit has."""

    unit: str


def _measure_columns() -> tuple[Column[KindRow], ...]:
    return (
        Column("designed", n_("Designed"), "number"),
        Column("launched", n_("Launched"), "number"),
        Column("implemented", n_("Implemented"), "number"),
        Column("displayed", n_("Displayed"), "number"),
    )


BY_KIND = ListSpec(
    row=KindRow,
    name=n_("By kind"),
    title=n_("Innovations by kind of unit"),
    columns=(Column("kind", n_("Kind of unit"), "label", codes="unit_kind"), *_measure_columns()),
)
BY_UNIT = ListSpec(
    row=UnitRow,
    name=n_("By unit"),
    title=n_("Innovations by unit"),
    columns=(
        Column("unit", n_("Unit")),
        Column("kind", n_("Kind"), "label", codes="unit_kind"),
        *_measure_columns(),
    ),
)
MOST_LAUNCHES = ListSpec(
    row=UnitCount,
    name=n_("By unit"),
    title=n_("Innovations by unit"),
    columns=(
        Column("unit", n_("Unit")),
        Column("kind", n_("Kind"), "label", codes="unit_kind"),
        Column("count", n_("Launched"), "number"),
    ),
)


def sheets(answer: Answer, found: CatalogueStats) -> list[ListSheet]:
    """One sheet by kind of unit, one by unit."""
    kinds = {kind for counts in _measures(found) for kind in counts.by_kind}
    by_kind = [_kind_row(found, kind) for kind in terms.UNIT_KINDS if kind in kinds]
    notes = list_notes(answer)
    return [sheet(BY_KIND, by_kind, notes), sheet(BY_UNIT, _unit_rows(found), notes)]


def text(found: CatalogueStats) -> str:
    """The totals, a table by kind of unit, and the units with the most launches."""
    names = (_("Designed"), _("Launched"), _("Implemented"), _("Displayed"))
    totals = zip(names, _measures(found), strict=True)
    parts = ["   ".join(f"{name}: {count(counts.total)}" for name, counts in totals)]
    if found.illustrative:
        parts[0] += "\n" + _("Among them {count} illustrations.").format(count=count(found.illustrative))
    kinds = found.designed.by_kind | found.launched.by_kind
    if kinds:
        parts.append(screen_text(BY_KIND, [_kind_row(found, kind) for kind in kinds]))
    if found.launched.by_unit:
        parts.append(screen_text(MOST_LAUNCHES, found.launched.by_unit[:LARGEST]))
    return "\n\n".join(parts)


def _measures(found: CatalogueStats) -> tuple[Counts, Counts, Counts, Counts]:
    return found.designed, found.launched, found.implemented, found.displayed


def _kind_row(found: CatalogueStats, kind: str) -> KindRow:
    designed, launched, implemented, displayed = (one.by_kind.get(kind, 0) for one in _measures(found))
    return KindRow(kind, designed, launched, implemented, displayed)


def _unit_rows(found: CatalogueStats) -> list[UnitRow]:
    tables = [{(one.kind, one.unit): one.count for one in counts.by_unit} for counts in _measures(found)]
    rows = []
    for key in sorted({key for counted in tables for key in counted}):
        designed, launched, implemented, displayed = (counted.get(key, 0) for counted in tables)
        rows.append(UnitRow(key[0], designed, launched, implemented, displayed, key[1]))
    return rows
