"""Workspaces and shelves on either database: every test here is run against both."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger import factory
from projections.storage.generation import GenerationStore
from projections.storage.postgres import PostgresGenerationStore
from projections.storage.sqlite import SqliteGenerationStore
from tests.helpers import invoke, moved
from tests.postgres import database as new_database


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def base(request: pytest.FixtureRequest) -> str:
    """Where ledgers and views lie."""
    return str(request.param)


@pytest.fixture
def generations(base: str, request: pytest.FixtureRequest, tmp_path: Path) -> GenerationStore:
    """An empty shelf of its own for each test."""
    if base == "sqlite":
        return SqliteGenerationStore(tmp_path / "views")
    url = request.getfixturevalue("postgres")
    factory.create_tables(url)
    return PostgresGenerationStore(url)


@pytest.fixture(scope="session")
def demo(
    base: str, filed_demo: Path, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """A workspace with the founding cases; not to be changed."""
    yield from _based(base, filed_demo, request, tmp_path_factory)


@pytest.fixture(scope="session")
def life(
    base: str, filed_life: Path, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """A workspace with the small lab of `tests.life`; not to be changed."""
    yield from _based(base, filed_life, request, tmp_path_factory)


def _based(
    base: str, filed: Path, request: pytest.FixtureRequest, factory: pytest.TempPathFactory
) -> Iterator[Path]:
    if base == "sqlite":
        yield filed
        return
    with new_database(request.getfixturevalue("postgres_server")) as url:
        yield _moved(Path(shutil.copytree(filed, factory.mktemp("pindah") / filed.name)), url)


@pytest.fixture
def own_demo(base: str, own_demo: Path, request: pytest.FixtureRequest) -> Path:
    """A copy of the demo that a test may change."""
    return own_demo if base == "sqlite" else _moved(own_demo, request.getfixturevalue("postgres"))


@pytest.fixture
def own_life(base: str, own_life: Path, request: pytest.FixtureRequest) -> Path:
    """A copy of the small lab that a test may change."""
    return own_life if base == "sqlite" else _moved(own_life, request.getfixturevalue("postgres"))


@pytest.fixture
def home(base: str, home: Path, request: pytest.FixtureRequest) -> Path:
    """An empty workspace of Kabupaten Purbalingga, without views."""
    return home if base == "sqlite" else moved(home, request.getfixturevalue("postgres"))


def _moved(home: Path, url: str) -> Path:
    """The workspace with its ledger in a database, and views of it beside it."""
    shutil.rmtree(moved(home, url) / "views", ignore_errors=True)
    assert invoke("catalogue", "list", "--limit", "1", "--home", home).status == 0
    return home
