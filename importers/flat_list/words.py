"""The words of lists as offices write them: headings, kinds of units, and values of closed lists.

All that a guess knows stands here. A guess is written into the map, where a person can mend it; nothing here
is applied when a list is recorded.
"""

from __future__ import annotations

import re
from functools import cache

from domain.terms import LABELS
from schemas.unit_kinds import spellings

_DATED = r"(?:waktu|tanggal|tgl|tahun|thn|bulan|periode|masa|mulai|tmt|jadwal)"
HEADINGS: tuple[tuple[str, str], ...] = (
    ("Abaikan", r"no|nomor|nmr|no urut|nomor urut|urut"),
    (
        "Kunci",
        r"(?:kode|id|kunci)(?: (?:inovasi|registrasi|register))?"
        r"|(?:no|nomor) (?:registrasi|register|reg|inovasi|pendaftaran|katalog)(?: inovasi)?",
    ),
    ("Tempat Uji Coba", r"(?:tempat|lokasi|lokus) uji ?coba"),
    ("Hasil Uji Coba", r"hasil (?:pelaksanaan )?uji ?coba"),
    ("Waktu Uji Coba", rf"{_DATED}\b.*\buji ?coba.*|uji ?coba(?: inovasi)?"),
    ("Waktu Pengembangan", rf"{_DATED}\b.*\b(?:pengembangan|dikembangkan).*|pengembangan(?: terbaru)?"),
    ("Uraian Pengembangan", r"(?:uraian |deskripsi |bentuk )?pengembangan(?: inovasi)?"),
    ("Waktu Peluncuran", rf"{_DATED}\b.*\b(?:peluncuran|diluncurkan|launching).*|launching|peluncuran"),
    (
        "Waktu Penerapan",
        rf"{_DATED}\b.*\b(?:penerapan|implementasi|diterapkan|diimplementasikan|pelaksanaan|berlaku).*"
        r"|penerapan(?: awal| inovasi)*|implementasi(?: inovasi)?",
    ),
    (
        "Judul",
        r"(?:nama|judul|nama judul|judul nama|nama dan judul)(?: (?:produk|program|aplikasi|kegiatan))?"
        r" inovasi(?: daerah| pelayanan publik| opd)?|inovasi|judul|nama|nama inovasi.*|judul inovasi.*",
    ),
    ("Akronim", r"akronim(?: inovasi)?|singkatan(?: inovasi)?|nama (?:singkat|pendek)(?: inovasi)?|branding"),
    (
        "Unit",
        r"(?:nama |asal |unit )?(?:opd|skpd|pd|perangkat daerah|satuan kerja|satker|instansi|unit(?: kerja)?)"
        r"(?: (?:pengampu|pengusul|pelaksana|pemilik|pengelola|penanggung jawab|inovator|daerah"
        r"|penyelenggara|perangkat daerah|opd|unit kerja|upt|uptd|instansi))*"
        r"|organisasi perangkat daerah|dinas|dinas instansi|dibuat oleh|unit pelayanan publik|upp|pengusul",
    ),
    ("Inisiator", r"inisiator(?: inovasi)?(?: daerah)?|jenis inisiator"),
    ("Tahapan", r"(?:tahap|tahapan|status|status tahapan)(?: inovasi)?(?: daerah)?"),
    ("Jenis Inovasi", r"jenis(?: inovasi)?(?: daerah)?|digital(?: non ?digital)?|kategori digital"),
    ("Bentuk Inovasi", r"bentuk(?: inovasi)?(?: daerah)?"),
    (
        "Urusan Lain",
        r"urusan (?:lain|lainnya|pendukung|tambahan|beririsan|yang beririsan|lain yang beririsan)",
    ),
    ("Urusan", r"urusan(?: pemerintahan| utama| inovasi| daerah| wajib)*|bidang(?: urusan)?"),
    ("Klasifikasi", r"klasifikasi(?: inovasi)?(?: daerah)?"),
    ("Koordinat", r"(?:titik )?koordinat(?: lokasi| inovasi)*|lokasi koordinat|lat ?long|lintang bujur"),
    ("Tematik", r"tematik(?: inovasi)?|tema(?: inovasi)?"),
    ("Asta Cita", r"(?:tematik |target )?asta ?cita"),
    ("Klaster PKPN", r"kl[au]ster(?: pkpn)?|pkpn"),
    ("Program PKPN", r"(?:program|sub ?klaster)(?: sub ?klaster)?(?: pkpn)?"),
    ("Rancang Bangun", r"rancang ?bangun.*|rancangbangun.*"),
    ("Tujuan", r"tujuan(?: inovasi)?(?: daerah)?"),
    ("Manfaat", r"manfaat(?: inovasi)?(?: daerah)?(?: yang (?:diperoleh|didapat))?"),
    ("Hasil", r"hasil(?: inovasi)?(?: daerah)?(?: yang (?:dicapai|diperoleh))?"),
    ("Anggaran", r"(?:jumlah |besar |besaran |total |pagu )?(?:anggaran|biaya|pagu|dana)(?: inovasi| rp)*"),
    ("Profil Bisnis", r"profil bisnis|bisnis profil|model bisnis"),
    ("Ringkasan", r"ringkasan(?: inovasi)?"),
    ("Latar Belakang dan Tujuan", r"latar belakang.*"),
    ("Kebaruan", r"kebaruan.*|nilai tambah"),
    ("Implementasi", r"implementasi(?: inovasi)?"),
    ("Signifikansi", r"signifikansi.*"),
    ("Potensi Replikasi", r"potensi replikasi"),
    ("Sumber Daya", r"sumber daya"),
    ("Strategi Keberlanjutan", r"(?:strategi )?keberlanjutan"),
    ("SDGs", r"sdgs?|tpb(?: sdgs)?|tujuan pembangunan berkelanjutan"),
    ("Keterangan Video", r"keterangan video"),
    ("Sektor", r"sektor"),
    ("Tautan Video", r"(?:tautan|link|url|alamat)? ?video(?: inovasi)?"),
    ("Tanggal", r"(?:tahun|thn)(?: (?:inovasi|pembuatan|dibuat|inisiasi|penciptaan|awal|mulai))*|tanggal"),
)
"""Field of the map to what its heading looks like, in the order in which they are tried."""
PERSONAL = re.compile(
    r"nip\b.*|nik\b.*|(?:no|nomor) (?:hp|telp?|telepon|wa|whatsapp|kontak|handphone)\b.*|hp|telp|telepon|wa"
    r"|e ?mail\b.*|surel\b.*|kontak\b.*|contact person|cp|narahubung\b.*|pic\b.*|operator\b.*"
    r"|nama (?:inisiator|pengusul|inovator|penanggung jawab|pic|operator|pembuat|pencipta|ketua|kepala)\b.*"
    r"|penanggung jawab(?: inovasi)?|inovator|penemu|penulis"
)
"""Headings of columns that name persons: they are left out unless somebody says otherwise."""

