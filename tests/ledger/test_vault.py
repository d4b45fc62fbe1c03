"""The vault: profiles kept once, forgotten for good, swept when nobody names them."""

import contextlib
import shutil
import sqlite3
import subprocess
import sys
import time
import uuid
from pathlib import Path

import psycopg
import pytest

from domain.base import reason
from ledger.errors import EnvironmentFault
from ledger.factory import create_tables, open_vault
from ledger.ports import sealing
from ledger.ports.vault import FIELDS, Profile, Read, Vault, may_be_named_yet, new_profile
from ledger.sqlite.vault import VaultFile
from tests.ledger.sides import Side, Sqlite

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
    vault.forget(["p3"])
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


def test_kept_profiles_are_there_for_another_connection_and_lie_sealed(file_vault: VaultFile) -> None:
    file_vault.keep({"p1": FULL})
    assert VaultFile(file_vault.path).get("p1") == FULL
    assert found(file_vault.path.parent) == []


def test_boxes_tell_nothing_by_their_length(vault: Vault) -> None:
    vault.keep({"p1": FULL, "p2": {"name": "Ani"}})
    assert len({len(one.box or b"") for one in vault.lying()}) == 1


def test_a_box_is_opened_by_the_key_of_its_own_profile_alone(vault: Vault) -> None:
    vault.keep({"p1": FULL, "p2": {"name": "Ani"}})
    one, two = vault.lying()
    assert one.box
    assert two.box
    assert one.key
    assert two.key
    assert sealing.opened("p1", one.box, one.key) == FULL
    assert sealing.opened("p1", one.box, two.key) == {}
    assert sealing.opened("p2", one.box, one.key) == {}
    assert sealing.opened("p1", b"", one.key) == {}


def test_sweep_deletes_what_nobody_names_and_says_how_many(vault: Vault) -> None:
    vault.keep({"p1": FULL, "p2": FULL, "p3": FULL})
    assert vault.sweep(["p2", "unknown"]) == 2
    assert [vault.get(name) for name in ("p1", "p2", "p3")] == [{}, FULL, {}]


def test_sweep_of_nothing_stray_deletes_nothing(vault: Vault) -> None:
    vault.keep({"p1": FULL})
    assert vault.sweep(iter(["p1"])) == 0
    assert vault.get("p1") == FULL


def test_destroyed_keys_and_boxes_stand_in_no_byte_of_the_folder(file_vault: VaultFile) -> None:
    """Over many pages, so that whole pages become free and others are balanced."""
    file_vault.keep({f"p{n:05d}": FULL for n in range(1000)})
    rows = {one.profile: (one.box or b"", one.key or b"") for one in file_vault.lying()}
    gone = [name for at, name in enumerate(rows) if at % 10]
    assert file_vault.forget(gone) == 900
    everything = bytes_of(file_vault.path.parent)
    stays = [name for name, (box, key) in rows.items() if key in everything or box[12:] in everything]
    assert stays == [name for name in rows if name not in gone]
    assert file_vault.destroyed(rows) == set(gone)


def test_all_profiles_are_given_by_key(vault: Vault) -> None:
    vault.keep({"p2": {"name": "Siti"}, "p1": FULL})
    assert list(vault.all().items()) == [("p1", FULL), ("p2", EMPTY | {"name": "Siti"})]


def test_forgotten_profile_is_empty(vault: Vault) -> None:
    vault.keep({"p1": FULL, "p2": FULL})
    assert vault.forget(["p1", "p9"]) == 1
    assert vault.forget(["p1"]) == 0
    assert (vault.get("p1"), vault.get("p2")) == ({}, FULL)
    assert vault.destroyed(["p1", "p2", "p3"]) == {"p1"}


def test_destroyed_profile_never_comes_back(vault: Vault) -> None:
    vault.keep({"p1": FULL, "p2": FULL})
    before = vault.lying()
    vault.forget(["p1"])
    vault.take(before)
    with pytest.raises((sqlite3.IntegrityError, psycopg.IntegrityError)):
        vault.keep({"p1": FULL})
    assert vault.all() == {"p2": FULL}
    assert [(one.profile, one.destroyed) for one in vault.lying()] == [("p1", True), ("p2", False)]


