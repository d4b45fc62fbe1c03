"""What lacks for the next step of a lab, an idea or an innovation, by the rules of the process.

Computed from the views by `domain.process_rules`: what a reconstructed lab let pass is told as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import RowMapping, Select, func, select

from domain import kinds, streams, terms
from domain.dates import certainly_before
from domain.process_rules import RULES, ProcessRule, within_pause
from projections.queries import lineage
from projections.queries.sourced_stream import SourcedStream
from projections.read_session import ReadSession
from projections.views.agreements import agreements
from projections.views.catalogue import innovations
from projections.views.labs import (
    evaluations,
    lab_documents,
    labs,
    pauses,
    rules_set_aside,
    stages,
    surveys,
    team,
)
from projections.views.lineage import ideas
from projections.views.people import people
from projections.views.workshops import workshops

OPENING = ("memorandum", "contract")
"""What a document may be to a lab for it to have one of both before it begins."""


class Lacking(Struct, frozen=True):
    """A rule of the process that the record does not fulfil.

    `before` is the action that the rule stands before; `refuses` says that a live lab refuses it until then;
    `count` and `codes` are of which ideas or innovations it is said, where a lab is asked about.
    """

    rule: str
    before: str
    fulfilled_by: str
    actor: str
    refuses: bool
    source: str
    count: int = 1
    codes: list[str] = []
    days: list[str] = []
    """The days of the workshops of which it is said."""


class NextSteps(Struct, frozen=True):
    """What comes next, and what lacks before it.

    `next` is the action that comes next, None where nothing is left to do; `stage` names the stage of a lab
    that comes next. `now` lacks before it, `later` before what follows. `set_aside` are rules that the round
    does not keep. `left_holders` are posts of holders who left the service, so that somebody must take over.
    """

    of: str
    title: str
    lab: str | None
    next: str | None
    stage: str | None
    now: list[Lacking]
    later: list[Lacking]
    set_aside: list[str]
    left_holders: list[str] = []
    unrecorded: list[str] = []
    """Stages of a lab before its last one of which nothing is recorded."""
    goes_on_in: str | None = None
    """The code of what an idea or innovation became, where its own way has ended."""
    paused: str | None = None
    """Why a lab is paused; None while it runs, empty where nobody said why."""
    paused_on: str | None = None
    open_ideas: list[str] = []
    """Ideas of a closed lab that were neither designed nor ended."""
    titles: dict[str, str] = {}
    """Acronym or title of what `codes` name, by code."""


def innovation_next(session: ReadSession, stream: str) -> NextSteps:
    """What lacks for the launch of an innovation, then for its display and evaluation."""
    row = _row(session, stream)
    done = {
        "innovation.launch": row["launched"],
        "innovation.display": row["displays"] > 0,
        "innovation.evaluate": row["evaluations"] > 0,
    }
    ended = row["merged_into"] is not None or row["course"] == "stopped"
    coming = None if ended else next((act for act, made in done.items() if not made), None)
    held = _held_by_innovation(row)
    if row["idea"]:
        held |= _held_by_idea(session, row["idea"], row["designed_on"])
    lacking, aside = _lacking(
        session, row["lab"], ("idea", "innovation") if row["idea"] else ("innovation",), held
    )
    # That it was not launched yet, the next step itself says.
    lacking = [one for one in lacking if one.fulfilled_by not in done or one.before == coming]
    lacking = [] if ended else lacking
    return NextSteps(
        of=row["code"],
        title=f"{row['acronym']}: {row['title']}" if row["acronym"] else row["title"],
        lab=_slug(session, row["lab"]),
        next=coming,
        stage=None,
        now=[one for one in lacking if one.before == coming or done.get(one.before, True)],
        later=[one for one in lacking if one.before != coming and not done.get(one.before, True)],
        set_aside=aside,
        left_holders=_left_holders(session, stream),
        goes_on_in=streams.code(row["merged_into"]) if row["merged_into"] else None,
    )


def idea_next(session: ReadSession, stream: str) -> NextSteps:
    """What lacks before an idea may be taken into design."""
    row = session.connection.execute(select(ideas).where(ideas.c.stream == stream)).mappings().one()
    is_open = row["status"] == "open"
    lacking, aside = _lacking(session, row["lab"], ("idea",), _held_by_idea(session, stream))
    return NextSteps(
        of=row["code"],
        title=row["title"],
        lab=_slug(session, row["lab"]),
        next="innovation.design" if is_open else None,
        stage=None,
        now=lacking if is_open else [],
        later=[],
        set_aside=aside,
        goes_on_in=streams.code(row["went_to"]) if row["went_to"] else None,
    )


def lab_next(session: ReadSession, lab: str) -> NextSteps:
    """What lacks for the next stage of a lab and before it closes, with its open ideas and innovations."""
    row = session.connection.execute(select(labs).where(labs.c.stream == lab)).mappings().one()
    told = set(session.connection.execute(select(stages.c.stage).where(stages.c.stream == lab)).scalars())
    last = max((terms.STAGES.index(one) for one in told), default=-1)
    after = [one for one in terms.STAGES[last + 1 :] if one not in told]
    stage = None if row["closed"] or not after else after[0]
    coming = None if row["closed"] else "lab.hold_stage" if stage else "lab.close"
    own, aside = _lacking(session, lab, ("lab",), _held_by_lab(session, lab))
    begun = [one for one in own if one.before != "lab.close"]
    closing = [one for one in own if one.before == "lab.close"]
    now = [*([] if row["closed"] else [*begun, *([] if stage else closing)])]
    now += [] if row["closed"] else _open_work(session, lab, aside)
    now += [one for one in _dated_outside(session, row) if one.rule not in aside]
    return NextSteps(
        of=row["slug"],
        title=row["name"],
        lab=row["slug"],
        next=coming,
        stage=stage,
        now=now,
        later=closing if stage and not row["closed"] else [],
        set_aside=aside,
        unrecorded=[one for one in terms.STAGES[: last + 1] if one not in told],
        paused=row["paused_because"] or "" if row["paused"] else None,
        paused_on=row["paused_on"] if row["paused"] else None,
        open_ideas=[one["code"] for one in _open_ideas(session, lab)] if row["closed"] else [],
        titles=_titles(session, {code for one in now for code in one.codes}),
    )


def _titles(session: ReadSession, codes: set[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    name = func.coalesce(innovations.c.acronym, innovations.c.title)
    for query in (select(ideas.c.code, ideas.c.title), select(innovations.c.code, name)):
        found |= {code: title for code, title in _rows_of(session, query) if code in codes and title}
    return found


def _open_ideas(session: ReadSession, lab: str) -> Sequence[RowMapping]:
    query = select(ideas).where(ideas.c.lab == lab, ideas.c.stands, ideas.c.status == "open")
    return session.connection.execute(query.order_by(ideas.c.stream)).mappings().all()


def _open_work(session: ReadSession, lab: str, aside: list[str]) -> list[Lacking]:
    """For each rule of ideas and innovations, of how many of the lab's open ones it is not fulfilled."""
    lacking: dict[str, list[str]] = {}
    for row in _open_ideas(session, lab):
        held = {"answer_before_design": row["answers"] > 0, "approval_before_design": row["approved"]}
        _note(lacking, row["code"], held)
    query = select(innovations).where(
        innovations.c.lab == lab,
        innovations.c.stands,
        innovations.c.merged_into.is_(None),
        func.coalesce(innovations.c.course, "") != "stopped",
    )
    for row in session.connection.execute(query.order_by(innovations.c.stream)).mappings():
        held = _held_by_innovation(row)
        if not row["launched"]:
            held.pop("launch_before_display")
            held.pop("monitored")
        _note(lacking, row["code"], held)
    return [
        _of(rule, codes) for rule in RULES if (codes := lacking.get(rule.code)) and rule.code not in aside
    ]


