"""Labs: their list, one lab whole, and its stages."""

from __future__ import annotations

import msgspec
from msgspec import Struct
from sqlalchemy import RowMapping, Select, func, select

from domain import dates, streams, terms
from projections.queries import lab_course
from projections.queries.detail_types import Signature
from projections.queries.figures import PublishedFigure, published_figures
from projections.queries.find import lab_of
from projections.queries.lab_counts import as_known_later, knowledge_of
from projections.queries.lab_course import (
    Evaluation,
    Facilitation,
    Member,
    Paper,
    Pause,
    RuleSetAside,
    Survey,
    UnitOfLab,
)
from projections.queries.lab_workshops import Workshop, workshops_of
from projections.queries.posts import post_at
from projections.queries.signatures import signatures_of
from projections.queries.unit_naming import NamedUnit, UnitNaming, UnitsOf
from projections.read_session import ReadSession
from projections.views.agreements import agreements
from projections.views.catalogue import innovations
from projections.views.labs import ceremonies, labs, participants, stages
from projections.views.lineage import ideas
from projections.views.regions import regions
from projections.views.units import units

CountQuery = Select[int]


class LabRow(Struct, frozen=True):
    """One lab in a list, with how many units, ideas and launches it has; the examples among them.

    None where nobody recorded any.
    """

    slug: str
    name: str
    region: str
    region_name: str | None
    round: int | None
    opened_on: str | None
    mode: str
    illustrative: bool
    units: int | None
    ideas: int | None
    launched: int | None
    illustrative_ideas: int
    illustrative_innovations: int


class LabList(Struct, frozen=True):
    """The labs in order of region and round."""

    total: int
    items: list[LabRow]


class Stage(Struct, frozen=True):
    """One run of a stage of a lab: its days, or the reason why it was not held.

    `paused_since` is the last day of the run before, where the stage was resumed after a pause.
    """

    stage: str
    local_name: str | None
    begun: str | None = msgspec.field(name="from")
    ended: str | None = msgspec.field(name="to")
    held: bool
    reason: str | None
    run: int = 1
    paused_since: str | None = None


class Ceremony(Struct, frozen=True):
    """A launching or a display that a lab held; `launched` is None where no number is recorded."""

    kind: str
    key: str
    name: str
    place: str | None
    marker: str | None
    occurred: str | None
    launched: int | None
    led_by: str | None = None


class ParticipatingUnit(Struct, frozen=True):
    """A unit that took part: its short name, its kind, and since when it is recorded to take part."""

    unit: str
    kind: str
    joined_on: str | None


class Agreement(Struct, frozen=True):
    """An agreement that a lab made, with its signers in order."""

    kind: str
    title: str
    number: str | None
    occurred: str | None
    medium: str | None
    illustrative: bool
    signatures: list[Signature]


class LabDetail(Struct, frozen=True):
    """One lab whole; `participants` counts units by their kind, in the order of the closed list.

    It counts the units that joined, `units` names them: several that ended in one are one today.
    """

    slug: str
    name: str
    region: str
    round: int | None
    mode: str
    opened_on: str | None
    theme: str | None
    target_kinds: list[str]
    facilitator: str | None
    missions: list[str]
    illustrative: bool
    stages: list[Stage]
    participants: dict[str, int]
    units: list[ParticipatingUnit]
    workshops: list[Workshop]
    ceremonies: list[Ceremony]
    agreements: list[Agreement]
    figures: list[PublishedFigure]
    requests: list[Facilitation]
    documents: list[Paper]
    team: list[Member]
    survey: list[Survey]
    pauses: list[Pause]
    rules_set_aside: list[RuleSetAside]
    evaluations: list[Evaluation]
    closed: bool
    closed_on: str | None
    closed_because: str | None
    brought: list[UnitOfLab]
    """What each unit of the lab brought, and whether it came."""
    open_ideas: int
    """Ideas that were neither taken into design nor ended."""
    not_launched: int
    """Innovations of the lab that were not launched."""

    @property
    def day(self) -> str | None:
        """The ISO date that the lab is of: its opening, else the first date of its stages."""
        return self.opened_on or next(filter(None, (one.begun or one.ended for one in self.stages)), None)

    def published_of(self, ceremony: Ceremony) -> PublishedFigure | None:
        """The figure published about the only launching of the lab, where no innovation is recorded of it."""
        launchings = [one for one in self.ceremonies if one.kind == "launching"]
        if launchings != [ceremony] or ceremony.launched is not None:
            return None
        whole = (
            one
            for one in self.figures
            if one.measure == "innovations.launched" and not one.unit and not one.unit_kinds
        )
        return next(whole, None)


