"""Names of streams for sentences: short names of units, posts of people, codes and titles."""

from __future__ import annotations

import copy

from sqlalchemy import select

from domain import streams
from domain.evidence import EvidenceAttached
from jejak_i18n import labels
from jejak_i18n.founding_names import founding_name
from ledger import reader
from ledger.codec import CODEC
from projections.eligibility import rulebooks
from projections.queries.posts import post_at
from projections.queries.unit_naming import UnitNaming, UnitsOf
from projections.read_session import ReadSession
from projections.views.agreements import agreements
from projections.views.awards import awards
from projections.views.catalogue import innovations
from projections.views.documents import documents
from projections.views.labs import labs
from projections.views.units import units
from projections.views.workshops import workshops


class StreamNames:
    """Looks names up once each: persons by the post that they held on the day that is told of.

    Units bear their own present names; with `units_of`, those of the day that is told of (`then`), or of
    the unit that they ended in (`now`).
    """

    def __init__(self, session: ReadSession, units_of: UnitsOf | None = None) -> None:
        self.views = session
        self._units = UnitNaming(session, units_of) if units_of else None
        self.day: str | None = None
        self._known: dict[tuple[str, str | None], str] = {}
        self._numbers: dict[str, dict[str, str]] = {}

    def on(self, day: str | None) -> StreamNames:
        """The same names on an ISO day; None for the present."""
        then = copy.copy(self)
        then.day = day
        return then

    def of(self, stream: str | None) -> str:
        """What people call a stream; its id where nothing is known of it."""
        if not stream:
            return ""
        key = stream, self.day if streams.kind_of(stream) in ("person", "unit") else None
        if key not in self._known:
            self._known[key] = self._find(stream)
        return self._known[key]

    def called(self, stream: str) -> str:
        """A code where there is one, a lab's slug, an entry's id, else what people call the stream."""
        kind, slug = streams.kind_of(stream), select(labs.c.slug)
        if kind in ("lab", "workshop"):
            held = slug.join(workshops, workshops.c.lab == labs.c.stream)
            of_day = held.where(workshops.c.stream == stream)
            query = slug.where(labs.c.stream == stream) if kind == "lab" else of_day
            return str(self.views.connection.execute(query).scalar() or stream)
        code = streams.code(stream)
        return self.of(stream) if code == stream and kind != "entry" else code

    def indicator(self, region: str, indicator: str) -> str:
        """The number of an IGA indicator as the region knows it; its id where no rulebook numbers it."""
        if region not in self._numbers:
            self._numbers[region] = rulebooks.indicator_numbers(self.views, region)
        return self._numbers[region].get(indicator, indicator)

    def with_units_of_the_time(self) -> StreamNames:
        """The same, with units under the names of the day that is told of.

        The life of a unit is told so: under present names it would take over its own work.
        """
        return StreamNames(self.views, "then")

    def all(self, found: list[str]) -> str:
        """Several names, joined by commas."""
        return ", ".join(self.of(stream) for stream in found)

    def _find(self, stream: str) -> str:
        kind = streams.kind_of(stream)
        if kind in ("innovation", "idea"):
            return streams.code(stream)
        if kind == "person":
            held = post_at(self.views, stream, self.day)
            return held.post if held else stream
        if kind == "unit" and self._units:
            return self._units.of(stream, self.day).short
        column = {
            "unit": units.c.short,
            "lab": labs.c.name,
            "document": documents.c.subject,
            "award": awards.c.title,
            "agreement": agreements.c.title,
        }.get(kind)
        if column is not None:
            query = select(column).where(column.table.c.stream == stream)
            if found := self.views.connection.execute(query).scalar():
                return str(found)
        # Entries, workshops and regions, and what no view holds any more: voided, or not yet of the day.
        rows = self.views.store.rows(stream, self.views.position)
        return (founding_name(CODEC.decode(rows[0])) if rows else None) or stream

    def document(self, stream: str | None) -> str:
        """A document by kind, number and subject; by its subject alone where it bears no number."""
        query = select(documents.c.kind, documents.c.number, documents.c.subject)
        row = self.views.connection.execute(query.where(documents.c.stream == stream)).one_or_none()
        if row is None or not row.number:
            return self.of(stream)
        return f"{labels.label_of('document', row.kind)} {row.number}, {row.subject}"

    def award(self, stream: str) -> str:
        """An award by its name, tier and edition."""
        query = select(awards.c.title, awards.c.tier, awards.c.edition).where(awards.c.stream == stream)
        row = self.views.connection.execute(query).one_or_none()
        return " ".join(filter(None, row)) if row else self.of(stream)

    def evidence(self, stream: str, version: int) -> str:
        """What a piece of evidence is about, by its version; the version itself where it does not stand."""
        facts = reader.read(self.views.store.rows(stream, self.views.position)).facts
        found = (one.body for one in facts if one.version == version)
        return next((one.subject for one in found if isinstance(one, EvidenceAttached)), str(version))

    def launched_together(self, stream: str) -> int:
        """How many other innovations were launched in the same lab at the same ceremony."""
        own = select(innovations.c.launch_lab, innovations.c.ceremony).where(innovations.c.stream == stream)
        row = self.views.connection.execute(own).one_or_none()
        if row is None or row[0] is None or row[1] is None:
            return 0
        query = select(innovations.c.stream).where(
            innovations.c.stands,
            innovations.c.launched,
            innovations.c.launch_lab == row[0],
            innovations.c.ceremony == row[1],
        )
        return max(0, len(self.views.connection.execute(query).all()) - 1)

    def ceremony(self, lab: str | None, key: str | None) -> str:
        """The name of a ceremony of a lab by its key."""
        from projections.views.labs import ceremonies

        query = select(ceremonies.c.name).where(ceremonies.c.stream == lab, ceremonies.c.key == key)
        query = query.order_by(ceremonies.c.position)
        return str(self.views.connection.execute(query).scalar() or key or "")
