"""Illustrative innovations of puskesmas, RSUD and BUMD of Kebumen 2016, as in kebumen_2016_skpd.py."""

PUSKESMAS = """
# Puskesmas Ayah
Pos Sehat Nelayan
Antrean Lansia Didahulukan

# Puskesmas Buayan
JEMPUT BUMIL: Jemput Ibu Hamil Pegunungan
Kelas Balita Timbang Sabtu

# Puskesmas Puring
Periksa Mata Pengasin Ikan
Sanggar Sehat Remaja

# Puskesmas Petanahan
SENYUM PAGI: Senyum Pagi di Loket Daftar
Jamban Arisan Pesisir

# Puskesmas Klirong
Kunjung Rumah Pasien Tuberkulosis
Kartu Warna Berkas Pasien

# Puskesmas Buluspesantren
POSKESTREN: Pos Kesehatan Pesantren Mandiri
Kulit Sehat Santri

# Puskesmas Ambal
Kantin Sekolah Bebas Boraks
Senam Sore Ibu Pedagang

# Puskesmas Mirit
Lacak Balita Kurang Gizi
Obat Keluarga dari Kebun

# Puskesmas Prembun
UGD JALUR MUDIK: Pos Gawat Darurat Jalur Selatan
Konsultasi Gizi Calon Haji

# Puskesmas Kutowinangun
Periksa Gratis Penumpang Kereta
Kelompok Diabetes Rajin Jalan
Penyuluhan Sehat lewat Pengeras Suara Masjid

# Puskesmas Alian
Kader Siaga Darah
Daftar Antre lewat Pesan Singkat

# Puskesmas Kebumen
LOKET TERPADU: Loket Terpadu Tanpa Bolak-Balik
Dokter Cilik Menyapa Kelas
Pojok Konsultasi Calon Pengantin

# Puskesmas Pejagoan
Masker bagi Perajin Genteng
Klinik Napas Sehat

# Puskesmas Sruweng
Imunisasi Sambil Belanja
Ruang Tunggu Bermain Anak

# Puskesmas Adimulyo
KELUARGA TANPA JENTIK: Keluarga Tanpa Jentik Sebulan
Tabungan Persalinan Desa

# Puskesmas Kuwarasan
Dukun Bayi Mitra Bidan
Papan Stok Obat Terbuka

# Puskesmas Rowokele
Ambulans Motor Bukit
Jiwa Sehat Kunjung Rumah

# Puskesmas Sempor
AIR MINUM AMAN: Uji Air Minum Warung Waduk
Posyandu Gendong

# Puskesmas Gombong
Apotek Jam Istirahat Pekerja
Kotak Suara Pasien
Periksa Kesehatan Sopir Angkutan

# Puskesmas Karanganyar
LANSIA TERTAWA: Kelompok Lansia Tertawa Sehat
Gigi Susu Terawat
Pekan Bebas Sarang Nyamuk

# Puskesmas Karanggayam
Rumah Tunggu Kelahiran
Tandu Warga Siaga Malam

# Puskesmas Sadang
Bidan Radio Panggil
Sarapan Bersama Murid

# Puskesmas Bonorowo
CEGAH LEPTO: Cegah Penyakit Kencing Tikus Petani
Peta Jentik Buatan Pelajar

# Puskesmas Padureso
Kelas Ibu Menyusui Dusun
Periksa Kehamilan Akhir Pekan

# Puskesmas Poncowarno
Sehat Bersama Pengajian
Catatan Tekanan Darah di Warung

# Puskesmas Karangsambung
Jemput Sampel Dahak
MALARIA PANTAU: Pantau Malaria Dusun Hutan
"""

RSUD = """
# RSUD
Hasil Laboratorium Diantar ke Ruang Rawat
JANJI DOKTER: Janji Temu Dokter lewat Telepon
Makan Pasien Pilih Sendiri
Ruang Doa Keluarga Pasien
KONTROL PULANG: Telepon Kontrol Setelah Pasien Pulang
Petunjuk Arah Bergambar
"""

BUMD = """
# PDAM
AIR LAPOR: Lapor Air Keruh Ditangani Sehari
Tagihan Air Terbaca Lansia
Pasang Baru Tanpa Datang

# PD BPR BKK
Tabungan Sekolah Jemput Kelas
Pinjaman Genteng Musim Panas

# PD BPR Bank Pasar
KIOS MENABUNG: Pedagang Kios Menabung Harian
Angsuran Mengikuti Hari Pasaran

# PD Apotek
Obat Titip Antar Desa
Apoteker Menjawab
Kemasan Obat Berwarna Menurut Jam Minum
"""
