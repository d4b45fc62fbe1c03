"""What can go wrong with a ledger. Each error carries facts; the command line makes sentences of them."""

from __future__ import annotations

from domain.base import Reason, reason
from domain.dates import Instant


class LedgerError(Exception):
    """A failure with a sentence for people and the exit status that the command line ends with."""

    status = 5

    def __init__(self, why: Reason, remedy: Reason | None = None) -> None:
        super().__init__(why.text.format(**why.values))
        self.why = why
        self.remedy = remedy


class NoWorkspaceError(LedgerError):
    """No workspace was found or the folder is not fit for one."""


class EnvironmentFault(LedgerError):  # noqa: N818 - OSError has taken the better name
    """The environment refuses: disk, rights, locks."""


class NoLedgerError(EnvironmentFault):
    """The database holds no ledger that this release can read."""


class ClosedLedgerError(EnvironmentFault):
    """The ledger was copied elsewhere and closed to writing."""

    def __init__(self, place: str) -> None:
        super().__init__(
            reason("This ledger is closed: it went on as {place}.", place=place),
            reason("Record there: database_url in jejak.toml, or the workspace that holds it."),
        )


class LockedLedgerError(EnvironmentFault):
    """Another writer kept the lock longer than we wait."""

    def __init__(self) -> None:
        super().__init__(
            reason("Another program kept the ledger locked for ten seconds; nothing was recorded."),
            reason("Close the other program, then run the same command again."),
        )


class LostConnectionError(EnvironmentFault):
    """The connection to the database broke, or cannot be made: what was sent may have been recorded."""

    def __init__(self, detail: str) -> None:
        super().__init__(
            reason("The database of the ledger cannot be reached: {detail}.", detail=detail.strip()),
            reason("Check the network and the server, then run the same command again."),
        )


class NewerEventError(LedgerError):
    """An event was recorded by a newer release."""

    def __init__(self, position: int, topic: str) -> None:
        super().__init__(
            reason("Event {position} ({topic}) was made by a newer Jejak.", position=position, topic=topic),
            reason("Update Jejak on this computer, then try again."),
        )
        self.position = position


class UndecodableError(LedgerError):
    """The bytes of an event do not fit its type."""

    def __init__(self, position: int, topic: str, detail: str) -> None:
        super().__init__(
            reason(
                "Event {position} ({topic}) cannot be read: {detail}.",
                position=position,
                topic=topic,
                detail=detail,
            ),
            reason("Run: jejak ledger verify"),
        )
        self.position = position
        self.detail = detail


class UnfitEventError(LedgerError):
    """What was given would make an event that nobody could read again."""

    status = 3

    def __init__(self, topic: str, detail: str) -> None:
        super().__init__(
            reason("A value does not fit the event {topic}: {detail}.", topic=topic, detail=detail),
            reason("Mend the value, then try again; nothing was recorded."),
        )


class ClockBehindError(LedgerError):
    """The head of the ledger is more than ten minutes ahead of this computer's clock."""

    def __init__(self, clock: str, head: str) -> None:
        super().__init__(
            reason(
                "This computer's clock ({clock}) is more than ten minutes behind the last record ({head}).",
                clock=Instant(clock),
                head=Instant(head),
            ),
            reason("Set the clock right; or record with the last record's time: --head-time"),
        )


class StaleDecisionError(Exception):
    """Somebody recorded something that this decision had read: decide again."""


class ConflictError(LedgerError):
    """The input contradicts the ledger, or others kept writing at the same moment."""

    status = 4


class MergedRegionError(ConflictError):
    """A command would record in a region whose events came from another ledger."""

    def __init__(self, region: str, origin: str) -> None:
        super().__init__(
            reason(
                "Region {region} was merged from {origin}: it is read-only here, nothing was recorded.",
                region=region,
                origin=origin,
            ),
            reason("Record it in that ledger, then merge again: jejak ledger merge"),
        )
