"""The append section: positions, atomicity, time, and decisions that others overtook."""

import pytest
from eventsourcing.persistence import IntegrityError, StoredEvent

from domain.base import reason
from domain.person import PersonRegistered
from domain.unit import UnitRegistered
from ledger import merkle
from ledger.clock import stamp
from ledger.codec import CODEC, Stored
from ledger.errors import ConflictError, StaleDecisionError
from ledger.ports.append import AppendRequest
from ledger.write.command_handler import Outcome
from tests.ledger.office import (
    IDEA,
    OPERATOR,
    START,
    UNIT,
    Office,
    all_tables,
    document,
    idea,
    innovation,
    unit,
)
from tests.ledger.sides import Side

STATE = CODEC.encode(Stored(OPERATOR, "x/1", PersonRegistered(profile="p", post="x")))


def event(stream: str, version: int) -> StoredEvent:
    return StoredEvent(stream, version, "person.registered/1", STATE)


def person(number: int) -> str:
    return f"3303/person/{number:06d}"


def test_new_ledger_is_at_position_zero_with_an_empty_tree(side: Side) -> None:
    made = Office(side)
    head = made.store.head()
    made.close()
    assert head == (0, "0001-01-01T00:00:00.000000Z", b"")


def test_positions_are_gapless_over_appends_and_streams(office: Office) -> None:
    first = office.recorder.insert_events([event(person(2), 1), event(person(3), 1), event(person(2), 2)])
    second = office.recorder.insert_events([event(person(3), 2)])
    assert (first, second) == ([3, 4, 5], [6])
    rows = [(row.position, row.stream, row.version) for row in office.store.between(3, 6)]
    assert rows == [(3, person(2), 1), (4, person(3), 1), (5, person(2), 2), (6, person(3), 2)]
    assert office.query("SELECT first, last FROM appends ORDER BY first") == [(1, 2), (3, 5), (6, 6)]
    assert office.store.head().position == 6


def test_positions_stay_gapless_after_a_refused_append(office: Office) -> None:
    with pytest.raises(IntegrityError):
        office.recorder.insert_events([event(person(2), 1), event(OPERATOR, 1)])
    assert office.recorder.insert_events([event(person(2), 1)]) == [3]


@pytest.mark.parametrize(
    ("events", "asked"),
    [
        ([event(person(2), 1), event(person(3), 1), event(OPERATOR, 1)], AppendRequest("c")),
        ([event(person(2), 1), event(person(2), 1)], AppendRequest("c")),
        ([event(person(2), 1)], AppendRequest("init")),
        ([event(person(2), 1)], AppendRequest("c", reserve=[("k", person(2), 1), ("k", person(2), 1)])),
    ],
    ids=["version-there", "version-twice", "command-there", "key-twice"],
)
def test_refused_append_leaves_every_table_as_it_was(
    office: Office, events: list[StoredEvent], asked: AppendRequest
) -> None:
    before = all_tables(office)
    with pytest.raises(IntegrityError):
        office.recorder.insert_events(events, request=asked)
    assert all_tables(office) == before


def test_append_of_nothing_writes_nothing(office: Office) -> None:
    before = all_tables(office)
    assert office.recorder.insert_events([], request=AppendRequest("c")) == []
    assert all_tables(office) == before


def test_command_writes_one_append_over_all_its_streams(office: Office) -> None:
    assert office.do("c", unit(), idea(units=[UNIT]), innovation(idea=IDEA)) == Outcome("c", 3, 6)
    assert office.query("SELECT * FROM appends WHERE first = 3") == [(3, 6, stamp(START), "c")]
    streams = [row.stream for row in office.store.between(3, 6)]
    assert streams == [UNIT, IDEA, "3303/innovation/000001", IDEA]


def test_command_id_a_second_time_changes_nothing_and_says_so(office: Office) -> None:
    first = office.do("c", unit("A"))
    before = all_tables(office)
    assert office.do("c", unit("B"), unit("C")) == Outcome("c", first.first, first.last, before=True)
    assert all_tables(office) == before


def test_command_that_records_nothing_may_be_run_again(office: Office) -> None:
    assert office.do("c") == Outcome("c")
    assert office.do("c", unit()) == Outcome("c", 3, 3)


