"""The vault: profiles kept once, forgotten for good, swept when nobody names them."""

import sqlite3
import subprocess
import sys
import time
import uuid
from pathlib import Path

import psycopg
import pytest

from ledger.factory import create_tables, open_vault
from ledger.ports.vault import FIELDS, Profile, Vault, VaultFile, may_be_named_yet, new_profile
from tests.ledger.sides import Side

FULL: Profile = {
    "name": "Siti Contoh Rahmawati",
    "civil_number": "198001012005012001",
    "phone": "081200000001",
    "email": "siti.contoh@example.go.id",
}
EMPTY: Profile = dict.fromkeys(FIELDS)


@pytest.fixture
def vault(side: Side) -> Vault:
    """A vault that goes with a ledger, on either database."""
    create_tables(side.place)
    return open_vault(side.place)


@pytest.fixture
def file_vault(tmp_path: Path) -> VaultFile:
    made = VaultFile(tmp_path / "vault.db")
    made.create()
    return made


def bytes_of(folder: Path) -> bytes:
    """All bytes of all files below a folder."""
    return b"\0".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def found(folder: Path) -> list[str]:
    """Which of the personal data stand somewhere in the files."""
    everything = bytes_of(folder)
    return [field for field, value in FULL.items() if value and value.encode() in everything]


def test_profile_is_given_back_as_kept(vault: Vault) -> None:
    vault.keep({"p1": FULL})
    assert vault.get("p1") == FULL


def test_profile_holds_nothing_where_nothing_was_given(vault: Vault) -> None:
    vault.keep({"p1": {"name": "Siti"}, "p2": {}})
    assert vault.get("p1") == EMPTY | {"name": "Siti"}
    assert vault.get("p2") == EMPTY


def test_profile_never_kept_is_empty(vault: Vault) -> None:
    assert vault.get("p9") == {}


def test_some_profiles_are_read_at_once(vault: Vault) -> None:
    vault.keep({"p1": FULL, "p2": {"name": "Siti"}, "p3": FULL})
    vault.forget("p3")
    assert vault.some(["p2", "p9", "p1", "p3"]) == {"p1": FULL, "p2": EMPTY | {"name": "Siti"}}
    assert vault.some([]) == {}


def test_profile_is_written_once(vault: Vault) -> None:
    vault.keep({"p1": FULL})
    with pytest.raises((sqlite3.IntegrityError, psycopg.IntegrityError)):
        vault.keep({"p2": {"name": "Lain"}, "p1": {"name": "Lain"}})
    assert vault.get("p1") == FULL
    assert vault.get("p2") == {}


def test_keeping_nothing_opens_no_file(tmp_path: Path) -> None:
    VaultFile(tmp_path / "vault.db").keep({})
    assert list(tmp_path.iterdir()) == []


def test_vault_made_twice_keeps_its_profiles(vault: Vault) -> None:
    vault.keep({"p1": FULL})
    vault.create()
    assert vault.get("p1") == FULL


def test_kept_profiles_are_there_for_another_connection(file_vault: VaultFile) -> None:
    file_vault.keep({"p1": FULL})
    assert VaultFile(file_vault.path).get("p1") == FULL
    assert found(file_vault.path.parent) == list(FIELDS)


def test_sweep_deletes_what_nobody_names_and_says_how_many(vault: Vault) -> None:
    vault.keep({"p1": FULL, "p2": FULL, "p3": FULL})
    assert vault.sweep(["p2", "unknown"]) == 2
    assert [vault.get(name) for name in ("p1", "p2", "p3")] == [{}, FULL, {}]


def test_sweep_of_nothing_stray_deletes_nothing(vault: Vault) -> None:
    vault.keep({"p1": FULL})
    assert vault.sweep(iter(["p1"])) == 0
    assert vault.get("p1") == FULL


def test_deleted_personal_data_stand_in_no_byte_of_the_folder(file_vault: VaultFile) -> None:
    file_vault.keep({"p1": FULL, "p2": {"name": "Tetap Ada"}})
    assert found(file_vault.path.parent) == list(FIELDS)
    assert file_vault.sweep(["p2"]) == 1
    assert found(file_vault.path.parent) == []
    assert file_vault.get("p2") == EMPTY | {"name": "Tetap Ada"}


def test_deleted_personal_data_are_gone_among_many_profiles(file_vault: VaultFile) -> None:
    """Over many pages, so that whole pages become free and others are balanced."""
    many: dict[str, Profile] = {f"p{n:05d}": FULL | {"phone": f"0812{n:08d}"} for n in range(3000)}
    file_vault.keep(many)
    kept = [f"p{n:05d}" for n in range(0, 3000, 10)]
    assert file_vault.sweep(kept) == 2700
    everything = bytes_of(file_vault.path.parent)
    stays = [f"0812{n:08d}".encode() in everything for n in range(3000)]
    assert [n for n, stay in enumerate(stays) if stay] == list(range(0, 3000, 10))


def test_deleted_long_values_are_gone_from_overflow_pages(file_vault: VaultFile) -> None:
    file_vault.keep({"p1": FULL | {"name": "Siti Contoh Rahmawati " * 2000}})
    assert file_vault.sweep([]) == 1
    assert found(file_vault.path.parent) == []


def test_all_profiles_are_given_by_key(vault: Vault) -> None:
    vault.keep({"p2": {"name": "Siti"}, "p1": FULL})
    assert list(vault.all().items()) == [("p1", FULL), ("p2", EMPTY | {"name": "Siti"})]


def test_forgotten_profile_is_empty(vault: Vault) -> None:
    vault.keep({"p1": FULL, "p2": FULL})
    vault.forget("p1")
    assert (vault.get("p1"), vault.get("p2")) == ({}, FULL)


def test_new_profile_keys_differ_and_say_nothing() -> None:
    keys = [new_profile() for _ in range(100)]
    assert len(set(keys)) == 100
    assert [key for key in keys if len(key) != 32 or not set(key) <= set("0123456789abcdef")] == []


OTHER_WRITER = """
import sys
from ledger.factory import open_vault
from ledger.ports.vault import new_profile

name = new_profile()
open_vault(sys.argv[1]).keep({name: {"name": "Siti Contoh Rahmawati"}})
print(name, flush=True)
sys.stdin.readline()
print(open_vault(sys.argv[1]).get(name)["name"])
"""


def test_a_sweep_leaves_what_another_process_has_kept_and_not_yet_named(vault: Vault, side: Side) -> None:
    vault.keep({"p1": FULL, "0" * 32: FULL})
    command = [sys.executable, "-c", OTHER_WRITER, str(side.place)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdin
        assert other.stdout
        name = other.stdout.readline().strip()
        assert vault.sweep([]) == 2
        other.stdin.write("\n")
        other.stdin.close()
        assert other.stdout.read() == "Siti Contoh Rahmawati\n"
    assert vault.all().keys() == {name}


@pytest.mark.parametrize(("age", "young"), [(0, True), (3500, True), (3700, False), (-3600, True)])
def test_how_long_a_profile_may_go_unnamed(age: int, young: bool) -> None:
    milliseconds = int((time.time() - age) * 1000)
    profile = uuid.UUID(int=milliseconds << 80 | uuid.UUID(new_profile()).int % (1 << 80)).hex
    assert may_be_named_yet(profile) is young


def test_a_profile_of_an_earlier_release_is_no_longer_on_its_way() -> None:
    assert may_be_named_yet("0f8fad5bd9cb469fa16570867728950e") is False
    assert may_be_named_yet("p1") is False
