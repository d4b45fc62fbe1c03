"""The columns of sheet Profil: what the IGA report and the KIPP proposal ask of an innovation."""

from __future__ import annotations

from importers.definitions import rulebook_ranges
from importers.definitions.column import Column


def _long(label: str, name: str, note: str = "") -> Column:
    return Column(label, name, "long", width=50, help=note)


PROFILE = (
    Column("Inisiator", "initiator", "term", group="initiator", width=22),
    Column("Jenis Inovasi", "technology", "term", group="technology", width=16),
    Column("Bentuk Inovasi", "form", "term", group="form", width=30),
    Column("Urusan", "affair", "affair", width=30, help="Urusan pemerintahan utama."),
    Column("Urusan Lain", "other_affairs", "affairs", width=30, help="Urusan lain yang beririsan."),
    _long("Rancang Bangun", "design", "IGA 1.8: dasar hukum, masalah, isu, pembaruan, keunggulan, tahapan."),
    _long("Tujuan", "aims", "IGA 1.9."),
    _long("Manfaat", "benefits", "IGA 1.10."),
    _long("Hasil", "results", "IGA 1.11."),
    _long("Anggaran", "budget", "IGA 1.14."),
    _long("Profil Bisnis", "business_profile", "IGA 1.15."),
    _long("Ringkasan", "summary", "KIPP."),
    _long("Latar Belakang dan Tujuan", "background", "KIPP."),
    _long("Kebaruan", "novelty", "KIPP: kebaruan atau nilai tambah."),
    _long("Implementasi", "implementation", "KIPP."),
    _long("Signifikansi", "significance", "KIPP: dampak sebelum dan sesudah, dan cara mengukurnya."),
    _long("Replikasi Terlaksana", "replication_done", "KIPP: sudah atau belum direplikasi, dan oleh siapa."),
    _long("Potensi Replikasi", "replication_potential", "KIPP."),
    _long("Sumber Daya", "resources", "KIPP."),
    _long("Strategi Keberlanjutan", "sustainability", "KIPP: institusional, manajerial, sosial."),
    Column("Kategori KIPP", "kipp_category", width=30),
    Column("SDGs", "sdgs", "sdgs", width=14, help=rulebook_ranges.SDGS),
    Column("Tautan Video", "video_link", width=34),
)
