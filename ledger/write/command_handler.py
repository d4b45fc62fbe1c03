"""Running a command: decide, judge, append; decide again when somebody else was first."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from eventsourcing.persistence import IntegrityError, OperationalError

from domain.base import Refused, reason
from domain.streams import region_code, region_of
from ledger import clock
from ledger.errors import (
    ClosedLedgerError,
    ConflictError,
    EnvironmentFault,
    LockedLedgerError,
    LostConnectionError,
    MergedRegionError,
    StaleDecisionError,
)
from ledger.event_store import EventStore
from ledger.ports.append import CLOSED_PREFIX, Recorder
from ledger.write import integrity
from ledger.write.called import called
from ledger.write.decision import Decision
from ledger.write.unit_of_work import UnitOfWork

TRIES = 5


class IntegrityViolations(Exception):  # noqa: N818 - the answer to a decision
    """The change would break facts; `broken` lists them, `decision` knows which action made which."""

    def __init__(self, broken: list[integrity.IntegrityViolation], decision: Decision) -> None:
        super().__init__(f"{len(broken)} facts would be broken")
        self.violations, self.decision = broken, decision


@dataclass(frozen=True)
class Outcome:
    """What a command did: its positions, or that it had been recorded before, or nothing to record."""

    command_id: str
    first: int = 0
    last: int = 0
    before: bool = False
    dry_run: bool = False

    @property
    def events(self) -> int:
        """How many events it recorded."""
        return self.last - self.first + 1 if self.first else 0


@dataclass(frozen=True)
class CommandHandler:
    """Who records what in which ledger, with which clock."""

    recorder: Recorder
    store: EventStore
    actor: str
    zone_of: Callable[[str], ZoneInfo]

    def close(self) -> None:
        """Lets go of the ledger, for programs that go on."""
        self.recorder.close()
        self.store.close()

    def run(
        self,
        command_id: str,
        decide: Callable[[Decision], None],
        *,
        dry_run: bool = False,
        head_time: bool = False,
        prepare: Callable[[], None] = lambda: None,
    ) -> tuple[Outcome, Decision | None]:
        """Records a command once.

        `decide` is called with a fresh decision, again when another writer was first (five times at
        most); `prepare` before each append, for what must be durable first. Raises what they raise,
        Refused, IntegrityProblems, ClockBehindError, ConflictError when others kept writing, and
        ValueError for a command id that is empty or holds a slash.
        """
        # A slash parts a command from its actions: `void` could not tell which of them is meant.
        if not command_id or "/" in command_id:
            raise ValueError(command_id)
        for attempt in range(TRIES):
            lost: LostConnectionError | None = None
            try:
                return self._once(command_id, decide, prepare, dry_run=dry_run, head_time=head_time)
            except (StaleDecisionError, IntegrityError) as error:
                # Another writer was first: what was decided may no longer hold.
                self._refuse_closed(error)
            except LostConnectionError as error:
                # The server may have committed before the line broke: the next try looks for the command.
                lost = error
            except OperationalError as error:
                raise fault_of(error) from error
            time.sleep(random.uniform(0, 0.02 * 2**attempt))  # noqa: S311 - spreads writers apart
        if lost:
            raise EnvironmentFault(
                lost.why,
                reason("Run it again with --command-id {id}: nothing is recorded twice.", id=command_id),
            ) from lost
        raise ConflictError(
            reason("Others kept recording at the same moment; nothing was recorded."),
            reason("Run the same command again."),
        )

    def _once(
        self,
        command_id: str,
        decide: Callable[[Decision], None],
        prepare: Callable[[], None],
        *,
        dry_run: bool,
        head_time: bool,
    ) -> tuple[Outcome, Decision | None]:
        """One try. The command id is looked up first: an earlier try may have been recorded unheard."""
        if done := self.store.append_of(command_id):
            return Outcome(command_id, done.first, done.last, before=True), None
        with self.store.snapshot():
            decision = self._decide(command_id, decide)
        if dry_run or not decision.unit_of_work.pending:
            return Outcome(command_id, dry_run=dry_run), decision
        prepare()
        positions = self.recorder.insert_events(
            decision.stored(), request=decision.append_request(head_time=head_time)
        )
        assert positions
        self.store.checkpoint()
        return Outcome(command_id, positions[0], positions[-1]), decision

    def _refuse_closed(self, error: Exception) -> None:
        """A ledger that was closed refuses every append; deciding again would not help."""
        if CLOSED_PREFIX in str(error) and (place := self.store.closed_by()):
            raise ClosedLedgerError(place) from error

    def _refuse_merged(self, unit_of_work: UnitOfWork) -> None:
        """A region has one ledger that is written to: here the events of a merged one are only read."""
        merged = self.store.merged_regions()
        for region in sorted({region_of(stream) for stream in unit_of_work.touched()} & merged.keys()):
            raise MergedRegionError(region_code(region), merged[region])

    def _decide(self, command_id: str, decide: Callable[[Decision], None]) -> Decision:
        head = self.store.head()
        unit_of_work = UnitOfWork(self.store, head.position)
        decision = Decision(
            unit_of_work,
            actor=self.actor,
            command_id=command_id,
            # A clock that is behind must not let the times of recording fall.
            now=max(clock.stamp(self.recorder.now()), head.recorded_at),
            zone_of=self.zone_of,
        )
        decide(decision)
        self._refuse_merged(unit_of_work)
        # A file is refused as a whole, with all that is wrong with it.
        if decision.refused:
            raise Refused(*((field, why) for _, field, why in decision.refused))
        problems = (
            integrity.new_violations(unit_of_work) + integrity.duplicate_keys(unit_of_work) + _taken(decision)
        )
        if problems:
            raise IntegrityViolations(problems, decision)
        return decision


def _taken(decision: Decision) -> list[integrity.IntegrityViolation]:
    unit_of_work = decision.unit_of_work
    wanted = integrity.changed_keys(unit_of_work)
    holders = integrity.keys_held_elsewhere(unit_of_work, wanted)
    places = {key: (stream, version) for key, stream, version in wanted.reserve}
    facts = {
        (stream, fact.version): fact
        for stream in unit_of_work.touched()
        for fact in unit_of_work.facts(stream)
    }
    return [
        integrity.IntegrityViolation(
            places[key][0],
            facts[places[key]],
            integrity.said_held(key, called(unit_of_work, holder[0])),
        )
        for key, holder in holders.items()
    ]


def fault_of(error: Exception) -> EnvironmentFault:
    """What a database that refused to write is told as."""
    text = str(error)
    if "locked" in text:
        return LockedLedgerError()
    return EnvironmentFault(
        reason("The ledger cannot be written: {detail}. Nothing was recorded.", detail=text),
        reason("Check free disk space and the rights of the folder, then run the same command again."),
    )
