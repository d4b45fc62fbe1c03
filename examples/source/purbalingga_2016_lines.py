"""Illustrative innovations of Purbalingga 2016, by SKPD: `Judul` or `AKRONIM: Judul`.

No report names the 117: all of this is invented, and every row made from it says so (Ilustrasi).
"""

OPD = """
# Setda
SURAT SATU HARI: Disposisi Surat Masuk Selesai Satu Hari
Agenda Pimpinan Terbuka bagi Perangkat Daerah
Kamus Pelayanan Sekretariat Daerah
Telaah Produk Hukum Bersama Pemrakarsa

# Setwan
Jadwal Sidang Terbuka bagi Warga
Perpustakaan Risalah Rapat Dewan
Penerimaan Aspirasi Warga Satu Meja
Kelas Kunjungan Pelajar ke Ruang Sidang

# Inspektorat
KLINIK AWAS: Klinik Pengawasan bagi Bendahara
Reviu Anggaran Kas Sebelum Triwulan
Buku Saku Temuan yang Sering Terjadi
Pengawas Sahabat Desa

# Bapelitbangda
MUSREN TERANG: Musrenbang dengan Papan Skala Prioritas
Etalase Kajian Pembangunan Daerah
Satu Peta Kemiskinan Antarperangkat Daerah
Lomba Gagasan Pembangunan bagi Pemuda

# BKPSDM
Penilaian Kinerja Pegawai Berbasis Catatan Harian
Kenaikan Pangkat Tanpa Berkas Berulang
PURNA SIAP: Pembekalan Pegawai Menjelang Purnatugas
Rumah Belajar Calon Pemimpin

# Bakeuda
PBB LUNAS DESA: Pelunasan Pajak Bumi dan Bangunan Bersama Desa
Loket Pajak Daerah pada Hari Pasaran
Penertiban Kartu Inventaris Ruangan
Jadwal Pencairan Belanja yang Terbuka

# Dindikbud
KELAS ALAM: Kelas Alam di Tepi Sawah
Sabtu Bahasa Ibu di Sekolah Dasar
Tukar Guru Antarkecamatan
Museum Masuk Sekolah

# Dinkes
BUMIL TERPANTAU: Pemantauan Ibu Hamil Berisiko dengan Peta Dusun
Sekolah Lansia Sehat
Warung Sehat Tanpa Pewarna Berbahaya
Kartu Kendali Demam Berdarah per Rumah

# DPUPR
JALAN LAPOR: Kotak Lapor Kerusakan Jalan di Balai Desa
Regu Tanggap Saluran Tersumbat
Kalender Pemeliharaan Jembatan Kecil
Konsultasi Bangunan Gedung Tanpa Biaya

# Dinrumkim
Bedah Rumah Bersama Perantau
Air Bersih Kelola Warga
Taman Dusun dari Lahan Sisa
Papan Informasi Izin Perumahan

# Satpol PP
Siskamling Pelajar Tertib Lalu Lintas
POS SAPA PASAR: Pos Sapa Penataan Pedagang Pasar
Sosialisasi Peraturan Daerah di Warung Kopi
Regu Linmas Siaga Hajatan

# DinsosdaldukKBP3A
WARUNG PEDULI: Warung Peduli Keluarga Miskin
Pusat Cerita Keluarga Berencana
Kampung Ramah Perempuan dan Anak
Pendampingan Penyandang Disabilitas Berusaha

# Dinnaker
KARTU KUNING KELILING: Kartu Pencari Kerja Keliling Kecamatan
Kelas Jahit Sepulang Pabrik
Mediasi Cepat Perselisihan Kerja
Calon Pekerja Migran Cerdas

# DLH
SEDEKAH SAMPAH: Sedekah Sampah Sekolah dan Masjid
Adopsi Pohon Jalan Kota
Pengaduan Pencemaran Selesai Tujuh Hari
Sungai Bersih Sepanjang Tahun

# Dispendukcapil
AKTA SEKOLAH: Akta Kelahiran Kolektif Murid Sekolah
Kartu Keluarga Diantar Petugas Desa
Layanan Kependudukan Malam Hari
Nikah Catat Langsung Berdokumen

# Dinpermasdes
Sekolah Perangkat Desa
Lumbung Gagasan Desa
PASAR DESA: Pasar Desa Bergilir Antarkecamatan
Perpustakaan Peraturan Desa

# Dinhub
Angkutan Pelajar Tepat Waktu
RAMBU WARGA: Usul Rambu dari Warga
Terminal Bersih dan Ramah Anak
Uji Kendaraan Satu Alur

# Dinkominfo
KABAR DESA: Kabar Desa lewat Radio Daerah
Pusat Belajar Komputer bagi Kader Desa
Papan Pengumuman Digital Perangkat Daerah
Jaringan Pewarta Warga

# DPMPTSP
IZIN SEHARI: Izin Usaha Mikro Selesai Sehari
Layanan Izin pada Hari Sabtu
Simulasi Biaya Izin Terbuka
Pendampingan Investor dari Awal sampai Beroperasi

# Dinporapar
JELAJAH DESA: Jelajah Desa Wisata Akhir Pekan
Senam Bersama Alun-Alun Setiap Ahad
Pemandu Wisata Cilik
Bursa Atlet Muda Antarsekolah

# Dinarpus
Buku Berkeliling ke Pabrik
Wakaf Buku Pegawai
KLINIK ARSIP: Klinik Penataan Arsip Desa

# Dinpertan
SAWAH SEHAT: Sawah Sehat Tanpa Pestisida Berlebih
Sekolah Lapang Cabai Musim Hujan
Kartu Sehat Ternak Sapi

# BPBD
DESA TANGGUH: Peta Evakuasi Buatan Warga Desa
Sekolah Siaga Bencana
Gudang Peralatan Bersama Antardesa

# Bakesbangpol
RUMAH RUKUN: Rumah Rukun Lintas Umat
Kemah Kebangsaan Pelajar
Layanan Rekomendasi Penelitian Sehari

# Dinperindagkop
PASAR TERA: Pos Tera Timbangan di Pasar Rakyat
Koperasi Bangkit dengan Rapat Tahunan Tepat Waktu
Galeri Perajin Sapu dan Knalpot
Kelas Foto Produk Usaha Kecil

# Kantor Ketahanan Pangan
PEKARANGAN PANGAN: Pekarangan Sumber Pangan Keluarga
Pantau Harga Pangan Mingguan
Lomba Menu Tanpa Beras
"""

