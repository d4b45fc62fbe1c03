"""Roles of one region over shared views: they see its rows, and never write what others read."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from domain.design import DesignInnovation
from domain.unit import RegisterUnit
from ledger.workspace.workspace import Workspace
from projections.queries import catalogue
from projections.queries.catalogue import Filter
from projections.read_session import open_session
from projections.runner import projector, rebuild
from projections.storage.generation import tables
from projections.storage.postgres import PostgresGenerationStore
from tests.ledger.office import Office, innovation, unit
from tests.ledger.roles import OTHER_REGION, Give, giving
from tests.ledger.sides import Postgres


@pytest.fixture
def two(owner: Office, postgres: str) -> Office:
    """A ledger of two regions with an innovation each, and its views."""
    there = RegisterUnit.of(region="3304", kind="opd", name="Dinas Lain")
    other = DesignInnovation.of(region="3304", title="LAIN", unit="3304/unit/000001")
    owner.do("c", OTHER_REGION, there, other)
    owner.do("d", unit(), innovation())
    rebuild.rebuild(owner.store, PostgresGenerationStore(postgres))
    return owner


@pytest.fixture
def give(postgres: str, two: Office) -> Iterator[Give]:
    """Roles in the ledger of two regions."""
    with giving(postgres) as made:
        yield made


def titles(url: str, folder: Path) -> tuple[list[str], int, str]:
    """The titles of the catalogue, how far it lags, and the generation that the answer comes from."""
    space = Workspace(folder, "33.03", "3303/person/000001", "Asia/Jakarta", database_url=url)
    with closing(open_session(space)) as views:
        assert views.generation is not None
        rows = catalogue.page(views, Filter()).items
        return [row.title for row in rows], views.lag, views.generation.name


def test_each_region_has_its_own_catalogue_from_the_same_views(
    two: Office, postgres: str, give: Give, tmp_path: Path
) -> None:
    shared = titles(postgres, tmp_path)
    assert shared[:2] == (["SIMPEL", "LAIN"], 0)
    for standing in ("reader", "writer", "auditor"):
        assert titles(give(standing, regions=["3304"]), tmp_path) == (["LAIN"], 0, shared[2])
        assert titles(give(standing, regions=["3303"]), tmp_path) == (["SIMPEL"], 0, shared[2])


def test_no_table_of_the_views_shows_a_row_of_another_region(two: Office, postgres: str, give: Give) -> None:
    """Also in views that were made after the role was given its region."""
    url = give("reader", regions=["3304"])
    for _time in range(2):
        name = Postgres(postgres).execute("SELECT generation FROM views.current")[1][0][0]
        for table in tables():
            found = Postgres(url).execute(f"SELECT DISTINCT left(stream, 4) FROM {name}.{table.name}")[1]
            assert found in ([], [("3304",)]), table.name
        rebuild.rebuild(two.store, PostgresGenerationStore(postgres))


def test_writer_of_a_region_leaves_the_views_to_who_sees_all(
    two: Office, postgres: str, give: Give, tmp_path: Path
) -> None:
    """What it recorded lags until then; nobody's views lose a region to it."""
    url, follower = give("writer", regions=["3304"]), give("writer")
    clerk = Office(Postgres(url), two.clock)
    clerk.do("e", DesignInnovation.of(region="3304", title="BARU", unit="3304/unit/000001"))
    clerk.close()
    assert titles(url, tmp_path)[:2] == (["LAIN"], 1)
    assert not PostgresGenerationStore(url).writable()
    assert sorted(titles(follower, tmp_path)[0]) == ["BARU", "LAIN", "SIMPEL"]
    assert sorted(titles(url, tmp_path)[0]) == ["BARU", "LAIN"]
    assert titles(url, tmp_path)[1] == 0


def test_views_of_a_region_are_what_its_events_say(two: Office, give: Give) -> None:
    url = give("reader", regions=["3304"])
    office = Office(Postgres(url), two.clock)
    today = PostgresGenerationStore(url).today()
    assert today is not None
    with closing(today):
        assert projector.verify(office.store, today) == (7, [])
    office.close()
