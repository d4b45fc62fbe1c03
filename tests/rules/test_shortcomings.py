"""What is one step short says just that step: the page, the file, the link, the type of the file."""

from __future__ import annotations

import pytest

from domain.evidence import KeptFile
from jejak_i18n import sentence
from tests.rules.given import (
    Said,
    book,
    case,
    claim,
    entry,
    finding,
    implemented,
    paper,
    proof,
    seen,
    verdict,
)

IGA, KIPP = book("iga-2026"), book("kipp-2023-umum")
LINK = "https://contoh.id/sk"


def kept(media_type: str, file: str = "ab", size: int = 1) -> KeptFile:
    return KeptFile(file, "berkas asli", media_type, size)


def sk(**more: object) -> Said:
    return proof("sk", "regulation", occurred="2024-08-01", **{"page": "2", "number": "188/1", **more})


def sk_of(occurred: str | None, **more: object) -> Said:
    return proof("sk", "regulation", occurred=occurred, **{"page": "2", "number": "188/1", **more})


PDF, PNG = kept("application/pdf"), kept("image/png")
STEPS: dict[str, tuple[list[Said], str]] = {
    "only the page": ([sk(page=None)], 'isi Halaman bukti "188/1" pada lembar Bukti'),
    "only a file": ([sk(file=None)], 'isi Berkas atau Tautan bukti "188/1" pada lembar Bukti'),
    "only the date": ([sk_of(None)], 'isi Tanggal bukti "188/1" pada lembar Bukti'),
    "a date outside the years": (
        [sk_of("2023-12-31")],
        'tanggal bukti "188/1" di luar masa yang diminta: lampirkan SK, dengan halaman yang dirujuk, dari'
        " tahun penerapan, atau ralat tanggalnya",
    ),
    "a date that is mended comes first": (
        [sk_of("2023-12-31", number="1"), sk_of(None, number="2")],
        'isi Tanggal bukti "2" pada lembar Bukti',
    ),
    "a link that nobody opened": (
        [sk(link=LINK)],
        'buka tautan bukti "188/1", lalu: jejak evidence seen 3303-0001 "https://contoh.id/sk"',
    ),
    "a link found dead": (
        [sk(link=LINK), seen(LINK, "2026-01-05", alive=False)],
        'tautan bukti "188/1" tidak dapat dibuka: catat tautan lain pada lembar Bukti',
    ),
    "a file of another type": (
        [sk(file="ab", kept=PNG)],
        'berkas bukti "188/1" berupa PNG, sedangkan formulirnya menerima PDF: lampirkan sebagai itu',
    ),
    "a type that no form asks for": (
        [sk(file="ab", kept=kept("application/zip"))],
        'berkas bukti "188/1" berupa application/zip, sedangkan formulirnya menerima PDF:'
        " lampirkan sebagai itu",
    ),
}


@pytest.mark.parametrize(("said", "step"), STEPS.values(), ids=STEPS)
def test_one_step_short_says_the_step(said: list[Said], step: str) -> None:
    found = finding(
        IGA, case(implemented("2024-03-01"), *said), "indicator.regulation", entry(claim("regulation", 1))
    )
    assert (found.level, found.outcome, found.pieces) == (0, "not_met", 1)
    assert found.remedy is not None
    assert sentence(found.sentence, "id") == (
        "16 Regulasi Inovasi Daerah: parameter 1 dinyatakan, tetapi buktinya belum dapat dihitung."
    )
    assert sentence(found.remedy, "id") == f"Indikator 16 kurang satu langkah: {step}."


def test_two_steps_short_is_a_missing_piece() -> None:
    about = case(implemented("2024-03-01"), sk(page=None, file=None))
    found = finding(IGA, about, "indicator.regulation", entry(claim("regulation", 1)))
    assert found.remedy is not None
    assert sentence(found.sentence, "id") == (
        "16 Regulasi Inovasi Daerah: parameter 1 dinyatakan, tetapi buktinya belum lengkap: 1 terlampir."
    )
    assert sentence(found.remedy, "id") == (
        "Lampirkan untuk indikator 16 pada lembar Bukti: SK, dengan halaman yang dirujuk,"
        " dari tahun penerapan."
    )


def test_evidence_of_another_kind_is_named() -> None:
    said = [proof("photo", "regulation"), proof("news", "regulation"), proof("photo", "regulation")]
    found = finding(
        IGA, case(implemented("2024-03-01"), *said), "indicator.regulation", entry(claim("regulation", 1))
    )
    assert sentence(found.sentence, "id") == (
        "16 Regulasi Inovasi Daerah: parameter 1 dinyatakan, tetapi jenis bukti yang terlampir bukan yang"
        " diminta: foto; berita."
    )


