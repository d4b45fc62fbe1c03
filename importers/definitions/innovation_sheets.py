"""Sheets of innovations, agreements, evidence and published figures."""

from __future__ import annotations

from domain import agreement, award, region
from domain import innovation_actions as innovation
from importers.definitions import rulebook_ranges
from importers.definitions import shared_columns as columns
from importers.definitions.column import Column, Sheet
from importers.definitions.profile import PROFILE

INNOVATION = Sheet(
    "Inovasi",
    innovation.DesignInnovation,
    (
        Column(
            "Ide",
            "idea",
            "ref",
            ref="idea",
            help="Kunci ide asalnya dari lembar Ide atau Penggabungan; kosong bila tanpa ide.",
            example="IDE-001",
        ),
        Column("Judul", "title", required=True, width=50, example="Layanan Tanpa Antre"),
        Column("Akronim", "acronym", width=20, example="LATARE"),
        columns.unit(required=True),
        columns.date(),
        columns.NO_LAB,
        columns.ILLUSTRATIVE,
    ),
    "Satu baris satu inovasi yang dirancang.",
    founds="innovation",
    alias={("innovation.designed", "idea"): "idea"},
)
RENAME = Sheet(
    "Ganti Nama",
    innovation.RenameInnovation,
    (
        columns.innovation(),
        Column("Judul Baru", "title", required=True, width=50, example="Layanan Tanpa Antre Daring"),
        Column("Akronim Baru", "acronym"),
        Column("Alasan", "reason", required=True, width=40, example="cakupannya diperluas"),
        columns.date(),
    ),
    "Nama lama tetap dapat dicari.",
)
PROFILE_SHEET = Sheet(
    "Profil",
    innovation.WriteProfile,
    (columns.innovation(), columns.date(), *PROFILE),
    "Isian laporan IGA dan proposal KIPP. Boleh dilengkapi bertahap: isi sel yang kosong, lalu impor lagi.",
    later={column.field: innovation.WriteProfile for column in PROFILE},
)
PLAN = Sheet(
    "Rencana Aksi",
    innovation.SetPlanStep,
    (
        columns.innovation(),
        Column("Versi", "plan", "number", required=True, example=1, width=8),
        Column("Nomor", "number", "number", required=True, example=1, width=8),
        Column("Kelompok", "phase", "term", group="plan_phase", required=True, example="persiapan"),
        Column("Kegiatan", "activity", required=True, width=44, example="Menyusun SOP"),
        Column("Pelaksana", "executor", width=28, help="Jabatan atau unit, tanpa nama orang."),
        Column("Keluaran", "output", width=32),
        Column("Metode", "method", width=24),
        columns.date("Mulai", "begins"),
        columns.date("Selesai", "ends"),
        columns.date(),
    ),
    "Satu baris satu langkah rencana aksi.",
)
TRIAL = Sheet(
    "Uji Coba",
    innovation.Try,
    (
        columns.innovation(),
        columns.date(),
        Column("Tempat", "place", width=30),
        Column("Hasil", "result", "long", width=50),
    ),
    "Uji coba inovasi.",
)
IMPLEMENTATION = Sheet(
    "Penerapan",
    innovation.Implement,
    (
        columns.innovation(),
        columns.date(),
        Column("Dasar Hukum", "legal_base", "ref", ref="document", help="Kunci dari lembar Dokumen."),
        Column("Keterangan", "note", width=44),
    ),
    "Kapan inovasi mulai diterapkan.",
)
MONITORING = Sheet(
    "Monitoring",
    innovation.Monitor,
    (
        columns.innovation(),
        columns.date(),
        Column("Cara", "mode", "term", group="monitoring_mode", required=True, example="langsung"),
        Column("Pemantau", "monitor", width=30, help="Jabatan atau unit, tanpa nama orang."),
        Column("Temuan", "finding", "long", required=True, width=50, example="Loket sudah berjalan"),
        Column("Tindak Lanjut", "follow_up", "long", width=40),
    ),
    "Hasil pemantauan.",
)
MEASUREMENT = Sheet(
    "Pengukuran",
    innovation.Measure,
    (
        columns.innovation(),
        Column("Indikator", "indicator", required=True, width=40, example="Lama pelayanan"),
        Column("Satuan", "unit_of_measure", required=True, example="menit"),
        Column("Nilai Sebelum", "before", "decimal", required=True, example=45),
        columns.date("Tanggal Sebelum", "before_on"),
        Column("Nilai Sesudah", "after", "decimal", required=True, example=12),
        columns.date("Tanggal Sesudah", "after_on"),
        Column("Cara Ukur", "method", width=34),
        Column("Sumber", "origin", width=30),
    ),
    "Indikator sebelum dan sesudah inovasi.",
    alias={("innovation.measured", "occurred"): "after_on"},
)
AGREEMENT = Sheet(
    "Perjanjian",
    agreement.SignAgreement,
    (
        Column("Jenis", "kind", "term", group="agreement", required=True, width=28, example="komitmen"),
        Column("Nomor", "number", width=22),
        Column("Judul", "title", required=True, width=50, example="Komitmen Pengembangan Inovasi Daerah"),
        columns.date(),
        Column("Tempat", "place", width=28),
        Column("Media", "medium", "term", group="medium"),
        Column("Inovasi", "innovations", "refs", ref="innovation", width=30, help="Inovasi yang dicakup."),
        Column("Versi Rencana", "plan", "number"),
        columns.ILLUSTRATIVE,
    ),
    "Komitmen lab dan perjanjian kinerja inovasi.",
    founds="agreement",
)
SIGNATURE = Sheet(
    "Penanda Tangan",
    agreement.RecordSignature,
    (
        Column("Perjanjian", "agreement", "ref", ref="agreement", required=True, example="PKI-001"),
        Column("Orang", "person", "ref", ref="person", required=True, example="ORG-01"),
        Column("Peran", "role", "term", group="role", required=True, example="pihak pertama"),
        Column("Kapasitas", "capacity", "term", group="capacity", example="definitif"),
        Column(
            "Mewakili", "representing", width=30, help="Isi bila menandatangani hanya sebagai perwakilan."
        ),
    ),
    "Siapa menandatangani, sebagai apa.",
    target="agreement",
)
LAUNCH = Sheet(
    "Peluncuran",
    innovation.Launch,
    (
        columns.innovation(),
        Column("Acara", "ceremony", "ceremony", help="Kunci dari lembar Acara.", example="ACR-01"),
        columns.date(),
    ),
    "Satu baris satu inovasi yang diluncurkan.",
)
DISPLAY = Sheet(
    "Pameran",
    innovation.Display,
    (
        columns.innovation(),
        Column("Acara", "ceremony", "ceremony", help="Kunci dari lembar Acara.", example="ACR-02"),
        columns.date(),
        Column("Stan", "booth"),
    ),
    "Satu baris satu inovasi yang dipamerkan.",
)
EVIDENCE = Sheet(
    "Bukti",
    innovation.AttachEvidence,
    (
        columns.innovation(),
        Column("Jenis", "kind", "term", group="evidence", required=True, width=22, example="SK"),
        Column("Nomor", "number", width=24),
        columns.date(),
        Column("Perihal", "subject", required=True, width=50, example="Penetapan inovasi daerah"),
        Column("Indikator IGA", "iga", "indicators", width=16, help=rulebook_ranges.INDICATORS),
        Column("Bagian KIPP", "kipp", "sections", group="kipp_section", width=30),
        Column("Berkas", "file", "file", width=30, help="Letak berkas, dihitung dari folder workbook ini."),
        Column("Tautan", "link", width=30),
        columns.date("Tautan Dibuka", "seen_on"),
        Column("Halaman", "page", width=12, help="Halaman yang memuat nama inovasi atau baris yang disorot."),
        Column("Data Pribadi", "personal_data", "flag", help="Isi ya bila memuat data pribadi."),
        Column("Menggantikan", "supersedes", "evidence", width=16, help="Kunci baris bukti yang digantikan."),
    ),
    "Bukti dukung; berkas disimpan menurut sidik jarinya dan tidak pernah ditimpa.",
    alias={
        ("innovation.evidence_superseded", "old"): "supersedes",
        ("innovation.evidence_superseded", "occurred"): "",
        ("innovation.link_checked", "occurred"): "seen_on",
    },
)
AWARD = Sheet(
    "Penghargaan",
    award.GiveAward,
    (
        Column("Judul", "title", required=True, width=44, example="Top Inovasi Pelayanan Publik"),
        Column("Pemberi", "giver", width=26, example="KemenPANRB"),
        Column("Tingkat", "tier", width=14, example="TOP 45"),
        Column("Edisi", "edition", width=12, example="2023"),
        Column("Penerima", "recipient", "term", group="recipient", required=True, example="inovasi"),
        Column("Inovasi", "innovation", "ref", ref="innovation", width=16, example="INO-001"),
        Column("Unit", "unit", "ref", ref="unit", width=28, help="Nama singkat unit seperti di lembar Unit."),
        Column("Orang", "person", "ref", ref="person", help="Kunci dari lembar Orang."),
        Column("Dokumen", "document", "ref", ref="document", help="Kunci dari lembar Dokumen."),
        columns.date(),
    ),
    "Penghargaan bagi daerah, unit, inovasi, atau orang. Isi hanya kolom penerimanya.",
    scope="region",
)
FIGURE = Sheet(
    "Angka",
    region.PublishFigure,
    (
        Column("Ukuran", "measure", "measure", required=True, width=22, example="inovasi diluncurkan"),
        Column("Jenis Unit", "unit_kinds", "terms", group="unit_kind", width=22),
        columns.unit(),
        Column("Nilai", "value", "number", required=True, example=176),
        Column("Uraian", "label", width=40),
        Column("Sumber", "publisher", required=True, width=44, example="Berita pemerintah daerah"),
        columns.date(),
        Column("Lab", "lab", "ref", ref="lab", help="Kunci lab; kosong bila tentang daerah."),
    ),
    "Angka yang pernah diumumkan, untuk dibandingkan dengan hasil hitungan Jejak.",
    scope="region",
)
