"""What became of the innovations of a lab: determined, judged, awarded, told of, tried out, handed over."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from domain import dates, recognition, running
from domain import innovation as events
from domain.award import AwardGiven
from domain.base import Body, SourcedFact
from domain.delivery import Trialled
from domain.fields import described
from jejak_i18n import sentence
from projections.queries.lab_members import of_lab
from projections.queries.lab_record import Deed, Results
from projections.queries.sourced_stream import SourcedStream
from projections.read_session import ReadSession
from projections.timeline.event_text import describe
from projections.timeline.stream_names import StreamNames
from projections.views.awards import awards
from projections.views.catalogue import innovations

KINDS: dict[str, tuple[type[Body], ...]] = {
    "determined": (recognition.Determined,),
    "judged": (recognition.Judged,),
    "awarded": (events.AwardReceived,),
    "recommended": (recognition.Recommended,),
    "published": (recognition.Published,),
    "property": (recognition.PropertyRecorded,),
    "tried": (Trialled, running.TrialReported, running.TrialEnded),
    "evaluated": (running.InnovationEvaluated,),
    "handed_over": (running.HandedOver,),
}
"""The headings in their order, each with the events under it."""
NEVER = dates.Span(date.max.toordinal(), 0)
"""What is not dated stands last."""
MORE: dict[type[Body], tuple[str, ...]] = {
    recognition.Judged: ("note",),
    recognition.Published: ("isbn", "pages", "issuer"),
    recognition.PropertyRecorded: ("holder", "work"),
    Trialled: ("result",),
    running.TrialReported: ("place",),
    running.TrialEnded: ("place",),
    running.InnovationEvaluated: ("evaluator", "impact", "continuity", "recommendation"),
    running.HandedOver: ("note",),
}
"""What sentences leave out and the report of a lab tells."""


def lab_results(session: ReadSession, lab: str) -> list[Results]:
    """Each heading of which something is recorded, its events by date."""
    query = select(innovations.c.stream, innovations.c.title, innovations.c.acronym)
    rows = session.connection.execute(query.where(*of_lab(lab)).order_by(innovations.c.stream)).all()
    named = {row.stream: row.acronym or row.title for row in rows}
    found: dict[str, list[tuple[str, SourcedFact[Body]]]] = {kind: [] for kind in KINDS}
    kinds = {body: kind for kind, bodies in KINDS.items() for body in bodies}
    for stream in named:
        for fact in SourcedStream(session, stream).facts:
            if kind := kinds.get(type(fact.body)):
                found[kind].append((stream, fact))
    return [_results(session, kind, facts, named) for kind, facts in found.items() if facts]


def _results(
    session: ReadSession, kind: str, facts: list[tuple[str, SourcedFact[Body]]], named: dict[str, str]
) -> Results:
    deeds = _decrees(session, facts, named) if kind == "determined" else _deeds(session, facts, named)
    return Results(
        kind=kind,
        innovations=len({stream for stream, _fact in facts}),
        events=len(facts),
        deeds=sorted(deeds, key=lambda one: dates.maybe(one.occurred) or NEVER),
    )


def _deeds(
    session: ReadSession, facts: list[tuple[str, SourcedFact[Body]]], named: dict[str, str]
) -> list[Deed]:
    names = StreamNames(session)
    return [
        Deed(
            occurred=fact.occurred,
            innovation=named[stream],
            count=1,
            sentence=sentence(describe(fact, stream, names), "id"),
            more=_more(session, fact.body),
        )
        for stream, fact in facts
    ]


def _decrees(
    session: ReadSession, facts: list[tuple[str, SourcedFact[Body]]], named: dict[str, str]
) -> list[Deed]:
    """One for each decree and date, of all innovations that it determines."""
    names = StreamNames(session)
    together: dict[tuple[str, str | None], list[str]] = {}
    for stream, fact in facts:
        if isinstance(fact.body, recognition.Determined):
            together.setdefault((fact.body.document, fact.occurred), []).append(named[stream])
    return [
        Deed(
            occurred=day,
            innovation=found[0] if len(found) == 1 else None,
            count=len(found),
            sentence=names.document(document),
            more=[],
        )
        for (document, day), found in together.items()
    ]


def _more(session: ReadSession, body: Body) -> list[tuple[str, str]]:
    if isinstance(body, events.AwardReceived):
        giver = session.connection.execute(
            select(awards.c.giver).where(awards.c.stream == body.award)
        ).scalar()
        return [(described(AwardGiven)["giver"].label, giver)] if giver else []
    fields = described(type(body))
    return [
        (fields[name].label, str(value))
        for name in MORE.get(type(body), ())
        if (value := getattr(body, name)) not in (None, "")
    ]
