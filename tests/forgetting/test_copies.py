"""Backups and their keys: what an older copy still tells, and what it tells no more."""

from __future__ import annotations

import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from ledger.errors import ConflictError, LedgerError
from ledger.sqlite.vault import VaultFile
from ledger.workspace.workspace import open_at
from projections.maintenance import backup, key_file
from projections.queries.person_names import person_names
from projections.read_session import open_session
from tests.forgetting.given import CORRECT, NAME, NIP, PERSON, WHO, done, everywhere, forgotten
from tests.helpers import invoke


def restored(file: Path, home: Path, *words: str | Path) -> dict[str, int]:
    """Restores a backup; its answer."""
    answer = invoke("restore", file, home, "--json", *words)
    assert answer.status == 0, answer.err
    found: dict[str, int] = answer.data
    return found


def told(home: Path) -> dict[str, str]:
    """How the person and the operator are told in an application."""
    with closing(open_session(open_at(home))) as session:
        return person_names(session, [PERSON, "3303/person/000001"])


def test_an_older_backup_with_the_newest_keys_tells_the_others_alone(lived: Path, tmp_path: Path) -> None:
    safe, old, new = tmp_path / "aman", tmp_path / "lama.zip", tmp_path / "baru.zip"
    safe.mkdir()
    keys = safe / "kunci.db"
    done(lived, "backup", old, "--keys", keys)
    older_keys = Path(shutil.copy(keys, tmp_path / "kunci lama.db"))
    assert everywhere(safe, tmp_path / "aman") == []
    assert _in_zip(old) == []
    assert restored(old, tmp_path / "utuh", "--keys", keys)["unread"] == 0
    assert told(tmp_path / "utuh")[PERSON] == f"{NAME}, NIP {NIP}"
    forgotten(lived)
    done(lived, "backup", new, "--keys", keys)
    # The ledger of then knows nothing of it; the keys of today do.
    assert restored(old, tmp_path / "satu", "--keys", keys)["unread"] == 1
    assert told(tmp_path / "satu") == {
        PERSON: "Kepala Dinas Perdagangan (data pribadi dihapus)",
        "3303/person/000001": "Nama Contoh",
    }
    # The ledger of today knows it, whatever keys somebody kept.
    restored(new, tmp_path / "dua", "--keys", older_keys)
    assert told(tmp_path / "dua") == told(tmp_path / "satu")
    assert everywhere(tmp_path / "dua") == []
    assert everywhere(tmp_path / "satu") == []
    done(tmp_path / "dua", "ledger", "verify")


def _in_zip(file: Path) -> list[str]:
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        assert "vault-keys.db" not in names
        return [name for name in names if NAME.encode() in archive.read(name)]


def test_a_backup_without_keys_tells_no_name_and_says_so(lived: Path, tmp_path: Path) -> None:
    done(lived, "backup", tmp_path / "cadangan.zip")
    (tmp_path / "jejak-keys.db").unlink()
    answer = invoke("restore", tmp_path / "cadangan.zip", tmp_path / "pulih")
    assert answer.status == 0
    assert answer.err == (
        "Nama dari 2 profil tidak dapat dibaca: tidak ada kunci yang membukanya.\n"
        "  Bila tidak dihapus, pulihkan lagi dengan berkas kunci terbaru: --keys BERKAS\n"
    )
    assert told(tmp_path / "pulih")[PERSON] == "Kepala Dinas Perdagangan (nama tidak tersimpan)"
    said = done(tmp_path / "pulih", "person", "show", WHO).out
    assert "tidak dapat dibaca dengan kunci ruang kerja ini" in said
    done(tmp_path / "pulih", *CORRECT)
    assert told(tmp_path / "pulih")[PERSON] == f"{NAME}, NIP {NIP}"


def test_the_key_file_beside_a_backup_is_replaced_and_taken_of_itself(own_life: Path, tmp_path: Path) -> None:
    done(own_life, "backup", tmp_path / "satu.zip")
    said = done(own_life, "backup", tmp_path / "dua.zip").out
    assert f"Kunci nama: {tmp_path / 'jejak-keys.db'}. Simpan berkas ini terpisah dari cadangan" in said
    assert sorted(path.name for path in tmp_path.glob("*.*")) == ["dua.zip", "jejak-keys.db", "satu.zip"]
    assert restored(tmp_path / "satu.zip", tmp_path / "pulih")["unread"] == 0


