"""What is measured on: made-up ledgers and a server, each made when it is first asked for."""

from __future__ import annotations

import contextlib
import sys
import time
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from benchmarks import importing, logs, looking, reading
from benchmarks.copies import copied
from benchmarks.generator import Summary, generate
from benchmarks.growing import Figures, Growth
from benchmarks.server import Server, server
from ledger.event_store import EventStore
from ledger.factory import Place
from ledger.workspace.workspace import Workspace
from projections.read_session import ReadSession
from projections.storage.generation import GenerationStore
from projections.storage.postgres import PostgresGenerationStore
from projections.storage.sqlite import SqliteGenerationStore
from tools.server import database

REGION = "33.03"
FIRST_REGION = "11.01"
"""The first of the official list below a province: it has a share in every country."""


Side = tuple[EventStore, GenerationStore]
"""A ledger, and where its views lie."""


class Size(NamedTuple):
    """How large a run is, in events unless said; `runs` is how often each pair is measured."""

    events: int
    innovations: int
    """Innovations that are told whole, for lists and pages."""
    runs: int
    verdicts: int = 0
    """Innovations of the ledger that is judged; 0: the large one serves."""
    times: int = 1
    """Regions that their rows are laid into."""
    regions: int = 3
    country: int = 6_000
    """Events of the ledger of so many regions."""
    projected: int = 2_000
    """Events for the library's runner: some thousand a second are all that it takes."""
    rows: int = 100
    """Rows of the workbook."""
    growth: tuple[int, ...] = (1_000, 2_000)
    dossiers: int = 4
    proved: int = 5_000
    """Events of the ledger in which single proofs are made."""
    shown: int = 40
    """Innovations of the pages that a browser opens."""


FULL = Size(
    300_000,
    10_000,
    7,
    0,
    30,
    500,
    500_000,
    50_000,
    20_000,
    (100_000, 300_000, 1_000_000),
    176,
    5_000_000,
    1_000,
)
QUICK = Size(30_000, 400, 2, 0, 10, 20, 20_000, 3_000, 1_000, (10_000, 30_000, 100_000), 176, 300_000, 100)


class Grounds:
    """One run's ledgers in a folder, and its server; a context that lets go of all of them."""

    def __init__(self, size: Size, folder: Path, seed: int = 1) -> None:
        self.size, self.folder, self.seed = size, folder, seed
        self._stack = contextlib.ExitStack()
        self._stores: dict[Place, EventStore] = {}
        self._copies: dict[Path, str] = {}
        self._catalogues: dict[bool, ReadSession] = {}

    def __enter__(self) -> Grounds:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    @cached_property
    def server(self) -> Server:
        return self._stack.enter_context(server())

    @property
    def url(self) -> str:
        """The server's address; only for rows that are taken where there is one."""
        assert self.server.url is not None
        return self.server.url

    def made(self, name: str, events: int, **how: Any) -> Path:
        """The file of a ledger, made the first time."""
        path = self.folder / name / "ledger.db"
        if not path.exists():
            path.parent.mkdir()
            began = time.perf_counter()
            _tell(generate(path, events=events, seed=self.seed, **how), time.perf_counter() - began)
        return path

    def of(self, events: int) -> Path:
        """A ledger of one region with so many events."""
        return self.made(f"events-{events}", events, region=REGION)

    @property
    def large(self) -> Path:
        return self.of(self.size.events)

    def filed(self, events: int) -> Side:
        """A ledger of one region in a file, with views in files."""
        path = self.of(events)
        return self._opened(path), SqliteGenerationStore(path.with_name("views"))

    def served(self, events: int) -> Side:
        """The same events in a database, with views in its schemas."""
        url = self._on_server(self.of(events))
        return self._opened(url), PostgresGenerationStore(url)

    def url_of(self, events: int) -> str:
        """The address of that database."""
        return self._on_server(self.of(events))

    def _opened(self, place: Place) -> EventStore:
        if place not in self._stores:
            self._stores[place] = self._stack.enter_context(contextlib.closing(EventStore(place)))
        return self._stores[place]

    def _on_server(self, path: Path) -> str:
        """A copy of a ledger in a database, made the first time."""
        if path not in self._copies:
            self._copies[path] = self._stack.enter_context(database(self.url))
            copied(path, self._copies[path])
        return self._copies[path]

    @property
    def judged(self) -> Path:
        if not self.size.verdicts:
            return self.large
        return self.made("judged", 0, region=REGION, innovations=self.size.verdicts)

    def country(self, *, served: bool) -> Workspace:
        """A ledger of many regions, asked for the first of them."""
        path = self.made("country", self.size.country, regions=self.size.regions)
        return reading.workspace(path.parent, FIRST_REGION, self._on_server(path) if served else None)

    def catalogue(self, *, served: bool) -> ReadSession:
        """The views with as many innovations as `size` says, in as many regions."""
        if served not in self._catalogues:
            path = self.made("catalogue", 0, region=REGION, innovations=self.size.innovations)
            ours = reading.workspace(path.parent, REGION, self._on_server(path) if served else None)
            views = reading.multiplied(ours, self.size.times)
            self._catalogues[served] = self._stack.enter_context(views)
        return self._catalogues[served]

    @cached_property
    def site(self) -> Path:
        """The folder of the pages of a region."""
        path = self.made("shown", 0, region=REGION, innovations=self.size.shown)
        return looking.written(reading.workspace(path.parent, REGION), self.folder / "site")

    @cached_property
    def workbook(self) -> Path:
        return importing.workbook(self.folder / "ideas.xlsx", self.size.rows, REGION)

    @cached_property
    def faulty_workbook(self) -> Path:
        return importing.faulty_workbook(self.folder / "faulty.xlsx", max(self.size.rows, importing.LEAST))

    @cached_property
    def growth(self) -> Growth:
        return Growth(self.size.growth, self.of, self.folder, max(1, self.size.runs // 3))

    @cached_property
    def appends_in_files(self) -> Figures:
        return self.growth.appends(logs.files(self.folder))

    @cached_property
    def appends_in_databases(self) -> Figures:
        return self.growth.appends(logs.databases(self.url))


def _tell(made: Summary, seconds: float) -> None:
    print(
        f"a ledger of {made.events:,} events, {made.innovations:,} innovations,"
        f" {made.bytes / made.events:.0f} bytes each: {seconds:.1f} s",
        file=sys.stderr,
    )
