"""Appending: our whole section against the bare insert of the library, both durable, on either database."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from eventsourcing.persistence import ApplicationRecorder, StoredEvent

from benchmarks.logs import Pair, Pairs
from benchmarks.measure import Line, of_pairs, rate, seconds
from domain import kinds
from ledger.codec import CODEC, Row
from ledger.event_store import EventStore
from ledger.ports.append import AppendRequest, Recorder

SINGLES, PIECES = 50, 4
"""Events of one measured piece of single appends, and pieces of a run: short, for others use the disk too."""
BULK = 10_000
References = list[tuple[str, str]]
Sample = list[tuple[StoredEvent, References]]


def sample(ledger: Path, count: int) -> Sample:
    """Real events of a ledger with their references, each stream beginning at its first version."""
    store = EventStore(ledger)
    versions: dict[str, int] = {}
    found = []
    for row in store.between(3, count + 2):
        version = versions[row.stream] = versions.get(row.stream, 0) + 1
        event = StoredEvent(row.stream, version, row.topic, row.state)
        found.append((event, references(row)))
    store.close()
    return found


def references(row: Row) -> References:
    """The references of one event."""
    return [(target, row.stream) for target in kinds.refs(CODEC.decode(row).body)]


def one_by_one(work: str, ledger: Path, pairs: Pairs, runs: int, target: float) -> Line:
    """One recorded action: lock, head, event, leaf, append row, one reservation, references, frontier."""
    events = sample(ledger, SINGLES * PIECES * (runs + 1))
    pieces = [events[at : at + SINGLES] for at in range(0, len(events), SINGLES)]
    with pairs() as pair:
        # The first statements of a connection are not prepared yet: a run's worth goes unmeasured.
        taken = of_pairs([_singly(pair, piece) for piece in pieces][PIECES:])
    floor, ours = rate(SINGLES, taken.floor), rate(SINGLES, taken.ours)
    return Line(work, floor, ours, taken.speed, target)


def _singly(pair: Pair, events: Sample) -> tuple[float, float]:
    return (
        seconds(lambda: _plainly(pair.library, [[event] for event, _ in events])),
        seconds(lambda: _wholly(pair.ours, events)),
    )


def _plainly(library: ApplicationRecorder, calls: Iterable[list[StoredEvent]]) -> None:
    for events in calls:
        library.insert_events(events)


def _wholly(recorder: Recorder, events: Sample) -> None:
    for event, refs in events:
        stream, version = str(event.originator_id), event.originator_version
        name = f"{stream}-{version}"
        section = AppendRequest(
            command_id=name,
            reserve=[(f"row/bench/{name}", stream, version)],
            refs=refs,
            touched=frozenset([stream]),
        )
        recorder.insert_events([event], request=section)


def in_one_append(work: str, ledger: Path, pairs: Pairs, runs: int, target: float) -> Line:
    """Ten thousand actions, one event and one reservation each, in one append."""
    sampled = sample(ledger, BULK)
    taken = of_pairs([_at_once(pairs, sampled) for _ in range(runs + 1)][1:])
    floor, ours = rate(len(sampled), taken.floor), rate(len(sampled), taken.ours)
    return Line(work, floor, ours, taken.speed, target)


def _at_once(pairs: Pairs, sampled: Sample) -> tuple[float, float]:
    events = [event for event, _ in sampled]
    reserve = [(f"row/bench/{at}", str(e.originator_id), e.originator_version) for at, e in enumerate(events)]
    refs = sorted({one for _, found in sampled for one in found})
    section = AppendRequest(command_id="bench", reserve=reserve, refs=refs)
    with pairs() as pair:
        calls = [events[at : at + pair.calls] for at in range(0, len(events), pair.calls)]
        return (
            seconds(lambda: _plainly(pair.library, calls)),
            seconds(lambda: pair.ours.insert_events(events, request=section)),
        )
