"""Illustrative innovations of the OPD of Purbalingga 2022: unit, acronym, title, problem.

One line is `AKRONIM | Judul | Masalah`; a fourth part says `P` (pengembangan) or `R: origin` (replikasi).
No report names the innovations: all of this is invented, and every row made from it says so (Ilustrasi).
SIMPEL PASAR, the first of Dinperindag's thirteen, stands in purbalingga_2022.py: it comes from a merge.
"""

OPD = """
# Dinperindag
TERA KELILING | Tera Ulang Timbangan Keliling Pasar Desa | Timbangan pedagang desa jarang ditera ulang
LAPAK HARGA | Layanan Papan Kabar Harga Pangan Harian | Warga tidak tahu harga acuan bahan pokok
IKM NAIK KELAS | Pendampingan Berjenjang Industri Kecil Knalpot | Perajin knalpot belum berstandar mutu
KLINIK KEMAS | Klinik Kemasan dan Label Produk Industri Kecil | Kemasan produk lokal belum menarik pembeli
GERAI PERWIRA | Gerai Bersama Produk Industri Kecil di Rest Area | Produk lokal sulit masuk ruang pamer | P
SIAGA STOK | Sistem Siaga Stok Bahan Pokok Antarpasar | Kekosongan stok baru diketahui setelah harga naik
DATA IKM | Pendataan Industri Kecil Berbasis Peta | Data perajin tersebar dan tidak mutakhir
PASAR BERSIH | Piket Bersih Pedagang dan Bank Sampah Pasar | Sampah pasar menumpuk pada hari pasaran
BATIK TAUT | Tautan Perajin Batik dan Sekolah Kejuruan | Regenerasi perajin batik berjalan lambat
TITIP SERTIFIKAT | Titip Urus Sertifikat Halal Industri Kecil | Perajin sulit mengurus sertifikat sendiri
EKSPOR BELAJAR | Kelas Belajar Ekspor bagi Perajin Rambut | Perajin bergantung pada perantara ekspor
PASAR RAMAH | Jalur Ramah Lansia di Pasar Rakyat | Lantai pasar rawan bagi lansia | R: Kota Surakarta (contoh)

# Dinkominfo
SATU PINTU DATA | Satu Pintu Permintaan Data Antarperangkat Daerah | Permintaan data dilakukan berulang
ADUAN SIAGA | Pengaduan Warga Satu Nomor Pesan Singkat | Kanal aduan banyak dan jawabannya lambat | P
DESA DARING | Pendampingan Laman Desa yang Selalu Mutakhir | Laman desa jarang diperbarui
JAGA SANDI | Kelas Keamanan Akun bagi Aparatur | Kata sandi akun dinas lemah dan dipakai bersama
CEK KABAR | Layanan Cek Kabar Bohong bagi Warga | Kabar bohong menyebar di grup percakapan warga
RADIO WARGA | Ruang Siar Warga pada Radio Daerah | Kelompok warga belum punya ruang siar tetap
PETA SINYAL | Peta Titik Lemah Sinyal Desa | Titik lemah sinyal tidak terdata
RUANG KENDALI | Ruang Kendali Layanan Daring Perangkat Daerah | Gangguan layanan daring terlambat diketahui
TTE MELEKAT | Pendampingan Tanda Tangan Elektronik di Kecamatan | Surat menunggu pejabat yang dinas luar

# Bakeuda
PAJAK MAMPIR | Mobil Layanan Pajak Bumi dan Bangunan Keliling Desa | Warga jauh dari tempat pembayaran
CERMAT ASET | Penandaan Aset Daerah dengan Kode Gambar | Pencatatan aset sulit dicocokkan dengan barang
SIAP GAJI | Sistem Antisipasi Kekeliruan Daftar Gaji | Kekurangan dan kelebihan gaji baru diketahui belakangan
KAS PANTAU | Papan Pantau Kas dan Serapan Anggaran Mingguan | Serapan anggaran menumpuk pada akhir tahun
PATUH BERHADIAH | Undian Warga Taat Pajak | Kepatuhan wajib pajak masih rendah | R: Kabupaten Sragen (contoh)
SPJ RINGKAS | Ringkas Berkas Pertanggungjawaban Belanja | Berkas pertanggungjawaban berlembar-lembar
KLINIK BELANJA | Klinik Konsultasi Bendahara Perangkat Daerah | Bendahara baru sering keliru menyusun berkas
PBB DIGITAL | Salinan Surat Tagihan Pajak lewat Pesan Singkat | Surat tagihan pajak terlambat sampai | P

# Setda
RUANG TEMU | Ruang Temu Warga dan Pimpinan Daerah Terjadwal | Permohonan audiensi tidak terjadwal
NASKAH LACAK | Pelacakan Naskah Dinas Antarmeja | Naskah dinas sulit dilacak posisinya

# Setwan
RISALAH CEPAT | Penyusunan Risalah Rapat Dewan dalam Tiga Hari | Risalah rapat terlambat dibagikan

# Inspektorat
KONSULTASI DINI | Konsultasi Pengawasan Sebelum Kegiatan Dimulai | Temuan berulang tiap tahun
TINDAK LANJUT TUNTAS | Papan Tindak Lanjut Hasil Pengawasan | Tindak lanjut temuan lambat dipantau

# Dindikbud
GURU SALING AJAR | Kunjungan Mengajar Antarsekolah Serumpun | Mutu pembelajaran antarsekolah timpang
DASAR BACA | Pendampingan Baca Tulis Kelas Awal | Sebagian murid kelas tiga belum lancar membaca
SANGGAR PULANG | Sanggar Seni Sepulang Sekolah | Kesenian daerah jarang dikenal murid
ANAK KEMBALI | Gerakan Anak Putus Sekolah Kembali Belajar | Anak putus sekolah belum terdata per desa | P

# Dinkes
DETAK DINI | Deteksi Tekanan Darah Keliling Tempat Kerja | Pekerja jarang memeriksa tekanan darah
STOK VAKSIN | Papan Stok Vaksin Antarpuskesmas | Stok vaksin tidak merata antarpuskesmas
RUJUK RUNTUT | Alur Rujukan Ibu Hamil Berisiko Satu Catatan | Catatan rujukan ibu hamil terputus

# DPUPR
LUBANG LAPOR | Lapor Jalan Berlubang dan Tambal Tiga Hari | Kerusakan kecil jalan terlambat ditangani
IRIGASI GILIR | Jadwal Gilir Air Irigasi Terbuka | Pembagian air irigasi menimbulkan keluhan petani

# Dinrumkim
RUMAH LAYAK | Peta Rumah Tidak Layak Huni Bersama Desa | Data rumah tidak layak huni berbeda-beda
MAKAM TERTATA | Data Petak Makam Umum Terbuka | Warga sulit mengetahui ketersediaan petak makam

# Satpol PP
PATROLI SAPA | Patroli Sapa Pedagang Kaki Lima | Penertiban sering menimbulkan gesekan
KAMPUNG TERTIB | Kampung Tertib Bersama Linmas | Peran linmas desa belum terarah

# DinsosdaldukKBP3A
CEK BANTUAN | Meja Cek Bantuan Sosial di Balai Desa | Warga tidak tahu status bantuan yang diterima
RUMAH AMAN | Rujukan Rumah Aman bagi Perempuan dan Anak | Penanganan korban lintas lembaga belum runtut
LANSIA DITEMANI | Kunjungan Lansia Sebatang Kara | Lansia belum didampingi | R: Kota Yogyakarta (contoh)

# Dinnaker
BURSA DESA | Bursa Kerja Keliling Desa | Lowongan kerja terpusat di kota
SIAP MAGANG | Kemitraan Magang Lulusan Baru dan Pabrik | Lulusan baru minim pengalaman kerja

# DKPP
LUMBUNG WARGA | Lumbung Pangan Warga Satu Dusun | Cadangan pangan dusun belum tersedia
IKAN KOLONG | Budidaya Ikan di Kolam Terpal Pekarangan | Konsumsi ikan keluarga masih rendah

# DLH
TUKAR SAMPAH | Tukar Sampah Terpilah dengan Bibit Tanaman | Sampah rumah tangga belum dipilah
AIR JERNIH | Pantau Mutu Air Sungai Bersama Sekolah | Data mutu air sungai jarang tersedia

# Dispendukcapil
AKTA LAHIR PULANG | Akta Kelahiran Terbit Sebelum Ibu Pulang | Pengurusan akta kelahiran tertunda
KTP JEMPUT | Perekaman KTP Elektronik di Rumah Warga Rentan | Warga sakit sulit datang merekam data
KIA SEKOLAH | Kartu Identitas Anak Kolektif di Sekolah | Kepemilikan kartu anak masih rendah | P
DUKA TERLAYANI | Akta Kematian Diantar ke Rumah Duka | Peristiwa kematian jarang dilaporkan

# Dinpermasdes
BUMDES KLINIK | Klinik Usaha Badan Usaha Milik Desa | Sebagian usaha milik desa tidak berjalan
DANA DESA TERANG | Papan Dana Desa yang Mudah Dibaca | Papan informasi anggaran sulit dipahami warga

# Dinhub
PARKIR TERTIB | Setor Retribusi Parkir Nontunai Juru Parkir | Setoran parkir sulit dipantau harian
ZONA AMAN | Zona Aman Antar Jemput Anak Sekolah | Depan sekolah macet dan rawan celaka

# Dinkop UKM
MODAL MURAH | Meja Informasi Kredit Murah Usaha Mikro | Pelaku usaha mikro terjerat pinjaman mahal
KOPERASI SEHAT | Periksa Kesehatan Koperasi Sendiri | Koperasi jarang menilai kesehatan usahanya

# DPMPTSP
IZIN ANTAR | Izin Diantar sampai Alamat Pemohon | Pemohon datang berulang untuk mengambil izin
OSS DAMPING | Pendampingan Izin Usaha Mikro di Desa | Usaha mikro kesulitan memakai layanan daring
PETA INVESTASI | Peta Peluang Investasi Berbasis Lahan | Calon penanam modal kesulitan mencari lokasi

# Dinporapar
WISATA SEHARI | Paket Wisata Sehari Antardesa Wisata | Kunjungan wisata terpusat pada satu tempat
LAPANGAN TERBUKA | Pemesanan Lapangan Olahraga Terbuka | Jadwal pemakaian lapangan bertumpuk

# Dinarpus
BUKU MAMPIR | Perpustakaan Keliling Berjadwal di Posyandu | Minat baca keluarga muda masih rendah
ARSIP KELUARGA | Pendampingan Penyelamatan Arsip Keluarga | Dokumen keluarga rusak saat bencana

# Dinpertan
TANI TANYA | Tanya Jawab Hama lewat Foto | Penyuluh terbatas dan hama terlambat ditangani
PUPUK CUKUP | Papan Jatah Pupuk Bersubsidi Kelompok Tani | Petani tidak tahu jatah pupuknya

# Bapelitbangda
USUL TERPANTAU | Pelacakan Usulan Musrenbang oleh Warga | Warga tidak tahu nasib usulannya
RISET DAERAH | Bank Riset Mahasiswa tentang Daerah | Hasil penelitian kampus tidak dimanfaatkan

# BKPSDM
CUTI SEHARI | Pengajuan Cuti Pegawai Selesai Sehari | Pengajuan cuti memerlukan banyak paraf
KELAS BERBAGI | Kelas Berbagi Pengetahuan Antarpegawai | Hasil pelatihan tidak ditularkan

# BPBD
KENTONG SIAGA | Kentongan dan Pesan Berantai Siaga Longsor | Peringatan dini terlambat diterima dusun

# Bakesbangpol
FORUM TEDUH | Forum Teduh Tokoh Pemuda Lintas Kelompok | Gesekan pemuda terlambat dicegah

# UPTD BLK
LATIH KELILING | Pelatihan Kerja Keliling dengan Mobil Peralatan | Peserta jauh dari balai latihan

# UPTD Labkesda
HASIL SEGERA | Hasil Uji Air Minum lewat Pesan Singkat | Pemohon datang berulang mengambil hasil uji

# UPTD Instalasi Farmasi
OBAT RATA | Redistribusi Obat Antarpuskesmas | Obat berlebih di satu tempat, kurang di tempat lain

# UPTD Pengelolaan Sampah
JADWAL ANGKUT | Jadwal Angkut Sampah Terbuka | Warga tidak tahu waktu pengangkutan sampah

# UPTD Balai Benih Ikan
BENIH PESAN | Pemesanan Benih Ikan Terjadwal | Pembudi daya datang saat benih habis

# UPTD Puskeswan
TERNAK SEHAT | Kunjungan Kesehatan Ternak Terjadwal Dusun | Ternak sakit terlambat diperiksa

# UPTD Pengujian Kendaraan
UJI TERJADWAL | Pendaftaran Uji Kendaraan dengan Jam Pasti | Antrean uji kendaraan panjang

# UPTD Rusunawa
SEWA TERTIB | Pembayaran Sewa Rusunawa Terjadwal | Tunggakan sewa terlambat diketahui
"""
