"""Views on PostgreSQL: writers make them and catch them up, readers read, nobody reaches past them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from domain.base import reason
from ledger.admin import postgres_roles
from ledger.workspace.workspace import Workspace
from projections.read_session import open_session
from projections.runner import projector, rebuild
from projections.storage.generation import UnwritableError
from projections.storage.postgres import PostgresGenerationStore
from projections.views import VIEWS, catalogue
from tests.ledger.office import Office, unit
from tests.ledger.sides import Postgres
from tests.postgres import address
from tests.postgres import role as new_role
from tests.projections.bases import name_of

Role = tuple[str, str]


@pytest.fixture
def writer(owner: Office, postgres: str) -> Iterator[str]:
    yield from _with_rights(postgres, "writer")


@pytest.fixture
def reader(owner: Office, postgres: str) -> Iterator[str]:
    yield from _with_rights(postgres, "reader")


def _with_rights(postgres: str, standing: str) -> Iterator[str]:
    with new_role(postgres) as (name, secret):
        postgres_roles.grant(postgres, standing, name)
        yield address(postgres, user=name, password=secret)


def workspace(url: str, folder: Path) -> Workspace:
    return Workspace(folder, "33.03", "3303/person/000001", "Asia/Jakarta", database_url=url)


def shown(url: str, folder: Path) -> tuple[int, int, str]:
    """Position and lag of an answer, and the generation that it comes from."""
    with closing(open_session(workspace(url, folder))) as views:
        assert views.generation is not None
        return views.position, views.lag, views.generation.name


def test_writers_share_what_either_of_them_makes(
    owner: Office, postgres: str, writer: str, reader: str, tmp_path: Path
) -> None:
    first = shown(writer, tmp_path)
    assert first == (2, 0, name_of(PostgresGenerationStore(postgres)))
    owner.do("c", unit())
    assert shown(reader, tmp_path) == (2, 1, first[2])
    assert shown(writer, tmp_path) == (3, 0, first[2])
    assert shown(reader, tmp_path) == (3, 0, first[2])
    second = rebuild.rebuild(owner.store, PostgresGenerationStore(postgres)).name
    assert shown(writer, tmp_path) == shown(reader, tmp_path) == (3, 0, second)


def test_a_reader_without_views_folds_its_own(
    owner: Office, postgres: str, reader: str, tmp_path: Path
) -> None:
    assert shown(reader, tmp_path) == (2, 0, ":memory:")
    assert name_of(PostgresGenerationStore(postgres)) is None


def test_a_reader_is_refused_what_writers_may(owner: Office, postgres: str, reader: str) -> None:
    rebuild.rebuild(owner.store, PostgresGenerationStore(postgres))
    owner.do("c", unit())
    generations = PostgresGenerationStore(reader)
    found = generations.today()
    assert found is not None
    with closing(found), pytest.raises(UnwritableError) as caught:
        projector.catch_up(owner.store, found)
    assert str(caught.value) == ("The views cannot be written now: permission denied for table view_state.")
    assert caught.value.remedy == reason(
        "Wait until the other command ends, or ask the owner for the rights of a writer."
    )
    assert not generations.writable()
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        Postgres(reader).execute("SELECT views.drop_generation('views_000000000000')")


def test_rights_given_later_reach_the_views_that_stand(owner: Office, postgres: str, tmp_path: Path) -> None:
    made = rebuild.rebuild(owner.store, PostgresGenerationStore(postgres)).name
    with new_role(postgres) as (name, secret):
        url = address(postgres, user=name, password=secret)
        postgres_roles.grant(postgres, "writer", name)
        assert shown(url, tmp_path) == (2, 0, made)
        owner.do("c", unit())
        assert shown(url, tmp_path) == (3, 0, made)
        postgres_roles.grant(postgres, "reader", name)
        owner.do("d", unit("Unit lain"))
        assert shown(url, tmp_path) == (3, 1, made)


def test_rights_given_while_views_are_made_reach_them(owner: Office, postgres: str, tmp_path: Path) -> None:
    with new_role(postgres) as (name, secret):
        with PostgresGenerationStore(postgres).building("views_aaaaaaaaaaaa") as made:
            postgres_roles.grant(postgres, "writer", name)
            projector.Projector(made).fold_all(owner.store.all_rows())
            made.set_state(VIEWS, 2, owner.store.leaf(2))
        owner.do("c", unit())
        url = address(postgres, user=name, password=secret)
        assert shown(url, tmp_path) == (3, 0, "views_aaaaaaaaaaaa")


def test_offices_on_different_releases_leave_each_others_views_alone(
    owner: Office, postgres: str, writer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = shown(writer, tmp_path)
    with monkeypatch.context() as newer:
        newer.setattr(catalogue, "VERSION", catalogue.VERSION + 1)
        made = shown(writer, tmp_path)
        assert made[2] not in (older[2], ":memory:")
        assert shown(writer, tmp_path) == made
    owner.do("c", unit())
    assert shown(writer, tmp_path) == (3, 0, older[2])
    owner.side.execute("UPDATE views.current SET used = used - 31 WHERE generation = ?", (made[2],))
    rebuilt = rebuild.rebuild(owner.store, PostgresGenerationStore(postgres)).name
    query = "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'views#_%' ESCAPE '#'"
    assert owner.side.execute(query.replace("%", "%%"))[1] == [(rebuilt,)]


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE SCHEMA lain",
        "CREATE TABLE views.lain (x int)",
        "TRUNCATE views.current",
        "DROP TABLE views.current",
        "ALTER TABLE views.current ADD lain int",
    ],
)
def test_a_writer_gets_no_further_than_the_views(owner: Office, writer: str, statement: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        Postgres(writer).execute(statement)


@pytest.mark.parametrize(
    "name",
    ["jejak", "vault", "views", "views_0", "views_00000000000g", 'views_000000000000"; DROP SCHEMA jejak'],
)
def test_no_other_schema_is_made_finished_or_dropped(owner: Office, writer: str, name: str) -> None:
    """The functions run with the rights of the owner: they take the name of a generation, and no other."""
    side = Postgres(writer)
    for function in ("make_generation", "finish_generation"):
        with pytest.raises(psycopg.errors.RaiseException):
            side.execute(f"SELECT views.{function}(?, '[]'::jsonb)", (name,))
    assert side.execute("SELECT views.drop_generation(?)", (name,))[1] == [(False,)]
    assert owner.findings() == []


def test_todays_generation_cannot_be_dropped(owner: Office, postgres: str, writer: str) -> None:
    made = rebuild.rebuild(owner.store, PostgresGenerationStore(postgres)).name
    assert Postgres(writer).execute("SELECT views.drop_generation(?)", (made,))[1] == [(False,)]


def test_columns_of_a_generation_cannot_carry_statements(owner: Office, writer: str) -> None:
    column = {"name": 'x" int); --', "type": "text"}
    table = json.dumps([{"name": 'a"; DROP TABLE jejak.refs; --', "columns": [column]}])
    Postgres(writer).execute("SELECT views.make_generation('views_000000000000', ?::jsonb)", (table,))
    assert owner.findings() == []
    column = {"name": "x", "type": "int); DROP TABLE jejak.refs; --"}
    kind = json.dumps([{"name": "a", "columns": [column]}])
    with pytest.raises(psycopg.errors.SyntaxError):
        Postgres(writer).execute("SELECT views.make_generation('views_000000000001', ?::jsonb)", (kind,))
    assert owner.findings() == []