UNIT_WORDS: tuple[tuple[str, str], ...] = (
    ("puskesmas", r"puskesmas|pkm|pusat kesehatan masyarakat|labkesda|pustu"),
    ("rsud", r"rsud|rsu|rumah sakit|rs"),
    ("kelurahan", r"kelurahan|kel"),
    ("kecamatan", r"kecamatan|kec|distrik"),
    ("desa", r"desa|pemerintah desa|pemdes|nagari|gampong|kampung|pekon"),
    (
        "sekolah",
        r"(?:sd|smp|sma|smk|tk|paud|slb|mi|mts|ma|sdn|smpn|sman|smkn|tkn|sdit|smpit|skb)(?: ?n(?:egeri)?)?"
        r"(?:\b|(?=[0-9]))|sekolah",
    ),
    ("bumd", r"bumd|pdam|perumda|perumdam|perseroda|pt|pd bpr|bpr|bank|perusahaan daerah"),
    ("bagian", r"bagian|bag"),
    ("other", r"balai|tim|komunitas|kelompok|forum|sanggar"),
    (
        "opd",
        r"dinas|din|badan|inspektorat|sekretariat|setda|setwan|satpol|satuan|kantor|bappe\w*|baper\w*|bap\w*"
        r"|bpbd|bkd\w*|bkp\w*|bpk\w*|bpp\w*|bri[dn]a?|brida|kesbangpol|dis\w+|din\w+|dp\w{2,}|dlh|dkp\w*|dpu\w*"
        r"|dinkes|rsj|balitbang\w*|bank?esbangpol|damkar|dukcapil|pmd",
    ),
)
"""Kind of unit (`domain.terms.UNIT_KINDS`) to the first words of its names, in the order tried.

Those that stand in `schemas/unit_kinds.json` and the labels of the kinds are tried before them.
"""
WITHIN_UPT = ("puskesmas", "rsud", "sekolah")
"""What a name says that goes on behind UPT: `UPTD SMP Negeri 2` is a school."""
NO_BEGINNING = ("opd", "other")
"""Kinds whose spellings begin no name of their own: `PD` begins those of enterprises, too."""
ABBREVIATIONS = {
    "dinkes": "dinas kesehatan",
    "dinsos": "dinas sosial",
    "dishub": "dinas perhubungan",
    "dinhub": "dinas perhubungan",
    "dindik": "dinas pendidikan",
    "disdik": "dinas pendidikan",
    "dindikbud": "dinas pendidikan dan kebudayaan",
    "disdikbud": "dinas pendidikan dan kebudayaan",
    "dindikpora": "dinas pendidikan pemuda dan olahraga",
    "disdukcapil": "dinas kependudukan dan pencatatan sipil",
    "dindukcapil": "dinas kependudukan dan pencatatan sipil",
    "diskominfo": "dinas komunikasi dan informatika",
    "dinkominfo": "dinas komunikasi dan informatika",
    "dlh": "dinas lingkungan hidup",
    "dpupr": "dinas pekerjaan umum dan penataan ruang",
    "dinas pupr": "dinas pekerjaan umum dan penataan ruang",
    "dpmptsp": "dinas penanaman modal dan pelayanan terpadu satu pintu",
    "bpbd": "badan penanggulangan bencana daerah",
    "satpol pp": "satuan polisi pamong praja",
    "disnaker": "dinas tenaga kerja",
    "dinnaker": "dinas tenaga kerja",
    "dispermades": "dinas pemberdayaan masyarakat dan desa",
    "dinpermades": "dinas pemberdayaan masyarakat dan desa",
    "bkd": "badan kepegawaian daerah",
    "kec": "kecamatan",
    "kel": "kelurahan",
    "pkm": "puskesmas",
    "bag": "bagian",
}
"""Short spellings of units to the long ones, to tell that two spellings may be one unit."""

