"""A server of the small lab, for tests that only read, and one of an empty workspace of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.service.serving import Served, serve

PROGRAM = "t" * 40
"""The token of another program."""


@pytest.fixture(scope="module")
def served(life: Path) -> Iterator[Served]:
    """The small lab, served; nothing is recorded there."""
    with serve(life, (PROGRAM,)) as found:
        yield found


@pytest.fixture
def own(home: Path) -> Iterator[Served]:
    """An empty workspace, served."""
    with serve(home) as found:
        yield found