def test_years_that_are_asked_for_are_written_out() -> None:
    said = proof("sk", "personnel", occurred="2023-05-01", number="7")
    found = finding(IGA, case(said), "indicator.personnel", entry(claim("personnel", 1)))
    assert found.remedy is not None
    assert (found.level, found.pieces) == (0, 1)
    assert sentence(found.remedy, "id") == (
        'Indikator 17 kurang satu langkah: tanggal bukti "7" di luar masa yang diminta: lampirkan SK atau'
        " surat tugas, dari tahun 2024–2026, atau ralat tanggalnya."
    )


def test_without_a_year_of_implementation_the_evidence_is_not_at_fault() -> None:
    found = finding(IGA, case(sk()), "indicator.regulation", entry(claim("regulation", 1)))
    assert found.remedy is not None
    assert sentence(found.remedy, "id").startswith("Lampirkan untuk indikator 16 pada lembar Bukti: SK")


def test_what_is_missing_and_what_is_one_step_short_are_told_together() -> None:
    lists = [proof("attendance_list", "training", file=None, number="DH-1")]
    found = finding(IGA, case(*lists), "indicator.training", entry(claim("training", 1)))
    assert found.remedy is not None
    assert sentence(found.remedy, "id") == (
        "Lampirkan untuk indikator 20 pada lembar Bukti: SK atau surat tugas atau undangan (satu untuk setiap"
        ' tingkat); sertifikat. Dari bukti yang sudah ada: isi Berkas atau Tautan bukti "DH-1" pada lembar'
        " Bukti."
    )


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ([sk(file="ab", kept=PDF)], 1),
        ([sk(file="ab")], 1),
        ([sk(file="cd", kept=PNG)], 1),
        ([sk(file="ab", kept=PNG, link=LINK), seen(LINK, "2026-01-05")], 1),
        ([sk(file="ab", kept=PNG, link=LINK)], 0),
    ],
    ids=["its type", "no type recorded", "the type of another file", "a link that opened", "a link unopened"],
)
def test_a_file_counts_by_its_own_type(said: list[Said], level: int) -> None:
    about = case(implemented("2024-03-01"), *said)
    assert finding(IGA, about, "indicator.regulation", entry(claim("regulation", 1))).level == level


def test_a_letter_of_another_type_cannot_be_handed_in() -> None:
    letter = KIPP.letters[0]
    found = finding(KIPP, case(paper(letter.id, file="ab", kept=PNG)), f"letter.{letter.id}")
    assert found.remedy is not None
    assert (found.outcome, sentence(found.sentence, "id"), sentence(found.remedy, "id")) == (
        "not_met",
        f"{letter.label}: tercatat, tetapi belum dapat diserahkan.",
        'Kurang satu langkah: berkas bukti "Lampiran" berupa PNG, sedangkan formulirnya menerima PDF:'
        " lampirkan sebagai itu.",
    )


def test_a_letter_whose_link_nobody_opened_cannot_be_told() -> None:
    letter = KIPP.letters[0]
    found = finding(KIPP, case(paper(letter.id, link=LINK)), f"letter.{letter.id}")
    assert found.remedy is not None
    assert (found.outcome, found.certainty, sentence(found.sentence, "id")) == (
        "unknown",
        "unconfirmed",
        f"{letter.label}: belum tercatat bahwa tautannya dapat dibuka.",
    )
    assert (
        sentence(found.remedy, "id")
        == 'Buka tautannya, lalu: jejak evidence seen 3303-0001 "https://contoh.id/sk"'
    )


MIB = 1024 * 1024
LARGE = 'Berkas bukti "188/1" berukuran {} MB, sedangkan formulirnya menerima paling besar 2 MB.'


@pytest.mark.parametrize(
    ("size", "told"),
    [
        (2 * MIB, []),
        (
            2 * MIB + 1,
            ['Berkas bukti "188/1" berukuran 2,1 MB, sedangkan formulirnya menerima paling besar 2 MB.'],
        ),
        (
            30 * MIB,
            ['Berkas bukti "188/1" berukuran 30 MB, sedangkan formulirnya menerima paling besar 2 MB.'],
        ),
    ],
)
def test_a_file_too_large_is_told_and_its_level_stands(size: int, told: list[str]) -> None:
    about = case(implemented("2024-03-01"), sk(file="ab", kept=kept("application/pdf", size=size)))
    found = verdict(IGA, about, entry(claim("regulation", 1)))
    large = [one for one in found.findings if one.rule.startswith("file_limit.")]
    assert [sentence(one.sentence, "id") for one in large] == told
    assert {(one.kind, one.certainty) for one in large} <= {("warning", "unconfirmed")}
    assert [sentence(one.remedy, "id") for one in large if one.remedy] == [
        "Perkecil berkasnya, lalu lampirkan lagi sebagai pengganti yang ini."
    ] * len(told)
    regulation = found.finding("indicator.regulation")
    assert regulation is not None
    assert regulation.level == 1


def test_a_file_of_no_part_of_the_form_has_no_limit() -> None:
    other = paper("no_part", file="ab", kept=kept("application/pdf", size=30 * MIB))
    assert [one.rule for one in verdict(IGA, case(other)).findings if "file_limit" in one.rule] == []
