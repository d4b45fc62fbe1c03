"""Illustrative innovations of kecamatan, puskesmas, RSUD and BUMD of Purbalingga 2022.

Same lines as purbalingga_2022_opd.py. RSUD is not among the report's 86 participants: its three innovations
are the three of the example that were launched without an idea on record.
"""

KECAMATAN = """
# Kec. Kemangkon
SAWAH TERANG | Sambung Informasi Jadwal Tanam Antardesa | Jadwal tanam antardesa tidak serempak

# Kec. Bukateja
LORONG RAPI | Penataan Lorong Pertokoan Bersama Pedagang | Lorong pertokoan tampak kumuh

# Kec. Kejobong
LADA JAYA | Kebun Belajar Lada bagi Petani Muda | Petani muda enggan menanam lada

# Kec. Kaligondang
KALI SIAGA | Piket Pantau Sungai saat Hujan Lebat | Banjir kiriman terlambat diketahui warga

# Kec. Purbalingga
KOTA SENJA | Layanan Sore Kecamatan bagi Pekerja | Pekerja tidak sempat datang pada jam kerja
TAMAN RAWAT | Taman Kota Dirawat Komunitas | Taman kota rusak karena kurang perawatan

# Kec. Kalimanah
INDUSTRI RUKUN | Forum Rukun Warga dan Pabrik | Keluhan warga sekitar pabrik tidak tersalurkan

# Kec. Kutasari
SUSU KUTASARI | Pasar Susu Segar Peternak Setempat | Susu peternak dijual murah kepada perantara
MEJA SAPA | Meja Sapa Pelayanan Terpadu Kecamatan | Warga bingung mencari loket yang tepat

# Kec. Mrebet
SURAT SUBUH | Surat Pengantar Selesai Sebelum Siang | Warga menunggu surat pengantar hingga sore

# Kec. Bobotsari
PASAR TERATUR | Rekayasa Arus Hari Pasaran Bersama Warga | Jalan utama macet pada hari pasaran

# Kec. Karangreja
WISATA LERENG | Pos Informasi Pendakian dan Wisata Lereng | Pendaki tidak terdata saat cuaca buruk

# Kec. Karanganyar
DESA SALING LIHAT | Kunjungan Belajar Antarperangkat Desa | Administrasi antardesa belum seragam

# Kec. Karangmoncol
LONGSOR LAPOR | Lapor Retakan Tanah lewat Foto | Tanda longsor terlambat dilaporkan

# Kec. Rembang
KOPI REMBANG | Etalase Kopi Desa di Kantor Kecamatan | Kopi desa kurang dikenal pembeli

# Kec. Bojongsari
JEMPUT DATA | Jemput Data Warga Rentan Bersama Kader | Warga rentan tidak masuk data bantuan

# Kec. Padamara
PADA TAHU | Papan Kabar Anggaran Desa Sekecamatan | Warga sulit membandingkan anggaran desa

# Kec. Pengadegan
NANAS OLAH | Dapur Olahan Nanas Bersama | Nanas terbuang saat panen raya | R: Kabupaten Subang (contoh)

# Kec. Karangjambu
JALAN GOTONG | Jadwal Gotong Royong Jalan Dusun | Jalan dusun rusak setelah hujan

# Kec. Kertanegara
NIKAH RUNTUT | Urus Surat Nikah Satu Kali Datang | Calon pengantin bolak-balik mengurus surat | P
"""

