"""The small lab of `life`, made once and copied where a test changes it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.ledger.office import Clock
from tests.projections.life import lived


@pytest.fixture(scope="session")
def life(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with one small lab; not to be changed."""
    home = tmp_path_factory.mktemp("jejak") / "hidup"
    lived(home, Clock())
    return home


@pytest.fixture
def own_life(life: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return Path(shutil.copytree(life, tmp_path / "hidup"))
