"""Roles on PostgreSQL: what a writer and a reader may do, and what check says of it."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from domain.base import reason
from ledger.admin import copying, database_check, postgres_roles
from ledger.errors import ConflictError, EnvironmentFault
from ledger.factory import create_tables
from ledger.postgres.ddl import GUARDS
from ledger.postgres.vault import PostgresVault
from ledger.write.command_handler import Outcome
from tests.ledger.office import Office, document, unit
from tests.ledger.sides import Postgres
from tests.postgres import address
from tests.postgres import role as new_role

FSYNC = "The server runs without fsync: a power cut can damage the ledger."
"""The server of the tests does, unless another is named."""


@pytest.fixture
def role(owner: Office, postgres: str) -> Iterator[str]:
    """A new role of the server without any rights."""
    with new_role(postgres) as (name, secret):
        yield address(postgres, user=name, password=secret)


def name_of(url: str) -> str:
    return url.partition("//")[2].partition(":")[0]


def findings(url: str) -> list[str]:
    return [why.text for why in database_check.check(url).findings if why.text != FSYNC]


def test_writer_records_corrects_voids_and_keeps_profiles(owner: Office, postgres: str, role: str) -> None:
    postgres_roles.grant(postgres, "writer", name_of(role))
    clerk = Office(Postgres(role), owner.clock)
    assert clerk.do("c", unit(), document("1")) == Outcome("c", 3, 4)
    clerk.correct("d", "3303/document/000001", 1, "number", "2")
    clerk.void("e", "c/2")
    PostgresVault(role).keep({"p9": {"name": "Nama"}})
    PostgresVault(role).forget(["p9"])
    assert clerk.findings() == []
    found = database_check.check(role)
    assert (found.standing, found.layout, found.position, found.closed_by) == ("writer", 3, 6, None)
    assert findings(role) == []
    clerk.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE stored_events SET topic = 'x'",
        "DELETE FROM stored_events",
        "TRUNCATE stored_events",
        "UPDATE appends SET command_id = 'x'",
        "DELETE FROM refs",
        "UPDATE reservations SET key = 'x'",
        "DELETE FROM head",
        "INSERT INTO head VALUES (2, 1, '', '')",
        "DROP TRIGGER events_update ON stored_events",
        "ALTER TABLE stored_events DISABLE TRIGGER ALL",
        "DROP TABLE stored_events",
        "UPDATE layout SET version = 9",
        "UPDATE vault.profiles SET name = 'x'",
        "INSERT INTO vault.profiles VALUES ('p')",
        "UPDATE vault.sealed SET box = ''",
        "DELETE FROM vault.reads",
        "UPDATE vault.reads SET command = 'x'",
        "TRUNCATE vault_keys.keys",
        "CREATE TABLE jejak.lain (x int)",
    ],
)
def test_writer_may_do_nothing_else(owner: Office, postgres: str, role: str, statement: str) -> None:
    """Not even where a trigger would refuse it."""
    postgres_roles.grant(postgres, "writer", name_of(role))
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        Postgres(role).execute(statement)


def test_writer_cannot_move_the_ledger_and_leaves_nothing_behind(
    owner: Office, postgres: str, role: str, tmp_path: Path
) -> None:
    """Only its owner can close it; so nothing is copied either."""
    postgres_roles.grant(postgres, "writer", name_of(role))
    with pytest.raises(EnvironmentFault) as caught:
        copying.copy(role, tmp_path / "ledger.db")
    assert caught.value.why.text == "The database refuses this role: {detail}."
    assert list(tmp_path.iterdir()) == []
    assert owner.do("c", unit()) == Outcome("c", 3, 3)


def test_reader_reads_and_is_refused_everything_else(owner: Office, postgres: str, role: str) -> None:
    postgres_roles.grant(postgres, "reader", name_of(role))
    guest = Office(Postgres(role), owner.clock)
    assert guest.findings() == []
    with pytest.raises(EnvironmentFault) as caught:
        guest.do("c", unit())
    assert caught.value.why.text == "The database refuses this role: {detail}."
    with pytest.raises(EnvironmentFault):
        PostgresVault(role).get("p1")
    assert owner.store.head().position == 2
    assert (database_check.check(role).standing, findings(role)) == ("reader", [])
    guest.close()


def test_writer_that_becomes_a_reader_loses_the_rest(owner: Office, postgres: str, role: str) -> None:
    postgres_roles.grant(postgres, "writer", name_of(role))
    postgres_roles.grant(postgres, "reader", name_of(role))
    assert (database_check.check(role).standing, findings(role)) == ("reader", [])


def test_role_without_rights_is_told_how_to_get_them(owner: Office, role: str) -> None:
    with pytest.raises(EnvironmentFault) as caught:
        database_check.check(role)
    assert caught.value.remedy is not None
    assert "jejak database grant" in caught.value.remedy.text


def test_right_too_many_is_found(owner: Office, postgres: str, role: str) -> None:
    postgres_roles.grant(postgres, "writer", name_of(role))
    owner.side.execute(f"GRANT TRUNCATE ON stored_events TO {name_of(role)}")
    (found,) = [why for why in database_check.check(role).findings if why.text != FSYNC]
    assert found.text == "This role may {right} on {table}, which it does not need."
    assert found.values == {"right": "TRUNCATE", "table": "jejak.stored_events"}


def test_owner_with_all_guards_has_no_findings(owner: Office, postgres: str) -> None:
    assert (database_check.check(postgres).standing, findings(postgres)) == ("owner", [])


@pytest.mark.parametrize("name", sorted(GUARDS))
def test_guard_that_is_missing_or_off_is_found(owner: Office, postgres: str, name: str) -> None:
    table = GUARDS[name][0].split(" ON ")[1].split()[0]
    owner.side.execute(f"ALTER TABLE {table} DISABLE TRIGGER {name}")
    assert findings(postgres) == ["The guard {name} is switched off."]
    owner.side.execute(f"DROP TRIGGER {name} ON {table}")
    assert findings(postgres) == ["The guard {name} is missing."]
    owner.recorder.create_table()
    assert findings(postgres) == []


def test_owner_with_other_tables_in_the_way_is_told(owner: Office, postgres: str) -> None:
    owner.side.execute("DROP TABLE refs")
    with pytest.raises(EnvironmentFault) as caught:
        owner.store.referrers(["x"])
    assert caught.value.why.text == "The database refuses: {detail}."
    assert caught.value.why.values == {"detail": 'relation "refs" does not exist'}


def test_database_that_keeps_other_text_is_refused(postgres_server: str) -> None:
    name = f"jejak_{uuid4().hex}"
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        latin = "ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
        connection.execute(f"CREATE DATABASE {name} {latin}")
        try:
            with pytest.raises(EnvironmentFault) as caught:
                create_tables(address(postgres_server, dbname=name))
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
    assert caught.value.why.text == "The database keeps text as {encoding}; it must be UTF8."
    assert caught.value.why.values == {"encoding": "LATIN1"}
    assert caught.value.remedy == reason(
        "Make another: CREATE DATABASE jejak ENCODING 'UTF8' TEMPLATE template0"
    )


def test_role_that_is_not_there_is_named(owner: Office, postgres: str) -> None:
    with pytest.raises(EnvironmentFault) as caught:
        postgres_roles.grant(postgres, "reader", 'tidak"ada')
    assert caught.value.why.values == {"role": 'tidak"ada'}


def test_owner_does_not_take_its_own_rights_away(owner: Office, postgres: str) -> None:
    name = str(owner.query("SELECT current_user")[0][0])
    postgres_roles.grant(postgres, "owner", name)
    with pytest.raises(ConflictError) as caught:
        postgres_roles.grant(postgres, "reader", name)
    assert caught.value.why.text == "{role} owns this ledger and may do everything."
    assert owner.do("c", unit()) == Outcome("c", 3, 3)
