"""Purbalingga 2022, the third round of Laboratorium Inovasi, as rows of the Jejak workbook.

The lab, its dates, its launch and the published figures are those of the reports. The 174 ideas and the 176
innovations are illustrative: no report names them. Of the 174 ideas two were merged into one, so that 173
innovations come from an idea and three (RSUD, not among the 86 participants) have none on record.
"""

from collections.abc import Iterator
from typing import NamedTuple

from contract import COLUMNS, Row, key, row, table
from purbalingga_2022_deeds import AGREED, FULL, deeds
from purbalingga_2022_opd import OPD
from purbalingga_2022_services import BUMD, KECAMATAN, PUSKESMAS, RSUD
from purbalingga_2022_units import LAB, documents, figures, participation, persons, units

LAUNCH, EXPO = "2022-12-15", "ACR-01"
DESIGN = "2022-11-23"
LATE = "2022-11-24/2022-12-14"
MERGED = "GAB-001"
DRUM_UP_DAYS = ("2022-10-12/2022-10-13", "2022-10-13", "2022-10-13")

BENEFICIARIES = (
    (OPD, "Warga dan aparatur yang dilayani"),
    (KECAMATAN, "Warga kecamatan"),
    (PUSKESMAS, "Pasien dan warga di wilayah kerja puskesmas"),
    (RSUD, "Pasien dan keluarganya"),
    (BUMD, "Pelanggan dan mitra usaha"),
)


class Seed(NamedTuple):
    """One invented innovation as its line tells it."""

    unit: str
    acronym: str
    title: str
    problem: str
    mark: str
    beneficiary: str


def seeds() -> Iterator[Seed]:
    """All lines in order: OPD, kecamatan, puskesmas, RSUD, BUMD."""
    for text, beneficiary in BENEFICIARIES:
        unit = ""
        for line in filter(None, text.splitlines()):
            if line.startswith("# "):
                unit = line[2:]
                continue
            acronym, title, problem, *mark = (part.strip() for part in line.split("|"))
            yield Seed(unit, acronym, title, problem, "".join(mark), beneficiary)


def proposal(seed: Seed) -> tuple[str, str | None]:
    """Kind of proposal and, for a replication, where it comes from."""
    if seed.mark.startswith("R:"):
        return "replikasi", seed.mark[2:].strip()
    return ("pengembangan" if seed.mark == "P" else "ide baru"), None


def merged_sources() -> list[Row]:
    """The two ideas of Dinperindag that became SIMPEL PASAR, with their forms filled."""
    shared: Row = {
        "Unit": "Dinperindag", "Tanggal": "2022-10-13", "Ilustrasi": "ya",
        "Penerima Manfaat": "Pedagang pasar rakyat dan petugas pasar",
    }  # fmt: skip
    levy: Row = {
        "Kunci": "IDE-001", "Judul": "Retribusi Pasar Nontunai dengan Kode Tempat Usaha",
        "Jenis Usulan": "replikasi", "Pengusul": "ORG-09; ORG-11",
        "Latar Belakang": "Retribusi dipungut tunai dengan karcis sobek; selisih baru diketahui akhir bulan.",
        "Deskripsi": "Pedagang memindai kode pada kios atau los untuk membayar; setoran tercatat hari itu.",
        "Tujuan": "Menaikkan realisasi retribusi dan menghapus penghitungan karcis.",
        "Kebaruan": "Kode melekat pada tempat usaha, bukan pada orang.",
        "Asal Replikasi": "Kota Surakarta (contoh)",
    }  # fmt: skip
    permit: Row = {
        "Kunci": "IDE-002", "Judul": "Izin Pemakaian Kios Pasar Satu Meja",
        "Jenis Usulan": "ide baru", "Pengusul": "ORG-10",
        "Latar Belakang": "Izin kios diurus di dua kantor dan selesai rata-rata dalam 14 hari kalender.",
        "Deskripsi": "Permohonan diterima, diperiksa, dan disetujui lewat satu meja layanan di pasar.",
        "Tujuan": "Izin pemakaian kios selesai paling lama dalam dua hari.",
        "Kebaruan": "Kantor pasar dan kantor dinas memakai satu buku induk pedagang.",
    }  # fmt: skip
    return [row("Ide", shared | levy), row("Ide", shared | permit)]


def idea(number: int, seed: Seed) -> Row:
    kind, origin = proposal(seed)
    values: Row = {
        "Kunci": key("IDE", number), "Judul": seed.title, "Jenis Usulan": kind, "Unit": seed.unit,
        "Tanggal": DRUM_UP_DAYS[number % len(DRUM_UP_DAYS)], "Latar Belakang": f"{seed.problem}.",
        "Penerima Manfaat": seed.beneficiary, "Asal Replikasi": origin, "Ilustrasi": "ya",
    }  # fmt: skip
    return row("Ide", values)


def innovation(number: int, seed: Seed, source: str | None) -> Row:
    values: Row = {
        "Kunci": key("INO", number), "Ide": source, "Judul": seed.title, "Akronim": seed.acronym,
        "Unit": seed.unit, "Tanggal": DESIGN if source else LATE, "Ilustrasi": "ya",
    }  # fmt: skip
    return row("Inovasi", values)


def ideas_and_innovations() -> tuple[list[Row], list[Row]]:
    title = "Sistem Pelayanan Retribusi dan Kios Pasar Rakyat"
    simpel = Seed("Dinperindag", "SIMPEL PASAR", title, "", "", "")
    ideas, innovations = merged_sources(), [innovation(1, simpel, MERGED)]
    for number, seed in enumerate(seeds(), start=2):
        source = None
        if seed.unit != "RSUD":
            ideas.append(idea(len(ideas) + 1, seed))
            source = str(ideas[-1]["Kunci"])
        innovations.append(innovation(number, seed, source))
    return ideas, innovations


