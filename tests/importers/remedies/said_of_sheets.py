"""What is said of each mistake in sheets, headings and whole files."""

SAID: dict[str, tuple[str, str]] = {
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