VALUES: dict[str, dict[str, str]] = {
    "Tahapan": {
        "ujicoba": "uji coba",
        "tahap uji coba": "uji coba",
        "tahap inisiatif": "inisiatif",
        "inisiasi": "inisiatif",
        "ide": "inisiatif",
        "perencanaan": "inisiatif",
        "implementasi": "penerapan",
        "tahap penerapan": "penerapan",
        "diterapkan": "penerapan",
        "sudah diterapkan": "penerapan",
        "berjalan": "penerapan",
    },
    "Bentuk Inovasi": {
        "tata kelola": "tata kelola pemerintahan daerah",
        "tata kelola pemerintahan": "tata kelola pemerintahan daerah",
        "inovasi tata kelola pemerintahan daerah": "tata kelola pemerintahan daerah",
        "inovasi pelayanan publik": "pelayanan publik",
        "layanan publik": "pelayanan publik",
        "pelayanan": "pelayanan publik",
        "lainnya": "inovasi daerah lainnya",
        "lain-lain": "inovasi daerah lainnya",
        "inovasi lainnya": "inovasi daerah lainnya",
        "bentuk lainnya": "inovasi daerah lainnya",
        "inovasi daerah lainnya sesuai urusan": "inovasi daerah lainnya",
        "inovasi daerah lainnya sesuai dengan urusan pemerintahan yang menjadi kewenangan daerah": (
            "inovasi daerah lainnya"
        ),
    },
    "Jenis Inovasi": {
        "inovasi digital": "digital",
        "non-digital": "non digital",
        "nondigital": "non digital",
        "inovasi non digital": "non digital",
        "bukan digital": "non digital",
        "konvensional": "non digital",
    },
    "Inisiator": {
        "aparatur": "ASN",
        "pns": "ASN",
        "bupati": "kepala daerah",
        "wali kota": "kepala daerah",
        "walikota": "kepala daerah",
        "gubernur": "kepala daerah",
        "warga": "masyarakat",
        "anggota masyarakat": "masyarakat",
    },
    "Urusan": {
        "adminduk": "Administrasi Kependudukan dan Pencatatan Sipil",
        "administrasi kependudukan": "Administrasi Kependudukan dan Pencatatan Sipil",
        "kependudukan": "Administrasi Kependudukan dan Pencatatan Sipil",
        "dukcapil": "Administrasi Kependudukan dan Pencatatan Sipil",
        "kominfo": "Komunikasi dan Informatika",
        "informatika": "Komunikasi dan Informatika",
        "trantibum": "Ketenteraman, Ketertiban Umum dan Pelindungan Masyarakat",
        "trantibumlinmas": "Ketenteraman, Ketertiban Umum dan Pelindungan Masyarakat",
        "ketenteraman dan ketertiban umum": "Ketenteraman, Ketertiban Umum dan Pelindungan Masyarakat",
        "ketentraman dan ketertiban umum": "Ketenteraman, Ketertiban Umum dan Pelindungan Masyarakat",
        "bencana": "Ketenteraman, Ketertiban Umum dan Pelindungan Masyarakat",
        "kebencanaan": "Ketenteraman, Ketertiban Umum dan Pelindungan Masyarakat",
        "penanggulangan bencana": "Ketenteraman, Ketertiban Umum dan Pelindungan Masyarakat",
        "pu": "Pekerjaan Umum dan Penataan Ruang",
        "pupr": "Pekerjaan Umum dan Penataan Ruang",
        "pekerjaan umum": "Pekerjaan Umum dan Penataan Ruang",
        "penataan ruang": "Pekerjaan Umum dan Penataan Ruang",
        "perkim": "Perumahan Rakyat dan Kawasan Permukiman",
        "perumahan": "Perumahan Rakyat dan Kawasan Permukiman",
        "perumahan dan permukiman": "Perumahan Rakyat dan Kawasan Permukiman",
        "lh": "Lingkungan Hidup",
        "lingkungan": "Lingkungan Hidup",
        "ketenagakerjaan": "Tenaga Kerja",
        "naker": "Tenaga Kerja",
        "pppa": "Pemberdayaan Perempuan dan Pelindungan Anak",
        "pemberdayaan perempuan": "Pemberdayaan Perempuan dan Pelindungan Anak",
        "pemberdayaan perempuan dan perlindungan anak": "Pemberdayaan Perempuan dan Pelindungan Anak",
        "pmd": "Pemberdayaan Masyarakat dan Desa",
        "pemberdayaan masyarakat": "Pemberdayaan Masyarakat dan Desa",
        "desa": "Pemberdayaan Masyarakat dan Desa",
        "ppkb": "Pengendalian Penduduk dan Keluarga Berencana",
        "kb": "Pengendalian Penduduk dan Keluarga Berencana",
        "keluarga berencana": "Pengendalian Penduduk dan Keluarga Berencana",
        "koperasi": "Koperasi, Usaha Kecil dan Menengah",
        "koperasi dan ukm": "Koperasi, Usaha Kecil dan Menengah",
        "koperasi dan umkm": "Koperasi, Usaha Kecil dan Menengah",
        "umkm": "Koperasi, Usaha Kecil dan Menengah",
        "investasi": "Penanaman Modal",
        "perizinan": "Penanaman Modal",
        "pemuda dan olahraga": "Kepemudaan dan Olahraga",
        "olahraga": "Kepemudaan dan Olahraga",
        "arsip": "Kearsipan",
        "perpustakaan dan kearsipan": "Perpustakaan",
        "ketahanan pangan": "Pangan",
        "kelautan": "Kelautan dan Perikanan",
        "perikanan": "Kelautan dan Perikanan",
        "esdm": "Energi dan Sumber Daya Mineral",
        "industri": "Perindustrian",
        "kepegawaian dan diklat": "Kepegawaian",
        "diklat": "Pendidikan dan Pelatihan",
        "litbang": "Penelitian dan Pengembangan",
        "kelitbangan": "Penelitian dan Pengembangan",
        "perencanaan pembangunan": "Perencanaan",
        "organisasi": "Fungsi lain",
        "organisasi dan tata laksana": "Fungsi lain",
        "pengawasan": "Fungsi lain",
        "umum": "Fungsi lain",
        "kesekretariatan": "Fungsi lain",
    },
}
"""Field of the map to spellings and the labels that they stand for, besides those that every cell takes."""

