"""evidence take writes files out under the names under which they were given."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tests.helpers import invoke

PDF = b"%PDF-1.4 satu"
PNG = b"\x89PNG\r\n\x1a\n dua"
NAMES = ("SK Bupati, 2023.pdf", "Foto meja.PNG")


def attached(home: Path, folder: Path) -> None:
    folder.mkdir()
    for name, data in zip(NAMES, (PDF, PNG), strict=True):
        (folder / name).write_bytes(data)
        done = invoke("evidence", "add", folder / name, "--code", "SIMPEL", "--kind", "other", "--home", home)
        assert done.status == 0, done.err


def test_files_come_out_as_they_were_given(own_life: Path, tmp_path: Path) -> None:
    attached(own_life, tmp_path / "masuk")
    out = tmp_path / "keluar"
    done = invoke("evidence", "take", "SIMPEL", "--out", out, "--json", "--home", own_life)
    assert done.status == 0, done.err
    assert {path.name: path.read_bytes() for path in out.iterdir()} == dict(
        zip(NAMES, (PDF, PNG), strict=True)
    )
    assert [(one["name"], one["path"]) for one in done.data["files"]] == [(name, name) for name in NAMES]
    again = invoke("evidence", "take", "SIMPEL", "--out", out, "--json", "--home", own_life)
    assert (again.status, again.data) == (0, done.data)
    assert len(list(out.iterdir())) == 2
    listed = invoke("evidence", "list", "SIMPEL", "--json", "--home", own_life).data["items"]
    assert [(one["name"], one["media_type"], one["size"]) for one in listed if one["file"]] == [
        (NAMES[0], "application/pdf", len(PDF)),
        (NAMES[1], "image/png", len(PNG)),
    ]


def test_a_file_that_is_there_with_other_bytes_stays(own_life: Path, tmp_path: Path) -> None:
    attached(own_life, tmp_path / "masuk")
    out = tmp_path / "keluar"
    out.mkdir()
    (out / NAMES[0]).write_bytes(b"milik orang lain")
    done = invoke("evidence", "take", "SIMPEL", "--out", out, "--json", "--home", own_life)
    assert [one["path"] for one in done.data["files"]] == ["SK Bupati, 2023-2.pdf", NAMES[1]]
    assert (out / NAMES[0]).read_bytes() == b"milik orang lain"
    assert (out / "SK Bupati, 2023-2.pdf").read_bytes() == PDF


def test_a_file_that_is_lost_or_altered_is_named(own_life: Path, tmp_path: Path) -> None:
    attached(own_life, tmp_path / "masuk")
    for data in (PDF, PNG):
        digest = hashlib.sha256(data).hexdigest()
        kept = own_life / "evidence" / digest[:2] / digest
        kept.chmod(0o644)
        kept.write_bytes(b"lain") if data is PDF else kept.unlink()
    done = invoke("evidence", "take", "SIMPEL", "--out", tmp_path / "keluar", "--home", own_life)
    assert done.status == 1
    for name in NAMES:
        assert f"{name}  berkas bukti ini tidak ada atau berubah." in done.err
    assert done.err.count("Lihat jejak evidence check; pulihkan dari cadangan.") == 2
    assert list((tmp_path / "keluar").iterdir()) == []


def test_a_kind_is_named_by_its_label_or_its_code(own_life: Path, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(PNG)
    words = (tmp_path / "a.png", "--code", "SIMPEL", "--dry-run", "--json", "--home", own_life)
    found = [invoke("evidence", "add", *words, "--kind", kind) for kind in ("Foto", "photo", "SK")]
    assert [done.data["items"][0]["kind"] for done in found] == ["photo", "photo", "sk"]
    wrong = invoke("evidence", "add", *words[:3], "--kind", "lukisan", "--home", own_life)
    assert wrong.status == 2
    assert '"lukisan" tidak ada dalam daftar.' in wrong.err
    assert "Pilih salah satu: SK, " in wrong.err
