"""A shelf of its own for each test, on either database."""

from pathlib import Path

import pytest

from ledger import database
from projections.files import FileShelf
from projections.generation import Shelf
from projections.postgres import PostgresShelf


@pytest.fixture(params=["sqlite", "postgres"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Shelf:
    """An empty one; the ledger that is folded may lie elsewhere."""
    if request.param == "sqlite":
        return FileShelf(tmp_path / "views")
    url = request.getfixturevalue("postgres")
    database.make(url)
    return PostgresShelf(url)