COUNTS = ("units", "ideas", "launched")
"""The figures of a lab in a list that may be unknown."""


def list_labs(session: ReadSession, *, region: str | None = None) -> LabList:
    """All labs in order of region and round."""
    query = (
        select(labs, regions.c.name.label("region_name"))
        .outerjoin(regions, func.substr(regions.c.stream, 1, 4) == labs.c.region)
        .where(labs.c.stands)
        .order_by(labs.c.region, labs.c.opened_on.nulls_first(), labs.c.stream)
    )
    if region:
        query = query.where(labs.c.region == region)
    rows = session.connection.execute(query).mappings().all()
    items = [_lab_row(session, row) for row in rows]
    if session.as_of and any(None in (one.units, one.ideas, one.launched) for one in items):
        whole = session.of_all_days
        later = [_lab_row(whole, row) for row in rows]
        items = [as_known_later(one, after, COUNTS) for one, after in zip(items, later, strict=True)]
    return LabList(len(items), items)


def _lab_row(session: ReadSession, row: RowMapping) -> LabRow:
    lab = row["stream"]
    proposed = count_ideas(lab).where(ideas.c.origin == "proposed")
    knowledge = knowledge_of(session, lab)
    return LabRow(
        slug=row["slug"],
        name=row["name"],
        region=streams.region_code(row["region"]),
        region_name=row["region_name"],
        round=row["round"],
        opened_on=row["opened_on"],
        mode=row["mode"],
        illustrative=row["illustrative"],
        units=knowledge.known(scalar(session, select(func.count()).where(participants.c.stream == lab))),
        ideas=knowledge.known(
            scalar(session, proposed), "diagnose", beside=scalar(session, count_ideas(lab))
        ),
        launched=knowledge.known(scalar(session, count_launched(lab)), "launching"),
        illustrative_ideas=scalar(session, proposed.where(ideas.c.illustrative)),
        illustrative_innovations=scalar(session, count_launched(lab).where(innovations.c.illustrative)),
    )


def scalar(session: ReadSession, query: CountQuery) -> int:
    """The number that a counting query gives."""
    return session.connection.execute(query).scalar_one()


def count_ideas(lab: str) -> CountQuery:
    """Counts the ideas of a lab that stand."""
    return select(func.count()).select_from(ideas).where(ideas.c.stands, ideas.c.lab == lab)


def count_launched(lab: str) -> CountQuery:
    """Counts the innovations that were launched in a lab."""
    clauses = (innovations.c.stands, innovations.c.launched, innovations.c.launch_lab == lab)
    return select(func.count()).select_from(innovations).where(*clauses)


def lab_stages(session: ReadSession, lab: str) -> list[Stage]:
    """The stages of a lab in the order in which they happened, as far as it is known."""
    rows = session.connection.execute(select(stages).where(stages.c.stream == lab)).mappings().all()
    ended = {(row["stage"], row["run"]): row["closed_on"] for row in rows}
    found = [
        Stage(
            stage=row["stage"],
            local_name=row["local_name"],
            begun=row["opened_on"],
            ended=row["closed_on"],
            held=row["held"],
            reason=row["reason"],
            run=row["run"],
            paused_since=ended.get((row["stage"], row["run"] - 1)),
        )
        for row in rows
    ]

    return _in_time(found)


def _in_time(found: list[Stage]) -> list[Stage]:
    """Stages in LAN's order, except that one which certainly began earlier stands before a later one.

    Neither the first nor the last possible day would do: of a stage known by its year alone they are
    1 January and 31 December, before or behind all dated stages of that year. Where the dates leave
    open which came first, as for stages without any date, LAN's order tells it.
    """
    placed: list[Stage] = []
    for one in sorted(found, key=lambda one: (terms.STAGES.index(one.stage), one.run)):
        later = (
            place
            for place, other in enumerate(placed)
            if dates.certainly_before(one.begun or one.ended, other.begun or other.ended)
        )
        placed.insert(next(later, len(placed)), one)
    return placed


