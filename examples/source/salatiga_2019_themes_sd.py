"""Illustrative themes of primary schools in Salatiga 2019; no report names the ideas or the innovations.

A theme starts with `= ACRONYM | title when merged` and a line `problem | aim | who benefits`; its three ideas
follow as `- ACRONYM: title | how it works` (the acronym may be missing). Places are added on use.
"""

SD = """
= LITERA PAGI | Literasi Pagi Terpadu
Murid jarang membaca di luar buku pelajaran | Menumbuhkan kebiasaan membaca setiap hari | Murid dan guru
- JABAPI: Jam Baca Pagi | Seluruh kelas membaca sepuluh menit sebelum pelajaran dimulai
- POJOK DAMAI: Pojok Baca Dampingan Wali | Wali murid bergilir mengisi dan menjaga pojok baca kelas
- Jurnal Baca Bergambar | Murid menuliskan isi bacaan dengan gambar dan satu kalimat

= PILAH CERIA | Pilah Sampah Ceria
Sampah sekolah tercampur dan menumpuk | Mengurangi sampah yang dibuang dari sekolah | Warga sekolah
- TASAKEL: Tabungan Sampah Kelas | Setiap kelas menimbang sampah kering tiap Jumat dan mencatat hasilnya
- Bekal Tanpa Bungkus | Murid membawa bekal dalam wadah pakai ulang
- KOMPOS CILIK: Kompos Cilik Kebun Sekolah | Sisa daun diolah menjadi kompos untuk kebun kelas

= KANTIN SEHAT | Kantin Sehat Terpantau
Jajanan murid banyak mengandung gula dan pewarna | Menyediakan jajanan yang sehat | Murid dan pengelola kantin
- CEK JAJAN: Cek Jajan Bersama Murid | Murid memeriksa jajanan dengan daftar warna hijau, kuning, dan merah
- Hari Buah dan Air Putih | Setiap Rabu kantin hanya menjual buah dan air putih
- Dapur Bekal Ibu Kelas | Paguyuban kelas menyusun menu bekal bergizi

= HITUNG RIANG | Hitung Riang Tanpa Takut
Murid takut pelajaran berhitung | Menaikkan kemampuan berhitung dasar | Murid kelas awal
- WARLA: Warung Belajar Berhitung | Murid berlatih jual beli dengan uang mainan
- Lompat Hitung Halaman | Garis bilangan di halaman dipakai untuk permainan berhitung
- KARTU TUKAR: Kartu Angka Tukar Teman | Murid saling memberi soal dengan kartu buatan sendiri

= SANTUN JAWA | Santun Berbahasa Jawa
Murid jarang memakai bahasa Jawa yang santun | Melestarikan bahasa dan unggah-ungguh | Murid dan keluarga
- KEMIS BASA: Kemis Basa Jawa | Setiap Kamis warga sekolah bercakap dalam bahasa Jawa
- Tembang Pembuka Kelas | Kelas dibuka dengan satu tembang dolanan
- Kotak Dongeng Nenek | Kakek dan nenek murid mendongeng bergiliran

= SIAGA CILIK | Siaga Bencana Cilik
Murid belum mengetahui tindakan saat bencana | Menyiapkan warga sekolah menghadapi bencana | Warga sekolah
- TAS SIAGA: Tas Siaga Kelas | Setiap kelas menyiapkan tas berisi perlengkapan darurat
- Peta Aman Buatan Murid | Murid menggambar jalur keluar dan titik kumpul
- Latihan Lonceng Tiga Kali | Latihan keluar kelas dilakukan setiap bulan tanpa pemberitahuan

= HADIR TENANG | Hadir Tenang Tepat Waktu
Kehadiran murid tidak segera diketahui orang tua | Menekan ketidakhadiran tanpa kabar | Murid dan orang tua
- Kabar Hadir Sebelum Delapan | Guru mengirim kabar ketidakhadiran sebelum pukul delapan
- SAPA GERBANG: Sapa Gerbang Sekolah | Guru menyambut murid dan mencatat yang terlambat
- Teman Berangkat Satu Arah | Murid searah berangkat bersama dan saling menunggu

= KEBUN BELAJAR | Kebun Belajar Murid
Pelajaran alam lebih banyak dihafal | Membuat pelajaran alam nyata | Murid
- Apotek Hidup Setiap Kelas | Setiap kelas merawat lima tanaman obat
- HIDRO CILIK: Hidroponik Cilik Botol Bekas | Murid menanam sayur dalam botol bekas
- Buku Harian Tanaman | Murid mencatat pertumbuhan tanaman setiap pekan

= RAMAH ANAK | Sekolah Ramah Tanpa Perundungan
Ejekan antarmurid dianggap biasa | Mencegah perundungan sejak dini | Murid
- KOTAK HATI: Kotak Curahan Hati | Murid menulis keluhan tanpa nama dan guru menanggapi tiap pekan
- Duta Teman Baik | Murid terpilih melerai dan menemani teman yang menyendiri
- Lingkar Sapa Senin | Kelas membuka pekan dengan saling menanyakan kabar

= PAGUYUBAN KARYA | Paguyuban Orang Tua Berkarya
Orang tua datang hanya saat pembagian rapor | Melibatkan orang tua dalam pembelajaran | Orang tua dan murid
- KELAS AYAH IBU: Kelas Ayah Ibu Mengajar | Orang tua berbagi pekerjaan di kelas sebulan sekali
- Pentas Karya Keluarga | Keluarga menampilkan karya bersama di akhir semester
- Buku Sambung Rumah | Guru dan orang tua saling menulis kemajuan murid

= INKLUSI SETARA | Belajar Setara bagi Semua
Murid berkebutuhan khusus belum terlayani | Memberi pendampingan yang sesuai | Murid berkebutuhan khusus
- TEMAN TUTUR: Teman Tutur Sebangku | Teman sebangku membantu menjelaskan tugas
- Ruang Tenang Sekolah | Satu sudut disiapkan bagi murid yang perlu menenangkan diri
- Lembar Kerja Bertingkat | Guru menyiapkan tiga tingkat lembar kerja

= SENI MANDIRI | Sanggar Seni Mandiri Murid
Bakat seni murid tidak tersalurkan | Memberi ruang tampil bagi murid | Murid
- PANGGUNG RABU: Panggung Rabu Istirahat | Murid tampil bergiliran saat istirahat Rabu
- Batik Ecoprint Daun Halaman | Murid mencetak daun halaman sekolah pada kain
- Gamelan Botol Bekas | Murid memainkan nada dari botol berisi air

= UKS SIGAP | UKS Sigap dan Bersih
Usaha kesehatan sekolah jarang dimanfaatkan | Membiasakan hidup bersih dan sehat | Warga sekolah
- DOKTER CILIK: Piket Dokter Cilik | Murid terlatih menolong luka ringan teman
- Sikat Gigi Bersama Senin | Murid menyikat gigi bersama setiap Senin
- Catatan Tumbuh Murid | Tinggi dan berat murid dicatat setiap tiga bulan

= KLASA DIGITAL | Kelas Digital Sederhana
Guru belum memanfaatkan perangkat yang ada | Memperkaya bahan ajar | Guru dan murid
- BANK SOAL: Bank Soal Gugus | Guru menyimpan soal bersama dalam satu folder gugus
- Video Ajar Tiga Menit | Guru merekam penjelasan pendek untuk diulang di rumah
- Laboratorium Komputer Bergilir | Jadwal komputer dibagi adil untuk semua kelas

= JUJUR LATIH | Latihan Jujur Sejak Dini
Murid kurang terbiasa bertanggung jawab | Menumbuhkan kejujuran | Murid
- KAJUR: Kantin Jujur Murid | Murid mengambil barang dan membayar sendiri
- Papan Barang Temuan | Barang temuan dipajang dan dicatat pemiliknya
- Janji Kelas Tertulis | Murid menyusun dan menandatangani janji kelas

= AIR HEMAT | Hemat Air dan Listrik Sekolah
Tagihan air dan listrik sekolah terus naik | Menekan pemakaian air dan listrik | Sekolah
- POLISI AIR: Regu Penjaga Keran | Murid bergilir memeriksa keran dan lampu
- Tandon Air Hujan Kebun | Air hujan ditampung untuk menyiram kebun
- Grafik Meter Bulanan | Murid membuat grafik pemakaian listrik tiap bulan

= GERAK BUGAR | Gerak Bugar Setiap Hari
Murid kurang bergerak | Meningkatkan kebugaran murid | Murid
- Senam Jeda Pelajaran | Kelas bergerak dua menit di antara pelajaran
- DOLANAN: Dolanan Lawas Istirahat | Permainan lama disiapkan di halaman saat istirahat
- Kartu Bugar Murid | Murid mencatat lari dan lompatnya setiap bulan

= BUKU KELANA | Buku Kelana Antarkelas
Koleksi buku kurang dan tidak berputar | Memperbanyak bacaan tanpa belanja besar | Murid dan guru
- TUKAR BUKU: Pasar Tukar Buku Semester | Murid menukar buku bekas layak baca
- Gerobak Buku Halaman | Gerobak buku dibawa ke halaman saat istirahat
- Cerita Berantai Antarkelas | Kelas bergantian melanjutkan satu cerita
"""
