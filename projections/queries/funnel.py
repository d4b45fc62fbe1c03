"""The funnel of a lab: from the ideas proposed to the innovations launched."""

from __future__ import annotations

from msgspec import Struct
from sqlalchemy import func, select

from domain import dates, streams
from projections.queries.find import lab_of
from projections.queries.lab_counts import as_known_later, knowledge_of
from projections.queries.labs import Stage, count_ideas, count_launched, lab_stages, scalar
from projections.queries.unit_naming import NamedUnit, UnitNaming, UnitsOf
from projections.read_session import ReadSession
from projections.views.catalogue import innovations
from projections.views.lineage import idea_credits, ideas


class EndingCount(Struct, frozen=True):
    """How many ideas ended in one way for one reason."""

    ending: str
    code: str
    count: int


class UnitIdeas(Struct, frozen=True):
    """How many ideas a unit proposed."""

    unit: str
    kind: str
    count: int


class Funnel(Struct, frozen=True):
    """How many ideas came into a lab, where they went, and what became of the innovations.

    Always: ideas_proposed + made_by_merge + made_by_split = merged_away + split_away + withdrawn
    + not_continued + open + designed. None where nobody recorded any: then that part is not known.
    """

    lab: str
    ideas_proposed: int | None
    made_by_merge: int | None
    made_by_split: int | None
    merged_away: int | None
    split_away: int | None
    withdrawn: int | None
    not_continued: int | None
    open: int | None
    designed: int | None
    innovations_designed: int | None
    innovations_without_idea: int | None
    monitored: int | None
    launched: int | None
    displayed: int | None
    illustrative_ideas: int
    illustrative_innovations: int
    ended_because: list[EndingCount]
    ideas_by_unit: list[UnitIdeas]
    """Of the ideas proposed; one of several units counts for each of them."""
    stages: list[Stage]
    proposed_late: int | None
    """Of the ideas proposed, those that certainly came after the last day of diagnose."""


COUNTS = (
    "ideas_proposed",
    "made_by_merge",
    "made_by_split",
    "merged_away",
    "split_away",
    "withdrawn",
    "not_continued",
    "open",
    "designed",
    "innovations_designed",
    "innovations_without_idea",
    "monitored",
    "launched",
    "displayed",
)
"""The figures of a funnel that may be unknown."""


def funnel(session: ReadSession, slug: str, *, units_of: UnitsOf = "now") -> Funnel:
    """The whole funnel of a lab, from ideas proposed to innovations launched, with its stages."""
    found = _funnel(session, slug, units_of)
    if session.as_of is None or all(getattr(found, name) is not None for name in COUNTS):
        return found
    whole = session.of_all_days
    return as_known_later(found, _funnel(whole, slug, units_of), COUNTS)


def _funnel(session: ReadSession, slug: str, units_of: UnitsOf) -> Funnel:
    lab = lab_of(session, slug)
    by_origin, by_status = _ideas_by(session, lab)
    born = (innovations.c.stands, innovations.c.lab == lab)
    count_born = select(func.count()).select_from(innovations).where(*born)
    stages = lab_stages(session, lab)
    knowledge, ideas_known = knowledge_of(session, lab), sum(by_origin.values())
    designed = scalar(session, count_born)

    def of_ideas(counted: dict[str, int], name: str) -> int | None:
        return knowledge.known(counted.get(name, 0), "diagnose", beside=ideas_known)

    return Funnel(
        lab=slug,
        ideas_proposed=of_ideas(by_origin, "proposed"),
        made_by_merge=of_ideas(by_origin, "merge"),
        made_by_split=of_ideas(by_origin, "split"),
        merged_away=of_ideas(by_status, "merged"),
        split_away=of_ideas(by_status, "split"),
        withdrawn=of_ideas(by_status, "withdrawn"),
        not_continued=of_ideas(by_status, "not_continued"),
        open=of_ideas(by_status, "open"),
        designed=of_ideas(by_status, "designed"),
        innovations_designed=knowledge.known(designed, "design"),
        innovations_without_idea=knowledge.known(
            scalar(session, count_born.where(innovations.c.idea.is_(None))), "design", beside=designed
        ),
        monitored=knowledge.known(
            scalar(session, count_born.where(innovations.c.monitorings > 0)), "monitoring"
        ),
        launched=knowledge.known(scalar(session, count_launched(lab)), "launching"),
        displayed=knowledge.known(scalar(session, count_born.where(innovations.c.displays > 0)), "display"),
        illustrative_ideas=scalar(session, count_ideas(lab).where(ideas.c.illustrative)),
        illustrative_innovations=scalar(session, count_born.where(innovations.c.illustrative)),
        ended_because=_endings(session, lab),
        stages=stages,
        proposed_late=_late(session, lab, stages) if ideas_known else None,
        ideas_by_unit=_ideas_by_unit(session, lab, units_of),
    )


def _ideas_by_unit(session: ReadSession, lab: str, units_of: UnitsOf) -> list[UnitIdeas]:
    """The units with the most ideas first; an idea of units that are one today counts once for it."""
    query = (
        select(ideas.c.stream, ideas.c.founded_on, idea_credits.c.who)
        .join(idea_credits, idea_credits.c.stream == ideas.c.stream)
        .where(ideas.c.stands, ideas.c.lab == lab, ideas.c.origin == "proposed")
        .order_by(ideas.c.stream, idea_credits.c.place)
    )
    rows = [row for row in session.connection.execute(query) if streams.kind_of(row.who) == "unit"]
    naming = UnitNaming(session, units_of)
    naming.read({row.who for row in rows})
    credited = {(naming.of(who, day), idea) for idea, day, who in rows}
    counted: dict[NamedUnit, int] = {}
    for unit, _idea in credited:
        counted[unit] = counted.get(unit, 0) + 1
    found = [UnitIdeas(unit.short, unit.kind, count) for unit, count in counted.items()]
    return sorted(found, key=lambda one: (-one.count, one.unit, one.kind))


def _ideas_by(session: ReadSession, lab: str) -> tuple[dict[str, int], dict[str, int]]:
    """How many ideas of a lab there are by origin, and by status."""
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
    return by_origin, by_status


def _late(session: ReadSession, lab: str, stages: list[Stage]) -> int:
    """How many ideas were proposed after diagnose; none where the record does not say when it ended."""
    ends = [one.ended for one in stages if one.stage == "diagnose" and one.held]
    if not ends or None in ends:
        return 0
    own = (ideas.c.stands, ideas.c.lab == lab, ideas.c.origin == "proposed")
    days = session.connection.execute(select(ideas.c.founded_on).where(*own)).scalars()
    return sum(all(dates.certainly_before(end, day) for end in ends) for day in days)


def _endings(session: ReadSession, lab: str) -> list[EndingCount]:
    query = (
        select(ideas.c.status, ideas.c.end_code, func.count())
        .where(ideas.c.stands, ideas.c.lab == lab, ideas.c.end_code.is_not(None))
        .group_by(ideas.c.status, ideas.c.end_code)
        .order_by(ideas.c.status, ideas.c.end_code)
    )
    return [EndingCount(status, code, count) for status, code, count in session.connection.execute(query)]
