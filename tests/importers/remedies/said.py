"""What is said of each mistake, and what to do: the words that people read."""

SAID: dict[str, tuple[str, str]] = {
    "a slip of a term": (
        '"replikas" tidak ada dalam daftar. Maksudnya "replikasi"?',
        "Pilih dari daftar sel ini.",
    ),
    "a term that is none": (
        '"lain" tidak ada dalam daftar.',
        "Pilih salah satu: tata kelola pemerintahan daerah, pelayanan publik, inovasi daerah lainnya.",
    ),
    "a code that no region has": (
        '"33.99" bukan kode pemerintah daerah.',
        "Tulis kode dari daftar resmi, misalnya 33.03 untuk kabupaten atau 33 untuk provinsi; pisahkan"
        " beberapa kode dengan titik koma.",
    ),
    "an affair that is none": (
        '"antariksa" tidak ada dalam daftar.',
        "Pilih dari daftar sel ini.",
    ),
    "a slip in a list of affairs": (
        '"Perdagangn" tidak ada dalam daftar. Maksudnya "Perdagangan"?',
        'Tulis "Perdagangan" bila itu yang dimaksud.',
    ),
    "an affair of a list that is none": (
        '"antariksa" tidak ada dalam daftar.',
        "Ambil namanya dari daftar pada kolom Urusan.",
    ),
    "a slip of an award": (
        '"IGAA" tidak ada dalam daftar.',
        "Pilih salah satu: IGA, INAGARA, KIPP, PP38.",
    ),
    "several terms with commas": (
        '"OPD, kecamatan" memuat beberapa nilai.',
        "Pisahkan dengan titik koma: OPD; kecamatan.",
    ),
    "neither yes nor no": (
        '"mungkin" bukan ya dan bukan tidak.',
        "Tulis ya, atau kosongkan selnya.",
    ),
    "no indicator": (
        '"99" bukan nomor indikator IGA.',
        "Tulis nomor 16 sampai 35, dipisahkan dengan titik koma.",
    ),
    "two indicators in one row": (
        '"16; 17" bukan satu indikator.',
        "Tulis satu nomor pada setiap baris.",
    ),
    "no place on a map": (
        '"di pasar" bukan koordinat di peta.',
        "Tulis lintang lalu bujur seperti di peta: -7.3881, 109.3636.",
    ),
    "longitude first": (
        '"109.3636, -7.3881" di luar peta: lintang paling besar 90 derajat, bujur 180.',
        "Tulis lintang dahulu, lalu bujur: -7.3881, 109.3636.",
    ),
    "no level": (
        '"9" bukan tingkat parameter.',
        "Tulis 0, 1, 2, atau 3.",
    ),
    "no number of a goal": (
        '"18" bukan nomor SDGs.',
        "Tulis nomor 1 sampai 17, dipisahkan dengan titik koma.",
    ),
    "a slip of a unit": (
        'unit "Dinuju" belum terdaftar. Maksudnya "Dinuji"?',
        "Pilih dari daftar, atau tambahkan unitnya di lembar Unit.",
    ),
    "a unit that nobody knows": (
        'unit "Bappenda" belum terdaftar.',
        "Pilih dari daftar, atau tambahkan unitnya di lembar Unit.",
    ),
    "a name of two innovations": (
        'beberapa inovasi bernama "loket cepat".',
        "Tulis kunci atau kode inovasi yang dimaksud: INO-8, INO-9.",
    ),
    "a name of two units of the file": (
        'beberapa unit bernama "BA".',
        "Tulis kunci unit yang dimaksud: U-8, U-9.",
    ),
    "a name of two units that are recorded": (
        'beberapa unit bernama "karangsari".',
        "Tulis kunci unit yang dimaksud: D-3, D-4.",
    ),
    "an empty cell": (
        "Judul kosong.",
        "Isi Judul.",
    ),
    "a number too large": (
        '"2147483648" terlalu besar untuk bilangan bulat di sini.',
        "Tulis bilangan paling besar 2147483647.",
    ),
    "a character that cannot be printed": (
        'teks memuat BELL (U+0007) sesudah 2 huruf, yang tidak dapat dicetak: "Lo□ket".',
        "Hapus tanda itu; bila tidak tampak, ketik ulang kata-kata di sekitarnya.",
    ),
    "a character that turns the words round": (
        "teks memuat RIGHT-TO-LEFT OVERRIDE (U+202E) sesudah 6 huruf, sehingga terbaca lain dari"
        ' yang tersimpan: "Loket □pasar".',
        "Hapus tanda itu; bila tidak tampak, ketik ulang kata-kata di sekitarnya.",
    ),
    "a sign without meaning": (
        'teks memuat tanda tanpa arti baku (U+F0B7) sesudah 6 huruf: "Loket □ pasar".',
        "Ketik apa yang dimaksud tanda itu, atau hapus.",
    ),
    "a date where text was typed": (
        "Excel menyimpan tanggal di sini, bukan teks yang diketik.",
        "Ubah format selnya menjadi Teks, lalu ketik lagi seperti dalam dokumennya.",
    ),
    "an hour where text was typed": (
        "Excel menyimpan tanggal di sini, bukan teks yang diketik.",
        "Ubah format selnya menjadi Teks, lalu ketik lagi seperti dalam dokumennya.",
    ),
    "more digits than Excel keeps": (
        "Excel hanya menyimpan 15 angka dari sebuah bilangan; angka sesudahnya hilang.",
        "Ubah format selnya menjadi Teks, lalu ketik lagi semua angkanya.",
    ),
    "a number that shows something else": (
        "Excel menyimpan bilangan 19 di sini, bukan yang tampak dalam sel.",
        "Ubah format selnya menjadi Teks, lalu ketik lagi seperti dalam dokumennya.",
    ),
    "a date without a year": (
        "sel ini tidak menampakkan tahun; Excel menyimpan 5 Oktober 2026 di dalamnya.",
        "Ubah format selnya menjadi tanggal dengan tahunnya, perbaiki tahunnya bila keliru, lalu impor lagi.",
    ),
    "a cell that shows an error": (
        'selnya menunjukkan kesalahan "#N/A".',
        "Perbaiki rumusnya, atau ketik nilainya.",
    ),
    "a number below what it counts from": (
        'Anggaran tidak boleh kurang dari 0: "Rp -5.000.000".',
        "Tulis tanpa tanda minus, atau kosongkan selnya.",
    ),
    "an address without https": (
        '"contoh.go.id/sk" belum lengkap sebagai alamat halaman: https:// di depannya tidak ada.',
        "Tulis https:// di depannya, atau salin alamatnya dari peramban.",
    ),
    "no address of a page": (
        '"ada di Google Drive" bukan alamat halaman.',
        "Salin alamatnya dari peramban; alamat diawali https://. Satu sel hanya memuat satu alamat.",
    ),
    "an address": (
        "teks tampaknya memuat alamat surel, sesudah 8 huruf.",
        "Tulis jabatan atau unitnya. Bila memang harus tertulis di sini: --allow-text ALASAN",
    ),
    "a NIP": (
        "teks tampaknya memuat NIP, sesudah 8 huruf.",
        "Tulis jabatan atau unitnya. Bila memang harus tertulis di sini: --allow-text ALASAN",
    ),
    "a NIK": (
        "teks tampaknya memuat NIK, sesudah 8 huruf.",
        "Tulis jabatan atau unitnya. Bila memang harus tertulis di sini: --allow-text ALASAN",
    ),
    "a mobile number": (
        "teks tampaknya memuat nomor ponsel, sesudah 8 huruf.",
        "Tulis jabatan atau unitnya. Bila memang harus tertulis di sini: --allow-text ALASAN",
    ),
    "a name": (
        "teks memuat nama yang terdaftar di lembar Orang, sesudah 8 huruf.",
        "Tulis jabatan atau unitnya. Bila memang harus tertulis di sini: --allow-text ALASAN",
    ),
    "a key twice in a sheet": (
        "kunci IDE-7 sudah ada di baris 2.",
        "Beri setiap baris kuncinya sendiri.",
    ),
    "the key of another unit": (
        'kunci U-1 dipakai dua kali: sudah berarti "Dinas Uji", di sini "Badan Arsip".',
        "Beri baris ini kunci lain. Bila unit itu berganti nama, tulis di lembar Perubahan Unit;"
        " bila dua kantor menomori dengan cara yang sama, isi Pengisi di lembar Identitas.",
    ),
    "the key of another innovation": (
        'kunci INO-1 dipakai dua kali: sudah berarti "Simpel Pasar", di sini "Loket Keliling".',
        "Beri baris ini kunci lain. Bila inovasi itu berganti nama, tulis di lembar Ganti Nama;"
        " bila dua kantor menomori dengan cara yang sama, isi Pengisi di lembar Identitas.",
    ),
    "the key of another idea": (
        'kunci IDE-1 dipakai dua kali: sudah berarti "Antrean daring", di sini "Loket".',
        "Beri baris ini kunci lain. Bila dua kantor menomori dengan cara yang sama, isi Pengisi"
        " di lembar Identitas.",
    ),
    "the key of another note": (
        'kunci K-1 dipakai dua kali: sudah berarti "3303-0001", di sini "3303-0002".',
        "Beri baris ini kunci lain. Bila yang tercatat itu salah, batalkan lalu impor lagi:"
        " jejak void TINDAKAN --reason ALASAN. Bila dua kantor menomori dengan cara yang sama,"
        " isi Pengisi di lembar Identitas.",
    ),
    "the key of another person": (
        "kunci ORG-1 dipakai dua kali: sudah berarti orang lain.",
        "Beri baris ini kunci lain. Bila dua kantor menomori dengan cara yang sama, isi Pengisi"
        " di lembar Identitas.",
    ),
    "the key of another unit in a line": (
        'kunci U-1 dipakai dua kali: sudah berarti "Dinas Uji", di sini "Badan Arsip".',
        "Beri baris ini kunci lain, lalu impor lagi berkas yang sama.",
    ),
    "an innovation that is not there": (
        "kunci INO-9 tidak ada di lembar Inovasi.",
        "Periksa kunci itu, atau catat barisnya lebih dahulu. Lembarnya tidak ada di buku kerja ini; untuk"
        " mendapatkannya: jejak template isi.xlsx --sheet Inovasi",
    ),
    "a slip of an innovation": (
        'kunci Simpel Pasr tidak ada di lembar Inovasi. Maksudnya "Simpel Pasar"?',
        "Periksa kunci itu, atau catat barisnya lebih dahulu. Lembarnya tidak ada di buku kerja ini; untuk"
        " mendapatkannya: jejak template isi.xlsx --sheet Inovasi",
    ),
    "an idea that is not there": (
        "kunci IDE-9 tidak ada di lembar Ide / Penggabungan / Pemecahan.",
        "Periksa kunci itu, atau tambahkan barisnya di lembar tersebut.",
    ),
    "a part of a split that is not there": (
        "kunci P-1#2 tidak ada di lembar Pemecahan.",
        "Periksa kunci itu, atau catat barisnya lebih dahulu. Lembarnya tidak ada di buku kerja ini; untuk"
        " mendapatkannya: jejak template isi.xlsx --sheet Pemecahan",
    ),
    "a ceremony that is not there": (
        "kunci ACR-9 tidak ada di lembar Acara.",
        "Periksa kunci itu, atau catat barisnya lebih dahulu. Lembarnya tidak ada di buku kerja ini; untuk"
        " mendapatkannya: jejak template isi.xlsx --sheet Acara",
    ),
    "a mission that is not there": (
        "kunci MISI-9 tidak ada di lembar Misi.",
        "Periksa kunci itu, atau catat barisnya lebih dahulu. Lembarnya tidak ada di buku kerja ini; untuk"
        " mendapatkannya: jejak template isi.xlsx --sheet Misi",
    ),
    "an evidence that is not there": (
        "kunci B-9 tidak ada di lembar Bukti.",
        "Periksa kunci itu, atau tambahkan barisnya di lembar tersebut.",
    ),
    "a person that is not there": (
        "kunci ORG-9 tidak ada di lembar Orang.",
        "Periksa kunci itu, atau catat barisnya lebih dahulu. Lembarnya tidak ada di buku kerja ini; untuk"
        " mendapatkannya: jejak template isi.xlsx --sheet Orang",
    ),
    "a document that is not there": (
        "kunci D-9 tidak ada di lembar Dokumen.",
        "Periksa kunci itu, atau catat barisnya lebih dahulu. Lembarnya tidak ada di buku kerja ini; untuk"
        " mendapatkannya: jejak template isi.xlsx --sheet Dokumen",
    ),
    "an agreement that is not there": (
        "kunci PJ-9 tidak ada di lembar Perjanjian.",
        "Periksa kunci itu, atau catat barisnya lebih dahulu. Lembarnya tidak ada di buku kerja ini; untuk"
        " mendapatkannya: jejak template isi.xlsx --sheet Perjanjian",
    ),
    "a circle": (
        "baris ini menunggu dirinya sendiri: rujukannya melingkar.",
        "Perbaiki kunci yang dirujuknya.",
    ),
    "a slash in a key": (
        "kunci tidak boleh memuat garis miring.",
        "Pakai kunci lain, misalnya IDE-001.",
    ),
    "a person in a key": (
        "kunci ini memuat data pribadi.",
        "Pakai kunci lain, misalnya ORG-01.",
    ),
    "a correction that breaks what is recorded": (
        "peristiwa 14 dari Juara tidak akan berlaku lagi: Penghargaan ini belum menyebut unitnya.",
        "Perbaiki berkasnya, lalu impor lagi.",
    ),
    "a field that no correction reaches": (
        "Perubahan tidak dapat diralat.",
        "Batalkan yang tercatat, lalu impor lagi barisnya: jejak void TINDAKAN --reason ALASAN",
    ),
    "a slip of a sheet": (
        'lembar "Idee" tidak dikenal.',
        'Ganti namanya, hapus, atau awali namanya dengan "Catatan".',
    ),
    "a slip of a long name": (
        'lembar "Inovasy" tidak dikenal. Maksudnya "Inovasi"?',
        'Ganti namanya, hapus, atau awali namanya dengan "Catatan".',
    ),
    "a sheet of one's own": (
        'lembar "Rekap" tidak dikenal.',
        'Ganti namanya, hapus, atau awali namanya dengan "Catatan".',
    ),
    "no sheet of ours": (
        "berkas ini tidak punya satu pun lembar buku kerja Jejak.",
        'Bila ini daftar inovasi, mulailah dengan: jejak map "BERKAS"',
    ),
    "a renamed heading": (
        'kolom "Latar Belakan" tidak dikenal. Maksudnya "Latar Belakang"?',
        'Ganti namanya, hapus, atau awali namanya dengan "Catatan".',
    ),
    "a column of one's own": (
        'kolom "Nilai Rapat" tidak dikenal.',
        'Ganti namanya, hapus, atau awali namanya dengan "Catatan".',
    ),
    "a column twice": (
        'kolom "Judul" ada dua kali.',
        "Hapus salah satunya.",
    ),
    "a required column that is missing": (
        'kolom "Judul" tidak ada.',
        "Tambahkan di baris pertama, persis ditulis demikian.",
    ),
    "a cell far away": (
        "sel ini jauh di luar tabel; buku kerja tidak dibaca sama sekali.",
        "Hapus baris dan kolom di belakang tabel, juga yang tampak kosong; simpan, lalu impor lagi.",
    ),
    "a formula that was never calculated": (
        "rumus di sel ini belum dihitung.",
        "Buka berkasnya di Excel, simpan, lalu impor lagi.",
    ),
    "no region": (
        "kode wilayah belum diisi.",
        "Tulis di sebelah Kode Wilayah pada lembar Identitas, misalnya 33.03.",
    ),
    "no such region": (
        "tidak ada daerah dengan kode 99.99.",
        "Pakai kode dari daftar resmi, misalnya 33.03 untuk Kabupaten Purbalingga.",
    ),
    "a lab that is nowhere": (
        "lab uji-2023 tidak ada di lembar Lab dan belum tercatat sebelumnya.",
        "Tambahkan barisnya di lembar Lab, atau perbaiki nama di sebelah Lab pada lembar Identitas.",
    ),
    "a row without its lab": (
        "baris ini tidak masuk lab mana pun.",
        "Sebut labnya di sebelah Lab pada lembar Identitas.",
    ),
    "a stage not held without a reason": (
        "tahap yang tidak dilaksanakan memerlukan alasannya.",
        "Isi Alasan.",
    ),
    "a reason for a stage that was held": (
        "tahap yang dilaksanakan tidak memerlukan alasan tidak dilaksanakan.",
        "Kosongkan selnya, atau isi Tidak Dilaksanakan.",
    ),
    "a file elsewhere": (
        'berkas "../sk.pdf" tidak berada di folder buku kerja ini atau folder pada --files.',
        "Salin berkasnya ke sana, dan tulis letaknya dilihat dari folder itu.",
    ),
    "an evidence file that is not there": (
        'berkas "sk.pdf" tidak ada di sana.',
        "Tulis letaknya dilihat dari folder buku kerja atau folder pada --files, atau kosongkan selnya.",
    ),
    "a cell that is refused": (
        "Tanggal 1 Januari 2999 ada di masa depan.",
        "Perbaiki selnya, lalu impor lagi.",
    ),
    "two cells of a row that disagree": (
        "Langkah ini selesai (1 Mei 2022) sebelum dimulai (3 Mei 2022). Sel yang satunya: Rencana Aksi!J2.",
        "Perbaiki barisnya, lalu impor lagi.",
    ),
    "a live lab out of its order": (
        "Ide belum disetujui pimpinan sebelum dirancang.",
        "Catat dahulu di lembar Persetujuan. Bila putaran ini memang tanpa itu: tulis aturan"
        ' "persetujuan ide sebelum design" di lembar Aturan Proses dengan keputusan atau alasannya.'
        " Bila lab ini dicatat kemudian dari dokumennya: tulis rekonstruksi di kolom Cara Pencatatan pada"
        " lembar Lab (lab yang sudah tercatat: dengan --as-correction).",
    ),
    "a live lab that approved after the design": (
        "Ide itu disetujui pada 21 Oktober 2022, setelah dirancang pada 20 Oktober 2022.",
        "Betulkan tanggal yang keliru, di sini atau di lembar Persetujuan. Bila putaran ini berjalan"
        ' tanpanya: sebutkan aturan "persetujuan ide sebelum design" di lembar Aturan Proses, dengan'
        " keputusan atau alasannya.",
    ),
    "a row that breaks another": (
        "Inovasi ini sudah diluncurkan.",
        "Perbaiki barisnya, lalu impor lagi.",
    ),
    "the mark of an open workbook": (
        "ini tanda yang dibuat Excel di samping buku kerja yang terbuka, bukan buku kerjanya.",
        "Tutup buku kerjanya di Excel, lalu tulis nama berkasnya tanpa ~$.",
    ),
    "a folder": (
        "ini folder atau perangkat, bukan berkas.",
        "Tulis nama berkasnya sendiri.",
    ),
    "a file larger than 64 MB": (
        "berkasnya lebih besar dari 64 MB.",
        "Keluarkan gambarnya, atau pecah buku kerjanya.",
    ),
    "a file that unpacks to more": (
        "isi berkasnya lebih dari 512 MB setelah dibuka.",
        "Keluarkan gambarnya, atau pecah buku kerjanya.",
    ),
    "an empty file": (
        "berkasnya kosong.",
        "Simpan sekali lagi, atau ambil salinan lain.",
    ),
    "a file that is not there": (
        "berkasnya tidak ada.",
        "Periksa nama dan foldernya.",
    ),
    "a name that no file can have": (
        "tidak ada berkas yang dapat bernama demikian.",
        "Periksa nama dan foldernya.",
    ),
    "an old workbook": (
        "ini buku kerja Excel lama (.xls), atau yang bersandi.",
        "Buka berkasnya di Excel dan simpan sebagai Excel Workbook (.xlsx), tanpa sandi.",
    ),
    "no workbook": (
        "berkasnya bukan buku kerja Excel, rusak, atau bersandi.",
        "Buka berkasnya di Excel dan simpan sebagai Excel Workbook (.xlsx), tanpa sandi.",
    ),
    "a damaged sheet": (
        "lembarnya tidak dapat dibaca: rusak, atau jenisnya tidak dikenal Jejak.",
        "Buka berkasnya di Excel dan simpan sebagai Excel Workbook (.xlsx).",
    ),
    "a text file": (
        "berkas ini tidak punya satu pun lembar buku kerja Jejak.",
        'Bila ini daftar inovasi, mulailah dengan: jejak map "BERKAS"',
    ),
}
