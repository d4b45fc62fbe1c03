"""What is said of each mistake, and what to do: the words that people read."""

from tests.importers.remedies import said_of_sheets

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
    **said_of_sheets.SAID,
}
