"""A list that goes in with its map, and what stands in the ledger then."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl

from tests.helpers import invoke


def mapped(home: Path, path: Path, *options: str | Path) -> dict[str, Any]:
    """What `jejak map` answers; the map lies beside the list."""
    done = invoke("map", path, "--out", path.with_name("PETA.toml"), "--home", home, "--json", *options)
    assert done.status == 0, done.out
    found: dict[str, Any] = json.loads(done.out)["data"]
    return found


def imported(home: Path, path: Path, *options: str) -> dict[str, Any]:
    """What `jejak import` answers, by the map beside the list."""
    done = invoke("import", path, "--map", path.with_name("PETA.toml"), "--home", home, "--json", *options)
    assert done.status == 0, done.out
    found: dict[str, Any] = json.loads(done.out)["data"]
    return found


def shown(home: Path, code: str) -> dict[str, Any]:
    """What is recorded of an innovation: its fields, and its notes."""
    done = invoke("catalogue", "show", code, "--home", home, "--json")
    assert done.status == 0, done.out
    detail = json.loads(done.out)["data"]
    fields = {name: one["value"] for name, one in detail["fields"].items() if one["value"] is not None}
    return {**fields, "notes": {one["heading"]: one["remark"] for one in detail["notes"]}}


def titles(home: Path) -> list[tuple[str, str, str]]:
    """Code, title and unit of every innovation, by code."""
    done = invoke("catalogue", "list", "--home", home, "--json")
    return [(one["code"], one["title"], one["unit"]) for one in json.loads(done.out)["data"]["items"]]


def changed(path: Path, text: str, to: str) -> None:
    """Replaces a text of the map beside a list; it must stand there once."""
    file = path.with_name("PETA.toml")
    said = file.read_text(encoding="utf-8")
    assert said.count(text) == 1, text
    file.write_text(said.replace(text, to), encoding="utf-8")


def cell(path: Path, place: str, value: object) -> None:
    """Writes one cell of a workbook."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    sheet[place] = value
    book.save(path)


def simple(path: Path, *rows: tuple[Any, ...], title: str = "") -> Path:
    """A small list of titles, units and years, with its headings."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    if title:
        sheet.append([title])
    for row in (("Nama Inovasi", "OPD", "Tahun"), *rows):
        sheet.append(row)
    book.save(path)
    return path
