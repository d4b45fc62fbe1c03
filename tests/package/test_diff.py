"""dossier diff: two issues of a dossier, field by field."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import pytest
from docx import Document

from tests.helpers import Done, invoke
from tests.package.conftest import Packed
from tests.packages import BASE, DOSSIER, FORM, altered, fixed_up, members, pack, zipped


def diff(before: Path, after: Path, *words: str | Path) -> Done:
    return invoke("dossier", "diff", before, after, *words)


@pytest.fixture(scope="module")
def corrected(packed: Packed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package after the date of implementation was corrected."""
    folder = tmp_path_factory.mktemp("ralat")
    home = Path(shutil.copytree(packed.home, folder / "ruang"))
    words = ("1502", "occurred", "2023-03-05", "--reason", "salah ketik pada lembar", "--yes")
    done = invoke("correct", *words, "--home", home)
    assert done.status == 0, done.err
    assert pack(home, folder / "b.zip").status == 0
    return folder / "b.zip"


def day(file: Path) -> str:
    from jejak_i18n.formatting import date

    return date(json.loads(members(file)[DOSSIER])["spoken_day"])


def test_a_correction_changes_exactly_its_field(packed: Packed, corrected: Path) -> None:
    done = diff(packed.file, corrected)
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines() == [
        f"Sebelum: IGA 2026 · 3303-0169 · posisi 3.779 · keadaan per {day(packed.file)} (ilustrasi)",
        f"Sesudah: IGA 2026 · 3303-0169 · posisi 3.780 · keadaan per {day(corrected)} (ilustrasi)",
        "",
        "  ~ 1.13 Waktu Implementasi (tanggal penerapan)",
        "      semula:  2 Maret 2023",
        "      menjadi: 5 Maret 2023",
        "",
        "1 isian berbeda.",
    ]
    data = diff(packed.file, corrected, "--json").data
    assert (data["before"]["position"], data["after"]["position"]) == (3779, 3780)
    assert [(one["part"], one["change"], one["before"], one["after"]) for one in data["changes"]] == [
        ("section", "changed", "2 Maret 2023", "5 Maret 2023")
    ]


def test_json_files_and_packages_may_be_mixed(packed: Packed, corrected: Path, tmp_path: Path) -> None:
    file = tmp_path / "dosir.json"
    file.write_bytes(members(packed.file)[DOSSIER])
    assert (
        diff(file, corrected, "--json").data["changes"]
        == diff(packed.file, corrected, "--json").data["changes"]
    )
    same = diff(file, packed.file)
    assert (same.status, same.out.splitlines()[-1]) == (0, "Kedua terbitan tidak berbeda.")


def test_the_same_as_a_word_table_with_the_same_bytes(
    packed: Packed, corrected: Path, tmp_path: Path
) -> None:
    for name in ("a.docx", "b.docx"):
        done = diff(packed.file, corrected, "--docx", tmp_path / name)
        assert done.err == f"Perbedaan ditulis: {tmp_path / name}\n"
    raw = (tmp_path / "a.docx").read_bytes()
    assert raw == (tmp_path / "b.docx").read_bytes()
    document = Document(io.BytesIO(raw))
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Isian", "Perubahan", "Sebelum", "Sesudah"],
        ["1.13 Waktu Implementasi (tanggal penerapan)", "berubah", "2 Maret 2023", "5 Maret 2023"],
    ]
    texts = [one.text for one in document.paragraphs]
    assert "Perbedaan dua terbitan dosir" in texts
    assert f"Sesudah: IGA 2026 · 3303-0169 · posisi 3.780 · keadaan per {day(corrected)} (ilustrasi)" in texts
    assert diff(packed.file, packed.file, "--docx", tmp_path / "c.docx").status == 0
    assert "Kedua terbitan tidak berbeda." in [
        one.text for one in Document(str(tmp_path / "c.docx")).paragraphs
    ]


def test_evidence_and_what_follows_from_it(packed: Packed, own: Path, tmp_path: Path) -> None:
    (tmp_path / "baru.pdf").write_bytes(FORM + b"lain")
    words = ("--kind", "report", "--subject", "Monev", "--indicator", "34", "--home", own)
    assert invoke("evidence", "add", tmp_path / "baru.pdf", "--code", "SIMPEL PASAR", *words).status == 0
    assert pack(own, tmp_path / "b.zip").status == 0
    changes = diff(packed.file, tmp_path / "b.zip", "--json").data["changes"]
    added = [one for one in changes if one["field"] == "evidence/report/Monev"]
    assert [(one["part"], one["change"], one["label"], one["before"]) for one in added] == [
        ("indicator", "added", "Bukti indikator 34", None)
    ]
    assert {one["part"] for one in changes} <= {"indicator", "verdict", "gap"}
    back = diff(tmp_path / "b.zip", packed.file, "--json").data["changes"]
    assert [(one["before"], one["after"]) for one in back] == [
        (one["after"], one["before"]) for one in changes
    ]


