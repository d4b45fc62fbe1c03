"""A connection that breaks: what was recorded is found again, what was not is recorded once."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import psycopg
import pytest

from domain.base import reason
from ledger.errors import EnvironmentFault, LockedLedgerError, LostConnectionError
from ledger.event_store import EventStore
from ledger.postgres.append_statements import PostgresAppendStatements
from ledger.postgres.recorder import Datastore, PostgresRecorder
from ledger.postgres.vault import PostgresVault
from ledger.workspace.workspace import zone_of
from ledger.write.command_handler import CommandHandler, Outcome
from tests.ledger.office import OPERATOR, UNIT, Clock, Office, unit
from tests.ledger.sides import Postgres
from tests.postgres import address, cut


class Unlucky(PostgresRecorder):
    """A log whose connection is cut at a chosen place of its first appends."""

    def __init__(self, url: str, clock: Clock, *, after_commit: bool, times: int) -> None:
        super().__init__(Datastore(url), now=clock)
        self.url, self.after_commit, self.times = url, after_commit, times

    @contextmanager
    def append_statements(self) -> Iterator[PostgresAppendStatements]:
        with super().append_statements() as statements:
            yield statements
            if self.times and not self.after_commit:
                self.times -= 1
                cut(self.url)
        if self.times:
            self.times -= 1
            cut(self.url)
            raise LostConnectionError("the answer to the commit was lost")


@pytest.fixture
def office(postgres: str) -> Iterator[Office]:
    made = Office(Postgres(postgres)).open()
    yield made
    made.close()


@contextmanager
def unlucky(office: Office, *, after_commit: bool, times: int) -> Iterator[CommandHandler]:
    assert isinstance(office.side, Postgres)
    recorder = Unlucky(office.side.url, office.clock, after_commit=after_commit, times=times)
    store = office.side.store()
    yield CommandHandler(recorder, store, OPERATOR, zone_of)
    store.close()
    recorder.close()


@pytest.mark.parametrize("times", [1, 3])
def test_append_that_was_cut_before_its_commit_is_recorded_once(office: Office, times: int) -> None:
    with unlucky(office, after_commit=False, times=times) as command_handler:
        assert command_handler.run("c", lambda decision: decision.act(unit()))[0] == Outcome("c", 3, 3)
    assert office.store.rows(UNIT)[0].position == 3
    assert office.findings() == []


def test_append_whose_answer_was_lost_is_found_by_its_command(office: Office) -> None:
    with unlucky(office, after_commit=True, times=1) as command_handler:
        done = command_handler.run("c", lambda decision: decision.act(unit()))[0]
    assert done == Outcome("c", 3, 3, before=True)
    assert office.store.head().position == 3


def test_connection_that_breaks_every_time_is_said_with_the_command(office: Office) -> None:
    with (
        unlucky(office, after_commit=False, times=9) as command_handler,
        pytest.raises(EnvironmentFault) as caught,
    ):
        command_handler.run("c", lambda decision: decision.act(unit()))
    assert caught.value.remedy == reason(
        "Run it again with --command-id {id}: nothing is recorded twice.", id="c"
    )
    assert office.store.append_of("c") is None


def test_decision_that_was_cut_is_made_again(office: Office) -> None:
    """Inside the snapshot nothing may be read from another moment: the whole decision begins again.

    The second is made for nothing, since the connection that appends was cut too.
    """
    assert isinstance(office.side, Postgres)
    url, tries = office.side.url, []

    def decide(decision: object) -> None:
        tries.append(1)
        if len(tries) == 1:
            cut(url)
        decision.act(unit())  # type: ignore[attr-defined]

    assert office.command_handler.run("c", decide)[0] == Outcome("c", 3, 3)
    assert len(tries) == 3


def test_reading_goes_on_after_a_cut(office: Office) -> None:
    assert isinstance(office.side, Postgres)
    cut(office.side.url)
    assert office.store.head().position == 2
    assert len(list(office.store.all_rows())) == 2


def test_profiles_are_kept_when_the_answer_was_lost(office: Office) -> None:
    """The second call of the same keeping finds what the first wrote."""
    assert isinstance(office.side, Postgres)

    class Cut(PostgresVault):
        cuts = 0

        def _insert(self, rows: Sequence[tuple[str, bytes, bytes]]) -> None:
            super()._insert(rows)
            self.cuts += 1
            if self.cuts == 1:
                raise LostConnectionError("the answer to the commit was lost")

    vault = Cut(office.side.url)
    vault.keep({"p7": {"name": "Nama"}})
    assert vault.get("p7") == {"name": "Nama", "civil_number": None, "phone": None, "email": None}


def test_writer_that_waits_too_long_says_so(office: Office, other: Office) -> None:
    assert isinstance(other.side, Postgres)
    with psycopg.connect(other.side.url) as held:
        held.execute("SELECT 1 FROM jejak.head FOR UPDATE")
        with office.datastore.cursor() as cursor:
            cursor.execute("SET lock_timeout = '200ms'")
        with pytest.raises(LockedLedgerError):
            office.do("c", unit())
    assert office.do("c", unit()) == Outcome("c", 3, 3)


def test_server_without_room_is_not_sent_to_its_rights(office: Office) -> None:
    """The server itself says so, with the code that a full disk has."""
    office.side.execute(
        "CREATE FUNCTION jejak.full() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE disk_full USING MESSAGE = 'no space left'; END $$"
    )
    office.side.execute("CREATE TRIGGER a BEFORE INSERT ON jejak.stored_events EXECUTE FUNCTION jejak.full()")
    with pytest.raises(EnvironmentFault) as caught:
        office.do("c", unit())
    assert caught.value.why == reason("The database refuses: {detail}.", detail="no space left")
    assert caught.value.remedy == reason(
        "Check free disk space, memory and connections of the server, then run the same command again."
    )
    assert office.store.append_of("c") is None


def test_server_that_is_not_there_is_said_without_the_password(postgres: str) -> None:
    gone = address(postgres, host="127.0.0.1", port="1", password="rahasia")
    with pytest.raises(LostConnectionError) as caught:
        EventStore(gone)
    assert caught.value.why.text == "The database of the ledger cannot be reached: {detail}."
    assert "rahasia" not in str(caught.value)


def test_database_without_a_ledger_is_said_with_the_remedy(postgres: str) -> None:
    with pytest.raises(EnvironmentFault) as caught:
        EventStore(postgres)
    assert caught.value.why.text == "There is no ledger of this release in {place}."
    assert caught.value.remedy is not None
    assert "jejak database migrate" in caught.value.remedy.text


def test_newer_layout_is_refused(office: Office) -> None:
    office.side.execute("UPDATE layout SET version = version + 1")
    with pytest.raises(EnvironmentFault) as caught:
        office.side.store()
    assert caught.value.why.text == "The ledger in {place} was laid out by a newer Jejak."


def test_read_that_was_left_before_its_last_row_is_given_up(office: Office) -> None:
    office.do("c", *(unit(str(number)) for number in range(3000)))
    rows = office.store.all_rows()
    assert next(rows)[0] == 2
    assert office.store.head().position == 3002
    with pytest.raises(RuntimeError, match="another read began"):
        list(rows)
    assert len(list(office.store.all_rows())) == 3002
