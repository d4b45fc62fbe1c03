"""SAPA RT of Kelurahan Bugel written out in full: the texts of sheet Profil (IGA form and KIPP sections).

Illustrative throughout: the report names no innovation. Figures agree with salatiga_2019_deeds.py.
"""

from contract import Row, prose

DESIGN = """
Dasar hukum. SAPA RT disusun berdasarkan Undang-Undang Nomor 24 Tahun 2013 tentang Perubahan atas
Undang-Undang Nomor 23 Tahun 2006 tentang Administrasi Kependudukan, Undang-Undang Nomor 25 Tahun 2009
tentang Pelayanan Publik, Peraturan Pemerintah Nomor 38 Tahun 2017 tentang Inovasi Daerah, Peraturan
Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan, dan Peraturan Menteri Dalam Negeri Nomor 18 Tahun 2018
tentang Lembaga Kemasyarakatan Desa dan Lembaga Adat Desa. Penerapannya ditetapkan dengan Keputusan Lurah
Bugel.

Permasalahan. Pada tahun 2018 Kelurahan Bugel melayani 1.486 permohonan surat pengantar administrasi
penduduk. Warga menemui ketua RT untuk meminta tanda tangan, datang ke kelurahan, lalu sering diminta
kembali karena persyaratannya kurang. Satu surat selesai rata-rata dalam 3,2 hari kalender dengan 2,4 kali
kunjungan. Hanya 31,5 persen permohonan selesai pada hari yang sama. Warga lanjut usia, penyandang
disabilitas, dan pekerja harian paling dirugikan karena kehilangan waktu dan upah.

Isu strategis. Secara global, pemerintah dituntut menyediakan layanan yang inklusif dan dapat dipercaya.
Secara nasional, tertib administrasi kependudukan menjadi dasar pemberian hak warga, mulai dari sekolah
sampai bantuan sosial. Secara lokal, kelurahan adalah kantor pemerintah yang terdekat dengan warga,
sedangkan jumlah petugasnya sedikit; kekuatan yang tersedia ialah 22 ketua RT yang mengenal setiap keluarga.

Metode pembaharuan. Sebelum inovasi, warga membawa sendiri berkasnya dari rumah ketua RT ke kantor kelurahan
dan menunggu di sana. Sesudah inovasi, warga cukup menyerahkan permohonan kepada ketua RT atau mengirim data
lewat pesan telepon. Ketua RT memeriksa persyaratan dengan satu lembar periksa, lalu menitipkannya ke
kelurahan sebelum pukul 10.00. Petugas memproses pada hari itu juga, dan surat kembali melalui ketua RT pada
sore hari. Bagi warga rentan, surat diantar sampai rumah.

Keunggulan dan kebaharuan. Berkas yang berjalan, bukan warga. SAPA RT tidak memerlukan aplikasi baru,
memakai jalur yang sudah dipercaya warga, dan tetap berjalan ketika warga tidak dapat datang. Lembar periksa
yang sama dipakai di semua RT sehingga kekurangan syarat diketahui di rumah ketua RT, bukan di loket.

Tahapan inovasi. Tiga ide kelurahan digabung pada tahap Design bulan Juni 2019. Lembar periksa dan buku
titip disusun, ketua RT dilatih, lalu layanan diuji coba di RW 02 pada bulan Juli 2019. Hasil pemantauan
Agustus dipakai untuk memperbaiki jam penitipan. Layanan diterapkan di 22 RT sejak 2 September 2019 dan
diluncurkan pada 14 November 2019. Cara memakainya tiga langkah: titip kepada ketua RT, pantau lewat pesan,
dan terima surat di rumah.
"""

AIMS = """
Tujuan SAPA RT adalah menyelesaikan surat pengantar administrasi penduduk dalam satu hari kalender,
mengurangi kunjungan warga ke kantor kelurahan menjadi paling banyak 0,5 kali untuk setiap permohonan, dan
memastikan sedikitnya 90 persen permohonan selesai pada hari yang sama. Selain itu, SAPA RT bertujuan agar
warga lanjut usia, penyandang disabilitas, dan pekerja harian memperoleh layanan yang sama mudahnya dengan
warga lain, serta memperkuat peran ketua RT sebagai mitra pelayanan.
"""

