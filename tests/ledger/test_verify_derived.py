"""verify: reservations and references are compared with the events that they are derived from."""

import pytest

from ledger.admin import verify
from ledger.codec import CODEC, Stored
from ledger.ports.append import AppendRequest
from tests.ledger.office import DOCUMENT, IDEA, OPERATOR, UNIT, Office, document, idea, unit
from tests.ledger.rows import OURS, Noted

KEY = "document/3303/sk/2022/1"
HELD_BY_NONE = "No standing fact holds the reservation {key}."
KEY_MISSING = "The reservation {key} is missing."
OTHER_HOLDER = "The reservation {key} names another event than the one that holds it."
REF_MISSING = "The reference of {stream} to {target} is missing."
REF_BY_NONE = "No event refers from {stream} to {target}."


@pytest.fixture
def told(office: Office) -> Office:
    """A document with a number, and an idea that refers to a unit."""
    office.do("c", unit(), document("1"), idea(units=[UNIT]))
    return office


@pytest.mark.parametrize(
    ("statement", "texts"),
    [
        ("DELETE FROM reservations", [KEY_MISSING]),
        ("UPDATE reservations SET key = key || 'x'", [KEY_MISSING, HELD_BY_NONE]),
        ("UPDATE reservations SET originator_id = originator_id || 'x'", [OTHER_HOLDER]),
        ("UPDATE reservations SET originator_version = 2", [OTHER_HOLDER]),
        (f"INSERT INTO reservations VALUES ('lab/3303/x', '{UNIT}', 1)", [HELD_BY_NONE]),
        ("DELETE FROM refs", [REF_MISSING]),
        (f"UPDATE refs SET target = '{DOCUMENT}'", [REF_MISSING, REF_BY_NONE]),
        (f"UPDATE refs SET originator_id = '{DOCUMENT}'", [REF_MISSING, REF_BY_NONE]),
        (f"INSERT INTO refs VALUES ('{IDEA}', '{UNIT}')", [REF_BY_NONE]),
    ],
)
def test_changed_reservation_or_reference_is_found(told: Office, statement: str, texts: list[str]) -> None:
    assert told.side.execute(statement)[0] == 1
    assert told.findings() == [(None, text) for text in texts]


def test_finding_names_the_key(told: Office) -> None:
    told.side.execute("DELETE FROM reservations")
    values = [why.values for _, why in verify.verify(told.store).findings]
    assert values == [{"key": KEY}]


def test_references_of_voided_and_corrected_facts_may_stay(told: Office) -> None:
    told.do("d", unit("Lain"))
    told.correct("e", IDEA, 1, "units", ["3303/unit/000002"])
    told.void("f", "c/3")
    assert told.refs() == [("3303/unit/000001", IDEA), ("3303/unit/000002", IDEA)]
    assert told.findings() == []


def test_reservation_of_a_voided_fact_may_not_stay(told: Office) -> None:
    told.void("d", "c/2")
    told.side.execute(f"INSERT INTO reservations VALUES ('{KEY}', '{DOCUMENT}', 1)")
    assert told.findings() == [(None, HELD_BY_NONE)]


@pytest.mark.parametrize("command", ['a"b', "a\\b", "c\u00e9\u6587", "spasi di dalam", "0190-uuid"])
def test_command_id_of_any_text_is_clean(told: Office, command: str) -> None:
    told.do(command, unit("Lain"))
    assert told.findings() == []


def test_event_of_an_unknown_type_is_named_by_position(told: Office) -> None:
    from eventsourcing.persistence import StoredEvent

    state = OURS.encode(Stored(OPERATOR, "d/1", Noted(text="x")))
    told.recorder.insert_events([StoredEvent(UNIT, 2, "test.noted/1", state)], request=AppendRequest("d"))
    assert told.findings() == [(6, "Event {position} ({topic}) was made by a newer Jejak.")]


def test_bytes_that_do_not_fit_their_type_are_named_by_position(told: Office) -> None:
    from eventsourcing.persistence import StoredEvent

    state = CODEC.encode(Stored(OPERATOR, "d/1", Noted(text="x")))
    told.recorder.insert_events([StoredEvent(UNIT, 2, "unit.renamed/1", state)], request=AppendRequest("d"))
    assert told.findings() == [(6, "Event {position} ({topic}) cannot be read: {detail}.")]
