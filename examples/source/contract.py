"""The workbook contract as data: columns, allowed values and references of every sheet.

Example modules use the small helpers below to pad rows; check.py proves the contract on them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Cell = str | int | float | None
Row = dict[str, Cell]

PROFILE = (
    "Inisiator|Jenis Inovasi|Bentuk Inovasi|Urusan|Urusan Lain|Rancang Bangun|Tujuan|Manfaat|Hasil|Anggaran|"
    "Profil Bisnis|Ringkasan|Latar Belakang dan Tujuan|Kebaruan|Implementasi|Signifikansi|"
    "Replikasi Terlaksana|Potensi Replikasi|Sumber Daya|Strategi Keberlanjutan|"
    "Kategori KIPP|SDGs|Tautan Video"
)

_COLUMNS = {
    "Misi": "Dokumen Perencanaan|Nomor Misi|Uraian",
    "Unit": "Jenis|Nama|Nama Singkat|Induk|Tanggal",
    "Perubahan Unit": "Unit|Perubahan|Nama Baru|Nama Singkat Baru|Penerus|Dasar Hukum|Tanggal",
    "Orang": "Nama|NIP|Jabatan|Unit|Instansi|Telepon|Surel",
    "Dokumen": "Jenis|Nomor|Tanggal|Perihal|Penerbit|Tautan",
    "Lab": "Nama|Putaran|Cara Pencatatan|Tanggal|Tema|Sasaran|Unit LAN|Selaras Misi|Ilustrasi",
    "Tahap": "Tahap|Nama Setempat|Mulai|Selesai|Tidak Dilaksanakan|Alasan",
    "Peserta": "Unit|Tanggal",
    "Lokakarya": "Tahap|Tanggal|Tempat|Cara|Narasumber|Kehadiran",
    "Ide": (
        "Judul|Jenis Usulan|Unit|Pengusul|Tanggal|Latar Belakang|Deskripsi|Tujuan|Penerima Manfaat|Kebaruan|"
        "Asal Replikasi|Tanpa Lab|Ilustrasi"
    ),
    "Penggabungan": "Ide Sumber|Judul Baru|Alasan|Persetujuan Pengusul|Tanggal|Ilustrasi",
    "Pemecahan": "Ide Asal|Judul Baru|Alasan|Tanggal|Ilustrasi",
    "Akhir Ide": "Ide|Keputusan|Kode Alasan|Alasan|Oleh|Tanggal",
    "Persetujuan": "Ide|Oleh|Dokumen|Tanggal",
    "Inovasi": "Ide|Judul|Akronim|Unit|Tanggal|Tanpa Lab|Ilustrasi",
    "Ganti Nama": "Inovasi|Judul Baru|Akronim Baru|Alasan|Tanggal",
    "Profil": f"Inovasi|Tanggal|{PROFILE}",
    "Rencana Aksi": ("Inovasi|Versi|Nomor|Kelompok|Kegiatan|Pelaksana|Keluaran|Metode|Mulai|Selesai|Tanggal"),
    "Monitoring": "Inovasi|Tanggal|Cara|Pemantau|Temuan|Tindak Lanjut",
    "Uji Coba": "Inovasi|Tanggal|Tempat|Hasil",
    "Penerapan": "Inovasi|Tanggal|Dasar Hukum|Keterangan",
    "Pengukuran": (
        "Inovasi|Indikator|Satuan|Nilai Sebelum|Tanggal Sebelum|Nilai Sesudah|Tanggal Sesudah|"
        "Cara Ukur|Sumber"
    ),
    "Acara": "Jenis|Nama|Tanggal|Tempat|Penanda|Dipimpin Oleh",
    "Peluncuran": "Inovasi|Acara|Tanggal",
    "Pameran": "Inovasi|Acara|Tanggal|Stan",
    "Perjanjian": "Jenis|Nomor|Judul|Tanggal|Tempat|Media|Inovasi|Versi Rencana|Ilustrasi",
    "Penanda Tangan": "Perjanjian|Orang|Peran|Kapasitas|Mewakili",
    "Bukti": (
        "Inovasi|Jenis|Nomor|Tanggal|Perihal|Indikator IGA|Bagian KIPP|Berkas|Tautan|Halaman|Data Pribadi"
    ),
    "Penghargaan": "Judul|Pemberi|Tingkat|Edisi|Penerima|Inovasi|Unit|Orang|Dokumen|Tanggal",
    "Angka": "Ukuran|Jenis Unit|Unit|Nilai|Uraian|Sumber|Tanggal|Lab",
}
COLUMNS: dict[str, tuple[str, ...]] = {
    sheet: ("Kunci", *labels.split("|")) for sheet, labels in _COLUMNS.items()
}

STAGES = "persiapan|drum up|diagnose|design|launching|monitoring|display|documentation"
UNIT_KINDS = "OPD|Bagian Setda|Kecamatan|Kelurahan|Desa|Puskesmas|RSUD|BUMD|Sekolah|Lainnya"
AFFAIRS = (
    "Pendidikan|Kesehatan|Pekerjaan Umum dan Penataan Ruang|Perumahan Rakyat dan Kawasan Permukiman|"
    "Ketenteraman, Ketertiban Umum dan Pelindungan Masyarakat|Sosial|Tenaga Kerja|"
    "Pemberdayaan Perempuan & Pelindungan Anak|Pangan|Pertanahan|Lingkungan Hidup|"
    "Administrasi Kependudukan & Pencatatan Sipil|Pemberdayaan Masyarakat & Desa|"
    "Pengendalian Penduduk & KB|Perhubungan|Komunikasi & Informatika|Koperasi, Usaha Kecil & Menengah|"
    "Penanaman Modal|Kepemudaan & Olahraga|Statistik|Persandian|Kebudayaan|Perpustakaan|Kearsipan|"
    "Kelautan & Perikanan|Pariwisata|Pertanian|Kehutanan|Energi & Sumber Daya Mineral|Perdagangan|"
    "Perindustrian|Transmigrasi|Perencanaan|Keuangan|Kepegawaian|Pendidikan & Pelatihan|"
    "Penelitian & Pengembangan|Fungsi lain"
)
KIPP_CATEGORIES = (
    "Kesehatan|Pendidikan|Pertumbuhan ekonomi dan kesempatan kerja|Pengentasan kemiskinan|Ketahanan pangan|"
    "Pemberdayaan masyarakat|Inklusi sosial|Energi dan lingkungan hidup|Tata kelola pemerintahan|"
    "Penegakan hukum|Ketahanan bencana"
)
KIPP_SECTIONS = (
    "Ringkasan|Latar Belakang dan Tujuan|Kebaruan|Implementasi|Signifikansi|Replikasi Terlaksana|"
    "Potensi Replikasi|Sumber Daya|Strategi Keberlanjutan|Surat Pernyataan Implementasi|"
    "Surat Pernyataan Identitas|Surat Pernyataan Kesediaan Replikasi"
)
EVIDENCE_KINDS = (
    "SK|Perkada|Perda|surat tugas|surat pernyataan|laporan|foto|tangkapan layar|video|SOP|dokumen anggaran|"
    "dokumen perencanaan|PKS|berita|lainnya"
)

_ALLOWED = {
    ("Unit", "Jenis"): UNIT_KINDS,
    ("Perubahan Unit", "Perubahan"): "ganti nama|digabung|ditutup",
    ("Dokumen", "Jenis"): "SK|Perkada|Perda|MoU|SPK|PKS|Surat|Laporan|Berita|Lainnya",
    ("Lab", "Cara Pencatatan"): "langsung|rekonstruksi",
    ("Lab", "Sasaran"): UNIT_KINDS,
    ("Tahap", "Tahap"): STAGES,
    ("Lokakarya", "Tahap"): STAGES,
    ("Lokakarya", "Cara"): "luring|daring|hibrida",
    ("Ide", "Jenis Usulan"): "ide baru|replikasi|pengembangan",
    ("Akhir Ide", "Keputusan"): "ditarik|tidak dilanjutkan",
    ("Akhir Ide", "Kode Alasan"): "bukan waktunya|keterbatasan daerah|biaya|mutasi|pemusatan|lain",
    ("Profil", "Inisiator"): "kepala daerah|anggota DPRD|perangkat daerah|ASN|masyarakat",
    ("Profil", "Jenis Inovasi"): "digital|non digital",
    ("Profil", "Bentuk Inovasi"): "tata kelola pemerintahan daerah|pelayanan publik|inovasi daerah lainnya",
    ("Profil", "Urusan"): AFFAIRS,
    ("Profil", "Urusan Lain"): AFFAIRS,
    ("Profil", "Kategori KIPP"): KIPP_CATEGORIES,
    ("Profil", "SDGs"): "|".join(str(n) for n in range(1, 18)),
    ("Rencana Aksi", "Kelompok"): "persiapan|pelaksanaan|monitoring|evaluasi",
    ("Monitoring", "Cara"): "langsung|tidak langsung",
    ("Acara", "Jenis"): "peluncuran|pameran",
    ("Perjanjian", "Jenis"): "komitmen|perjanjian kinerja inovasi",
    ("Perjanjian", "Media"): "naskah|papan|TTE",
    ("Penanda Tangan", "Peran"): "pihak pertama|pihak kedua|penanda tangan|saksi",
    ("Penanda Tangan", "Kapasitas"): "definitif|Plt.|Pj.|Plh.|a.n.",
    ("Bukti", "Jenis"): EVIDENCE_KINDS,
    ("Bukti", "Indikator IGA"): "|".join(str(n) for n in range(16, 36)),
    ("Bukti", "Bagian KIPP"): KIPP_SECTIONS,
    ("Penghargaan", "Penerima"): "daerah|unit|inovasi|orang",
    ("Angka", "Ukuran"): "ide diusulkan|inovasi dirancang|inovasi diluncurkan|unit peserta|tidak dihitung",
    ("Angka", "Jenis Unit"): UNIT_KINDS,
}
ALLOWED: dict[tuple[str, str], frozenset[str]] = {
    place: frozenset(values.split("|")) for place, values in _ALLOWED.items()
}

LISTS = frozenset({
    ("Lab", "Sasaran"), ("Lab", "Selaras Misi"), ("Lokakarya", "Narasumber"), ("Ide", "Unit"),
    ("Ide", "Pengusul"), ("Penggabungan", "Ide Sumber"), ("Pemecahan", "Judul Baru"),
    ("Profil", "Urusan Lain"), ("Profil", "SDGs"), ("Perjanjian", "Inovasi"),
    ("Bukti", "Indikator IGA"), ("Bukti", "Bagian KIPP"), ("Angka", "Jenis Unit"),
})  # fmt: skip

_INNOVATION_SHEETS = (
    "Ganti Nama", "Profil", "Rencana Aksi", "Monitoring", "Uji Coba", "Penerapan", "Pengukuran", "Peluncuran",
    "Pameran", "Perjanjian", "Bukti", "Penghargaan",
)  # fmt: skip
REFERENCES: dict[tuple[str, str], str] = {
    ("Unit", "Induk"): "Unit", ("Orang", "Unit"): "Unit", ("Lab", "Selaras Misi"): "Misi",
    ("Peserta", "Unit"): "Unit", ("Lokakarya", "Narasumber"): "Orang", ("Ide", "Unit"): "Unit",
    ("Ide", "Pengusul"): "Orang", ("Penggabungan", "Ide Sumber"): "Ide", ("Akhir Ide", "Ide"): "Ide",
    ("Persetujuan", "Ide"): "Ide", ("Persetujuan", "Dokumen"): "Dokumen", ("Inovasi", "Ide"): "Ide",
    ("Inovasi", "Unit"): "Unit", ("Penerapan", "Dasar Hukum"): "Dokumen", ("Acara", "Dipimpin Oleh"): "Orang",
    ("Peluncuran", "Acara"): "Acara", ("Pameran", "Acara"): "Acara", ("Angka", "Unit"): "Unit",
    ("Penanda Tangan", "Perjanjian"): "Perjanjian", ("Penanda Tangan", "Orang"): "Orang",
    ("Angka", "Lab"): "Lab", ("Pemecahan", "Ide Asal"): "Ide", ("Penghargaan", "Unit"): "Unit",
    ("Penghargaan", "Orang"): "Orang", ("Penghargaan", "Dokumen"): "Dokumen",
    ("Perubahan Unit", "Unit"): "Unit", ("Perubahan Unit", "Penerus"): "Unit",
    ("Perubahan Unit", "Dasar Hukum"): "Dokumen",
    **{(sheet, "Inovasi"): "Inovasi" for sheet in _INNOVATION_SHEETS},
}  # fmt: skip

FLAGS = frozenset({"Ilustrasi", "Tidak Dilaksanakan", "Data Pribadi", "Tanpa Lab"})
NUMBERS = frozenset({"Putaran", "Versi", "Nomor", "Nilai Sebelum", "Nilai Sesudah", "Versi Rencana", "Nilai"})
DATES = frozenset({"Tanggal", "Mulai", "Selesai", "Tanggal Sebelum", "Tanggal Sesudah"})


def row(sheet: str, values: Row) -> Row:
    """One row with every column of the sheet, in order; a column not given is empty."""
    unknown = set(values) - set(COLUMNS[sheet])
    if unknown:
        raise KeyError(f"{sheet}: {sorted(unknown)}")
    return {label: values.get(label) for label in COLUMNS[sheet]}


def table(sheet: str, labels: str, lines: Iterable[Sequence[Cell]]) -> list[Row]:
    """Rows from tuples; `labels` names the columns given, separated by `|`."""
    names = labels.split("|")
    return [row(sheet, dict(zip(names, line, strict=True))) for line in lines]


def prose(text: str) -> str:
    """Unwraps a text of the source: blank lines part paragraphs, other line ends are spaces."""
    paragraphs = text.strip().split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def key(prefix: str, number: int) -> str:
    return f"{prefix}-{number:03d}"


def number(value: str) -> int:
    """The number that a row's key ends with."""
    return int(value.rsplit("-", 1)[1])