BENEFITS = """
Bagi warga, surat dapat diperoleh tanpa meninggalkan pekerjaan dan tanpa biaya perjalanan; warga rentan
menerimanya di rumah. Bagi ketua RT, tersedia lembar periksa, buku titip, dan kepastian jam, sehingga
permintaan tanda tangan tidak datang sepanjang malam. Bagi kelurahan, antrean pagi berkurang, berkas yang
masuk sudah lengkap, dan petugas mempunyai waktu untuk pembinaan warga. Bagi pemerintah kota, data penduduk
menjadi lebih tertib karena perubahan di tingkat RT segera diketahui.
"""

RESULTS = """
Pada tahun 2020 rata-rata penyelesaian surat menjadi 1 hari kalender, dari 3,2 hari pada tahun 2018.
Kunjungan warga turun dari 2,4 menjadi 0,3 kali untuk setiap permohonan. Dari 1.312 permohonan tahun 2020,
sebanyak 1.218 atau 92,8 persen selesai pada hari yang sama, naik dari 31,5 persen. Nilai kepuasan
masyarakat naik dari 76,1 menjadi 88,4. Selama pembatasan kegiatan pada tahun 2020 pelayanan tetap berjalan
karena warga tidak perlu berkumpul di kantor kelurahan.
"""

BUDGET = """
APBD Kota Salatiga melalui anggaran Kelurahan Bugel tahun 2019 sebesar Rp 9.500.000 untuk cetak lembar
periksa, buku titip, dan pelatihan; tahun 2020 sebesar Rp 12.000.000 untuk pengantaran dan perlengkapan.
"""

BUSINESS = """
Layanan tidak memungut biaya. Biaya tetap berupa cetak formulir, pulsa, dan bahan bakar pengantaran. Mitra
ialah pengurus 22 RT dan 5 RW, kader, Karang Taruna, serta Dinas Kependudukan dan Pencatatan Sipil.
"""

SUMMARY = """
SAPA RT adalah pelayanan surat pengantar administrasi penduduk di Kelurahan Bugel, Kota Salatiga, yang
selesai dalam satu hari dengan perantaraan ketua RT. Warga tidak lagi membawa berkas sendiri dari rumah
ketua RT ke kantor kelurahan. Permohonan dititipkan kepada ketua RT atau dikirim lewat pesan, diperiksa
dengan satu lembar periksa, diproses kelurahan pada hari yang sama, dan kembali melalui ketua RT. Surat bagi
warga lanjut usia dan penyandang disabilitas diantar sampai rumah. Gagasan ini merupakan gabungan tiga ide
pada Laboratorium Inovasi tahun 2019, diuji coba di RW 02 pada Juli 2019, dan diterapkan di 22 RT sejak 2
September 2019. Waktu penyelesaian turun dari 3,2 hari menjadi 1 hari, kunjungan warga dari 2,4 menjadi 0,3
kali untuk setiap permohonan, dan permohonan yang selesai pada hari yang sama naik dari 31,5 persen menjadi
92,8 persen. Nilai kepuasan masyarakat naik dari 76,1 menjadi 88,4. Inovasi ini sesuai dengan kategori tata
kelola pemerintahan karena memperbaiki cara pemerintah terdekat melayani warga tanpa menambah pegawai dan
tanpa memungut biaya.
"""

BACKGROUND = """
Surat pengantar administrasi penduduk adalah pintu pertama bagi warga untuk memperoleh akta, mendaftarkan
anak ke sekolah, mengurus jaminan kesehatan, atau melaporkan kepindahan. Di Kelurahan Bugel terdapat 22 RT
dan 5 RW dengan jumlah petugas pelayanan yang terbatas. Pada tahun 2018 tercatat 1.486 permohonan. Satu
permohonan selesai rata-rata dalam 3,2 hari kalender, dan hanya 31,5 persen selesai pada hari yang sama.
Catatan loket bulan Maret sampai Mei 2019 menunjukkan warga datang rata-rata 2,4 kali untuk satu surat
karena persyaratan kurang atau pejabat sedang bertugas di luar.

Kelompok yang paling terdampak ialah warga lanjut usia yang tinggal sendiri, penyandang disabilitas, ibu
dengan anak kecil, serta pekerja pabrik dan pekerja harian yang kehilangan upah ketika meninggalkan
pekerjaan. Sebagian warga akhirnya menunda pengurusan, sehingga data penduduk di RT, kelurahan, dan kota
tidak sama. Survei kepuasan masyarakat tahun 2018 memberi nilai 76,1, dengan unsur waktu penyelesaian
sebagai unsur terendah.

SAPA RT bertujuan mendekatkan pelayanan itu ke rumah warga. Target sampai akhir tahun 2020 ialah: surat
selesai dalam satu hari kalender; kunjungan warga paling banyak 0,5 kali untuk setiap permohonan; sedikitnya
90 persen permohonan selesai pada hari yang sama; dan nilai kepuasan masyarakat sedikitnya 85. Seluruh 22 RT
menjadi sasaran, dimulai dari lima RT di RW 02 sebagai tempat uji coba.
"""