def _note(lacking: dict[str, list[str]], code: str, held: dict[str, bool]) -> None:
    for rule, fulfilled in held.items():
        if not fulfilled:
            lacking.setdefault(rule, []).append(code)


def _row(session: ReadSession, stream: str) -> RowMapping:
    return (
        session.connection.execute(select(innovations).where(innovations.c.stream == stream)).mappings().one()
    )


def _held_by_innovation(row: RowMapping) -> dict[str, bool]:
    return {
        "plan_before_deliver": row["steps"] > 0,
        "plan_validated": row["validations"] > 0,
        "plan_approved_before_deliver": row["plan_approvals"] > 0,
        "agreement_before_launch": row["agreements"] > 0,
        "launch_before_display": bool(row["launched"]),
        "monitored": row["monitorings"] > 0,
    }


def _held_by_idea(session: ReadSession, idea: str, designed_on: str | None = None) -> dict[str, bool]:
    """An answer or approval of an idea counts for what was made from it, but not an approval after design."""
    line = [idea, *lineage.ancestors(session, idea)]
    query = select(ideas.c.answers, ideas.c.approved, ideas.c.approved_on).where(ideas.c.stream.in_(line))
    rows = session.connection.execute(query).all()
    answers = sum(row.answers for row in rows)
    approved = any(row.approved and not certainly_before(designed_on, row.approved_on) for row in rows)
    return {"answer_before_design": bool(answers), "approval_before_design": bool(approved)}


