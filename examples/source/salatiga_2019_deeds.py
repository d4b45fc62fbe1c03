"""What was done for SAPA RT of Kelurahan Bugel: plan, trial, implementation, measurements, evidence.

Illustrative throughout; texts agree with salatiga_2019_full.py. `full` is the key of the innovation.
"""

from contract import Cell, Row, key, row, table
from salatiga_2019_full import profile

TITLE = "Satu Hari Administrasi Penduduk Antaran Rukun Tetangga Kelurahan Bugel"
ACRONYM = "SAPA RT"

_PLAN = (
    ("persiapan", "Menyusun lembar periksa sebelas jenis surat", "Kepala Seksi Pelayanan",
     "Lembar periksa", "Rapat dengan perwakilan ketua RT", "2019-06-24", "2019-06-26"),
    ("persiapan", "Menyiapkan buku titip, kotak titip, dan map berwarna", "Sekretaris Kelurahan",
     "Perlengkapan untuk 22 RT", "Pengadaan sederhana", "2019-06-24", "2019-06-28"),
    ("persiapan", "Melatih ketua RT dan petugas", "Sekretaris Kelurahan",
     "22 ketua RT terlatih", "Pelatihan setengah hari", "2019-06-29", "2019-06-29"),
    ("pelaksanaan", "Menguji coba di lima RT pada RW 02", "Kepala Seksi Pelayanan",
     "Laporan uji coba", "Pelayanan langsung", "2019-07", "2019-07"),
    ("pelaksanaan", "Menerapkan layanan di 22 RT", "Lurah Bugel",
     "Layanan berjalan setiap hari kerja", "Penitipan dan pengantaran", "2019-09-02", "2020-12"),
    ("pelaksanaan", "Mengantar surat bagi warga rentan", "Petugas pelayanan dan Karang Taruna",
     "Surat diterima di rumah", "Kunjungan rumah", "2019-09-02", "2020-12"),
    ("monitoring", "Memeriksa buku titip setiap bulan", "Sekretaris Kelurahan",
     "Rekapitulasi bulanan", "Pemeriksaan buku", "2019-10", "2020-12"),
    ("evaluasi", "Menilai empat indikator dan kepuasan warga", "Lurah Bugel",
     "Laporan evaluasi tahunan", "Survei dan perbandingan data", "2020-11", "2020-12"),
)  # fmt: skip

_INDICATORS = (
    ("Waktu penyelesaian surat pengantar", "hari kalender", 3.2, "2018", 1, "2020",
     "Rata-rata seluruh permohonan setahun", "Buku register 2018 dan buku titip 2020"),
    ("Kunjungan warga ke kantor untuk setiap permohonan", "kali", 2.4, "2019-03-01/2019-05-31", 0.3, "2020",
     "Jumlah kunjungan loket dibagi jumlah permohonan", "Catatan loket Kelurahan Bugel"),
    ("Permohonan selesai pada hari yang sama", "persen", 31.5, "2018", 92.8, "2020",
     "Permohonan selesai hari itu dibagi seluruh permohonan", "Buku register 2018 dan buku titip 2020"),
    ("Nilai kepuasan masyarakat", "nilai 0-100", 76.1, "2018-11", 88.4, "2020-11",
     "Survei Kepuasan Masyarakat atas sembilan unsur pelayanan", "Laporan survei Kelurahan Bugel"),
)  # fmt: skip