NOVELTY = """
Layanan keliling dan layanan daring sudah banyak dikenal, tetapi keduanya menuntut kendaraan, petugas
tambahan, atau kemampuan memakai aplikasi. SAPA RT mengambil jalan lain: memakai jalur sosial yang sudah ada
dan dipercaya, yaitu ketua RT, lalu memberinya kepastian dengan jam titip, lembar periksa, dan buku titip.
Dengan demikian berkas yang berjalan, sedangkan warga tetap bekerja atau tinggal di rumah.

Nilai tambahnya ada tiga. Pertama, pemeriksaan persyaratan dipindahkan dari loket ke rumah ketua RT dengan
satu lembar periksa yang seragam, sehingga berkas yang sampai di kelurahan sudah lengkap. Kedua, permohonan
dapat disampaikan secara langsung, melalui keluarga, atau lewat pesan telepon, sehingga tidak ada warga yang
tertinggal karena tidak memiliki telepon pintar. Ketiga, pengantaran bagi warga rentan menjadi bagian dari
prosedur baku, bukan kebaikan perseorangan. Pembaruan ini tidak memerlukan aplikasi baru dan dapat dimulai
oleh kelurahan mana pun.
"""

IMPLEMENTATION = """
Pada Juni 2019 tiga ide kelurahan digabung dan rencana aksi delapan langkah disusun. Petugas bersama
perwakilan ketua RT merumuskan lembar periksa untuk sebelas jenis surat dan buku titip dengan nomor urut.
Ketua RT kemudian dilatih selama setengah hari.

Uji coba berlangsung di lima RT pada RW 02 selama Juli 2019 dengan 64 permohonan; 51 di antaranya selesai
pada hari yang sama. Pemantauan pada akhir Agustus bersama Lembaga Administrasi Negara menemukan bahwa
berkas yang dititipkan setelah pukul 10.00 terlambat diproses. Jam titip lalu ditetapkan dua kali, yaitu
pukul 08.00 dan 10.00. Sejak 2 September 2019 layanan berlaku di 22 RT. Setiap pagi petugas mengambil berkas
di lima titik titip, memprosesnya, meminta tanda tangan pejabat yang dijadwalkan, dan menyerahkan surat
kepada ketua RT sebelum pukul 16.00. Sejak Maret 2020 permohonan lewat pesan telepon diperbanyak agar warga
tidak berkumpul di kantor.
"""

