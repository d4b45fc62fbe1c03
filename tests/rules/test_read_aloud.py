"""The exact Indonesian words of what the rules say and of how to mend it."""

from __future__ import annotations

import pytest

from domain.evidence import Cited
from domain.rules.context import Award
from domain.rules.entries import Entry
from domain.rules.index import index
from jejak_i18n import sentence
from tests.rules.given import (
    REGION,
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
    verified,
    written,
)

NOTHING = case()
VIDEO = "https://a.id/v"


def told(book_id: str, rule: str, *said: Said, made: Entry | None = None, **values: object) -> list[str]:
    """Sentence and remedy of one finding."""
    found = finding(book(book_id), case(*said), rule, made, **values)
    return [sentence(one, "id") for one in (found.sentence, found.remedy) if one]


IGA = [
    (
        "indicator.regulation",
        (),
        [
            "16 Regulasi Inovasi Daerah: belum ada yang tercatat dan belum ada klaim.",
            "Klaim parameternya pada lembar Klaim IGA dan lampirkan buktinya pada lembar Bukti.",
        ],
    ),
    (
        "indicator.video",
        (proof("video", "video"),),
        [
            "35 Video inovasi daerah: 1 bukti terlampir, tetapi parameternya belum diklaim.",
            "Klaim parameternya di kolom Tingkat lembar Klaim IGA, atau: jejak entry claim 3303-0001"
            " --award iga --year 2026 --indicator 35 --level TINGKAT (paling tinggi 3).",
        ],
    ),
    (
        "indicator.personnel",
        (),
        [
            "17 Ketersediaan dan peran SDM: belum ada yang tercatat dan belum ada klaim.",
            "Catat pada lembar Pendukung sebagai pelaksana, atau klaim parameternya pada lembar Klaim IGA.",
        ],
    ),
]


@pytest.mark.parametrize(("rule", "said", "words"), IGA, ids=[rule for rule, *_ in IGA])
def test_an_indicator_without_a_claim(rule: str, said: tuple[Said, ...], words: list[str]) -> None:
    assert told("iga-2026", rule, *said) == words


def test_a_level_without_its_evidence_names_the_pieces() -> None:
    made = entry(claim("regulation", 2))
    assert told("iga-2026", "indicator.regulation", made=made) == [
        "16 Regulasi Inovasi Daerah: parameter 2 dinyatakan, tetapi buktinya belum ada.",
        "Lampirkan untuk indikator 16 pada lembar Bukti: Perkada, dengan halaman yang dirujuk, terbit sebelum"
        " tahun lomba.",
    ]


def test_evidence_of_a_lower_level() -> None:
    made = entry(claim("information_access", 3))
    shots = [proof("screenshot", "information_access"), proof("screenshot", "information_access")]
    assert told("iga-2026", "indicator.information_access", *shots, made=made) == [
        "27 Kemudahan informasi layanan: parameter 3 dinyatakan; buktinya baru mendukung parameter 2.",
        "Lampirkan untuk indikator 27 pada lembar Bukti: tangkapan layar (satu untuk setiap tingkat).",
    ]


def test_evidence_that_is_recorded_without_a_file() -> None:
    bare = proof("sop", "process_ease", file=None)
    assert told("iga-2026", "indicator.process_ease", bare, made=entry(claim("process_ease", 3))) == [
        "28 Kemudahan proses: parameter 3 dinyatakan, tetapi buktinya belum dapat dihitung.",
        'Indikator 28 kurang satu langkah: isi Berkas atau Tautan bukti "sop" pada lembar Bukti.',
    ]


def test_a_verification_that_has_fallen() -> None:
    cited = Cited(9, None, "x", None, None, None)
    made = entry(claim("video", 3), verified("video", 3, cited))
    assert told("iga-2026", "verification.video", made=made) == [
        "Verifikasi 35 Video inovasi daerah gugur: buktinya digantikan, diralat, atau dibatalkan.",
        "Verifikasi lagi indikatornya.",
    ]


KIPP = [
    ("age", (), {}, "Penerapan belum tercatat; umurnya harus 2 tahun pada penutupan."),
    (
        "age",
        (implemented("2019-01-01"),),
        {},
        "Tanggal penutupan belum tercatat, sehingga umur 2 tahun belum dapat dihitung."
        " Catat tanggal penutupan pada lembar Jadwal, atau: jejak calendar set.",
    ),
    (
        "quota",
        (),
        {"entries": list(range(12))},
        "12 usulan dari daerah; diperbolehkan 10. Tarik 2 usulan dari kelompok ini.",
    ),
    (
        "duplicates",
        (),
        {"titles": {"simpel pasar": [("3303/innovation/000002", 9)]}},
        "Usulan lain pada edisi ini berjudul sama. Bedakan judulnya, atau tarik salah satu.",
    ),
    ("duplicates", (), {}, "Tidak ada usulan lain pada edisi ini yang berjudul sama."),
]


@pytest.mark.parametrize(("rule", "said", "values", "words"), KIPP)
def test_conditions_of_a_proposal(
    rule: str, said: tuple[Said, ...], values: dict[str, object], words: str
) -> None:
    assert " ".join(told("kipp-2021-umum", rule, *said, **values)).startswith(words)


def test_earlier_awards_that_a_group_asks_for() -> None:
    held = {"awards": {NOTHING.stream: [Award(7, "Sinovik", "Top Terpuji", "2019")]}}
    assert told("kipp-2023-khusus", "history.required", **held) == [
        "Penghargaan terdahulu: Top Terpuji 2019."
    ]


