"""Rulebook files that are wrong, lost or altered."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ledger.workspace.workspace import open_at
from schemas import loader
from tests.e2e.rulebook_files import EDGE, OVER, RESTORE, THERE, file, take
from tests.helpers import invoke


def broken(**changes: Any) -> dict[str, Any]:
    return {**json.loads(loader.rulebook_bytes("kipp-2021-umum")), **changes}


def _source() -> dict[str, Any]:
    plain = json.loads(loader.rulebook_bytes("iga-2026"))
    plain["indicators"][0]["sources"] = ["TIADA"]
    plain["indicators"][1]["id"] = "regulation"
    return dict(plain)


WRONG: dict[str, tuple[Any, list[str]]] = {
    "no JSON": (
        b"{",
        [" berkasnya bukan JSON: terputus pada baris 1, huruf ke-2."],
    ),
    "nested too deeply": (
        b"[" * 100_000,
        [" berkasnya memuat bilangan yang terlalu panjang, atau bersarang terlalu dalam."],
    ),
    "a number too long": (
        b'{"id": ' + b"9" * 5_000 + b"}",
        [" berkasnya memuat bilangan yang terlalu panjang, atau bersarang terlalu dalam."],
    ),
    "a field twice": (
        b'{"id": "iga-2030", "id": "iga-2031"}',
        ["id  isian id ada dua kali."],
    ),
    "a value that is no JSON": (
        b'{"id": NaN}',
        [" berkasnya bukan JSON: NaN bukan bilangan."],
    ),
    "a list": ([1], [" aturan penilaian berupa objek JSON."]),
    "faults of the schema": (
        {"id": "IGA 2026", "over": "iga-2026", "changes": [], "lain": 1},
        [
            "$  tidak sesuai skemanya: isian lain tidak ada di sini.",
            "$.changes  tidak sesuai skemanya: isi [] kurang dari 1.",
            '$.id  tidak sesuai skemanya: "IGA 2026" tidak berpola ^[a-z][a-z0-9]*-[0-9]{4}(-[a-z]+)?$.',
        ],
    ),
    "places that are not there": (
        {**OVER, "changes": [EDGE, {"at": "sections/tiada/min_words", "to": 1}, {"at": "tiada", "to": 1}]},
        [
            "sections/tiada/min_words  aturan penilaian iga-2026 tidak memiliki letak itu.",
            "tiada  aturan penilaian iga-2026 tidak memiliki letak itu.",
        ],
    ),
    "a value that does not fit": (
        {**OVER, "changes": [{"at": "sections/design/min_words/value", "to": "banyak"}]},
        ['$.sections[7].min_words.value  tidak sesuai skemanya: "banyak" bukan bilangan bulat.'],
    ),
    "a day that does not exist": (
        {**OVER, "changes": [{"at": "window/to", "to": "2025-02-31"}]},
        ['$.window.to  "2025-02-31" bukan hari yang ada.'],
    ),
    "years that no calendar has": (
        {
            "id": "kipp-2099-umum",
            "over": "kipp-2023-umum",
            "changes": [{"at": "age/years/value", "to": 10**9}],
        },
        ["$.age.years.value  tidak sesuai skemanya: 1000000000 lebih dari 1000."],
    ),
    "a year beyond every calendar": (
        broken(year=1e16),
        ["$.year  tidak sesuai skemanya: 1e+16 lebih dari 2999."],
    ),
    "an id that does not fit": (
        broken(year=2022),
        ["$.id  id tidak sesuai dengan lomba, tahun, dan kelompok."],
    ),
    "a source that is not listed, and an id twice": (
        _source(),
        [
            "$.indicators.regulation  sumber TIADA tidak tercantum.",
            "$.indicators  id regulation tercantum dua kali.",
        ],
    ),
}


@pytest.mark.parametrize(("content", "said"), WRONG.values(), ids=WRONG)
def test_a_file_that_is_wrong_is_told_whole_and_nothing_is_recorded(
    edge: Path, tmp_path: Path, content: Any, said: list[str]
) -> None:
    before = (edge / "ledger.db").read_bytes()
    path = file(tmp_path, content)
    for verb in ("check", "add"):
        done = take(edge, path, verb)
        assert (done.status, done.out) == (3, "")
        assert done.err.splitlines() == [
            *(f"  aturan.json {one}" for one in said),
            f"aturan.json: {len(said)} kesalahan. Tidak ada yang dicatat.",
        ]
    assert (edge / "ledger.db").read_bytes() == before
    assert [one for one in (edge / "evidence").rglob("*") if one.is_file()] == []


def test_an_overlay_over_nothing(edge: Path, tmp_path: Path) -> None:
    done = take(edge, file(tmp_path, {**OVER, "over": "iga-1999"}))
    assert (done.status, done.err) == (2, f"Tidak ada aturan penilaian iga-1999.\n{THERE}")


@pytest.mark.parametrize(
    "verb", [("rulebook", "list"), ("eligibility", "list", "--award", "iga", "--year", "2026")]
)
def test_a_rulebook_file_that_is_gone_or_altered(edge: Path, tmp_path: Path, verb: tuple[str, ...]) -> None:
    sha256 = take(edge, file(tmp_path, OVER), "add", "--json").data["sha256"]
    path = open_at(edge).evidence.path(sha256)
    path.chmod(0o644)
    path.write_bytes(b"{}")
    done = invoke(*verb, "--home", edge)
    assert (done.status, done.out) == (5, "")
    assert done.err == f"Aturan penilaian dengan SHA-256 {sha256} telah diubah.\n{RESTORE}"
    path.unlink()
    done = invoke(*verb, "--home", edge)
    assert (done.status, done.out) == (5, "")
    assert done.err == f"Aturan penilaian dengan SHA-256 {sha256} tidak ada di ruang kerja.\n{RESTORE}"


def test_a_whole_number_with_a_point_is_whole(home: Path, tmp_path: Path) -> None:
    whole = loader.rulebook_bytes("kipp-2021-umum").replace(b'"year": 2021', b'"year": 2021.0')
    path = tmp_path / "aturan.json"
    path.write_bytes(whole)
    assert invoke("rulebook", "check", path, "--home", home).out == (
        "aturan.json benar: aturan penilaian kipp-2021-umum.\n"
    )
    assert invoke("rulebook", "add", path, "--home", home).status == 0
    shown = json.loads(invoke("rulebook", "show", "kipp-2021-umum", "--json", "--home", home).out)["data"]
    assert (shown["id"], shown["year"], type(shown["year"])) == ("kipp-2021-umum", 2021, int)
