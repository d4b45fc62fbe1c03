"""How many innovations there are by kind of unit and by unit, as text and as a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from commands.common.list_spec import Column, ListSpec, screen_text, sheet
from commands.common.output import count
from domain import terms
from jejak_i18n import gettext as _
from jejak_i18n import marked as n_
from jejak_i18n.unit_kinds import unit_kind_label, unit_kind_label_over
from projections.queries.catalogue import CatalogueStats, Counts, UnitCount

if TYPE_CHECKING:
    from exporters.excel.list_workbook import ListSheet

LARGEST = 10
"""How many units the screen shows."""


class KindRow(Struct, frozen=True):
    """How many innovations the units of one kind have, by its label; None where nobody recorded any."""

    label: str
    designed: int | None
    launched: int | None
    implemented: int | None
    displayed: int | None


class UnitRow(KindRow, frozen=True):
    """How many innovations one unit has."""

    unit: str
    region: str


class LaunchRow(Struct, frozen=True):
    """How many innovations one unit launched."""

    unit: str
    label: str
    region: str
    count: int


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
    columns=(Column("label", n_("Kind of unit")), *_measure_columns()),
)
BY_UNIT = ListSpec(
    row=UnitRow,
    name=n_("By unit"),
    title=n_("Innovations by unit"),
    columns=(
        Column("region", n_("Region"), telling_apart=True),
        Column("unit", n_("Unit")),
        Column("label", n_("Kind")),
        *_measure_columns(),
    ),
)
MOST_LAUNCHES = ListSpec(
    row=LaunchRow,
    name=n_("By unit"),
    title=n_("Innovations by unit"),
    columns=(
        Column("region", n_("Region"), telling_apart=True),
        Column("unit", n_("Unit")),
        Column("label", n_("Kind")),
        Column("count", n_("Launched"), "number"),
    ),
)


def sheets(found: CatalogueStats, notes: list[str]) -> list[ListSheet]:
    """One sheet by kind of unit, one by unit."""
    kinds = {kind for counts in _measures(found) for kind in counts.by_kind}
    by_kind = [_kind_row(found, kind) for kind in terms.UNIT_KINDS if kind in kinds]
    return [sheet(BY_KIND, by_kind, notes), sheet(BY_UNIT, _unit_rows(found), notes)]


def text(found: CatalogueStats) -> str:
    """The totals, a table by kind of unit, and the units with the most launches."""
    names = (_("Designed"), _("Launched"), _("Implemented"), _("Displayed"))
    totals = zip(names, _measures(found), strict=True)
    parts = ["   ".join(f"{name}: {_total(counts)}" for name, counts in totals)]
    if found.illustrative:
        parts[0] += "\n" + _("Among them {count} illustrations.").format(count=count(found.illustrative))
    kinds = found.designed.by_kind | found.launched.by_kind
    if kinds:
        parts.append(screen_text(BY_KIND, [_kind_row(found, kind) for kind in kinds]))
    if found.launched.by_unit:
        most = [
            LaunchRow(one.unit, _label(found, one), _region(found, one.region), one.count)
            for one in found.launched.by_unit
        ]
        parts.append(screen_text(MOST_LAUNCHES, most[:LARGEST], apart=len(found.regions) > 1))
    return "\n\n".join(parts)


def _total(counts: Counts) -> str:
    return _("not known yet") if counts.total is None else count(counts.total)


def _measures(found: CatalogueStats) -> tuple[Counts, Counts, Counts, Counts]:
    return found.designed, found.launched, found.implemented, found.displayed


def _label(found: CatalogueStats, one: UnitCount) -> str:
    return unit_kind_label(one.kind, one.region, found.day)


def _region(found: CatalogueStats, code: str) -> str:
    return found.regions.get(code) or code


def _kind_row(found: CatalogueStats, kind: str) -> KindRow:
    counts = (one.by_kind.get(kind, 0 if one.total else None) for one in _measures(found))
    return KindRow(unit_kind_label_over(kind, found.regions, found.day), *counts)


def _unit_rows(found: CatalogueStats) -> list[UnitRow]:
    tables: list[dict[tuple[str, str, str], int]] = []
    for measured in _measures(found):
        counted: dict[tuple[str, str, str], int] = {}
        for one in measured.by_unit:
            key = (one.region, one.kind, one.unit)
            counted[key] = counted.get(key, 0) + one.count
        tables.append(counted)
    rows = []
    for key in sorted({key for counted in tables for key in counted}):
        region, kind, unit = key
        counts = [counted.get(key, 0 if counted else None) for counted in tables]
        designed, launched, implemented, displayed = counts
        label = unit_kind_label(kind, region, found.day)
        place = _region(found, region)
        rows.append(UnitRow(label, designed, launched, implemented, displayed, unit, place))
    return rows
