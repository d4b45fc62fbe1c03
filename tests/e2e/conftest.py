"""A workspace for tests of rulebooks, one on PostgreSQL, and the documents of two labs of the demo."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from domain.delivery import Implement
from domain.design import DesignInnovation
from domain.profile import WriteProfile
from domain.unit import RegisterUnit
from ledger.workspace.workspace import open_at
from tests.e2e.lab_papers import drafted
from tests.helpers import Done, moved


@pytest.fixture
def edge(home: Path) -> Path:
    """Three innovations whose designs have 299, 300 and 301 words."""
    found: dict[str, Any] = {"region": "3303"}

    def decide(decision: Any) -> None:
        decision.act(RegisterUnit.of(**found, kind="opd", name="Dinas Uji"))
        for number, words in enumerate((299, 300, 301), 1):
            about = {**found, "innovation": f"3303/innovation/{number:06d}"}
            decision.act(DesignInnovation.of(**found, title=f"Uji {words}", unit="3303/unit/000001"))
            decision.act(Implement.of(**about, occurred="2024-06-01"))
            decision.act(WriteProfile.of(**about, design=" ".join(["kata"] * words)))
        assert decision.refused == []

    open_at(home).command_handler().run("uji", decide)
    return home


@pytest.fixture
def on_postgres(own_life: Path, postgres: str) -> Path:
    """The small lab of `tests.life`, moved to a database that its settings name."""
    return moved(own_life, postgres)


@pytest.fixture(scope="session")
def purbalingga(filed_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Done]:
    """All documents of the round of 2022, and what was said of them."""
    out = tmp_path_factory.mktemp("purbalingga")
    return out, drafted(filed_demo, out, "purbalingga-2022")


@pytest.fixture(scope="session")
def salatiga(filed_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("salatiga")
    drafted(filed_demo, out, "salatiga-2019")
    return out
