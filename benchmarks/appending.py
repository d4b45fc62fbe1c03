"""Appending: our whole section against the bare insert of the library, both durable."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from eventsourcing.persistence import StoredEvent
from eventsourcing.sqlite import SQLiteApplicationRecorder

from benchmarks.measure import Line, of_pairs, rate, seconds
from domain import kinds
from ledger.codec import CODEC, Row
from ledger.sqlite import Datastore, Section, SqliteLog
from ledger.store import Store

SINGLES = 200
"""Events of one measured run of single appends."""
BULK = 10_000
References = list[tuple[str, str]]


def sample(ledger: Path, count: int) -> list[tuple[StoredEvent, References]]:
    """Real events of a ledger with their references, each stream beginning at its first version."""
    store = Store(ledger)
    versions: dict[str, int] = {}
    found = []
    for row in store.between(3, count + 2):
        version = versions[row.stream] = versions.get(row.stream, 0) + 1
        event = StoredEvent(row.stream, version, row.topic, row.state)
        found.append((event, _references(row)))
    store.close()
    return found


def _references(row: Row) -> References:
    return [(target, row.stream) for target in kinds.refs(CODEC.decode(row).body)]


class Files:
    """Fresh pairs of logs: the library's own and ours, on the same disk with the same durability."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.number = 0
        self.open: list[Datastore] = []

    def pair(self) -> tuple[SQLiteApplicationRecorder, SqliteLog]:
        """The library's recorder and ours, each on an empty file."""
        self.number += 1
        place = self.folder / f"append-{self.number}"
        place.mkdir()
        bare, whole = Datastore(str(place / "bare.db")), Datastore(str(place / "whole.db"))
        library, log = SQLiteApplicationRecorder(bare), SqliteLog(whole)
        library.create_table()
        log.create_table()
        self.open += [bare, whole]
        return library, log

    def close(self) -> None:
        """Lets go of the files and takes them away."""
        for store in self.open:
            store.close()
        self.open.clear()
        for place in self.folder.glob("append-*"):
            shutil.rmtree(place, ignore_errors=True)


def one_by_one(ledger: Path, folder: Path, runs: int) -> Line:
    """One recorded action: lock, head, event, leaf, append row, one reservation, references, frontier."""
    events = sample(ledger, SINGLES * (runs + 1))
    files = Files(folder)
    library, log = files.pair()
    pieces = [events[at : at + SINGLES] for at in range(0, len(events), SINGLES)]
    pairs = [
        (seconds(lambda: _plainly(library, piece)), seconds(lambda: _wholly(log, piece)))  # noqa: B023
        for piece in pieces
    ]
    files.close()
    taken = of_pairs(pairs[1:])
    return Line(
        "one recorded action", rate(SINGLES, taken.floor), rate(SINGLES, taken.ours), taken.speed, 0.3
    )


def _plainly(library: SQLiteApplicationRecorder, events: list[tuple[StoredEvent, References]]) -> None:
    for event, _ in events:
        library.insert_events([event])


def _wholly(log: SqliteLog, events: list[tuple[StoredEvent, References]]) -> None:
    for event, refs in events:
        stream, version = str(event.originator_id), event.originator_version
        name = f"{stream}-{version}"
        section = Section(
            command_id=name,
            reserve=[(f"row/bench/{name}", stream, version)],
            refs=refs,
            touched=frozenset([stream]),
        )
        log.insert_events([event], section=section)


def in_one_append(ledger: Path, folder: Path, runs: int) -> Line:
    """Ten thousand actions, one event and one reservation each, in one append."""
    sampled = sample(ledger, BULK)
    events = [event for event, _ in sampled]
    section = Section(
        command_id="bench",
        reserve=[
            (f"row/bench/{at}", str(e.originator_id), e.originator_version) for at, e in enumerate(events)
        ],
        refs=sorted({pair for _, refs in sampled for pair in refs}),
    )
    files = Files(folder)

    def once() -> tuple[float, float]:
        library, log = files.pair()
        took = seconds(lambda: library.insert_events(events)), seconds(_append(log, events, section))
        files.close()
        return took

    taken = of_pairs([once() for _ in range(runs + 1)][1:])
    return Line(
        "10,000 actions in one append",
        rate(len(events), taken.floor),
        rate(len(events), taken.ours),
        taken.speed,
        0.2,
    )


def _append(log: SqliteLog, events: list[StoredEvent], section: Section) -> Callable[[], object]:
    return lambda: log.insert_events(events, section=section)
