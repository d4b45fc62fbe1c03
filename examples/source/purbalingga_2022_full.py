"""SIMPEL PASAR of Dinperindag written out in full: the texts of sheet Profil (IGA form and KIPP sections).

Illustrative throughout: the report names no innovation. Figures agree with purbalingga_2022_deeds.py.
"""

from contract import Row, prose

DESIGN = """
Dasar hukum. SIMPEL PASAR disusun berdasarkan Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah,
Peraturan Pemerintah Nomor 38 Tahun 2017 tentang Inovasi Daerah, Undang-Undang Nomor 1 Tahun 2022 tentang
Hubungan Keuangan antara Pemerintah Pusat dan Pemerintahan Daerah, serta Peraturan Menteri Perdagangan Nomor
21 Tahun 2021 tentang Pedoman Pembangunan dan Pengelolaan Sarana Perdagangan. Penerapannya di daerah
ditetapkan dengan Keputusan Bupati yang menyebut SIMPEL PASAR sebagai inovasi Dinas Perindustrian dan
Perdagangan.

Permasalahan. Sampai tahun 2022 izin pemakaian kios dan los diurus dengan berkas kertas yang berpindah dari
kantor pasar ke kantor dinas. Pedagang menunggu rata-rata 14 hari kalender dan datang berulang untuk
menanyakan berkasnya. Retribusi dipungut tunai dengan karcis sobek; petugas merekap pada sore hari, sehingga
selisih baru diketahui pada akhir bulan. Realisasi retribusi di enam pasar sasaran hanya 78,4 persen dari
target, dan buku pedagang di kantor pasar berbeda dari buku di kantor dinas.

Isu strategis. Secara global, pembayaran nontunai dan layanan satu catatan telah menjadi kebiasaan usaha
kecil. Secara nasional, pemerintah mendorong elektronifikasi transaksi daerah dan pasar rakyat yang tertib.
Secara lokal, pasar rakyat menjadi tempat mencari nafkah ribuan keluarga dan menyumbang pendapatan asli
daerah, sedangkan petugas pasar semakin sedikit karena pensiun.

Metode pembaharuan. Sebelum inovasi, pedagang mengisi lima formulir, menyerahkan fotokopi persyaratan di dua
kantor, dan membayar tunai setiap hari tanpa dapat melihat riwayat pembayarannya. Sesudah inovasi, pedagang
mendaftar sekali di meja layanan pasar atau lewat laman, data diperiksa silang dengan satu buku induk
pedagang, persetujuan diberikan secara berjenjang pada hari yang sama, dan retribusi dibayar dengan memindai
kode pada kios atau los. Pedagang yang belum memakai telepon pintar dilayani petugas dengan kartu pedagang.

Keunggulan dan kebaharuan. SIMPEL PASAR menyatukan dua urusan yang semula terpisah, yaitu izin pemakaian
tempat dan retribusi, dalam satu catatan pedagang. Kios yang menunggak, kosong, atau berpindah tangan
langsung terlihat pada denah pasar. Tidak ada biaya tambahan bagi pedagang, dan tidak ada mesin baru yang
harus dibeli.

Tahapan inovasi. Kegiatan dimulai dari penggabungan dua ide pada tahap Design, pendataan ulang pedagang,
penyusunan prosedur, pelatihan petugas, uji coba di Pasar Segamas pada 2 Februari 2023, perbaikan, penerapan
di tiga pasar sejak 2 Maret 2023, lalu perluasan menjadi enam pasar pada tahun 2024. Pedagang memakai
layanan ini dengan tiga langkah: mendaftar di meja layanan, menerima kode tempat usaha, dan memindai kode
itu setiap kali membayar.
"""

AIMS = """
Tujuan SIMPEL PASAR adalah mempercepat izin pemakaian kios dan los pasar rakyat dari 14 hari menjadi paling
lama 2 hari kalender, menaikkan realisasi retribusi menjadi sedikitnya 90 persen dari target, mengalihkan
pembayaran tunai ke nontunai bagi sedikitnya 75 persen pedagang, dan menyediakan satu buku induk pedagang
yang dipakai bersama oleh kantor pasar dan dinas. Sasaran jangka pendek ialah tiga pasar pada tahun 2023,
sedangkan sasaran jangka menengah ialah enam pasar pada akhir tahun 2024.
"""

