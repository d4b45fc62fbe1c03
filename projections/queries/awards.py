"""Awards of a region: who received what, from whom."""

from __future__ import annotations

from msgspec import Struct
from sqlalchemy import RowMapping, select

from domain import streams
from projections.queries.posts import post_at
from projections.queries.unit_naming import UnitNaming, UnitsOf, units_named
from projections.read_session import ReadSession
from projections.views.awards import awards
from projections.views.catalogue import innovations
from projections.views.documents import documents
from projections.views.regions import regions


class AwardRow(Struct, frozen=True):
    """One award; `recipient` is the kind of who received it (`terms.RECIPIENTS`), `to` what it is called.

    A person is called by the post that was held on that day. `unit` is that of the innovation, too.
    """

    region: str
    region_name: str | None
    recipient: str
    to: str
    unit: str | None
    title: str
    tier: str | None
    edition: str | None
    giver: str | None
    occurred: str | None
    document: str | None


def list_awards(
    session: ReadSession, *, region: str | None = None, unit: str | None = None, units_of: UnitsOf = "now"
) -> list[AwardRow]:
    """The awards that stand in order of region and day; of a region (`3303`), of a unit by its name."""
    query = (
        select(
            awards,
            innovations.c.code,
            innovations.c.unit.label("innovation_unit"),
            innovations.c.title.label("innovation_title"),
            documents.c.number,
            documents.c.subject,
        )
        .outerjoin(innovations, innovations.c.stream == awards.c.innovation)
        .outerjoin(documents, documents.c.stream == awards.c.document)
        .order_by(awards.c.region, awards.c.occurred.nulls_first(), awards.c.stream)
    )
    if region:
        query = query.where(awards.c.region == region)
    if unit:
        named = sorted(units_named(session, unit, units_of))
        query = query.where(awards.c.unit.in_(named) | innovations.c.unit.in_(named))
    called = {row[0]: row[1] for row in session.connection.execute(select(regions.c.code, regions.c.name))}
    naming = UnitNaming(session, units_of)
    rows = session.connection.execute(query).mappings().all()
    return [_row(session, row, called, naming) for row in rows]


def _row(session: ReadSession, row: RowMapping, called: dict[str, str], naming: UnitNaming) -> AwardRow:
    code = streams.region_code(row["region"])
    stream = row["unit"] or row["innovation_unit"]
    unit = naming.of(stream, row["occurred"]).short if stream else None
    post = post_at(session, row["person"], row["occurred"]) if row["person"] else None
    to = {
        "innovation": f"{row['code']} {row['innovation_title']}" if row["code"] else row["innovation"],
        "unit": unit,
        "person": post.post if post else row["person"],
    }.get(row["recipient"], called.get(code, code))
    return AwardRow(
        region=code,
        region_name=called.get(code),
        recipient=row["recipient"],
        to=to or "–",
        unit=unit,
        title=row["title"],
        tier=row["tier"],
        edition=row["edition"],
        giver=row["giver"],
        occurred=row["occurred"],
        document=": ".join(part for part in (row["number"], row["subject"]) if part) or None,
    )


def awards_by_innovation(session: ReadSession) -> dict[str, list[str]]:
    """Code of an innovation to its awards by name, tier and edition, in order of day."""
    query = (
        select(innovations.c.code, awards.c.title, awards.c.tier, awards.c.edition)
        .join(innovations, innovations.c.stream == awards.c.innovation)
        .order_by(awards.c.occurred.nulls_first(), awards.c.stream)
    )
    found: dict[str, list[str]] = {}
    for code, *parts in session.connection.execute(query):
        found.setdefault(code, []).append(" ".join(filter(None, parts)))
    return found
