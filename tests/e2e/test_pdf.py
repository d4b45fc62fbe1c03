"""--pdf: whole, or a sentence and nothing at all. A small program stands in for LibreOffice."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import time
from pathlib import Path

import pytest

from exporters.word import pdf
from tests.helpers import Done, complete_proposal, invoke

PASAR = ("SIMPEL PASAR", "--year", "2023")
OTHERWISE = "Atau tanpa --pdf, lalu simpan dokumennya sebagai PDF di Word."
CONVERTS = """
out = Path(sys.argv[sys.argv.index("--outdir") + 1])
out.mkdir()
for name in sys.argv[sys.argv.index("--outdir") + 2:]:
    (out / f"{Path(name).stem}.pdf").write_bytes(b"%PDF-1.7 " + str(len(Path(name).read_bytes())).encode())
"""
LOSES_ONE = CONVERTS + "next(out.iterdir()).unlink()"


def office(folder: Path, body: str) -> Path:
    """A program that is called as LibreOffice is."""
    path = folder / "soffice"
    path.write_text(
        f"#!{sys.executable}\nimport os, subprocess, sys, time\nfrom pathlib import Path\n{body}\n"
    )
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def proposal(home: Path, out: Path, *words: str) -> Done:
    return invoke("dossier", "kipp", *PASAR, "--out", out, "--pdf", *words, "--home", home)


def letters(home: Path, out: Path) -> Done:
    return invoke("dossier", "letters", "kipp", *PASAR, "--out", out, "--pdf", "--json", "--home", home)


def test_the_pdf_lies_beside_the_document(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(pdf.OFFICE, str(office(tmp_path, CONVERTS)))
    out = tmp_path / "d"
    done = proposal(demo, out, "--json")
    name = "kipp-2023-umum-3303-0169"
    assert done.status == 0, done.err
    assert done.data["files"] == [str(out / f"{name}.{end}") for end in ("json", "docx", "pdf")]
    assert (out / f"{name}.pdf").read_bytes() == f"%PDF-1.7 {(out / f'{name}.docx').stat().st_size}".encode()
    found = letters(demo, tmp_path / "surat").data["letters"]
    assert [Path(one["pdf"]).read_bytes()[:4] for one in found] == [b"%PDF"] * 4
    assert [one["pdf"] for one in found] == [one["file"].replace(".docx", ".pdf") for one in found]


def test_without_libreoffice_nothing_is_written(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = (
        "PDF memerlukan LibreOffice, yang tidak ada di komputer ini.\n"
        "  Pasang LibreOffice, sebutkan programnya dalam JEJAK_SOFFICE, atau jalankan tanpa --pdf.\n"
    )
    monkeypatch.setenv(pdf.OFFICE, str(tmp_path / "tidak-ada"))
    done = proposal(demo, tmp_path / "d")
    assert (done.status, done.out, done.err, (tmp_path / "d").exists()) == (5, "", told, False)
    assert (letters(demo, tmp_path / "s").status, (tmp_path / "s").exists()) == (5, False)
    monkeypatch.delenv(pdf.OFFICE)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(pdf, "_MAC", tmp_path / "tidak-ada")
    assert proposal(demo, tmp_path / "d").err == told


@pytest.mark.parametrize("body", ["sys.exit(1)", "", LOSES_ONE], ids=["fails", "does nothing", "loses one"])
def test_a_conversion_that_fails_leaves_nothing(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    monkeypatch.setenv(pdf.OFFICE, str(office(tmp_path, body)))
    done = proposal(demo, tmp_path / "d")
    assert (done.status, done.err) == (5, f"LibreOffice tidak dapat membuat PDF.\n  {OTHERWISE}\n")
    assert not (tmp_path / "d").exists()
    assert (letters(demo, tmp_path / "s").status, (tmp_path / "s").exists()) == (5, False)


def test_a_conversion_that_hangs_is_ended_with_all_that_it_started(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = tmp_path / "anak"
    sleeps = "subprocess.Popen(['sleep', '60']).pid"
    body = f"Path({str(child)!r}).write_text(str({sleeps}))\ntime.sleep(60)"
    monkeypatch.setenv(pdf.OFFICE, str(office(tmp_path, body)))
    monkeypatch.setattr(pdf, "SECONDS", 6)
    done = proposal(demo, tmp_path / "d")
    assert (done.status, done.err) == (
        5,
        f"LibreOffice belum menghasilkan PDF dalam 6 detik.\n  {OTHERWISE}\n",
    )
    assert not (tmp_path / "d").exists()
    assert _ended(int(child.read_text()))


def batch(home: Path, out: Path, *words: str) -> Done:
    codes = ("3303-0001", "3303-0002", "3303-0003")
    return invoke("dossier", "batch", "iga", *codes, "--year", "2026", "--out", out, *words, "--home", home)


def test_a_batch_has_its_pdf_beside_each_document(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(pdf.OFFICE, str(office(tmp_path, CONVERTS)))
    monkeypatch.setattr(pdf, "AT_ONCE", 2)
    out = tmp_path / "d"
    done = batch(demo, out, "--pdf")
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines()[1:] == [
        "3 di antaranya juga sebagai PDF.",
        "3 di antaranya masih kurang bagian formulir: lembar Masih Kurang dalam daftar itu menyebutnya.",
    ]
    names = [f"iga-2026-3303-000{number}" for number in (1, 2, 3)]
    for name in names:
        size = (out / name / f"{name}.docx").stat().st_size
        assert (out / name / f"{name}.pdf").read_bytes() == f"%PDF-1.7 {size}".encode()
    again = batch(demo, out, "--json")
    assert [(one["state"], f"{one['folder']}.pdf" in one["files"]) for one in again.data["items"]] == [
        ("kept", False)
    ] * 3
    # One that was deleted is made again, and no other; one that was changed is not ours.
    (out / names[0] / f"{names[0]}.pdf").unlink()
    (out / names[1] / f"{names[1]}.pdf").write_bytes(b"pindaian bertanda tangan")
    third = (out / names[2] / f"{names[2]}.pdf").stat().st_mtime_ns
    done = batch(demo, out, "--pdf", "--json")
    assert [one["state"] for one in done.data["items"]] == ["kept", "failed", "kept"]
    assert done.data["items"][1]["why"] == (
        f"folder {names[1]} dibiarkan apa adanya (berubah sejak ditulis: {names[1]}.pdf); pindahkan dahulu"
    )
    assert (out / names[0] / f"{names[0]}.pdf").is_file()
    assert (out / names[2] / f"{names[2]}.pdf").stat().st_mtime_ns == third


def test_a_batch_without_pdf_is_printed_later(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(pdf.OFFICE, str(tmp_path / "tidak-ada"))
    assert (batch(demo, tmp_path / "d", "--pdf").status, (tmp_path / "d").exists()) == (5, False)
    assert batch(demo, tmp_path / "d").status == 0
    monkeypatch.setenv(pdf.OFFICE, str(office(tmp_path, CONVERTS)))
    done = batch(demo, tmp_path / "d", "--pdf", "--json")
    assert [(one["state"], one["pdf"] is None) for one in done.data["items"]] == [("kept", False)] * 3


def test_an_issue_records_no_pdf(own_demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(pdf.OFFICE, str(office(tmp_path, CONVERTS)))
    complete_proposal(own_demo, tmp_path / "lampiran")
    out, words = tmp_path / "terbit", ("--json", "--home", own_demo)
    trial = invoke("dossier", "issue", "kipp", *PASAR, "--out", out, "--pdf", "--dry-run", *words)
    assert (trial.status, out.exists()) == (0, False)
    done = invoke("dossier", "issue", "kipp", *PASAR, "--out", out, "--pdf", *words)
    name = "kipp-2023-umum-3303-0169-final"
    assert done.status == 0, done.err
    assert [one["name"] for one in done.data["files"]] == [f"{name}.json", f"{name}.docx"]
    assert sorted(path.name for path in out.iterdir()) == [f"{name}.{end}" for end in ("docx", "json", "pdf")]
    again = invoke("dossier", "again", *PASAR, "--out", tmp_path / "lagi", *words)
    assert (again.status, again.data["differing"]) == (0, [])


def test_the_documents_of_a_lab(demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(pdf.OFFICE, str(office(tmp_path, CONVERTS)))
    words = ("lab", "documents", "purbalingga-2022", "--out", tmp_path / "d", "--pdf", "--home", demo)
    done = invoke(*words, "--only", "report", "--json")
    (file,) = done.data["files"]
    assert file["pdf"] == str(tmp_path / "d" / "purbalingga-2022-laporan.pdf")
    size = Path(file["file"]).stat().st_size
    assert Path(file["pdf"]).read_bytes() == f"%PDF-1.7 {size}".encode()
    again = invoke(*words, "--only", "report")
    assert again.status == 4
    monkeypatch.setenv(pdf.OFFICE, str(tmp_path / "tidak-ada"))
    assert invoke(*words, "--only", "report", "--force").status == 5


def _ended(process: int) -> bool:
    """Whether a process is gone, or dead and not yet waited for."""
    for _turn in range(50):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        status = Path(f"/proc/{process}/stat")
        if status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.1)
    return False


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not on the path")
def test_what_libreoffice_makes_knows_its_headings(demo: Path, tmp_path: Path) -> None:
    assert proposal(demo, tmp_path).status == 0
    raw = (tmp_path / "kipp-2023-umum-3303-0169.pdf").read_bytes()
    assert raw.startswith(b"%PDF")
    assert b"/Marked true" in raw
