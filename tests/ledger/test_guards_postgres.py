"""Guards on PostgreSQL: what plain SQL is refused, even to the owner of the tables."""

from collections.abc import Iterator

import psycopg
import pytest

from ledger.postgres.ddl import GUARDS
from tests.ledger.office import OPERATOR, Office, unit
from tests.ledger.sides import Postgres

AT = "'2022-10-12T05:00:00.000000Z'"
EVENT = f"'unit.registered/1', '{{}}'::bytea, {AT}, ''::bytea"
NEXT_EVENT, ONCE = "an event stands at its next position, once", "an append follows the last one, once"


@pytest.fixture
def owned(postgres: str) -> Iterator[Office]:
    """A ledger of three events in two appends."""
    made = Office(Postgres(postgres)).open()
    made.do("c", unit())
    yield made
    made.close()


def contents(office: Office) -> list[list[tuple[object, ...]]]:
    tables = ("stored_events", "appends", "head")
    return [office.query(f"SELECT * FROM {name} ORDER BY 1") for name in tables]


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("UPDATE stored_events SET topic = 'x'", "events are never changed"),
        ("UPDATE stored_events SET topic = 'x' WHERE rowid = 99", "events are never changed"),
        ("DELETE FROM stored_events WHERE rowid = 3", "events are never deleted"),
        ("TRUNCATE stored_events", "events are never deleted"),
        (f"INSERT INTO stored_events VALUES (4, '3303/x/000001', 1, {EVENT})", NEXT_EVENT),
        (f"INSERT INTO stored_events VALUES (5, '3303/x/000001', 1, {EVENT})", NEXT_EVENT),
        (f"INSERT INTO stored_events VALUES (0, '3303/x/000001', 1, {EVENT})", NEXT_EVENT),
        (f"INSERT INTO stored_events VALUES (-1, '3303/x/000001', 1, {EVENT})", NEXT_EVENT),
        (
            f"INSERT INTO stored_events VALUES (3, '{OPERATOR}', 1, {EVENT})"
            " ON CONFLICT (originator_id, originator_version) DO UPDATE SET topic = 'x'",
            "events are never changed",
        ),
        ("UPDATE appends SET command_id = 'x' WHERE first = 3", "appends are never changed"),
        ("DELETE FROM appends", "appends are never deleted"),
        ("TRUNCATE appends", "appends are never deleted"),
        (f"INSERT INTO appends VALUES (4, 4, {AT}, 'x')", ONCE),
        (f"INSERT INTO appends VALUES (5, 5, {AT}, 'x')", ONCE),
        (f"INSERT INTO appends VALUES (4, 3, {AT}, 'x')", ONCE),
        (f"INSERT INTO appends VALUES (2, 3, {AT}, 'x')", ONCE),
        (f"INSERT INTO head VALUES (2, 9, {AT}, '')", "there is one head"),
        ("UPDATE head SET position = position - 1", "the head never falls"),
        ("UPDATE head SET one = 2", "the head never falls"),
        ("DELETE FROM head", "the head stays"),
        ("TRUNCATE head", "the head stays"),
    ],
)
def test_guard_refuses_the_statement_and_nothing_changes(owned: Office, statement: str, why: str) -> None:
    before = contents(owned)
    with pytest.raises(psycopg.IntegrityError) as caught:
        owned.side.execute(statement)
    assert caught.value.diag.message_primary == f"jejak: {why}"
    assert contents(owned) == before


@pytest.mark.parametrize(
    "statement",
    [
        f"INSERT INTO stored_events VALUES (4, '{OPERATOR}', 1, {EVENT})",
        f"INSERT INTO stored_events VALUES (3, '3303/x/000001', 1, {EVENT})",
        f"INSERT INTO appends VALUES (3, 3, {AT}, 'x')",
        f"INSERT INTO appends VALUES (4, 4, {AT}, 'c')",
        f"INSERT INTO head VALUES (1, 9, {AT}, '')",
    ],
)
def test_what_is_there_is_not_inserted_again(owned: Office, statement: str) -> None:
    before = contents(owned)
    with pytest.raises(psycopg.IntegrityError):
        owned.side.execute(statement)
    assert contents(owned) == before


@pytest.mark.parametrize(
    ("rows", "taken"),
    [
        ([(4, 1), (5, 2)], True),
        ([(5, 2), (4, 1)], True),
        ([(4, 1), (6, 2)], False),
        ([(5, 1), (6, 2)], False),
    ],
)
def test_rows_of_one_statement_follow_the_last_without_a_gap(
    owned: Office, rows: list[tuple[int, int]], taken: bool
) -> None:
    """Whatever their order in the statement; with room at the head."""
    owned.side.execute("UPDATE head SET position = 9")
    values = ", ".join(f"({position}, '3303/x/000001', {version}, {EVENT})" for position, version in rows)
    statement = f"INSERT INTO stored_events VALUES {values}"
    if taken:
        owned.side.execute(statement)
    else:
        with pytest.raises(psycopg.IntegrityError, match=NEXT_EVENT):
            owned.side.execute(statement)
    assert owned.store.count("stored_events") == (5 if taken else 3)


def test_appends_of_one_statement_follow_each_other(owned: Office) -> None:
    owned.side.execute("UPDATE head SET position = 9")
    owned.side.execute(f"INSERT INTO appends VALUES (6, 6, {AT}, 'y'), (4, 5, {AT}, 'x')")
    with pytest.raises(psycopg.IntegrityError, match=ONCE):
        owned.side.execute(f"INSERT INTO appends VALUES (7, 7, {AT}, 'v'), (9, 9, {AT}, 'w')")
    assert [row[:2] for row in owned.query("SELECT * FROM appends ORDER BY 1")] == [
        (1, 2),
        (3, 3),
        (4, 5),
        (6, 6),
    ]


def test_guards_are_there_again_after_the_tables_are_made_again(owned: Office) -> None:
    owned.side.drop_guards()
    owned.recorder.create_table()
    found = owned.query("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1")
    assert [name for (name,) in found] == sorted(GUARDS)
    assert owned.store.head().position == 3


def test_store_connection_cannot_write(owned: Office) -> None:
    with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
        owned.store.connection.execute("UPDATE head SET position = position + 1")


def test_recorder_commits_durably(owned: Office) -> None:
    """Even in a database whose own default would lose the last commits."""
    with owned.datastore.cursor() as cursor:
        name = cursor.execute("SELECT current_database() AS name").fetchone()["name"]
        cursor.execute(f"ALTER DATABASE {name} SET synchronous_commit = off")
    again = owned.side.recorder(owned.clock)
    with again.datastore.cursor() as cursor:
        assert cursor.execute("SHOW synchronous_commit").fetchone() == {"synchronous_commit": "on"}
    again.datastore.close()