def merge() -> list[Row]:
    line = (
        MERGED, "IDE-001; IDE-002", "Sistem Pelayanan Retribusi dan Kios Pasar Rakyat",
        "Kedua ide melayani pedagang dan memakai data yang sama; digabung agar pelaksanaannya lebih fokus.",
        "Semua pengusul menyetujui dan tetap tercatat.", DESIGN, "ya",
    )  # fmt: skip
    return table("Penggabungan", "|".join(COLUMNS["Penggabungan"]), [line])


def stages() -> list[Row]:
    lines = (
        ("THP-01", "drum up", "2022-10-12", "2022-10-13"),
        ("THP-02", "diagnose", "2022-10-12", "2022-10-13"),
        ("THP-03", "design", DESIGN, DESIGN),
        ("THP-04", "launching", LAUNCH, LAUNCH),
        ("THP-05", "display", LAUNCH, LAUNCH),
    )
    return table("Tahap", "Kunci|Tahap|Mulai|Selesai", lines)


def lab() -> list[Row]:
    values: Row = {
        "Kunci": LAB, "Nama": "Pendampingan Laboratorium Inovasi Kabupaten Purbalingga 2022", "Putaran": 3,
        "Cara Pencatatan": "rekonstruksi", "Tanggal": "2022-10-12",
        "Sasaran": "OPD; Kecamatan; Puskesmas; RSUD; BUMD",
    }  # fmt: skip
    return [row("Lab", values)]


def events() -> list[Row]:
    lines = (
        (EXPO, "peluncuran", "Purbalingga Expo: peluncuran inovasi", LAUNCH, "Purbalingga Expo"),
        ("ACR-02", "pameran", "Purbalingga Expo: pameran inovasi", LAUNCH, "Purbalingga Expo"),
    )
    return table("Acara", "Kunci|Jenis|Nama|Tanggal|Tempat", lines)


def agreements() -> list[Row]:
    lines = (
        ("PJJ-01", "komitmen", None, "Komitmen Inovasi Kabupaten Purbalingga", LAUNCH, "Purbalingga Expo",
         "naskah", None, None, None),
        ("PJJ-02", "perjanjian kinerja inovasi", "000.8/CONTOH-02/2022",
         "Perjanjian Kinerja Inovasi Dinperindag", LAUNCH, "Purbalingga Expo", "naskah",
         "; ".join(AGREED), 1, "ya"),
    )  # fmt: skip
    return table("Perjanjian", "|".join(COLUMNS["Perjanjian"]), lines)


def signatures() -> list[Row]:
    """Whether `perwakilan` covers more than Dispendukcapil the report leaves open: only that is filled."""
    lines = (
        ("PJJ-01", "ORG-01", "penanda tangan", "definitif", None),
        ("PJJ-01", "ORG-02", "penanda tangan", "definitif", None),
        ("PJJ-01", "ORG-06", "penanda tangan", "a.n.", "Dispendukcapil"),
        ("PJJ-01", "ORG-04", "penanda tangan", "definitif", None),
        ("PJJ-01", "ORG-05", "penanda tangan", "definitif", None),
        ("PJJ-02", "ORG-01", "pihak pertama", "definitif", None),
        ("PJJ-02", "ORG-03", "pihak kedua", "definitif", None),
        ("PJJ-02", "ORG-08", "saksi", "definitif", None),
    )
    keyed = [(f"TTD-{n:02d}", *line) for n, line in enumerate(lines, start=1)]
    return table("Penanda Tangan", "|".join(COLUMNS["Penanda Tangan"]), keyed)


def launches(innovations: list[Row]) -> list[Row]:
    lines = [(key("PLC", n), one["Kunci"], EXPO, LAUNCH) for n, one in enumerate(innovations, start=1)]
    return table("Peluncuran", "Kunci|Inovasi|Acara|Tanggal", lines)


def displays(innovations: list[Row]) -> list[Row]:
    """Every sixth innovation, each at the stand of its unit."""
    lines = [
        (key("PMR", n), one["Kunci"], "ACR-02", LAUNCH, f"Stan {one['Unit']}")
        for n, one in enumerate(innovations[::6], start=1)
    ]
    return table("Pameran", "Kunci|Inovasi|Acara|Tanggal|Stan", lines)


def rows() -> dict[str, object]:
    """Every sheet of the workbook; sheets without a fact on record are empty."""
    ideas, innovations = ideas_and_innovations()
    approval = [("STJ-001", MERGED, "Bupati Purbalingga", "DOK-03", DESIGN)]
    filled: dict[str, list[Row]] = {
        "Unit": units(), "Orang": persons(), "Dokumen": documents(), "Lab": lab(), "Tahap": stages(),
        "Peserta": participation(), "Ide": ideas, "Penggabungan": merge(),
        "Persetujuan": table("Persetujuan", "Kunci|Ide|Oleh|Dokumen|Tanggal", approval),
        "Inovasi": innovations, "Acara": events(), "Peluncuran": launches(innovations),
        "Pameran": displays(innovations), "Perjanjian": agreements(), "Penanda Tangan": signatures(),
        "Angka": figures(), **deeds(),
    }  # fmt: skip
    identity: Row = {"Kode Wilayah": "33.03", "Lab": LAB}
    return {"Identitas": identity, **{sheet: filled.get(sheet, []) for sheet in COLUMNS}}


__all__ = ["FULL", "rows"]
