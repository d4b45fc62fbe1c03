"""The library's own ProjectionRunner as its documentation shows it, keeping a catalogue on PostgreSQL.

A view class with its table and a tracking row in the same transaction, one event at a time; only the
events that the catalogue is made of are asked for, which the library can filter in the database.
"""

from __future__ import annotations

import contextlib
import gc
import time
from typing import Any, NamedTuple

from eventsourcing.application import Application
from eventsourcing.persistence import Mapper, StoredEvent, Tracking
from eventsourcing.postgres import PostgresDatastore, PostgresTrackingRecorder
from eventsourcing.projection import Projection, ProjectionRunner
from psycopg.conninfo import conninfo_to_dict
from psycopg.sql import SQL, Identifier

from domain import innovation as events
from domain import plan
from domain.base import Body, Fact
from domain.delivery import Displayed, Implemented, Launched, Trialled
from domain.design import InnovationDesigned, InnovationRenamed
from domain.evidence import EvidenceAttached
from domain.profile import Measured
from domain.streams import code, region_of
from ledger.codec import CODEC, Row, topic_of
from ledger.event_store import EventStore
from ledger.postgres.rights import SCHEMA
from tools.server import database

TABLE = "catalogue"
COLUMNS = """stream text PRIMARY KEY, region text, code text, lab text, idea text, title text, acronym text,
    former text DEFAULT '', unit text, illustrative boolean, designed_on text, trialled_on text,
    implemented_on text, launched_on text, launch_lab text, displays integer DEFAULT 0,
    monitorings integer DEFAULT 0, measurements integer DEFAULT 0, evidence integer DEFAULT 0,
    agreements integer DEFAULT 0, awards integer DEFAULT 0"""
DESIGNED = (
    "INSERT INTO {table} (stream, region, code, lab, idea, title, acronym, unit, illustrative, designed_on)"
    " VALUES (%(stream)s, %(region)s, %(code)s, %(lab)s, %(idea)s, %(title)s, %(acronym)s, %(unit)s,"
    " %(illustrative)s, %(occurred)s)"
)
CHANGES: dict[type[Body], str] = {
    InnovationRenamed: "former = concat_ws(E'\\n', nullif(former, ''), title, acronym),"
    " title = %(title)s, acronym = coalesce(%(acronym)s, acronym)",
    Trialled: "trialled_on = %(occurred)s",
    Implemented: "implemented_on = %(occurred)s",
    Launched: "launched_on = %(occurred)s, launch_lab = %(lab)s",
    Displayed: "displays = displays + 1",
    plan.Monitored: "monitorings = monitorings + 1",
    Measured: "measurements = measurements + 1",
    EvidenceAttached: "evidence = evidence + 1",
    events.AgreementCovered: "agreements = agreements + 1",
    events.AwardReceived: "awards = awards + 1",
}
STATEMENTS: dict[type[Body], str] = {InnovationDesigned: DESIGNED} | {
    body: f"UPDATE {{table}} SET {change} WHERE stream = %(stream)s" for body, change in CHANGES.items()
}


class Recorded(NamedTuple):
    """A domain event as the library hands it to a projection."""

    originator_id: str
    originator_version: int
    fact: Fact[Any]


class OurMapper(Mapper[str]):
    """Reads our bytes; the runner writes no events."""

    def to_domain_event(self, stored_event: StoredEvent) -> Any:
        stream, version = str(stored_event.originator_id), stored_event.originator_version
        row = Row(0, stream, version, stored_event.topic, stored_event.state, "")
        return Recorded(stream, version, CODEC.decode(row))


class Recording(Application[str]):
    """The ledger as an application of the library: the name finds the table."""

    name = "stored"

    def construct_mapper(self) -> Mapper[str]:
        return OurMapper(transcoder=self.construct_transcoder())