PUSKESMAS = """
# Puskesmas Kutasari
GIGI CERIA | Periksa Gigi Ceria Murid Kelas Satu | Karies pada murid kelas satu tinggi
IBU SIAGA | Kantong Persalinan dan Siaga Ibu Hamil | Persalinan berisiko terlambat dirujuk
TBC TUNTAS | Teman Minum Obat bagi Penderita Tuberkulosis | Pengobatan sering terputus
ANTRE PASTI | Antrean Pasti lewat Pesan Singkat | Pasien menunggu lama sejak pagi
JIWA RUKUN | Kunjungan Rukun Keluarga Penderita Gangguan Jiwa | Keluarga kurang pengetahuan merawat
POSBINDU PABRIK | Posbindu di Tempat Kerja | Pekerja pabrik jarang memeriksa kesehatan | P

# Puskesmas Kemangkon
GIZI PIRING | Piring Gizi Seimbang Balita | Orang tua belum memahami porsi gizi balita
SARING MATA | Saring Mata Murid dan Guru | Gangguan penglihatan murid tidak terdeteksi

# Puskesmas Toyareka
JAMBAN BERSAMA | Arisan Jamban Sehat Dusun | Sebagian keluarga belum memiliki jamban

# Puskesmas Bukateja
DIABETES SAHABAT | Kelompok Sahabat Penderita Diabetes | Penderita tidak rutin memeriksa gula darah
KELAS AYAH | Kelas Ayah Mendampingi Kehamilan | Ayah jarang terlibat pada masa kehamilan

# Puskesmas Kutawis
IMUN KEJAR | Kejar Imunisasi dari Rumah ke Rumah | Cakupan imunisasi turun setelah pandemi

# Puskesmas Kejobong
HERBAL DAPUR | Kebun Tanaman Obat Keluarga Dapur | Pemanfaatan tanaman obat masih sedikit

# Puskesmas Pengadegan
SENAM SENIN | Senam Lansia Senin Sehat | Lansia kurang bergerak
REMAJA TANYA | Kotak Tanya Kesehatan Remaja | Remaja malu bertanya tentang kesehatan

# Puskesmas Kaligondang
DEMAM WASPADA | Pemantau Jentik Cilik Sekolah | Kasus demam berdarah meningkat

# Puskesmas Kalikajar
BALITA TIMBANG | Timbang Balita Susulan Kader | Balita yang absen posyandu tidak terpantau

# Puskesmas Purbalingga
LOKET HENING | Loket Ramah Tuli dan Difabel | Pasien tuli kesulitan memahami panggilan
LABEL OBAT | Label Obat Bergambar | Pasien lansia keliru meminum obat

# Puskesmas Bojong
BATUK PERIKSA | Periksa Batuk Lama di Warung Warga | Penderita batuk lama enggan berobat

# Puskesmas Kalimanah
ASI KANTOR | Sudut Menyusui di Pabrik | Ibu pekerja berhenti memberi ASI
BUGAR BUMIL | Buku Gerak Bugar Ibu Hamil | Ibu hamil kurang bergerak

# Puskesmas Padamara
REKAM CEPAT | Penataan Rak Rekam Medis Berwarna | Pencarian rekam medis lama

# Puskesmas Bojongsari
SEHAT KELILING | Ambulans Kunjung Dusun Terpencil | Dusun terpencil jauh dari layanan
CUCI TANGAN CERIA | Lagu Cuci Tangan Murid PAUD | Kebiasaan cuci tangan anak rendah

# Puskesmas Mrebet
TENSI TETANGGA | Tetangga Pengukur Tekanan Darah | Penderita hipertensi tidak kontrol rutin

# Puskesmas Cipaku
AIR LAYAK | Periksa Air Sumur Berkala Warga | Air sumur warga jarang diperiksa

# Puskesmas Serayu Larangan
CEGAH TENGKES | Dapur Cegah Tengkes Berbahan Lokal | Angka balita pendek masih tinggi
NIFAS DIJENGUK | Kunjungan Nifas Terjadwal Bidan Desa | Ibu nifas jarang dikunjungi

# Puskesmas Bobotsari
GERAI SEHAT | Gerai Periksa Kesehatan Hari Pasaran | Pedagang tidak sempat berobat
UGD TANGGAP | Papan Alur Gawat Darurat Keluarga | Keluarga pasien bingung alur layanan

# Puskesmas Karangreja
HANGAT LERENG | Pantau Hipotermia Pendaki Bersama Pos | Pendaki sakit terlambat ditolong

# Puskesmas Karangjambu
BIDAN DEKAT | Jadwal Bidan Dekat Dusun | Bidan tidak selalu ada di dusun jauh

# Puskesmas Karanganyar
KADER CAKAP | Kelas Kader Cakap Bulanan | Keterampilan kader posyandu tidak merata
OBAT SISA | Kotak Kembali Obat Sisa | Obat sisa dibuang sembarangan

# Puskesmas Kertanegara
MALARIA NIHIL | Periksa Pendatang dari Daerah Endemis | Pendatang berisiko tidak terpantau

# Puskesmas Karangmoncol
LANSIA BUGAR | Kartu Bugar Lansia Bergambar | Catatan kesehatan lansia sulit dibaca
RUJUK BALIK | Jemput Obat Rujuk Balik | Pasien kronis jauh dari tempat mengambil obat

# Puskesmas Rembang
TANDU SIAGA | Regu Tandu Siaga Dusun | Dusun tertentu tidak terjangkau ambulans
CATIN SEHAT | Kelas Calon Pengantin Sehat | Calon pengantin jarang diperiksa | R: Kota Semarang (contoh)

# Puskesmas Losari
RUMAH TANPA ASAP | Kesepakatan Rumah Tanpa Asap Rokok | Perokok di dalam rumah masih banyak
POSYANDU SORE | Posyandu Sore bagi Ibu Pekerja | Ibu pekerja tidak sempat membawa balita pada pagi hari
"""