BENEFITS = """
Bagi pedagang, izin selesai tanpa datang berulang, riwayat pembayaran dapat dilihat setiap saat, dan besaran
retribusi tertera jelas sehingga tidak ada keraguan tentang jumlah yang dibayar. Bagi petugas pasar, rekap
harian tersedia tanpa menghitung karcis, sehingga waktu dapat dipakai untuk menata pasar. Bagi pemerintah
daerah, penerimaan retribusi dapat dipantau setiap hari, tunggakan diketahui lebih dini, dan data kios
kosong dapat ditawarkan kepada calon pedagang secara terbuka dan adil.
"""

RESULTS = """
Pada akhir tahun 2024 izin pemakaian kios dan los selesai rata-rata dalam 1 hari kalender, dari 14 hari pada
tahun 2022. Realisasi retribusi enam pasar sasaran naik dari 78,4 persen menjadi 88,6 persen pada tahun 2023
dan 96,1 persen pada tahun 2024. Pedagang yang membayar nontunai mencapai 81,2 persen dari 2.436 pedagang
terdaftar. Nilai survei kepuasan pedagang naik dari 74,3 menjadi 87,6. Satu buku induk pedagang, satu
prosedur layanan, dan denah kios enam pasar telah tersedia dan dipakai setiap hari.
"""

BUDGET = """
APBD Kabupaten Purbalingga tahun anggaran 2023 sebesar Rp 85.000.000 untuk pendataan ulang, pelatihan, dan
cetak kode tempat usaha; tahun anggaran 2024 sebesar Rp 60.000.000 untuk perluasan ke tiga pasar dan
pemeliharaan.
"""

BUSINESS = """
Layanan diberikan tanpa biaya bagi pedagang. Nilai bagi daerah berasal dari kenaikan realisasi retribusi;
biaya tahunan terdiri atas pemeliharaan laman, cetak kode, dan pelatihan. Mitra utama ialah bank penerima
pembayaran, Dinkominfo, Bakeuda, dan paguyuban pedagang pasar.
"""

SUMMARY = """
SIMPEL PASAR adalah layanan satu catatan bagi pedagang pasar rakyat di Kabupaten Purbalingga. Izin pemakaian
kios dan los serta pembayaran retribusi, yang semula diurus di dua kantor dengan berkas kertas dan karcis
sobek, disatukan di meja layanan pasar dan sebuah laman. Setiap kios dan los mempunyai kode; pedagang
memindai kode itu untuk membayar, sedangkan petugas melihat denah pasar yang selalu mutakhir. Inovasi lahir
dari penggabungan dua ide pada Laboratorium Inovasi tahun 2022, diuji coba di Pasar Segamas pada 2 Februari
2023, dan diterapkan sejak 2 Maret 2023. Pada tahun 2024 layanan menjangkau enam pasar dan 2.436 pedagang.
Waktu pengurusan izin turun dari 14 hari menjadi 1 hari kalender, realisasi retribusi naik dari 78,4 persen
menjadi 96,1 persen, pembayaran nontunai mencapai 81,2 persen, dan nilai kepuasan pedagang naik dari 74,3
menjadi 87,6. Inovasi ini sesuai dengan kategori pertumbuhan ekonomi dan kesempatan kerja karena memudahkan
pedagang kecil memperoleh tempat usaha yang sah serta membuka kios kosong bagi pedagang baru.
"""

BACKGROUND = """
Pasar rakyat adalah tempat usaha bagi ribuan keluarga di Kabupaten Purbalingga. Sampai tahun 2022 setiap
pedagang yang hendak memakai, memperpanjang, atau mengalihkan kios dan los harus mengisi lima formulir,
melampirkan fotokopi yang sama berulang kali, dan menyerahkannya ke kantor pasar serta kantor dinas. Catatan
Dinas Perindustrian dan Perdagangan menunjukkan pengurusan berlangsung rata-rata 14 hari kalender. Selama
menunggu, pedagang tidak memiliki bukti yang sah untuk mengajukan kredit usaha, dan kios kosong tidak dapat
segera ditempati pedagang lain.

Pada saat yang sama, retribusi dipungut tunai dengan karcis sobek. Satu petugas menghitung ratusan karcis
setiap sore, dan selisih baru terlihat pada akhir bulan. Realisasi retribusi enam pasar sasaran pada tahun
2022 hanya 78,4 persen dari target. Survei pada tahun yang sama memberi nilai kepuasan 74,3, dengan keluhan
terbanyak tentang waktu tunggu dan ketidakjelasan tunggakan. Kelompok yang paling terdampak ialah pedagang
kecil di los terbuka, sebagian besar perempuan, yang kehilangan setengah hari berjualan setiap kali mengurus
berkas.

SIMPEL PASAR bertujuan menyatukan kedua urusan tersebut dalam satu catatan pedagang. Target yang terukur
sampai akhir tahun 2024 ialah: izin selesai paling lama 2 hari kalender; realisasi retribusi sedikitnya 90
persen dari target; pembayaran nontunai oleh sedikitnya 75 persen pedagang; dan nilai kepuasan pedagang
sedikitnya 85. Target itu dicapai bertahap, dimulai dari tiga pasar pada tahun 2023 dan enam pasar pada
tahun 2024.
"""