class CatalogueView(PostgresTrackingRecorder):
    """The materialised view: rows and the position, changed together."""

    def __init__(self, datastore: PostgresDatastore, *, tracking_table_name: str = "tracking") -> None:
        super().__init__(datastore, tracking_table_name=tracking_table_name)
        self.table = SQL("{}.{}").format(Identifier(datastore.schema), Identifier(TABLE))
        create: Any = f"CREATE TABLE IF NOT EXISTS {{}} ({COLUMNS})"
        self.sql_create_statements.append(SQL(create).format(self.table))
        self.statements = {body: self._statement(text) for body, text in STATEMENTS.items()}

    def _statement(self, text: Any) -> Any:
        return SQL(text).format(table=self.table)

    def take(self, stream: str, fact: Fact[Any], tracking: Tracking) -> None:
        values = {
            name: getattr(fact.body, name, None) for name in ("lab", "idea", "title", "acronym", "unit")
        }
        values |= {"illustrative": getattr(fact.body, "illustrative", None), "occurred": fact.occurred}
        values |= {"stream": stream, "region": region_of(stream), "code": code(stream)}
        with self.datastore.transaction(commit=True) as cursor:
            self._insert_tracking(cursor, tracking)
            cursor.execute(self.statements[type(fact.body)], values, prepare=True)

    def rows(self) -> list[tuple[Any, ...]]:
        """All rows of the view, by stream."""
        with self.datastore.transaction() as cursor:
            found = cursor.execute(SQL("SELECT * FROM {} ORDER BY stream").format(self.table)).fetchall()
        return [tuple(row.values()) for row in found]


class CatalogueProjection(Projection[CatalogueView]):
    """Each event as it comes, in a transaction of its own."""

    name = TABLE
    topics = tuple(topic_of(body) for body in STATEMENTS)

    def process_event(self, domain_event: Recorded, tracking: Tracking) -> None:
        self.view.take(domain_event.originator_id, domain_event.fact, tracking)


class Runner:
    """Runs over a copy of a ledger's events, from nothing each time."""

    def __init__(self, url: str) -> None:
        self.url, self.last = url, _last(url)
        self.rows: list[tuple[Any, ...]] = []
        """The view after the last run."""

    def seconds(self) -> float:
        """The time of one run, from its construction to the last event; stopping it is left out."""
        with database(self.url) as apart:
            environment = _environment(self.url, apart)
            gc.collect()
            began = time.perf_counter()
            with ProjectionRunner(
                application_class=Recording,
                projection_class=CatalogueProjection,
                view_class=CatalogueView,
                env=environment,
            ) as runner:
                # Its own `wait` looks every 0.8 seconds only: this one does not add to its time.
                while not runner.view.has_tracking_id(Recording.name, self.last):
                    if runner.is_interrupted.wait(0.02):
                        runner.run_forever()
                took = time.perf_counter() - began
                self.rows = runner.view.rows()
        return took


def _last(url: str) -> int:
    """The position of the last event that the projection asks for."""
    with contextlib.closing(EventStore(url)) as store:
        wanted = set(CatalogueProjection.topics)
        return max(int(row[0]) for row in store.all_rows() if row[3] in wanted)


def _environment(url: str, apart: str) -> dict[str, str]:
    """The library's settings: events from the ledger, the view in a database of its own."""
    found = {"PERSISTENCE_MODULE": "eventsourcing.postgres", "ORIGINATOR_ID_TYPE": "text"}
    found |= {"STORED_CREATE_TABLE": "n", "STORED_POSTGRES_SCHEMA": SCHEMA}
    for name, address in ((Recording.name, url), (TABLE, apart)):
        parts = conninfo_to_dict(address)
        for setting, part in (("DBNAME", "dbname"), ("HOST", "host"), ("PORT", "port"), ("USER", "user")):
            found[f"{name.upper()}_POSTGRES_{setting}"] = str(parts.get(part) or "")
        found[f"{name.upper()}_POSTGRES_PASSWORD"] = str(parts.get("password") or "none")
    return found
