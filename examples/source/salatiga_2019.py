"""Salatiga 2019, the second round of Lab INAGARA, as rows of the Jejak workbook.

The lab, its dates, its missions, its launch and the published figures are those of the report. The 365 ideas
and the 140 innovations (one per institution, an inference) are illustrative, and so is the parting of the
three days of March into one day of drum up and two of diagnose.
"""

from contract import COLUMNS, Row, key, row, table
from salatiga_2019_deeds import deeds
from salatiga_2019_funnel import FULL_UNIT, funnel
from salatiga_2019_units import LAB, documents, figures, missions, participation, persons, units

LAUNCH, EVENT = "2019-11-14", "ACR-01"
FULL = "INO-004"

FINDINGS = (
    ("Kegiatan berjalan; catatan pelaksanaan belum lengkap.", "Menunjuk satu petugas pencatat."),
    ("Sebagian pelaksana belum memahami tugasnya.", "Mengadakan penjelasan ulang dalam satu pekan."),
    ("Sarana sudah tersedia dan dipakai.", "Melanjutkan sesuai dengan rencana aksi."),
    ("Belum ada data sebelum pelaksanaan.", "Mengumpulkan data awal dari buku yang ada."),
    ("Foto kegiatan ada, tetapi belum diberi tanggal.", "Menyusun dokumentasi menurut tanggal."),
    ("Orang tua atau warga mendukung.", "Menuliskan peran setiap pihak dalam rencana aksi."),
    ("Jadwal bergeser karena kegiatan lain.", "Menyesuaikan jadwal sebelum peluncuran."),
)
FULL_FINDING = (
    "Uji coba di RW 02 berjalan; berkas yang dititipkan setelah pukul 10.00 terlambat diproses.",
    "Jam titip ditetapkan pukul 08.00 dan 10.00 sebelum layanan diterapkan di seluruh RT.",
)
MONITOR_DAYS = ("2019-08-28", "2019-08-29", "2019-08-30")


def stages() -> list[Row]:
    lines = (
        ("THP-01", "drum up", "Drum Up dan Diagnose", "2019-03-13", "2019-03-15"),
        ("THP-02", "diagnose", "Drum Up dan Diagnose", "2019-03-13", "2019-03-15"),
        ("THP-03", "design", "Design", "2019-06-19", "2019-06-20"),
        ("THP-04", "monitoring", "Deliver Monitoring", "2019-08-28", "2019-08-30"),
        ("THP-05", "launching", "Deliver Launching", LAUNCH, LAUNCH),
    )
    return table("Tahap", "Kunci|Tahap|Nama Setempat|Mulai|Selesai", lines)


def workshops() -> list[Row]:
    """One row per day of a stage that was a workshop or a visit; the launching is an Acara."""
    days = (
        ("drum up", ("2019-03-13",)),
        ("diagnose", ("2019-03-14", "2019-03-15")),
        ("design", ("2019-06-19", "2019-06-20")),
        ("monitoring", MONITOR_DAYS),
    )
    flat = [(stage, day) for stage, dates in days for day in dates]
    lines = [(f"LKY-{n:02d}", *one) for n, one in enumerate(flat, start=1)]
    return table("Lokakarya", "Kunci|Tahap|Tanggal", lines)


def lab() -> list[Row]:
    values: Row = {
        "Kunci": LAB, "Nama": "Laboratorium Inovasi INAGARA Kota Salatiga 2019", "Putaran": 2,
        "Cara Pencatatan": "rekonstruksi", "Tanggal": "2019-03-13", "Sasaran": "Kelurahan; Sekolah",
        "Selaras Misi": "MIS-01; MIS-02",
    }  # fmt: skip
    return [row("Lab", values)]


def monitoring(innovations: list[Row]) -> list[Row]:
    """Every third institution was visited before the launch."""
    lines = []
    for n, one in enumerate(innovations[::3], start=1):
        finding = FULL_FINDING if one["Kunci"] == FULL else FINDINGS[n % len(FINDINGS)]
        by = "Bagian Organisasi bersama Lembaga Administrasi Negara"
        lines.append((key("MON", n), one["Kunci"], MONITOR_DAYS[n % 3], "langsung", by, *finding))
    return table("Monitoring", "Kunci|Inovasi|Tanggal|Cara|Pemantau|Temuan|Tindak Lanjut", lines)


def agreement() -> dict[str, list[Row]]:
    """The performance agreement of the innovation written in full, and who signed it."""
    paper: Row = {
        "Kunci": "PJJ-01", "Jenis": "perjanjian kinerja inovasi", "Nomor": "065/CONTOH-13/2019",
        "Judul": "Perjanjian Kinerja Inovasi Kelurahan Bugel", "Tanggal": LAUNCH, "Media": "naskah",
        "Inovasi": FULL, "Versi Rencana": 1, "Ilustrasi": "ya",
    }  # fmt: skip
    signers = (
        ("TTD-01", "PJJ-01", "ORG-01", "pihak pertama", "definitif", "Pemerintah Kota Salatiga"),
        ("TTD-02", "PJJ-01", "ORG-02", "pihak kedua", "definitif", None),
        ("TTD-03", "PJJ-01", "ORG-03", "saksi", "Plt.", None),
    )
    return {
        "Perjanjian": [row("Perjanjian", paper)],
        "Penanda Tangan": table("Penanda Tangan", "|".join(COLUMNS["Penanda Tangan"]), signers),
    }


def launches(innovations: list[Row]) -> dict[str, list[Row]]:
    """The one event, led by the Sekda, and the 140 launched at it."""
    event = [(EVENT, "peluncuran", "Deliver Launching Lab INAGARA 2019", LAUNCH, "ORG-01")]
    lines = [(key("PLC", n), one["Kunci"], EVENT, LAUNCH) for n, one in enumerate(innovations, start=1)]
    return {
        "Acara": table("Acara", "Kunci|Jenis|Nama|Tanggal|Dipimpin Oleh", event),
        "Peluncuran": table("Peluncuran", "Kunci|Inovasi|Acara|Tanggal", lines),
    }


def rows() -> dict[str, object]:
    """Every sheet of the workbook; sheets without a fact on record are empty."""
    made = funnel()
    full = next(one for one in made.innovations if one["Unit"] == FULL_UNIT)
    approval = [("STJ-001", full["Ide"], "Wali Kota Salatiga", "DOK-02", "2019-06-19")]
    filled: dict[str, list[Row]] = {
        "Misi": missions(), "Unit": units(), "Orang": persons(), "Dokumen": documents(), "Lab": lab(),
        "Tahap": stages(), "Peserta": participation(), "Lokakarya": workshops(), "Ide": made.ideas,
        "Penggabungan": made.merges, "Akhir Ide": made.ends,
        "Persetujuan": table("Persetujuan", "Kunci|Ide|Oleh|Dokumen|Tanggal", approval),
        "Inovasi": made.innovations, "Monitoring": monitoring(made.innovations), "Angka": figures(),
        **agreement(), **launches(made.innovations), **deeds(FULL),
    }  # fmt: skip
    identity: Row = {"Kode Wilayah": "33.73", "Lab": LAB}
    return {"Identitas": identity, **{sheet: filled.get(sheet, []) for sheet in COLUMNS}}


__all__ = ["FULL", "rows"]
