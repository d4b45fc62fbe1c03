"""Merging: the events of another ledger stand in this one too, under their own proof, and are read-only here.

An event keeps stream, version, bytes and the time at which it was recorded; it gets the next position of this
ledger. Runs of merged events say which positions they had: with these their leaves, and so the root of their
own ledger, can be computed again at any time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from eventsourcing.persistence import IntegrityError, PersistenceError

from domain import kinds
from domain.base import Reason, reason
from domain.streams import region_code, region_of
from ledger import clock, merkle
from ledger.admin.extract import BATCH, Source, leaf_of
from ledger.codec import CODEC, Row
from ledger.errors import ClosedLedgerError, ConflictError, LedgerError
from ledger.event_store import EventStore
from ledger.factory import Place, open_recorder, open_store
from ledger.ports.append import CLOSED_PREFIX, Append, AppendStatements, EventRow, MergedRun
from ledger.proofs.checkpoints import Checkpoint, read_checkpoint
from ledger.proofs.signed_note import NoteError, VerifierKey, parse, read_verifier_key, verified
from ledger.write.command_handler import fault_of

ASK = reason(
    "Ask the region whether its ledger was restored or changed: jejak ledger verify, and its checkpoints."
)


class MergeRefusedError(LedgerError):
    """What came does not continue what was merged before, or is not signed as it was."""

    status = 4


class _DryRun(Exception):  # noqa: N818 - takes everything back
    pass


class Merged(NamedTuple):
    """What a merge took: positions there and here (0 where nothing was new), regions, and who signed."""

    origin: str
    origin_first: int
    origin_last: int
    first: int
    last: int
    root: str
    regions: list[str]
    signed_by: str | None


def merge(
    target: Place,
    source: Source,
    *,
    command_id: str,
    keys: list[VerifierKey],
    now: clock.Clock = clock.now,
    dry_run: bool = False,
) -> Merged:
    """Takes what is new of another ledger into a ledger, in one append.

    Raises ConflictError where the target holds one of its regions otherwise, MergeRefusedError where it does
    not continue the part that was merged before, ExtractError where the source does not hold together.
    """
    with closing(open_store(target)) as store, closing(open_recorder(target, now)) as recorder:
        if place := store.closed_by():
            raise ClosedLedgerError(place)
        before = [run for run in store.merged() if run.origin == source.header.origin]
        seal = _Seal(source, before, keys)
        known = before[-1].origin_last if before else 0
        rows = _compared(store, before, source, known, seal)
        new = max(0, source.header.last - known)
        if not new:
            for _row in rows:
                pass
            return Merged(source.header.origin, 0, 0, 0, 0, source.header.root, [], seal.checked())
        try:
            with recorder.append_statements() as statements:
                done = _Merge(store, source, before, seal, command_id, now).append(statements, rows, new)
                if dry_run:
                    raise _DryRun
        except _DryRun:
            pass
        except IntegrityError as error:
            if CLOSED_PREFIX in str(error) and (place := store.closed_by()):
                raise ClosedLedgerError(place) from error
            # No ledger holds such events: the same version of a stream twice, or streams that are here.
            raise _differs(
                source.header.origin, reason("it holds an event that stands here already")
            ) from error
        except PersistenceError as error:
            raise _fault(error) from error
        store.checkpoint()
        return done


def _fault(error: PersistenceError) -> LedgerError:
    cause = error.__cause__
    if type(cause).__module__.partition(".")[0] != "psycopg":
        return fault_of(error)
    import psycopg

    from ledger.postgres.reading import environment_fault

    assert isinstance(cause, psycopg.Error)
    return environment_fault(cause)


class _Seal:
    """The checkpoint that came along, held against the events, and the key that must have signed it."""

    def __init__(self, source: Source, before: list[MergedRun], keys: list[VerifierKey]) -> None:
        self.note, self.origin = source.header.checkpoint, source.header.origin
        self.checkpoint = self._read() if self.note else None
        earlier = next((run.verifier for run in reversed(before) if run.verifier), None)
        wanted = [read_verifier_key(earlier)] if earlier else [one for one in keys if one.name == self.origin]
        self.key = wanted[0] if wanted else None
        self.root: bytes | None = None

    def _read(self) -> Checkpoint:
        assert self.note is not None
        try:
            found = read_checkpoint(parse(self.note).text)
        except NoteError as error:
            raise self._refused() from error
        if found.origin != self.origin:
            raise self._refused()
        return found

    def see(self, size: int, frontier: bytes) -> None:
        """Notes the root where the checkpoint stands."""
        if self.checkpoint is not None and self.checkpoint.size == size:
            self.root = merkle.root(frontier)

    def checked(self) -> str | None:
        """The name that signed. Raises MergeRefusedError for a signature or root that does not fit."""
        if self.checkpoint is not None and self.root != self.checkpoint.root:
            raise self._refused()
        if self.key is None:
            return None
        try:
            signed = self.note is not None and verified(parse(self.note), self.key) is not None
        except NoteError:
            signed = False
        if not signed:
            raise MergeRefusedError(
                reason("{origin} is not signed with the key that is known of it.", origin=self.origin),
                reason("Ask for an export that is signed with that key."),
            )
        return self.key.name

    def _refused(self) -> MergeRefusedError:
        return MergeRefusedError(
            reason("The checkpoint of {origin} is not that of its events.", origin=self.origin), ASK
        )


def origin_rows(store: EventStore, runs: list[MergedRun]) -> Iterator[Row]:
    """The merged events of one origin under the positions that they had there."""
    for run in runs:
        for first in range(run.first, run.last + 1, BATCH):
            for row in store.between(first, min(run.last, first + BATCH - 1)):
                yield row._replace(position=row.position - run.offset)


def _compared(
    store: EventStore, before: list[MergedRun], source: Source, known: int, seal: _Seal
) -> Iterator[Row]:
    """The rows after those known; the known ones that came again are held against ours. One pass."""
    header = source.header
    if header.first > known + 1:
        raise MergeRefusedError(
            reason(
                "The export begins at position {first}, but of {origin} only {known} events are here.",
                first=header.first,
                origin=header.origin,
                known=known,
            ),
            reason("Ask for an export from there on: jejak ledger export FILE --since {known}", known=known),
        )
    frontier, size = bytes.fromhex(header.frontier), header.first - 1
    ours = origin_rows(store, before)
    # What came before the export begins was merged earlier: its frontier must be that of ours.
    if before and size == known:
        mine_before = before[-1].frontier
    else:
        mine_before = merkle.extend(b"", 0, map(leaf_of, islice(ours, size)))
    if mine_before != frontier:
        raise _differs(header.origin, reason("its first {count} events are others by now", count=size))
    for row in source.rows():
        frontier, size = merkle.extend(frontier, size, [leaf_of(row)]), size + 1
        seal.see(size, frontier)
        if row.position > known:
            yield row
            continue
        mine = next(ours)
        if mine != row:
            raise _differs(
                header.origin,
                reason(
                    "event {position} there was {before} when it was merged, and is {now} now",
                    position=row.position,
                    before=f"{mine.stream} {mine.version} {mine.topic}",
                    now=f"{row.stream} {row.version} {row.topic}",
                ),
            )


def _differs(origin: str, why: Reason) -> MergeRefusedError:
    return MergeRefusedError(
        reason("{origin} does not continue what was merged before: {why}.", origin=origin, why=why), ASK
    )


@dataclass
class _Merge:
    """One merge under the lock of the append section."""

    store: EventStore
    source: Source
    before: list[MergedRun]
    seal: _Seal
    command_id: str
    now: clock.Clock

    def append(self, statements: AppendStatements, rows: Iterator[Row], count: int) -> Merged:
        """Writes the rows that are new, the append and the run."""
        position, head_at, frontier = statements.take(count)
        self._require_unmoved()
        size, known = position - count, self.before[-1].origin_last if self.before else 0
        there = self.before[-1].frontier if self.before else b""
        regions, taken = self._regions(), set(self.store.regions())
        refs: set[tuple[str, str]] = set()
        at, offset = max(clock.stamp(self.now()), head_at), size - known
        while batch := list(islice(rows, BATCH)):
            regions |= self._new_regions(batch, regions, taken)
            refs |= {pair for row in batch for pair in _refs(row)}
            there, known = merkle.extend(there, known, map(leaf_of, batch)), known + len(batch)
            made = [_moved(row, offset) for row in batch]
            statements.put_events(made)
            frontier, size = merkle.extend(frontier, size, (row.leaf for row in made)), size + len(made)
        signed = self.seal.checked()
        run = self._run(position, count, at, known, there, regions)
        statements.put_appends([Append(run.first, run.last, at, self.command_id)])
        statements.refer(sorted(refs))
        statements.put_merged([run])
        statements.put_head(at, frontier)
        codes = [region_code(one) for one in sorted(regions)]
        there_and_here = (run.origin_first, run.origin_last, run.first, run.last)
        return Merged(run.origin, *there_and_here, run.root, codes, signed)

    def _require_unmoved(self) -> None:
        """Under the lock: nobody merged the same ledger since it was looked at."""
        origin = self.source.header.origin
        if [run for run in self.store.merged() if run.origin == origin] != self.before:
            raise ConflictError(
                reason("Others kept recording at the same moment; nothing was recorded."),
                reason("Run the same command again."),
            )

    def _regions(self) -> set[str]:
        return set(self.before[-1].regions.split(",")) if self.before else set()

    def _new_regions(self, batch: list[Row], known: set[str], taken: set[str]) -> set[str]:
        """The regions of some rows that are new here. Raises ConflictError for one that is not free."""
        found = {region_of(row.stream) for row in batch} - known
        for region in sorted(found):
            if f"{region}/" in taken:
                raise _held(self.store, region, self.source.header.origin)
        return found

    def _run(
        self, position: int, count: int, at: str, known: int, frontier: bytes, regions: set[str]
    ) -> MergedRun:
        return MergedRun(
            first=position - count + 1,
            last=position,
            recorded_at=at,
            origin=self.source.header.origin,
            origin_first=known - count + 1,
            origin_last=known,
            frontier=frontier,
            root=self.source.header.root,
            regions=",".join(sorted(regions)),
            checkpoint=self.seal.note,
            verifier=str(self.seal.key) if self.seal.key else None,
        )


def _held(store: EventStore, region: str, origin: str) -> ConflictError:
    other = store.merged_regions().get(region)
    what = (
        reason(
            "Region {region} of {origin} was merged here from {other}.",
            region=region_code(region),
            origin=origin,
            other=other,
        )
        if other
        else reason(
            "Region {region} of {origin} has events of its own here.",
            region=region_code(region),
            origin=origin,
        )
    )
    return ConflictError(
        what, reason("A region is recorded in one ledger only: settle which, then merge that one.")
    )


def _moved(row: Row, offset: int) -> EventRow:
    at = row.position + offset
    leaf = merkle.leaf_hash(row.stream, row.version, row.topic, at, row.recorded_at, row.state)
    return EventRow(at, row.stream, row.version, row.topic, row.state, row.recorded_at, leaf)


def _refs(row: Row) -> Iterator[tuple[str, str]]:
    return ((target, row.stream) for target in kinds.refs(CODEC.decode(row).body))


def findings(store: EventStore) -> Iterator[tuple[int | None, Reason]]:
    """What is wrong with the merged parts: each must lead to the root of the ledger that it came from."""
    runs = store.merged()
    for origin in sorted({run.origin for run in runs}):
        yield from _findings_of(store, origin, [run for run in runs if run.origin == origin])


def _findings_of(
    store: EventStore, origin: str, runs: list[MergedRun]
) -> Iterator[tuple[int | None, Reason]]:
    notes = [(run, _checkpoint_of(run)) for run in runs if run.checkpoint]
    wanted = {note.size for _, note in notes}
    roots: dict[int, bytes] = {}
    frontier, size = b"", 0
    regions: set[str] = set()
    for run in runs:
        if run.origin_first != size + 1 or run.last - run.first != run.origin_last - run.origin_first:
            yield run.first, reason("A part of what was merged from {origin} is missing.", origin=origin)
            return
        for row in origin_rows(store, [run]):
            frontier, size = merkle.extend(frontier, size, [leaf_of(row)]), size + 1
            regions.add(region_of(row.stream))
            if size in wanted:
                roots[size] = merkle.root(frontier)
        if frontier != run.frontier or merkle.root(frontier).hex() != run.root:
            yield run.first, _unlike(origin)
            return
        if ",".join(sorted(regions)) != run.regions:
            yield (
                run.first,
                reason("The regions of what was merged from {origin} are not those recorded.", origin=origin),
            )
    for run, note in notes:
        if note.origin != origin or roots.get(note.size) != note.root:
            yield run.first, _unlike(origin)
    for run in runs:
        if run.verifier and not _signed(run):
            yield (
                run.first,
                reason("{origin} is not signed with the key that is known of it.", origin=origin),
            )


def _unlike(origin: str) -> Reason:
    return reason("What was merged from {origin} is not what its checkpoint covers.", origin=origin)


def _checkpoint_of(run: MergedRun) -> Checkpoint:
    """The checkpoint that came along; one that covers nothing where it cannot be read."""
    try:
        return read_checkpoint(parse(run.checkpoint or "").text)
    except NoteError:
        return Checkpoint(run.origin, 0, b"")


def _signed(run: MergedRun) -> bool:
    """Whether the checkpoint of a run bears a signature by the key that was known when it was merged."""
    try:
        key = read_verifier_key(run.verifier or "")
        return run.checkpoint is not None and verified(parse(run.checkpoint), key) is not None
    except (NoteError, ValueError):
        return False
