"""Records with odd texts that are allowed, and everything that is written of them: it must open."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from importers import template

OUT = "hasil"
"""The folder in which a case has its documents written."""
ODD = (
    "{{ 7*7 }}", "{% for x in y %}", "{#", "}}", "<b>&amp;</b>", "]]>", "_x000D_", "=1+1", "@SUM(A1)",
    "CON", "aux.txt", "a:b?c*d|e", "..", "akhir. ", '"kutip"', "'", "\\n", "%s%n", "${x}", "//",
    "שלום", "العربية", "ไทย", "漢字かな", "e\u0301\u0323" * 20, "\U0001f9d1\u200d\U0001f680", "ﬁ", "½",
    "x" * 400, "panjang " * 60, "K.H. R.Ng.", "a\tb", "1.234,5", "-", "…", "№", "\u00a0",
)  # fmt: skip
LONG = (
    "Tujuan",
    "Manfaat",
    "Hasil",
    "Rancang Bangun",
    "Ringkasan",
    "Signifikansi",
    "Sumber Daya",
    "Anggaran",
)
WINDOWS = re.compile(r'[<>:"/\\|?*\x00-\x1f]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)', re.IGNORECASE)


def words(draw: Random, most: int) -> str:
    """A text of odd and plain words."""
    # A word first: a text of blanks alone is none.
    return "kata " + " ".join(
        draw.choice(ODD) if draw.random() < 0.6 else draw.choice(("pasar", "layanan", "dan", "Dinas"))
        for _ in range(draw.randint(1, most))
    )


def book(draw: Random) -> bytes:
    """A workbook that is recorded: a lab, its units and innovations, told in odd words."""
    count = draw.randint(1, 3)
    keys = [f"INO-{n}" for n in range(count)]
    rows: dict[str, list[dict[str, Any]]] = {
        "Unit": [{"Kunci": "U-1", "Jenis": "OPD", "Nama": f"Dinas {words(draw, 3)}"}],
        "Lab": [{"Kunci": "uji-2022", "Nama": f"Lab {words(draw, 3)}", "Cara Pencatatan": "rekonstruksi"}],
        "Inovasi": [
            {"Kunci": key, "Judul": f"{n} {words(draw, 6)}", "Akronim": draw.choice((None, "A&B", "{X}")),
             "Unit": "U-1", "Tanggal": "2024"}
            for n, key in enumerate(keys)
        ],
        "Profil": [
            {"Kunci": f"P-{key}", "Inovasi": key}
            | {label: "\n".join(words(draw, 30) for _ in range(draw.randint(1, 3)))
               for label in draw.sample(LONG, draw.randint(1, len(LONG)))}
            for key in keys
        ],
        "Rencana Aksi": [
            {"Kunci": f"R-{key}", "Inovasi": key, "Versi": 1, "Nomor": 1, "Kelompok": "persiapan",
             "Kegiatan": words(draw, 8), "Mulai": "2024-01", "Selesai": draw.choice(("2024-03", "2031-12"))}
            for key in keys
        ],
        "Pengukuran": [
            {"Kunci": f"M-{key}", "Inovasi": key, "Indikator": words(draw, 4), "Satuan": words(draw, 1),
             "Nilai Sebelum": draw.choice((0, 12.5, -3, 10**12)), "Nilai Sesudah": 8170,
             "Tanggal Sesudah": "2024"}
            for key in keys
        ],
        "Bukti": [
            {"Kunci": f"B-{key}", "Inovasi": key, "Jenis": "SK", "Nomor": words(draw, 2),
             "Perihal": words(draw, 5), "Indikator IGA": "16", "Tautan": "https://contoh.id/a?b=1&c=<x>"}
            for key in keys
        ],
    }  # fmt: skip
    with TemporaryDirectory() as folder:
        path = Path(folder) / "buku.xlsx"
        template.write(path, rows=rows, identity={"Kode Wilayah": "33.03", "Lab": "uji-2022"})
        return path.read_bytes()


def calls() -> list[list[str]]:
    """The book recorded, then everything written that can be."""
    out = [f"{OUT}/{n}" for n in range(8)]
    iga, kipp = ("--year", "2026"), ("--year", "2025", "--group", "umum")
    return [
        ["import", "buku.xlsx"],
        ["dossier", "batch", "iga", *iga, "--all", "--out", out[0]],
        ["dossier", "batch", "kipp", *kipp, "--all", "--out", out[1]],
        ["dossier", "letters", "kipp", "3303-0001", *kipp, "--out", out[2]],
        ["dossier", "portal", "iga", "3303-0001", *iga, "--out", f"{OUT}/portal.xlsx"],
        ["dossier", "pack", "iga", "3303-0001", *iga, "--out", out[3]],
        ["lab", "documents", "uji-2022", "--out", out[4]],
        ["catalogue", "list", "--xlsx", f"{OUT}/daftar.xlsx"],
        ["template", f"{OUT}/lengkapi.xlsx", "--lab", "uji-2022"],
        ["import", f"{OUT}/lengkapi.xlsx"],
    ]


def faults(folder: Path) -> Iterator[str]:
    """What does not open of all that was written, and names that Windows refuses."""
    for path in sorted(folder.rglob("*")):
        if WINDOWS.search(path.name):
            yield f"a name that Windows refuses: {path.name}"
        if path.is_file():
            try:
                _open(path)
            except Exception as fault:
                yield f"{path.name} does not open: {type(fault).__name__} {fault}"


def _open(path: Path) -> None:
    if path.suffix == ".docx":
        from docx import Document

        Document(str(path))
    elif path.suffix == ".xlsx":
        from openpyxl import load_workbook

        load_workbook(path)
    elif path.suffix == ".json":
        json.loads(path.read_text(encoding="utf-8"))
    elif path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            if broken := archive.testzip():
                raise ValueError(broken)