def test_an_older_vault_without_the_key_reveals_nothing(file_vault: VaultFile, tmp_path: Path) -> None:
    """A backup of before: its boxes are whole, and only the keys of today open them."""
    file_vault.keep({"p1": FULL, "p2": {"name": "Tetap Ada"}})
    (tmp_path / "lama").mkdir()
    old = VaultFile(Path(shutil.copy(file_vault.path, tmp_path / "lama")))
    file_vault.forget(["p1"])
    shutil.copy(file_vault.keys_path, old.keys_path)
    assert old.all() == {"p2": EMPTY | {"name": "Tetap Ada"}}
    assert old.lying()[0].box
    assert found(old.path.parent) == []


def test_a_vault_without_its_keys_says_so(file_vault: VaultFile) -> None:
    file_vault.keep({"p1": FULL})
    file_vault.keys_path.unlink()
    for act in (file_vault.all, lambda: file_vault.keep({"p2": FULL})):
        with pytest.raises(EnvironmentFault) as caught:
            act()
        assert caught.value.why.text == "The keys of the vault, {path}, are missing: no name can be read."
        assert caught.value.remedy == reason("Copy the newest key file of your backups to that place.")
    assert not file_vault.keys_path.exists()


PLAIN = (
    "CREATE TABLE profiles (profile TEXT PRIMARY KEY, name TEXT, civil_number TEXT, phone TEXT, email TEXT)"
)


@pytest.fixture
def plain(side: Side) -> Vault:
    """A vault as an earlier release left it, with one profile."""
    create_tables(side.place)
    values = ("p1", *(FULL[field] for field in FIELDS))
    if isinstance(side, Sqlite):
        for name in ("vault.db", "vault-keys.db"):
            side.path.with_name(name).unlink()
        with contextlib.closing(sqlite3.connect(side.path.with_name("vault.db"))) as made, made:
            made.execute(f"{PLAIN} WITHOUT ROWID")
            made.execute("INSERT INTO profiles VALUES (?,?,?,?,?)", values)
    else:
        side.execute("INSERT INTO vault.profiles VALUES (?,?,?,?,?)", values)
    return open_vault(side.place)


def test_plain_vault_is_read_as_it_is_and_sealed_at_the_first_write(plain: Vault, side: Side) -> None:
    assert (plain.get("p1"), plain.all(), plain.some(["p1"])) == (FULL, {"p1": FULL}, {"p1": FULL})
    if isinstance(side, Sqlite):
        assert found(side.folder) == list(FIELDS)
    plain.keep({"p2": {"name": "Ani"}})
    assert plain.all() == {"p1": FULL, "p2": EMPTY | {"name": "Ani"}}
    if isinstance(side, Sqlite):
        assert found(side.folder) == []
    else:
        assert side.execute("SELECT count(*) FROM vault.profiles")[1] == [(0,)]


def test_plain_vault_is_sealed_when_its_tables_are_brought_up_to_date(plain: Vault, side: Side) -> None:
    create_tables(side.place)
    assert plain.all() == {"p1": FULL}
    assert [one.profile for one in plain.lying() if one.box and one.key] == ["p1"]


def test_plain_profile_is_forgotten_too(plain: Vault) -> None:
    assert plain.forget(["p1"]) == 1
    assert plain.all() == {}


def test_read_trail_only_grows(vault: Vault, side: Side) -> None:
    lines = [
        Read("2026-01-02T03:04:05Z", "3303/person/000001", "person show", ("3303/person/000002",)),
        Read("2026-01-02T03:04:06Z", "3303/person/000001", "export", ("3303/person/000003",)),
    ]
    for line in lines:
        vault.note_read(line)
    assert (vault.reads(), vault.reads("3303/person/000003")) == (lines, lines[1:])
    vault.clean()
    assert vault.reads() == lines
    if isinstance(side, Sqlite):
        with contextlib.closing(sqlite3.connect(side.path.with_name("vault.db"))) as connection:
            for change in ("DELETE FROM reads", "UPDATE reads SET command = ''"):
                with pytest.raises(sqlite3.IntegrityError):
                    connection.execute(change)
    else:
        for change in ("DELETE FROM vault.reads", "UPDATE vault.reads SET command = ''"):
            with pytest.raises(psycopg.errors.IntegrityConstraintViolation):
                side.execute(change)


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
