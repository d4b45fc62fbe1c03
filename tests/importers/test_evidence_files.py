"""What names of evidence files say."""

from pathlib import Path

import pytest

from importers.reading.evidence_files import by_name, in_folder
from jejak_i18n import sentence
from schemas.loader import packaged


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("16 SK 2024-03-02 Penetapan.pdf", ("sk", ("regulation",), "2024-03-02", "Penetapan")),
        ("16 sk 2024-03 Penetapan inovasi.PDF", ("sk", ("regulation",), "2024-03", "Penetapan inovasi")),
        ("16 SK 2024.pdf", ("sk", ("regulation",), "2024", "")),
        ("16+18 Perkada Dua guna.pdf", ("perkada", ("regulation", "budget_support"), None, "Dua guna")),
        ("16,18 Dua guna.pdf", ("other", ("regulation", "budget_support"), None, "Dua guna")),
        ("tangkapan layar Beranda.png", ("screenshot", (), None, "Beranda")),
        ("surat tugas 2023-01-02 Tim.pdf", ("assignment_letter", (), "2023-01-02", "Tim")),
        ("Foto loket.JPG", ("photo", (), None, "loket")),
        ("loket.jpeg", ("photo", (), None, "loket")),
        ("35 tayangan.mp4", ("video", ("video",), None, "tayangan")),
        ("SKPD terkait.pdf", ("other", (), None, "SKPD terkait")),
        ("2024-3-2 Laporan.pdf", ("other", (), None, "2024-3-2 Laporan")),
        ("5 lampiran.pdf", ("other", (), None, "5 lampiran")),
        ("120 peserta.pdf", ("other", (), None, "120 peserta")),
        ("16.pdf", ("other", ("regulation",), None, "")),
        ("16 SK Penetapan inovasi (1).pdf", ("sk", ("regulation",), None, "Penetapan inovasi")),
        ("Laporan akhir - Copy.pdf", ("report", (), None, "akhir")),
        ("scan_0012 (1).pdf", ("other", (), None, "")),
        ("SK%20Bupati.pdf", ("other", (), None, "")),
        ("SK_Bupati_Inovasi.pdf", ("other", (), None, "")),
        ("sk-bupati-inovasi.pdf", ("other", (), None, "")),
        ("16 IMG 20240302 102233.jpg", ("photo", ("regulation",), None, "")),
        ("WhatsApp Image 2024-03-02 at 10.22.33.jpeg", ("photo", (), None, "")),
        ("Dokumen (2).pdf", ("other", (), None, "")),
        ("Foto.jpg", ("photo", (), None, "")),
    ],
)
def test_what_a_name_says(name: str, expected: tuple[str, tuple[str, ...], str | None, str]) -> None:
    found = by_name(Path(name), "3303-0001", packaged())
    assert (found.kind, found.indicators, found.date, found.subject) == expected
    assert (found.fault, found.code) == (None, "3303-0001")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("99 SK Penetapan.pdf", "tidak ada indikator 99."),
        ("16+15 SK.pdf", "tidak ada indikator 15."),
        ("00 SK.pdf", "tidak ada indikator 0."),
        ("16 SK 2024-02-31 Penetapan.pdf", 'tanggal "2024-02-31" tidak ada.'),
        ("2024-13 Laporan.pdf", 'tanggal "2024-13" tidak ada.'),
    ],
)
def test_a_name_that_cannot_be(name: str, told: str) -> None:
    fault = by_name(Path(name), "3303-0001", packaged()).fault
    assert fault is not None
    assert sentence(fault, "id") == told


def test_a_folder_in_order_and_without_what_programs_leave(tmp_path: Path) -> None:
    names = ("B/2.pdf", "B/dalam/1.pdf", "A/16 SK.pdf", "luar.pdf", ".git/x", "A/.DS_Store", "A/~$16 SK.docx")
    for name in (*names, "A/Thumbs.db"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    found = in_folder(tmp_path, packaged())
    assert [(str(one.path.relative_to(tmp_path).as_posix()), one.code) for one in found] == [
        ("A/16 SK.pdf", "A"),
        ("B/2.pdf", "B"),
        ("B/dalam/1.pdf", "B"),
        ("luar.pdf", ""),
    ]
    assert [one.fault and sentence(one.fault, "id") for one in found] == [
        None,
        None,
        None,
        "berkas tidak terletak dalam folder bernama kode inovasi.",
    ]
