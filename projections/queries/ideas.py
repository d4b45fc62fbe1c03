"""Ideas of a region: what was proposed, by whom, and what became of it."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct
from sqlalchemy import RowMapping, func, select

from domain import streams
from projections.queries.find import lab_of
from projections.queries.posts import post_at
from projections.queries.unit_naming import UnitNaming, UnitsOf, units_named
from projections.read_session import ReadSession
from projections.views.labs import labs
from projections.views.lineage import idea_credits, ideas


class IdeaRow(Struct, frozen=True):
    """One idea; `proposers` are units by name and persons by post, in the order of the idea.

    `origin` is `proposed`, `merge` or `split`, `proposal` one of `terms.PROPOSALS` (of proposed ones),
    `status` one of `terms.IDEA_STATUSES`; `went_to` is the code of the idea or innovation that it became.
    """

    region: str
    code: str
    title: str
    proposers: list[str]
    lab: str | None
    origin: str
    proposal: str | None
    status: str
    went_to: str | None
    founded_on: str | None
    ended_on: str | None
    approved: bool
    illustrative: bool


class IdeaList(Struct, frozen=True):
    """The ideas that were asked for, by code."""

    items: list[IdeaRow]


class IdeaFilter(NamedTuple):
    """Which ideas are asked for; None leaves a condition out.

    `region` is a prefix (`3303`), `search` words of code and titles, all of which must stand there.
    """

    region: str | None = None
    lab: str | None = None
    unit: str | None = None
    status: str | None = None
    search: str | None = None


def list_ideas(session: ReadSession, wanted: IdeaFilter, units_of: UnitsOf = "now") -> list[IdeaRow]:
    """The ideas that stand, by code. Raises NotFoundError or AmbiguousError for a lab."""
    query = (
        select(ideas, labs.c.slug)
        .outerjoin(labs, labs.c.stream == ideas.c.lab)
        .where(ideas.c.stands)
        .order_by(ideas.c.stream)
    )
    if wanted.region:
        query = query.where(ideas.c.region == wanted.region)
    if wanted.lab:
        query = query.where(ideas.c.lab == lab_of(session, wanted.lab))
    if wanted.status:
        query = query.where(ideas.c.status == wanted.status)
    if wanted.unit:
        named = sorted(units_named(session, wanted.unit, units_of))
        theirs = select(idea_credits.c.stream).where(idea_credits.c.who.in_(named))
        query = query.where(ideas.c.stream.in_(theirs))
    words = (wanted.search or "").casefold().split()
    rows = [row for row in session.connection.execute(query).mappings() if _holds(row, words)]
    credited = _credits(session, {row["stream"] for row in rows})
    naming = UnitNaming(session, units_of)
    naming.read({who for found in credited.values() for who in found if streams.kind_of(who) == "unit"})
    return [_row(session, row, credited.get(row["stream"], []), naming) for row in rows]


def count_ideas(session: ReadSession, region: str | None = None) -> int:
    """How many ideas stand, of a region (`3303`) or of all."""
    query = select(func.count()).select_from(ideas).where(ideas.c.stands)
    if region:
        query = query.where(ideas.c.region == region)
    return int(session.connection.execute(query).scalar_one())


def _holds(row: RowMapping, words: list[str]) -> bool:
    # Not the database's own: one of them knows lower case of ASCII alone.
    said = f"{row['code']} {row['title']} {row['former']}".casefold()
    return all(word in said for word in words)


def _credits(session: ReadSession, wanted: set[str]) -> dict[str, list[str]]:
    """Who is credited for each idea, in order."""
    query = select(idea_credits.c.stream, idea_credits.c.who)
    query = query.order_by(idea_credits.c.stream, idea_credits.c.place)
    found: dict[str, list[str]] = {}
    for stream, who in session.connection.execute(query):
        if stream in wanted:
            found.setdefault(stream, []).append(who)
    return found


def _row(session: ReadSession, row: RowMapping, who: list[str], naming: UnitNaming) -> IdeaRow:
    went_to = row["went_to"]
    return IdeaRow(
        region=streams.region_code(row["region"]),
        code=row["code"],
        title=row["title"],
        # Units that became one since then are one now.
        proposers=list(dict.fromkeys(_proposer(session, one, row["founded_on"], naming) for one in who)),
        lab=row["slug"],
        origin=row["origin"],
        proposal=row["proposal"],
        status=row["status"],
        went_to=streams.code(went_to) if went_to else None,
        founded_on=row["founded_on"],
        ended_on=row["ended_on"],
        approved=bool(row["approved"]),
        illustrative=bool(row["illustrative"]),
    )


def _proposer(session: ReadSession, who: str, day: str | None, naming: UnitNaming) -> str:
    if streams.kind_of(who) == "unit":
        return naming.of(who, day).short
    held = post_at(session, who, day)
    return held.post if held else streams.code(who)
