"""Findings in Indonesian, word for word: what is so, and the way out."""

from __future__ import annotations

from typing import Any

import pytest

from domain.entry import AlignmentChosen
from domain.profile import Measured, ProfileWritten
from domain.rules.context import Award
from tests.rules.given import (
    STREAM,
    implemented,
    paper,
    seen,
)
from tests.rules.words import Wording, Wordings

OTHER = "3303/innovation/000002"
LINK = "https://video"
VIDEO = ProfileWritten(video_link=LINK)
MEASURED = Measured(indicator="w", unit_of_measure="m", before="1", after="2")
TITLES: dict[str, Any] = {"titles": {"simpel pasar": [(OTHER, 200)]}}
WON: dict[str, Any] = {"awards": {STREAM: [Award(9, "KIPP", "Top Terpuji", "2019")]}}
PART = "attachment.background"
FROM = AlignmentChosen(source="SIMPEL", source_tier="TOP 99", source_edition="2019")


CASES = Wordings()
add = CASES.add

add(
    "one title twice",
    "kipp-2021-umum",
    "duplicates",
    "Usulan lain pada edisi ini berjudul sama.",
    "Bedakan judulnya, atau tarik salah satu.",
    **TITLES,
)
add(
    "one title once",
    "kipp-2021-umum",
    "duplicates",
    "Tidak ada usulan lain pada edisi ini yang berjudul sama.",
    None,
)
add(
    "too many entries",
    "kipp-2021-umum",
    "quota",
    "12 usulan dari daerah; diperbolehkan 10.",
    "Tarik 2 usulan dari kelompok ini.",
    entries=list(range(12)),
)
add(
    "a category",
    "kipp-2021-umum",
    "category",
    "Kategori: Kesehatan.",
    None,
    ProfileWritten(kipp_category=" kesehatan"),
)
add(
    "no implementation to count an age from",
    "kipp-2021-umum",
    "age",
    "Penerapan belum tercatat; umurnya harus 2 tahun pada penutupan.",
    "Catat mulai penerapan pada lembar Penerapan.",
)
add(
    "no closing to count an age to",
    "kipp-2021-umum",
    "age",
    "Tanggal penutupan belum tercatat, sehingga umur 2 tahun belum dapat dihitung.",
    "Catat tanggal penutupan pada lembar Jadwal, atau: jejak calendar set.",
    implemented("2018"),
)
add(
    "an award that is asked for",
    "kipp-2023-khusus",
    "history.required",
    "Penghargaan terdahulu: Top Terpuji 2019.",
    None,
    **WON,
)
add(
    "a replication with its source",
    "kipp-2021-replikasi",
    "replication_source",
    "Inovasi yang direplikasi tercatat.",
    None,
    of=[FROM],
)
add(
    "an attachment",
    "kipp-2023-umum",
    PART,
    "Data yang relevan (1 Latar Belakang dan Tujuan): terlampir.",
    None,
    paper("background"),
)
add(
    "an attachment without a file",
    "kipp-2023-umum",
    PART,
    "Data yang relevan (1 Latar Belakang dan Tujuan): tercatat, tetapi berkas atau tautannya belum ada.",
    'Isi Berkas atau Tautan bukti "Lampiran" pada lembar Bukti, lalu impor lagi.',
    paper("background", link=None),
)
add(
    "no attachment",
    "kipp-2023-umum",
    PART,
    "Data yang relevan (1 Latar Belakang dan Tujuan): belum terlampir.",
    "Lampirkan pada lembar Bukti dengan nama bagian ini di kolom Bagian KIPP.",
)
add(
    "measurements",
    "kipp-2023-umum",
    "measurements",
    "1 indikator diukur sebelum dan sesudah.",
    None,
    MEASURED,
)
add(
    "no measurements",
    "kipp-2023-umum",
    "measurements",
    "Belum ada indikator yang diukur sebelum dan sesudah.",
    "Isi lembar Pengukuran.",
)
add(
    "no video",
    "kipp-2023-umum",
    "video",
    "Video: tautannya belum tercatat.",
    "Isi Tautan Video pada lembar Profil, lalu impor lagi.",
)
add(
    "a video that nobody opened",
    "kipp-2023-umum",
    "video",
    "Video: belum ada catatan bahwa tautannya dapat dibuka.",
    'Buka tautannya, lalu: jejak evidence seen 3303-0001 "https://video"',
    VIDEO,
)
add(
    "a video that is gone",
    "kipp-2023-umum",
    "video",
    "Video: tautannya tidak dapat dibuka pada 3 Maret 2023.",
    "Terbitkan lagi videonya, lalu catat tautan barunya pada lembar Profil.",
    VIDEO,
    seen(LINK, "2023-03-03", alive=False),
)
add(
    "a video",
    "kipp-2023-umum",
    "video",
    "Video: tautannya terakhir dapat dibuka 3 Maret 2023.",
    None,
    VIDEO,
    seen(LINK, "2023-03-03"),
)


@pytest.mark.parametrize("one", CASES.values(), ids=CASES)
def test_a_finding_says(one: Wording) -> None:
    assert one.told() == one.expected
