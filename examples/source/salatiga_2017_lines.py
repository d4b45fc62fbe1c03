"""Illustrative ideas of Salatiga 2017 by unit: title and problem.

One line is `Judul | Masalah`; a third part says `P` (pengembangan) or `R: origin` (replikasi). The report
tells the 89 and names none: all of this is invented, and every row made from it says so (Ilustrasi).
"""

OPD = """
# Setda
Satu Kalender Kegiatan Pimpinan Kota | Jadwal kegiatan pimpinan sering bertumpuk
Perpustakaan Produk Hukum Kota | Warga sulit menemukan peraturan yang berlaku
Pekan Berbagi Inovasi Perangkat Daerah | Pengalaman berinovasi tidak ditularkan

# Setwan
Risalah Rapat Ringkas bagi Warga | Hasil rapat dewan sulit dipahami warga
Kunjungan Pelajar ke Ruang Dewan | Pelajar belum mengenal kerja dewan

# Inspektorat
Konsultasi Pengawasan di Meja Kerja | Konsultasi hanya terjadi ketika pemeriksaan
Papan Tindak Lanjut Temuan | Temuan lama terlambat diselesaikan

# Disdik
Kelas Minat Sabtu Pagi | Bakat murid di luar pelajaran kurang tersalurkan
Guru Belajar Antarsekolah | Mutu mengajar antarsekolah belum merata
Data Murid Pindah Satu Pekan | Berkas murid pindah terlambat diterima | P

# Dinkes
Peta Keluarga Berisiko Sakit | Kunjungan rumah belum diarahkan menurut risiko
Kantin Sehat Berstiker | Jajanan sekolah belum diawasi secara rutin
Latihan Gawat Darurat bagi Juru Parkir | Pertolongan pertama di jalan terlambat

# DPUPR
Drainase Dipantau Ketua RT | Saluran tersumbat baru diketahui saat banjir
Konsultasi Tata Ruang Tanpa Janji | Warga bingung membaca peruntukan lahan
Regu Tambal Jalan Malam | Perbaikan siang hari menimbulkan kemacetan

# Disperkim
Taman Kota Asuhan Komunitas | Biaya perawatan taman terbatas
Rumah Sehat Gotong Royong | Perbaikan rumah menunggu anggaran

# Satpol PP
Teguran Simpatik Pedagang Trotoar | Penertiban sering menimbulkan keluhan
Pelajar Sahabat Ketertiban | Pelajar membolos pada jam sekolah

# Dinsos
Meja Rujukan Warga Rentan | Warga rentan berpindah-pindah loket
Dapur Umum Siaga Bersama Warga | Dapur darurat lambat berdiri

# DP3A
Ruang Aman Bercerita bagi Anak | Anak korban kekerasan enggan melapor
Bapak Siaga Keluarga | Ayah jarang terlibat dalam pengasuhan

# DLH
Sampah Pasar Menjadi Pupuk | Sampah organik pasar memenuhi tempat pembuangan | R: Kota Surabaya (contoh)
Udara Bersih Jumat Bersepeda | Jalan utama padat kendaraan pegawai
Pohon Bernama Keluarga | Pohon tepi jalan kurang dirawat

# Disdukcapil
Akta Lahir Selesai di Rumah Sakit | Akta kelahiran terlambat diurus | P
Layanan Kependudukan di Mal | Jam layanan berbenturan dengan jam kerja
Rekam KTP di Kelas | Pelajar tujuh belas tahun belum merekam data

# Dishub
Halte Teduh Asuhan Sekolah | Halte rusak dan jarang dipakai
Parkir Berkarcis Bernomor | Retribusi parkir sulit dicocokkan

# Diskominfo
Satu Nomor Aduan Kota | Kanal aduan tersebar di banyak nomor
Kelas Warga Cakap Berinternet | Warga mudah percaya pada kabar bohong
Etalase Data Kota | Data kota sulit diperoleh warga

# Disperinnaker
Bursa Kerja Bulanan Kota | Lowongan kerja tidak sampai kepada pencari kerja
Pelatihan Kerja Sesuai Pesanan Usaha | Lulusan pelatihan belum terserap

# Diskop UKM
Kurasi Produk Usaha Mikro | Mutu produk usaha mikro belum seragam
Koperasi Periksa Diri | Koperasi tidak aktif terlambat diketahui

# DPMPTSP
Izin Terjadwal Lewat Telepon | Pemohon menunggu tanpa kepastian
Berkas Izin Sekali Serah | Berkas yang sama diminta berulang | P
Peta Titik Usaha Kota | Calon pengusaha sulit memilih lokasi

# Disbudpar
Jalur Wisata Bangunan Lama | Bangunan bersejarah jarang dikunjungi | R: Kota Semarang (contoh)
Panggung Seni Lapangan Kota | Kelompok seni tidak punya tempat tampil

# Dispora
Lapangan Terbuka bagi Semua | Jadwal lapangan dikuasai kelompok tertentu
Pemuda Pelopor Kelurahan | Kegiatan pemuda terpusat di tengah kota

# Dinpersip
Baca di Angkutan Kota | Minat baca penumpang rendah
Klinik Arsip Perangkat Daerah | Arsip dinas menumpuk tanpa daftar

# Dinas Pangan
Pekarangan Kota Berbuah | Pekarangan warga belum dimanfaatkan
Kartu Sehat Ternak Kota | Penyakit ternak terlambat ditangani

# Disdag
Pasar Bersih Tanpa Becek | Pembeli enggan masuk pasar rakyat
Harga Pasar Pagi Hari | Warga tidak mengetahui harga acuan

# Bappeda
Usulan Warga dengan Nomor Lacak | Warga tidak mengetahui nasib usulannya
Kajian Mahasiswa bagi Kota | Hasil penelitian kampus tidak dipakai kota

# BKD
Pajak Kota di Kelurahan | Tempat pembayaran pajak terbatas
Aset Kota Berfoto | Catatan aset tidak cocok dengan barang

# BKDiklatda
Satu Berkas Pegawai | Pegawai menyerahkan berkas yang sama berulang
Kelas Siang Pegawai | Hasil pelatihan tidak dibagikan

# Bakesbangpol
Rumah Dialog Lintas Iman | Pertemuan antarumat belum rutin
Izin Penelitian dalam Sehari | Mahasiswa menunggu surat rekomendasi berhari-hari
"""

