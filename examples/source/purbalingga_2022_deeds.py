"""What was done for SIMPEL PASAR: plan, monitoring, trial, implementation, measurements, evidence.

Illustrative throughout. The innovation is INO-001; INO-002 and INO-003 share its performance agreement and
therefore have short plans of their own.
"""

from contract import Cell, Row, key, row, table
from purbalingga_2022_full import profile

FULL = "INO-001"
TITLE = "Sistem Pelayanan Retribusi, Kios, dan Los Pasar Rakyat"
AGREED = (FULL, "INO-002", "INO-003")

_PLAN = (
    ("persiapan", "Mendata ulang pedagang serta kios dan los di tiga pasar", "Bidang Pasar",
     "Buku induk pedagang", "Kunjungan dan pencocokan buku", "2022-12-01", "2023-01-13"),
    ("persiapan", "Menyusun prosedur layanan satu meja", "Bidang Pasar dan Bagian Organisasi",
     "Rancangan prosedur operasional baku", "Lokakarya dua hari", "2022-12-19", "2023-01-06"),
    ("persiapan", "Menetapkan tim pelaksana dan melatih petugas", "Kepala Dinperindag",
     "Keputusan tim dan 24 petugas terlatih", "Pelatihan kelas dan praktik", "2023-01-09", "2023-01-27"),
    ("pelaksanaan", "Menguji coba layanan di Pasar Segamas", "Kepala Pasar Segamas",
     "Laporan uji coba", "Pelayanan langsung kepada pedagang", "2023-02-02", "2023-02-15"),
    ("pelaksanaan", "Menerapkan layanan di tiga pasar", "Bidang Pasar",
     "Layanan berjalan di tiga pasar", "Pelayanan setiap hari", "2023-03-02", "2023-12"),
    ("pelaksanaan", "Memperluas layanan ke tiga pasar berikutnya", "Bidang Pasar",
     "Layanan berjalan di enam pasar", "Pendampingan petugas antarpasar", "2024-01", "2024-06"),
    ("monitoring", "Memantau waktu izin dan setoran setiap pekan", "Sekretariat Dinperindag",
     "Catatan pantauan mingguan", "Pemeriksaan buku induk dan setoran", "2023-03", "2024-12"),
    ("evaluasi", "Mengevaluasi empat indikator dan kepuasan pedagang", "Dinperindag dan Bagian Organisasi",
     "Laporan evaluasi tahunan", "Survei kepuasan dan perbandingan data", "2023-11", "2024-12"),
)  # fmt: skip

_SHORT_PLANS = {
    "INO-002": (
        ("persiapan", "Menyusun jadwal tera ulang pasar desa", "Bidang Perdagangan", "Jadwal tahunan",
         "Rapat dengan pemerintah desa", "2022-12", "2023-01"),
        ("pelaksanaan", "Melayani tera ulang keliling", "Petugas tera", "Timbangan bertanda tera sah",
         "Pelayanan di pasar desa", "2023-02", "2023-10"),
        ("monitoring", "Memeriksa timbangan secara acak", "Pengawas kemetrologian", "Catatan pemeriksaan",
         "Pemeriksaan lapangan", "2023-04", "2023-10"),
        ("evaluasi", "Menilai cakupan timbangan bertanda tera", "Bidang Perdagangan", "Laporan evaluasi",
         "Perbandingan data", "2023-11", "2023-11"),
    ),
    "INO-003": (
        ("persiapan", "Menunjuk pencatat harga di setiap pasar", "Bidang Perdagangan",
         "Daftar pencatat harga", "Penunjukan oleh kepala pasar", "2022-12", "2023-01"),
        ("pelaksanaan", "Menayangkan papan kabar harga setiap hari", "Kepala pasar", "Papan harga harian",
         "Pencatatan pagi dan pengumuman", "2023-02", "2023-12"),
        ("monitoring", "Mencocokkan harga papan dengan harga jual", "Bidang Perdagangan", "Catatan selisih",
         "Pemeriksaan lapangan", "2023-03", "2023-12"),
        ("evaluasi", "Menanyakan manfaat papan kepada pembeli", "Bidang Perdagangan", "Laporan evaluasi",
         "Wawancara singkat", "2023-12", "2023-12"),
    ),
}  # fmt: skip