def test_dry_run_records_nothing(office: Office) -> None:
    before = all_tables(office)
    assert office.do("c", unit(), dry_run=True) == Outcome("c", dry_run=True)
    assert all_tables(office) == before


def test_frontier_is_that_of_all_leaves(office: Office) -> None:
    office.do("c", *(unit(str(number)) for number in range(9)))
    leaves = [row[0] for row in office.query("SELECT leaf FROM stored_events ORDER BY rowid")]
    assert [len(leaf) for leaf in leaves] == [32] * 11
    assert office.store.head().frontier == merkle.extend(b"", 0, leaves)


def test_append_is_stale_when_another_touched_what_was_read(office: Office) -> None:
    office.recorder.insert_events([event(OPERATOR, 2)])
    request = AppendRequest("c", decided_at=2, read=frozenset({OPERATOR}))
    with pytest.raises(StaleDecisionError):
        office.recorder.insert_events([event(person(2), 1)], request=request)
    assert office.store.head().position == 3


def test_append_is_stale_when_another_touched_what_it_touches(office: Office) -> None:
    office.recorder.insert_events([event(OPERATOR, 2)])
    request = AppendRequest("c", decided_at=2, touched=frozenset({OPERATOR}))
    with pytest.raises(StaleDecisionError):
        office.recorder.insert_events([event(OPERATOR, 3)], request=request)


def test_append_is_stale_when_another_refers_to_what_it_touches(office: Office) -> None:
    refs = [(OPERATOR, person(9))]
    office.recorder.insert_events([event(person(9), 1)], request=AppendRequest("x", refs=refs))
    request = AppendRequest("c", decided_at=2, touched=frozenset({OPERATOR}))
    with pytest.raises(StaleDecisionError):
        office.recorder.insert_events([event(OPERATOR, 2)], request=request)


def test_append_goes_on_when_another_touched_nothing_that_was_read(office: Office) -> None:
    office.recorder.insert_events(
        [event(person(9), 1)], request=AppendRequest("x", refs=[(person(8), person(9))])
    )
    request = AppendRequest("c", decided_at=2, read=frozenset({OPERATOR}), touched=frozenset({person(2)}))
    assert office.recorder.insert_events([event(person(2), 1)], request=request) == [4]


def test_overtaken_command_decides_again_and_records_once(office: Office, other: Office) -> None:
    """Both take the next number of a unit; the second to append takes the one after it."""
    tries: list[int] = []

    def meanwhile() -> None:
        tries.append(1)
        if len(tries) == 1:
            other.do("other", unit("Lain"))

    assert office.do("c", unit("Sini"), prepare=meanwhile) == Outcome("c", 4, 4)
    assert len(tries) == 2
    (body,) = office.bodies("3303/unit/000002")
    assert isinstance(body, UnitRegistered)
    assert body.name == "Sini"


def test_command_that_others_did_not_touch_is_decided_once(office: Office, other: Office) -> None:
    tries: list[int] = []

    def meanwhile() -> None:
        tries.append(1)
        other.do(f"other-{len(tries)}", document(f"{len(tries)}"))

    assert office.do("c", unit(), prepare=meanwhile) == Outcome("c", 4, 4)
    assert tries == [1]


def test_same_command_recorded_meanwhile_is_found(office: Office, other: Office) -> None:
    """A second call with the same id that was faster counts as this one."""
    found = office.do("c", unit(), prepare=lambda: other.do("c", unit()) and None)
    assert found == Outcome("c", 3, 3, before=True)
    assert office.store.head().position == 3


def test_command_overtaken_five_times_is_a_conflict(office: Office, other: Office) -> None:
    tries: list[int] = []

    def meanwhile() -> None:
        tries.append(1)
        other.do(f"other-{len(tries)}", unit("Lain"))

    with pytest.raises(ConflictError) as caught:
        office.do("c", unit("Sini"), prepare=meanwhile)
    assert (len(tries), caught.value.status) == (5, 4)
    assert caught.value.why.text == "Others kept recording at the same moment; nothing was recorded."
    assert caught.value.remedy == reason("Run the same command again.")
    assert office.store.append_of("c") is None
