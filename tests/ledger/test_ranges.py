"""Rows of some kinds of streams: what a filter over all rows would leave, read range by range."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.copies import copied
from benchmarks.generator import generate
from domain.region import RegisterRegion
from domain.streams import kind_of, region_of
from ledger.event_store import EventStore
from ledger.postgres.reading import PostgresReadConnection
from tests.ledger.office import Office
from tests.ledger.sides import Postgres

KNOWN = 5_000


@pytest.fixture(params=["sqlite", "postgres"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[EventStore]:
    """A ledger of several regions, a province among them, on either database."""
    made = generate(tmp_path / "ledger.db", events=6_000, seed=2, regions=3)
    place: Path | str = made.path
    if request.param == "postgres":
        place = request.getfixturevalue("postgres")
        copied(made.path, str(place))
    with contextlib.closing(EventStore(place)) as store:
        yield store


@pytest.mark.parametrize("kinds", [("innovation",), ("person", "idea", "unit"), ("entry",), ("nothing",), ()])
def test_they_are_the_rows_of_those_kinds_in_stream_order(store: EventStore, kinds: tuple[str, ...]) -> None:
    rows = [row for row in store.all_rows(KNOWN) if kind_of(row[1]) in kinds]
    assert list(store.rows_of_kinds(kinds, KNOWN)) == rows
    assert bool(rows) == bool({"innovation", "person", "entry"} & {*kinds})
    for region in sorted({region_of(row[1]) for row in rows}):
        own = [row for row in rows if region_of(row[1]) == region]
        assert list(store.rows_of_kinds(kinds, KNOWN, f"{region}/")) == own
    assert list(store.rows_of_kinds(kinds, 0)) == []


def test_a_province_and_its_regencies_are_told_apart(office: Office) -> None:
    names = {"33": "33", "3303": None, "3304": "33.04", "34": "34"}
    for prefix, code in names.items():
        if code:
            kind = "provinsi" if len(prefix) == 2 else "kabupaten"
            made = RegisterRegion.of(region=prefix, code=code, name=code, kind=kind, time_zone="Asia/Jakarta")
            office.do(prefix, made)
    streams = [row[1] for row in office.store.rows_of_kinds(["region"], 99)]
    assert streams == [f"{prefix}/region/000001" for prefix in names]
    assert [row[1] for row in office.store.rows_of_kinds(["region"], 99, "33/")] == ["33/region/000001"]


def test_the_server_sorts_again_after_a_read_in_the_order_of_an_index(postgres: str) -> None:
    office = Office(Postgres(postgres)).open()
    reads = office.store.reads
    assert isinstance(reads, PostgresReadConnection)

    def planned() -> str:
        found = reads.connection.execute("SHOW enable_sort").fetchone()
        assert found
        return str(found[0])

    assert len(list(office.store.all_rows())) == 2
    assert planned() == "off"
    assert office.store.head().position == 2
    assert planned() == "on"
    with office.store.snapshot():
        assert len(list(office.store.all_rows())) == 2
        assert planned() == "off"
    assert planned() == "on"
    assert len(list(office.store.all_rows())) == 2
    with office.store.snapshot():
        assert office.store.head().position == 2
        assert planned() == "on"
    assert planned() == "off"
    assert office.store.head().position == 2
    assert planned() == "on"
    reads.connection.close()
    assert len(list(office.store.all_rows())) == 2
    assert planned() == "off"
    office.close()
