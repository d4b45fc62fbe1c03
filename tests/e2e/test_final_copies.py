"""dossier iga and kipp --final: the copy to submit, refused while the form lacks a mandatory part."""

from __future__ import annotations

import io
from pathlib import Path

import docx
from msgspec import structs

from commands.common.output import Answer
from commands.competition.dossier_final import require_complete
from exporters.dossier.model import FormGap
from schemas.envelope import Message
from tests.exporters import portraits
from tests.helpers import Done, complete_proposal, invoke

WAY = (
    "Lembar yang tidak ada di buku kerja unit (Klaim IGA): jejak template isi.xlsx --for {code}"
    ' --sheet "Klaim IGA"'
)
LACKING = """\
17 Ketersediaan dan peran SDM: parameter 2 dinyatakan, tetapi buktinya belum dapat dihitung; indikator \
ini wajib.
  Indikator 17 kurang satu langkah: tanggal bukti "470/CONTOH-03/2019" di luar masa yang diminta: \
lampirkan SK atau surat tugas, dari tahun 2024–2026, atau ralat tanggalnya.
32 Kecepatan penciptaan inovasi: yang tercatat belum menentukan parameternya; indikator ini wajib.
  Catat pada lembar Pendukung sebagai tahap penciptaan, atau klaim parameternya pada lembar Klaim IGA.
35 Video inovasi daerah: belum ada yang tercatat dan belum ada klaim; indikator ini wajib.
  Klaim parameternya pada lembar Klaim IGA dan lampirkan buktinya pada lembar Bukti.
{way}
3 bagian wajib formulir masih kurang. Tidak ada yang ditulis.
"""


def write(home: Path, out: Path, award: str, name: str, year: str, *words: str) -> Done:
    return invoke("dossier", award, name, "--year", year, "--out", out, *words, "--home", home)


def test_sapa_rt_is_refused_with_what_it_lacks(demo: Path, tmp_path: Path) -> None:
    out = tmp_path / "dokumen"
    done = write(demo, out, "iga", "SAPA RT", "2026", "--final")
    code = write(demo, tmp_path / "konsep", "iga", "SAPA RT", "2026", "--json").data["code"]
    assert (done.status, done.out, done.err) == (3, "", LACKING.format(way=WAY.format(code=code)))
    assert not out.exists()
    assert write(demo, out, "iga", "SAPA RT", "2026").status == 0


def test_a_complete_proposal_is_written_without_what_belongs_to_a_draft(
    own_demo: Path, tmp_path: Path
) -> None:
    demo = own_demo
    complete_proposal(demo, tmp_path / "lampiran")
    done = write(demo, tmp_path, "kipp", "SIMPEL PASAR", "2023", "--final", "--json")
    assert (done.status, done.err) == (0, "")
    names = ["kipp-2023-umum-3303-0169-final.json", "kipp-2023-umum-3303-0169-final.docx"]
    assert done.data["files"] == [str(tmp_path / name) for name in names]
    assert (done.data["code"], done.data["missing"]) == ("3303-0169", [])
    assert write(demo, tmp_path, "kipp", "SIMPEL PASAR", "2023").status == 0
    final, draft = (tmp_path / name for name in (names[1], names[1].replace("-final", "")))
    said, drafted = texts(final), texts(draft)
    assert said[:4] == [
        "Kompetisi Inovasi Pelayanan Publik 2023 · Kelompok Umum",
        "Proposal Inovasi Pelayanan Publik",
        "Sistem Pelayanan Retribusi, Kios, dan Los Pasar Rakyat (SIMPEL PASAR)",
        "Identitas proposal",
    ]
    for of_a_draft in ("DRAF — yang masih kurang", "Sumber setiap isian"):
        assert (of_a_draft in drafted, of_a_draft in said) == (True, False)
    counts = [[line for line in lines if " dari maksimal " in line] for lines in (drafted, said)]
    assert (len(counts[0]) > 5, counts[1]) == (True, [])
    # The JSON is the same: provenance and gaps stay there.
    assert (tmp_path / names[0]).read_bytes() == (tmp_path / names[0].replace("-final", "")).read_bytes()


def texts(file: Path) -> list[str]:
    document = docx.Document(io.BytesIO(file.read_bytes()))
    return [paragraph.text for paragraph in document.paragraphs if paragraph.text]


def test_a_rule_that_is_not_confirmed_is_told_and_refuses_nothing() -> None:
    answer = Answer("dossier kipp", as_json=True)
    made = portraits.dossier_of(portraits.complete(), portraits.form("kipp", 2023, "umum"))
    gap = FormGap(
        id="letter",
        label="Surat",
        what="belum dilampirkan",
        mend="Lampirkan.",
        certainty="unconfirmed",
        part="letter",
        sheet=None,
        column=None,
    )
    require_complete(answer, structs.replace(made, gaps=[gap]))
    told = "Menurut aturan yang belum terkonfirmasi: Surat: belum dilampirkan. Lampirkan."
    assert answer.messages == [Message("warning", told)]
