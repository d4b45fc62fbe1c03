"""Checkpoints and proofs: made for any ledger, believed by a stranger, refused after any change."""

from __future__ import annotations

import base64
import random
import sqlite3
from pathlib import Path

import pytest
from openpyxl import Workbook

from ledger.merkle import root_of
from ledger.proofs import files, signed_note
from ledger.proofs.checkpoints import Checkpoint, read_checkpoint
from ledger.proofs.merkle_proofs import (
    Leaves,
    ProofError,
    consistency,
    inclusion,
    verify_consistency,
    verify_inclusion,
)
from ledger.proofs.signed_note import NoteError
from ledger.proofs.tree import BLOCK
from tests.helpers import invoke
from tests.ledger import stranger_verifier
from tests.schemas.test_answer_schemas import answered

CHANCE = random.Random(9162)


def leaves_of(size: int) -> list[bytes]:
    return [CHANCE.randbytes(32) for _ in range(size)]


@pytest.mark.parametrize("size", [*range(1, 34), 63, 64, 65, 1000])
def test_every_leaf_is_proved_and_every_older_tree(size: int) -> None:
    leaves = leaves_of(size)
    tree, root = Leaves(leaves), root_of(leaves)
    for index in range(0, size, max(1, size // 40)):
        path = inclusion(tree, index, size)
        verify_inclusion(leaves[index], index, size, path, root)
        assert stranger_verifier.root(leaves[index], index, size, path) == root
    for old in range(1, size + 1, max(1, size // 40)):
        proof = consistency(tree, old, size)
        verify_consistency(old, size, root_of(leaves[:old]), root, proof)


@pytest.mark.parametrize("size", [2, 3, 7, 8, 13])
def test_what_is_changed_in_a_proof_proves_nothing(size: int) -> None:
    leaves = leaves_of(size)
    tree, root = Leaves(leaves), root_of(leaves)
    other = bytes(32)
    for index in range(size):
        path = inclusion(tree, index, size)
        spoilt = [
            (other, index, size, path, root),
            (leaves[index], (index + 1) % size, size, path, root),
            (leaves[index], index, size, [*path, other], root),
            (leaves[index], index, size, path[:-1], root),
            (leaves[index], index, size, path, other),
            (leaves[index], size, size, path, root),
            *(
                (leaves[index], index, size, [*path[:n], other, *path[n + 1 :]], root)
                for n in range(len(path))
            ),
        ]
        for one in spoilt:
            with pytest.raises(ProofError):
                verify_inclusion(*one)
    for old in range(1, size):
        proof, before = consistency(tree, old, size), root_of(leaves[:old])
        for one in (
            (old, size, other, root, proof),
            (old, size, before, other, proof),
            (old, size, before, root, [*proof, other]),
            (old, size, before, root, proof[:-1]),
            (size, old, root, before, proof),
        ):
            with pytest.raises(ProofError):
                verify_consistency(*one)
    verify_consistency(size, size, root, root, [])
    with pytest.raises(ProofError):
        verify_consistency(size, size, root, other, [])
    for wrong in (-1, size):
        with pytest.raises(ValueError, match=str(wrong)):
            inclusion(tree, wrong, size)
    for wrong in (0, size + 1):
        with pytest.raises(ValueError, match=str(wrong)):
            consistency(tree, wrong, size)


# A workspace


def test_an_import_signs_its_checkpoint_where_there_is_a_key(own_life: Path, tmp_path: Path) -> None:
    book = tmp_path / "orang.xlsx"
    made = Workbook()
    made.active.title = "Orang"
    made.active.append(["Kunci", "Jabatan"])
    made.active.append(["ORG-1", "Camat"])
    identity = made.create_sheet("Identitas")
    identity.append(["Kode Wilayah", 33.03])
    made.save(book)
    assert "Titik periksa" not in invoke("import", book, "--dry-run", "--home", own_life).out
    key_of(own_life)
    done = invoke("import", book, "--home", own_life)
    assert (done.status, done.err) == (0, "Titik periksa ditandatangani: 116 peristiwa.\n")
    (path,) = (own_life / "checkpoints").iterdir()
    assert read_checkpoint(signed_note.parse(path.read_text(encoding="utf-8")).text).size == 116
    again = invoke("import", book, "--home", own_life)
    assert (again.status, again.err) == (0, "")


def ledger(home: Path, *words: str | Path) -> str:
    done = invoke("ledger", *words, "--home", home)
    assert (done.status, done.err) == (0, "")
    return done.out


def key_of(home: Path) -> str:
    return invoke("ledger", "key", "--json", "--home", home).data["verifier"]


def proofs(home: Path, folder: Path, what: str) -> list[Path]:
    ledger(home, "prove", what, "--out", folder)
    return sorted(folder.iterdir())


def test_a_stranger_believes_every_event_of_a_ledger(own_life: Path, tmp_path: Path) -> None:
    key = key_of(own_life)
    for position in range(1, 116, 9):
        (path,) = proofs(own_life, tmp_path / str(position), str(position))
        text = path.read_text(encoding="utf-8")
        assert stranger_verifier.accepts(text, key)
        shown = invoke("ledger", "verify-proof", path, "--key", key)
        assert (shown.status, shown.err) == (0, "")


def test_each_byte_of_a_proof_counts(own_life: Path, tmp_path: Path) -> None:
    key = key_of(own_life)
    (path,) = proofs(own_life, tmp_path / "bukti", "7")
    text = path.read_text(encoding="utf-8")
    spoilt = tmp_path / "ubah.tlog-proof"
    for at in range(0, len(text), 7):
        other = "A" if text[at] != "A" else "B"
        spoilt.write_text(text[:at] + other + text[at + 1 :], encoding="utf-8")
        done = invoke("ledger", "verify-proof", spoilt, "--key", key)
        assert done.status == 1, (at, text[at])


def test_a_code_proves_all_its_events(own_life: Path, tmp_path: Path) -> None:
    key_of(own_life)
    found = proofs(own_life, tmp_path / "bukti", "3303-0003")
    history = invoke("history", "3303-0003", "--json", "--home", own_life).data["entries"]
    own = [one["event"] for one in history if one["code"] == "3303-0003"]
    assert [int(path.stem) for path in found] == sorted(own)


def test_a_ledger_that_grew_is_proved_from_an_older_checkpoint(own_life: Path, tmp_path: Path) -> None:
    key = key_of(own_life)
    old = tmp_path / "lama.txt"
    ledger(own_life, "checkpoint", "--out", old)
    words = ("--reason", "salah ketik", "--yes", "--home", own_life)
    assert invoke("correct", "40", "occurred", "2023-02-04", *words).status == 0
    ledger(own_life, "prove", "--since", old, "--out", tmp_path / "tumbuh")
    (path,) = (tmp_path / "tumbuh").iterdir()
    done = invoke("ledger", "verify-proof", path, "--key", key, "--json")
    assert (done.data["kind"], done.data["events"] - done.data["since"]) == ("consistency", 1)


def test_a_checkpoint_is_cosigned(own_life: Path, tmp_path: Path) -> None:
    key_of(own_life)
    note, secret = tmp_path / "a.txt", tmp_path / "saksi.key"
    ledger(own_life, "checkpoint", "--out", note)
    done = invoke("ledger", "witness", note, "--key", secret, "--name", "inspektorat", "--json")
    assert done.status == 0, done.err
    shown = invoke("ledger", "verify-proof", note, "--key", done.data["verifier"])
    assert "Ditandatangani: inspektorat.\n" in shown.out
    stranger = signed_note.new_key("orang").verifier()
    refused = invoke("ledger", "verify-proof", note, "--key", str(stranger))
    assert (refused.status, refused.err.splitlines()[0]) == (1, "a.txt tidak ditandatangani orang.")


def tampered(home: Path, *statements: str) -> None:
    with sqlite3.connect(home / "ledger.db") as base:
        for name in [row[0] for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]:
            base.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            base.execute(statement)


def test_nothing_is_signed_that_does_not_continue_the_last_checkpoint(own_life: Path, tmp_path: Path) -> None:
    key_of(own_life)
    copied = (own_life / "ledger.db").read_bytes()
    words = ("--reason", "salah ketik", "--yes", "--home", own_life)
    assert invoke("correct", "40", "occurred", "2023-02-04", *words).status == 0
    ledger(own_life, "checkpoint")
    for path in own_life.glob("ledger.db*"):
        path.unlink()
    (own_life / "ledger.db").write_bytes(copied)
    done = invoke("ledger", "checkpoint", "--home", own_life)
    assert (done.status, done.err.splitlines()) == (
        1,
        [
            "Rekam jejak memuat 115 peristiwa, padahal titik periksa 116 peristiwa pernah ditandatangani.",
            "  Tidak ada yang ditandatangani. Bandingkan dengan cadangan, lalu cari siapa yang mengubahnya.",
        ],
    )


def test_another_history_of_the_same_length_is_not_signed(own_life: Path, tmp_path: Path) -> None:
    key_of(own_life)
    copied = (own_life / "ledger.db").read_bytes()
    for day, status in (("2023-02-04", 0), ("2023-02-05", 1)):
        words = ("--reason", "salah ketik", "--yes", "--home", own_life)
        assert invoke("correct", "40", "occurred", day, *words).status == 0
        done = invoke("ledger", "checkpoint", "--home", own_life)
        assert done.status == status
        for path in own_life.glob("ledger.db*"):
            path.unlink()
        (own_life / "ledger.db").write_bytes(copied)
    assert done.err.splitlines()[0] == (
        "116 peristiwa pertama bukan lagi yang tertera pada titik periksa yang ditandatangani."
    )


def test_leaves_that_do_not_give_the_root_are_told(own_life: Path) -> None:
    key_of(own_life)
    tampered(own_life, "UPDATE stored_events SET leaf = zeroblob(32) WHERE rowid = 9")
    done = invoke("ledger", "checkpoint", "--home", own_life)
    assert (done.status, done.err.splitlines()) == (
        5,
        ["Peristiwa-peristiwanya tidak menghasilkan akar pohon bukti.", "  Jalankan: jejak ledger verify"],
    )


def test_a_changed_checkpoint_is_told(own_life: Path) -> None:
    key_of(own_life)
    ledger(own_life, "checkpoint")
    (path,) = (own_life / "checkpoints").iterdir()
    path.write_text(path.read_text(encoding="utf-8").replace("\n115\n", "\n114\n"), encoding="utf-8")
    done = invoke("ledger", "checkpoint", "--home", own_life)
    assert done.status == 1
    assert done.err.splitlines() == [
        f"Titik periksa {path} diubah sesudah ditandatangani.",
        "  Bandingkan dengan salinan yang disimpan di tempat lain.",
    ]


def test_what_is_asked_wrongly_says_how(own_life: Path, tmp_path: Path) -> None:
    def refused(*words: str | Path) -> tuple[int, list[str]]:
        done = invoke("ledger", *words, "--home", own_life)
        return done.status, [line.strip() for line in done.err.splitlines()]

    path = own_life / "jejak.key"
    assert refused("checkpoint") == (
        5,
        [f"{path} tidak memuat kunci penandatangan.", "Buatlah: jejak ledger key"],
    )
    key_of(own_life)
    assert refused("key") == (
        4,
        [
            f"{path} sudah ada.",
            "Rekam jejak tetap memakai kuncinya: titik periksa dengan kunci lain tidak saling membuktikan.",
        ],
    )
    out = ("--out", tmp_path / "b")
    assert refused("prove", "999", *out) == (
        5,
        ["Tidak ada peristiwa 999.", "Rekam jejak memuat 115 peristiwa."],
    )
    alien = tmp_path / "asing.txt"
    stranger = signed_note.new_key("x")
    alien.write_text(signed_note.sign(Checkpoint("x", 1, bytes(32)).text(), stranger), encoding="utf-8")
    assert refused("prove", "--since", alien, *out) == (
        1,
        [
            f"{alien} bukan titik periksa rekam jejak ini.",
            "Titik periksa itu milik rekam jejak lain, atau rekam jejak ini diubah: jejak ledger verify",
        ],
    )
    assert refused("verify-proof", alien, "--key", str(signed_note.new_key("y").verifier())) == (
        1,
        [
            "asing.txt tidak ditandatangani y.",
            "Periksa kunci itu milik siapa, atau mintalah berkas yang ditandatangani.",
        ],
    )
    alien.write_text("bukan", encoding="utf-8")
    assert refused("prove", "--since", alien, *out) == (
        1,
        [f"{alien} bukan titik periksa.", "Pakailah berkas yang ditulis jejak ledger checkpoint --out."],
    )
    missing = tmp_path / "tidak-ada"
    assert refused("verify-proof", missing) == (
        5,
        [f"{missing} tidak dapat dibaca.", "Periksa nama dan haknya."],
    )
    assert refused("verify-proof", alien) == (
        1,
        [
            "asing.txt tidak membuktikan apa pun: bukan naskah bertanda tangan.",
            "Mintalah berkasnya lagi; bila sama, yang dibuktikannya telah diubah.",
        ],
    )
    assert refused("verify-proof", alien, "--key", "x")[0] == 2
    assert refused("prove", *out)[0] == 2
    assert refused("witness", alien, "--key", tmp_path / "w.key", "--name", "a b")[0] == 1


def test_every_answer_keeps_to_its_schema(own_life: Path, tmp_path: Path) -> None:
    note, home = tmp_path / "a.txt", ("--home", own_life)
    answered("ledger key", *home)
    verifier = answered("ledger checkpoint", "--out", note, *home)["data"]["verifier"]
    answered("ledger prove", "7", "--out", tmp_path / "b", *home)
    answered("ledger witness", note, "--key", tmp_path / "w.key", "--name", "saksi")
    found = answered("ledger verify-proof", next((tmp_path / "b").iterdir()), "--key", verifier)["data"]
    assert (found["kind"], found["position"], found["events"]) == ("inclusion", 7, 115)


def test_blocks_of_a_large_tree_are_kept_and_made_again(tmp_path: Path) -> None:
    from benchmarks.generator import generate
    from ledger.event_store import EventStore
    from ledger.proofs.tree import LedgerTree

    store = EventStore(generate(tmp_path / "besar.db", events=3 * BLOCK + 77, seed=4).path)
    kept = tmp_path / "blok.bin"
    tree = LedgerTree(store, kept)
    assert kept.stat().st_size == 3 * 32
    for index in (0, 1, BLOCK - 1, BLOCK, 3 * BLOCK, 3 * BLOCK + 76):
        path = inclusion(LedgerTree(store, kept), index, tree.size)
        verify_inclusion(store.leaf(index + 1), index, tree.size, path, tree.root)
    for old in (1, BLOCK, BLOCK + 1, 2 * BLOCK + 5, tree.size):
        verify_consistency(old, tree.size, tree.root_at(old), tree.root, consistency(tree, old, tree.size))
    kept.write_bytes(bytes(3 * 32))
    assert LedgerTree(store, kept).root == tree.root
    assert kept.read_bytes() == tree.blocks
    kept.write_bytes(b"rusak")
    assert LedgerTree(store, kept).blocks == tree.blocks


OTHERS = ("", "A", "\n", "=", "9", base64.b64encode(bytes(32)).decode())


@pytest.mark.parametrize("seed", range(40))
def test_spoilt_files_are_never_believed_and_never_break(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chance = random.Random(seed)
    size = chance.randrange(1, 40)
    leaves = leaves_of(size)
    key = signed_note.new_key("log")
    note = signed_note.sign(Checkpoint("log", size, root_of(leaves)).text(), key)
    old = chance.randrange(1, size + 1)
    old_note = signed_note.sign(Checkpoint("log", old, root_of(leaves[:old])).text(), key)
    proof = files.ConsistencyProof(old_note, tuple(consistency(Leaves(leaves), old, size)), note)
    text = files.consistency_text(proof)
    assert files.read_consistency(text) == proof
    files.check_consistency(proof)
    for _ in range(60):
        at = chance.randrange(len(text))
        spoilt = (
            text[:at]
            + chance.choice(("", "A", "\n", "=", "9", base64.b64encode(bytes(32)).decode()))
            + text[at + 1 :]
        )
        if spoilt == text:
            continue
        try:
            read = files.read_consistency(spoilt)
            found = files.check_consistency(read)
            notes = (signed_note.parse(one) for one in (read.old_note, read.note))
            good = all(signed_note.verified(one, key.verifier()) == 0 for one in notes)
        except (NoteError, ProofError):
            continue
        assert not good or found == files.check_consistency(proof)
