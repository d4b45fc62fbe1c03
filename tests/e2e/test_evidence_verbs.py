"""What the verbs of evidence say of files that are missing, altered, orphaned or wrong."""

from __future__ import annotations

from pathlib import Path

from ledger.workspace.workspace import open_at
from tests.helpers import Done, invoke


def evidence(home: Path, verb: str, *words: str | Path) -> Done:
    return invoke("evidence", verb, *words, "--home", home)


def kept(home: Path) -> list[Path]:
    return sorted(path for path in (home / "evidence").rglob("*") if path.is_file())


def test_check_names_what_is_missing_altered_and_orphaned(own_life: Path, tmp_path: Path) -> None:
    for name in ("satu.pdf", "dua.pdf"):
        (tmp_path / name).write_bytes(name.encode())
        done = evidence(own_life, "add", tmp_path / name, "--code", "SIMPEL")
        assert done.status == 0, done.err
    store = open_at(own_life).evidence
    one, two = kept(own_life)
    assert evidence(own_life, "check").out == "2 berkas, semuanya sesuai catatan.\n"
    named = {
        item["file"]: item["event"] for item in evidence(own_life, "list", "SIMPEL", "--json").data["items"]
    }
    one.unlink()
    two.chmod(0o644)
    two.write_bytes(b"lain")
    orphan = store.path("ab" * 32)
    orphan.parent.mkdir(parents=True, exist_ok=True)
    orphan.write_bytes(b"tak dikenal")
    done = evidence(own_life, "check")
    assert done.status == 1
    assert sorted(done.out.splitlines()) == sorted(
        [
            f"Hilang: {one} (peristiwa {named[one.name]}). Pulihkan dari cadangan.",
            f"Berubah: {two} (peristiwa {named[two.name]}). Pulihkan dari cadangan.",
            f"Tak bertuan: {orphan}. Tidak pernah disebut peristiwa mana pun; biarkan di sana, "
            "atau simpan di tempat lain.",
            "2 berkas, 3 kesalahan.",
        ]
    )


def test_evidence_gives_way_only_to_evidence_of_the_same_innovation(own_life: Path, tmp_path: Path) -> None:
    path = tmp_path / "baru.pdf"
    path.write_bytes(b"baru")
    before = (own_life / "ledger.db").read_bytes()
    done = evidence(own_life, "add", path, "--code", "SIMPEL", "--supersedes", "1")
    assert (done.status, done.err) == (
        2,
        "Peristiwa 1 bukan bukti inovasi ini.\n  Cari dengan: jejak evidence list 3303-0001\n",
    )
    assert (own_life / "ledger.db").read_bytes() == before


def test_a_folder_with_wrong_names_is_told_whole(own_life: Path, tmp_path: Path) -> None:
    folder = tmp_path / "bukti"
    (folder / "3303-0001").mkdir(parents=True)
    stray, wrong, day = (
        folder / "lepas.pdf",
        folder / "3303-0001" / "15 SK.pdf",
        folder / "3303-0001" / "16 SK 2024-02-31 Tim.pdf",
    )
    for path in (stray, wrong, day):
        path.write_bytes(b"isi")
    before = (own_life / "ledger.db").read_bytes()
    done = evidence(own_life, "add", folder, "--yes")
    assert done.status == 3
    assert done.err.splitlines() == [
        f"  {wrong}  tidak ada indikator 15.",
        f'  {day}  tanggal "2024-02-31" tidak ada.',
        f"  {stray}  berkas tidak terletak dalam folder bernama kode inovasi.",
        "3 kesalahan. Tidak ada yang dicatat.",
    ]
    assert (own_life / "ledger.db").read_bytes() == before
    assert kept(own_life) == []


def test_a_dossier_of_a_form_that_is_not_known(life: Path, tmp_path: Path) -> None:
    words = ("dossier", "iga", "SIMPEL", "--year", "2025", "--out", tmp_path, "--home", life)
    done = invoke(*words)
    assert (done.status, done.out) == (2, "")
    assert done.err.splitlines()[0] == "Formulir iga-2025 belum diketahui."