EMPTY = frozenset({"", "-", "–", "—", "--", "---", "n/a", "na", "null", "nihil", "#n/a"})
"""What people write into a cell that holds nothing."""
NONE_AT_ALL = "nihil"
"""Among these the one word that says of an amount how much it is, and not only that nobody wrote it down."""
TOTAL = re.compile(r"(?:sub ?|grand )?(?:jumlah|total|rata rata|rekapitulasi|jml)\b.*")
GENERIC_SHEET = re.compile(
    r"(?:sheet|lembar|lembar kerja|worksheet|tabel|daftar|data|rekap|inovasi|csv)?[ 0-9]*"
)


def plain(text: object) -> str:
    """A heading without case, brackets, points and double spaces."""
    bare = re.sub(r"\([^()]*\)", " ", str(text).casefold())
    return " ".join(re.sub(r"[^\w#]+", " ", bare).split()) or " ".join(
        re.sub(r"[^\w#]+", " ", str(text).casefold()).split()
    )


def fields_of(heading: str) -> list[str]:
    """The fields that a heading may mean, the likeliest first."""
    parts = heading.split(" / ")
    for at, said in enumerate((plain(heading), plain(parts[-1]), plain(parts[0]))):
        if at == 2 and said == "nama":
            # Names of whatever stands below it.
            continue
        found = [name for name, pattern in HEADINGS if re.fullmatch(pattern, said)]
        if found:
            return found
    return []


