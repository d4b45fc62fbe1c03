"""The catalogue as one page: all rows stand in it; search, filters and order are the script's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from exporters.site.innovation_page import Context
from jejak_i18n import formatting, labels, language
from jejak_i18n import gettext as _
from jejak_i18n.unit_kinds import unit_kind_for_terminal
from projections.queries.catalogue import CatalogueRow


class InnovationRow(Struct, frozen=True):
    """One innovation in the list; `year` and `found` are what filters and search look at."""

    code: str
    name: str
    title: str
    unit: str
    kind: str
    region: str
    lab: str
    stage: str
    launched: str
    launched_on: str
    year: str
    affair: str
    awards: str
    illustrative: bool
    found: str


def innovation_row(row: CatalogueRow, affair: str, awards: Sequence[str]) -> InnovationRow:
    """A row with its labels."""
    kind = unit_kind_for_terminal(row.unit_kind, row.region) if row.unit_kind else ""
    words = (row.code, row.acronym, row.title, row.unit, row.region_name, row.lab, affair, *awards)
    return InnovationRow(
        code=row.code,
        name=row.acronym or row.title,
        title=row.title if row.acronym else "",
        unit=row.unit or "",
        kind=kind,
        region=row.region_name or row.region,
        lab=row.lab or "",
        stage=labels.label_for_terminal("maturity", row.stage),
        launched=formatting.short_date(row.launched_on, language()) if row.launched_on else _launched(row),
        launched_on=row.launched_on or "",
        year=(row.launched_on or "")[:4],
        affair=affair,
        awards="; ".join(awards),
        illustrative=row.illustrative,
        found=" ".join(filter(None, words)).casefold(),
    )


def _launched(row: CatalogueRow) -> str:
    return _("undated") if row.launched else "–"


def catalogue_context(rows: Sequence[InnovationRow]) -> Context:
    """The rows, and what each filter has to choose from."""
    names = ("region", "lab", "unit", "kind", "year", "affair", "stage", "awards")
    choices = {name: sorted({getattr(row, name) for row in rows} - {""}) for name in names}
    awards = sorted({one for row in rows for one in row.awards.split("; ") if one})
    return {"rows": rows, "choices": choices | {"awards": awards}, "filters": _filters(choices)}


def _filters(choices: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """The filters that have something to choose, with their labels."""
    known = {
        "region": _("Region"),
        "lab": _("Lab"),
        "unit": _("Unit"),
        "kind": _("Kind of unit"),
        "year": _("Year of launching"),
        "affair": _("Affair"),
        "stage": _("Stage of the innovation"),
        "awards": _("Award received"),
    }
    return [(name, label) for name, label in known.items() if len(choices[name]) > (name != "awards")]
