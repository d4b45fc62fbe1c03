"""jejak doctor: each check stands alone, and each finding comes with its remedy."""

import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import psycopg
import pytest

from ledger.workspace.workspace import open_at
from tests.helpers import Done, invoke, note

OURS = ("settings", "place", "disk", "time_zone", "clock", "ledger", "evidence", "rulebooks", "templates")


def look(home: Path, *words: str | Path) -> Done:
    return invoke("doctor", "--json", "--home", home, *words)


def found(done: Done) -> dict[str, dict[str, Any]]:
    return {one["name"]: one for one in done.data["checks"]}


def statuses(done: Done) -> dict[str, str]:
    return {name: one["status"] for name, one in found(done).items()}


def test_a_sound_workspace(own_life: Path, tmp_path: Path) -> None:
    (own_life / "jejak.key").unlink(missing_ok=True)
    before = look(own_life)
    assert before.status == 0, found(before)
    assert [found(before)[name]["status"] for name in ("proofs", "backup", "restore")] == ["warning"] * 3
    assert [name for name in OURS if statuses(before)[name] != "ok"] == []
    for words in (("ledger", "key"), ("ledger", "checkpoint"), ("backup", tmp_path / "c.zip", "--check")):
        assert invoke(*words, "--home", own_life).status == 0
    after = look(own_life, "--full")
    assert after.status == 0
    assert [statuses(after)[name] for name in ("proofs", "backup", "restore")] == ["ok"] * 3
    assert "semua ada dan tidak berubah" in found(after)["evidence"]["text"]


def test_what_was_recorded_since_the_last_backup_is_counted(own_life: Path, tmp_path: Path) -> None:
    file = tmp_path / "c.zip"
    assert invoke("backup", file, "--home", own_life).status == 0
    assert statuses(look(own_life))["restore"] == "warning"
    assert invoke("restore", "--check", file, "--home", own_life).status == 0
    assert statuses(look(own_life))["restore"] == "ok"
    note(own_life, tmp_path)
    told = found(look(own_life))["backup"]
    assert told["status"] == "warning"
    assert told["text"].startswith("1 peristiwa dicatat sejak cadangan terakhir, ")
    # A backup of another ledger says nothing of this one.
    (own_life / "upkeep.json").unlink()
    other = tmp_path / "lain"
    words = ("--region", "33.05", "--operator", "Nama Contoh", "--post", "Analis")
    assert invoke("init", other, *words).status == 0
    assert invoke("restore", "--check", file, "--home", other).status == 0
    assert not (other / "upkeep.json").exists()


def test_every_check_stands_alone_in_a_broken_workspace(own_life: Path) -> None:
    (own_life / "jejak.toml").write_text("region = ", encoding="utf-8")
    (own_life / "vault.db").unlink()
    with sqlite3.connect(own_life / "ledger.db") as connection:
        connection.execute("DROP TRIGGER events_update")
        connection.execute("DROP TRIGGER head_delete")
        connection.execute("CREATE TRIGGER head_delete BEFORE DELETE ON head BEGIN SELECT 1; END")
        connection.execute("CREATE TRIGGER sisip AFTER INSERT ON refs BEGIN SELECT 1; END")
    done = look(own_life)
    assert done.status == 1
    told = found(done)
    assert told["guards"]["details"] == [
        "Penjaga events_update tidak ada.",
        "Penjaga head_delete bukan yang dari rilis ini.",
        "Trigger sisip bukan milik Jejak.",
    ]
    assert told["rights"]["text"] == f"Brankas {own_life / 'vault.db'} hilang."
    failed = {name for name, status in statuses(done).items() if status == "failed"}
    assert failed == {"settings", "time_zone", "guards", "rights"}
    assert all(one["remedy"] for one in told.values() if one["status"] == "failed")
    assert (done.data["failed"], told["evidence"]["status"]) == (4, "ok")


def test_a_ledger_that_is_no_database_fails_what_needs_it_and_nothing_else(own_life: Path) -> None:
    (own_life / "ledger.db").write_bytes(b"bukan basis data" * 100)
    done = look(own_life)
    assert done.status == 1
    told = statuses(done)
    assert {told[name] for name in ("ledger", "guards", "clock", "evidence")} == {"failed"}
    assert {told[name] for name in ("settings", "place", "rights", "disk", "time_zone")} == {"ok"}
    screen = invoke("doctor", "--home", own_life).out
    assert "Traceback" not in screen
    assert "✗ Rekam jejak" in screen