def test_the_key_file_of_another_ledger_is_left_alone(own_life: Path, home: Path, tmp_path: Path) -> None:
    done(own_life, "backup", tmp_path / "satu.zip")
    refused = invoke("backup", tmp_path / "dua.zip", "--home", home)
    assert (refused.status, refused.err) == (
        4,
        f"{tmp_path / 'jejak-keys.db'} bukan berkas kunci rekam jejak ini, dan tidak diganti.\n"
        "  Sebutkan tempat lain untuk kuncinya: --keys BERKAS\n",
    )
    assert not (tmp_path / "dua.zip").exists()
    done(home, "backup", tmp_path / "dua.zip", "--keys", tmp_path / "lain.db")
    with pytest.raises(ConflictError) as caught:
        backup.restore(tmp_path / "dua.zip", tmp_path / "pulih", tmp_path / "jejak-keys.db")
    assert caught.value.why.text == "{path} is not the key file of this ledger."
    assert caught.value.remedy
    assert caught.value.remedy.text == "Take the newest key file of the same ledger."
    assert not (tmp_path / "pulih").exists()


@pytest.mark.parametrize("damage", [b"", b"SQLite format 3\x00", b"bukan kunci"])
def test_a_file_that_holds_no_keys_is_told(own_life: Path, tmp_path: Path, damage: bytes) -> None:
    done(own_life, "backup", tmp_path / "cadangan.zip")
    (tmp_path / "jejak-keys.db").write_bytes(damage)
    for words in (("restore", tmp_path / "cadangan.zip", tmp_path / "pulih"),):
        answer = invoke(*words)
        assert (answer.status, answer.err) == (
            3,
            f"{tmp_path / 'jejak-keys.db'} bukan berkas kunci Jejak, atau rusak.\n"
            "  Ambil berkas kunci terbaru; jejak backup menulisnya di samping cadangan.\n",
        )
    with pytest.raises(LedgerError):
        key_file.require_own(open_at(own_life), own_life / "vault-keys.db")


def test_a_backup_of_an_earlier_release_is_restored_and_sealed(own_life: Path, tmp_path: Path) -> None:
    """Its vault holds names in plain text, and no keys belong to it."""
    (own_life / "vault-keys.db").unlink()
    (own_life / "vault.db").unlink()
    profile = _first_profile(own_life)
    with closing(sqlite3.connect(own_life / "vault.db")) as vault, vault:
        vault.execute(
            "CREATE TABLE profiles (profile TEXT PRIMARY KEY, name TEXT, civil_number TEXT, phone TEXT, email"
            " TEXT) WITHOUT ROWID"
        )
        vault.execute("INSERT INTO profiles VALUES (?, ?, NULL, NULL, NULL)", (profile, NAME))
    assert told(own_life)["3303/person/000001"] == NAME
    done(own_life, "backup", tmp_path / "cadangan.zip")
    assert everywhere(own_life, tmp_path) == []
    assert restored(tmp_path / "cadangan.zip", tmp_path / "pulih")["unread"] == 0
    assert told(tmp_path / "pulih")["3303/person/000001"] == NAME


def _first_profile(home: Path) -> str:
    from ledger.admin.forgetting import profiles_of

    with closing(open_at(home).store()) as store:
        return profiles_of(store.rows("3303/person/000001"))[0]


def test_a_vault_that_was_left_behind_by_a_move_is_forgotten_too(own_life: Path, postgres: str) -> None:
    done(own_life, *CORRECT)
    before = VaultFile(own_life / "vault.db").all()
    answer = invoke("ledger", "copy", own_life, postgres)
    assert answer.status == 0, answer.err
    with (own_life / "jejak.toml").open("a", encoding="utf-8") as file:
        file.write(f'database_url = "{postgres}"\n')
    forgotten(own_life)
    left = VaultFile(own_life / "vault.db").all()
    assert len(before) - len(left) == 1
    assert NAME not in {one["name"] for one in left.values()}


def test_the_keys_are_for_the_eyes_of_their_owner_alone(own_life: Path, tmp_path: Path) -> None:
    done(own_life, "backup", tmp_path / "cadangan.zip")
    for path in (own_life / "vault-keys.db", tmp_path / "jejak-keys.db"):
        assert path.stat().st_mode & 0o077 == 0
