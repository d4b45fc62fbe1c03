"""What is changed behind Jejak's back is found by the command that the auditors' page names, or by none."""

from __future__ import annotations

import json
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest

from benchmarks.generator import generate
from jejak_i18n import indonesian
from ledger import merkle
from ledger.workspace.workspace import open_at
from projections.storage.factory import generation_store_of
from schemas import loader
from tests.helpers import Done, invoke, moved
from tests.projections.behind import FILES, Behind
from tools.tampering import COLUMNS, WHOLE, Finding, page

KEYS = {
    "stored_events": "rowid",
    "appends": "first",
    "head": "one",
    "reservations": "key",
    "refs": "target",
    "layout": "one",
    "profiles": "profile",
    "sealed": "profile",
    "keys": "profile",
    "reads": "number",
    "roles": "role",
    "profile_regions": "profile",
    "merged_from": "first",
}


def other(value: Any) -> Any:
    """A value with one byte changed."""
    if isinstance(value, int):
        return value + 1024
    if value is None:
        return "x"
    if isinstance(value, list):
        return [other(one) for one in value]
    at = len(value) // 2
    if isinstance(value, str):
        return f"{value[:at]}{chr(ord(value[at]) ^ 4)}{value[at + 1 :]}"
    return value[:at] + bytes((value[at] ^ 1,)) + value[at + 1 :]


def says(done: Done, found: Finding) -> bool:
    """Whether a command says what the table tells, its values aside."""
    if not found.says:
        return True
    text = indonesian(found.says)
    at, said = 0, done.err + done.out
    for part in (one.partition("}")[2] if "}" in one else one for one in text.split("{")):
        at = said.find(part, at)
        if at < 0:
            return False
    return True


@pytest.mark.parametrize("part", FILES)
def test_a_changed_byte_of_any_column_of_any_table(own_life: Path, part: str) -> None:
    behind = Behind.of(own_life, part)
    if part == "ledger":
        behind.drop_guards()
    columns = list(behind.columns())
    assert columns
    for table, column in columns:
        _assert_found(behind, table, column)
    assert invoke("ledger", "verify", "--home", own_life).status == 0


def _assert_found(behind: Behind, table: str, column: str) -> None:
    found = COLUMNS[table][column]
    done = _with_other_byte(behind, table, column)
    assert (done is None) == found.refused, (table, column)
    if done is None:
        return
    assert (done.status != 0) == bool(found.command), (table, column)
    assert says(done, found), (table, column, done.err)
    if found.column:
        assert f"kolom {column} " in done.err


