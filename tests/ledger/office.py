"""A real ledger in a folder, with a clock that the test sets and a short way to record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from domain.base import Action, Body
from domain.design import DesignInnovation
from domain.document import RegisterDocument
from domain.idea import ProposeIdea
from domain.lab import OpenLab
from domain.person import RegisterPerson
from domain.region import RegisterRegion
from domain.unit import RegisterUnit
from ledger.admin import verify
from ledger.workspace.workspace import zone_of
from ledger.write.command_handler import CommandHandler, Outcome
from ledger.write.decision import Decision
from tests.ledger.sides import Side, Sqlite

REGION, OPERATOR = "3303/region/000001", "3303/person/000001"
UNIT, LAB = "3303/unit/000001", "3303/lab/000001"
IDEA, INNOVATION, DOCUMENT = "3303/idea/000001", "3303/innovation/000001", "3303/document/000001"
START = datetime(2022, 10, 12, 5, 0, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, moment: datetime = START) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def move(self, **by: float) -> None:
        self.moment += timedelta(**by)


class Office:
    """One ledger and a desk on it; a folder means a file in it."""

    def __init__(self, side: Side | Path, clock: Clock | None = None) -> None:
        self.side = Sqlite(side) if isinstance(side, Path) else side
        self.clock = clock or Clock()
        self.recorder = self.side.recorder(self.clock)
        self.datastore = self.recorder.datastore
        self.store = self.side.store()
        self.command_handler = CommandHandler(self.recorder, self.store, OPERATOR, zone_of)

    def open(self) -> Office:
        """Records what `init` records."""
        region = RegisterRegion.of(
            region="3303",
            code="33.03",
            name="Kabupaten Purbalingga",
            kind="kabupaten",
            time_zone="Asia/Jakarta",
        )
        self.do("init", region, RegisterPerson.of(region="3303", profile="p1", post="Analis"))
        return self

    @property
    def path(self) -> Path:
        """The file of a ledger on SQLite."""
        return self.store.path

    def close(self) -> None:
        self.store.close()
        self.datastore.close()

    def run(self, command: str, decide: Callable[[Decision], object], **how: Any) -> Outcome:
        """Records a command; a test that expects a refusal of an action looks at the decision itself."""

        def checked(decision: Decision) -> None:
            decide(decision)
            assert decision.refused == []

        return self.command_handler.run(command, checked, **how)[0]

    def do(self, command: str, *actions: Action, **how: Any) -> Outcome:
        return self.run(command, lambda decision: [decision.act(action) for action in actions], **how)

    def void(self, command: str, names: str, **how: Any) -> Outcome:
        return self.run(command, lambda decision: decision.void(names, "salah"), **how)

    def correct(self, command: str, stream: str, version: int, field: str, new: Any) -> Outcome:
        return self.run(command, lambda decision: decision.correct(stream, version, field, new, "salah"))

    def bodies(self, stream: str) -> list[Body]:
        """What stands in a stream, in the order of the law."""
        from ledger import reader

        return [fact.body for fact in reader.read(self.store.rows(stream)).facts]

    def dates(self, stream: str) -> list[tuple[str, str | None]]:
        """Type and date of what stands in a stream, in the order of the law."""
        from ledger import reader

        return [(fact.body.TYPE, fact.occurred) for fact in reader.read(self.store.rows(stream)).facts]

    def reservations(self) -> dict[str, tuple[str, int]]:
        """All reservations as they are stored."""
        found = self.query("SELECT key, originator_id, originator_version FROM reservations")
        return {key: (stream, version) for key, stream, version in found}

    def refs(self) -> list[tuple[str, str]]:
        """All references as they are stored: target, referring stream."""
        return self.query("SELECT target, originator_id FROM refs ORDER BY 1, 2")

    def query(self, sql: str) -> list[Any]:
        return self.side.execute(sql)[1]

    def findings(self) -> list[tuple[int | None, str]]:
        """What verify finds: position and sentence."""
        store = self.side.store()
        try:
            found = verify.verify(store).findings
        finally:
            store.close()
        return [(position, why.text) for position, why in found]


def all_tables(office: Office) -> list[list[tuple[object, ...]]]:
    """Every row of every table."""
    tables = ("stored_events", "appends", "head", "reservations", "refs")
    return [office.query(f"SELECT * FROM {name} ORDER BY 1, 2, 3") for name in tables[:3]] + [
        office.query(f"SELECT * FROM {name} ORDER BY 1, 2") for name in tables[3:]
    ]


def unit(name: str = "Dinas", **more: Any) -> RegisterUnit:
    return RegisterUnit.of(region="3303", kind="opd", name=name, **more)


def document(number: str | None, occurred: str | None = "2022", **more: Any) -> RegisterDocument:
    return RegisterDocument.of(
        region="3303", kind="sk", number=number, subject="SK", occurred=occurred, **more
    )


def lab(slug: str = "purbalingga-2022", mode: str = "reconstructed", **more: Any) -> OpenLab:
    return OpenLab.of(region="3303", slug=slug, name="Lab", mode=mode, **more)


def idea(title: str = "Pasar", **more: Any) -> ProposeIdea:
    return ProposeIdea.of(region="3303", title=title, **more)


def innovation(title: str = "SIMPEL", **more: Any) -> DesignInnovation:
    return DesignInnovation.of(region="3303", title=title, unit=UNIT, **more)
