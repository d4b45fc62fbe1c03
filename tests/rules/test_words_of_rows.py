"""Findings on indicators and rows of the region in Indonesian, word for word."""

from __future__ import annotations

import pytest

from domain import support
from domain.evidence import Cited
from domain.rules.index import index
from tests.rules.given import (
    REGION,
    Said,
    book,
    claim,
    entry,
    proof,
    verified,
)
from tests.rules.words import Wording, Wordings, told

DECREE = "17 Ketersediaan dan peran SDM"


CASES = Wordings()
add = CASES.add

add(
    "a criterion that nobody judged",
    "pp38-2017",
    "criterion.replicable",
    "Kriteria belum dinilai: dapat direplikasi.",
    "Nilailah: jejak entry claim 3303-0001 --award pp38 --year 2017 --indicator replicable --level 1",
)
add(
    "an indicator of which nothing is recorded",
    "iga-2026",
    "indicator.personnel",
    f"{DECREE}: belum ada yang tercatat dan belum ada klaim.",
    "Catat pada lembar Pendukung sebagai pelaksana, atau klaim parameternya pada lembar Klaim IGA.",
)
add(
    "evidence without a claim",
    "iga-2026",
    "indicator.regulation",
    "16 Regulasi Inovasi Daerah: 2 bukti terlampir, tetapi parameternya belum diklaim.",
    "Klaim parameternya di kolom Tingkat lembar Klaim IGA, atau: jejak entry claim 3303-0001 --award iga"
    " --year 2026 --indicator 16 --level TINGKAT (paling tinggi 3).",
    proof("sk", "regulation"),
    proof("perkada", "regulation"),
)
add(
    "no evidence and no claim",
    "iga-2026",
    "indicator.video",
    "35 Video inovasi daerah: belum ada yang tercatat dan belum ada klaim.",
    "Klaim parameternya pada lembar Klaim IGA dan lampirkan buktinya pada lembar Bukti.",
)
add(
    "a level without evidence",
    "iga-2026",
    "indicator.personnel",
    f"{DECREE}: parameter 2 dinyatakan, tetapi buktinya belum ada.",
    "Lampirkan untuk indikator 17 pada lembar Bukti: SK atau surat tugas, dari tahun 2024–2026.",
    support.ExecutorsNamed(role="petugas", count=12),
)
add(
    "a level whose evidence has no file",
    "iga-2026",
    "indicator.personnel",
    f"{DECREE}: parameter 2 dinyatakan, tetapi buktinya belum dapat dihitung.",
    'Indikator 17 kurang satu langkah: isi Berkas atau Tautan bukti "sk" pada lembar Bukti.',
    support.ExecutorsNamed(role="petugas", count=12),
    proof("sk", "personnel", occurred="2025", link=None),
)
add(
    "evidence of a lower level",
    "iga-2026",
    "indicator.information_access",
    "27 Kemudahan informasi layanan: parameter 2 dinyatakan; buktinya baru mendukung parameter 1.",
    "Lampirkan untuk indikator 27 pada lembar Bukti: tangkapan layar (satu untuk setiap tingkat).",
    proof("screenshot", "information_access"),
    of=[claim("information_access", 2)],
)
add(
    "a verification that fell",
    "iga-2026",
    "verification.personnel",
    f"Verifikasi {DECREE} gugur: buktinya digantikan, diralat, atau dibatalkan.",
    "Verifikasi lagi indikatornya.",
    of=[claim("personnel", 2), verified("personnel", 2, Cited(evidence=2, file="ab"))],
)


@pytest.mark.parametrize("one", CASES.values(), ids=CASES)
def test_a_finding_says(one: Wording) -> None:
    assert one.told() == one.expected


ROWS: dict[str, tuple[list[Said], str, str | None]] = {
    "nothing": ([], "11b Capaian IPM: belum tercatat.", "Isi barisnya pada lembar SPD."),
    "a level": ([claim("hdi", 2)], "11b Capaian IPM: parameter 2 diklaim.", None),
    "a figure": ([claim("hdi", 0, amount="70.5")], "11b Capaian IPM: 70,5 menghasilkan parameter 2.", None),
}


@pytest.mark.parametrize(("said", "text", "mend"), ROWS.values(), ids=ROWS)
def test_a_row_of_the_region_says(said: list[Said], text: str, mend: str | None) -> None:
    rows = index(book("iga-2026"), entry(*said), [], REGION).rows
    assert told(next(row for row in rows if row.rule == "region.hdi")) == (text, mend)


def test_a_figure_where_printed_bands_overlap() -> None:
    rows = index(book("iga-2026"), entry(claim("poverty", 0, amount="4.815")), [], REGION).rows
    assert told(next(row for row in rows if row.rule == "region.poverty")) == (
        "10b Persentase penduduk miskin (T-1): 4,815 terletak pada batas yang tumpang-tindih; dipilih"
        " parameter 2.",
        None,
    )


def test_the_spread_over_affairs_says_what_is_lacking() -> None:
    spread = index(book("iga-2026"), None, [], REGION).spread
    assert spread is not None
    assert told(spread) == (
        "0 dari 6 urusan pelayanan dasar terwakili; diminta 5.",
        "Belum terwakili inovasi: Pendidikan; Kesehatan; Pekerjaan Umum dan Penataan Ruang; Perumahan Rakyat"
        " dan Kawasan Permukiman; Ketenteraman, Ketertiban Umum dan Pelindungan Masyarakat; Sosial.",
    )