@pytest.fixture
def merged(base: str, filed_life: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A workspace into which the small lab was merged, signed with a key that was named."""
    source = Path(shutil.copytree(filed_life, tmp_path / "asal"))
    key = invoke("ledger", "key", "--json", "--home", source).data["verifier"]
    assert invoke("ledger", "checkpoint", "--home", source).status == 0
    province = tmp_path / "jateng"
    words = ("--region", "33", "--operator", "Nama Contoh", "--post", "Analis")
    assert invoke("init", province, *words).status == 0
    if base == "postgres":
        moved(province, request.getfixturevalue("postgres"))
    done = invoke("ledger", "merge", source, "--key", key, "--home", province)
    assert done.status == 0, done.err
    return province


def test_a_changed_byte_of_where_a_merged_part_came_from(merged: Path) -> None:
    behind = Behind.of(merged)
    behind.drop_guards()
    columns = [column for table, column in behind.columns() if table == "merged_from"]
    assert sorted(columns) == sorted(COLUMNS["merged_from"])
    for column in columns:
        _assert_found(behind, "merged_from", column)
    assert invoke("ledger", "verify", "--home", merged).status == 0
    origin = open_at(merged).store().merged()[0].origin
    behind.execute("UPDATE merged_from SET regions = '33,3303'")
    assert invoke("ledger", "verify", "--home", merged).err.splitlines()[0].split("  ")[-1] == (
        f"Daerah dari yang digabungkan dari {origin} bukan yang tercatat."
    )


def _with_other_byte(behind: Behind, table: str, column: str) -> Done | None:
    """What verify says while one value differs; None where the database refuses."""
    key = KEYS[table]
    values = behind.execute(f"SELECT {column}, {key} FROM {table} ORDER BY {key}, {column}")
    if not values:
        return invoke("ledger", "verify", "--home", behind.workspace.home)
    was, place = values[len(values) // 2]
    same = f"{column} IS NOT DISTINCT FROM ?" if behind.url else f"{column} IS ?"
    change = f"UPDATE {table} SET {column} = ? WHERE {key} = ? AND {same}"
    try:
        behind.execute(change, (other(was), place, was))
    except (sqlite3.IntegrityError, psycopg.IntegrityError):
        return None
    done = invoke("ledger", "verify", "--home", behind.workspace.home)
    behind.execute(change, (was, other(place) if key == column else place, other(was)))
    return done


def test_a_key_of_another_vault_is_told(own_life: Path) -> None:
    Behind.of(own_life, "keys").execute("UPDATE keys SET key = ?", (bytes(32),))
    assert invoke("ledger", "verify", "--home", own_life).err == (
        "  2  Data pribadi yang disebut peristiwa ini tidak dapat dibuka: brankas atau kuncinya berubah.\n"
    )


def test_without_its_keys_nobody_can_tell(own_life: Path) -> None:
    """As after a restore without the key file."""
    Behind.of(own_life, "keys").execute("DELETE FROM keys")
    assert invoke("ledger", "verify", "--home", own_life).status == 0


def test_the_table_names_no_column_that_is_gone(own_life: Path) -> None:
    there = {one for part in FILES for one in Behind.of(own_life, part).columns()}
    named = {(table, column) for table, columns in COLUMNS.items() for column in columns}
    assert {table for table, _ in named - there} <= {
        "layout",
        "merged_from",
        "profiles",
        "roles",
        "profile_regions",
    }


def test_the_page_tells_the_same() -> None:
    path = Path(__file__).parents[2] / "docs" / "audit.md"
    assert path.read_text(encoding="utf-8") == page()


def _verify(home: Path) -> Done:
    return invoke("ledger", "verify", "--home", home)


def _signed(home: Path, change: Callable[[Behind], None]) -> Done:
    """What checkpoint says after a change between two of them."""
    assert invoke("ledger", "key", "--home", home).status == 0
    assert invoke("ledger", "checkpoint", "--home", home).status == 0
    change(_open(home))
    return invoke("ledger", "checkpoint", "--home", home)


def _open(home: Path) -> Behind:
    behind = Behind.of(home)
    behind.drop_guards()
    return behind


def _changed(home: Path, *statements: str, vault: bool = False) -> Done:
    behind = Behind.of(home, "vault") if vault else _open(home)
    for statement in statements:
        behind.execute(statement)
    return _verify(home)


def _insert(home: Path) -> Done:
    columns = "originator_id, {version}, topic, state, recorded_at, leaf"
    names = columns.format(version="originator_version")
    values = columns.format(version="originator_version + 1")
    return _changed(
        home,
        f"INSERT INTO stored_events (rowid, {names})"
        f" SELECT 116, {values} FROM stored_events WHERE rowid = 115",
    )


def _swap(home: Path) -> Done:
    moves = ((58, 900), (59, 58), (900, 59))
    return _changed(
        home, *(f"UPDATE stored_events SET rowid = {to} WHERE rowid = {was}" for was, to in moves)
    )


def _rewritten(behind: Behind) -> None:
    """One event and all that covers it, as whoever knows the code would."""
    ((stream, version, topic, state, at),) = behind.execute(
        "SELECT originator_id, originator_version, topic, state, recorded_at FROM stored_events"
        " WHERE rowid = 40"
    )
    state = bytes(state).replace(b"a", b"b", 1)
    leaf = merkle.leaf_hash(stream, version, topic, 40, at, state)
    behind.execute("UPDATE stored_events SET state = ?, leaf = ? WHERE rowid = 40", (state, leaf))
    _joined(behind)


def _joined(behind: Behind) -> None:
    leaves = [bytes(row[0]) for row in behind.execute("SELECT leaf FROM stored_events ORDER BY rowid")]
    behind.execute("UPDATE head SET frontier = ?", (merkle.extend(b"", 0, leaves),))


def _rolled_back(behind: Behind) -> None:
    ((first,),) = behind.execute("SELECT max(first) FROM appends")
    behind.execute("DELETE FROM stored_events WHERE rowid >= ?", (first,))
    behind.execute("DELETE FROM appends WHERE first >= ?", (first,))
    ((at,),) = behind.execute("SELECT recorded_at FROM stored_events WHERE rowid = ?", (first - 1,))
    behind.execute("UPDATE head SET position = ?, recorded_at = ?", (first - 1, at))
    _joined(behind)


def _replaced(behind: Behind) -> None:
    """Another region's ledger in the place of this one."""
    path = generate(behind.workspace.home / "lain.db", events=800, seed=5, region="33.05").path
    for table in ("stored_events", "appends", "head"):
        behind.execute(f"DELETE FROM {table}")
        with closing(sqlite3.connect(path)) as there:
            rows = there.execute(f"SELECT * FROM {table}").fetchall()
        marks = ",".join("?" * len(rows[0]))
        for row in rows:
            behind.execute(f"INSERT INTO {table} VALUES ({marks})", row)


def _other_vault(home: Path) -> Done:
    done = _changed(home, "UPDATE sealed SET profile = 'x' || profile", vault=True)
    assert done.err.strip() == (
        "2  Data pribadi yang disebut peristiwa ini tidak ada di brankas: brankasnya milik rekam jejak lain,"
        " atau salinan lama."
    )
    return done


def _older_vault(home: Path) -> Done:
    operator = "(SELECT min(profile) FROM sealed)"
    return _changed(home, f"DELETE FROM sealed WHERE profile > {operator}", vault=True)


def _evidence(home: Path) -> Done:
    path = home / "satu.pdf"
    path.write_bytes(b"satu")
    assert invoke("evidence", "add", path, "--code", "SIMPEL", "--home", home).status == 0
    (kept,) = [one for one in (home / "evidence").rglob("*") if one.is_file()]
    kept.chmod(0o644)
    kept.write_bytes(b"sayu")
    return invoke("evidence", "check", "--home", home)


def _rulebook(home: Path) -> Done:
    path = home / "aturan.json"
    book = json.loads(loader.rulebook_bytes("kipp-2021-umum"))
    path.write_text(json.dumps(book), encoding="utf-8")
    assert invoke("rulebook", "add", path, "--home", home).status == 0
    (kept,) = [one for one in (home / "evidence").rglob("*") if one.is_file()]
    kept.chmod(0o644)
    kept.write_bytes(other(kept.read_bytes()))
    return invoke("rulebook", "list", "--home", home)


def _dossier(home: Path) -> Done:
    out = home / "paket.zip"
    done = invoke("dossier", "pack", "iga", "SIMPEL", "--year", "2026", "--out", out, "--home", home)
    assert done.status == 0, done.err
    with zipfile.ZipFile(out) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(out, "w") as archive:
        for name, raw in held.items():
            spoilt = name.partition("/")[2].startswith("data/iga") and name.endswith(".json")
            archive.writestr(name, other(raw) if spoilt else raw)
    return invoke("dossier", "verify", out, "--alone")


def _view(home: Path) -> Done:
    assert invoke("catalogue", "list", "--home", home).status == 0
    stored = generation_store_of(open_at(home)).today()
    assert stored is not None
    with closing(stored):
        stored.execute("UPDATE innovations SET title = 'Lain'")
    return invoke("projections", "verify", "--home", home)


DONE: dict[str, Callable[[Path], Done]] = {
    "delete": lambda home: _changed(home, "DELETE FROM stored_events WHERE rowid = 58"),
    "insert": _insert,
    "swap": _swap,
    "truncate": lambda home: _changed(home, "DELETE FROM stored_events WHERE rowid > 110"),
    "rewrite": lambda home: _signed(home, _rewritten),
    "rollback": lambda home: _signed(home, _rolled_back),
    "stranger": lambda home: _signed(home, _replaced),
    "vault": _other_vault,
    "old_vault": _older_vault,
    "evidence": _evidence,
    "rulebook": _rulebook,
    "dossier": _dossier,
    "view": _view,
}


def test_all_that_the_table_names_is_done() -> None:
    assert sorted(DONE) == sorted(WHOLE)


@pytest.mark.parametrize("what", WHOLE)
def test_what_is_done_to_a_workspace_as_a_whole(own_life: Path, what: str) -> None:
    found = WHOLE[what][1]
    done = DONE[what](own_life)
    assert (done.status != 0) == bool(found.command), done.err
    assert says(done, found), done.err + done.out
