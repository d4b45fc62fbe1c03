"""Whole files that no import can read."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.importers.remedies.case import Case, Told, Way
from tests.importers.remedies.sheets import PICTURE, PROPOSED, WHOLE, case, instead, rewritten


def packed(folder: Path, change: Callable[[zipfile.ZipFile], None]) -> Path:
    path = WHOLE(folder)
    with zipfile.ZipFile(path, "a") as archive:
        change(archive)
    return path


def heavy(folder: Path) -> Path:
    """A workbook with a picture of 65 MB."""
    return packed(folder, lambda archive: archive.writestr(PICTURE, bytes(65 << 20), zipfile.ZIP_STORED))


def swelling(folder: Path) -> Path:
    """A workbook with a picture that says it unpacks to 600 MB."""

    def change(archive: zipfile.ZipFile) -> None:
        archive.writestr(PICTURE, b"x")
        archive.getinfo(PICTURE).file_size = 600 << 20

    return packed(folder, change)


def without_picture(told: Told) -> None:
    rewritten(told.path, lambda name, data: None if name == PICTURE else data)


def damaged_sheet(folder: Path) -> Path:
    path = WHOLE(folder)
    rewritten(path, lambda name, data: data[:300] if name == "xl/worksheets/sheet3.xml" else data)
    return path


def bytes_of(data: bytes, name: str = "buku.xlsx") -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(data)
        return path

    return make


def mark_of_excel(folder: Path) -> Path:
    WHOLE(folder)
    return bytes_of(b"\x05Nama", "~$buku.xlsx")(folder)


def a_folder(folder: Path) -> Path:
    WHOLE(folder)
    return folder


def misspelt(folder: Path) -> Path:
    return WHOLE(folder).with_name("baku.xlsx")


def impossible(folder: Path) -> Path:
    return WHOLE(folder).with_name("b" * 300 + ".xlsx")


def right_name(told: Told) -> Path:
    return (told.path if told.path.name == "kerja" else told.path.parent) / "buku.xlsx"


CASES = [
    case(
        "the mark of an open workbook",
        mark_of_excel,
        "~$buku.xlsx",
        Way("named without it", right_name, PROPOSED),
    ),
    Case("a folder", a_folder, "kerja", (Way("the file", right_name, PROPOSED),)),
    case("a file larger than 64 MB", heavy, "buku.xlsx", Way("without pictures", without_picture, PROPOSED)),
    case(
        "a file that unpacks to more",
        swelling,
        "buku.xlsx",
        Way("without pictures", without_picture, PROPOSED),
    ),
    case("an empty file", bytes_of(b""), "buku.xlsx", Way("another copy", instead(WHOLE), PROPOSED)),
    case("a file that is not there", misspelt, "baku.xlsx", Way("its name", right_name, PROPOSED)),
    case(
        "a name that no file can have", impossible, "b" * 300 + ".xlsx", Way("its name", right_name, PROPOSED)
    ),
    case(
        "an old workbook",
        bytes_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 lama", "buku.xls"),
        "buku.xls",
        Way("saved as xlsx", instead(WHOLE), PROPOSED),
    ),
    case("no workbook", bytes_of(b"bukan apa-apa"), "buku.xlsx", Way("saved", instead(WHOLE), PROPOSED)),
    case("a damaged sheet", damaged_sheet, "Unit", Way("saved", instead(WHOLE), PROPOSED)),
    case("a text file", bytes_of(b"No;Judul\n1;Loket\n", "daftar.csv"), "daftar.csv"),
]
