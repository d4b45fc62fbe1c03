"""The text of sheet Petunjuk."""

from __future__ import annotations

Guide = tuple[tuple[str, str], ...]
"""What Petunjuk says: a heading, and the text beside it."""
IDENTITY_HELP = "Kode wilayah, lab, dan siapa yang mengisi."
OTHERS = "Dibuat bila diperlukan, dengan jejak template BERKAS.xlsx --sheet NAMA: {names}."
GUIDE_LINES: Guide = (
    ("Mulai", "Isi lembar Identitas lebih dahulu: kode wilayah, dan lab yang dicatat dalam buku kerja ini."),
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

GUIDE_START: Guide = (
    (
        "Awal lab",
        "Buku kerja ini memuat enam lembar yang cukup untuk memulai sebuah lab: siapa yang ikut, dasarnya,"
        " lab dan tahapnya, lalu ide yang diusulkan. Isi dari kiri ke kanan.",
    ),
    *GUIDE_LINES,
)
GUIDE_COMPLETED: Guide = (
    (
        "Mulai",
        "Buku kerja ini sudah berisi apa yang tercatat di Jejak tentang inovasi unit Anda. Lengkapi sel"
        " yang masih kosong, simpan, lalu kirim kembali berkas ini.",
    ),
    (
        "Yang terbaca",
        "Hanya sel yang tadinya kosong dan kini terisi yang dicatat. Sel yang tidak diubah tidak dicatat"
        " lagi.",
    ),
    (
        "Yang keliru",
        "Isi yang tercatat tetapi tidak benar boleh diperbaiki di selnya: perbaikan itu disebut satu per"
        " satu, lalu diputuskan oleh yang mengimpor.",
    ),
    (
        "Kunci",
        "Jangan mengubah kolom Kunci dan kolom Inovasi pada baris yang sudah ada: dari sanalah baris"
        " dikenali.",
    ),
    (
        "Baris baru",
        "Tambahkan baris di bawah yang sudah ada, dengan Kunci sendiri, misalnya UC-01. Inovasinya dirujuk"
        " dengan kodenya, misalnya 3303-0147.",
    ),
    (
        "Profil",
        "Setiap inovasi yang belum berprofil sudah punya barisnya di lembar Profil. Baris yang hanya berisi"
        " Kunci dan Inovasi tidak dicatat.",
    ),
    *(line for line in GUIDE_LINES if line[0] in ("Daftar", "Tanggal", "Kolom biru tua", "Data pribadi")),
    ("Kolom sendiri", "Kolom dan lembar yang namanya diawali Catatan tidak dibaca."),
)
