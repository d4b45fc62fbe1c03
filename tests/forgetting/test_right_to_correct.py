"""A right to correction, and the trail of who was shown personal data."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import psycopg
import pytest

from ledger.factory import open_vault
from ledger.ports.vault import Read
from ledger.postgres.vault import PostgresVault
from ledger.workspace.workspace import open_at
from tests.forgetting.given import CORRECT, NAME, NIP, WHO, done, everywhere, forgotten, in_database
from tests.helpers import ROOT, invoke
from tests.postgres import address
from tests.postgres import role as new_role


def test_a_correction_destroys_the_wrong_version_and_shows_no_value(lived: Path) -> None:
    right = "Ratih Pujiastuti"
    said = done(lived, "person", "correct", WHO, "--yes", "--name", right, "--reason", "salah ketik").out
    assert said.startswith("Diperbaiki: Nama pada 3303-P0002. Versi yang keliru dihapus dari brankas")
    vault = open_at(lived).vault
    assert [one["name"] for one in vault.all().values() if one["civil_number"] == NIP] == [right]
    found = done(lived, "person", "show", WHO, "--json").data["versions"]
    assert [one["state"] for one in found] == ["absent", "destroyed", "current"]
    told = done(lived, "history", WHO).out
    told = " ".join(told.split())
    event = found[0]["event"]
    assert f"RALAT: data pribadi pada peristiwa {event}, hanya disimpan di brankas (salah ketik)." in told
    assert everywhere(lived) == []
    assert [one for one in in_database(lived) if one == NAME] == []
    assert NAME not in told
    assert right not in told


def test_what_is_already_so_is_not_corrected(lived: Path) -> None:
    again = done(lived, *CORRECT, status=4)
    assert again.err == "Nilainya memang sudah demikian.\n"
    asked = done(lived, "person", "correct", WHO, "--reason", "lupa", status=2)
    assert "Sebutkan yang benar: --name, --nip, --phone, atau --email." in asked.err


def test_a_name_that_is_filled_in_later_is_told_without_it(own_life: Path, tmp_path: Path) -> None:
    line = '{"type": "person.register", "region": "33.03", "key": "O-7", "post": "Camat Lain"%s}\n'
    path = tmp_path / "orang.jsonl"
    for more in ("", ', "name": "Budi Contoh Utama"'):
        path.write_text(line % more, encoding="utf-8")
        done(own_life, "import", path)
    told = " ".join(done(own_life, "history", "3303-P0004").out.split())
    assert f"DILENGKAPI: data pribadi pada peristiwa {116}, hanya disimpan di brankas." in told


def test_a_dry_run_of_a_correction_keeps_all(lived: Path) -> None:
    before = open_at(lived).vault.all()
    words = ("person", "correct", WHO, "--name", "Lain Sekali", "--reason", "uji", "--dry-run")
    assert done(lived, *words).out == "Akan memperbaiki Nama pada 3303-P0002. Tidak ada yang dicatat.\n"
    assert open_at(lived).vault.all() == before


def test_a_reason_holds_no_name(lived: Path) -> None:
    words = (
        "person",
        "correct",
        WHO,
        "--yes",
        "--name",
        "Ratih Pujiastuti",
        "--reason",
        "bukan Ratih Pujiastuti",
    )
    assert done(lived, *words, status=4).out == ""


def test_who_was_shown_what_is_noted_without_values(lived: Path) -> None:
    assert done(lived, "person", "reads").out.startswith("Belum ada perintah yang menampilkan data pribadi")
    done(lived, "person", "show", WHO)
    done(lived, "person", "show", "3303-P0003")
    done(lived, "person", "show", "3303-P0001", "--json")
    found = done(lived, "person", "reads", "--json").data["items"]
    assert [(one["by"], one["command"], one["persons"]) for one in found] == [
        ("3303-P0001", "person show", [WHO]),
        ("3303-P0001", "person show", ["3303-P0001"]),
    ]
    assert [one["persons"] for one in done(lived, "person", "reads", WHO, "--json").data["items"]] == [[WHO]]
    said = done(lived, "person", "show", WHO).out
    assert "Pernah ditampilkan 1 kali\n" in said
    assert f"Nama: {NAME}; NIP: {NIP}" in said
    assert everywhere(lived) == []


def test_an_application_with_names_is_noted_and_tells_the_forgotten_by_post(
    own_demo: Path, tmp_path: Path
) -> None:
    out = tmp_path / "isian.xlsx"
    words = ("dossier", "portal", "iga", "3303-0169", "--year", "2026", "--out", out, "--force")
    done(own_demo, *words)
    (line,) = done(own_demo, "person", "reads", "--json").data["items"]
    who = "3303-P0013"
    assert (line["command"], who in line["persons"]) == ("dossier portal", True)
    name = done(own_demo, "person", "show", who, "--json").data["versions"][0]["name"]
    assert name in _cells(out)
    ask = ("--basis", "permohonan", "--retention", "JRA", "--record", "BA 1")
    done(own_demo, "person", "forget", who, *ask)
    done(own_demo, "person", "confirm-forget", who, "--actor", "3303-P0006", "--yes")
    done(own_demo, *words)
    assert "(data pribadi dihapus)" in _cells(out)
    assert name not in _cells(out)


def _cells(path: Path) -> str:
    book = openpyxl.load_workbook(path)
    return "\n".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)


def test_read_only_media_show_and_say_that_nothing_is_noted(own_life: Path) -> None:
    done(own_life, *CORRECT)
    done(own_life, "lab", "list")
    shutil.copytree(own_life, own_life.parent / "salinan")
    limited = (
        "import resource, runpy, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)); sys.argv = sys.argv[1:];"
        "runpy.run_path(sys.argv[0], run_name='__main__')"
    )
    words = [sys.executable, "-c", limited, str(ROOT / "cli.py"), "person", "show", WHO]
    shown = subprocess.run(
        [*words, "--home", str(own_life)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (shown.returncode, NAME in shown.stdout) == (0, True), shown.stderr
    assert (
        "Jejak pembacaan tidak dapat ditulis di sini: penampilan data pribadi ini tidak dicatat."
        in shown.stderr
    )
    assert open_at(own_life).vault.reads() == []


@pytest.mark.parametrize("lived", ["postgres"], indirect=True)
def test_a_writer_who_does_not_own_the_tables_says_what_is_left_to_the_owner(
    lived: Path, request: pytest.FixtureRequest
) -> None:
    workspace = open_at(lived)
    assert workspace.database_url
    from ledger.admin import postgres_roles

    url = workspace.database_url
    with new_role(url) as (name, secret):
        postgres_roles.grant(url, "writer", name)
        vault = PostgresVault(address(url, user=name, password=secret))
        vault.note_read(Read("2026-01-01T00:00:00Z", "a", "person show", ("b",)))
        profiles = list(vault.all())
        assert vault.forget(profiles) == len(profiles)
        assert vault.destroyed(profiles) == set(profiles)
        found = [why for why in vault.clean() if why.text.startswith("The table {table} could not be")]
        assert [why.values["table"] for why in found] == ["vault_keys.keys", "vault.sealed", "vault.profiles"]
        assert found[0].text == (
            "The table {table} could not be rewritten with the rights of this role: its owner runs"
            " VACUUM FULL {table}."
        )


@pytest.mark.parametrize("lived", ["postgres"], indirect=True)
def test_a_database_holds_no_dead_row_of_a_forgotten_person(lived: Path) -> None:
    url = open_at(lived).database_url
    assert url
    kept, gone = (one for one in open_vault(url).lying() if one.key)
    forgotten(lived)
    assert [one.profile for one in open_vault(url).lying() if one.key] == [kept.profile]
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CHECKPOINT")
        query = "SELECT pg_read_binary_file(pg_relation_filepath(%s))"
        for table, stays, went in (
            ("vault.sealed", kept.box, gone.box),
            ("vault_keys.keys", kept.key, gone.key),
        ):
            (data,) = connection.execute(query, (table,)).fetchone() or (b"",)
            assert (stays in data, went in data) == (True, False), table


def test_nobody_is_shown_of_whom_nothing_is_kept(own_life: Path) -> None:
    done(own_life, "person", "show", "3303-P0003")
    assert invoke("person", "reads", "--json", "--home", own_life).data["items"] == []


def test_nothing_is_destroyed_before_somebody_agrees(lived: Path) -> None:
    before = open_at(lived).vault.all()
    asked = done(lived, "person", "correct", WHO, "--nip", "123", "--reason", "uji", status=4)
    assert asked.err == "Belum ada yang dicatat. Untuk mencatat: perintah yang sama dengan --yes.\n"
    assert open_at(lived).vault.all() == before
