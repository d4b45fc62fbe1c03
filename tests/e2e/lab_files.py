"""Labs as files: a workspace for a region, workbooks of some sheets, and what the answers say of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from importers import template
from tests.helpers import invoke
from tools.called import Called

Rows = dict[str, list[dict[str, Any]]]


def workspace(folder: Path, region: str) -> Path:
    """An empty workspace of a region in a new folder."""
    done = invoke(
        "init", folder, "--region", region, "--operator", "Nama Operator Contoh", "--post", "Analis"
    )
    assert done.status == 0, done.err
    return folder


def recorded(home: Path, region: str, slug: str, rows: Rows) -> Called:
    """Fills a workbook with rows and imports it; once more, it holds nothing new."""
    path = home.parent / f"{home.name}.xlsx"
    template.write(path, rows=rows, identity={"Kode Wilayah": region, "Lab": slug})
    done = invoke("import", path, "--home", home)
    assert done.status == 0, done.err
    again = invoke("import", path, "--home", home)
    assert (again.status, again.err) == (0, "")
    assert re.fullmatch(r"Tidak ada yang baru: 0 baru, \d+ sama, 0 berbeda\.\n", again.out)
    return done


def lab(slug: str, opened: str | int | None, **more: Any) -> Rows:
    """The one row of sheet Lab."""
    row = {"Kunci": slug, "Nama": f"Lab {slug}", "Putaran": 1, "Cara Pencatatan": "rekonstruksi"}
    return {"Lab": [{**row, "Tanggal": opened, **more}]}


def stages(*held: tuple[Any, ...]) -> Rows:
    """Rows of sheet Tahap: stage, first day, last day, local name, reason why it was not held."""
    labels = ("Tahap", "Mulai", "Selesai", "Nama Setempat", "Alasan")
    rows = []
    for number, one in enumerate(held, 1):
        row = dict(zip(labels, (*one, *[None] * (len(labels) - len(one))), strict=True))
        rows.append(
            {"Kunci": f"THP-{number:02d}", **row, "Tidak Dilaksanakan": "ya" if row["Alasan"] else None}
        )
    return {"Tahap": rows}


def numbered(prefix: str, rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows with keys that count them."""
    return [{"Kunci": f"{prefix}-{number:03d}", **row} for number, row in enumerate(rows, 1)]


def shown(home: Path, *words: str) -> Any:
    """The data of an answer."""
    done = invoke(*words, "--json", "--home", home)
    assert done.status == 0, done.err
    return done.data


def said(home: Path, *words: str) -> str:
    """What stands on the screen."""
    done = invoke(*words, "--home", home)
    assert done.status == 0, done.err
    return done.out


def rows(labels: str, *lines: str) -> list[dict[str, Any]]:
    """Rows from lines whose cells are divided by a bar; an empty one holds nothing."""
    heads = labels.split("|")
    return [dict(zip(heads, [cell or None for cell in line.split("|")], strict=True)) for line in lines]
