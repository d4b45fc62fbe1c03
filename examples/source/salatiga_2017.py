"""Salatiga 2017, the first round of Lab INAGARA, as rows of the Jejak workbook.

The year, the kinds of participants (all perangkat daerah and puskesmas), the 89 ideas as a figure and the
INAGARA Award are those of the report. Each idea and the one split are illustrative. The report tells nothing
of designs or launches: there are none here.
"""

from contract import COLUMNS, Row, key, row, table
from rounds import Named, entries, lab, named, participants, units, workbook
from salatiga_2017_lines import KECAMATAN, OPD, PUSKESMAS

LAB = "salatiga-2017"
REPORT, REPORTED = "Berita Pemkot Salatiga, 14 November 2019", "2019-11-14"
KECAMATAN_NAMES = "Sidorejo|Tingkir|Argomulyo|Sidomukti"
PUSKESMAS_NAMES = "Sidorejo Lor|Sidorejo Kidul|Cebongan|Tegalrejo|Mangunsari|Kalicacing"
OPD_NAMES = """
Setda | Sekretariat Daerah
Setwan | Sekretariat Dewan Perwakilan Rakyat Daerah
Inspektorat | Inspektorat Daerah
Disdik | Dinas Pendidikan
Dinkes | Dinas Kesehatan
DPUPR | Dinas Pekerjaan Umum dan Penataan Ruang
Disperkim | Dinas Perumahan dan Kawasan Permukiman
Satpol PP | Satuan Polisi Pamong Praja
Dinsos | Dinas Sosial
DP3A | Dinas Pemberdayaan Perempuan dan Perlindungan Anak
DLH | Dinas Lingkungan Hidup
Disdukcapil | Dinas Kependudukan dan Pencatatan Sipil
Dishub | Dinas Perhubungan
Diskominfo | Dinas Komunikasi dan Informatika
Disperinnaker | Dinas Perindustrian dan Tenaga Kerja
Diskop UKM | Dinas Koperasi, Usaha Kecil, dan Menengah
DPMPTSP | Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu
Disbudpar | Dinas Kebudayaan dan Pariwisata
Dispora | Dinas Pemuda dan Olahraga
Dinpersip | Dinas Perpustakaan dan Kearsipan
Dinas Pangan | Dinas Pangan dan Pertanian
Disdag | Dinas Perdagangan
Bappeda | Badan Perencanaan Pembangunan Daerah
BKD | Badan Keuangan Daerah
BKDiklatda | Badan Kepegawaian, Pendidikan, dan Pelatihan Daerah
Bakesbangpol | Badan Kesatuan Bangsa dan Politik
"""
SPLIT = "Satu Nomor Aduan Kota"
PARTS = ("Satu Nomor Aduan bagi Warga Kota", "Papan Jawaban Aduan Antarperangkat Daerah")
SPLIT_REASON = "Menerima aduan dan menindaklanjutinya memerlukan pelaksana yang berbeda."


def every() -> list[Named]:
    """Perangkat daerah and puskesmas, named as in the workbook of 2019 where they stand there too."""
    return [
        *named("OPD", OPD_NAMES),
        *(("Kecamatan", f"Kecamatan {name}", f"Kec. {name}", None) for name in KECAMATAN_NAMES.split("|")),
        *(
            ("Puskesmas", f"UPTD Puskesmas {name}", f"Puskesmas {name}", "Dinkes")
            for name in PUSKESMAS_NAMES.split("|")
        ),
    ]


def proposal(mark: str) -> tuple[str, str | None]:
    """Kind of proposal and, for a replication, where it comes from."""
    if mark.startswith("R:"):
        return "replikasi", mark[2:].strip()
    return ("pengembangan" if mark == "P" else "ide baru"), None


def ideas() -> list[Row]:
    proposed = []
    for n, (unit, line) in enumerate(entries(OPD + KECAMATAN + PUSKESMAS), start=1):
        title, problem, *mark = (part.strip() for part in line.split("|"))
        kind, origin = proposal("".join(mark))
        values: Row = {
            "Kunci": key("IDE", n), "Judul": title, "Jenis Usulan": kind, "Unit": unit, "Tanggal": "2017",
            "Latar Belakang": f"{problem}.", "Asal Replikasi": origin, "Ilustrasi": "ya",
        }  # fmt: skip
        proposed.append(row("Ide", values))
    return proposed


def split(proposed: list[Row]) -> list[Row]:
    """One idea becomes two; which, and that it happened at all, is illustrative."""
    source = next(one["Kunci"] for one in proposed if one["Judul"] == SPLIT)
    line = ("PCH-001", source, "; ".join(PARTS), SPLIT_REASON, "2017", "ya")
    return table("Pemecahan", "|".join(COLUMNS["Pemecahan"]), [line])


def award() -> list[Row]:
    values: Row = {
        "Kunci": "PGH17-01", "Judul": "INAGARA Award", "Pemberi": "Lembaga Administrasi Negara",
        "Edisi": "2017", "Penerima": "daerah", "Tanggal": "2017",
    }  # fmt: skip
    return [row("Penghargaan", values)]


def figures() -> list[Row]:
    lines = (("ANG17-01", "ide diusulkan", 89, REPORT, REPORTED, LAB),)
    return table("Angka", "Kunci|Ukuran|Nilai|Sumber|Tanggal|Lab", lines)


def rows() -> dict[str, object]:
    """Every sheet of the workbook; sheets without a fact on record are empty."""
    proposed, everyone = ideas(), every()
    aimed: Row = {"Sasaran": "OPD; Kecamatan; Puskesmas"}
    filled: dict[str, list[Row]] = {
        "Unit": units("17", everyone),
        "Lab": lab(LAB, "Laboratorium Inovasi INAGARA Kota Salatiga 2017", 1, "2017", aimed),
        "Peserta": participants(everyone, "2017"),
        "Ide": proposed,
        "Pemecahan": split(proposed),
        "Penghargaan": award(),
        "Angka": figures(),
    }
    return workbook("33.73", LAB, filled)