NOVELTY = """
Gagasan utama SIMPEL PASAR ialah memandang kios dan los, bukan formulir, sebagai pusat layanan. Setiap
tempat usaha mempunyai satu kode yang menghubungkan pemegang izin, riwayat pembayaran, dan letaknya pada
denah. Karena itu izin dan retribusi tidak lagi diurus sebagai dua pekerjaan yang terpisah, dan perubahan
pada salah satunya langsung terlihat pada yang lain.

Dibandingkan dengan karcis elektronik yang telah dikenal di daerah lain, SIMPEL PASAR memiliki tiga nilai
tambah. Pertama, tidak ada mesin khusus; pedagang memakai telepon sendiri atau kartu pedagang, dan petugas
memakai telepon yang sudah ada. Kedua, pedagang dapat melihat tunggakan dan riwayat bayar tanpa bertanya
kepada petugas. Ketiga, kios yang kosong lebih dari tiga bulan tampil terbuka pada denah sehingga calon
pedagang dapat mengajukan permohonan dengan adil. Pedagang lanjut usia tetap dilayani secara tatap muka di
meja layanan, dengan hasil yang tercatat pada buku induk yang sama, sehingga pembaruan ini tidak
meninggalkan siapa pun.
"""

IMPLEMENTATION = """
Pelaksanaan dimulai pada November 2022 dengan penyusunan rencana aksi delapan langkah. Pada Desember 2022
dan Januari 2023 petugas mendata ulang pedagang, memberi kode pada kios dan los, serta mencocokkan buku
kantor pasar dengan buku dinas. Prosedur layanan disusun bersama Bagian Organisasi, kemudian 24 petugas
dilatih.

Uji coba berlangsung di Pasar Segamas pada 2 Februari 2023 dengan 212 pedagang. Dua kekurangan ditemukan,
yaitu kode mudah rusak oleh air dan sebagian pedagang lupa sandi; kode lalu dicetak pada pelat dan kartu
pedagang ditambahkan. Sejak 2 Maret 2023 layanan diterapkan di Pasar Segamas, Bobotsari, dan Bukateja, lalu
diperluas menjadi enam pasar pada tahun 2024. Setiap hari petugas membuka meja layanan pukul 07.00,
memeriksa permohonan, dan meneruskannya kepada kepala pasar serta kepala bidang untuk disetujui pada hari
yang sama. Dinkominfo merawat laman, Bakeuda mencocokkan setoran, dan paguyuban pedagang menyampaikan
keluhan anggotanya setiap bulan.
"""

