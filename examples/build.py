"""Writes the example workbooks from `examples/source`: python examples/build.py"""

from __future__ import annotations

import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE / "source")]

from domain.sheets.registry import BY_NAME  # noqa: E402
from importers import template  # noqa: E402
from jejak_i18n.formatting import date as date_text  # noqa: E402

CASES = (
    "kebumen_2016",
    "purbalingga_2016",
    "purbalingga_2018",
    "purbalingga_2022",
    "salatiga_2017",
    "salatiga_2019",
    "wonosobo_2023",
)
OPENED = "2026-06-15"
_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?\Z")


def written(sheet: str, row: dict[str, Any]) -> dict[str, Any]:
    """A row as a bureau writes it: dates in Indonesian words."""
    dated = {column.label for column in BY_NAME[sheet].columns if column.kind == "date"}
    return {
        label: date_text(value) if label in dated and value and _ISO.match(str(value)) else value
        for label, value in row.items()
    }


def build(case: str, folder: Path) -> Path:
    """Writes one workbook and returns its path."""
    rows = dict(import_module(case).rows())
    identity = rows.pop("Identitas")
    path = folder / f"{case.replace('_', '-')}.xlsx"
    sheets = {name: [written(name, row) for row in found] for name, found in rows.items()}
    template.write(path, rows=sheets, identity=identity)
    return path


def build_competitions(folder: Path) -> list[Path]:
    """Writes the workbooks of competitions and the evidence files that they name."""
    lomba = import_module("lomba")
    fulls = {"PSR": import_module("purbalingga_2022").FULL, "SRT": import_module("salatiga_2019").FULL}
    for name, content in lomba.files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    made = []
    for name, (region, lab, code, files) in lomba.BOOKS.items():
        rows = lomba.book(region, lab, code, files, fulls[code])
        identity = rows.pop("Identitas")
        sheets = {sheet: [written(sheet, row) for row in found] for sheet, found in rows.items()}
        template.write(folder / f"{name}.xlsx", rows=sheets, identity=identity)
        made.append(folder / f"{name}.xlsx")
    return made


def build_openings(folder: Path) -> list[Path]:
    """Writes the workbooks by which each bureau says on which day it opened the links of its evidence."""
    made = []
    for name, case in (("purbalingga", "purbalingga_2022"), ("salatiga", "salatiga_2019")):
        rows = import_module(case).rows()
        opened = [{**row, "Tautan Dibuka": OPENED} for row in rows["Bukti"] if row.get("Tautan")]
        path = folder / f"tautan-2026-{name}.xlsx"
        sheets = {"Bukti": [written("Bukti", row) for row in opened]}
        template.write(path, rows=sheets, identity=rows["Identitas"])
        made.append(path)
    return made


def build_proposal(folder: Path) -> Path:
    """Writes the workbook with which SIMPEL PASAR is completed before it is handed in, and its files."""
    case = import_module("purbalingga_2022")
    rows = case.rows()
    (profile,) = (row for row in rows["Profil"] if row["Inovasi"] == case.FULL)
    completed, files = import_module("lomba").proposal(rows["Bukti"], profile)
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    sheets = {sheet: [written(sheet, row) for row in found] for sheet, found in completed.items()}
    path = folder / "usulan-2026-purbalingga.xlsx"
    template.write(path, rows=sheets, identity=rows["Identitas"])
    return path


if __name__ == "__main__":
    for name in CASES:
        print(build(name, HERE))
    for path in (*build_competitions(HERE), *build_openings(HERE), build_proposal(HERE)):
        print(path)
