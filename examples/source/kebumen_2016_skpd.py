"""Illustrative innovations of SKPD of Kebumen 2016 by unit: `Judul` or `AKRONIM: Judul`.

The report names three of the 182; they stand in kebumen_2016.py. All of this is invented, and every row made
from it says so (Ilustrasi).
"""

OPD = """
# Setda
Meja Tamu Satu Pintu Sekretariat Daerah
Rapat Tanpa Kertas Pimpinan

# Setwan
Kabar Sidang bagi Warga Desa
Ruang Aspirasi Terbuka Setiap Senin

# Inspektorat
Pengawasan Dini Pengadaan Barang
TEMU AUDIT: Temu Bahas Hasil Audit dengan Desa

# Bappeda
Usulan Desa Terlacak sampai Anggaran
Peta Sebaran Program Pengentasan Kemiskinan
SATU DATA: Satu Data Perencanaan Antarperangkat Daerah

# BKD
Berkas Pegawai Dipindai Sekali Pakai Selamanya
Layanan Pensiun Sebelum Hari Terakhir
Papan Kosong Jabatan Terbuka

# BPMPT
Antrean Izin dengan Nomor Terjadwal
Survei Kepuasan Pemohon Setiap Loket

# DPPKAD
Pajak Terbayar di Kantor Pos Desa
ASET RAPI: Penataan Arsip Sertifikat Tanah Daerah
Kunjungan Pajak ke Rumah Makan

# Dikpora
Guru Kunjung Murid Pesisir
SEKOLAH TANGGUH: Sekolah Pesisir Tangguh Tsunami
Taman Baca di Ruang Kelas
Liga Sepak Bola Antardesa

# Dinkes
Dapur Gizi Balita di Balai Desa
Ambulans Desa Siaga
SURVEI SENYUM: Survei Senyum Pelayanan Kesehatan
Kader Pembaca Peta Penyakit

# Dinas PU
Lubang Jalan Tertutup Tiga Hari
Uji Mutu Jalan Disaksikan Warga
Konsultasi Gambar Rumah Sederhana

# Dinas SDA dan ESDM
Penjaga Pintu Air dari Petani
Sumur Bor Kelola Dusun
HEMAT LAMPU: Penerangan Jalan Hemat Daya

# Dishubkominfo
Angkutan Sekolah Pedesaan
KABAR PESAN: Kabar Pemerintah lewat Pesan Singkat
Radio Daerah Menyapa Pasar

# Distanak
Pupuk Kandang Kelompok Sapi
Kalender Tanam Desa
SAPI SEHAT: Kartu Sehat Sapi Peranakan Ongole

# Dishutbun
Kelapa Deres Bersertifikat Kelompok
Pembibitan Jati Sekolah

# Dislutkan
Papan Cuaca Nelayan Pagi
TPI BERSIH: Tempat Pelelangan Ikan Bersih dan Kering
Udang Rakyat Tanpa Limbah

# Dinkop UMKM
Koperasi Sekolah Sehat
Pendampingan Merek Usaha Mikro
Pasar Kaget Usaha Mikro Jumat Sore

# Disperindagsar
Genteng Sokka Bermutu Seragam
PASAR TERANG: Los Pasar Terang dan Rapi
Timbangan Titip Periksa

# Disnakertransos
Lowongan Kerja Masuk Desa
Pelatihan Las bagi Pemuda Pesisir
Penjangkauan Lansia Terlantar

# Disdukcapil
Akta Kelahiran Terbit di Rumah Bersalin
KARTU SEHARI: Kartu Keluarga Selesai Sehari
Jemput Rekam Warga Pegunungan

# Disparbud
Jelajah Goa Bersama Pemandu Desa
Panggung Budaya Akhir Pekan
PANTAI RAPI: Pantai Rapi Kelola Kelompok Sadar Wisata

# Bapermades
Klinik Anggaran Desa
Desa Belajar dari Desa
KELOLA BUMDES: Pembukuan Sederhana Usaha Milik Desa

# BPBD
Jalur Evakuasi Dilukis Warga
Kentongan Berantai Pesisir
Latihan Bencana Setiap Musim Hujan

# Kantor LH
Bank Sampah Perangkat Daerah
SUNGAI LUK: Sungai Luk Ulo Terawat Bersama

# Kantor Perpusarsip
Perpustakaan Motor Pegunungan
Arsip Desa Tersusun Seragam

# Kantor Ketahanan Pangan
Lumbung Singkong Desa
Kantin Sekolah Pangan Setempat

# Satpol PP
Patroli Sepeda Alun-Alun
Penegakan Perda dengan Surat Sahabat
"""

BAGIAN = """
# Bagian Tapem
Batas Desa Dipetakan Bersama Warga

# Bagian Hukum
Perpustakaan Peraturan Daerah Terbuka

# Bagian Organisasi
Standar Pelayanan Terpajang di Setiap Loket
Pekan Bagi Pengalaman Inovator

# Bagian Kesra
Data Rumah Ibadah Mutakhir

# Bagian Perekonomian
Pantauan Harga Pasar Pagi

# Bagian Pembangunan
Papan Kemajuan Kegiatan Fisik

# Bagian Humas
Klarifikasi Berita dalam Sehari

# Bagian Umum
Peminjaman Ruang Rapat Satu Buku
Perawatan Kendaraan Dinas Terjadwal
"""

KECAMATAN = """
# Kec. Ayah
Loket Wisata dan Layanan Pesisir

# Kec. Buayan
Surat Warga Selesai di Balai Desa

# Kec. Puring
PASAR LAPOR: Aduan Warga pada Hari Pasar

# Kec. Petanahan
Camat Berkantor di Desa

# Kec. Klirong
Rembuk Batas Dusun

# Kec. Buluspesantren
Layanan Ramah Santri

# Kec. Ambal
SATE SAPA: Sapa Pedagang Sate Jalur Selatan

# Kec. Mirit
Kebun Pepaya Kelompok Pemuda

# Kec. Prembun
Posko Jalur Mudik Bersama Warga

# Kec. Kutowinangun
Papan Waktu Layanan Kecamatan

# Kec. Alian
Antar Dokumen Sore Hari

# Kec. Kebumen
KOTA RAPI: Kelurahan Rapi Setiap Jumat

# Kec. Pejagoan
Sentra Genteng Aman Kerja

# Kec. Sruweng
Pendampingan Profil Desa

# Kec. Adimulyo
Jadwal Tanam Serempak Sekecamatan

# Kec. Kuwarasan
Buku Tamu Pendapat Warga

# Kec. Rowokele
Kerja Bakti Saluran Air Bergilir

# Kec. Sempor
WADUK BERSIH: Waduk Bersih Bersama Pengunjung

# Kec. Gombong
Trotoar Ramah Pejalan Kaki

# Kec. Karanganyar
Ruang Laktasi Kantor Kecamatan

# Kec. Karanggayam
Layanan Keliling Dusun Atas

# Kec. Sadang
Titip Berkas lewat Ojek Desa

# Kec. Bonorowo
Siaga Banjir Antardesa

# Kec. Padureso
Pos Pantau Waduk Wadaslintang

# Kec. Poncowarno
Pelatihan Arsip bagi Perangkat Desa

# Kec. Karangsambung
GEO DESA: Desa Penyangga Wisata Kebumian
"""