RSUD = """
# RSUD
POLI PASTI | Jam Pasti Periksa Poliklinik | Pasien menunggu dokter tanpa kepastian jam
OBAT ANTAR | Obat Pasien Kronis Diantar ke Rumah | Antrean obat pasien kronis panjang
RUANG TENANG | Ruang Tenang Keluarga Pasien Gawat | Keluarga pasien menunggu tanpa kabar
"""

BUMD = """
# PDAM
METER FOTO | Baca Meter Mandiri lewat Foto | Kesalahan baca meter menimbulkan keluhan
BOCOR LAPOR | Lapor Pipa Bocor dan Perbaikan Sehari | Kebocoran pipa terlambat diperbaiki
SAMBUNG RINGAN | Sambungan Baru dengan Angsuran Ringan | Biaya sambungan baru memberatkan warga
KABAR AIR | Kabar Gangguan Air lewat Pesan Singkat | Pelanggan tidak tahu jadwal gangguan
AIR TANGKI | Pesan Air Tangki Musim Kemarau | Permintaan air tangki tidak tercatat | P
BAYAR DESA | Loket Bayar Air di Warung Desa | Tempat pembayaran jauh dari pelanggan

# PD Owabong
TIKET RINGKAS | Tiket Masuk Nontunai Tanpa Antre | Antrean loket panjang pada hari libur
AIR TERJAGA | Papan Mutu Air Kolam Harian | Pengunjung tidak tahu mutu air kolam
KOLAM RAMAH | Jam Kolam Ramah Difabel | Pengunjung difabel belum nyaman
LAPAK WARGA | Lapak Bergilir Usaha Mikro di Taman Wisata | Usaha warga sekitar belum terlibat

# PD Puspahastama
BERAS DEKAT | Beras Petani Setempat untuk Pegawai | Gabah petani setempat dijual keluar daerah
GUDANG TERBUKA | Papan Stok Gudang Beras Daerah | Stok gudang tidak diketahui mitra

# PD BPR Artha Perwira
TABUNG SAMPAH | Tabungan Hasil Bank Sampah | Hasil bank sampah belum ditabung
KREDIT JUJUR | Kredit Usaha Mikro dengan Jaminan Kelompok | Pedagang kecil tidak punya agunan
SAKU PELAJAR | Tabungan Saku Pelajar di Sekolah | Pelajar belum terbiasa menabung

# BPR BKK Purbalingga
JEMPUT SETOR | Jemput Setoran Pedagang Pasar | Pedagang tidak sempat ke kantor kas
TANI TALANGAN | Talangan Musim Tanam Kelompok Tani | Petani kekurangan modal awal tanam

# BPRS Buana Mitra Perwira
MASJID MANDIRI | Tabungan Kas Masjid dan Musala | Kas tempat ibadah belum tercatat rapi
MODAL BERKAH | Modal Bergulir Ibu Pengajian | Usaha ibu rumah tangga sulit mendapat modal

# PD Percetakan Perwira
CETAK HEMAT | Cetak Sesuai Pesanan Perangkat Daerah | Cetakan formulir sering bersisa

# Perumda Perwira Usaha
LIMBAH GUNA | Palet Kayu Bekas Menjadi Perabot | Kayu bekas kemasan terbuang
"""