def test_the_source_of_a_replication() -> None:
    from domain.entry import AlignmentChosen

    made = entry(
        AlignmentChosen(source="SIPANDU", source_tier="TOP 99", source_edition="2019"),
        award="kipp",
        year=2021,
        group="replikasi",
    )
    assert told("kipp-2021-replikasi", "replication_source", made=made) == [
        "Inovasi yang direplikasi tercatat."
    ]


PAPERS = [
    (
        (),
        [
            "Data yang relevan (1 Latar Belakang dan Tujuan): belum terlampir.",
            "Lampirkan pada lembar Bukti dengan nama bagian ini di kolom Bagian KIPP.",
        ],
    ),
    ((paper("background"),), ["Data yang relevan (1 Latar Belakang dan Tujuan): terlampir."]),
    (
        (paper("background", file=None),),
        [
            "Data yang relevan (1 Latar Belakang dan Tujuan): tercatat, tetapi berkas atau tautannya"
            " belum ada.",
            'Isi Berkas atau Tautan bukti "Lampiran" pada lembar Bukti, lalu impor lagi.',
        ],
    ),
]


@pytest.mark.parametrize(("said", "words"), PAPERS)
def test_evidence_of_an_aspect(said: tuple[Said, ...], words: list[str]) -> None:
    assert told("kipp-2023-umum", "attachment.background", *said) == words


VIDEOS = [
    ((), ["Video: tautannya belum tercatat.", "Isi Tautan Video pada lembar Profil, lalu impor lagi."]),
    (
        (),
        [
            "Video: belum ada catatan bahwa tautannya dapat dibuka.",
            'Buka tautannya, lalu: jejak evidence seen 3303-0001 "https://a.id/v"',
        ],
    ),
    (
        (seen(VIDEO, "2025-03-03", alive=False),),
        [
            "Video: tautannya tidak dapat dibuka pada 3 Maret 2025.",
            "Terbitkan lagi videonya, lalu catat tautan barunya pada lembar Profil.",
        ],
    ),
    ((seen(VIDEO, "2025-03-03"),), ["Video: tautannya terakhir dapat dibuka 3 Maret 2025."]),
]


@pytest.mark.parametrize(("said", "words"), VIDEOS)
def test_the_video(said: tuple[Said, ...], words: list[str]) -> None:
    from domain.profile import ProfileWritten

    linked = () if "belum tercatat" in words[0] else (ProfileWritten(video_link=VIDEO),)
    assert told("kipp-2023-umum", "video", *linked, *said) == words


def test_the_category_and_the_measurements() -> None:
    from domain.profile import Measured, ProfileWritten

    assert told("kipp-2023-umum", "category", ProfileWritten(kipp_category="kesehatan")) == [
        "Kategori: Kesehatan."
    ]
    assert told("kipp-2023-umum", "measurements") == [
        "Belum ada indikator yang diukur sebelum dan sesudah.",
        "Isi lembar Pengukuran.",
    ]
    one = Measured(indicator="Lama", unit_of_measure="menit", before="45", after="12")
    assert told("kipp-2023-umum", "measurements", one) == ["1 indikator diukur sebelum dan sesudah."]


def test_a_criterion_that_nobody_assessed_says_how() -> None:
    assert told("pp38-2017", "criterion.new") == [
        "Kriteria belum dinilai: mengandung pembaharuan seluruh atau sebagian unsur.",
        "Nilailah: jejak entry claim 3303-0001 --award pp38 --year 2017 --indicator new --level 1",
    ]


ROWS = [
    (None, ["11a Peningkatan IPM (2 tahun): belum tercatat.", "Isi barisnya pada lembar SPD."]),
    (claim("hdi_progress", 2), ["11a Peningkatan IPM (2 tahun): parameter 2 diklaim."]),
    (
        claim("hdi_progress", 0, amount="0.56"),
        ["11a Peningkatan IPM (2 tahun): 0,56 menghasilkan parameter 2."],
    ),
    (
        claim("hdi_progress", 0, amount="0.90"),
        ["11a Peningkatan IPM (2 tahun): 0,9 terletak pada batas yang tumpang-tindih; dipilih parameter 2."],
    ),
]


@pytest.mark.parametrize(("said", "words"), ROWS)
def test_rows_of_the_region(said: Said | None, words: list[str]) -> None:
    made = index(book("iga-2026"), entry(said) if said else None, [], REGION)
    found = next(row for row in made.rows if row.rule == "region.hdi_progress")
    assert [sentence(one, "id") for one in (found.sentence, found.remedy) if one] == words


def test_the_spread_over_affairs() -> None:
    spread = index(book("iga-2026"), None, [], REGION).spread
    assert spread is not None
    assert spread.remedy is not None
    assert sentence(spread.sentence, "id") == "0 dari 6 urusan pelayanan dasar terwakili; diminta 5."
    assert sentence(spread.remedy, "id") == (
        "Belum terwakili inovasi: Pendidikan; Kesehatan; Pekerjaan Umum dan Penataan Ruang; Perumahan Rakyat"
        " dan Kawasan Permukiman; Ketenteraman, Ketertiban Umum dan Pelindungan Masyarakat; Sosial."
    )


def test_words_and_fields() -> None:
    assert told("kipp-2023-umum", "section.background", written(background=299)) == [
        "Latar Belakang dan Tujuan: 299 kata."
    ]
