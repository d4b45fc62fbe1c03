"""What tests of a lab's documents share: writing them, and what stands in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document

from importers import template
from tests.helpers import Done, invoke

DRAFT = "Konsep – bukan naskah resmi. Naskah resmi dokumen ini tidak diketahui; sesuaikan."


DOTS, SHORT = "…………………………………", "…………………"


LAST = "{} konsep, bukan naskah resmi: lengkapi bagian yang bertitik-titik, lalu mintakan tanda tangan."


BLUE = "8EA9C1"


def drafted(home: Path, out: Path, slug: str, *words: str) -> Done:
    done = invoke("lab", "documents", slug, "--out", out, *words, "--home", home)
    assert done.status == 0, done.err
    return done


def texts(document: Any) -> list[str]:
    return [one.text for one in document.paragraphs if one.text]


def rows(document: Any, at: int) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[at].rows]


def margins(document: Any) -> tuple[str, str]:
    section = document.sections[0]
    return section.header.paragraphs[0].text, section.footer.paragraphs[0].text.partition("\t")[0]


def opened(folder: Path, name: str) -> Any:
    return Document(str(folder / f"{name}.docx"))


def recorded(home: Path, folder: Path, lab: str, **sheets: list[dict[str, Any]]) -> None:
    rows_of: dict[str, list[dict[str, Any]]] = {
        "Lab": [{"Kunci": lab, "Nama": "Lab Uji", "Cara Pencatatan": "rekonstruksi"}],
        **{name.replace("_", " "): found for name, found in sheets.items()},
    }
    path = folder / "uji.xlsx"
    template.write(path, rows=rows_of, identity={"Kode Wilayah": "33.03", "Lab": lab})
    done = invoke("import", path, "--home", home)
    assert done.status == 0, done.err


UNITS = [
    {"Kunci": f"U{at}", "Jenis": "OPD", "Nama": f"Dinas {at}", "Nama Singkat": f"D{at}"} for at in (1, 2, 3)
]


def launched(days: list[str | None]) -> dict[str, list[dict[str, Any]]]:
    """Innovations of unit 1, launched on these days without a ceremony."""
    keys = [f"I{at}" for at in range(1, len(days) + 1)]
    return {
        "Inovasi": [
            {"Kunci": key, "Judul": f"Inovasi {key}", "Unit": "U1", "Tanggal": "1 Januari 2024"}
            for key in keys
        ],
        "Peluncuran": [
            {"Kunci": f"P{key}", "Inovasi": key, "Tanggal": day} for key, day in zip(keys, days, strict=True)
        ],
    }
