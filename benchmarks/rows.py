"""Every row of the table, by name, with what takes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from benchmarks import (
    appending,
    documents,
    growing,
    importing,
    judging,
    logs,
    looking,
    memory,
    pages,
    past,
    planning,
    proving,
    reading,
    rebuilding,
    starting,
    verifying,
)
from benchmarks.grounds import REGION, Grounds
from benchmarks.measure import Line, absent
from projections.views import VIEWS

SQLITE, POSTGRES = "(SQLite)", "(PostgreSQL)"
SMALL = 3_000
"""Events of the ledger beside which a catch-up on a large one is measured."""


class Row(NamedTuple):
    """One row: `take` measures it and is given its name."""

    work: str
    take: Callable[[str], Line]
    on_server: bool = False
    """It needs a PostgreSQL server; without one the row says so."""

    def line(self, on: Grounds) -> Line:
        """The row measured."""
        return absent(self.work) if self.on_server and on.server.url is None else self.take(self.work)


def rows(on: Grounds) -> Iterator[Row]:
    """The rows in the order of the table; no ledger is made before one is measured on it."""
    for part in (_appends, _checks, _rebuilds, _verdicts, _documents, _lists, _imports, _refused, _growth):
        yield from part(on)
    yield Row("jejak --help", lambda work: starting.helping(work, on.size.runs * 2))


def _appends(on: Grounds) -> Iterator[Row]:
    runs = on.size.runs
    files = logs.files(on.folder)
    one, many = "one recorded action", "10,000 actions in one append"
    yield Row(f"{one} {SQLITE}", lambda work: appending.one_by_one(work, on.large, files, runs, 0.3))
    yield Row(
        f"{one} {POSTGRES}",
        lambda work: appending.one_by_one(work, on.large, logs.databases(on.url), runs, 0.7),
        on_server=True,
    )
    yield Row(f"{many} {SQLITE}", lambda work: appending.in_one_append(work, on.large, files, runs, 0.2))
    yield Row(
        f"{many} {POSTGRES}",
        lambda work: appending.in_one_append(work, on.large, logs.databases(on.url), runs, 1),
        on_server=True,
    )


def _checks(on: Grounds) -> Iterator[Row]:
    few, largest = max(1, on.size.runs // 2), on.size.growth[-1]
    name = f"ledger verify of {largest:,} events"
    for where, side in ((SQLITE, on.filed), (POSTGRES, on.served)):
        for jobs, how, target in ((1, "", 0.6), (2, ", two processes", 1.1)):
            for floor, against in (
                (verifying.beside_hashing, "hashing the same bytes in memory"),
                (verifying.beside_reading, "reading and hashing the same rows"),
            )[: 1 if where == POSTGRES else 2]:
                yield Row(
                    f"{name}{how}, to {against} {where}",
                    lambda work, side=side, floor=floor, jobs=jobs, target=target: floor(
                        work, side(largest)[0], few, jobs=jobs, target=target
                    ),
                    where == POSTGRES,
                )
    piece = proving.piece_of(on.size.events, on.size.runs)
    yield Row(
        f"{piece:,} events in one append with a signed checkpoint, to without {SQLITE}",
        lambda work: proving.appending(work, on.large, on.folder, piece, on.size.runs),
    )
    yield Row(
        f"one proof of an event of {on.size.proved:,} {SQLITE}",
        lambda work: proving.one_proof(work, on.folder, on.size.proved),
    )
    least = on.size.growth[0]
    for size in (least, largest):
        yield Row(
            f"peak memory of ledger verify of {size:,} events {SQLITE}",
            lambda work, size=size: memory.line(work, verifying.peak(on.of(size))),
        )


def _rebuilds(on: Grounds) -> Iterator[Row]:
    runs, few, build = on.size.runs, max(1, on.size.runs // 2), rebuilding.rebuilt
    events, largest, projected = on.size.events, on.size.growth[-1], on.size.projected
    name = "rebuild of the catalogue"
    for where, side, catalogue, two in ((SQLITE, on.filed, 0.3, 1.8), (POSTGRES, on.served, 0.6, None)):
        served = where == POSTGRES
        yield Row(
            f"{name} {where}",
            lambda work, side=side, target=catalogue: build(work, side(events), runs, target=target),
            served,
        )
        yield Row(
            f"{name}, to json.loads of every row {where}",
            lambda work, side=side: build(work, side(events), few, floor=rebuilding.loads),
            served,
        )
        yield Row(
            f"{name} {where}, to the library's ProjectionRunner {POSTGRES}",
            lambda work, side=side: rebuilding.beside_runner(
                work, on.url_of(projected), side(projected), few, target=30
            ),
            on_server=True,
        )
        yield Row(
            f"rebuild of all views {where}",
            lambda work, side=side: build(work, side(events), runs, views=VIEWS, target=0.12),
            served,
        )
        yield Row(
            f"rebuild of {largest:,} events by two processes, to one {where}",
            lambda work, side=side, target=two: rebuilding.with_two_processes(
                work, side(largest), few, target
            ),
            served,
        )
        yield Row(
            f"catch-up of 1,000 events in {largest:,}, to a small ledger {where}",
            lambda work, side=side: rebuilding.catching_up(work, side(SMALL), side(largest), few),
            served,
        )
    yield Row(
        "two plain loops at once, to one after the other",
        lambda work: rebuilding.ceiling(work, few),
    )
    yield Row(
        f"peak memory of a rebuild of {largest:,} events {SQLITE}",
        lambda work: memory.line(work, on.growth.peaks[largest]),
    )


def _verdicts(on: Grounds) -> Iterator[Row]:
    yield Row(
        f"verdicts of all innovations, IGA 2026 {SQLITE}",
        lambda work: judging.verdicts(work, on.judged, on.size.runs),
    )
    yield Row(
        f"peak memory of the verdicts {SQLITE}", lambda work: memory.line(work, judging.peak(on.judged))
    )
    yield Row(
        f"best plan of {planning.ITEMS} items for {planning.INNOVATIONS} innovations, proved",
        lambda work: planning.best(work, on.seed, on.size.runs),
    )


def _documents(on: Grounds) -> Iterator[Row]:
    count, few = on.size.dossiers, max(1, on.size.runs // 3)
    name = f"{count} IGA dossiers with evidence"
    for jobs, how in ((1, ""), (2, ", two processes")):
        yield Row(
            f"{name}{how} {SQLITE}",
            lambda work, jobs=jobs: documents.share(work, on.folder, count, jobs, few),
        )
    yield Row(f"peak memory of {name} {SQLITE}", lambda work: documents.peak(work, on.folder, count))
    yield Row(
        f"pages of a region {SQLITE}, to folding and rendering",
        lambda work: pages.share(work, on.folder, count, few),
    )
    yield Row(f"pages of a region {SQLITE}, each innovation", lambda work: pages.size(work, on.folder, count))
    shown = f"{on.size.shown:,} innovations in a browser"
    yield Row(f"first page of {shown}", lambda work: looking.first_page(work, on.site))
    yield Row(f"search among {shown}", lambda work: looking.search(work, on.site))


def _lists(on: Grounds) -> Iterator[Row]:
    often, innovations = on.size.runs * 2, on.size.innovations * on.size.times
    for where in (SQLITE, POSTGRES):
        served = where == POSTGRES
        yield Row(
            f"first {reading.LIMIT} of {innovations:,} innovations {where}",
            lambda work, served=served: reading.first_page(work, on.catalogue(served=served), often),
            served,
        )
        yield Row(
            f"the same with a search word {where}",
            lambda work, served=served: reading.first_page(
                work, on.catalogue(served=served), often, search="sampah"
            ),
            served,
        )
        yield Row(
            f"as-of of one region of {on.size.regions}, to its current list {where}",
            lambda work, served=served: past.one_region(work, on.country(served=served), often),
            served,
        )


def _imports(on: Grounds) -> Iterator[Row]:
    count, few = on.size.rows, max(1, on.size.runs // 3)
    name = f"reading the sheet, share of an import of {count:,} rows"

    def share(work: str, server: str | None) -> Line:
        places = importing.in_folders(on.folder, REGION, server)
        return importing.share(work, on.workbook, count, places, few)

    yield Row(f"{name} {SQLITE}", lambda work: share(work, None))
    yield Row(f"{name} {POSTGRES}", lambda work: share(work, on.url), on_server=True)


def _refused(on: Grounds) -> Iterator[Row]:
    """Fewer rows than LEAST have no room for errors of every kind."""
    count = max(on.size.rows, importing.LEAST)
    what = f"import of {count:,} rows that is refused for {count // 20:,} errors"
    yield Row(
        f"reading the sheets, share of an {what} {SQLITE}",
        lambda work: importing.refused_share(
            work,
            on.faulty_workbook,
            count,
            importing.in_folders(on.folder, REGION),
            max(1, on.size.runs // 3),
        ),
    )
    yield Row(
        f"peak memory of an {what} {SQLITE}",
        lambda work: memory.line(
            work,
            memory.peak_of(
                "benchmarks.importing", "refuse_in", str(on.faulty_workbook), str(on.folder), REGION
            ),
            importing.MEGABYTES,
        ),
    )


def _growth(on: Grounds) -> Iterator[Row]:
    """Each size beside the smallest."""
    least, *others = on.size.growth
    for size in others:
        yield from _grown(on, size, f"of {size:,} events, to {least:,}")


def _grown(on: Grounds, size: int, to: str) -> Iterator[Row]:
    cost = growing.per_event
    yield Row(f"append, per event {to} {SQLITE}", lambda work: cost(work, on.appends_in_files, size))
    yield Row(
        f"append, per event {to} {POSTGRES}",
        lambda work: cost(work, on.appends_in_databases, size),
        on_server=True,
    )
    yield Row(
        f"rebuild of all views, per event {to} {SQLITE}", lambda work: cost(work, on.growth.rebuilds, size)
    )
    yield Row(
        f"peak memory of a rebuild {to} {SQLITE}", lambda work: growing.flat(work, on.growth.peaks, size)
    )