def _held_by_lab(session: ReadSession, lab: str) -> dict[str, bool]:
    def any_of(query: Select[Any]) -> bool:
        return session.connection.execute(query).first() is not None

    opening = select(lab_documents.c.document).where(
        lab_documents.c.stream == lab, lab_documents.c.purpose.in_(OPENING)
    )
    signed = select(agreements.c.stream).where(agreements.c.lab == lab, agreements.c.kind == "commitment")
    return {
        "memorandum_before_opening": any_of(opening),
        "team_before_opening": any_of(select(team.c.position).where(team.c.stream == lab)),
        "survey_before_diagnose": any_of(select(surveys.c.position).where(surveys.c.stream == lab)),
        "commitment_signed": any_of(signed),
        "programme_evaluated": any_of(select(evaluations.c.position).where(evaluations.c.stream == lab)),
    }


def _lacking(
    session: ReadSession, lab: str | None, of: tuple[str, ...], held: dict[str, bool]
) -> tuple[list[Lacking], list[str]]:
    """The rules that are not fulfilled, and those that the round set aside; none without a lab."""
    if lab is None:
        return [], []
    query = select(rules_set_aside.c.rule).where(rules_set_aside.c.stream == lab)
    aside = set(session.connection.execute(query).scalars())
    asked = [rule for rule in RULES if rule.of in of]
    lacking = [_of(rule) for rule in asked if not held.get(rule.code, True) and rule.code not in aside]
    return lacking, [rule.code for rule in asked if rule.code in aside]


def _dated_outside(session: ReadSession, lab: RowMapping) -> list[Lacking]:
    """What the days of a lab's work say against its rules, in reconstructed labs as in live ones."""
    of = {table: table.c.lab == lab["stream"] for table in (workshops, ideas, innovations)}
    days = session.connection.execute(
        select(workshops.c.occurred).where(of[workshops]).order_by(workshops.c.occurred, workshops.c.stream)
    ).scalars()
    held = [day for day in days if day]
    spans = (
        session.connection.execute(select(pauses).where(pauses.c.stream == lab["stream"])).mappings().all()
    )
    dated = [
        *_rows_of(session, select(ideas.c.code, ideas.c.founded_on).where(of[ideas], ideas.c.stands)),
        *_rows_of(
            session,
            select(innovations.c.code, innovations.c.designed_on).where(
                of[innovations], innovations.c.stands
            ),
        ),
    ]
    closed = lab["lab_closed_on"]
    after = [code for code, day in dated if certainly_before(closed, day)]
    in_pause = [
        day
        for day in held
        if any(
            within_pause(day, one["paused_on"], one["resumed_on"])
            for one in spans
            if one["resumed_on"] or not one["resumed"]
        )
    ]
    late = _approved_after_design(session, lab["stream"])
    found = {
        "approval_before_design": (late, []),
        "work_before_closing": (after, [day for day in held if certainly_before(closed, day)]),
        "no_workshop_in_pause": ([], in_pause),
    }
    return [_of(rule, *found[rule.code]) for rule in RULES if any(found.get(rule.code, ()))]


def _rows_of(session: ReadSession, query: Select[Any]) -> list[tuple[str, str | None]]:
    rows = session.connection.execute(query.order_by(query.selected_columns[0])).all()
    return [(row[0], row[1]) for row in rows]


def _approved_after_design(session: ReadSession, lab: str) -> list[str]:
    """The innovations of a lab whose own idea was approved only after their design."""
    query = (
        select(innovations.c.code, innovations.c.designed_on, ideas.c.approved_on)
        .join(ideas, ideas.c.stream == innovations.c.idea)
        .where(ideas.c.lab == lab, innovations.c.stands, ideas.c.approved)
        .order_by(innovations.c.stream)
    )
    rows = session.connection.execute(query).all()
    return [code for code, designed, approved in rows if certainly_before(designed, approved)]


def _of(rule: ProcessRule, codes: list[str] | None = None, days: list[str] | None = None) -> Lacking:
    return Lacking(
        rule.code,
        rule.before,
        rule.fulfilled_by,
        rule.actor,
        rule.order,
        rule.source,
        len(codes or []) + len(days or []) or 1,
        codes or [],
        days or [],
    )


def _slug(session: ReadSession, lab: str | None) -> str | None:
    return (
        session.connection.execute(select(labs.c.slug).where(labs.c.stream == lab)).scalar() if lab else None
    )


def _left_holders(session: ReadSession, stream: str) -> list[str]:
    """The posts of persons who hold the innovation and left the service."""
    state = None
    for fact in SourcedStream(session, stream).facts:
        state = kinds.evolve("innovation", state, fact)
    query = select(people.c.post).where(people.c.stream.in_(state.holders if state else ()), people.c.left)
    return list(session.connection.execute(query.order_by(people.c.stream)).scalars())
