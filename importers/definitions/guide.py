"""The text of sheet Petunjuk."""

from __future__ import annotations

GUIDE_LINES = (
    ("Mulai", "Isi lembar Identitas lebih dahulu: kode wilayah, dan lab yang dicatat dalam workbook ini."),
    ("Satu baris", "Satu baris adalah satu kejadian. Kosongkan lembar yang tidak diperlukan."),
    (
        "Kunci",
        "Setiap baris diberi Kunci yang unik di lembarnya. Baris dikenali dari kuncinya, bukan urutannya."
        " Bila beberapa kantor memakai kunci yang sama (INO-001), tulis nama kantor di samping Pengisi pada"
        " lembar Identitas: kuncinya lalu tidak bertemu dengan kunci kantor lain.",
    ),
    (
        "Merujuk",
        "Lembar lain merujuk sebuah baris dengan kuncinya. Unit boleh dirujuk dengan nama singkatnya.",
    ),
    ("Daftar", "Beberapa rujukan dalam satu sel dipisahkan dengan titik koma: IDE-001; IDE-002."),
    (
        "Tanggal",
        "Tulis setepat sumbernya: 15 Desember 2022, Desember 2022, 2022, atau selang 12-13 Oktober 2022."
        " Jangan mengarang hari yang tidak diketahui.",
    ),
    ("Kolom biru tua", "Wajib diisi. Kolom biru muda boleh kosong dan boleh dilengkapi kemudian."),
    ("Baris contoh", "Baris contoh (CONTOH) tidak diimpor. Hapus atau biarkan."),
    ("Kolom sendiri", "Kolom dan lembar yang namanya diawali Catatan tidak dibaca."),
    (
        "Data pribadi",
        "Nama, NIP, telepon, dan surel hanya ditulis di lembar Orang. Di lembar lain tulis jabatan.",
    ),
    ("Coba dahulu", "jejak import BERKAS.xlsx --dry-run menunjukkan apa yang akan dicatat, tanpa mencatat."),
    (
        "Impor lagi",
        "Berkas yang sama boleh diimpor berulang: yang sudah tercatat tidak dicatat lagi. Sel yang diubah"
        " disebut satu per satu dan baru dicatat sebagai ralat bila diminta (--as-correction ALASAN).",
    ),
)
