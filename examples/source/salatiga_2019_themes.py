"""Illustrative themes of junior high schools and kelurahan in Salatiga 2019, and their parser.

Lines are written as in salatiga_2019_themes_sd.py. The fourth theme of KELURAHAN is the one that Kelurahan
Bugel carries through to the innovation written in full.
"""

from typing import NamedTuple

SMP = """
= TINTA REMAJA | Tinta Remaja Sekolah Menulis
Siswa jarang menulis | Menumbuhkan budaya menulis | Siswa dan guru
- SATU HALAMAN: Satu Halaman Sepekan | Siswa menulis satu halaman bebas setiap pekan
- Majalah Dinding Berantai | Setiap kelas melanjutkan tema majalah kelas lain
- Bedah Buku Jam Keenam | Siswa membahas satu buku setiap bulan

= SAMPAH JADI RUPIAH | Sampah Sekolah Menjadi Rupiah
Sampah plastik sekolah terus bertambah | Mengurangi dan memanfaatkan sampah | Warga sekolah
- BANSAS: Bank Sampah Siswa | Siswa menabung sampah terpilah dan mencatat saldo
- Kreasi Limbah Kemasan | Kemasan bekas dijadikan tas dan tempat pensil
- Kantin Tanpa Sedotan | Kantin tidak menyediakan sedotan dan kantong plastik

= KONSELOR SEBAYA | Konselor Sebaya Siaga
Siswa enggan datang ke ruang konseling | Menolong siswa lebih dini | Siswa
- TEMAN CERITA: Teman Cerita Terlatih | Siswa dilatih mendengarkan dan merujuk teman
- Kotak Resah Tanpa Nama | Keluhan ditulis tanpa nama dan dibahas konselor
- Kelas Orang Tua Remaja | Orang tua belajar mendampingi remaja

= LAB HIDUP | Laboratorium Hidup Halaman Sekolah
Praktikum jarang dilakukan karena alat terbatas | Memperbanyak praktikum | Siswa
- Praktikum Barang Dapur | Percobaan memakai bahan yang ada di dapur
- KOLAM UJI: Kolam Uji Air Siswa | Siswa memeriksa mutu air kolam setiap pekan
- Rumah Bibit Siswa | Siswa membibitkan tanaman untuk dibagikan

= TERTIB JALAN | Tertib Jalan Pelajar
Siswa di bawah umur mengendarai motor | Mengurangi pelanggaran dan celaka | Siswa dan orang tua
- SEPEDA SAHABAT: Sepeda Sahabat Sekolah | Siswa searah bersepeda bersama
- Sepakat Antar Jemput | Orang tua menandatangani kesepakatan antar jemput
- Peta Rawan Jalan Sekolah | Siswa memetakan titik rawan di sekitar sekolah

= JEJAK KOTA | Jejak Sejarah Kotaku
Siswa kurang mengenal sejarah kota | Mengenalkan warisan kota | Siswa
- Jelajah Bangunan Lama | Siswa mengunjungi dan mencatat bangunan lama
- VIDEO JEJAK: Video Jejak Kampung | Siswa merekam kisah warga tua di kampungnya
- Pameran Foto Dulu Kini | Foto lama disandingkan dengan foto sekarang

= USAHA MUDA | Usaha Muda Siswa Mandiri
Siswa belum terlatih berwirausaha | Menumbuhkan jiwa wirausaha | Siswa
- PASAR JUMAT: Pasar Jumat Siswa | Kelas bergilir membuka lapak buatan sendiri
- Koperasi Siswa Nontunai | Belanja koperasi dicatat dengan kartu pelajar
- Magang Sehari Usaha Warga | Siswa membantu usaha warga selama sehari

= TUTOR DARING | Tutor Teman Daring
Siswa tertinggal pelajaran tanpa bantuan | Membantu siswa mengejar pelajaran | Siswa
- Tanya Malam Terjadwal | Guru menjawab pertanyaan lewat pesan dua malam sepekan
- TUTOR BANGKU: Tutor Bangku Depan | Siswa mahir mendampingi dua teman
- Rekaman Ringkas Pelajaran | Ringkasan suara dibagikan setelah pelajaran

= RAPOR TERBUKA | Rapor Terbuka Layanan Sekolah
Orang tua sulit mengikuti kemajuan siswa | Membuka layanan sekolah | Orang tua dan siswa
- Jam Temu Wali Pasti | Wali kelas menyediakan jam temu yang dapat dipesan
- LACAK TUGAS: Lacak Tugas Siswa | Tugas dan nilainya dapat dilihat orang tua
- Loket Surat Satu Hari | Surat keterangan siswa selesai pada hari yang sama
"""