_INDICATORS = (
    ("Waktu pengurusan izin kios dan los", "hari kalender", (14, 2, 1),
     "Rata-rata selisih tanggal permohonan lengkap dan tanggal izin terbit, seluruh permohonan",
     "Buku induk pedagang Dinperindag"),
    ("Realisasi retribusi enam pasar sasaran terhadap target", "persen", (78.4, 88.6, 96.1),
     "Realisasi setahun dibagi target setahun", "Laporan realisasi yang dicocokkan dengan Bakeuda"),
    ("Pedagang yang membayar retribusi secara nontunai", "persen", (0, 46.5, 81.2),
     "Pedagang dengan sedikitnya satu pembayaran nontunai pada bulan Desember dibagi pedagang terdaftar",
     "Catatan pembayaran SIMPEL PASAR"),
    ("Nilai kepuasan pedagang", "nilai 0-100", (74.3, 82.9, 87.6),
     "Survei Kepuasan Masyarakat atas sembilan unsur pelayanan", "Laporan survei Dinperindag"),
)  # fmt: skip

_EVIDENCE: tuple[tuple[Cell, ...], ...] = (
    ("SK", "188.4/CONTOH-04/2023", "2023-02-27", "Keputusan Bupati tentang Penerapan Inovasi SIMPEL PASAR",
     "16", "Strategi Keberlanjutan", "https://contoh.id/bukti/simpel-pasar/01", "1; 4", None),
    ("SK", "500.2/CONTOH-05/2023", "2023-01-20", "Keputusan tim pelaksana beserta peran 24 petugas",
     "17; 23; 24", "Sumber Daya", "https://contoh.id/bukti/simpel-pasar/02", None, None),
    ("dokumen anggaran", "DPA-CONTOH-06/2023", "2023-01-03", "Anggaran kegiatan pelayanan pasar 2023",
     "18", "Sumber Daya", None, "12", None),
    ("dokumen perencanaan", None, "2022-07", "Halaman RKPD 2023 tentang pelayanan pasar rakyat",
     "21", "Strategi Keberlanjutan", None, "148", None),
    ("tangkapan layar", None, "2023-03-06", "Layar denah kios dan pembayaran retribusi",
     "19; 30", "Kebaruan; Implementasi", "https://contoh.id/bukti/simpel-pasar/05", None, None),
    ("laporan", None, "2023-01-27", "Laporan pelatihan petugas: undangan, daftar hadir, sertifikat",
     "20", "Sumber Daya", None, None, "ya"),
    ("SOP", "SOP-CONTOH-07/2023", "2023-01-30", "Prosedur izin pemakaian kios dan los dalam satu hari",
     "28", "Implementasi", "https://contoh.id/bukti/simpel-pasar/07", None, None),
    ("berita", None, "2023-03-04", "Pedagang Pasar Segamas membayar retribusi dengan memindai kode",
     "25", "Implementasi", "https://contoh.id/berita/simpel-pasar", None, None),
    ("laporan", None, "2023-02-17", "Laporan penciptaan inovasi dari usulan sampai uji coba",
     "32", "Latar Belakang dan Tujuan", None, None, None),
    ("laporan", None, "2024-12-20", "Rekapitulasi pedagang penerima manfaat enam pasar",
     "33", "Signifikansi", None, None, "ya"),
    ("laporan", "CONTOH-08/SKM/2024", "2024-12-13", "Laporan Survei Kepuasan Masyarakat 2022-2024",
     "34", "Signifikansi", "https://contoh.id/bukti/simpel-pasar/11", None, None),
    ("video", None, "2024-12-27", "Video SIMPEL PASAR dari latar belakang sampai dampak",
     "35", "Ringkasan", "https://contoh.id/video/simpel-pasar", None, None),
    ("surat pernyataan", "CONTOH-09/2025", "2025-01-13", "Surat pernyataan implementasi sejak 2 Maret 2023",
     None, "Surat Pernyataan Implementasi", None, None, None),
    ("surat pernyataan", "CONTOH-10/2025", "2025-01-13", "Surat pernyataan identitas tim inovator",
     None, "Surat Pernyataan Identitas", None, None, "ya"),
    ("surat pernyataan", "CONTOH-11/2025", "2025-01-13", "Surat pernyataan kesediaan direplikasi",
     None, "Surat Pernyataan Kesediaan Replikasi; Replikasi Terlaksana; Potensi Replikasi", None, None, None),
)  # fmt: skip


