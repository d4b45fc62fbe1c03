"""jejak database and jejak ledger copy: what they say, and with which status they end."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import psycopg
import pytest

from ledger.admin.copying import display_name
from ledger.errors import ConflictError
from ledger.workspace.workspace import create, open_at
from tests.helpers import ROOT, Done, invoke
from tests.ledger.office import Clock
from tests.postgres import VARIABLE, address
from tests.postgres import role as new_role

NEW = ("--region", "33.03", "--operator", "Nama Contoh", "--post", "Analis", "--command-id", "awal")
FSYNC = "Server berjalan tanpa fsync: listrik padam dapat merusak rekam jejak."
CHECK = "Jalankan: jejak database check"


def told(done: Done) -> tuple[int, str]:
    return done.status, done.err


@pytest.fixture
def named_url(postgres: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """An empty database that the environment names."""
    monkeypatch.setenv("JEJAK_DATABASE_URL", postgres)
    return postgres


@pytest.fixture
def role(named_url: str) -> Iterator[tuple[str, str]]:
    """A role without rights on a ledger: its name, and its own address of the database."""
    assert invoke("database", "migrate").status == 0
    with new_role(named_url) as (name, secret):
        yield name, address(named_url, user=name, password=secret)


def test_a_workspace_without_files_of_a_database_may_lie_in_a_synchronised_folder(
    named_url: str, tmp_path: Path
) -> None:
    home = tmp_path / "OneDrive - Pemkab" / "ruang"
    home.parent.mkdir()
    assert invoke("init", home, *NEW).status == 0
    assert invoke("catalogue", "list", "--home", home).status == 0
    assert sorted(path.name for path in home.iterdir()) == ["evidence", "jejak.toml"]


def test_tables_are_made_once_and_checked(named_url: str) -> None:
    place = display_name(named_url)
    assert told(invoke("database", "check")) == (
        5,
        f"Tidak ada rekam jejak rilis ini di {place}.\n"
        "  Pemiliknya membuat atau memperbarui tabel dengan: jejak database migrate\n",
    )
    assert invoke("database", "migrate").out == f"Tabel dan penjaganya dibuat di {place}.\n"
    assert invoke("database", "migrate").out == f"Tabel di {place} sudah mutakhir.\n"
    done = invoke("database", "check", "--json")
    assert (done.data["place"], done.data["layout"], done.data["position"]) == (place, 3, 0)
    assert (done.data["standing"], done.data["closed_by"]) == ("owner", None)
    assert [one for one in done.data["findings"] if one != FSYNC] == []


def test_guards_that_are_off_are_findings(named_url: str) -> None:
    invoke("database", "migrate")
    with psycopg.connect(named_url, autocommit=True) as connection:
        connection.execute("ALTER TABLE jejak.stored_events DISABLE TRIGGER events_update")
        connection.execute("DROP TRIGGER head_delete ON jejak.head")
    done = invoke("database", "check")
    assert done.status == 1
    assert [line for line in done.err.splitlines() if line != FSYNC] == [
        "Penjaga events_update dimatikan.",
        "Penjaga head_delete tidak ada.",
    ]


def test_rights_are_given_and_said(
    named_url: str, role: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    name, url = role
    assert told(invoke("database", "grant", "reader", "tidak_ada")) == (
        5,
        "Tidak ada peran tidak_ada di server.\n  Pengelola server membuatnya: CREATE ROLE tidak_ada LOGIN\n",
    )
    monkeypatch.setenv("JEJAK_DATABASE_URL", url)
    assert told(invoke("database", "check")) == (
        5,
        "Basis data menolak peran ini: permission denied for schema jejak.\n"
        "  Pemiliknya memberi hak dengan: jejak database grant\n",
    )
    monkeypatch.setenv("JEJAK_DATABASE_URL", named_url)
    assert invoke("database", "grant", "writer", name).out == f"{name} kini mempunyai hak: penulis\n"
    monkeypatch.setenv("JEJAK_DATABASE_URL", url)
    assert f"Anda {name}, dengan hak: penulis\n" in invoke("database", "check").out
    monkeypatch.setenv("JEJAK_DATABASE_URL", named_url)
    invoke("database", "grant", "reader", name)
    monkeypatch.setenv("JEJAK_DATABASE_URL", url)
    assert f"Anda {name}, dengan hak: pembaca\n" in invoke("database", "check").out


def test_right_too_many_is_a_finding(
    named_url: str, role: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    name, url = role
    invoke("database", "grant", "reader", name)
    with psycopg.connect(named_url, autocommit=True) as connection:
        connection.execute(f"GRANT DELETE ON jejak.refs TO {name}")
    monkeypatch.setenv("JEJAK_DATABASE_URL", url)
    done = invoke("database", "check")
    assert done.status == 1
    assert "Peran ini boleh DELETE pada jejak.refs, padahal tidak memerlukannya." in done.err.splitlines()


def test_workspace_with_a_file_has_no_database_to_check(home: Path) -> None:
    assert told(invoke("database", "check", "--home", home)) == (
        4,
        "Ruang kerja ini menyimpan rekam jejaknya dalam berkas, bukan di PostgreSQL.\n"
        "  Sebut basis datanya: JEJAK_DATABASE_URL=postgresql://user@host/database\n",
    )


def test_address_that_is_none_is_said(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JEJAK_DATABASE_URL", "mysql://x")
    said = (
        5,
        "JEJAK_DATABASE_URL bukan alamat basis data PostgreSQL.\n"
        "  Tulis sebagai postgresql://user@host/database, atau hilangkan.\n",
    )
    assert told(invoke("init", tmp_path / "baru", *NEW)) == said
    assert told(invoke("lab", "list", "--home", home)) == said
    assert not (tmp_path / "baru").exists()
    monkeypatch.delenv("JEJAK_DATABASE_URL")
    with (home / "jejak.toml").open("a", encoding="utf-8") as file:
        file.write('database_url = "mysql://x"\n')
    done = invoke("lab", "list", "--home", home)
    assert done.err.startswith(f"Pengaturan {home / 'jejak.toml'} tidak memuat database_url yang sah.\n")


def test_server_that_is_not_there_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JEJAK_DATABASE_URL", "postgresql://x:rahasia@127.0.0.1:1/jejak")
    done = invoke("init", tmp_path / "baru", *NEW)
    first, second = done.err.splitlines()[0], done.err.splitlines()[-1]
    assert done.status == 5
    assert first.startswith("Basis data rekam jejak tidak dapat dijangkau: ")
    assert second == "  Periksa jaringan dan servernya, lalu jalankan lagi perintah yang sama."
    assert "rahasia" not in done.err


def test_moving_a_ledger_says_what_went_along_and_what_comes_next(home: Path, postgres: str) -> None:
    root = invoke("ledger", "verify", "--json", "--home", home).data["root"]
    assert invoke("ledger", "copy", home, postgres).out == (
        "Tersalin: 2 peristiwa dalam 1 pencatatan, 1 data orang, 0 berkas bukti.\n"
        f"Akar {root}, sama di kedua sisi. Rekam jejak yang lama ditutup untuk pencatatan.\n"
        f'Selanjutnya: tulis di jejak.toml setiap ruang kerja: database_url = "{postgres}"\n'
    )
    recorded = invoke("correct", "2", "post", "Kepala", "--reason", "salah", "--yes", "--home", home)
    assert told(recorded) == (
        5,
        f"Rekam jejak ini ditutup: dilanjutkan di {display_name(postgres)}.\n"
        "  Catat di sana: database_url di jejak.toml, atau ruang kerja yang memuatnya.\n",
    )
    assert invoke("catalogue", "list", "--home", home).status == 0


def test_place_that_is_taken_and_the_same_place_are_refused(
    home: Path, postgres: str, tmp_path: Path
) -> None:
    assert invoke("ledger", "copy", home, home).status == 2
    invoke("init", tmp_path / "lain", *NEW)
    assert told(invoke("ledger", "copy", home, tmp_path / "lain")) == (
        4,
        f"{tmp_path / 'lain'} sudah berisi rekam jejak lain.\n"
        "  Sebut basis data yang kosong, atau folder baru.\n",
    )
    assert open_at(home).store().closed_by() is None


def test_damaged_ledger_stays_where_it_is(home: Path, postgres: str) -> None:
    with sqlite3.connect(home / "ledger.db") as connection:
        connection.execute("DROP TRIGGER events_update")
        connection.execute("UPDATE stored_events SET topic = 'x/1' WHERE rowid = 2")
    connection.close()
    assert told(invoke("ledger", "copy", home, postgres)) == (
        1,
        f"Rekam jejak {home} tidak bersih: 2 temuan, yang pertama pada posisi 2.\n"
        "  Jalankan: jejak ledger verify\n",
    )


def test_installation_without_postgresql_says_what_is_missing(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith(("psycopg", "ledger.postgres"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "psycopg", None)
    monkeypatch.setenv("JEJAK_DATABASE_URL", "postgresql://x@127.0.0.1:1/jejak")
    assert told(invoke("lab", "list", "--home", home)) == (
        5,
        "Jejak yang terpasang ini tidak dapat berhubungan dengan PostgreSQL.\n"
        "  Pasang dengan: pip install --require-hashes -r requirements-postgres.lock\n",
    )


def test_two_who_join_at_the_same_moment_do_not_act_as_one(tmp_path: Path, named_url: str) -> None:
    """The second gets the number that the first has taken meanwhile; nothing is recorded."""
    clock = Clock()
    how = {"region_code": "33.03", "name": "Nama", "post": "Analis"}
    create(tmp_path / "satu", **how, command_id="satu", now=clock)
    calls: list[int] = []

    def meanwhile() -> datetime:
        calls.append(1)
        if len(calls) == 1:
            create(tmp_path / "dua", **how, command_id="dua", now=clock)
        return clock()

    with pytest.raises(ConflictError) as caught:
        create(tmp_path / "tiga", **how, command_id="tiga", now=meanwhile)
    assert caught.value.why.text == (
        "Somebody else joined the ledger at the same moment; nothing was recorded."
    )
    assert open_at(tmp_path / "dua").store().head().position == 3


def test_damaged_evidence_is_named_and_left_behind(home: Path, tmp_path: Path) -> None:
    sha256 = open_at(home).evidence.keep_bytes(b"bukti")
    open_at(home).evidence.path(sha256).write_bytes(b"lain")
    done = invoke("ledger", "copy", home, tmp_path / "baru")
    assert told(done) == (
        1,
        f"Berkas bukti {sha256} rusak dan tidak disalin.\n"
        "  Ambil dari cadangan, lalu jalankan: jejak evidence check\n",
    )
    assert not open_at(tmp_path / "baru").evidence.has(sha256)


def test_without_a_server_the_tests_fail_and_name_the_variable() -> None:
    environment = os.environ | {VARIABLE: "postgresql://postgres@127.0.0.1:1/postgres"}
    words = (
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "tests/ledger/test_guards_postgres.py",
        "-k",
        "durably",
    )
    done = subprocess.run(
        [sys.executable, *words], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert f"{VARIABLE} names a server that does not answer" in done.stdout
    assert "skipped" not in done.stdout
