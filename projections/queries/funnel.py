"""The funnel of a lab: from the ideas proposed to the innovations launched."""

from __future__ import annotations

from msgspec import Struct
from sqlalchemy import func, select

from domain import dates
from projections.queries.find import lab_of
from projections.queries.labs import Stage, count_ideas, count_launched, lab_stages, scalar
from projections.read_session import ReadSession
from projections.views.catalogue import innovations
from projections.views.lineage import ideas


class EndingCount(Struct, frozen=True):
    """How many ideas ended in one way for one reason."""

    ending: str
    code: str
    count: int


class Funnel(Struct, frozen=True):
    """How many ideas came into a lab, where they went, and what became of the innovations.

    Always: ideas_proposed + made_by_merge + made_by_split = merged_away + split_away + withdrawn
    + not_continued + open + designed.
    """

    lab: str
    ideas_proposed: int
    made_by_merge: int
    made_by_split: int
    merged_away: int
    split_away: int
    withdrawn: int
    not_continued: int
    open: int
    designed: int
    innovations_designed: int
    innovations_without_idea: int
    monitored: int
    launched: int
    displayed: int
    illustrative_ideas: int
    illustrative_innovations: int
    ended_because: list[EndingCount]
    stages: list[Stage]
    proposed_late: int
    """Of the ideas proposed, those that certainly came after the last day of diagnose."""


def funnel(session: ReadSession, slug: str) -> Funnel:
    """The whole funnel of a lab, from ideas proposed to innovations launched, with its stages."""
    lab = lab_of(session, slug)
    by_origin, by_status = _ideas_by(session, lab)
    born = (innovations.c.stands, innovations.c.lab == lab)
    count_born = select(func.count()).select_from(innovations).where(*born)
    stages = lab_stages(session, lab)
    return Funnel(
        lab=slug,
        ideas_proposed=by_origin.get("proposed", 0),
        made_by_merge=by_origin.get("merge", 0),
        made_by_split=by_origin.get("split", 0),
        merged_away=by_status.get("merged", 0),
        split_away=by_status.get("split", 0),
        withdrawn=by_status.get("withdrawn", 0),
        not_continued=by_status.get("not_continued", 0),
        open=by_status.get("open", 0),
        designed=by_status.get("designed", 0),
        innovations_designed=scalar(session, count_born),
        innovations_without_idea=scalar(session, count_born.where(innovations.c.idea.is_(None))),
        monitored=scalar(session, count_born.where(innovations.c.monitorings > 0)),
        launched=scalar(session, count_launched(lab)),
        displayed=scalar(session, count_born.where(innovations.c.displays > 0)),
        illustrative_ideas=scalar(session, count_ideas(lab).where(ideas.c.illustrative)),
        illustrative_innovations=scalar(session, count_born.where(innovations.c.illustrative)),
        ended_because=_endings(session, lab),
        stages=stages,
        proposed_late=_late(session, lab, stages),
    )


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
