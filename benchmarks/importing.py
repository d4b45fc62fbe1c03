"""Importing a workbook, against reading its sheet alone with the reader that the importer uses."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from python_calamine import CalamineWorkbook

from benchmarks.measure import Line, of_pairs, rate, seconds
from benchmarks.words import Words
from domain.sheets.directory import UNIT
from domain.sheets.idea import IDEA
from importers import template
from importers.problems import ImportProblems
from importers.reading.book import REGION_LABEL
from importers.recording import import_file
from ledger.workspace.workspace import DATABASE_URL, Workspace, create
from tools.server import database
from torture.planted import plant

UNITS = 40
LEAST = 1_000
"""Rows of the smallest workbook that has room for errors of every kind."""
MEGABYTES = 500
"""What refusing a workbook may take."""
Places = Callable[[], contextlib.AbstractContextManager[Workspace]]
"""Makes an empty workspace for as long as a block runs."""


def workbook(path: Path, rows: int, region: str) -> Path:
    """Writes a workbook of the template's columns with so many valid ideas, none of them of a lab."""
    words = Words(Random(1))
    units = [
        {"Kunci": f"U-{n}", "Jenis": "OPD", "Nama": f"Dinas {n} Kabupaten", "Nama Singkat": f"Dinas {n}"}
        for n in range(UNITS)
    ]
    ideas = [
        {
            "Kunci": f"IDE-{n:05d}",
            "Judul": f"{words.title()} {n}",
            "Jenis Usulan": "ide baru",
            "Unit": f"Dinas {n % UNITS}",
            "Tanggal": f"{1 + n % 28} Maret 2022",
            "Latar Belakang": words.sentence(),
            "Deskripsi": words.sentence(),
            "Tujuan": words.sentence(),
            "Tanpa Lab": "ya",
        }
        for n in range(rows)
    ]
    template.write(path, rows={UNIT.name: units, IDEA.name: ideas}, identity={REGION_LABEL: region})
    return path


def in_folders(folder: Path, region: str, server: str | None = None) -> Places:
    """Workspaces in folders; their ledgers are files, or databases where a server is given."""

    @contextlib.contextmanager
    def place() -> Iterator[Workspace]:
        with contextlib.ExitStack() as stack:
            name = stack.enter_context(TemporaryDirectory(dir=folder, ignore_cleanup_errors=True))
            stack.enter_context(_named(stack.enter_context(database(server)) if server else None))
            home = Path(name) / "home"
            yield create(home, region_code=region, name="Nama Contoh", post="Analis", command_id="init")[0]

    return place


@contextlib.contextmanager
def _named(url: str | None) -> Iterator[None]:
    """The environment names this database, or none: never one that people work with."""
    before = os.environ.pop(DATABASE_URL, None)
    if url:
        os.environ[DATABASE_URL] = url
    try:
        yield
    finally:
        os.environ.pop(DATABASE_URL, None)
        if before is not None:
            os.environ[DATABASE_URL] = before


def share(work: str, path: Path, rows: int, places: Places, runs: int) -> Line:
    """Rows a second of reading and of importing; the ratio is the share that reading has of an import."""
    taken = of_pairs([(seconds(lambda: _read(path)), _import(path, places)) for _ in range(runs)])
    return Line(work, rate(rows, taken.floor), rate(rows, taken.ours), taken.speed)


def faulty_workbook(path: Path, rows: int) -> Path:
    """Writes a workbook of all kinds of rows, one in twenty of them with an error."""
    plant(path, rows=rows, errors=rows // 20, seed=1)
    return path


def refused_share(work: str, path: Path, rows: int, places: Places, runs: int) -> Line:
    """As `share`, of a workbook whose errors are all named and nothing of which is recorded."""

    def refuse() -> float:
        with places() as workspace:
            return seconds(lambda: _refused(path, workspace))

    taken = of_pairs([(seconds(lambda: _read_all(path)), refuse()) for _ in range(runs)])
    return Line(work, rate(rows, taken.floor), rate(rows, taken.ours), taken.speed)


def refuse_in(path: str, folder: str, region: str) -> None:
    """Refuses a workbook in a new workspace below a folder."""
    with in_folders(Path(folder), region)() as workspace:
        _refused(Path(path), workspace)


def _refused(path: Path, workspace: Workspace) -> None:
    command_handler = workspace.command_handler()
    try:
        import_file.run(path, workspace, command_handler, command_id="bench")
    except ImportProblems:
        return
    finally:
        command_handler.store.close()
        command_handler.recorder.close()
    raise AssertionError("a faulty workbook was recorded")


def _read_all(path: Path) -> None:
    book = CalamineWorkbook.from_path(str(path))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python(skip_empty_area=False)


def _read(path: Path) -> None:
    CalamineWorkbook.from_path(str(path)).get_sheet_by_name(IDEA.name).to_python(skip_empty_area=False)


def _import(path: Path, places: Places) -> float:
    with places() as workspace:
        command_handler = workspace.command_handler()
        took = seconds(lambda: import_file.run(path, workspace, command_handler, command_id="bench"))
        command_handler.store.close()
        command_handler.recorder.close()
    return took