KECAMATAN = """
# Kec. Sidorejo
Layanan Sore Warga Kampus | Mahasiswa dan pekerja sulit datang pada pagi hari
Kotak Berkas Tanpa Antre | Warga menunggu hanya untuk menyerahkan berkas
Pendampingan Laporan RT | Laporan RT tidak seragam

# Kec. Tingkir
Antar Surat bagi Lansia | Lansia sulit datang ke kantor kecamatan
Papan Kemajuan Kelurahan | Capaian kelurahan sulit dibandingkan
Rembuk Jalur Terminal | Kemacetan sekitar terminal belum teratasi

# Kec. Argomulyo
Kampung Tani Kota | Lahan sempit belum dimanfaatkan
Layanan Keliling Perumahan | Warga perumahan jarang mengurus dokumen
Pos Jaga Bersama Jalan Lingkar | Kecelakaan di jalan lingkar terlambat ditolong

# Kec. Sidomukti
Sungai Bebas Sampah Kampung | Sampah menumpuk di bantaran
Buku Saku Layanan Kecamatan | Warga tidak mengetahui syarat layanan
Sarasehan Bulanan Ketua RW | Persoalan antarkelurahan jarang dibicarakan bersama
"""

PUSKESMAS = """
# Puskesmas Sidorejo Lor
Periksa Kesehatan Kos Mahasiswa | Mahasiswa sakit terlambat berobat
Antrean Bernomor Jam | Pasien menumpuk pada pagi hari
Kelas Berhenti Merokok | Perokok muda bertambah

# Puskesmas Sidorejo Kidul
Kunjungan Nifas Terjadwal | Ibu nifas jarang diperiksa ulang
Dapur Balita Sehat | Berat badan sebagian balita tidak naik | R: Kabupaten Sleman (contoh)
Senam Kursi Lansia | Lansia sulit mengikuti senam berdiri

# Puskesmas Cebongan
Pos Sehat Pabrik | Pekerja jarang memeriksa kesehatan
Teman Minum Obat Kampung | Pengobatan tuberkulosis terputus
Loket Ramah Difabel | Pasien difabel kesulitan mendaftar

# Puskesmas Tegalrejo
Jentik Nol per RT | Kasus demam berdarah berulang
Cek Gula di Pasar | Pedagang tidak sempat berobat
Konseling Remaja Petang | Remaja malu datang pada jam sekolah

# Puskesmas Mangunsari
Rekam Medis Berwarna | Pencarian berkas pasien lama
Posyandu Akhir Pekan | Ibu pekerja tidak dapat membawa balita

# Puskesmas Kalicacing
Apotek Hidup Sekolah | Murid tidak mengenal tanaman obat
Kabar Obat Lewat Pesan | Pasien kronis lupa mengambil obat
Gigi Bersih Taman Kanak-Kanak | Karies pada anak usia dini tinggi
"""