KECAMATAN = """
# Kec. Kemangkon
Loket Tanpa Sekat Kecamatan

# Kec. Bukateja
LAYAN SENJA: Layanan Kecamatan hingga Petang

# Kec. Kejobong
Papan Maklumat Layanan Berbahasa Jawa

# Kec. Kaligondang
Rembuk Dusun Rawan Longsor

# Kec. Purbalingga
Kelurahan Siaga Sampah

# Kec. Kalimanah
Sarasehan Pagi Pelaku Usaha Rambut

# Kec. Kutasari
SAPA DESA: Satu Pekan Satu Desa Disapa Camat

# Kec. Mrebet
Pendampingan Laporan Keuangan Desa Sehari

# Kec. Bobotsari
Ruang Tunggu Baca Warga

# Kec. Karangreja
KEBUN STROBERI: Kebun Bersama Stroberi Lereng Gunung

# Kec. Karanganyar
Berkas Warga Diantar Kepala Dusun

# Kec. Karangmoncol
Gotong Royong Titik Rawan Jalan Desa

# Kec. Rembang
Pekan Seni Desa di Halaman Kecamatan

# Kec. Bojongsari
Posko Bersama Wisata dan Keamanan

# Kec. Padamara
Kelas Perangkat Desa Cakap Komputer

# Kec. Pengadegan
Pasar Hasil Bumi Kamis Pagi

# Kec. Karangjambu
ANTAR JEMPUT KTP: Antar Jemput Warga untuk Rekam KTP

# Kec. Kertanegara
Tanya Camat lewat Radio Komunitas
"""