SIGNIFICANCE = """
SIMPEL PASAR mengubah pengalaman pedagang sejak hari pertama mengurus tempat usaha. Sebelum inovasi, pada
tahun 2022, pengurusan izin pemakaian kios dan los berlangsung rata-rata 14 hari kalender. Pada tahun 2023
waktu itu turun menjadi 2 hari, dan pada tahun 2024 menjadi 1 hari. Waktu diukur dari tanggal permohonan
lengkap sampai tanggal izin terbit pada buku induk pedagang, untuk seluruh permohonan dalam satu tahun,
sehingga hasilnya bukan taksiran dari contoh.

Pengaruh kedua tampak pada penerimaan. Realisasi retribusi enam pasar sasaran naik dari 78,4 persen target
pada tahun 2022 menjadi 88,6 persen pada tahun 2023 dan 96,1 persen pada tahun 2024. Angka diambil dari
laporan realisasi yang telah dicocokkan dengan Bakeuda. Kenaikan terjadi tanpa menaikkan tarif: tunggakan
diketahui lebih dini, setoran tercatat pada hari yang sama, dan kios yang semula tidak tercatat masuk ke
dalam buku induk.

Pengaruh ketiga ialah perubahan cara membayar. Pada tahun 2022 seluruh pedagang membayar tunai. Pada akhir
tahun 2023 sebanyak 46,5 persen, dan pada akhir tahun 2024 sebanyak 81,2 persen dari 2.436 pedagang
terdaftar telah membayar nontunai sedikitnya sekali dalam sebulan terakhir. Sisanya memakai kartu pedagang
di meja layanan atau masih membayar tunai dengan bukti tercetak.

Kepuasan pedagang diukur dengan Survei Kepuasan Masyarakat atas sembilan unsur pelayanan yang dilakukan
setiap tahun bersama Bagian Organisasi. Nilainya naik dari 74,3 pada tahun 2022 menjadi 82,9 pada tahun 2023
dan 87,6 pada tahun 2024. Unsur waktu penyelesaian mengalami kenaikan terbesar, sedangkan unsur sarana masih
perlu diperbaiki di pasar yang atapnya belum direhabilitasi.

Evaluasi internal dilakukan setiap triwulan oleh Bidang Pasar dengan memeriksa empat indikator tersebut dan
mencatat kendala petugas. Evaluasi oleh Bagian Organisasi pada tahun 2023 menyarankan pelat kode yang tahan
air dan jam layanan yang lebih pagi; keduanya telah dilaksanakan. Evaluasi tahun 2024 menyarankan agar data
kios kosong diperbarui setiap pekan, dan saran itu dimasukkan ke dalam prosedur layanan.

Secara kualitatif, pedagang los menyatakan tidak lagi kehilangan waktu berjualan karena mengurus berkas.
Bukti izin yang terbit segera dipakai untuk mengajukan kredit usaha mikro. Petugas yang semula menghitung
karcis kini menata zona dagangan dan membantu pedagang lanjut usia. Kelompok yang paling merasakan manfaat
ialah pedagang kecil, terutama perempuan, yang sebelumnya bergantung pada orang lain untuk mengurus izinnya.
"""

REPLICATION_DONE = """
Belum ada daerah lain yang mereplikasi SIMPEL PASAR. Di dalam Kabupaten Purbalingga, layanan yang diterapkan
pertama kali di Pasar Segamas, Pasar Bobotsari, dan Pasar Bukateja telah diperluas ke tiga pasar rakyat lain
pada tahun 2024, masing-masing dengan denah, buku induk, dan petugasnya sendiri. Pengalaman perluasan
tersebut telah dituliskan sebagai panduan singkat, dan surat pernyataan kesediaan replikasi telah disiapkan
bagi daerah yang berminat untuk mempelajarinya.
"""

REPLICATION_POTENTIAL = """
Masalah yang dijawab SIMPEL PASAR dijumpai di hampir setiap kabupaten dan kota: izin tempat usaha yang lama,
karcis tunai, serta buku pedagang yang tidak sama antara kantor pasar dan dinas. Inovasi ini dapat ditiru
karena tidak bergantung pada perangkat khusus. Yang diperlukan ialah pendataan ulang pedagang, kode pada
setiap tempat usaha, satu buku induk, prosedur persetujuan satu hari, dan kerja sama dengan bank penerima
pembayaran.

Berdasarkan pengalaman perluasan, satu pasar dengan empat ratus pedagang dapat disiapkan dalam enam minggu
oleh empat petugas dengan biaya kurang dari Rp 15.000.000. Panduan, contoh prosedur, contoh kode, dan bahan
pelatihan tersedia dan dapat diberikan tanpa biaya. Delapan pasar rakyat lain di Purbalingga serta pasar
desa yang dikelola badan usaha milik desa menjadi sasaran berikutnya. Tata cara yang sama juga dapat dipakai
untuk tempat usaha di terminal, kawasan wisata, dan pusat jajanan milik pemerintah daerah.
"""

RESOURCES = """
Dana. Pelaksanaan dibiayai APBD, yaitu Rp 85.000.000 pada tahun 2023 dan Rp 60.000.000 pada tahun 2024,
untuk pendataan, cetak kode, pelatihan, dan pemeliharaan. Tidak ada biaya yang dibebankan kepada pedagang.

Sumber daya manusia. Tim terdiri atas 24 petugas: kepala bidang sebagai ketua, enam kepala pasar, dua belas
petugas meja layanan, tiga petugas data, dan dua pranata komputer dari Dinkominfo. Semua petugas mengikuti
pelatihan prosedur, pelayanan kepada pedagang lanjut usia, dan pelindungan data pribadi.

Metode. Layanan mengikuti satu prosedur baku dengan batas waktu pada setiap tahap, buku induk pedagang yang
diperbarui setiap hari, dan rapat evaluasi triwulanan bersama paguyuban pedagang.

Peralatan. Layanan memakai telepon petugas, enam komputer kantor pasar yang sudah ada, peladen milik
pemerintah daerah, pelat kode tahan air, dan kartu pedagang. Jaringan internet kantor pasar disediakan
Dinkominfo, dan buku catatan kertas disiapkan sebagai cadangan ketika jaringan terganggu.
"""