_EVIDENCE: tuple[tuple[Cell, ...], ...] = (
    ("SK", "065/CONTOH-04/2019", "2019-11-11", "Keputusan Wali Kota tentang penetapan inovasi",
     "16", "Strategi Keberlanjutan", "https://contoh.id/bukti/sapa-rt/01", "1; 3", None),
    ("SK", "470/CONTOH-03/2019", "2019-08-30", "Keputusan Lurah tentang penerapan, tim, dan peran",
     "17; 23", "Sumber Daya; Strategi Keberlanjutan", "https://contoh.id/bukti/sapa-rt/02", None, None),
    ("dokumen anggaran", "DPA-CONTOH-05/2020", "2020-01-02", "Anggaran pelayanan Kelurahan Bugel 2020",
     "18", "Sumber Daya", None, "7", None),
    ("foto", None, "2019-09-05", "Kotak titip, buku titip, dan lembar periksa di RW 02",
     "19; 30", "Kebaruan; Implementasi", "https://contoh.id/bukti/sapa-rt/04", None, None),
    ("laporan", None, "2019-06-29", "Undangan dan daftar hadir pelatihan ketua RT",
     "20", "Sumber Daya", None, None, "ya"),
    ("dokumen perencanaan", None, "2019-07", "Halaman rencana kerja kelurahan tahun 2020",
     "21", "Strategi Keberlanjutan", None, "21", None),
    ("surat tugas", "800/CONTOH-06/2019", "2019-09-02", "Surat tugas RT, RW, kader, dan Karang Taruna",
     "22", "Strategi Keberlanjutan", None, None, None),
    ("lainnya", "CONTOH-07/2019", "2019-08-28", "Panduan singkat SAPA RT bagi ketua RT",
     "26", "Implementasi; Potensi Replikasi", "https://contoh.id/bukti/sapa-rt/08", None, None),
    ("SOP", "SOP-CONTOH-08/2019", "2019-08-29", "Prosedur surat pengantar selesai dalam satu hari",
     "28", "Implementasi", "https://contoh.id/bukti/sapa-rt/09", None, None),
    ("laporan", None, "2019-08-02", "Laporan penciptaan dari usulan Maret sampai uji coba Juli 2019",
     "32", "Latar Belakang dan Tujuan", None, None, None),
    ("laporan", None, "2021-01-08", "Rekapitulasi 1.312 permohonan tahun 2020",
     "33", "Signifikansi", None, None, "ya"),
    ("laporan", "CONTOH-09/SKM/2020", "2020-12-04", "Laporan Survei Kepuasan Masyarakat 2018 dan 2020",
     "34", "Signifikansi", "https://contoh.id/bukti/sapa-rt/12", None, None),
    ("surat pernyataan", "CONTOH-10/2021", "2021-02-08", "Surat pernyataan implementasi sejak September 2019",
     None, "Surat Pernyataan Implementasi", None, None, None),
    ("surat pernyataan", "CONTOH-11/2021", "2021-02-08", "Surat pernyataan identitas tim inovator",
     None, "Surat Pernyataan Identitas", None, None, "ya"),
    ("surat pernyataan", "CONTOH-12/2021", "2021-02-08", "Surat pernyataan kesediaan direplikasi",
     None, "Surat Pernyataan Kesediaan Replikasi; Replikasi Terlaksana", None, None, None),
)  # fmt: skip


def plan(full: str) -> list[Row]:
    lines = [(key("RCN", n), full, 1, n, *step, "2019-06-20") for n, step in enumerate(_PLAN, start=1)]
    labels = "Kunci|Inovasi|Versi|Nomor|Kelompok|Kegiatan|Pelaksana|Keluaran|Metode|Mulai|Selesai|Tanggal"
    return table("Rencana Aksi", labels, lines)


def measurements(full: str) -> list[Row]:
    lines = [(key("UKR", n), full, *one) for n, one in enumerate(_INDICATORS, start=1)]
    labels = "Inovasi|Indikator|Satuan|Nilai Sebelum|Tanggal Sebelum|Nilai Sesudah|Tanggal Sesudah"
    return table("Pengukuran", f"Kunci|{labels}|Cara Ukur|Sumber", lines)


def evidence(full: str) -> list[Row]:
    lines = [(key("BKT", n), full, *line) for n, line in enumerate(_EVIDENCE, start=1)]
    labels = "Kunci|Inovasi|Jenis|Nomor|Tanggal|Perihal|Indikator IGA|Bagian KIPP|Tautan|Halaman|Data Pribadi"
    return table("Bukti", labels, lines)


def deeds(full: str) -> dict[str, list[Row]]:
    """The sheets that speak of the innovation written in full only."""
    renamed: Row = {
        "Kunci": "GNM-001", "Inovasi": full, "Judul Baru": TITLE, "Akronim Baru": ACRONYM,
        "Alasan": "Singkatan RT diurai agar judul dapat dipahami pembaca di luar kelurahan.",
        "Tanggal": "2019-08-30",
    }  # fmt: skip
    trial: Row = {
        "Kunci": "UJI-001", "Inovasi": full, "Tanggal": "2019-07",
        "Tempat": "RW 02 Kelurahan Bugel (lima RT)",
        "Hasil": "64 permohonan dilayani; 51 selesai pada hari yang sama. Jam titip perlu ditetapkan.",
    }  # fmt: skip
    applied: Row = {
        "Kunci": "TRP-001", "Inovasi": full, "Tanggal": "2019-09-02", "Dasar Hukum": "DOK-03",
        "Keterangan": "Diterapkan di seluruh 22 RT Kelurahan Bugel.",
    }  # fmt: skip
    told: Row = {"Kunci": "PRF-001", "Inovasi": full, "Tanggal": "2021-02-08"}
    return {
        "Ganti Nama": [row("Ganti Nama", renamed)],
        "Profil": [row("Profil", told | profile())],
        "Rencana Aksi": plan(full),
        "Uji Coba": [row("Uji Coba", trial)],
        "Penerapan": [row("Penerapan", applied)],
        "Pengukuran": measurements(full),
        "Bukti": evidence(full),
    }
