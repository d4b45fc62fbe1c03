"""A packed dossier of the demo, made once."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.packages import BASE, attach, pack


class Packed(NamedTuple):
    """A workspace and the package of one of its innovations; neither is to be changed."""

    home: Path
    file: Path


@pytest.fixture(scope="session")
def packed(filed_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Packed:
    """The demo with two more pieces of evidence, packed for IGA 2026."""
    folder = tmp_path_factory.mktemp("paket")
    home = Path(shutil.copytree(filed_demo, folder / "ruang"))
    attach(home, folder)
    done = pack(home, folder)
    assert (done.status, done.err) == (0, "")
    return Packed(home, folder / f"{BASE}.zip")


@pytest.fixture
def own(packed: Packed, tmp_path: Path) -> Path:
    """A copy of the workspace that a test may change."""
    return Path(shutil.copytree(packed.home, tmp_path / "ruang"))
