"""Faults one by one, in their short form: a clear message, status 5, and the next run heals."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.server import Server, database, own
from torture import faults, full
from torture.site import Site

SECONDS = 2.0


@pytest.fixture(scope="module")
def own_server() -> Iterator[Server]:
    """A server that may be killed, wherever the other tests find theirs."""
    with own() as one:
        yield one


@pytest.fixture(params=["sqlite", "postgres"])
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Site]:
    """A workspace on each database."""
    if request.param == "sqlite":
        yield faults.furnished(tmp_path / "ruang")
        return
    with database(request.getfixturevalue("own_server").url) as url:
        yield faults.furnished(tmp_path / "ruang", url)


def test_locked_ledger(site: Site) -> None:
    assert faults.ledger_locked(site, SECONDS) == []


def test_switch_in_the_middle_of_an_answer(site: Site) -> None:
    assert faults.switched(site) == []


def test_locked_views(site: Site) -> None:
    assert faults.views_locked(site, SECONDS) == []


def test_server_away(own_server: Server, tmp_path: Path) -> None:
    with database(own_server.url) as url:
        site = faults.furnished(tmp_path / "ruang", url)
        assert faults.server_away(site, own_server, SECONDS) == []


def test_files_that_may_not_grow(tmp_path: Path) -> None:
    assert full.ledger_limited(faults.furnished(tmp_path / "ruang")) == []


def test_server_whose_files_may_not_grow(tmp_path: Path) -> None:
    with own() as server, database(server.url) as url:
        assert full.server_limited(faults.furnished(tmp_path / "ruang", url), server) == []
