"""Purbalingga 2018, the second round of Laboratorium Inovasi, as rows of the Jejak workbook.

A report of 2022 tells the year and the figure, and no more: neither days, stages, participants nor documents
are on record here. The 50 innovations are illustrative, and so is their spread over the units.
"""

from contract import Row, table
from purbalingga_2022_units import participants as known_units
from rounds import Named, entries, innovations, lab, units, workbook

LAB = "purbalingga-2018"
LINES = """
# Dinperindag
PASAR DIGDAYA: Pasar Rakyat Berdaya dengan Paguyuban Pedagang
Katalog Produk Industri Kecil Daerah
Uji Mutu Knalpot Bersama Sekolah Kejuruan

# Dinkominfo
Kelas Media Sosial Perangkat Daerah
JAWAB WARGA: Jawaban Aduan Warga dalam Tiga Hari

# Bakeuda
Pemutakhiran Objek Pajak Bersama Kepala Dusun
KAS NONTUNAI: Belanja Bendahara Tanpa Uang Tunai

# Dindikbud
Satu Kelas Satu Pohon Ilmu
GURU MENULIS: Guru Menulis Bahan Ajar Setempat
Festival Dolanan Anak Kecamatan

# Dinkes
POSBINDU PASAR: Pos Pemeriksaan Penyakit Tidak Menular di Pasar
Kader Remaja Bebas Kurang Darah
Peta Sebaran Tuberkulosis per Desa

# DPUPR
Pengawasan Proyek Jalan oleh Warga
DATA IRIGASI: Data Saluran Irigasi Berbasis Foto

# DinsosdaldukKBP3A
Verifikasi Data Kemiskinan lewat Musyawarah Dusun
SEKOLAH IBU: Sekolah Ibu Tangguh Desa

# DKPP
GEMAR IKAN: Gemar Makan Ikan di Posyandu
Kebun Bibit Sayur Sekolah

# DLH
Bank Sampah Induk Antarkecamatan
Lomba Kantor Hemat Energi

# Dispendukcapil
TIGA DALAM SATU: Akta, Kartu Keluarga, dan Kartu Anak Sekali Urus
Rekam KTP di Sekolah Menengah
Layanan Kependudukan Warga Binaan

# Dinpermasdes
Klinik Peraturan Desa
BURSA INOVASI: Bursa Inovasi Antardesa

# Dinhub
Zona Selamat Sekolah Bersama Komite
PARKIR SANTUN: Juru Parkir Santun Berseragam

# Dinkop UKM
Rumah Kemasan Bersama Usaha Mikro
Arisan Modal Usaha Perempuan

# DPMPTSP
IZIN DESA: Gerai Izin Keliling Desa
Lacak Berkas Izin lewat Pesan Singkat

# Dinporapar
Kalender Wisata Setahun Penuh
DUTA DESA WISATA: Duta Desa Wisata Pemuda

# Dinarpus
Pojok Baca Ruang Tunggu Puskesmas
ARSIP SELAMAT: Penyelamatan Arsip Desa Rawan Bencana

# Dinpertan
Regu Pengendali Hama Terpadu Desa
PETANI MUDA: Magang Petani Muda pada Petani Unggul

# Bapelitbangda
Forum Kajian Kampus dan Daerah

# BPBD
SIRENE DUSUN: Sirene Peringatan Dini Buatan Warga

# Inspektorat
Konsultasi Dana Desa Tanpa Tatap Muka

# Kec. Bobotsari
SEHATI: Sehari Tuntas Surat Pindah Warga

# Kec. Kejobong
Gelar Produk Desa Triwulanan

# Kec. Kutasari
Kampung Tertib Administrasi

# Puskesmas Bukateja
ANTAR OBAT: Antar Obat Lansia oleh Kader

# Puskesmas Kalimanah
Kelas Gizi Ibu Pekerja Pabrik

# Puskesmas Kutasari
Klinik Berhenti Merokok Desa

# RSUD
DAFTAR DARI RUMAH: Daftar Poliklinik dari Rumah lewat Telepon

# PDAM
SUMUR RESAPAN: Sumur Resapan Pelanggan Sekitar Mata Air

# PD Owabong
Karcis Terusan Wisata Pelajar
"""


def designing() -> list[Named]:
    """The units of the lines, as they stand in the workbook of 2022."""
    rsud = ("RSUD", "Rumah Sakit Umum Daerah Kabupaten Purbalingga", "RSUD", "Dinkes")
    wanted = {unit for unit, _line in entries(LINES)}
    return [one for one in [*known_units(), rsud] if one[2] in wanted]


def figures() -> list[Row]:
    lines = (("ANG18-01", "inovasi dirancang", 50, "LAN RI dalam berita 2022", "2022-12-15", LAB),)
    return table("Angka", "Kunci|Ukuran|Nilai|Sumber|Tanggal|Lab", lines)


def rows() -> dict[str, object]:
    """Every sheet of the workbook; sheets without a fact on record are empty."""
    filled: dict[str, list[Row]] = {
        "Unit": units("18", designing()),
        "Lab": lab(LAB, "Laboratorium Inovasi Kabupaten Purbalingga 2018", 2, "2018"),
        "Inovasi": innovations(LINES, "2018"),
        "Angka": figures(),
    }
    return workbook("33.03", LAB, filled)
