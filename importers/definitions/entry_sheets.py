"""Sheets of competitions: what supports an innovation, entries, claims, choices, dates of editions."""

from __future__ import annotations

from domain import entry_actions as entry
from domain import innovation_actions as innovation
from domain import region
from domain.support import OF_KIND
from importers.definitions import rulebook_ranges
from importers.definitions import shared_columns as columns
from importers.definitions.column import Column, Sheet

GROUP_HELP = "Kelompok lomba, misalnya umum; kosong bila lombanya tanpa kelompok."


def _year() -> Column:
    return Column("Tahun", "year", "number", required=True, width=8, example=2026, help="Tahun lomba.")


def _group(example: str | None = None) -> Column:
    return Column("Kelompok", "group", "competition_group", width=12, help=GROUP_HELP, example=example)


SUPPORT = Sheet(
    "Pendukung",
    innovation.RecordSupport,
    (
        columns.innovation(),
        Column("Jenis", "kind", "term", group="support", required=True, width=26, example="pelaksana"),
        Column(
            "Uraian", "subject", width=44, help="Apa yang dikembangkan, pokok bimtek, nama mitra, tahapnya."
        ),
        Column("Daerah atau Instansi", "place", width=28, help="Untuk replikasi: di seberang sana siapa."),
        Column(
            "Peran",
            "role",
            width=28,
            help="Untuk pelaksana dan mitra, tanpa nama orang.",
            example="petugas loket",
        ),
        Column(
            "Jumlah",
            "count",
            "number",
            width=10,
            help="Orang, hari kalender, peserta, atau pengaduan selesai.",
            example=12,
        ),
        Column("Diterima", "received", "number", width=10, help="Pengaduan yang diterima."),
        Column(
            "Tahun", "year", "number", width=8, help="Untuk anggaran, perencanaan, pengaduan, kemanfaatan."
        ),
        Column("Nilai", "amount", "decimal", width=16, help="Rupiah, atau nilai kemanfaatan."),
        Column("Dasar", "basis", "term", group="benefit", width=20, help="Dasar kemanfaatan."),
        columns.date("Mulai", "begins"),
        columns.date("Selesai", "ends"),
        Column(
            "Penghargaan Asal",
            "tier",
            width=16,
            help="Penghargaan inovasi yang direplikasi, misalnya TOP 99.",
        ),
        Column("Edisi Asal", "edition", width=10),
        Column(
            "Inovasi Terdahulu",
            "earlier",
            "ref",
            ref="innovation",
            width=18,
            help="Untuk generasi baru: inovasi sebelumnya.",
        ),
        columns.date(),
    ),
    "Fakta yang dibaca aturan penilaian. Satu baris satu fakta; isi hanya kolom yang dipakai jenisnya.",
    target="innovation",
    alias={(event.TYPE, "@kind"): "kind" for event, _ in OF_KIND.values()},
)
CLAIM = Sheet(
    "Klaim IGA",
    entry.ClaimLevel,
    (
        columns.innovation(),
        _year(),
        Column(
            "Indikator",
            "indicator",
            "indicator",
            required=True,
            width=10,
            example=rulebook_ranges.FIRST_INDICATOR,
            help=rulebook_ranges.INDICATORS,
        ),
        Column(
            "Tingkat",
            "level",
            "level",
            required=True,
            width=9,
            example=2,
            help=f"Parameter yang diklaim: {rulebook_ranges.LEVELS}.",
        ),
        Column(
            "Dasar",
            "basis",
            "term",
            group="benefit",
            width=20,
            help="Untuk kemanfaatan: satu dasar yang dipilih.",
        ),
        Column("Catatan", "note", width=40),
        Column(
            "Terverifikasi",
            "verified",
            "level",
            width=12,
            help=f"Tingkat setelah bukti diperiksa: 0 sampai {rulebook_ranges.HIGHEST}.",
        ),
        Column("Pemeriksa", "verifier", width=28, help="Jabatan atau unit, tanpa nama orang."),
        columns.date(),
    ),
    "Satu baris satu indikator satu inovasi. Verifikasi mengutip bukti yang ada saat itu.",
    later={"verified": entry.VerifyLevel},
)
REGION_CLAIM = Sheet(
    "SPD",
    entry.ClaimRegion,
    (
        _year(),
        Column(
            "Baris",
            "indicator",
            "region_row",
            required=True,
            width=8,
            example="2a",
            help="Nomor baris SPD, misalnya 2a.",
        ),
        Column(
            "Tingkat",
            "level",
            "level",
            width=9,
            example=2,
            help=f"Parameter: {rulebook_ranges.LEVELS}. Kosong bila dihitung dari Angka.",
        ),
        Column(
            "Angka", "amount", "decimal", width=14, help="Angka yang dibandingkan dengan pita, misalnya 8,17."
        ),
        Column("Dokumen", "documents", "refs", ref="document", width=26, help="Kunci dari lembar Dokumen."),
        Column("Catatan", "note", width=40),
        Column("Terverifikasi", "verified", "level", width=12, help="Tingkat setelah dokumen diperiksa."),
        Column("Pemeriksa", "verifier", width=28, help="Jabatan atau unit, tanpa nama orang."),
        columns.date(),
    ),
    "Satuan Pemerintah Daerah: satu baris satu indikator daerah.",
    scope="region",
    later={"verified": entry.VerifyRegion},
)
ALIGNMENT = Sheet(
    "Isian KIPP",
    entry.ChooseAlignment,
    (
        columns.innovation(),
        _year(),
        _group("umum"),
        Column("Kategori", "category", width=34, help="Salah satu kategori edisi itu."),
        Column("SDGs", "sdgs", "sdgs", width=12, help=rulebook_ranges.SDGS),
        Column("Asta Cita", "asta_cita", "goals", width=12, help=rulebook_ranges.ASTA_CITA),
        Column("Inovasi Asal", "source", width=34, help="Untuk replikasi: judul inovasi yang direplikasi."),
        Column("Instansi Asal", "source_owner", width=28),
        Column("Penghargaan Asal", "source_tier", width=16, help="Misalnya TOP 99."),
        Column("Edisi Asal", "source_edition", width=10),
        columns.date(),
    ),
    "Satu baris satu usulan KIPP: pilihan yang diminta formulir edisi itu.",
)
SECTION = Sheet(
    "Naskah",
    entry.WriteSection,
    (
        columns.innovation(),
        _year(),
        _group("umum"),
        Column("Bagian", "section", "section", required=True, width=34, example="Signifikansi"),
        Column(
            "Isi",
            "text",
            "long",
            required=True,
            width=60,
            example="Waktu tunggu turun dari 45 menjadi 12 menit.",
        ),
        columns.date(),
    ),
    "Naskah satu bagian untuk satu usulan; mengganti isi lembar Profil pada usulan itu.",
)
QUEUE = Sheet(
    "Antrean",
    entry.MoveQueue,
    (
        columns.innovation(),
        _year(),
        _group("umum"),
        Column("Posisi", "stage", "term", group="queue", required=True, width=22, example="admin lokal"),
        Column("Catatan", "note", width=40),
        columns.date(),
    ),
    "Perjalanan usulan: unit, admin lokal, kementerian.",
)
RESULT = Sheet(
    "Hasil Lomba",
    entry.AnnounceResult,
    (
        columns.innovation(),
        Column("Lomba", "award", "award", required=True, width=10, example="KIPP"),
        _year(),
        _group(),
        Column("Hasil", "result", "term", group="result", required=True, width=24, example="finalis"),
        Column("Tingkat", "tier", width=16, help="Misalnya TOP 45."),
        Column("Catatan", "note", width=40),
        columns.date(),
    ),
    "Apa yang terjadi dengan usulan setelah dikirim.",
)
EDITION = Sheet(
    "Jadwal",
    region.DateEdition,
    (
        Column("Lomba", "award", "award", required=True, width=10, example="KIPP"),
        _year(),
        _group(),
        Column(
            "Tonggak", "milestone", "term", group="edition_date", required=True, width=20, example="ditutup"
        ),
        Column(
            "Hari",
            "day",
            "date",
            required=True,
            width=18,
            help="Hari pembukaan, penutupan, atau perpanjangan; boleh di depan.",
        ),
        Column("Catatan", "note", width=40),
        columns.date(),
    ),
    "Tanggal lomba. Tanggal bergeser; catat setiap pengumuman sebagai baris baru.",
    scope="region",
)
