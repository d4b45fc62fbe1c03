"""verify: every tampering that gets past the guards is found, and named by position where it has one."""

from collections.abc import Callable
from typing import Any

import pytest

from domain.idea import ApproveIdea
from ledger import merkle
from ledger.admin import verify
from tests.ledger.office import DOCUMENT, IDEA, UNIT, Office, document, idea, unit
from tests.ledger.sides import Side

LEAF = "The event does not match its leaf in the proof tree."
LEAVES = "The leaves do not lead to the proof tree's head."
MISSING = "Position {expected} is missing before this one."


@pytest.fixture
def told(office: Office) -> Office:
    """Seven events, four appends: positions 1-2 init, 3-5, 6, 7."""
    return _told(office)


@pytest.fixture
def file_told(file_office: Office) -> Office:
    """The same on SQLite alone."""
    return _told(file_office)


def _told(office: Office) -> Office:
    office.do("c", unit(), document("1"), idea(units=[UNIT]))
    office.clock.move(hours=1)
    office.do("d", ApproveIdea.of(region="3303", idea=IDEA, approved_by="Bupati", document=DOCUMENT))
    office.correct("e", IDEA, 1, "title", "Pasar Rakyat")
    return office


def tamper(office: Office, *statements: str, values: tuple[object, ...] = ()) -> list[tuple[int | None, str]]:
    """The findings after these statements, with the guards out of the way."""
    office.side.drop_guards()
    for statement in statements:
        assert office.side.execute(statement, values)[0] > 0
    return office.findings()


def changed(
    office: Office, position: int, column: str, change: Callable[[Any], Any]
) -> list[tuple[int | None, str]]:
    """The findings after one column of one event was changed."""
    value = office.side.execute(f"SELECT {column} FROM stored_events WHERE rowid = ?", (position,))[1][0][0]
    statement = f"UPDATE stored_events SET {column} = ? WHERE rowid = ?"
    return tamper(office, statement, values=(change(value), position))


def positions(findings: list[tuple[int | None, str]]) -> set[int | None]:
    return {position for position, _ in findings}


def test_ledger_that_nobody_touched_is_clean(told: Office) -> None:
    verdict = verify.verify(told.store)
    assert (verdict.events, verdict.appends, verdict.findings) == (7, 4, [])
    assert verdict.root == merkle.root(told.store.head().frontier).hex()


def test_empty_ledger_is_clean(side: Side) -> None:
    made = Office(side)
    found = made.findings()
    made.close()
    assert found == []


@pytest.mark.parametrize("position", [1, 4, 6, 7])
@pytest.mark.parametrize(
    ("column", "change"),
    [
        ("state", lambda state: state.replace(b"000001", b"000009").replace(b"person", b"Person")),
        ("state", lambda state: state[:-1] + b" "),
        ("state", lambda state: state + b" "),
        ("leaf", lambda leaf: b"\0" + leaf[1:]),
        ("leaf", lambda leaf: b""),
        ("topic", lambda topic: "X" + topic[1:]),
        ("recorded_at", lambda at: at[:26] + "1"),
        ("originator_id", lambda stream: stream[:-1] + "9"),
        ("originator_version", lambda version: version + 40),
    ],
)
def test_changed_column_of_an_event_names_its_position(
    told: Office, position: int, column: str, change: Callable[[Any], Any]
) -> None:
    assert (position, LEAF) in changed(told, position, column, change)


@pytest.mark.parametrize("at", [0, 1, 10, 40, -1])
def test_any_changed_byte_of_the_state_names_its_position(told: Office, at: int) -> None:
    def flipped(state: bytes) -> bytes:
        other = bytearray(state)
        other[at] ^= 1
        return bytes(other)

    assert (5, LEAF) in changed(told, 5, "state", flipped)


@pytest.mark.parametrize("column", ["topic", "originator_id", "recorded_at"])
def test_byte_that_is_no_utf8_names_its_position(file_told: Office, column: str) -> None:
    """A flipped high bit makes a text unreadable; that is a finding, not the end of the check."""
    change = f"{column} = CAST(x'ff' || substr(CAST({column} AS BLOB), 2) AS TEXT)"
    findings = tamper(file_told, f"UPDATE stored_events SET {change} WHERE rowid = 5")
    assert (5, LEAF) in findings


def test_findings_about_unreadable_text_can_be_printed(file_told: Office) -> None:
    """No lone surrogate reaches a terminal or a file."""
    change = "originator_id = CAST(x'ff' || substr(CAST(originator_id AS BLOB), 2) AS TEXT)"
    tamper(file_told, f"UPDATE stored_events SET {change} WHERE rowid = 6")
    findings = verify.verify(file_told.store).findings
    values = [value for _, why in findings for value in why.values.values() if isinstance(value, str)]
    assert [value for value in values if value != value.encode("utf-8", "replace").decode()] == []


