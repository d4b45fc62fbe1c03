"""The small lab on either database, in which a person has personal data."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.forgetting.given import CORRECT
from tests.helpers import invoke, moved


@pytest.fixture(params=["sqlite", "postgres"])
def lived(request: pytest.FixtureRequest, own_life: Path) -> Path:
    """Its second person has a name, a NIP, a telephone number and an address."""
    home = own_life
    if request.param == "postgres":
        home = moved(own_life, request.getfixturevalue("postgres"))
        shutil.rmtree(home / "views", ignore_errors=True)
    done = invoke(*CORRECT, "--home", home)
    assert done.status == 0, done.err
    return home
