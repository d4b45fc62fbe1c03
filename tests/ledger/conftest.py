"""A ledger of its own for each test, on either database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ledger.office import Office
from tests.ledger.sides import Postgres, Side, Sqlite


@pytest.fixture(params=["sqlite", "postgres"])
def side(request: pytest.FixtureRequest, tmp_path: Path) -> Side:
    """Where a ledger may be made: an empty folder, then an empty database."""
    if request.param == "sqlite":
        return Sqlite(tmp_path)
    return Postgres(request.getfixturevalue("postgres"))


@pytest.fixture
def office(side: Side) -> Iterator[Office]:
    """A ledger in which one region and its operator are registered (positions 1 and 2)."""
    made = Office(side).open()
    yield made
    made.close()


@pytest.fixture
def file_office(tmp_path: Path) -> Iterator[Office]:
    """The same on SQLite alone, for what only a file can suffer."""
    made = Office(tmp_path).open()
    yield made
    made.close()


@pytest.fixture
def other(office: Office) -> Iterator[Office]:
    """A second writer on the same ledger, with connections of its own."""
    made = Office(office.side, office.clock)
    yield made
    made.close()