def test_missing_and_altered_evidence(own_demo: Path, tmp_path: Path) -> None:
    (tmp_path / "satu.txt").write_text("Bukti satu")
    words = ("--code", "3303-0169", "--kind", "sk", "--subject", "Bukti", "--home", own_demo)
    assert invoke("evidence", "add", tmp_path / "satu.txt", *words).status == 0
    evidence = open_at(own_demo).evidence
    path = next(
        one for one in evidence.folder.rglob("*") if one.is_file() and one.read_bytes() == b"Bukti satu"
    )
    path.chmod(0o600)
    path.write_text("Bukti dua!")
    assert statuses(look(own_demo))["evidence"] == "ok"
    full = look(own_demo, "--full")
    assert found(full)["evidence"]["details"] == [
        f"Berkas bukti {path.name} berubah; peristiwa 3778 menamainya."
    ]
    path.unlink()
    assert statuses(look(own_demo))["evidence"] == "failed"


def test_a_folder_that_is_synchronised(own_life: Path, tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - Pemkab" / "ruang"
    shutil.copytree(own_life, folder)
    told = found(look(folder))["place"]
    assert told["status"] == "failed"
    assert "disinkron" in told["text"]
    assert "PostgreSQL" in told["remedy"]


def test_a_changed_history_fails_the_proofs(own_life: Path) -> None:
    for word in ("key", "checkpoint"):
        assert invoke("ledger", word, "--home", own_life).status == 0
    path = next((own_life / "checkpoints").glob("*.txt"))
    origin, _size, *rest = path.read_text(encoding="utf-8").split("\n")
    path.write_text("\n".join([origin, "1", *rest]), encoding="utf-8")
    assert statuses(look(own_life))["proofs"] == "failed"
    (own_life / "jejak.key").chmod(0o644)
    told = found(look(own_life))["rights"]
    assert (told["status"], told["remedy"]) == ("warning", "Cabut hak orang lain: chmod 600 BERKAS")


def test_own_templates_are_tried(own_life: Path, tmp_path: Path) -> None:
    good, bad = tmp_path / "baik.docx", tmp_path / "buruk.docx"
    assert invoke("dossier", "template", "iga", "--out", good).status == 0
    bad.write_bytes(b"PK tidak")
    assert statuses(look(own_life, "--template", f"iga={good}"))["templates"] == "ok"
    told = found(look(own_life, "--template", f"kipp={bad}"))["templates"]
    assert told["status"] == "failed"
    assert "buruk.docx" in told["text"]
    assert look(own_life, "--template", "lain").status == 2


def test_without_a_workspace_only_the_computer_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = invoke("doctor", "--json")
    assert done.status == 1
    assert list(statuses(done)) == ["versions", "libraries", "fonts", "office", "settings"]
    assert statuses(done)["settings"] == "failed"


def test_a_shared_ledger(on_postgres: Path) -> None:
    done = look(on_postgres)
    told = found(done)
    assert told["ledger"]["text"].startswith("Rekam jejak terbuka di PostgreSQL ")
    details = [one for one in told["guards"]["details"] if "fsync" not in one]
    assert details == []
    url = open_at(on_postgres).database_url
    assert url is not None
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "CREATE OR REPLACE FUNCTION jejak.refuse() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RETURN NEW; END $$"
        )
        connection.execute("DROP TRIGGER events_delete ON jejak.stored_events")
        connection.execute(
            "CREATE TRIGGER events_delete BEFORE DELETE ON jejak.stored_events "
            "EXECUTE FUNCTION jejak.refuse('lain')"
        )
    details = [one for one in found(look(on_postgres))["guards"]["details"] if "fsync" not in one]
    assert details == [
        "Penjaga events_delete bukan yang dari rilis ini.",
        "Penjaga refuse() bukan yang dari rilis ini.",
    ]
    assert invoke("database", "migrate", "--home", on_postgres).status == 0
    mended = found(look(on_postgres))["guards"]
    assert [one for one in mended["details"] if "fsync" not in one] == []


def test_the_remembered_backup_is_no_record(own_life: Path, tmp_path: Path) -> None:
    (own_life / "upkeep.json").write_text("{rusak", encoding="utf-8")
    assert statuses(look(own_life))["backup"] == "warning"
    assert invoke("backup", tmp_path / "c.zip", "--home", own_life).status == 0
    assert json.loads((own_life / "upkeep.json").read_text())["backup"]["findings"] == 0
    assert statuses(look(own_life))["backup"] == "ok"
