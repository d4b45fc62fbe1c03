"""A ledger of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ledger.office import Office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A ledger in which one region and its operator are registered (positions 1 and 2)."""
    made = Office(tmp_path).open()
    yield made
    made.close()


@pytest.fixture
def other(office: Office) -> Iterator[Office]:
    """A second writer on the same ledger, with connections of its own."""
    made = Office(office.path.parent, office.clock)
    yield made
    made.close()
