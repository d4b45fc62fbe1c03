"""Labs: their list, one lab whole, its funnel, and published figures beside computed ones."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, func, select

from domain import dates, streams, terms
from projections.queries.find import lab_of
from projections.read_session import ReadSession
from projections.views.agreements import agreements, signatures
from projections.views.catalogue import innovations
from projections.views.labs import ceremonies, labs, participants, stages
from projections.views.lineage import idea_credits, ideas
from projections.views.people import people
from projections.views.regions import figures, regions
from projections.views.units import units
from projections.views.workshops import workshops


def list_labs(session: ReadSession, *, region: str | None = None) -> dict[str, Any]:
    """All labs in order of region and round."""
    query = (
        select(labs, regions.c.name.label("region_name"))
        .outerjoin(regions, func.substr(regions.c.stream, 1, 4) == labs.c.region)
        .where(labs.c.stands)
        .order_by(labs.c.region, labs.c.opened_on.nulls_first(), labs.c.stream)
    )
    if region:
        query = query.where(labs.c.region == region)
    items = []
    for row in session.connection.execute(query).mappings():
        lab = row["stream"]
        items.append(
            {
                "slug": row["slug"],
                "name": row["name"],
                "region": streams.region_code(row["region"]),
                "region_name": row["region_name"],
                "round": row["round"],
                "opened_on": row["opened_on"],
                "mode": row["mode"],
                "illustrative": row["illustrative"],
                "units": _count(session, select(func.count()).where(participants.c.stream == lab)),
                "ideas": _count(session, _ideas(lab).where(ideas.c.origin == "proposed")),
                "launched": _count(session, _launched(lab)),
                "illustrative_ideas": _count(
                    session, _ideas(lab).where(ideas.c.origin == "proposed", ideas.c.illustrative)
                ),
                "illustrative_innovations": _count(session, _launched(lab).where(innovations.c.illustrative)),
            }
        )
    return {"total": len(items), "items": items}


def _count(session: ReadSession, query: Select[Any]) -> int:
    return int(session.connection.execute(query).scalar_one())


def _ideas(lab: str) -> Select[Any]:
    return select(func.count()).select_from(ideas).where(ideas.c.stands, ideas.c.lab == lab)


def _launched(lab: str) -> Select[Any]:
    clauses = (innovations.c.stands, innovations.c.launched, innovations.c.launch_lab == lab)
    return select(func.count()).select_from(innovations).where(*clauses)


def stage_rows(session: ReadSession, lab: str) -> list[dict[str, Any]]:
    """The stages of a lab in the order in which they happened; `from` and `to` are ISO dates."""
    rows = session.connection.execute(select(stages).where(stages.c.stream == lab)).mappings()
    found = [
        {
            "stage": row["stage"],
            "local_name": row["local_name"],
            "from": row["opened_on"],
            "to": row["closed_on"],
            "held": row["held"],
            "reason": row["reason"],
        }
        for row in rows
    ]

    def order(row: dict[str, Any]) -> tuple[int, int]:
        span = dates.maybe(row["from"] or row["to"])
        return span.start if span else 10**9, terms.STAGES.index(row["stage"])

    return sorted(found, key=order)


def funnel(session: ReadSession, slug: str) -> dict[str, Any]:
    """The whole funnel of a lab, from ideas proposed to innovations launched, with its stages.

    Always: ideas_proposed + made_by_merge + made_by_split = merged_away + split_away + withdrawn
    + not_continued + open + designed.
    """
    lab = lab_of(session, slug)
    query = (
        select(ideas.c.origin, ideas.c.status, func.count())
        .where(ideas.c.stands, ideas.c.lab == lab)
        .group_by(ideas.c.origin, ideas.c.status)
    )
    by_origin: dict[str, int] = {}
    by_status: dict[str, int] = {}
    for origin, status, count in session.connection.execute(query):
        by_origin[origin] = by_origin.get(origin, 0) + count
        by_status[status] = by_status.get(status, 0) + count
    ends = (
        select(ideas.c.status, ideas.c.end_code, func.count())
        .where(ideas.c.stands, ideas.c.lab == lab, ideas.c.end_code.is_not(None))
        .group_by(ideas.c.status, ideas.c.end_code)
        .order_by(ideas.c.status, ideas.c.end_code)
    )
    born = (innovations.c.stands, innovations.c.lab == lab)
    count_born = select(func.count()).select_from(innovations).where(*born)
    return {
        "lab": slug,
        "ideas_proposed": by_origin.get("proposed", 0),
        "made_by_merge": by_origin.get("merge", 0),
        "made_by_split": by_origin.get("split", 0),
        "merged_away": by_status.get("merged", 0),
        "split_away": by_status.get("split", 0),
        "withdrawn": by_status.get("withdrawn", 0),
        "not_continued": by_status.get("not_continued", 0),
        "open": by_status.get("open", 0),
        "designed": by_status.get("designed", 0),
        "innovations_designed": _count(session, count_born),
        "innovations_without_idea": _count(session, count_born.where(innovations.c.idea.is_(None))),
        "monitored": _count(session, count_born.where(innovations.c.monitorings > 0)),
        "launched": _count(session, _launched(lab)),
        "displayed": _count(session, count_born.where(innovations.c.displays > 0)),
        "illustrative_ideas": _count(session, _ideas(lab).where(ideas.c.illustrative)),
        "illustrative_innovations": _count(session, count_born.where(innovations.c.illustrative)),
        "ended_because": [
            {"ending": status, "code": code, "count": count}
            for status, code, count in session.connection.execute(ends)
        ],
        "stages": stage_rows(session, lab),
    }


def lab_detail(session: ReadSession, slug: str) -> dict[str, Any]:
    """One lab: what it is, its stages, participants by kind, workshops, ceremonies and agreements."""
    lab = lab_of(session, slug)
    row = session.connection.execute(select(labs).where(labs.c.stream == lab)).mappings().one()
    kinds = (
        select(units.c.kind, func.count())
        .select_from(participants)
        .outerjoin(units, units.c.stream == participants.c.unit)
        .where(participants.c.stream == lab)
        .group_by(units.c.kind)
    )
    counted = {row[0]: row[1] for row in session.connection.execute(kinds)}
    return {
        "slug": slug,
        "name": row["name"],
        "region": streams.region_code(row["region"]),
        "round": row["round"],
        "mode": row["mode"],
        "opened_on": row["opened_on"],
        "theme": row["theme"],
        "target_kinds": [kind for kind in row["target_kinds"].split(",") if kind],
        "facilitator": row["facilitator"],
        "missions": [line for line in row["missions"].split("\n") if line],
        "illustrative": row["illustrative"],
        "stages": stage_rows(session, lab),
        "participants": {kind: counted[kind] for kind in terms.UNIT_KINDS if kind in counted},
        "workshops": _rows(
            session,
            select(workshops)
            .where(workshops.c.lab == lab)
            .order_by(workshops.c.occurred.nulls_first(), workshops.c.stream),
        ),
        "ceremonies": _rows(
            session, select(ceremonies).where(ceremonies.c.stream == lab).order_by(ceremonies.c.key)
        ),
        "agreements": _agreements(session, lab),
    }


def _rows(session: ReadSession, query: Select[Any]) -> list[dict[str, Any]]:
    hidden = ("stream", "lab", "speakers", "led_by", "position")
    rows = session.connection.execute(query).mappings()
    return [{name: value for name, value in row.items() if name not in hidden} for row in rows]


def _agreements(session: ReadSession, lab: str) -> list[dict[str, Any]]:
    found = []
    query = select(agreements).where(agreements.c.lab == lab).order_by(agreements.c.stream)
    for row in session.connection.execute(query).mappings().all():
        signers = (
            select(signatures.c.role, signatures.c.capacity, signatures.c.representing, people.c.post)
            .outerjoin(people, people.c.stream == signatures.c.person)
            .where(signatures.c.stream == row["stream"])
            .order_by(signatures.c.position)
        )
        found.append(
            {
                "kind": row["kind"],
                "title": row["title"],
                "number": row["number"],
                "occurred": row["occurred"],
                "medium": row["medium"],
                "illustrative": row["illustrative"],
                "signatures": [dict(one) for one in session.connection.execute(signers).mappings()],
            }
        )
    return found


def figure_rows(session: ReadSession, *, lab: str | None = None) -> list[dict[str, Any]]:
    """Every published figure beside what is computed for it; None where it has no measure."""
    query = select(figures, labs.c.slug, units.c.short.label("unit_short")).outerjoin(
        labs, labs.c.stream == figures.c.lab
    )
    query = query.outerjoin(units, units.c.stream == figures.c.unit).order_by(
        figures.c.stream, labs.c.slug.nulls_first(), figures.c.position
    )
    if lab:
        query = query.where(figures.c.lab == lab_of(session, lab))
    found = []
    for row in session.connection.execute(query).mappings().all():
        kinds = [kind for kind in row["unit_kinds"].split(",") if kind]
        found.append(
            {
                "region": streams.region_code(row["stream"]),
                "lab": row["slug"],
                "measure": row["measure"],
                "unit_kinds": kinds,
                "unit": row["unit_short"],
                "label": row["label"],
                "published": row["value"],
                "computed": _computed(session, row, kinds),
                "publisher": row["publisher"],
                "date": row["occurred"],
                "event": row["position"],
            }
        )
    return found


def _computed(session: ReadSession, row: Any, kinds: list[str]) -> int | None:
    if row["measure"] is None:
        return None
    region = streams.region_of(row["stream"])
    return _MEASURES[row["measure"]](session, region, row["lab"], row["unit"], kinds)


def _of_units(column: Any, unit: str | None, kinds: list[str]) -> list[Any]:
    clauses = [column == unit] if unit else []
    if kinds:
        clauses.append(column.in_(select(units.c.stream).where(units.c.kind.in_(kinds))))
    return clauses


def _ideas_proposed(
    session: ReadSession, region: str, lab: str | None, unit: str | None, kinds: list[str]
) -> int:
    query = select(func.count()).select_from(ideas).where(ideas.c.stands, ideas.c.origin == "proposed")
    query = query.where(ideas.c.lab == lab if lab else ideas.c.region == region)
    if unit or kinds:
        credited = select(idea_credits.c.stream).where(*_of_units(idea_credits.c.who, unit, kinds))
        query = query.where(ideas.c.stream.in_(credited))
    return _count(session, query)


def _designed(session: ReadSession, region: str, lab: str | None, unit: str | None, kinds: list[str]) -> int:
    query = select(func.count()).select_from(innovations).where(innovations.c.stands)
    query = query.where(innovations.c.lab == lab if lab else innovations.c.region == region)
    return _count(session, query.where(*_of_units(innovations.c.unit, unit, kinds)))


def _launched_in(
    session: ReadSession, region: str, lab: str | None, unit: str | None, kinds: list[str]
) -> int:
    query = select(func.count()).select_from(innovations).where(innovations.c.stands, innovations.c.launched)
    query = query.where(innovations.c.launch_lab == lab if lab else innovations.c.region == region)
    return _count(session, query.where(*_of_units(innovations.c.unit, unit, kinds)))


def _participating(
    session: ReadSession, region: str, lab: str | None, unit: str | None, kinds: list[str]
) -> int:
    query = select(func.count(participants.c.unit.distinct()))
    within = func.substr(participants.c.stream, 1, len(region) + 1) == f"{region}/"
    query = query.where(participants.c.stream == lab if lab else within)
    return _count(session, query.where(*_of_units(participants.c.unit, unit, kinds)))


_MEASURES = {
    "ideas.proposed": _ideas_proposed,
    "innovations.designed": _designed,
    "innovations.launched": _launched_in,
    "units.participating": _participating,
}
