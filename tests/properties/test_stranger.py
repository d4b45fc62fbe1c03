"""A stranger's lab by script: the template holds it, keys join its files, and row order is nothing."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from domain.streams import code
from ledger.ports.vault import Profile
from ledger.sqlite.vault import VaultFile
from tests.helpers import Done, invoke
from tests.properties.stranger import FIRST, LAB, REGION, SECOND, Rows, dangling, fill, shuffled

SEEDS = (0, 1, 2, 3, 4, 5)
"""The rows as they stand here, and five shuffles."""
OWN = {"event", "recorded_at", "cell", "file", "actor", "sources", "position", "spoken_day"}
"""What an answer says about this import alone."""


def begin(folder: Path) -> Path:
    words = ("--region", REGION, "--operator", "Nama Contoh", "--post", "Analis")
    assert invoke("init", folder, *words).status == 0
    return folder


def take(home: Path, path: Path) -> Done:
    return invoke("import", path, "--home", home, "--json")


def ask(home: Path, *words: str) -> Any:
    done = invoke(*words, "--json", "--home", home)
    assert done.status == 0, done.err
    return done.data


def both(folder: Path, seed: int) -> tuple[Path, Path]:
    folder.mkdir(exist_ok=True)
    first = fill(folder / "daftar.xlsx", shuffled(FIRST, seed))
    return first, fill(folder / "inovasi.xlsx", shuffled(SECOND, seed))


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """The lab imported in the right order, once for each shuffle."""
    made = {}
    for seed in SEEDS:
        folder = tmp_path_factory.mktemp("bantul")
        made[seed] = begin(folder / "ruang")
        for path, found in zip(both(folder, seed), (FIRST, SECOND), strict=True):
            done = take(made[seed], path)
            assert done.status == 0, done.err
            assert done.data["new_by_sheet"] == {name: len(held) for name, held in found.items()}
    return made


def known(found: Rows) -> set[str]:
    """What cells may call the rows of a file: by key, parts of a split, and short names of units."""
    keys = {str(row["Kunci"]) for held in found.values() for row in held}
    parts = {f"{row['Kunci']}#{place}" for row in found["Pemecahan"] for place in (1, 2, 3)}
    return keys | parts | {str(row["Nama Singkat"]) for row in found["Unit"]}


def refused_cells(done: Done) -> list[str]:
    return [one["where"] for one in done.envelope["messages"] if one.get("where")]


@pytest.mark.parametrize("seed", SEEDS)
def test_in_the_wrong_order_every_dangling_key_is_named_and_nothing_is_written(
    tmp_path: Path, seed: int
) -> None:
    home = begin(tmp_path / "ruang")
    found = {"Lab": [{**FIRST["Lab"][0], "Selaras Misi": None}], **shuffled(SECOND, seed)}
    path = fill(tmp_path / "inovasi.xlsx", found)
    before = contents(home)
    done = take(home, path)
    assert done.status == 3
    wanted = list(dangling(path, found, known(FIRST) - {LAB}))
    assert len(wanted) == 11
    assert sorted(refused_cells(done)) == sorted(wanted)
    assert contents(home) == before


def test_without_its_lab_the_second_file_is_refused_at_the_lab(tmp_path: Path) -> None:
    home = begin(tmp_path / "ruang")
    before = contents(home)
    path = both(tmp_path / "berkas", 1)[1]
    done = take(home, path)
    assert done.status == 3
    of_region = {"Penghargaan": shuffled(SECOND, 1)["Penghargaan"]}
    assert refused_cells(done) == ["Identitas!B2", *dangling(path, of_region, known(FIRST))]
    assert contents(home) == before


def contents(home: Path) -> tuple[bytes, dict[str, Profile], list[str]]:
    """The ledger, the vault and the kept files."""
    people = VaultFile(home / "vault.db").all()
    files = sorted(str(path) for path in (home / "evidence").rglob("*"))
    return (home / "ledger.db").read_bytes(), people, files


def test_all_figures_come_out_as_counted_on_the_sheets(homes: dict[int, Path]) -> None:
    sources = [key.strip() for row in FIRST["Penggabungan"] for key in str(row["Ide Sumber"]).split(";")]
    parts = [title for row in FIRST["Pemecahan"] for title in str(row["Judul Baru"]).split(";")]
    endings = Counter(row["Keputusan"] for row in FIRST["Akhir Ide"])
    from_ideas = [row for row in SECOND["Inovasi"] if row["Ide"]]
    ideas = len(FIRST["Ide"]) + len(FIRST["Penggabungan"]) + len(parts)
    ended = len(sources) + len(FIRST["Pemecahan"]) + len(FIRST["Akhir Ide"]) + len(from_ideas)
    wanted = {
        "ideas_proposed": len(FIRST["Ide"]),
        "made_by_merge": len(FIRST["Penggabungan"]),
        "made_by_split": len(parts),
        "merged_away": len(sources),
        "split_away": len(FIRST["Pemecahan"]),
        "withdrawn": endings["ditarik"],
        "not_continued": endings["tidak dilanjutkan"],
        "open": ideas - ended,
        "designed": len(from_ideas),
        "innovations_designed": len(SECOND["Inovasi"]),
        "innovations_without_idea": len(SECOND["Inovasi"]) - len(from_ideas),
        "monitored": len({row["Inovasi"] for row in SECOND["Monitoring"]}),
        "displayed": 0,
    }
    for home in homes.values():
        funnel = ask(home, "lab", "funnel", LAB)
        assert {name: funnel[name] for name in wanted} == wanted
        stats = ask(home, "catalogue", "stats")
        assert stats["designed"]["by_kind"] == {"opd": 2, "puskesmas": 1, "bumd": 1}
        assert stats["implemented"]["total"] == len(SECOND["Penerapan"])
        (lab,) = ask(home, "lab", "list")["items"]
        assert (lab["units"], lab["ideas"]) == (len(FIRST["Peserta"]), len(FIRST["Ide"]))
        assert invoke("ledger", "verify", "--home", home).status == 0


def test_launches_without_a_ceremony_of_the_lab_count_too(homes: dict[int, Path]) -> None:
    for home in homes.values():
        assert ask(home, "lab", "funnel", LAB)["launched"] == len(SECOND["Peluncuran"])
        assert ask(home, "catalogue", "stats")["launched"]["by_kind"] == {"opd": 2, "bumd": 1}


def test_the_same_files_again_record_nothing(homes: dict[int, Path], tmp_path: Path) -> None:
    before = (homes[0] / "ledger.db").read_bytes()
    for path, found in zip(both(tmp_path, 2), (FIRST, SECOND), strict=True):
        done = take(homes[0], path)
        assert (done.status, done.data["same"]) == (0, sum(map(len, found.values()))), done.err
    assert (homes[0] / "ledger.db").read_bytes() == before


def keys(home: Path) -> dict[str, str]:
    """Code or stream to the key of the row that founded it."""
    connection = sqlite3.connect(home / "ledger.db")
    held = connection.execute("SELECT key, originator_id FROM reservations WHERE key LIKE 'row/%'").fetchall()
    connection.close()
    founding = ("Inovasi", "Ide", "Penggabungan")
    named = [(stream, *key.rsplit("/", 2)[1:]) for key, stream in held]
    found = {stream: key for stream, sheet, key in named if sheet in founding}
    assert len(found) == 13
    return found | {code(stream): key for stream, key in found.items()}


def neutral(found: Any) -> Any:
    """An answer without what only this import knows."""
    if isinstance(found, dict):
        return {name: neutral(value) for name, value in found.items() if name not in OWN}
    return [neutral(one) for one in found] if isinstance(found, list) else found


def catalogue_of(home: Path) -> dict[str, Any]:
    """The list and every page, with codes replaced by keys."""
    by_code = keys(home)
    items = ask(home, "catalogue", "list")["items"]
    pages = [[item, neutral(ask(home, "catalogue", "show", item["code"]))] for item in items]
    pattern = re.compile("|".join(sorted(map(re.escape, by_code), key=len, reverse=True)))
    told = json.loads(pattern.sub(lambda hit: by_code[hit[0]], json.dumps(pages)))
    return {item["code"]: [item, page] for item, page in told}


def test_the_order_of_rows_changes_nothing_but_codes(homes: dict[int, Path]) -> None:
    wanted = catalogue_of(homes[0])
    assert sorted(wanted) == ["IN-1", "IN-2", "IN-3", "IN-4"]
    assert wanted["IN-1"][0]["acronym"] == "RUMI"
    for home in homes.values():
        assert catalogue_of(home) == wanted
