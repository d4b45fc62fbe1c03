"""The portrait of one innovation: every recorded field with its provenance, folded when it is asked for."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from domain import dates
from domain import idea as idea_events
from domain import innovation as events
from domain.base import SourcedFact
from domain.streams import code, region_code
from jejak_i18n import labels
from ledger import reader
from ledger.workspace.workspace import zone_of
from projections.queries import lineage
from projections.read_session import ReadSession
from projections.views.agreements import agreements, signatures
from projections.views.documents import documents
from projections.views.labs import labs
from projections.views.people import people
from projections.views.regions import region_name
from projections.views.units import names, units

LABELLED = {"initiator": "initiator", "technology": "technology", "form": "form"}
Json = dict[str, Any]


class Stream:
    """The facts of one stream with the corrections that stand on them."""

    def __init__(self, session: ReadSession, stream: str) -> None:
        self.views, self.stream = session, stream
        rows = session.store.rows(stream, session.position)
        self.facts = reader.read(rows, day=session.day, zone=zone_of(stream)).facts
        self.corrections = reader.standing_corrections(rows)
        self._posts: dict[str, str | None] = {}

    def source(self, fact: SourcedFact[Any], field: str | None) -> Json:
        """Where one event says a field."""
        said = fact.source
        cells = said.cells if said else {}
        return {
            "event": fact.position,
            "occurred": fact.occurred,
            "recorded_at": fact.recorded_at,
            "sheet": said.sheet if said else None,
            "cell": cells.get(field or "") or _row_cell(cells),
            "file": said.file if said else None,
            "actor": fact.actor,
            "actor_post": self._post(fact.actor),
        }

    def sources(self, fact: SourcedFact[Any], *fields: str) -> list[Json]:
        """The event and the corrections of the named fields (all of the fact's, without a name)."""
        found = [self.source(fact, fields[0] if fields else None)]
        for (version, field), marks in self.corrections.items():
            if version == fact.version and (not fields or field in fields):
                found += [self.source(mark, field) for mark in marks]
        return found

    def value(self, value: Any, fact: SourcedFact[Any], field: str) -> Json:
        """A value with its provenance."""
        return {"value": value, "sources": self.sources(fact, field)}

    def _post(self, person: str) -> str | None:
        if person not in self._posts:
            query = select(people.c.post).where(people.c.stream == person)
            self._posts[person] = self.views.connection.execute(query).scalar()
        return self._posts[person]


def _row_cell(cells: dict[str, str]) -> str | None:
    """Any cell of the row, when the field itself has none."""
    return min(cells.values(), key=lambda ref: (len(ref), ref)) if cells else None


def innovation_detail(session: ReadSession, stream: str) -> Json:
    """The portrait of an innovation at the views' position and day: plain JSON values.

    Codes of closed lists are given as the Indonesian labels that documents print.
    """
    own = Stream(session, stream)
    founding = own.facts[0].body
    portrait: Json = {
        "code": code(stream),
        "stream": stream,
        "illustrative": founding.illustrative,
        "position": session.position,
        "spoken_day": session.spoken_day,
        "known_at": session.known_at,
        "as_of": session.as_of,
        "time_zone": str(zone_of(stream)),
        "region": _region(session, stream),
        "lab": _lab(session, founding.lab),
        "fields": _fields(session, own),
        "former_titles": _former(own),
        "legal_base": _legal_base(session, own),
        "measurements": [_measurement(own, fact) for fact in _of(own, events.Measured)],
        "evidence": [_evidence(own, fact) for fact in _of(own, events.EvidenceAttached)],
        "plan": sorted(
            (_step(own, fact) for fact in _of(own, events.PlanStepSet)),
            key=lambda step: (step["version"], step["number"]),
        ),
        "monitoring": [_monitoring(own, fact) for fact in _of(own, events.Monitored)],
        "trials": [_trial(own, fact) for fact in _of(own, events.Trialled)],
        "agreements": [_agreement(session, own, fact) for fact in _of(own, events.AgreementCovered)],
        "ideas": [_idea(session, one) for one in lineage.ancestors(session, stream)],
    }
    portrait["missing_records"] = _missing_records(session, portrait, founding)
    return portrait


def _of(own: Stream, body: type[Any]) -> list[SourcedFact[Any]]:
    return [fact for fact in own.facts if isinstance(fact.body, body)]


def _region(session: ReadSession, stream: str) -> Json:
    region = region_code(stream)
    return {"code": region, "name": region_name(session.connection, region) or region}


def _lab(session: ReadSession, lab: str | None) -> Json | None:
    if lab is None:
        return None
    row = session.connection.execute(select(labs).where(labs.c.stream == lab)).mappings().one_or_none()
    if row is None:
        return None
    return {name: row[name] for name in ("slug", "name", "round", "mode", "illustrative")}


def _fields(session: ReadSession, own: Stream) -> dict[str, Json]:
    """The last word on each field, by position in the order of the law."""
    found: dict[str, Json] = {}
    for fact in own.facts:
        body = fact.body
        match body:
            case events.InnovationDesigned():
                found["title"] = own.value(body.title, fact, "title")
                found["acronym"] = own.value(body.acronym, fact, "acronym")
                found |= _unit(session, own, fact)
                found["designed_on"] = own.value(fact.occurred, fact, "occurred")
            case events.InnovationRenamed():
                found["title"] = own.value(body.title, fact, "title")
                if body.acronym:
                    found["acronym"] = own.value(body.acronym, fact, "acronym")
            case events.ProfileWritten():
                found |= _profile(own, fact)
            case events.Trialled():
                found["trialled_on"] = own.value(fact.occurred, fact, "occurred")
            case events.Implemented():
                found["implemented_on"] = own.value(fact.occurred, fact, "occurred")
            case events.Launched():
                found["launched_on"] = own.value(fact.occurred, fact, "occurred")
    found["stage"] = _stage(own)
    return found


def _profile(own: Stream, fact: SourcedFact[Any]) -> dict[str, Json]:
    found = {}
    for name in fact.body.__struct_fields__:
        value = getattr(fact.body, name)
        if value is None or value == []:
            continue
        shown = labels.label_of(LABELLED[name], value) if name in LABELLED else value
        found[name] = own.value(shown, fact, name)
    return found


def _unit(session: ReadSession, own: Stream, fact: SourcedFact[Any]) -> dict[str, Json]:
    """The unit by the name that it bore when the innovation was designed."""
    unit = fact.body.unit
    kind = session.connection.execute(select(units.c.kind).where(units.c.stream == unit)).scalar()
    query = select(names.c.name, names.c.since).where(names.c.stream == unit).order_by(names.c.place)
    name = unit
    for borne, since in session.connection.execute(query):
        if not dates.certainly_before(fact.occurred, since):
            name = borne
    return {"unit": own.value(name, fact, "unit"), "unit_kind": own.value(kind, fact, "unit")}


def _stage(own: Stream) -> Json:
    """Tahapan: penerapan when implemented, uji coba when tried, else inisiatif."""
    for body, stage in ((events.Implemented, "implemented"), (events.Trialled, "trial")):
        if facts := _of(own, body):
            return own.value(stage, facts[-1], "occurred")
    return own.value("initiative", own.facts[0], "occurred")


def _former(own: Stream) -> list[Json]:
    titled = [
        f for f in own.facts if isinstance(f.body, events.InnovationDesigned | events.InnovationRenamed)
    ]
    return [own.value(fact.body.title, fact, "title") for fact in titled[:-1]]


def _legal_base(session: ReadSession, own: Stream) -> Json | None:
    for fact in reversed(_of(own, events.Implemented)):
        if fact.body.legal_base:
            row = (
                session.connection.execute(
                    select(documents).where(documents.c.stream == fact.body.legal_base)
                )
                .mappings()
                .one_or_none()
            )
            if row:
                name = labels.label_of("document", row["kind"])
                parts = (name, row["number"], row["subject"] and f"tentang {row['subject']}")
                return own.value(" ".join(part for part in parts if part), fact, "legal_base")
    return None


def _measurement(own: Stream, fact: SourcedFact[Any]) -> Json:
    body = fact.body
    return {
        "indicator": body.indicator,
        "unit": body.unit_of_measure,
        "before": body.before,
        "before_on": body.before_on,
        "after": body.after,
        "after_on": fact.occurred,
        "method": body.method,
        "source": body.origin,
        "sources": own.sources(fact),
    }


def _evidence(own: Stream, fact: SourcedFact[Any]) -> Json:
    body = fact.body
    names = ("kind", "number", "subject", "iga", "kipp", "file", "link", "page", "personal_data")
    return {
        **{name: getattr(body, name) for name in names},
        "date": fact.occurred,
        "sources": own.sources(fact),
    }


def _step(own: Stream, fact: SourcedFact[Any]) -> Json:
    body = fact.body
    return {
        "version": body.plan,
        "number": body.number,
        "phase": body.phase,
        "activity": body.activity,
        "executor": body.executor,
        "output": body.output,
        "method": body.method,
        "start": body.begins,
        "end": body.ends,
        "sources": own.sources(fact),
    }


def _monitoring(own: Stream, fact: SourcedFact[Any]) -> Json:
    names = ("mode", "monitor", "finding", "follow_up")
    plain = {name: getattr(fact.body, name) for name in names}
    return {**plain, "occurred": fact.occurred, "sources": own.sources(fact)}


def _trial(own: Stream, fact: SourcedFact[Any]) -> Json:
    body = fact.body
    return {
        "place": body.place,
        "result": body.result,
        "occurred": fact.occurred,
        "sources": own.sources(fact),
    }


def _agreement(session: ReadSession, own: Stream, fact: SourcedFact[Any]) -> Json:
    stream = fact.body.agreement
    row = session.connection.execute(select(agreements).where(agreements.c.stream == stream)).mappings().one()
    signed = (
        select(signatures.c.role, people.c.post, signatures.c.capacity, signatures.c.representing)
        .outerjoin(people, people.c.stream == signatures.c.person)
        .where(signatures.c.stream == stream)
        .order_by(signatures.c.position)
    )
    plain = {name: row[name] for name in ("kind", "number", "title", "occurred", "medium")}
    found = [dict(one) for one in session.connection.execute(signed).mappings()]
    return {**plain, "signatures": found, "sources": own.sources(fact)}


def _idea(session: ReadSession, stream: str) -> Json:
    own = Stream(session, stream)
    founding = own.facts[0]
    query = select(units.c.stream, units.c.short).where(units.c.stream.in_(founding.body.units))
    names = {row[0]: row[1] for row in session.connection.execute(query)}
    return {
        "code": code(stream),
        "title": founding.body.title,
        "units": [names.get(one, one) for one in founding.body.units],
        "sources": own.sources(founding, "title"),
    }


def _missing_records(session: ReadSession, portrait: Json, founding: events.InnovationDesigned) -> list[str]:
    """Steps of the lab's process without a record: what a reconstructed lab lets pass and shows here."""
    if founding.lab is None:
        return []
    missing = []
    if founding.idea and not _approved(session, founding.idea):
        missing.append("approval")
    missing += [name for name, key in (("plan", "plan"), ("agreement", "agreements")) if not portrait[key]]
    return missing


def _approved(session: ReadSession, idea: str) -> bool:
    streams = [idea, *lineage.ancestors(session, idea)]
    return any(
        isinstance(fact.body, idea_events.IdeaApproved)
        for stream in streams
        for fact in Stream(session, stream).facts
    )
