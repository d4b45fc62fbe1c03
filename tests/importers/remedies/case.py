"""A mistake in a file, what is said of it, and what somebody does who follows the remedy."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import Workbook, load_workbook

from domain.sheets.directory import UNIT
from domain.sheets.registry import SHEETS
from importers import template

Rows = Mapping[str, list[dict[str, Any]]]
Right = Mapping[str, Mapping[str, Any]]
"""Event type to fields of the last event of that type that the second import records."""
IDENTITY = {"Kode Wilayah": "33.03", "Lab": "uji-2022"}
RECORDED: Rows = {
    "Unit": [
        {"Kunci": "U-1", "Jenis": "OPD", "Nama": "Dinas Uji", "Nama Singkat": "Dinuji"},
        {"Kunci": "U-2", "Jenis": "OPD", "Nama": "Dinas Perdagangan", "Nama Singkat": "Dindag"},
        {"Kunci": "D-3", "Jenis": "desa", "Nama": "Karangsari", "Induk": "U-1"},
        {"Kunci": "D-4", "Jenis": "desa", "Nama": "Karangsari", "Induk": "U-2"},
    ],
    "Orang": [{"Kunci": "ORG-1", "Nama": "Budi Harto Santoso", "Jabatan": "Kepala", "Unit": "U-1"}],
    "Dokumen": [{"Kunci": "D-1", "Jenis": "SK", "Nomor": "1/2022", "Perihal": "Penetapan"}],
    "Lab": [{"Kunci": "uji-2022", "Nama": "Lab Uji", "Cara Pencatatan": "rekonstruksi"}],
    "Ide": [
        {"Kunci": f"IDE-{n}", "Judul": title, "Jenis Usulan": "ide baru", "Unit": "U-1"}
        for n, title in enumerate(("Antrean daring", "Peta pasar", "Arsip digital"), 1)
    ],
    "Inovasi": [{"Kunci": "INO-1", "Judul": "Simpel Pasar", "Unit": "U-1"}],
    "Keterangan": [{"Kunci": "K-1", "Inovasi": "INO-1", "Judul Isian": "Skor", "Isi": "87"}],
    "Penghargaan": [{"Kunci": "A-1", "Judul": "Juara", "Penerima": "inovasi", "Inovasi": "INO-1"}],
    "Perubahan Unit": [
        {"Kunci": "PU-1", "Unit": "U-2", "Perubahan": "ganti nama", "Nama Baru": "Dinas Niaga"}
    ],
}
"""What the workspace holds before."""
INNOVATION = "3303/innovation/000001"
OF = {"Inovasi": "INO-1"}
IDEA = {"Kunci": "IDE-7", "Judul": "Loket", "Jenis Usulan": "ide baru", "Unit": "U-1"}


class Told(NamedTuple):
    """Where somebody stands who was told of a mistake: the file, the workspace, what to do."""

    path: Path
    home: Path
    what: str
    remedy: str


Mend = Callable[[Told], Path | None]
"""Does what a remedy says; gives the file to import where that is another one."""


class Way(NamedTuple):
    """One way to follow the remedy."""

    name: str
    mend: Mend
    right: Right = {}
    options: Mapping[str, str] = {}


class Case(NamedTuple):
    """A mistake: how the file comes about, the only cell that is named, and the ways out."""

    name: str
    make: Callable[[Path], Path]
    at: str
    ways: tuple[Way, ...]
    options: Mapping[str, str] = {}


def book(rows: Rows, identity: Mapping[str, str] = IDENTITY) -> Callable[[Path], Path]:
    """A filled template: its sheets are those of the rows, and Unit, which drop-downs refer to."""

    def make(folder: Path) -> Path:
        path = folder / "buku.xlsx"
        sheets = [sheet for sheet in SHEETS if sheet.name in rows or sheet is UNIT]
        template.write(path, rows={"Unit": [], **rows}, identity=identity, sheets=sheets)
        return path

    return make


def spoilt(rows: Rows, *changes: Callable[[Workbook], None]) -> Callable[[Path], Path]:
    """A filled template that somebody has changed."""

    def make(folder: Path) -> Path:
        path = book(rows)(folder)
        change(path, *changes)
        return path

    return make


def change(path: Path, *changes: Callable[[Workbook], None]) -> None:
    opened = load_workbook(path)
    for one in changes:
        one(opened)
    opened.save(path)


def edit(*changes: Callable[[Workbook], None]) -> Mend:
    """Opens the workbook, changes something, saves it."""
    return lambda told: change(told.path, *changes)


def put(**values: Any) -> Callable[[Workbook], None]:
    """Types values: `put(Ide_C2="replikasi")`; None empties a cell. An underscore in a name is a space."""

    def typed(opened: Workbook) -> None:
        for place, value in values.items():
            sheet, _, ref = place.rpartition("_")
            cell = opened[sheet.replace("_", " ")][ref]
            cell.value = value

    return typed


def add(sheet: str, **values: Any) -> Callable[[Workbook], None]:
    """A row more at the end of a sheet, by the headings of its columns; the sheet is there or is added."""

    def added(opened: Workbook) -> None:
        if sheet not in opened.sheetnames:
            opened.create_sheet(sheet).append([name.replace("_", " ") for name in values])
        page = opened[sheet]
        headings = [str(cell.value) for cell in page[1]]
        page.append([values.get(name.replace(" ", "_")) for name in headings])

    return added


def type_after(place: str, mark: str, *, whole: bool = False) -> Mend:
    """Types what the remedy names behind a mark: all of it, or the first of several."""

    def mend(told: Told) -> None:
        named = told.remedy.partition(mark)[2].rstrip(".")
        assert named, told.remedy
        value = named if whole else re.split(r"[;,] | atau ", named)[0].strip('"')
        change(told.path, put(**{place: value}))

    return mend


def choose(place: str, value: str) -> Mend:
    """Chooses from the drop-down list of the cell."""

    def mend(told: Told) -> None:
        opened = load_workbook(told.path)
        sheet, _, ref = place.rpartition("_")
        assert value in drop_down(opened, sheet.replace("_", " "), ref)
        put(**{place: value})(opened)
        opened.save(told.path)

    return mend


def drop_down(opened: Workbook, sheet: str, ref: str) -> list[str]:
    """What the drop-down list of a cell offers."""
    for one in opened[sheet].data_validations.dataValidation:
        if ref in one.sqref:
            name, _, cells = str(one.formula1).removeprefix("=").partition("!")
            return [str(row[0].value) for row in opened[name][cells.replace("$", "")]]
    return []