def lab_detail(session: ReadSession, slug: str, *, units_of: UnitsOf = "now") -> LabDetail:
    """One lab: what it is, its stages, participants by kind, workshops, ceremonies, agreements, figures."""
    lab = lab_of(session, slug)
    row = session.connection.execute(select(labs).where(labs.c.stream == lab)).mappings().one()
    return LabDetail(
        slug=slug,
        name=row["name"],
        region=streams.region_code(row["region"]),
        round=row["round"],
        mode=row["mode"],
        opened_on=row["opened_on"],
        theme=row["theme"],
        target_kinds=[kind for kind in row["target_kinds"].split(",") if kind],
        facilitator=row["facilitator"],
        missions=[line for line in row["missions"].split("\n") if line],
        illustrative=row["illustrative"],
        stages=lab_stages(session, lab),
        participants=_participants(session, lab),
        units=_taking_part(session, lab, row["opened_on"], units_of),
        workshops=workshops_of(session, lab, units_of),
        ceremonies=_ceremonies(session, lab),
        agreements=_agreements(session, lab),
        figures=published_figures(session, lab=slug),
        requests=lab_course.requests(session, lab),
        documents=lab_course.papers(session, lab),
        team=lab_course.members(session, lab),
        survey=lab_course.survey(session, lab),
        pauses=lab_course.pauses_of(session, lab),
        rules_set_aside=lab_course.set_aside(session, lab),
        evaluations=lab_course.programme(session, lab),
        closed=row["closed"],
        closed_on=row["lab_closed_on"],
        closed_because=row["closed_because"],
        brought=lab_course.units_of(session, lab, units_of, row["opened_on"]),
        open_ideas=scalar(session, count_ideas(lab).where(ideas.c.status == "open")),
        not_launched=scalar(session, _not_launched(lab)),
    )


def _not_launched(lab: str) -> CountQuery:
    born = innovations.c.lab == lab, innovations.c.stands, innovations.c.launched.is_(False)
    return select(func.count()).select_from(innovations).where(*born)


def _participants(session: ReadSession, lab: str) -> dict[str, int]:
    query = (
        select(units.c.kind, func.count())
        .select_from(participants)
        .outerjoin(units, units.c.stream == participants.c.unit)
        .where(participants.c.stream == lab)
        .group_by(units.c.kind)
    )
    counted = {row[0]: row[1] for row in session.connection.execute(query)}
    return {kind: counted[kind] for kind in terms.UNIT_KINDS if kind in counted}


def _taking_part(
    session: ReadSession, lab: str, opened_on: str | None, units_of: UnitsOf
) -> list[ParticipatingUnit]:
    """The participants by kind and name; units that count as one stand once, as they came first."""
    query = select(participants.c.unit, participants.c.joined_on).where(participants.c.stream == lab)
    rows = session.connection.execute(query.order_by(participants.c.unit)).all()
    naming = UnitNaming(session, units_of)
    naming.read({row.unit for row in rows})
    days: dict[NamedUnit, str | None] = {}
    for unit, joined_on in rows:
        named = naming.of(unit, joined_on or opened_on)
        days[named] = _earlier(days[named], joined_on) if named in days else joined_on
    found = [ParticipatingUnit(named.short, named.kind, day) for named, day in days.items()]
    return sorted(found, key=lambda one: (terms.UNIT_KINDS.index(one.kind), one.unit))


def _earlier(first: str | None, second: str | None) -> str | None:
    known = [day for day in (first, second) if day]
    return min(known, key=lambda day: dates.span(day).start, default=None)


def _ceremonies(session: ReadSession, lab: str) -> list[Ceremony]:
    query = select(ceremonies).where(ceremonies.c.stream == lab).order_by(ceremonies.c.key)
    rows = session.connection.execute(query).mappings().all()
    launched = (
        select(innovations.c.ceremony, func.count())
        .where(innovations.c.stands, innovations.c.launched, innovations.c.launch_lab == lab)
        .group_by(innovations.c.ceremony)
    )
    counted = {row[0]: row[1] for row in session.connection.execute(launched)}
    found = []
    for row in rows:
        held = post_at(session, row["led_by"], row["occurred"])
        found.append(
            Ceremony(
                kind=row["kind"],
                key=row["key"],
                name=row["name"],
                place=row["place"],
                marker=row["marker"],
                occurred=row["occurred"],
                launched=counted.get(row["key"]) if row["kind"] == "launching" else None,
                led_by=held.post if held else None,
            )
        )
    return found


def _agreements(session: ReadSession, lab: str) -> list[Agreement]:
    query = select(agreements).where(agreements.c.lab == lab).order_by(agreements.c.stream)
    return [_agreement(session, row) for row in session.connection.execute(query).mappings().all()]


def _agreement(session: ReadSession, row: RowMapping) -> Agreement:
    return Agreement(
        kind=row["kind"],
        title=row["title"],
        number=row["number"],
        occurred=row["occurred"],
        medium=row["medium"],
        illustrative=row["illustrative"],
        signatures=signatures_of(session, row["stream"], row["occurred"]),
    )
