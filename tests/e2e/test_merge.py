"""Regional ledgers merged into a provincial one: with their proofs, read-only, and again for what is new."""

import json
import sqlite3
from pathlib import Path

import pytest

from ledger import merkle
from ledger.admin.extract import FileSource, leaf_of
from ledger.workspace.workspace import open_at
from tests.e2e.two_regions import SECOND, broken, export, made, record
from tests.helpers import Done, invoke, moved
from tests.postgres import address
from tests.postgres import role as new_role


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """The ledger of another region, with one innovation."""
    home = made(tmp_path / "wonosobo", "33.07")
    record(home, "PASAR RAPI")
    return home


@pytest.fixture(params=["sqlite", "postgres"])
def province(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """An empty ledger of a province, on either database."""
    home = made(tmp_path / "jateng", "33")
    return moved(home, request.getfixturevalue("postgres")) if request.param == "postgres" else home


@pytest.fixture
def file_province(tmp_path: Path) -> Path:
    """An empty ledger of a province in a file."""
    return made(tmp_path / "jateng", "33")


def merge(home: Path, *words: str | Path) -> Done:
    return invoke("ledger", "merge", *words, "--json", "--home", home)


def verify(home: Path) -> tuple[int, list[str]]:
    done = invoke("ledger", "verify", "--json", "--home", home)
    return done.status, [one["finding"] for one in done.data["findings"]]


def titles(home: Path) -> set[str]:
    return {one["title"] for one in invoke("catalogue", "list", "--json", "--home", home).data["items"]}


def test_two_regions_stand_in_the_province_with_their_proofs(
    province: Path, own_life: Path, second: Path, tmp_path: Path
) -> None:
    file = export(second, tmp_path / "33.07.jsonl")
    done = merge(province, file, own_life)
    assert done.status == 0, done.err
    one, two = done.data["parts"]
    head = open_at(own_life).store().head().position
    assert (one["regions"], one["origin_last"], one["first"], one["last"]) == (["33.07"], 4, 3, 6)
    assert (two["origin_first"], two["origin_last"], two["first"], two["last"]) == (1, head, 7, head + 6)
    assert two["root"] == invoke("ledger", "verify", "--json", "--home", own_life).data["root"]
    assert verify(province) == (0, [])
    assert titles(province) == titles(own_life) | titles(second)
    # What an event says of itself is as it was: the day of recording, too.
    words = ("history", "3307-0001", "--json", "--home")
    here, there = invoke(*words, province).data["entries"], invoke(*words, second).data["entries"]
    assert [one["recorded_at"] for one in here] == [one["recorded_at"] for one in there]
    assert [one["event"] for one in here] == [one["event"] + 2 for one in there]
    assert invoke("projections", "verify", "--home", province).status == 0
    assert invoke("evidence", "check", "--home", province).status == 0
    assert invoke("replay", "--compare", "--home", province).status == 0
    guards = {one["name"]: one for one in invoke("doctor", "--json", "--home", province).data["checks"]}[
        "guards"
    ]
    assert [one for one in guards["details"] if "fsync" not in one] == []


def test_merged_again_only_what_is_new_is_taken(province: Path, second: Path, tmp_path: Path) -> None:
    assert merge(province, second).status == 0
    again = merge(province, second).data["parts"][0]
    assert (again["events"], again["first"]) == (0, 0)
    told = invoke("ledger", "merge", second, "--home", province).out
    assert told.startswith(f"{second}: tidak ada yang baru dari {again['origin']}; ")
    record(second, "WARUNG RAPI", 2)
    grown = export(second, tmp_path / "baru.jsonl", "--since", "4")
    dry = merge(province, grown, "--dry-run").data
    assert (dry["dry_run"], dry["parts"][0]["events"]) == (True, 1)
    assert titles(province) == {"PASAR RAPI"}
    part = merge(province, grown).data["parts"][0]
    assert (part["events"], part["origin_first"], part["first"], part["last"]) == (1, 5, 7, 7)
    assert titles(province) == {"PASAR RAPI", "WARUNG RAPI"}
    # An older export, and a whole one, hold nothing new and are compared all the same.
    record(second, "TAMAN RAPI", 3)
    whole = export(second, tmp_path / "semua.jsonl")
    part = merge(province, whole).data["parts"][0]
    assert (part["events"], part["origin_first"]) == (1, 6)
    assert merge(province, grown).data["parts"][0]["events"] == 0
    assert verify(province) == (0, [])


def test_what_was_merged_is_read_only(province: Path, second: Path, tmp_path: Path) -> None:
    assert merge(province, second).status == 0
    origin = FileSource(export(second, tmp_path / "a.jsonl")).header.origin
    told = (
        4,
        f"Daerah 33.07 digabungkan dari {origin}: di sini hanya dibaca, tidak ada yang dicatat.\n"
        "  Catatlah di rekam jejak itu, lalu gabungkan lagi: jejak ledger merge\n",
    )
    done = invoke("correct", "6", "title", "LAIN", "--reason", "uji", "--home", province)
    assert (done.status, done.err) == told
    line = {"type": "unit.register", "region": "33.07", "key": "U-9", "kind": "opd", "name": "Dinas Baru"}
    (tmp_path / "unit.jsonl").write_text(json.dumps(line), encoding="utf-8")
    done = invoke("import", tmp_path / "unit.jsonl", "--home", province)
    assert (done.status, done.err) == told
    done = invoke("void", "uji-1", "--reason", "uji", "--home", province)
    assert done.status == 4
    assert (
        "Tidak ada tindakan atau perintah uji-1 milik rekam jejak ini;"
        " yang digabungkan dibatalkan di rekam jejaknya sendiri." in done.err
    )
    # What is the province's own is recorded as before, and the same command id may be used here.
    line |= {"region": "33"}
    (tmp_path / "unit.jsonl").write_text(json.dumps(line), encoding="utf-8")
    done = invoke("import", tmp_path / "unit.jsonl", "--command-id", "uji-1", "--home", province)
    assert done.status == 0, done.err
    assert verify(province) == (0, [])


def test_persons_come_only_when_they_are_asked_for(province: Path, second: Path) -> None:
    own = open_at(province).vault.all()
    assert merge(province, second).status == 0
    assert open_at(province).vault.all() == own
    done = merge(province, second, "--with-persons", "--with-evidence")
    assert (done.status, done.data["parts"][0]["profiles"]) == (0, 1)
    assert open_at(province).vault.all() == own | open_at(second).vault.all()


def test_a_key_that_was_named_once_must_sign_ever_after(
    file_province: Path, second: Path, tmp_path: Path
) -> None:
    key = invoke("ledger", "key", "--json", "--home", second).data["verifier"]
    file = export(second, tmp_path / "a.jsonl")
    part = merge(file_province, file, "--key", key).data["parts"][0]
    assert part["signed_by"] == part["origin"]
    record(second, "WARUNG RAPI", 2)
    signed = export(second, tmp_path / "b.jsonl", "--since", second / "checkpoints" / "0000000004.txt")
    head, *events = signed.read_text(encoding="utf-8").splitlines()
    header = json.loads(head)
    assert (header["first"], len(events), header["since"][:6]) == (5, 1, "jejak/")
    unsigned = tmp_path / "c.jsonl"
    unsigned.write_text(
        "\n".join([json.dumps({**header, "checkpoint": None}), *events]) + "\n", encoding="utf-8"
    )
    done = invoke("ledger", "merge", unsigned, "--home", file_province)
    assert (done.status, done.err) == (
        4,
        f"{part['origin']} tidak ditandatangani dengan kunci yang dikenal darinya.\n"
        "  Mintalah ekspor yang ditandatangani dengan kunci itu.\n",
    )
    old = (second / "checkpoints" / "0000000004.txt").read_text(encoding="utf-8")
    unsigned.write_text(
        "\n".join([json.dumps({**header, "checkpoint": old}), *events]) + "\n", encoding="utf-8"
    )
    done = invoke("ledger", "merge", unsigned, "--home", file_province)
    assert done.err.splitlines()[0] == f"Titik periksa {part['origin']} bukan milik peristiwanya."
    assert merge(file_province, signed).data["parts"][0]["signed_by"] == part["origin"]
    assert (
        invoke(
            "ledger", "merge", signed, "--key", key.replace("33.07", "33.09"), "--home", file_province
        ).status
        == 2
    )


def test_a_history_that_changed_is_refused(file_province: Path, second: Path, tmp_path: Path) -> None:
    copy = tmp_path / "salinan"
    assert invoke("backup", tmp_path / "c.zip", "--home", second).status == 0
    assert invoke("restore", tmp_path / "c.zip", copy).status == 0
    record(second, "WARUNG RAPI", 2)
    assert merge(file_province, second).status == 0
    # Restored from a backup and gone on otherwise: the first four events are the same, the fifth is not.
    record(copy, "WARUNG LAIN", 2)
    origin = FileSource(export(copy, tmp_path / "a.jsonl")).header.origin
    done = invoke("ledger", "merge", copy, "--home", file_province)
    row = f"{SECOND}/innovation/000002 1 innovation.designed/1"
    assert (done.status, done.err) == (
        4,
        f"{origin} tidak meneruskan yang digabungkan sebelumnya: peristiwa 5 di sana adalah {row}"
        f" saat digabungkan, dan kini {row}.\n"
        "  Tanyakan kepada daerah itu apakah rekam jejaknya dipulihkan atau diubah: jejak ledger verify,"
        " dan titik periksanya.\n",
    )
    record(copy, "TAMAN LAIN", 3)
    later = export(copy, tmp_path / "b.jsonl", "--since", "5")
    done = invoke("ledger", "merge", later, "--home", file_province)
    assert done.err.splitlines()[0] == (
        f"{origin} tidak meneruskan yang digabungkan sebelumnya: 5 peristiwa pertamanya kini lain."
    )
    record(copy, "JALAN LAIN", 4)
    later = export(copy, tmp_path / "c.jsonl", "--since", "6")
    done = invoke("ledger", "merge", later, "--home", file_province)
    assert done.err.splitlines() == [
        f"Ekspor mulai pada posisi 7, padahal dari {origin} baru 5 peristiwa ada di sini.",
        "  Mintalah ekspor sejak posisi itu: jejak ledger export BERKAS --since 5",
    ]
    assert verify(file_province) == (0, [])


def test_a_frontier_that_is_not_ours_is_refused(file_province: Path, second: Path, tmp_path: Path) -> None:
    """Also where the export begins within what is here: each event that comes again would be the same."""
    record(second, "WARUNG RAPI", 2)
    assert merge(file_province, second).status == 0
    file, other = export(second, tmp_path / "a.jsonl", "--since", "2"), tmp_path / "b.jsonl"
    rows, frontier = list(FileSource(file).rows()), b"\1" * 32
    root = merkle.root(merkle.extend(frontier, 2, map(leaf_of, rows))).hex()
    broken(file, other, frontier=frontier.hex(), root=root)
    done = invoke("ledger", "merge", other, "--home", file_province)
    assert done.err.splitlines()[0].endswith("sebelumnya: 2 peristiwa pertamanya kini lain.")
    assert merge(file_province, file).status == 0


def test_a_region_that_is_here_already_is_refused(
    file_province: Path, own_life: Path, second: Path, tmp_path: Path
) -> None:
    assert merge(file_province, second).status == 0
    first = FileSource(export(second, tmp_path / "a.jsonl")).header.origin
    other = made(tmp_path / "lain", "33.07")
    origin = FileSource(export(other, tmp_path / "b.jsonl")).header.origin
    done = invoke("ledger", "merge", other, "--home", file_province)
    assert (done.status, done.err) == (
        4,
        f"Daerah 33.07 dari {origin} sudah digabungkan ke sini dari {first}.\n"
        "  Satu daerah dicatat dalam satu rekam jejak saja: tetapkan yang mana, lalu gabungkan yang itu.\n",
    )
    done = invoke("ledger", "merge", second, "--home", other)
    assert (done.status, done.err.splitlines()[0]) == (
        4, f"Daerah 33.07 dari {first} mempunyai peristiwa sendiri di sini."
    )  # fmt: skip
    assert verify(file_province) == verify(other) == (0, [])


def test_a_file_that_does_not_hold_together(file_province: Path, second: Path, tmp_path: Path) -> None:
    file, other = export(second, tmp_path / "a.jsonl"), tmp_path / "b.jsonl"
    origin = FileSource(file).header.origin
    again = "  Mintalah berkasnya lagi; bila sama, yang dibuktikannya telah diubah."

    def refused() -> tuple[int, str]:
        done = invoke("ledger", "merge", other, "--home", file_province)
        return done.status, done.err.splitlines()[0]

    broken(file, other, event={"state": "{}"})
    assert refused() == (3, f"b.jsonl tidak utuh: peristiwa pertamanya bukan milik {origin}.")
    text = file.read_text(encoding="utf-8")
    other.write_text(text.replace("PASAR RAPI", "PASAR LAIN"), encoding="utf-8")
    assert refused() == (3, "b.jsonl tidak utuh: peristiwanya tidak menghasilkan akarnya.")
    other.write_text("".join(text.splitlines(keepends=True)[:-1]), encoding="utf-8")
    assert refused() == (3, "b.jsonl tidak utuh: peristiwa 4 tidak ada.")
    broken(file, other, event={"version": "1"})
    assert refused() == (3, "Baris 2 di b.jsonl tidak memuat peristiwa.")
    for changes in ({"format": "lain"}, {"frontier": "00"}, {"root": "zz"}, {"first": 0}):
        broken(file, other, **changes)
        assert refused() == (3, "b.jsonl bukan ekspor yang dapat digabungkan.")
    other.write_text("bukan", encoding="utf-8")
    done = invoke("ledger", "merge", other, "--home", file_province)
    assert done.err.splitlines()[1] == "  Pakai yang ditulis jejak ledger export, atau folder ruang kerja."
    assert open_at(file_province).store().head().position == 2
    broken(file, other, event={"state": "{}"})
    assert invoke("ledger", "merge", other, "--home", file_province).err.splitlines()[1] == again
    assert invoke("ledger", "merge", file, "--with-persons", "--home", file_province).status == 2


def test_an_event_that_stands_twice_in_a_file(province: Path, second: Path, tmp_path: Path) -> None:
    source = FileSource(export(second, tmp_path / "a.jsonl"))
    rows = list(source.rows())
    rows.append(rows[-1]._replace(position=5))
    lines = (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()
    header = json.loads(lines[0]) | {"last": 5, "root": merkle.root_of(map(leaf_of, rows)).hex()}
    last = json.loads(lines[-1]) | {"position": 5}
    other = tmp_path / "b.jsonl"
    other.write_text("\n".join([json.dumps(header), *lines[1:], json.dumps(last)]) + "\n", encoding="utf-8")
    done = invoke("ledger", "merge", other, "--home", province)
    assert (done.status, done.err.splitlines()[0]) == (
        4,
        f"{source.header.origin} tidak meneruskan yang digabungkan sebelumnya:"
        " ia memuat peristiwa yang sudah ada di sini.",
    )
    assert (verify(province), open_at(province).store().merged()) == ((0, []), [])


def test_a_changed_merged_event_is_found(file_province: Path, second: Path) -> None:
    assert merge(file_province, second).status == 0
    origin = open_at(file_province).store().merged()[0].origin
    with sqlite3.connect(file_province / "ledger.db") as connection:
        for name in ("events_update", "merged_update", "appends_update", "merged_delete", "head_update"):
            connection.execute(f"DROP TRIGGER {name}")
        # A forger who mends every leaf and the head of the province cannot mend the region's root.
        connection.execute("UPDATE stored_events SET state = replace(state, 'RAPI', 'RUSAK') WHERE rowid = 6")
        connection.execute("UPDATE stored_events SET state = CAST(state AS BLOB) WHERE rowid = 6")
        rows = connection.execute(
            "SELECT originator_id, originator_version, topic, rowid, recorded_at, state"
            " FROM stored_events ORDER BY rowid"
        ).fetchall()
        leaves = [merkle.leaf_hash(*row) for row in rows]
        connection.execute("UPDATE stored_events SET leaf = ? WHERE rowid = 6", (leaves[5],))
        connection.execute("UPDATE head SET frontier = ?", (merkle.extend(b"", 0, leaves),))
    assert verify(file_province) == (
        1, [f"Yang digabungkan dari {origin} bukan yang dicakup titik periksanya."]
    )  # fmt: skip
    with sqlite3.connect(file_province / "ledger.db") as connection:
        connection.execute("UPDATE merged_from SET origin_first = 2, origin_last = 5")
    assert verify(file_province)[1] == [f"Sebagian dari yang digabungkan dari {origin} tidak ada."]
    with sqlite3.connect(file_province / "ledger.db") as connection:
        connection.execute("UPDATE merged_from SET recorded_at = '2000-01-01T00:00:00.000000Z'")
    assert (
        "Daftar pencatatan dari yang digabungkan menyebut posisi atau waktu lain." in verify(file_province)[1]
    )


def test_a_merged_ledger_is_copied_and_backed_up_whole(
    file_province: Path, second: Path, postgres: str, tmp_path: Path
) -> None:
    assert merge(file_province, second).status == 0
    runs = open_at(file_province).store().merged()
    moved(file_province, postgres)
    assert open_at(file_province).store().merged() == runs
    assert verify(file_province) == (0, [])
    assert invoke("backup", tmp_path / "c.zip", "--check", "--home", file_province).status == 0
    assert invoke("restore", tmp_path / "c.zip", tmp_path / "pulih").status == 0
    assert open_at(tmp_path / "pulih").store().merged() == runs
    assert verify(tmp_path / "pulih") == (0, [])


def test_only_the_owner_merges_into_a_database(
    file_province: Path, second: Path, postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = moved(file_province, postgres)
    with new_role(postgres) as (name, secret):
        assert invoke("database", "grant", "writer", name, "--home", home).status == 0
        monkeypatch.setenv("JEJAK_DATABASE_URL", address(postgres, user=name, password=secret))
        done = invoke("ledger", "merge", second, "--home", home)
        assert done.status == 5
        assert done.err.startswith("Basis data menolak peran ini: permission denied for schema jejak.")
        # The environment names the ledger merged into: a folder without a file of its own is not read by it.
        (second / "ledger.db").rename(second / "lain.db")
        done = invoke("ledger", "merge", second, "--home", home)
        assert (done.status, done.err) == (
            3,
            f"{second} menyimpan rekam jejaknya di basis data,"
            " padahal JEJAK_DATABASE_URL menyebut yang lain.\n"
            "  Tulislah ekspor di sana: jejak ledger export BERKAS\n",
        )
        (second / "lain.db").rename(second / "ledger.db")
        # Who may only read or record sees the merged part all the same.
        monkeypatch.delenv("JEJAK_DATABASE_URL")
        assert merge(home, second).status == 0
        monkeypatch.setenv("JEJAK_DATABASE_URL", address(postgres, user=name, password=secret))
        assert titles(home) == {"PASAR RAPI"}
        assert invoke("correct", "6", "title", "LAIN", "--reason", "uji", "--home", home).status == 4