def test_a_long_text_is_shown_where_it_parts(packed: Packed, tmp_path: Path) -> None:
    dossier = json.loads(members(packed.file)[DOSSIER])
    (design,) = [one for one in dossier["sections"] if one["id"] == "design"]
    text = design["values"][0]["value"]
    design["values"][0]["value"] = f"{text[:400]}KATA BARU {text[400:]}"
    (tmp_path / "b.json").write_text(json.dumps(dossier), encoding="utf-8")
    done = diff(packed.file, tmp_path / "b.json")
    _label, before, after = done.out.splitlines()[3:6]
    assert "KATA BARU" in after
    assert "KATA BARU" not in before
    assert max(len(before), len(after)) < 120


def test_what_cannot_be_compared(packed: Packed, tmp_path: Path) -> None:
    pack(packed.home, tmp_path / "k.zip", award="kipp", year="2023")
    done = diff(packed.file, tmp_path / "k.zip")
    assert done.status == 2
    assert "Kedua dosir untuk lomba yang berbeda: IGA dan KIPP." in done.err
    assert diff(packed.file, packed.file, "--docx", tmp_path / "a.doc").status == 2
    for number, raw in enumerate(
        (b"", b"{}", b"[1]", b'{"award": "iga"}', b"\xff\xfe", b"[" * 100_000, b'{"award": []}')
    ):
        file = tmp_path / f"{number}.json"
        file.write_bytes(raw)
        done = diff(packed.file, file)
        assert (done.status, done.err.splitlines()) == (
            3,
            [
                f"{file.name} tidak memuat dosir yang dapat dibaca Jejak ini.",
                "  Pakailah sebuah paket, atau berkas .json yang ditulis jejak dossier.",
            ],
        )
    stranger = zipped(tmp_path / "asing.zip", {"lain.txt": b"isi"})
    assert (diff(stranger, packed.file).status, diff(packed.file, stranger).status) == (3, 3)


def test_a_package_that_was_changed_is_compared_and_told(packed: Packed, tmp_path: Path) -> None:
    held = members(packed.file)
    file = zipped(tmp_path / "a.zip", {**held, "bagit.txt": b"x"})
    assert diff(packed.file, file).err == (
        "a.zip tidak seperti saat dikemas: 1 temuan. jejak dossier verify menyebutnya.\n"
    )
    lost = zipped(tmp_path / "b.zip", {path: raw for path, raw in held.items() if path != DOSSIER})
    assert diff(packed.file, lost).status == 3
    renamed = altered(packed.file, tmp_path / "c.zip", DOSSIER, lambda raw: raw.replace(b"SIMPEL", b"SIMPLE"))
    assert diff(packed.file, renamed).out.count("SIMPLE") > 0
    assert BASE in str(packed.file)


def test_what_a_stranger_wrote_does_not_steer_the_terminal(packed: Packed, tmp_path: Path) -> None:
    dossier = json.loads(members(packed.file)[DOSSIER])
    dossier["spoken_day"] = "kemarin\x1b[2J"
    dossier["sections"][0]["label"] = "Judul\x1b]0;x\x07"
    dossier["sections"][0]["values"][0]["value"] = "merah\x1b[31m\x00\x9b"
    (tmp_path / "b.json").write_text(json.dumps(dossier), encoding="utf-8")
    done = diff(packed.file, tmp_path / "b.json", "--docx", tmp_path / "b.docx")
    assert done.status == 0
    assert "keadaan per kemarin" in done.out
    assert [letter for letter in done.out if letter != "\n" and not letter.isprintable()] == []
    texts = [one.text for one in Document(str(tmp_path / "b.docx")).paragraphs]
    assert any("keadaan per kemarin" in text for text in texts)
    file = zipped(
        tmp_path / "c.zip", fixed_up({**members(packed.file), DOSSIER: json.dumps(dossier).encode()})
    )
    told = invoke("dossier", "verify", file, "--home", packed.home)
    assert told.status == 1
    assert [letter for letter in told.err if letter != "\n" and not letter.isprintable()] == []
