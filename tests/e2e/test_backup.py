"""Backup while in use, and restore that proves itself."""

import hashlib
import json
import sqlite3
import zipfile
from pathlib import Path

import pytest

from tests.helpers import invoke, moved

SATU, DUA, TIGA = (hashlib.sha256(f"Bukti {one}".encode()).hexdigest() for one in ("satu", "dua", "tiga"))


def test_a_backup_restores_to_the_same_lists_and_root(own_demo: Path, tmp_path: Path) -> None:
    (own_demo / "evidence" / "ab").mkdir(exist_ok=True)
    (own_demo / "evidence" / "ab" / "abcd").write_bytes(b"bukti")
    # What somebody laid there by hand is backed up and restored too.
    (own_demo / "evidence" / "Foto rapat (1) & bukti.jpg").write_bytes(b"foto")
    other = sqlite3.connect(own_demo / "ledger.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    file = tmp_path / "cadangan.zip"
    done = invoke("backup", file, "--json", "--home", own_demo)
    other.execute("ROLLBACK")
    other.close()
    assert done.status == 0, done.err
    assert (done.data["position"], done.data["files"]) == (3777, 31)
    checked = invoke("restore", file, "--check", "--json")
    assert (checked.status, checked.data["findings"]) == (0, 0)
    home = tmp_path / "pulih"
    assert invoke("restore", file, home).status == 0
    words = ("catalogue", "list", "--json", "--home")
    assert invoke(*words, home).data == invoke(*words, own_demo).data
    verified = invoke("ledger", "verify", "--json", "--home", home)
    assert (verified.status, verified.data["root"]) == (0, done.data["root"])
    assert (home / "evidence" / "ab" / "abcd").read_bytes() == b"bukti"
    assert (home / "evidence" / "Foto rapat (1) & bukti.jpg").read_bytes() == b"foto"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "cadangan.zip",
        "demo",
        "jejak-keys.db",
        "pulih",
    ]


@pytest.fixture(params=["sqlite", "postgres"])
def lived_in(request: pytest.FixtureRequest, own_demo: Path) -> Path:
    """The founding cases on either database."""
    return moved(own_demo, request.getfixturevalue("postgres")) if request.param == "postgres" else own_demo


def test_a_backup_tells_which_files_of_the_record_it_lacks(lived_in: Path, tmp_path: Path) -> None:
    for at, name in enumerate(("satu", "dua", "tiga")):
        (tmp_path / f"{name}.txt").write_text(f"Bukti {name}")
        done = invoke(
            "evidence", "add", tmp_path / f"{name}.txt", "--code", "3303-0169", "--kind", "sk",
            "--subject", f"Bukti {at}", "--home", lived_in,
        )  # fmt: skip
        assert done.status == 0, done.err
    gone, changed = (lived_in / "evidence" / one[:2] / one for one in (SATU, DUA))
    gone.unlink()
    changed.chmod(0o600)
    changed.write_text("lain")
    (file := tmp_path / "cadangan.zip").unlink(missing_ok=True)
    lines = [
        f"Berkas bukti {DUA[:2]}/{DUA} berubah; peristiwa 3779 menamainya.",
        f"Berkas bukti {SATU[:2]}/{SATU} tidak ada; peristiwa 3778 menamainya.",
    ]
    remedy = "  Kembalikan dari cadangan yang lebih lama; jejak evidence check menyebut tempatnya."
    done = invoke("backup", file, "--home", lived_in)
    assert done.status == 1
    assert sorted(done.err.splitlines()) == sorted([*lines, remedy, remedy])
    assert "tetapi 2 berkas bukti tidak ada atau berubah" in done.out
    checked = invoke("restore", "--check", file)
    assert (checked.status, sorted(checked.err.splitlines())) == (1, sorted(lines))
    assert checked.out == "2 temuan dalam cadangan pada posisi 3.780.\n"
    # What is there is backed up all the same.
    assert invoke("restore", file, tmp_path / "pulih").status == 0
    kept = lived_in / "evidence" / TIGA[:2] / TIGA
    assert (tmp_path / "pulih" / "evidence" / TIGA[:2] / TIGA).read_bytes() == kept.read_bytes()


