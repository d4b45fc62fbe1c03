"""Rounds side by side: what each lab of a region counts, with the codes behind every number."""

from __future__ import annotations

from msgspec import Struct
from sqlalchemy import RowMapping, Select, select

from domain import streams
from projections.queries.figures import published_figures
from projections.queries.lab_counts import knowledge_of
from projections.queries.unit_naming import UnitNaming, UnitsOf
from projections.read_session import ReadSession
from projections.views.catalogue import innovations
from projections.views.labs import labs, participants
from projections.views.lineage import ideas

CodeQuery = Select[str]
LAN_COLUMNS = {
    "DRUMP_UP": "units",
    "DIAGNOSE": "ideas_proposed",
    "DESAIN": "innovations_designed",
    "DELIVER_LAUNCHING": "launched",
    "DELIVER_MONITORING": "monitored",
    "DISPLAY": "displayed",
}
"""LAN's columns of its lab table, filled with counts of ours. What LAN's own integers mean is unconfirmed."""


IDEA_COUNTS = ("ideas_proposed", "made_by_merge", "made_by_split")
STAGE_OF = dict.fromkeys(IDEA_COUNTS, "diagnose") | {
    "innovations_designed": "design",
    "launched": "launching",
    "monitored": "monitoring",
    "displayed": "display",
}
"""The stage of a lab without which there is nothing to count."""
RESULT_COLUMN = "HASIL_AKHIR"
"""LAN's own score, which Jejak does not know."""


class ComparedFigure(Struct, frozen=True):
    """A published figure of a lab beside the computed one."""

    measure: str | None
    unit_kinds: list[str]
    unit: str | None
    label: str | None
    published: int
    computed: int | None


class LabCounts(Struct, frozen=True):
    """One lab: its counts by their names, the codes behind each, and LAN's columns filled with counts.

    None where nobody recorded any.
    """

    slug: str
    name: str
    round: int | None
    opened_on: str | None
    illustrative: bool
    counts: dict[str, int | None]
    lan: dict[str, int | None]
    published: list[ComparedFigure]
    codes: dict[str, list[str]]


class LabComparison(Struct, frozen=True):
    """The labs of a region in order of their rounds."""

    region: str
    labs: list[LabCounts]
    lan_note: str


def compare_labs(session: ReadSession, region: str, units_of: UnitsOf = "now") -> LabComparison:
    """The labs of a region in order of their rounds: counts, the codes behind them, and LAN's columns.

    `units_of` says how the units that took part are named; their number does not change by it.
    """
    query = select(labs).where(labs.c.stands, labs.c.region == region)
    rows = session.connection.execute(query.order_by(labs.c.opened_on.nulls_first(), labs.c.stream))
    ordered = sorted(
        rows.mappings(), key=lambda row: (row["round"] or 0, row["opened_on"] or "", row["stream"])
    )
    return LabComparison(
        streams.region_code(region),
        [_lab(session, row, units_of) for row in ordered],
        "counts of Jejak, not LAN's scores",
    )


def _lab(session: ReadSession, row: RowMapping, units_of: UnitsOf) -> LabCounts:
    codes = _codes(session, row, units_of)
    counts = _counts(session, row["stream"], codes)
    if session.as_of and None in counts.values():
        whole = session.of_all_days
        later = _counts(whole, row["stream"], _codes(whole, row, units_of))
        # Nothing was launched on the eve of a launching: that is known, since its day is.
        counts = {
            name: 0 if count is None and later[name] is not None else count for name, count in counts.items()
        }
    lan: dict[str, int | None] = {name: counts[ours] for name, ours in LAN_COLUMNS.items()}
    figures = published_figures(session, lab=f"{streams.region_code(row['region'])}/{row['slug']}")
    return LabCounts(
        slug=row["slug"],
        name=row["name"],
        round=row["round"],
        opened_on=row["opened_on"],
        illustrative=bool(row["illustrative"]),
        counts=counts,
        lan=lan | {RESULT_COLUMN: None},
        published=[
            ComparedFigure(one.measure, one.unit_kinds, one.unit, one.label, one.published, one.computed)
            for one in figures
        ],
        codes=codes,
    )


def _counts(session: ReadSession, lab: str, codes: dict[str, list[str]]) -> dict[str, int | None]:
    knowledge = knowledge_of(session, lab)
    ideas_known = sum(len(codes[name]) for name in IDEA_COUNTS)
    return {
        name: knowledge.known(len(found), STAGE_OF.get(name), beside=ideas_known * (name in IDEA_COUNTS))
        for name, found in codes.items()
    }


def _taking_part(session: ReadSession, lab: RowMapping, units_of: UnitsOf) -> list[str]:
    """The units that took part, called as on the day they joined, or else on that of the opening."""
    query = select(participants.c.unit, participants.c.joined_on).where(
        participants.c.stream == lab["stream"]
    )
    rows = session.connection.execute(query).all()
    naming = UnitNaming(session, units_of)
    naming.read({row.unit for row in rows})
    return sorted(naming.of(row.unit, row.joined_on or lab["opened_on"]).short for row in rows)


def _codes(session: ReadSession, row: RowMapping, units_of: UnitsOf) -> dict[str, list[str]]:
    """What each count of a lab counts, by the count's name."""
    lab = str(row["stream"])
    born = _innovations().where(innovations.c.lab == lab)
    queries = {
        "ideas_proposed": _ideas(lab).where(ideas.c.origin == "proposed"),
        "made_by_merge": _ideas(lab).where(ideas.c.origin == "merge"),
        "made_by_split": _ideas(lab).where(ideas.c.origin == "split"),
        "innovations_designed": born,
        "launched": _innovations().where(innovations.c.launched, innovations.c.launch_lab == lab),
        "monitored": born.where(innovations.c.monitorings > 0),
        "displayed": born.where(innovations.c.displays > 0),
        "implemented": born.where(innovations.c.implemented),
    }
    found = {name: _all(session, query) for name, query in queries.items()}
    return {"units": _taking_part(session, row, units_of), **found}


def _ideas(lab: str) -> CodeQuery:
    return select(ideas.c.code).where(ideas.c.stands, ideas.c.lab == lab).order_by(ideas.c.stream)


def _innovations() -> CodeQuery:
    return select(innovations.c.code).where(innovations.c.stands).order_by(innovations.c.stream)


def _all(session: ReadSession, query: CodeQuery) -> list[str]:
    return [str(row[0]) for row in session.connection.execute(query)]