SIGNIFICANCE = """
SAPA RT mengubah urutan kerja pelayanan di Kelurahan Bugel, dan perubahan itu dapat diukur. Sebelum inovasi,
pada tahun 2018, satu surat pengantar selesai rata-rata dalam 3,2 hari kalender sejak warga pertama kali
datang. Pada tahun 2020 rata-rata itu menjadi 1 hari. Waktu dihitung dari tanggal titip pada buku titip
sampai tanggal surat diserahkan kepada ketua RT, untuk semua permohonan dalam setahun.

Permohonan yang selesai pada hari yang sama naik dari 31,5 persen, yaitu 468 dari 1.486 permohonan tahun
2018, menjadi 92,8 persen, yaitu 1.218 dari 1.312 permohonan tahun 2020. Sisanya tertunda karena pencocokan
data dengan dinas atau karena titipan diterima setelah jam yang ditetapkan. Kunjungan warga ke kantor
kelurahan turun dari 2,4 kali untuk setiap permohonan, menurut catatan loket Maret sampai Mei 2019, menjadi
0,3 kali pada tahun 2020. Kunjungan yang tersisa umumnya berkaitan dengan surat yang harus ditandatangani di
hadapan pejabat.

Kepuasan masyarakat diukur dengan survei atas sembilan unsur pelayanan pada bulan November setiap tahun.
Nilainya naik dari 76,1 pada tahun 2018 menjadi 88,4 pada tahun 2020. Unsur waktu penyelesaian, yang semula
terendah, menjadi salah satu unsur tertinggi. Unsur yang masih perlu diperbaiki ialah kejelasan persyaratan
untuk surat yang jarang diminta.

Evaluasi internal dilakukan setiap bulan oleh sekretaris kelurahan dengan memeriksa buku titip, dan setiap
semester dibahas bersama ketua RT. Evaluasi dari luar kelurahan dilakukan dua kali: pemantauan oleh Lembaga
Administrasi Negara bersama Bagian Organisasi pada Agustus 2019 sebelum peluncuran, serta pemeriksaan
kecamatan pada Oktober 2020. Saran yang diberikan, yaitu dua jam titip dan daftar pengganti ketua RT yang
berhalangan, telah dilaksanakan.

Ketahanan inovasi teruji pada masa pembatasan kegiatan tahun 2020. Ketika banyak loket membatasi kedatangan
warga, pelayanan surat di Kelurahan Bugel tidak berhenti, karena sejak semula tidak bergantung pada
kehadiran warga di kantor. Ketua RT juga memakai buku titip untuk mengenali keluarga yang memerlukan
bantuan, sehingga data penerima bantuan lebih cepat dicocokkan.

Secara kualitatif, warga lanjut usia menyampaikan bahwa mereka tidak lagi meminta tetangga mengurus surat.
Pekerja pabrik menyatakan tidak perlu mengambil cuti. Ketua RT merasa perannya diakui, dan petugas kelurahan
tidak lagi menghadapi antrean yang menumpuk pada Senin pagi. Dengan waktu yang tersedia itu, petugas
mengunjungi warga yang belum memiliki akta dan membantu melengkapi berkasnya, sehingga manfaat layanan
menjangkau keluarga yang sebelumnya tidak pernah datang.
"""

REPLICATION_DONE = """
Belum ada kelurahan lain yang menerapkan SAPA RT secara utuh. Dua kelurahan di Kecamatan Sidorejo telah
datang untuk mempelajari lembar periksa dan buku titip pada tahun 2020, tetapi belum menetapkannya sebagai
layanan. Panduan singkat, contoh lembar periksa untuk sebelas jenis surat, dan contoh Keputusan Lurah telah
disiapkan, dan kelurahan telah menandatangani pernyataan bersedia mendampingi kelurahan atau desa yang
hendak meniru inovasi ini.
"""

REPLICATION_POTENTIAL = """
Setiap kelurahan dan desa di Indonesia mempunyai pengurus RT dan melayani surat pengantar; masalah kunjungan
berulang dijumpai hampir di semua tempat. SAPA RT mudah ditiru karena tidak memerlukan aplikasi, pengadaan
perangkat, atau pegawai tambahan. Yang diperlukan ialah kesepakatan dengan ketua RT, lembar periksa, buku
titip, jadwal penandatanganan, dan satu petugas pengambil berkas.

Berdasarkan pengalaman Kelurahan Bugel, persiapan memerlukan enam minggu dan biaya kurang dari Rp 10.000.000
untuk 22 RT. Kelurahan yang lebih besar dapat memulai dari satu RW. Di Kota Salatiga terdapat 22 kelurahan
lain dengan jenis surat yang sama, sehingga lembar periksa dapat langsung dipakai. Untuk desa, penyesuaian
hanya diperlukan pada dasar penetapan, yaitu Keputusan Kepala Desa. Cara yang sama juga dapat dipakai untuk
layanan lain yang melibatkan RT, misalnya pendataan bantuan sosial dan pelunasan pajak bumi dan bangunan.
"""