def is_personal(heading: str) -> bool:
    """True for the heading of a column that names persons or how to reach them."""
    return any(PERSONAL.fullmatch(plain(part)) for part in (heading, heading.split(" / ")[-1]))


def unit_kind(name: str) -> str | None:
    """The kind of a unit by the first words of its name; None where they do not say it."""
    said = re.sub(r"[^\w]+", " ", name.casefold()).strip()
    for kind, beginning in _beginnings():
        if said == beginning or said.startswith(f"{beginning} "):
            within = unit_kind(said[len(beginning) :]) if kind == "upt" else None
            return within if within in WITHIN_UPT else kind
    for kind, pattern in UNIT_WORDS:
        if re.match(rf"(?:{pattern})(?:\b|(?=[0-9]))", said):
            return kind
    return None


@cache
def _beginnings() -> list[tuple[str, str]]:
    """The spellings of each kind and its label, in small letters, the longest first."""
    found = [
        (kind, written.casefold())
        for kind, label in LABELS["unit_kind"].items()
        if kind not in NO_BEGINNING
        for written in (label, *spellings().get(kind, ()))
    ]
    return sorted(found, key=lambda one: -len(one[1]))


def long_form(name: str) -> str:
    """A name of a unit with the abbreviations at its beginning written out, without case and points."""
    said = re.sub(r"[^\w]+", " ", name.casefold()).strip()
    for short, whole in ABBREVIATIONS.items():
        if said == short or said.startswith(f"{short} "):
            return whole + said[len(short) :]
    return said


def is_empty(value: object) -> bool:
    """True for a cell that holds nothing, or a mark that says so."""
    return value is None or (isinstance(value, str) and value.strip().casefold() in EMPTY)
