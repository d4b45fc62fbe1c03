"""jejak export --csv and --parquet: what other programs read back is what the record says."""

import builtins
import csv
import json
import sqlite3
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from exporters.tables.csv_file import write_csv
from ledger.workspace.workspace import open_at
from projections.queries.data_tables import EVENTS, dictionary
from tests.helpers import invoke


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def bytes_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def written(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, dict[str, Any]]:
    """Both forms of the demo, and what the CSV export answered."""
    folder = tmp_path_factory.mktemp("tabel")
    done = invoke("export", "--csv", folder / "csv", "--json", "--home", demo)
    assert done.status == 0, done.err
    assert invoke("export", "--parquet", folder / "parquet", "--home", demo).status == 0
    return folder / "csv", folder / "parquet", done.data


def test_every_column_is_described() -> None:
    columns = [one for table in dictionary() for one in table.columns]
    assert [one for one in columns if not (one.meaning and one.unit and one.source)] == []
    assert [table.name for table in dictionary() if not table.about] == []
    # A meaning is words for people: none is the name of its own column.
    same = {one.column for one in columns if one.meaning == one.column}
    assert same == {"lab", "unit", "status"}


def test_csv_tells_every_event_and_every_row(demo: Path, written: tuple[Path, Path, dict[str, Any]]) -> None:
    folder, _parquet, data = written
    rows = {one["name"]: one["rows"] for one in data["tables"]}
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        [*(f"{name}.csv" for name in rows), "kamus-data.csv", "kamus-data.md"]
    )
    assert {name: len(read(folder / f"{name}.csv")) for name in rows} == rows
    with sqlite3.connect(next((demo / "views").glob("*.db"))) as connection:
        for name in rows.keys() - {EVENTS}:
            assert rows[name] == connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0], name
    events = read(folder / "events.csv")
    assert [int(one["position"]) for one in events] == list(range(1, data["position"] + 1))
    lines = folder.parent / "semua.jsonl"
    assert invoke("export", lines, "--home", demo).status == 0
    for one, line in zip(events, lines.read_text(encoding="utf-8").splitlines(), strict=True):
        told = json.loads(line)
        told["body"].pop("profile", None) if told["type"].startswith("person.") else None
        assert json.loads(one["body"]) == told["body"]
        assert (one["type"], one["stream"], one["occurred"]) == (
            told["type"], told["stream"], told["occurred"] or ""
        )  # fmt: skip


def test_parquet_holds_the_same_with_types_and_meanings(written: tuple[Path, Path, dict[str, Any]]) -> None:
    folder, parquet, data = written
    words = {True: "true", False: "false", None: ""}
    for one in data["tables"]:
        table = pq.read_table(parquet / f"{one['name']}.parquet")
        told = [
            {k: words.get(v, str(v)) if v is None or isinstance(v, bool) else str(v) for k, v in row.items()}
            for row in table.to_pylist()
        ]
        assert told == read(folder / f"{one['name']}.csv"), one["name"]
    field = pq.read_schema(parquet / "innovations.parquet").field("launched_on")
    assert field.metadata == {b"meaning": b"tanggal peluncuran"}
    types = {str(one.type) for one in pq.read_schema(parquet / "innovations.parquet")}
    assert types == {"string", "int64", "bool"}


def test_the_same_record_gives_the_same_bytes(
    demo: Path, tmp_path: Path, written: tuple[Path, Path, dict[str, Any]]
) -> None:
    for word, before in zip(("csv", "parquet"), written[:2], strict=True):
        assert invoke("export", f"--{word}", tmp_path / word, "--home", demo).status == 0
        assert bytes_in(tmp_path / word) == bytes_in(before)


def test_no_name_of_the_vault_is_told(demo: Path, written: tuple[Path, Path, dict[str, Any]]) -> None:
    profiles = open_at(demo).vault.all()
    everything = b"".join(bytes_in(written[0]).values())
    names = {value for values in profiles.values() for value in values.values() if value}
    assert len(names) > 10
    assert [one for one in [*names, *profiles] if one.encode() in everything] == []


def test_one_region(demo: Path, tmp_path: Path) -> None:
    folder = tmp_path / "csv"
    assert invoke("export", "--csv", folder, "--region", "33.73", "--home", demo).status == 0
    for path in folder.glob("*.csv"):
        if path.stem != "kamus-data":
            assert {one["stream"][:5] for one in read(path)} <= {"3373/"}, path.name
    assert read(folder / "innovations.csv")


def test_a_shared_ledger_gives_the_same_bytes_as_its_file(
    own_life: Path, postgres: str, tmp_path: Path
) -> None:
    from tests.helpers import moved

    assert invoke("export", "--csv", tmp_path / "berkas", "--home", own_life).status == 0
    home = moved(own_life, postgres)
    assert invoke("export", "--csv", tmp_path / "basis", "--home", home).status == 0
    assert bytes_in(tmp_path / "basis") == bytes_in(tmp_path / "berkas")


def test_as_a_spreadsheet_opens_it(demo: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = [("=1+1", None, "", True, 3), ('a;"b"\n', "-", "@x", False, -1)]
    write_csv(path, ["a", "b", "c", "d", "e"], rows, sheet=True)
    assert path.read_bytes().decode("utf-8") == (
        '\ufeffa;b;c;d;e\r\n\'=1+1;;"";true;3\r\n"a;""b""\n";\'-;\'@x;false;-1\r\n'
    )
    assert write_csv(path, ["a", "b", "c", "d", "e"], rows, sheet=False) == 2
    assert path.read_bytes().decode("utf-8") == (
        'a,b,c,d,e\r\n=1+1,,"",true,3\r\n"a;""b""\n",-,@x,false,-1\r\n'
    )
    assert invoke("export", "--csv", tmp_path / "x", "--excel", "--home", demo).status == 0
    assert (tmp_path / "x" / "units.csv").read_bytes().startswith(b"\xef\xbb\xbfstream;region;")


def test_words_that_do_not_go_together(demo: Path, tmp_path: Path) -> None:
    for words in ((), ("a.jsonl", "--csv", "x"), ("a.jsonl", "--excel"), ("--parquet", "x", "--excel")):
        assert invoke("export", *words, "--home", demo).status == 2
    (tmp_path / "penuh").mkdir()
    (tmp_path / "penuh" / "a").touch()
    done = invoke("export", "--csv", tmp_path / "penuh", "--home", demo)
    assert (done.status, done.err.splitlines()[0]) == (4, f"{tmp_path / 'penuh'} tidak kosong.")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["penuh"]


def test_without_its_library(demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    done = invoke("export", "--parquet", tmp_path / "x", "--home", demo)
    assert (done.status, done.err) == (
        5,
        "Pemasangan Jejak ini tidak dapat menulis Parquet.\n"
        "  Pasanglah: pip install --require-hashes -r requirements-parquet.lock; atau pakai --csv\n",
    )
    assert not (tmp_path / "x").exists()