def plans() -> list[Row]:
    lines: list[tuple[Cell, ...]] = []
    for innovation, steps in {FULL: _PLAN, **_SHORT_PLANS}.items():
        for n, step in enumerate(steps, start=1):
            lines.append((f"RCN-{innovation[-3:]}-{n}", innovation, 1, n, *step, "2022-11-23"))
    labels = "Kunci|Inovasi|Versi|Nomor|Kelompok|Kegiatan|Pelaksana|Keluaran|Metode|Mulai|Selesai|Tanggal"
    return table("Rencana Aksi", labels, lines)


def measurements() -> list[Row]:
    lines: list[tuple[Cell, ...]] = []
    for name, measure, (before, *after), method, source in _INDICATORS:
        for year, value in zip(("2023", "2024"), after, strict=True):
            told = (FULL, name, measure, before, "2022", value, year, method, source)
            lines.append((key("UKR", len(lines) + 1), *told))
    labels = "Inovasi|Indikator|Satuan|Nilai Sebelum|Tanggal Sebelum|Nilai Sesudah|Tanggal Sesudah"
    return table("Pengukuran", f"Kunci|{labels}|Cara Ukur|Sumber", lines)


def evidence() -> list[Row]:
    lines = [(key("BKT", n), FULL, *line) for n, line in enumerate(_EVIDENCE, start=1)]
    labels = "Kunci|Inovasi|Jenis|Nomor|Tanggal|Perihal|Indikator IGA|Bagian KIPP|Tautan|Halaman|Data Pribadi"
    return table("Bukti", labels, lines)


def monitoring() -> list[Row]:
    lines = (
        ("MON-001", FULL, "2023-05-16", "langsung", "Bagian Organisasi Setda",
         "Kode tempat usaha mudah rusak oleh air; meja layanan baru buka pukul 08.00.",
         "Kode dicetak pada pelat tahan air; meja layanan dibuka pukul 07.00 mulai Juni 2023."),
        ("MON-002", FULL, "2023-10-10", "tidak langsung", "Sekretaris Dinperindag",
         "Setoran tercatat pada hari yang sama; 46 kios kosong belum diperbarui pada denah.",
         "Denah diperbarui setiap Jumat oleh petugas data."),
    )  # fmt: skip
    return table("Monitoring", "Kunci|Inovasi|Tanggal|Cara|Pemantau|Temuan|Tindak Lanjut", lines)


def deeds() -> dict[str, list[Row]]:
    """The sheets that speak of the innovation written in full."""
    renamed: Row = {
        "Kunci": "GNM-001", "Inovasi": FULL, "Judul Baru": TITLE, "Akronim Baru": "SIMPEL PASAR",
        "Alasan": "Pedagang los dilayani juga, sehingga judul perlu menyebut kios dan los.",
        "Tanggal": "2023-01-16",
    }  # fmt: skip
    trial: Row = {
        "Kunci": "UJI-001", "Inovasi": FULL, "Tanggal": "2023-02-02", "Tempat": "Pasar Segamas",
        "Hasil": "212 pedagang dilayani. Izin selesai rata-rata dalam 2 hari. Perlu pelat kode yang tahan "
        "air dan kartu bagi pedagang tanpa telepon pintar.",
    }  # fmt: skip
    applied: Row = {
        "Kunci": "TRP-001", "Inovasi": FULL, "Tanggal": "2023-03-02", "Dasar Hukum": "DOK-04",
        "Keterangan": "Diterapkan di Pasar Segamas, Bobotsari, dan Bukateja; enam pasar sejak tahun 2024.",
    }  # fmt: skip
    told: Row = {"Kunci": "PRF-001", "Inovasi": FULL, "Tanggal": "2025-01-13"}
    return {
        "Ganti Nama": [row("Ganti Nama", renamed)],
        "Profil": [row("Profil", told | profile())],
        "Rencana Aksi": plans(),
        "Monitoring": monitoring(),
        "Uji Coba": [row("Uji Coba", trial)],
        "Penerapan": [row("Penerapan", applied)],
        "Pengukuran": measurements(),
        "Bukti": evidence(),
    }