SUSTAINABILITY = """
Strategi institusional. Penerapan SIMPEL PASAR ditetapkan dengan Keputusan Bupati, dan tim pelaksananya
dengan Keputusan Kepala Dinas Perindustrian dan Perdagangan. Prosedur layanan telah disahkan sebagai
prosedur operasional baku, sehingga layanan tidak bergantung pada pejabat tertentu. Kegiatan dan anggarannya
tercantum dalam rencana kerja perangkat daerah tahun 2023 dan 2024 serta diusulkan kembali untuk tahun 2025.
Indikator waktu izin dan realisasi retribusi dimasukkan ke dalam perjanjian kinerja kepala bidang, sehingga
capaiannya dinilai setiap tahun. Pemerintah daerah juga menyiapkan rancangan Peraturan Bupati tentang
pelayanan pasar rakyat yang memuat buku induk pedagang sebagai satu-satunya rujukan.

Strategi manajerial. Setiap pasar memiliki sedikitnya dua petugas yang mampu menjalankan seluruh tahap
layanan, sehingga mutasi atau pensiun tidak menghentikan pelayanan. Petugas baru mengikuti pelatihan dua
hari dan didampingi selama satu bulan. Panduan kerja, bahan pelatihan, dan daftar masalah beserta
penyelesaiannya disimpan bersama dan diperbarui setiap triwulan. Dinkominfo merawat laman, membuat cadangan
data setiap hari, dan memeriksa keamanan setiap semester. Data pedagang dipakai hanya untuk pelayanan pasar;
petugas menandatangani pernyataan menjaga kerahasiaan. Rapat evaluasi triwulanan memeriksa empat indikator,
dan hasilnya dilaporkan kepada Sekretaris Daerah melalui Bagian Organisasi. Pengembangan berikutnya ialah
perluasan bertahap ke delapan pasar lain, dua pasar setiap tahun, sesuai kemampuan anggaran.

Strategi sosial. Paguyuban pedagang menunjuk pendamping di setiap blok yang membantu anggotanya membayar dan
membaca riwayat pembayaran. Bank penerima pembayaran menyediakan layanan pembukaan rekening di pasar setiap
bulan dan memberi penghargaan bagi pedagang yang tertib. Perguruan tinggi setempat mengirim mahasiswa untuk
membantu pendataan dan menguji kemudahan pemakaian laman. Media daerah memberitakan kios kosong yang dapat
dimohon. Keluhan dibahas secara terbuka dalam pertemuan bulanan, dan keputusannya ditempel pada papan
pengumuman pasar. Dengan pembagian peran itu, pedagang bukan hanya pengguna, melainkan ikut menjaga agar
layanan terus berjalan.
"""

TEXTS: dict[str, str] = {
    "Rancang Bangun": DESIGN,
    "Tujuan": AIMS,
    "Manfaat": BENEFITS,
    "Hasil": RESULTS,
    "Anggaran": BUDGET,
    "Profil Bisnis": BUSINESS,
    "Ringkasan": SUMMARY,
    "Latar Belakang dan Tujuan": BACKGROUND,
    "Kebaruan": NOVELTY,
    "Implementasi": IMPLEMENTATION,
    "Signifikansi": SIGNIFICANCE,
    "Replikasi Terlaksana": REPLICATION_DONE,
    "Potensi Replikasi": REPLICATION_POTENTIAL,
    "Sumber Daya": RESOURCES,
    "Strategi Keberlanjutan": SUSTAINABILITY,
}


def profile() -> Row:
    """Every column of sheet Profil but Kunci, Inovasi and Tanggal."""
    fields: Row = {
        "Inisiator": "perangkat daerah",
        "Jenis Inovasi": "digital",
        "Bentuk Inovasi": "pelayanan publik",
        "Urusan": "Perdagangan",
        "Urusan Lain": "Keuangan; Komunikasi & Informatika",
        "Kategori KIPP": "Pertumbuhan ekonomi dan kesempatan kerja",
        "SDGs": "8; 16",
        "Tautan Video": "https://contoh.id/video/simpel-pasar",
    }
    return fields | {label: prose(text) for label, text in TEXTS.items()}