RESOURCES = """
Dana. Anggaran kelurahan menyediakan Rp 9.500.000 pada tahun 2019 dan Rp 12.000.000 pada tahun 2020 untuk
cetak formulir, pelatihan, pulsa, dan pengantaran. Warga tidak membayar.

Sumber daya manusia. Tim inti berjumlah delapan orang: lurah sebagai penanggung jawab, sekretaris sebagai
ketua, dua kepala seksi, tiga petugas pelayanan, dan satu petugas pengambil berkas. Mereka dibantu 22 ketua
RT, lima ketua RW, dan kader yang mengenal warga rentan. Setiap tugas mempunyai pengganti yang ditunjuk.

Metode. Pelayanan mengikuti prosedur satu hari dengan dua jam titip, lembar periksa untuk sebelas jenis
surat, buku titip bernomor, jadwal penandatanganan, dan pertemuan semesteran dengan ketua RT.

Peralatan. Layanan memakai dua komputer dan satu pencetak yang sudah ada, satu sepeda motor dinas, lima
kotak titip, telepon pelayanan kelurahan, serta map berwarna untuk membedakan jenis surat. Dokumen warga
disimpan dalam lemari terkunci, dan pesan yang memuat data pribadi dihapus setelah surat diserahkan.
"""

SUSTAINABILITY = """
Strategi institusional. SAPA RT ditetapkan dengan Keputusan Lurah Bugel yang memuat prosedur, tim, dan jam
pelayanan. Prosedur satu hari disahkan sebagai prosedur operasional baku dan menjadi bagian dari standar
pelayanan kelurahan. Inovasi ini tercantum dalam perjanjian kinerja inovasi yang ditandatangani pada 14
November 2019, sehingga pelaksanaannya menjadi kewajiban kelurahan dan dilaporkan kepada Pemerintah Kota.
Kegiatan dan anggarannya dimuat dalam rencana kerja kelurahan tahun 2020 dan diusulkan kembali setiap tahun
melalui musyawarah perencanaan. Arah inovasi juga selaras dengan dokumen perencanaan pembangunan kota yang
menjadi acuan laboratorium.

Strategi manajerial. Setiap tugas mempunyai dua orang yang menguasainya, sehingga mutasi pegawai tidak
menghentikan layanan. Petugas baru mempelajari panduan, mengikuti proses satu pekan penuh, lalu bekerja
dengan pendampingan. Ketua RT yang baru terpilih dilatih paling lambat satu bulan setelah pelantikan, dan
ketua RT yang berhalangan digantikan sekretaris RT. Buku titip diperiksa setiap bulan; hasilnya ditempel di
ruang pelayanan agar dapat dilihat warga. Lembar periksa ditinjau setiap semester bersama dinas kependudukan
supaya selalu sesuai dengan ketentuan. Data pribadi warga hanya dipakai untuk surat yang diminta, disimpan
seperlunya, dan dimusnahkan menurut jadwal retensi. Pengembangan berikutnya ialah catatan titip bersama yang
dapat dibaca lewat telepon petugas, dengan buku kertas tetap dipertahankan sebagai cadangan.

Strategi sosial. Kekuatan utama SAPA RT ialah kepercayaan antarwarga. Ketua RT dan RW terlibat sejak
penyusunan lembar periksa, sehingga merasa memiliki layanan. Karang Taruna membantu mengantar surat bagi
warga rentan dan mengajari tetangga mengirim permohonan lewat pesan. Kader pemberdayaan keluarga memberi
tahu keluarga yang baru melahirkan atau pindah agar segera mengurus surat. Perguruan tinggi di kota membantu
mengolah hasil survei. Dalam pertemuan warga setiap bulan, ketua RT menyampaikan jumlah titipan dan keluhan,
dan kelurahan menjawabnya secara terbuka. Dukungan itu membuat layanan tetap berjalan meskipun pengurus atau
pejabat berganti.
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
        "Inisiator": "ASN",
        "Jenis Inovasi": "non digital",
        "Bentuk Inovasi": "pelayanan publik",
        "Urusan": "Administrasi Kependudukan & Pencatatan Sipil",
        "Urusan Lain": "Pemberdayaan Masyarakat & Desa; Sosial",
        "Kategori KIPP": "Tata kelola pemerintahan",
        "SDGs": "10; 16",
        "Tautan Video": "https://contoh.id/video/sapa-rt",
    }
    return fields | {label: prose(text) for label, text in TEXTS.items()}
