"""The rows of the sheets of competitions as lines of actions: the same rows."""

from __future__ import annotations

import json
from pathlib import Path

from importers import template
from tests.helpers import Done, invoke
from tests.importers.competing import BASE, COMPETING, IDENTITY, Rows


def take(home: Path, path: Path, rows: Rows) -> Done:
    template.write(path, rows=rows, identity=IDENTITY)
    return invoke("import", path, "--home", home)


def test_the_same_rows_as_lines(home: Path, tmp_path: Path) -> None:
    assert take(home, tmp_path / "dasar.xlsx", BASE).status == 0
    about = {"region": "33.03", "scope": "uji-2022"}
    of = {**about, "innovation": "INO-1"}
    support = {**of, "type": "innovation.record_support"}
    claim = {**of, "type": "entry.claim_level", "year": 2026}
    lines = [
        {**support, "key": "D-1", "kind": "executors", "role": "petugas loket", "count": 12},
        {**claim, "key": "K-2", "indicator": "dissemination", "level": 3, "verified": 1},
        {
            "type": "region.date_edition",
            "region": "33.03",
            "scope": None,
            "key": "J-1",
            "award": "kipp",
            "year": 2023,
            "milestone": "closes",
            "day": "2023-05-06",
        },
    ]
    path = tmp_path / "lomba.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
    assert invoke("import", path, "--home", home).status == 0
    assert invoke("import", path, "--home", home).out == "Tidak ada yang baru: 0 baru, 3 sama, 0 berbeda.\n"
    kept = {
        **BASE,
        "Pendukung": COMPETING["Pendukung"][:1],
        "Klaim IGA": COMPETING["Klaim IGA"][1:],
        "Jadwal": COMPETING["Jadwal"],
    }
    assert take(home, tmp_path / "lagi.xlsx", kept).out == "Tidak ada yang baru: 0 baru, 7 sama, 0 berbeda.\n"
    path.write_text(json.dumps({**claim, "key": "K-9", "indicator": "tiada", "level": 4}) + "\n")
    done = invoke("import", path, "--home", home)
    assert (done.status, done.out) == (3, "")
    places = [line.strip().split("  ")[0] for line in done.err.splitlines() if line.startswith("  #")]
    assert places == ["#1 indicator", "#1 level"]
