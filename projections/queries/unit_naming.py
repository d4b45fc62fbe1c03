"""Which unit a list names: the one that it was on the day that is told of, or the one that it is today."""

from __future__ import annotations

from typing import Literal, NamedTuple

from sqlalchemy import func, select

from domain import dates
from projections.read_session import ReadSession
from projections.views.units import names, units

UnitsOf = Literal["then", "now"]
"""`then`: units under the name that they bore on the day told of, also those that ended in another later;
`now`: under their present name, those that ended in another under the name of that."""
FEW = 400
"""Units that are asked for by name; of more, all are read."""


class NamedUnit(NamedTuple):
    """A unit as a list shows it; `stream` is the one that it counts for."""

    stream: str
    short: str
    kind: str
    name: str


class UnitNaming:
    """Looks units up once each."""

    def __init__(self, session: ReadSession, units_of: UnitsOf = "now") -> None:
        self.views, self.units_of = session, units_of
        self._present: dict[str, tuple[NamedUnit, str | None]] = {}
        self._borne: dict[str, list[tuple[str, str, str | None]]] = {}

    def read(self, streams: set[str]) -> None:
        """Reads many units at once, as `of` will ask for them."""
        wanted = streams - self._present.keys()
        while wanted:
            query = select(units.c.stream, units.c.short, units.c.kind, units.c.name, units.c.successor)
            if len(wanted) <= FEW:
                query = query.where(units.c.stream.in_(sorted(wanted)))
            for stream, short, kind, name, successor in self.views.connection.execute(query):
                self._present[stream] = NamedUnit(stream, short, kind, name), successor
            unknown = wanted - self._present.keys()
            self._present |= {one: (NamedUnit(one, one, "other", one), None) for one in unknown}
            after = {self._present[one][1] for one in wanted} if self.units_of == "now" else set()
            wanted = {one for one in after if one} - self._present.keys()
        if self.units_of == "then":
            self._read_names(streams - self._borne.keys())

    def _read_names(self, wanted: set[str]) -> None:
        if not wanted:
            return
        query = select(names.c.stream, names.c.name, names.c.short, names.c.since)
        if len(wanted) <= FEW:
            query = query.where(names.c.stream.in_(sorted(wanted)))
        found: dict[str, list[tuple[str, str, str | None]]] = {one: [] for one in wanted}
        for stream, *borne in self.views.connection.execute(query.order_by(names.c.stream, names.c.place)):
            if stream in found:
                found[stream].append((borne[0], borne[1], borne[2]))
        self._borne |= found

    def of(self, stream: str, day: str | None) -> NamedUnit:
        """The unit that a stream is called by; on an ISO day, which may be reduced or unknown.

        A name counts from its day on; on an unknown day, or from an unknown day on, the latest counts.
        """
        self.read({stream})
        unit, successor = self._present[stream]
        if self.units_of == "then":
            for name, short, since in self._borne[stream]:
                if not dates.certainly_before(day, since):
                    unit = unit._replace(name=name, short=short)
            return unit
        seen = {stream}
        while successor and successor not in seen:
            seen.add(successor)
            self.read({successor})
            unit, successor = self._present[successor]
        return unit


def units_named(session: ReadSession, name: str, units_of: UnitsOf) -> set[str]:
    """The streams of the units that a word means: by a name that they bear, or bore at any time.

    `now` takes those in, too, that ended in one of them.
    """
    folded = name.casefold()
    own = select(names.c.stream).where(
        (func.lower(names.c.short) == folded) | (func.lower(names.c.name) == folded)
    )
    found = set(session.connection.execute(own).scalars())
    return found | _ended_in(session, found) if units_of == "now" else found


def units_of_kind(session: ReadSession, kind: str, units_of: UnitsOf) -> set[str] | None:
    """The streams of the units that count as a kind; None where each counts as its own."""
    if units_of == "then":
        return None
    ended = select(units.c.stream).where(units.c.successor.is_not(None))
    gone = set(session.connection.execute(ended).scalars())
    if not gone:
        return None
    naming = UnitNaming(session, units_of)
    naming.read(gone)
    own = select(units.c.stream).where(units.c.kind == kind)
    found = set(session.connection.execute(own).scalars()) - gone
    return found | {one for one in gone if naming.of(one, None).kind == kind}


def _ended_in(session: ReadSession, into: set[str]) -> set[str]:
    query = select(units.c.stream, units.c.successor).where(units.c.successor.is_not(None))
    after = {row[0]: row[1] for row in session.connection.execute(query)}
    found = set(into)
    while more := {stream for stream, successor in after.items() if successor in found} - found:
        found |= more
    return found - into