KELURAHAN = """
= KAMPUNG PILAH | Kampung Pilah Sampah
Sampah rumah tangga tidak terpilah | Mengurangi sampah ke tempat pembuangan | Warga
- BANSARIS: Bank Sampah Arisan | Setoran sampah dilakukan saat arisan
- Lubang Kompos Setiap Rumah | Setiap rumah membuat lubang kompos
- Jemput Minyak Jelantah | Minyak jelantah dikumpulkan kader setiap bulan

= POSYANDU TERPADU | Posyandu Terpadu Satu Hari
Kegiatan posyandu berlainan hari | Memudahkan keluarga memperoleh layanan | Balita, ibu, dan lansia
- POS LANSIA: Pos Lansia Ceria | Lansia diperiksa bersamaan dengan hari balita
- Dapur Gizi Bergilir | Warga memasak makanan balita bergiliran
- Kunjung Balita Absen | Kader mengunjungi balita yang tidak hadir

= RUANG USAHA | Ruang Usaha Rumahan
Usaha rumahan sulit dikenal | Memperluas pemasaran | Pelaku usaha mikro
- ETALASE: Etalase Usaha Ruang Tunggu | Produk warga dipajang di ruang tunggu
- Pasar Minggu Kampung | Lapak warga dibuka setiap Minggu pagi
- Kelas Foto Produk | Pemuda melatih pelaku usaha memotret produk

= SAPA RT | Satu Hari Administrasi Penduduk Antaran RT
Warga datang berulang untuk mengurus surat | Surat selesai sehari tanpa antre | Warga dan pengurus RT
- TITIP SURAT: Titip Permohonan Surat lewat RT | Ketua RT menerima permohonan dan mengantar surat kembali
- Pesan Surat lewat Telepon Genggam | Warga mengirim data lewat pesan sebelum datang
- Antar Surat bagi Warga Rentan | Petugas mengantar surat bagi lansia dan penyandang disabilitas

= SIAGA KAMPUNG | Siaga Kampung Tanggap Bencana
Warga belum siap menghadapi bencana | Mempercepat pertolongan warga | Warga
- KENTONGAN: Kentongan dan Pesan Berantai | Kentongan dipadukan dengan pesan berantai
- Peta Sumur dan Hidran | Letak sumur dan hidran dipetakan per RT
- Regu Tolong Pemuda | Pemuda dilatih pertolongan pertama

= PAJAK RUKUN | Pajak Rukun Tepat Waktu
Pelunasan pajak bumi dan bangunan lambat | Menaikkan pelunasan pajak | Wajib pajak
- Loket Pajak Malam | Loket dibuka pada malam pertemuan RT
- PAJAK ARISAN: Tabungan Pajak Arisan | Warga menabung pajak saat arisan
- Papan Lunas per RT | Kemajuan pelunasan ditampilkan per RT

= RUKUN SEHAT | Rukun Sehat Tanpa Jentik
Kasus demam berdarah masih muncul | Menekan jumlah jentik | Warga
- JUMANTIK RUMAH: Satu Rumah Satu Pemantau Jentik | Setiap rumah menunjuk pemantau jentik
- Jumat Kuras Bersama | Warga menguras penampungan air setiap Jumat
- Peta Jentik Kampung | Hasil pemantauan dipetakan per RT

= WARGA MEMBACA | Kampung Warga Membaca
Taman bacaan sepi pengunjung | Menghidupkan taman bacaan | Anak dan keluarga
- BUKU RONDA: Buku Ronda Malam | Buku tersedia di pos ronda dan dapat dipinjam
- Dongeng Sore Kampung | Remaja mendongeng bagi anak setiap Sabtu
- Pinjam Buku lewat Kader | Kader membawa buku saat kunjungan rumah

= DATA RUKUN | Data Warga Rukun Mutakhir
Data warga di RT dan kelurahan berbeda | Menyatukan data warga | Pengurus RT dan kelurahan
- Buku Induk RT Seragam | Semua RT memakai bentuk buku induk yang sama
- LAPOR PINDAH: Lapor Pindah Tiga Hari | Warga baru dan pindah dilaporkan paling lama tiga hari
- Cocok Data Triwulan | Data dicocokkan setiap tiga bulan

= TAMAN RUKUN | Taman Rukun Lahan Sempit
Lahan kosong menjadi tempat sampah | Menghijaukan kampung | Warga
- LORONG HIJAU: Lorong Hijau Sayur | Gang ditanami sayur dalam pot
- Kolam Lele Saluran | Lele dipelihara dalam ember di tepi gang
- Bibit Gratis Kelahiran | Setiap kelahiran dirayakan dengan satu bibit pohon

= BUDAYA KAMPUNG | Budaya Kampung Lestari
Kesenian kampung jarang tampil | Menghidupkan kesenian kampung | Pelaku seni dan warga
- Panggung Bulan Purnama | Kesenian warga tampil sebulan sekali
- KELAS WAYANG: Kelas Wayang Kardus | Anak belajar membuat dan memainkan wayang
- Dokumentasi Kisah Kampung | Kisah sesepuh ditulis dan disimpan

= SUARA WARGA | Suara Warga Terjawab
Usulan warga tidak diketahui kelanjutannya | Membuat jawaban usulan terbuka | Warga
- PAPAN JAWAB: Papan Jawaban Usulan | Setiap usulan diberi jawaban tertulis di papan
- Jam Lurah Mendengar | Lurah menerima warga tanpa janji setiap Selasa
- Kotak Usul Pos Ronda | Kotak usul disediakan di setiap pos ronda
"""


class Idea(NamedTuple):
    acronym: str | None
    title: str
    how: str


class Theme(NamedTuple):
    acronym: str
    title: str
    problem: str
    aim: str
    beneficiary: str
    ideas: tuple[Idea, ...]


def _idea(line: str) -> Idea:
    name, how = (part.strip() for part in line.removeprefix("- ").split("|"))
    acronym, colon, title = name.partition(": ")
    return Idea(acronym, title, how) if colon else Idea(None, name, how)


def parse(text: str) -> tuple[Theme, ...]:
    """Blocks parted by blank lines into themes."""
    themes = []
    for block in text.strip().split("\n\n"):
        name, reasons, *ideas = block.splitlines()
        acronym, title = (part.strip() for part in name.removeprefix("= ").split("|"))
        problem, aim, who = (part.strip() for part in reasons.split("|"))
        themes.append(Theme(acronym, title, problem, aim, who, tuple(_idea(line) for line in ideas)))
    return tuple(themes)