def test_state_written_as_text_names_its_position(file_told: Office) -> None:
    """What the sqlite3 shell writes is text, not bytes."""
    change = "state = replace(CAST(state AS TEXT), 'Pasar', 'Lain')"
    findings = tamper(file_told, f"UPDATE stored_events SET {change} WHERE rowid = 5")
    assert (5, LEAF) in findings


def test_changed_position_is_a_gap_and_no_match(told: Office) -> None:
    findings = tamper(told, "UPDATE stored_events SET rowid = 50 WHERE rowid = 5")
    assert (6, MISSING) in findings
    assert (50, LEAF) in findings


def test_swapped_positions_name_both(told: Office) -> None:
    moves = [(4, 100), (5, 4), (100, 5)]
    findings = tamper(
        told, *(f"UPDATE stored_events SET rowid = {to} WHERE rowid = {was}" for was, to in moves)
    )
    assert {4, 5} <= positions(findings)


@pytest.mark.parametrize("position", [1, 5])
def test_deleted_event_is_a_gap_named_at_the_next_position(told: Office, position: int) -> None:
    findings = tamper(told, f"DELETE FROM stored_events WHERE rowid = {position}")
    assert (position + 1, MISSING) in findings


def test_deleted_last_event_does_not_reach_the_head(told: Office) -> None:
    texts = [text for _, text in tamper(told, "DELETE FROM stored_events WHERE rowid = 7")]
    assert "The head says position {head}, the last event has {last}." in texts
    assert LEAVES in texts


def test_event_with_a_new_leaf_is_found_by_the_tree(told: Office) -> None:
    """Whoever rewrites the leaf too is found by the frontier."""
    row = told.store.at(5)
    assert row is not None
    state = row.state.replace(b"Pasar", b"Lain!")
    leaf = merkle.leaf_hash(row.stream, row.version, row.topic, 5, row.recorded_at, state)
    change = "UPDATE stored_events SET state = ?, leaf = ? WHERE rowid = 5"
    assert tamper(told, change, values=(state, leaf)) == [(None, LEAVES)]


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        ("position = 8", (None, "The head says position {head}, the last event has {last}.")),
        ("position = 6", (None, "The head says position {head}, the last event has {last}.")),
        (
            "recorded_at = '2022-10-12T06:00:00.000001Z'",
            (None, "The head's time is not that of the last event."),
        ),
    ],
)
def test_changed_head_is_found(told: Office, change: str, finding: tuple[int | None, str]) -> None:
    assert finding in tamper(told, f"UPDATE head SET {change}")


@pytest.mark.parametrize(
    "change",
    [lambda old: b"\0" + old[1:], lambda old: b"", lambda old: old + old],
    ids=["byte", "none", "twice"],
)
def test_changed_frontier_is_found(told: Office, change: Callable[[bytes], bytes]) -> None:
    frontier = change(told.store.head().frontier)
    assert (None, LEAVES) in tamper(told, "UPDATE head SET frontier = ?", values=(frontier,))


GAP, OTHER_TIME = (
    "The list of appends has a gap before this position.",
    "The append of this event has another time.",
)
OTHER_COMMAND = "The append of this event has another command id."


@pytest.mark.parametrize(
    ("statement", "findings"),
    [
        ("UPDATE appends SET first = 4 WHERE first = 3", [(4, GAP)]),
        ("UPDATE appends SET last = 4 WHERE first = 3", [(6, GAP)]),
        ("UPDATE appends SET last = 6 WHERE first = 3", [(6, OTHER_TIME), (6, OTHER_COMMAND), (6, GAP)]),
        ("UPDATE appends SET recorded_at = '2022-10-12T06:00:00.000001Z' WHERE first = 6", [(6, OTHER_TIME)]),
        ("UPDATE appends SET command_id = 'x' WHERE first = 6", [(6, OTHER_COMMAND)]),
        ("UPDATE appends SET command_id = 'x' WHERE first = 3", [(n, OTHER_COMMAND) for n in (3, 4, 5)]),
        ("UPDATE appends SET command_id = NULL WHERE first = 6", [(6, OTHER_COMMAND)]),
        ("DELETE FROM appends WHERE first = 3", [(6, GAP)]),
        (
            "DELETE FROM appends WHERE first = 7",
            [(None, "The list of appends ends at {last}, the head at {head}.")],
        ),
    ],
)
def test_changed_list_of_appends_is_found(
    told: Office, statement: str, findings: list[tuple[int | None, str]]
) -> None:
    assert tamper(told, statement) == findings