def test_a_backup_is_never_written_over_and_a_full_folder_is_left_alone(
    own_demo: Path, tmp_path: Path
) -> None:
    file = tmp_path / "cadangan.zip"
    file.write_bytes(b"lama")
    assert invoke("backup", file, "--home", own_demo).status == 4
    assert file.read_bytes() == b"lama"
    assert invoke("backup", file, "--force", "--home", own_demo).status == 0
    before = sorted(path.name for path in own_demo.iterdir())
    assert invoke("restore", file, own_demo).status == 4
    assert sorted(path.name for path in own_demo.iterdir()) == before


def test_a_damaged_backup_is_named(own_demo: Path, tmp_path: Path) -> None:
    file = tmp_path / "cadangan.zip"
    assert invoke("backup", file, "--home", own_demo).status == 0
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    done = invoke("restore", "--check", file)
    assert (done.status, done.err.splitlines()[0]) == (3, "cadangan.zip bukan cadangan Jejak, atau rusak.")
    with zipfile.ZipFile(tmp_path / "lain.zip", "w") as changed:
        file.write_bytes(whole)
        with zipfile.ZipFile(file) as archive:
            for info in archive.infolist():
                data = archive.read(info)
                changed.writestr(info, b"operator = 1\n" if info.filename == "jejak.toml" else data)
    done = invoke("restore", tmp_path / "lain.zip", tmp_path / "pulih")
    assert (done.status, done.err.splitlines()[0]) == (3, "jejak.toml di dalam cadangan rusak.")
    assert not (tmp_path / "pulih").exists()


@pytest.mark.parametrize("field", [8, 10, 20], ids=["encrypted", "method", "size"])
def test_a_member_that_lies_about_itself_is_a_damaged_backup(demo: Path, tmp_path: Path, field: int) -> None:
    file = tmp_path / "cadangan.zip"
    assert invoke("backup", file, "--home", demo).status == 0
    raw = bytearray(file.read_bytes())
    at = raw.find(b"ledger.db", raw.find(b"PK\x01\x02")) - 46
    raw[at + field : at + field + 2] = b"\x63\x00"
    file.write_bytes(bytes(raw))
    for words in (["restore", "--check", file], ["restore", file, tmp_path / "pulih"]):
        done = invoke(*words)
        said = (done.status, done.err.splitlines()[0])
        assert said == (3, "cadangan.zip bukan cadangan Jejak, atau rusak.")
    assert not (tmp_path / "pulih").exists()


@pytest.mark.parametrize("name", ["../luar", "evidence/../../luar", "evidence/\x00", "a" * 300, "ledger.db"])
def test_a_backup_whose_files_are_not_those_of_a_workspace_is_damaged(tmp_path: Path, name: str) -> None:
    file = tmp_path / "cadangan.zip"
    manifest = {"format": 1, "position": 1, "root": "", "views": {}, "view_versions": {}}
    names = dict.fromkeys(("jejak.toml", "ledger.db", "vault.db"), hashlib.sha256(b"").hexdigest())
    files = {name: names[name]} if name in names else {**names, name: ""}
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("manifest.json", json.dumps({**manifest, "files": files}))
        for one in names:
            made.writestr(one, b"")
    done = invoke("restore", "--check", file)
    assert (done.status, done.err.splitlines()[0]) == (3, "cadangan.zip bukan cadangan Jejak, atau rusak.")
    assert not (tmp_path / "luar").exists()


def test_a_tampered_ledger_in_a_backup_is_found_by_the_check(own_demo: Path, tmp_path: Path) -> None:
    connection = sqlite3.connect(own_demo / "ledger.db", isolation_level=None)
    connection.execute("DROP TRIGGER events_update")
    connection.execute("UPDATE stored_events SET state = replace(state, 'Pasar', 'Lapak') WHERE rowid = 1014")
    connection.close()
    file = tmp_path / "cadangan.zip"
    assert invoke("backup", file, "--home", own_demo).status == 0
    assert invoke("restore", "--check", file).status == 1
