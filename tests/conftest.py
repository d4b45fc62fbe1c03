"""Workspaces for tests: the demo is made once, and copied where a test changes it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.helpers import EXAMPLES, invoke, with_no_reads
from tests.ledger.office import Clock, Office
from tests.ledger.sides import Postgres
from tests.life import lived
from tests.postgres import database, server

os.environ["JEJAK_LANG"] = "id"
os.environ.pop("JEJAK_HOME", None)
os.environ.pop("JEJAK_DATABASE_URL", None)
os.environ.pop("JEJAK_SENDING_THRESHOLD", None)


@pytest.fixture(scope="session")
def filed_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the founding cases in files; not to be changed."""
    home = tmp_path_factory.mktemp("jejak") / "demo"
    done = invoke("demo", "--out", str(home))
    assert done.status == 0, done.err
    return home


@pytest.fixture(scope="session")
def demo(filed_demo: Path) -> Path:
    """A workspace with the founding cases; not to be changed."""
    return filed_demo


@pytest.fixture
def own_demo(filed_demo: Path, tmp_path: Path) -> Path:
    """A copy of the demo that a test may change."""
    copied = shutil.copytree(filed_demo, tmp_path / "demo", ignore=shutil.ignore_patterns("situs"))
    return with_no_reads(Path(copied))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty workspace of Kabupaten Purbalingga."""
    folder = tmp_path / "ruang"
    done = invoke(
        "init", str(folder), "--region", "33.03", "--operator", "Nama Operator Contoh", "--post", "Analis"
    )
    assert done.status == 0, done.err
    return folder


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A PostgreSQL server for this run; without one the tests fail and say what to set."""
    with server() as url:
        yield url


@pytest.fixture
def postgres(postgres_server: str) -> Iterator[str]:
    """The URL of an empty database of its own, with a user who owns it."""
    with database(postgres_server) as url:
        yield url


@pytest.fixture
def owner(postgres: str) -> Iterator[Office]:
    """Who made a ledger in a database; a region and its operator are registered in it."""
    made = Office(Postgres(postgres)).open()
    yield made
    made.close()


@pytest.fixture(scope="session")
def filed_life(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the small lab of `tests.life` in files; not to be changed."""
    home = tmp_path_factory.mktemp("jejak") / "hidup"
    lived(home, Clock())
    return home


@pytest.fixture(scope="session")
def life(filed_life: Path) -> Path:
    """A workspace with the small lab of `tests.life`; not to be changed."""
    return filed_life


@pytest.fixture
def own_life(filed_life: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return with_no_reads(Path(shutil.copytree(filed_life, tmp_path / "hidup")))


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Callable[..., Path]]:
    """Copies an example workbook and lets a function edit it: `workbook(name, edit)`."""
    from openpyxl import load_workbook

    def edited(name: str, edit: Callable[..., None] | None = None, to: str | None = None) -> Path:
        path = tmp_path / (to or f"{name}.xlsx")
        shutil.copy(EXAMPLES / f"{name}.xlsx", path)
        if edit:
            book = load_workbook(path)
            edit(book)
            book.save(path)
        return path

    return edited
